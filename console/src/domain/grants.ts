/** Grants that wait for staff: who has which in hand, whose call is next, and what is said of it. */

import type { components } from "../../typings/api";
import { day, moment } from "./dates";

export type Grant = components["schemas"]["GrantView"];
export type NotReached = components["schemas"]["NotReached"];

/** Why nobody was heard, and when the next call is unless somebody named a time. */
export const NOT_REACHED: readonly (readonly [NotReached, string, string])[] = [
  ["no_answer", "没人接", "两小时后再打"],
  ["engaged", "占线", "半小时后再打"],
  ["later", "请过后再打", "按对方说的时间再打"],
];

/** What the reader has in hand, in full. */
export function mineOf(grants: readonly Grant[]): Grant[] {
  return grants.filter((each) => each.in_hand?.mine);
}

/** Whether one is there for the reader to take on: nobody has it, and a call is made by whoever may hear. */
export function mayTake(grant: Grant, hears: boolean): boolean {
  return !grant.in_hand && (hears || !grant.call_back);
}

/** The next one that may be taken on now: calls whose time has not come are passed over. */
export function nextOf(grants: readonly Grant[], hears: boolean): Grant | undefined {
  return grants.find((each) => mayTake(each, hears) && isDue(each));
}

export function isDue(grant: Grant): boolean {
  return grant.call_back?.due ?? true;
}

/** Who wants to act for whom, in one line. */
export function titleOf({ agent, principal, call_back: called }: Grant): string {
  return called ? `${agent.name} 交来 ${principal.name} 签的授权书，等打电话核实` : `${agent.name} 申请以监护人身份替 ${principal.name} 办事`;
}

/** When to call, with a warning where it is too early or late; `late`: the agreed half-day is over. */
export function whenToCall(called: NonNullable<Grant["call_back"]>): { words: string; late: boolean } {
  const agreed = `${day(called.day)} ${called.half_label}`;
  if (!called.due) return { words: `${agreed}。还没到时间，${moment(called.not_before!)} 以后再打`, late: false };
  if (called.missed) return { words: `${agreed}，已过约好的时间，请马上打`, late: true };
  return { words: `${agreed}。到时间了，现在可以打`, late: false };
}

/** The calls in which nobody was heard, the last of them told; empty where there was none. */
export function triedWords(tries: NonNullable<NonNullable<Grant["call_back"]>["tries"]>): string {
  const last = tries.at(-1);
  return last ? `打过 ${tries.length} 次没有听到本人，最近一次 ${moment(last.at)} ${last.by_name}：${last.outcome_label}` : "";
}

/** What a time field holds, as the server takes it: Shanghai time whatever the computer's. */
export function momentTyped(typed: string): string | null {
  return typed ? `${typed}:00+08:00` : null;
}

type Item = components["schemas"]["ItemSummary"];

/** What may be granted by whoever stands there for themselves; a unit's matters are given by whom its register names. */
export function grantable(items: readonly Item[]): Item[] {
  return items.filter((each) => each.proxy && each.for_people);
}

/** What is offered: what is chosen already, what is looked for, else what they came for and what old people need. */
export function offered(items: readonly Item[], picked: readonly string[], cameFor: readonly string[], sought: string): Item[] {
  const words = sought.trim();
  const fits = (each: Item): boolean => (words ? each.name.includes(words) : cameFor.includes(each.code) || each.themes.includes("elderly"));
  const rank = (each: Item): number => (picked.includes(each.code) ? 0 : cameFor.includes(each.code) ? 1 : 2);
  return items.filter((each) => picked.includes(each.code) || fits(each)).sort((one, other) => rank(one) - rank(other));
}

/** Of these, what the words say somebody came for: item names as the queue has them. */
export function cameForOf(items: readonly Item[], reason: string): string[] {
  return items.filter((each) => reason.includes(each.name)).map((each) => each.code);
}

/** Who is told of a grant that was recorded at the counter, and how; whom nothing reaches gets it on paper. */
export function toldOf(principal: string, person: { phone?: string | null; has_account?: boolean }): { words: string; onPaper: boolean } {
  const onPaper = !person.phone && !person.has_account;
  if (onPaper) return { words: `${principal} 没有登记手机，也没有用过小程序，收不到通知：请打印出来，读一遍，交给本人。代办人登记过手机或用过小程序的，会收到通知。`, onPaper };
  return { words: `${principal} 会${person.has_account ? "在小程序里" : "收到短信"}知道；代办人登记过手机或用过小程序的，也会收到通知。`, onPaper };
}
