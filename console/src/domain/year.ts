/** A year of the working calendar, month by month: which days are not what their weekday says. */

import type { components } from "../../typings/api";

export type NotableDay = components["schemas"]["NotableDayView"];

export interface Cell {
  /** Of the month; 0: an empty place before its first day. */
  number: number;
  /** What holds: offices are shut, they work, or nothing that its weekday does not say. */
  kind: "rest" | "work" | "";
  weekend: boolean;
  changed: boolean;
}

export interface Month {
  number: number;
  weeks: Cell[][];
  /** 「1日–3日 元旦，放假」 */
  notes: { says: string; changed: boolean }[];
}

const DAY = 86_400_000;
const WEEK = 7;

/** Weeks begin on Monday. */
export function monthsOf(year: number, days: readonly NotableDay[]): Month[] {
  return Array.from({ length: 12 }, (_, at) => monthOf(year, at, days.filter((each) => Number(each.day.slice(5, 7)) === at + 1)));
}

function monthOf(year: number, at: number, notable: readonly NotableDay[]): Month {
  const first = new Date(Date.UTC(year, at, 1));
  const length = new Date(Date.UTC(year, at + 1, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % WEEK;
  const cells: Cell[] = Array.from({ length: before }, () => ({ number: 0, kind: "", weekend: false, changed: false }));
  for (let number = 1; number <= length; number += 1) {
    const found = notable.find((each) => numberOf(each) === number);
    const weekend = (before + number - 1) % WEEK >= 5;
    cells.push({ number, kind: found ? (found.works ? "work" : "rest") : "", weekend, changed: found?.changed ?? false });
  }
  const weeks = Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK));
  return { number: at + 1, weeks, notes: notesOf(notable) };
}

/** Days that follow each other and are the same are said once. */
function notesOf(days: readonly NotableDay[]): Month["notes"] {
  const runs: NotableDay[][] = [];
  for (const each of days) {
    const run = runs.at(-1);
    if (run && same(run.at(-1)!, each)) run.push(each);
    else runs.push([each]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    const span = run.length === 1 ? `${numberOf(first)}日` : `${numberOf(first)}日–${numberOf(last)}日`;
    return { says: `${span} ${first.name}，${first.works ? "上班" : "放假"}`, changed: first.changed };
  });
}

function same(one: NotableDay, next: NotableDay): boolean {
  return one.name === next.name && one.works === next.works && one.changed === next.changed && Date.parse(next.day) - Date.parse(one.day) === DAY;
}

function numberOf(day: NotableDay): number {
  return Number(day.day.slice(8));
}
