/** What a decision rests on, in a few lines: read beside the act, wherever one came to it from. */

import type { components } from "../../typings/api";
import { day, moment } from "./dates.ts";
import { isHandedIn } from "./papers.ts";

export type Decided = Pick<
  components["schemas"]["CaseForStaff"],
  "steps" | "materials" | "obligations" | "differences" | "compared" | "accepted_by" | "received_by" | "reviewer" | "answers" | "decision" | "inspection"
>;

export interface Basis {
  what: string;
  lines: string[];
  /** Something here may stand against it. */
  mind?: boolean;
}

/** What an act that decides, ends a case or takes its decision back rests on; nothing for all others. */
export function basisFor(action: string, of: Decided, now = new Date()): Basis[] {
  if (["annul", "keep-decision"].includes(action)) return [...decisionOf(of, now), ...proposedOf(of), ...saidOf(of, now)];
  return ["grant", "refuse", "abort"].includes(action) ? [...basisOf(of, now), ...saidOf(of, now)] : [];
}

function decisionOf({ decision }: Decided, now: Date): Basis[] {
  return decision ? [{ what: "原来的决定", lines: [`${decision.outcome.label} ${decision.number}，${decision.by.name}，${day(decision.at, now)}`] }] : [];
}

function proposedOf({ inspection }: Decided): Basis[] {
  return inspection?.proposed_for ? [{ what: "为什么提出", lines: [`${inspection.proposed_for}（依据：${inspection.proposed_basis ?? ""}）`] }] : [];
}

/** What the applicant said for themselves, with the day; that they said nothing is told where they were asked. */
function saidOf({ inspection }: Decided, now: Date): Basis[] {
  if (!inspection?.proposed_for) return [];
  const { statement, statement_at, statement_by, statement_heard_by, wants_hearing } = inspection;
  if (!statement || !statement_at) return [{ what: "申请人的说明", lines: ["没有说明"] }];
  const heard = statement_heard_by ? `（${statement_heard_by}当面听取）` : "";
  const lines = [`${day(statement_at, now)}，${statement_by ?? "申请人"}说${heard}：${statement}`];
  return [{ what: "申请人的说明", lines: wants_hearing ? [...lines, "要求听证"] : lines, mind: true }];
}

/** Nothing stands there that the case has nothing of, but for steps and papers: that there was none is what one has to know, too. */
export function basisOf(of: Decided, now = new Date()): Basis[] {
  return [stepsOf(of), papersOf(of), ...owedOf(of, now), ...feesOf(of, now), ...differingOf(of), ...committedOf(of), ...handsOf(of)];
}

function stepsOf({ steps }: Decided): Basis {
  const done = steps.filter((each) => each.done_at);
  const lines = done.map((each) => [`${each.name}（${each.done_by ?? ""}）`, each.verdict, each.finding].filter(Boolean).join("："));
  return { what: "前面的环节", lines: lines.length ? lines : ["没有，这是第一个环节"] };
}

function papersOf({ materials }: Decided): Basis {
  const there = materials.filter(isHandedIn);
  const open = there.filter((each) => !each.verdict?.passed);
  if (open.length) return { what: "材料", lines: [`还没有通过：${open.map((each) => each.name).join("、")}`], mind: true };
  return { what: "材料", lines: [there.length ? `交来的 ${there.length} 份都看过、通过了` : "没有交材料"] };
}

function owedOf({ obligations }: Decided, now: Date): Basis[] {
  const debts = obligations.filter((each) => each.kind.code === "debt" && each.open);
  const lines = debts.map((each) => each.name + (each.handed_at ? "：补交来了，等审核" : each.due ? `：${day(each.due, now)}前补交${each.overdue ? "，已经过了" : ""}` : "：还没有补交"));
  return lines.length ? [{ what: "后补的材料", lines, mind: true }] : [];
}

function feesOf({ obligations }: Decided, now: Date): Basis[] {
  const fees = obligations.filter((each) => each.kind.code === "payment");
  const lines = fees.map((each) => `${each.name.replace(/^缴费：/, "")}：${each.met_at ? `${moment(each.met_at, now)} 已缴` : each.open ? "还没有缴" : each.ended_for || "不用缴"}`);
  return lines.length ? [{ what: "费用", lines, mind: fees.some((each) => each.open) }] : [];
}

function differingOf({ differences, compared, answers }: Decided): Basis[] {
  if (!differences.length) return [];
  const typed = (field: string) => answers.find((each) => each.field === field)?.shown || "没有填";
  const lines = differences.map((each) => `${each.label}：填的是「${typed(each.field)}」，${each.finding ? `${each.register}：${each.finding}` : each.registered === null ? `${each.register}里没有查到` : `${each.register}登记的是「${said(each.registered)}」`}`);
  const note = compared ? `核实情况（${compared.by}）：${compared.note}` : "还没有写核实情况";
  return [{ what: "与登记不一致", lines: [...lines, note], mind: true }];
}

function said(registered: unknown): string {
  return typeof registered === "object" && registered !== null ? Object.values(registered).join(" ") : String(registered);
}

function committedOf({ materials }: Decided): Basis[] {
  const names = materials.filter((each) => each.committed).map((each) => each.name);
  return names.length ? [{ what: "告知承诺", lines: [`申请人承诺代替：${names.join("、")}`] }] : [];
}

function handsOf({ received_by, accepted_by, reviewer }: Decided): Basis[] {
  const lines = [["收件", received_by], ["受理", accepted_by], ["在办", reviewer]] as const;
  const told = lines.flatMap(([did, who]) => (who ? [`${did} ${who.name}`] : []));
  return told.length ? [{ what: "经手", lines: [told.join("，")] }] : [];
}
