/** Who has to do with a case, and as what. */

import type { components } from "../../typings/api";
import { lastDay, moment } from "./dates";

type Case = Pick<components["schemas"]["CaseForStaff"], "person_name" | "agent_name" | "grant" | "obligations" | "hands" | "reviewer" | "claimed_until" | "decision" | "recusals">;

/** 「申请人 王桂芳」「代办人 王敏 委托（申请、补正），有效到…」, others, then staff: who has it in hand first, each with all they did. */
export function peopleOf(of: Case, now = new Date()): { is: string; name: string; more: string }[] {
  const agent = of.agent_name ? [{ is: "代办人", name: of.agent_name, more: grantOf(of, now) }] : [];
  return [{ is: "申请人", name: of.person_name, more: "" }, ...agent, ...othersOf(of), ...staffOf(of, now)];
}

function grantOf({ grant }: Case, now: Date): string {
  return grant ? `${grant.basis}：${grant.powers.join("、")}，到 ${lastDay(grant.until, now)}，${grant.state}` : "";
}

function othersOf(of: Case): { is: string; name: string; more: string }[] {
  const known = new Map<string, string[]>();
  for (const each of of.obligations) {
    if (each.who_name && each.who_name !== of.person_name && each.who_name !== of.agent_name) known.set(each.who_name, [...(known.get(each.who_name) ?? []), `${each.kind.label}「${each.name}」`]);
  }
  return [...known].map(([name, asked]) => ({ is: "其他当事人", name, more: asked.join("、") }));
}

function staffOf(of: Case, now: Date): { is: string; name: string; more: string }[] {
  const until = of.claimed_until ? `，到 ${moment(of.claimed_until, now)}` : "";
  const hands = of.hands.map(({ name, did }) => ({ is: did.includes("正在办") ? "在办" : "办过", name: did.includes("正在办") && of.reviewer ? of.reviewer.name : name, more: did.join("、") + (did.includes("正在办") ? until : "") }));
  const decided = of.decision ? [{ is: "决定人", name: of.decision.by.name, more: of.decision.outcome.label }] : [];
  return [...hands.filter((each) => each.is === "在办"), ...hands.filter((each) => each.is !== "在办"), ...decided, ...of.recusals.map((each) => ({ is: "已回避", name: each.who.name, more: "" }))];
}
