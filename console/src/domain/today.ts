/** The day in a hall: half an hour after half an hour, how each visitor stands, and what a key does. */

import type { components } from "../../typings/api";
import { time } from "./dates";
import { KEYS } from "./keys";

type Counter = components["schemas"]["CounterView"];
export type Visit = components["schemas"]["DeskView"];
export type VisitAct = "confirm" | "decline" | "propose" | "check-in" | "call" | "forward" | "park" | "urgent" | "done" | "resume" | "missed" | "not-missed" | "void" | "undo-check-in" | "on-paper";
/** What a sheet asks for: more of an act, or of something that is about nobody chosen. */
export type Question = VisitAct | "decline-many" | "number" | "time" | "next" | "paper";

interface ActWords {
  name: VisitAct;
  label: string;
  /** Never a letter or a digit: those come from the scanner, wherever the focus is. */
  key: string;
}

const ACTS: readonly ActWords[] = [
  { name: "confirm", label: "确认预约", key: KEYS.confirm },
  { name: "decline", label: "不能确认", key: KEYS.decline },
  { name: "propose", label: "建议别的时间", key: KEYS.propose },
  { name: "check-in", label: "签到", key: KEYS.checkIn },
  { name: "call", label: "叫号", key: KEYS.call },
  { name: "done", label: "完成", key: KEYS.done },
  { name: "resume", label: "恢复办理", key: KEYS.resume },
  { name: "park", label: "挂起", key: KEYS.park },
  { name: "forward", label: "转窗口", key: KEYS.forward },
  { name: "urgent", label: "优先", key: KEYS.urgent },
  { name: "missed", label: "未到", key: KEYS.missed },
  { name: "not-missed", label: "撤回未到", key: KEYS.resume }, // never beside 恢复办理
  { name: "undo-check-in", label: "撤销签到", key: "" },
  { name: "void", label: "号码作废", key: "" },
  { name: "on-paper", label: "补录纸上时间", key: KEYS.onPaper },
];
export const CALL_NEXT = KEYS.callNext;
export const TAKE_NUMBER = KEYS.takeNumber;
export const BOOK_FOR = KEYS.bookFor;
export const SERVE = KEYS.toAndFro;
export const PRINT_SLIP = KEYS.printSlip;
export const PICK_ALL = KEYS.pickAll;
export const CONFIRM_PICKED = KEYS.confirmPicked;
export const ONLY_HERE = KEYS.onlyHere;
export const PAPER_VISIT = KEYS.paperVisit;

/** What is said once an act is done. */
export const SAID: Record<VisitAct, string> = { confirm: "预约已确认", decline: "已告知不能确认", propose: "已建议别的时间，等本人答复", "check-in": "已签到", call: "已叫号", forward: "已转窗口", park: "已挂起，回来后可以再叫", urgent: "已改优先", done: "已办完", resume: "已恢复办理", missed: "已记为未到", "not-missed": "已撤回未到", void: "号码已作废", "undo-check-in": "已撤销签到，到场后再签", "on-paper": "已照纸上补录" };

/** 「前面还有 3 人」: the line of a number slip. */
export function beforeSaid(before: number | null, urgent: boolean): string {
  if (before === null) return "请看大屏，按叫号到窗口";
  return `${urgent ? "优先叫号，" : ""}${before ? `前面还有 ${before} 人` : "下一个就到您"}`;
}

/** What may be done with a visitor now, by what the server lists; one who was called already is called again. */
export function actsOf(visit: Visit): ActWords[] {
  const open = ACTS.filter((act) => visit.actions.includes(act.name) && !(act.name === "park" && visit.parked));
  return open.map((act) => ({ ...act, label: labelOf(act, visit) }));
}

function labelOf(act: ActWords, visit: Visit): string {
  if (act.name === "call" && visit.state === "serving") return "重呼";
  return act.name === "urgent" && visit.urgent ? "取消优先" : act.label;
}

/** The act of a key, where it is open. */
export function actOfKey(visit: Visit | undefined, key: string): VisitAct | undefined {
  return visit && actsOf(visit).find((act) => act.key && act.key === key)?.name;
}

export interface HalfHour {
  from: string;
  visits: Visit[];
}

/** In the order the server gives them, which is that of the day; a slot of a quarter of an hour stands in its half-hour. */
export function halfHours(visits: readonly Visit[]): HalfHour[] {
  const found: HalfHour[] = [];
  for (const visit of visits) {
    const [hour, minute] = time(visit.start).split(":");
    const from = `${hour}:${Number(minute) < 30 ? "00" : "30"}`;
    if (found.at(-1)?.from !== from) found.push({ from, visits: [] });
    found.at(-1)!.visits.push(visit);
  }
  return found;
}

const STANDS: Partial<Record<Visit["state"], string>> = {
  confirmed: "还没到",
  serving: "正在办理",
  done: "已办完",
  declined: "没有确认",
  cancelled: "已取消",
  missed: "未到场",
};

/** How a visitor stands, for whoever serves. */
export function stands(visit: Visit): string {
  const special = visit.moved ? "已改到别的时间" : visit.frozen ? "代办授权已结束，等本人决定" : visit.proposal ? "建议了别的时间，等答复" : "";
  return special || standsNow(visit);
}

function standsNow(visit: Visit): string {
  if (visit.state === "pending") return visit.escalated_at ? "等确认，已报大厅管理员" : "等确认";
  if (visit.state === "missed" && visit.checked_in_at) return "来过，没办就走了";
  if (visit.state === "checked_in") return visit.parked ? "过号，挂起" : "已签到，等叫号";
  return STANDS[visit.state] ?? visit.status;
}

/** Where: the counter they were called or sent to, else that of their appointment, else all that serve what they came for. */
export function whereOf(visit: Visit, counters: readonly Counter[]): string {
  if (visit.called_to ?? visit.counter_name) return visit.called_to ?? visit.counter_name;
  const serving = counters.filter((each) => servesAll(visit, each));
  return serving.length === counters.length ? "哪个窗口都行" : serving.map((each) => each.name).join("、");
}

/** Whoever is served at a counter now. */
export function servedAt(visits: readonly Visit[], counter: Counter): Visit[] {
  return visits.filter((visit) => visit.state === "serving" && visit.called_to === counter.name);
}

/** 「B003 罗海涛」; nothing of nobody. */
export function numbered(visit: Visit | undefined): string {
  return visit ? [visit.ticket, visit.name].filter(Boolean).join(" ") : "";
}

/** 「B003 罗海涛 在 5号医保窗口，郑凯叫的号」. */
export function calledSaid(visit: Visit): string {
  return `${numbered(visit)} 在${visit.called_to ?? ""}${visit.called_by ? `，${visit.called_by.name}叫的号` : ""}`;
}

/** Whether a colleague called whoever is served, at whichever counter: no one takes or ends a visit of theirs unasked. */
export function isTheirs(visit: Visit, me: string): boolean {
  return visit.state === "serving" && !!visit.called_by && visit.called_by.id !== me;
}

const NOW: Partial<Record<Visit["state"], (visit: Visit) => string>> = {
  serving: (visit) => `叫到了${visit.called_to}`,
  done: () => "点了完成",
  missed: () => "记为未到",
  checked_in: (visit) => (visit.parked ? "挂起了" : `转到了${visit.called_to}`),
};

/** 「B001 甲：林晓燕叫到了1号窗口」: whom I served when I looked last, and a colleague took over or ended meanwhile. */
export function takenFrom(before: readonly Visit[], after: readonly Visit[], me: string): string[] {
  const mine = new Set(before.filter((visit) => visit.state === "serving" && visit.called_by?.id === me).map((visit) => visit.id));
  const gone = after.filter((visit) => mine.has(visit.id) && visit.taken?.of.id === me && (visit.state !== "serving" || isTheirs(visit, me)));
  return gone.map((visit) => `${numbered(visit)}：${visit.taken!.by}${NOW[visit.state]?.(visit) ?? "接手了"}`);
}

/** Whether an act asks for something before it is done: for what else it needs, or because it is about a colleague's visitor. */
export function asks(name: VisitAct, visit: Visit, me: string): boolean {
  if (["decline", "propose", "forward", "missed", "void", "undo-check-in", "on-paper"].includes(name)) return true;
  return name === "urgent" ? !visit.urgent : ["call", "park", "done"].includes(name) && isTheirs(visit, me);
}

/** The counters somebody can be sent on to: those that serve all they came for before the others. */
export function onwardFor(visit: Visit, counters: readonly Counter[]): Counter[] {
  const others = counters.filter((each) => each.name !== visit.called_to);
  return [...others.filter((each) => servesAll(visit, each)), ...others.filter((each) => !servesAll(visit, each))];
}

/** Colleagues who call to the same counter, by the names of whom they serve there. */
export function alsoAt(visits: readonly Visit[], counter: Counter, me: string): string[] {
  return [...new Set(servedAt(visits, counter).flatMap(({ called_by: by }) => (by && by.id !== me ? [by.name] : [])))];
}

/** Whether it is over and only kept in view. */
export function isOver(visit: Visit): boolean {
  return ["done", "declined", "cancelled", "missed"].includes(visit.state);
}

/** Whether they are in the hall: they wait, or are served. */
export function isHere(visit: Visit): boolean {
  return ["checked_in", "serving"].includes(visit.state);
}

/** Whether a counter serves everything a visitor came for. */
export function servesAll(visit: Visit, counter: Counter): boolean {
  return visit.items.every((item) => counter.serves.some((served) => served.item === item));
}

/** Those who wait for a yes or a no. */
export function pendingOf(visits: readonly Visit[]): Visit[] {
  return visits.filter((visit) => visit.actions.includes("confirm"));
}

/** Up or down from a visitor; the first where none is chosen. */
export function beside(visits: readonly Visit[], id: string, by: 1 | -1): Visit | undefined {
  const at = visits.findIndex((visit) => visit.id === id);
  return visits[at < 0 ? 0 : Math.min(Math.max(at + by, 0), visits.length - 1)];
}
