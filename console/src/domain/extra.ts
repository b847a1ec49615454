/** Single days on which counters are open longer: what is sent, what still lacks, and how it is said. */

import type { components } from "../../typings/api";
import { day, time } from "./dates";

export type Extra = components["schemas"]["ExtraHoursView"];
export type ExtraBody = components["schemas"]["ExtraHoursBody"];
export type Remedy = "move" | "tell" | "keep";

/** The Saturday after a day of the district: what is asked for most. */
export function saturdayAfter(today: string): string {
  const at = new Date(`${today}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + (((6 - at.getUTCDay() + 7) % 7) || 7));
  return at.toISOString().slice(0, 10);
}

export function newExtra(today: string): ExtraBody {
  return { day: saturdayAfter(today), start: "09:00", end: "12:00", counters: [], capacity: 2, offline: 0, reason: "", preview: false };
}

/** Whether longer hours of a counter could be booked: it serves something that is booked at all. */
export function mayOpen(counter: Pick<components["schemas"]["CounterView"], "serves">): boolean {
  return counter.serves.some((item) => item.bookable);
}

/** What cannot be sent yet, in words; empty where nothing is in the way. */
export function lacksOf(body: ExtraBody): string {
  const wanting: [unknown, string][] = [[body.day, "日期"], [body.start && body.end, "从几点到几点"], [body.counters.length, "哪几个窗口"], [body.capacity, "每个时段几个号"], [body.reason.trim(), "原因"]];
  const lacks = wanting.filter(([given]) => !given).map(([, name]) => name);
  if (lacks.length) return `请填写：${lacks.join("、")}。`;
  if (body.end <= body.start) return "结束时间要晚于开始时间。";
  return (body.offline ?? 0) > body.capacity ? "留给现场和电话的号不能比总数多。" : "";
}

/** 「11月28日 周六 9:00–12:00」 */
export function extraSaid(extra: Pick<Extra, "start" | "end">): string {
  return `${day(extra.start)} ${time(extra.start)}–${time(extra.end)}`;
}

/** How it stands, in a sentence. */
export function extraStands(extra: Extra, now: Date): { says: string; tone: "done" | "waiting" | "quiet" } {
  if (extra.state === "lifted") return { says: `已撤销：${extra.lifted_for}`, tone: "quiet" };
  if (extra.over) return { says: "已经开始或过去", tone: "quiet" };
  if (!extra.places) return { says: "排班后来改过，这段已由排班决定", tone: "waiting" };
  return Date.parse(extra.opens_at) <= now.getTime() ? { says: "可以预约", tone: "done" } : { says: `${day(extra.opens_at)} ${time(extra.opens_at)}起可以预约`, tone: "waiting" };
}

/** What became of those who were booked when it was taken back. */
export function liftedSaid(extra: Extra, remedy: Remedy): string {
  const booked = extra.affected.length;
  if (remedy === "keep") return booked ? `约好的 ${booked} 人照旧接待，请安排人手。` : "没有人约，不用通知。";
  return `改期 ${extra.moved} 人，另外通知 ${extra.told} 人${booked ? `，还有 ${booked} 人正在处理` : ""}。`;
}
