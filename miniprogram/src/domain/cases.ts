/** How a case stands, in a list. */

import type { components } from "../../typings/api";
import { sayMoment } from "./dates";
import { maskName } from "./masks";

type Case = components["schemas"]["CaseRow"];

export type Tone = "" | "done" | "waiting" | "refused";

export interface CaseLine {
  id: string;
  name: string;
  note: string;
  status: string;
  tone: Tone;
}

const FOR_ME = new Set(["draft", "returned", "correction", "correction_after_acceptance"]);

/** Green is what one has and keeps: a decision that was taken back, or has ended, is none. */
export function toneOf({ state, holds }: Pick<Case["state"], "state" | "holds">): Tone {
  if (FOR_ME.has(state)) return "waiting";
  if (holds === null) return state === "not_accepted" ? "refused" : "";
  return holds ? "done" : "refused";
}

/** Who did it for whom, where somebody did. `whose`: 您, or the name of whom the reader acts for as the band gives it. */
export function doneFor(agent: string | null, whose: string): string {
  return agent ? `${maskName(agent)}替${whose}办` : "";
}

export function caseLine(each: Case, whose: string, now: string): CaseLine {
  const due = each.due ? `${sayMoment(each.due, now)}前` : "";
  const sentence = each.state.sentence === each.state.label ? "" : each.state.sentence;
  const note = [sentence, due && `最晚${due}`, doneFor(each.agent_name, whose)].filter(Boolean).join(" · ");
  return { id: each.id, name: each.item_name, note, status: each.state.label, tone: toneOf(each.state) };
}

type Asked = components["schemas"]["AskedRow"];

export interface AskedLine {
  id: string;
  name: string;
  note: string;
  status: string;
}

/** Something another's case asks of me. */
export function askedLine(each: Asked, now: string): AskedLine {
  const due = each.due ? `最晚${sayMoment(each.due, now)}` : "";
  return { id: each.id, name: each.name, note: [`${each.applicant}的${each.item_name}`, due].filter(Boolean).join(" · "), status: each.overdue ? "已过期限" : "等您办" };
}
