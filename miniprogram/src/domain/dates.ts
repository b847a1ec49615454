/** Dates as people say them, always in the time of the place (Asia/Shanghai), whatever the phone's own zone is. */

const WEEKDAYS = "日一二三四五六";
const ZONE = 8 * 3600_000;
const DAY = 24 * 3600_000;

/** A moment, its parts read as UTC being the parts of local time. */
function local(iso: string): Date {
  return new Date((iso.length === 10 ? Date.parse(`${iso}T00:00:00+08:00`) : Date.parse(iso)) + ZONE);
}

function days(moment: Date): number {
  return Math.floor(moment.getTime() / DAY);
}

/** 11月25日 周三; with the year where it is not this one. */
export function sayDay(iso: string, now: string): string {
  const day = local(iso);
  const year = day.getUTCFullYear() === local(now).getUTCFullYear() ? "" : `${day.getUTCFullYear()}年`;
  return `${year}${day.getUTCMonth() + 1}月${day.getUTCDate()}日 周${WEEKDAYS[day.getUTCDay()]}`;
}

/** 2006年1月1日: a day long ago or far off, whose weekday nobody asks for. */
export function sayDate(iso: string): string {
  const day = local(iso);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** 今天, 明天, 后天 or 昨天; empty for other days. */
export function nearDay(iso: string, now: string): string {
  const names: Record<number, string> = { [-1]: "昨天", 0: "今天", 1: "明天", 2: "后天" };
  return names[days(local(iso)) - days(local(now))] ?? "";
}

/** 上午9:00, 下午1:30: as the server's notices say it. */
export function sayTime(iso: string): string {
  const moment = local(iso);
  const hour = moment.getUTCHours();
  const part = hour < 12 ? "上午" : hour < 13 ? "中午" : hour < 18 ? "下午" : "晚上";
  return part + clock(moment);
}

/** 9:00, 1:30: on the half of the day that is said before it. */
function clock(moment: Date): string {
  const hour = moment.getUTCHours();
  return `${hour > 12 ? hour - 12 : hour}:${String(moment.getUTCMinutes()).padStart(2, "0")}`;
}

/** 今天 11月25日 周三 上午9:00 */
export function sayMoment(iso: string, now: string): string {
  return [nearDay(iso, now), sayDay(iso, now), sayTime(iso)].filter(Boolean).join(" ");
}

/** 明天上午9:00, 11月30日 周一 上午9:00: short enough for a button, below the day it was chosen by. */
export function saySlot(iso: string, now: string): string {
  const near = nearDay(iso, now);
  return near ? near + sayTime(iso) : `${sayDay(iso, now)} ${sayTime(iso)}`;
}

/** 今天 11月25日 周三 上午9:00–9:30 */
export function saySpan(start: string, end: string, now: string): string {
  return `${sayMoment(start, now)}–${clock(local(end))}`;
}

/** Whether two moments fall on one local day. */
export function sameDay(one: string, other: string): boolean {
  return days(local(one)) === days(local(other));
}

/** 2026-11-25: the local day of a moment. */
export function dayOf(iso: string): string {
  return local(iso).toISOString().slice(0, 10);
}

/** 2026-12-02: the local day so many days on. */
export function inDays(now: string, days: number): string {
  return dayOf(new Date(Date.parse(now) + days * DAY).toISOString());
}
