/** How a session ends: when a page asks how long it lasts, when it says so, and when nothing of it may be read any more. Times in milliseconds. */

export const TICK = 20_000;
const LOOK = 60_000; // what is asked this often is one row of a log a minute, and a session ended elsewhere is known soon
const SOON = 3 * 60_000; // time to come back to the page and press something
const ATTENDED = 90_000; // longer than from one look to the next, so that each look tells what was pressed since the one before

/** What is known of it: when it ends if nothing is done, whether that is its last moment whatever is done, and when that was asked. */
export interface Known {
  ends: number;
  last: boolean;
  looked: number;
}

/** Of an answer of the server, whose clock need not be this one: `ends_in`, `lasts` in seconds. */
export function knownOf(left: { ends_in: number; lasts: number }, now: number): Known {
  return { ends: now + left.ends_in * 1000, last: left.ends_in >= left.lasts, looked: now };
}

/** Whether somebody pressed a key or touched the page lately. */
export function isAttended(touched: number, now: number): boolean {
  return now - touched < ATTENDED;
}

export function isOver(known: Known, now: number): boolean {
  return now >= known.ends;
}

/** Near its end it is asked at each tick: another window may keep it. */
export function isToLook(known: Known, now: number): boolean {
  return now - known.looked >= LOOK || known.ends - now <= SOON;
}

/** What is said before it ends; nothing while there is time. */
export function saidSoon(known: Known, now: number): string {
  const left = known.ends - now;
  if (left > SOON || left <= 0) return "";
  const minutes = `${Math.ceil(left / 60_000)} 分钟`;
  return known.last ? `这次登录快满 12 小时，${minutes}后要重新登录。没有填完的会留着。` : `很久没有操作，${minutes}后要重新登录。没有填完的会留着。`;
}

/** Why the page is covered. */
export function saidOver(known: Known | null, now: number): string {
  if (known === null || !isOver(known, now)) return "登录已经结束：可能在别处退出了，或者管理员结束了这次登录。";
  return known.last ? "这次登录满了 12 小时，已过期。" : "很久没有操作，登录已过期。";
}
