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

/** Whether anything a counter serves can be booked: where nothing can, its times are for nobody. */
export function isBookable(counter: { items: readonly string[] }, items: readonly { item: string; bookable: boolean }[]): boolean {
  return items.some((each) => each.bookable && counter.items.includes(each.item));
}

function hour(time: string): string {
  return time.slice(0, 5).replace(/^0/, "");
}

/** `keys` tell counters apart on the page, new ones too. */
export type Changed = Omit<ScheduleBody, "counters" | "removed"> & { counters: (CounterBody & { key: string })[]; removed: string[]; reason: string };

let made = 0;

/** A counter the hall has not yet, with nothing chosen. */
export function newCounter(): Changed["counters"][number] {
  made += 1;
  return { key: `new ${made}`, id: null, name: "", items: [], slot_minutes: 30, windows: [{ ...NEW_WINDOW, days: [...NEW_WINDOW.days] }] };
}

/** As the server takes it. */
export function sent(body: Changed, preview: boolean): ScheduleBody {
  const counters = body.counters.map(({ id, name, items, slot_minutes, windows }) => (id ? { id, items, slot_minutes, windows } : { name: name?.trim() ?? "", items, slot_minutes, windows }));
  return { ...body, counters, reason: body.reason.trim() || null, preview };
}

/** What is changed: the schedule as it is changed, from a day on. A schedule of that very day is changed as it was seen. */
export function bodyOf(shown: Schedule, from: string): Changed {
  const { hours, days_ahead, embargo_minutes } = shown;
  const counters = shown.counters.map((counter) => ({
    key: counter.id,
    id: counter.id,
    items: [...counter.items],
    slot_minutes: counter.slot_minutes,
    windows: counter.windows.map((window) => ({ ...window, days: [...window.days], start: window.start.slice(0, 5), end: window.end.slice(0, 5) })),
  }));
  return { valid_from: from, hours, days_ahead, embargo_minutes, counters, removed: [], reason: "", version: from === shown.valid_from ? shown.version : null, preview: false };
}

/** What cannot be sent yet, in words. */
export function faultsOf(body: Changed, names: Record<string, string>): string[] {
  const found = body.valid_from ? [] : ["请选从哪一天开始。"];
  if (body.counters.some((counter) => !counter.id && !counter.name?.trim())) found.push("请给新窗口起名称。");
  if (body.counters.some((counter) => !counter.id && !counter.items.length)) found.push("请给新窗口选办理的事项。");
  if (!body.counters.length) found.push("至少要留一个窗口。");
  if (body.removed.length && !body.reason.trim()) found.push("请写为什么撤掉窗口，会告诉约在那里的人。");
  const windows = body.counters.flatMap((counter) => counter.windows.map((window) => ({ name: counter.id ? (names[counter.id] ?? counter.id) : counter.name || "新窗口", window })));
  return [...found, ...windows.flatMap(({ name, window }) => faultsIn(window).map((fault) => `${name}：${fault}`))];
}

function faultsIn(window: WindowBody): string[] {
  const checks: [boolean, string][] = [
    [!window.days.length, "有一段没有选日子。"],
    [!window.start || !window.end, "有一段的时间没有写对，请写成 9:00 这样。"],
    [!!window.start && !!window.end && window.end <= window.start, `${window.start}–${window.end} 的结束要晚于开始。`],
    [(window.offline ?? 0) > window.capacity, "留给现场和电话的号比总数多。"],
  ];
  return checks.filter(([wrong]) => wrong).map(([, words]) => words);
}
