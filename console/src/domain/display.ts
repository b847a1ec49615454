/** What is new on the screen of a waiting room. */

import { lasted } from "./dates";

interface Called {
  number: string;
  name: string;
  counter: string;
  calls: number;
  voice: string;
}

/** Calls that were not there a moment ago: another number, another counter, or called once more. The first call first. */
export function newCalls<T extends Called>(before: readonly T[], now: readonly T[]): T[] {
  const known = new Set(before.map(named));
  return now.filter((each) => !known.has(named(each))).reverse();
}

const APART = 60_000; // milliseconds a screen's clock may differ before somebody should look after it

/** How much later the product's clock is than the device's, in milliseconds; `now`: of the device, when the answer came. */
export function aheadBy(at: string, now: number): number {
  return Date.parse(at) - now;
}

/** What stands quietly below: that the clock of the device is wrong, or that calls come only every so often. Empty where all is well. */
export function amissSaid(ahead: number, live: boolean): string {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  const clock = Math.abs(ahead) > APART ? `这台设备的时钟${ahead > 0 ? "慢" : "快"}了${lasted(minutes)}，屏上按系统的时间显示，请工作人员校准` : "";
  return [clock, live ? "" : "实时消息断了，每20秒更新一次"].filter(Boolean).join("；");
}

function named(each: Called): string {
  return [each.number || each.name, each.counter, each.calls].join("|");
}
