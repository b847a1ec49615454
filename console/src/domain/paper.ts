/** What stands on the printed day list of a time without the system, as it is entered afterwards. */

import type { components } from "../../typings/api";
import { day, moment, time, timeTyped } from "./dates";
import { instantOf } from "./late";

export type PaperSpan = components["schemas"]["PaperSpanView"];
export type PaperTimes = Omit<components["schemas"]["OnPaperBody"], "version">;

/** As it is typed: times of day, of the day that is looked at. */
export interface Paper {
  outage: string;
  came: string;
  called: string;
  counter: string;
  done: string;
  left: boolean;
}

/** The outages of a day. */
export function spansOf(spans: readonly PaperSpan[], on: string): PaperSpan[] {
  const noon = instantOf(on, "12:00");
  const dayAt = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10);
  return Number.isNaN(Date.parse(noon)) ? [] : spans.filter((each) => dayAt(each.start) <= on && on <= dayAt(each.end));
}

/** 「11月24日 周二 9:00 至 11月24日 周二 13:00」 */
export function spanSaid(span: PaperSpan): string {
  return `${moment(span.start)} 至 ${day(span.start) === day(span.end) ? time(span.end) : moment(span.end)}`;
}

/** What is still to be filled in, in words; empty where nothing is. What does not fit together the product says. `fresh`: somebody the list does not have. */
export function wantingOf(paper: Paper, fresh: boolean): string {
  const faults: [boolean, string][] = [
    [!paper.outage, "请选是哪一次断网。"],
    [fresh && !paper.came, "请照纸上填到场时间，例如 9:05。"],
    [!paper.came && !paper.called && !paper.done && !paper.left, "请照纸上至少填一个时间：到场、叫号或办结，例如 9:05。"],
    [!!paper.called && !paper.counter, "请选是在哪个窗口办的。"],
  ];
  return faults.find(([wrong]) => wrong)?.[1] ?? "";
}

/** As the product takes it; what was not written is left out. */
export function paperBody(paper: Paper, on: string): PaperTimes {
  const at = (typed: string): string | null => (timeTyped(typed) ? instantOf(on, timeTyped(typed)) : null);
  return { outage: paper.outage, came: at(paper.came), called: at(paper.called), counter: paper.called ? paper.counter : null, done: at(paper.done), left: paper.left };
}
