/** A hall's schedule as it is changed on the page: what is sent, and how a run of slots is said. */

import type { components } from "../../typings/api";

export type Schedule = components["schemas"]["ScheduleView"];
export type ScheduleBody = components["schemas"]["ScheduleBody"];
type CounterBody = ScheduleBody["counters"][number];
export type WindowBody = CounterBody["windows"][number];
export type DayKind = WindowBody["days"][number];

export const DAYS: readonly (readonly [DayKind, string])[] = [
  ["workday", "工作日"],
  ["monday", "周一"],
  ["tuesday", "周二"],
  ["wednesday", "周三"],
  ["thursday", "周四"],
  ["friday", "周五"],
  ["saturday", "周六"],
  ["sunday", "周日"],
];

export const NEW_WINDOW: Readonly<WindowBody> = { days: ["workday"], start: "09:00", end: "12:00", capacity: 2, offline: 0, extended: false };

/** 「工作日 9:00–12:00，每个时段 2 个号（1 个留给现场和电话）· 延时服务」 */
export function windowSaid(window: { days: readonly string[]; start: string; end: string; capacity: number; offline?: number; extended?: boolean }): string {
  const days = DAYS.filter(([code]) => window.days.includes(code)).map(([, label]) => label);
  const kept = window.offline ? `（${window.offline} 个留给现场和电话）` : "";
  return `${days.join("、")} ${hour(window.start)}–${hour(window.end)}，每个时段 ${window.capacity} 个号${kept}${window.extended ? " · 延时服务" : ""}`;
}

function hour(time: string): string {
  return time.slice(0, 5).replace(/^0/, "");
}

/** What is sent: the schedule as it is changed, from a day on. A schedule of that very day is changed as it was seen. */
export function bodyOf(shown: Schedule, from: string): ScheduleBody {
  const { hours, days_ahead, embargo_minutes } = shown;
  const counters = shown.counters.map((counter) => ({
    id: counter.id,
    items: [...counter.items],
    slot_minutes: counter.slot_minutes,
    windows: counter.windows.map((window) => ({ ...window, days: [...window.days], start: window.start.slice(0, 5), end: window.end.slice(0, 5) })),
  }));
  return { valid_from: from, hours, days_ahead, embargo_minutes, counters, version: from === shown.valid_from ? shown.version : null, preview: false };
}

/** What cannot be sent yet, in words. */
export function faultsOf(body: ScheduleBody, names: Record<string, string>): string[] {
  const found = body.valid_from ? [] : ["请选从哪一天开始。"];
  const windows = body.counters.flatMap((counter) => counter.windows.map((window) => ({ name: names[counter.id] ?? counter.id, window })));
  return [...found, ...windows.flatMap(({ name, window }) => faultsIn(window).map((fault) => `${name}：${fault}`))];
}

function faultsIn(window: WindowBody): string[] {
  const checks: [boolean, string][] = [
    [!window.days.length, "有一段没有选日子。"],
    [window.end <= window.start, `${window.start}–${window.end} 的结束要晚于开始。`],
    [(window.offline ?? 0) > window.capacity, "留给现场和电话的号比总数多。"],
  ];
  return checks.filter(([wrong]) => wrong).map(([, words]) => words);
}
