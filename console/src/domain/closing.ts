/** When a hall or a counter is closed: from what is chosen on the page to the moments the server is told. */

import type { components } from "../../typings/api";
import { day, lastDay, moment, time } from "./dates";

export type Closure = components["schemas"]["ClosureView"];
type Body = components["schemas"]["ClosureBody"];
export type Span = "now" | "days" | "hours";

export interface Wish {
  span: Span;
  /** Days of the district, as `2026-11-24`; of `hours` both are the one day. */
  first: string;
  last: string;
  from: string;
  to: string;
  counter: string;
  remedy: "move" | "tell";
  reason: string;
}

const ZONE = "+08:00";

function after(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** What is still to be filled in, by name. */
export function wantingOf(wish: Wish): string[] {
  const wanting = wish.span === "now" ? [] : [["日期", wish.first], ...(wish.span === "days" ? [["到哪一天", wish.last]] : [["开始时间", wish.from], ["结束时间", wish.to]])];
  return [...wanting, ["原因", wish.reason.trim()]].filter(([, given]) => !given).map(([name]) => name!);
}

/** `now`: until the end of `today`; `days`: whole days; `hours`: of one day. */
export function bodyOf(wish: Wish, today: string, preview: boolean): Body {
  const common = { counter: wish.counter || null, remedy: wish.remedy, reason: wish.reason.trim(), preview };
  if (wish.span === "now") return { ...common, end: `${after(today)}T00:00:00${ZONE}` };
  if (wish.span === "days") return { ...common, start: `${wish.first}T00:00:00${ZONE}`, end: `${after(wish.last)}T00:00:00${ZONE}` };
  return { ...common, start: `${wish.first}T${wish.from}:00${ZONE}`, end: `${wish.first}T${wish.to}:00${ZONE}` };
}

/** 「11月24日 周二 全天」「11月24日 周二 9:00 至 12:00」「11月24日 周二 至 11月26日 周四」 */
export function spanOf(closure: Pick<Closure, "start" | "end">): string {
  const [first, last] = [day(closure.start), lastDay(closure.end)];
  const whole = time(closure.start) === "0:00" && time(closure.end) === "0:00";
  if (whole) return first === last ? `${first} 全天` : `${first} 至 ${last}`;
  if (first !== last) return `${moment(closure.start)} 至 ${moment(closure.end)}`;
  return `${first} ${time(closure.start)} 至 ${time(closure.end) === "0:00" ? "当天结束" : time(closure.end)}`;
}

/** Whom only somebody who sees them can tell, by number where they have one; nothing where notices reach everybody. */
export function reachedSaid(people: readonly Pick<components["schemas"]["AffectedView"], "ticket" | "name" | "reached">[]): string {
  const missed = people.filter((each) => !each.reached).map((each) => [each.ticket, each.name].filter(Boolean).join(" "));
  return missed.length ? `有 ${missed.length} 人没有联系方式，请当面告诉：${missed.join("、")}。` : "";
}

/** 「明天 16:00」「11月30日 周一 9:00」; `today`: of the hall, as `2026-11-24`. */
function beginning(start: string, today: string): string {
  const [now, then] = [`${today}T12:00:00${ZONE}`, day(start)];
  if (then === day(now)) return `今天 ${time(start)}`;
  return then === day(`${after(today)}T12:00:00${ZONE}`) ? `明天 ${time(start)}` : moment(start, new Date(now));
}

/** How a closure stands, in a sentence; `today`: of the hall, as `2026-11-24`. */
export function standsOf(closure: Closure, today: string): { says: string; tone: "waiting" | "done" | "quiet" } {
  if (closure.state === "lifted") return { says: `已撤销：${closure.lifted_for}`, tone: "quiet" };
  if (closure.state === "running" && !closure.over) return { says: "正在逐个改期、通知", tone: "waiting" };
  if (closure.over) return { says: "已经过去", tone: "quiet" };
  return closure.begun ? { says: "正在停办", tone: "waiting" } : { says: `${beginning(closure.start, today)} 起停办`, tone: "done" };
}
