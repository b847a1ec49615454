/** One case, in the order people ask: what happens now, whose turn it is, until when; what is to be mended; what came of it. */

import type { components } from "../../typings/api";
import { doneFor, type Tone, toneOf } from "./cases";
import { sayDay, sayMoment } from "./dates";
import { sayAnswer } from "./fields";
import { handsLine } from "./hands";
import type { Field } from "./rules";

type Case = components["schemas"]["CaseView"];
type Inspection = components["schemas"]["InspectionView"];
type Obligation = components["schemas"]["ObligationView"];

export interface Mend {
  /** `materials` or `form`; anything else can only be read. */
  where: string;
  key: string;
  name: string;
  told: string;
}

export interface Slip {
  number: string;
  /** Who tells it: the whole, or a department's part of a bundle. */
  from: string;
  told: string;
  due: string;
  mends: Mend[];
}

export interface Mark {
  name: string;
  when: string;
  tone: "done" | "now" | "later";
}

export interface Task {
  id: string;
  kind: string;
  key: string;
  name: string;
  note: string;
  /** Whether the applicant themselves confirms or signs it here. */
  mine: boolean;
}

/** An answer that differs from its register; both values where there are two to be told. */
export interface Differing {
  label: string;
  told: string;
  registered: string;
  typed: string;
}

export interface Button {
  action: string;
  label: string;
}

export interface CasePage {
  id: string;
  item: string;
  name: string;
  number: string;
  status: string;
  tone: Tone;
  sentence: string;
  facts: { question: string; answer: string }[];
  slips: Slip[];
  tasks: Task[];
  /** Payment slips, by their obligation's id; the settled ones, too, for their receipts. */
  bills: { id: string; name: string; note: string; status: string; tone: Tone }[];
  speak: { title: string; why: string; basis: string; until: string; hearing: boolean; said: string } | null;
  correct: string;
  marks: Mark[];
  parts: { key: string; name: string; status: string; note: string }[];
  /** Who handles it. */
  hands: { note: string; status: string } | null;
  papers: { key: string; title: string; note: string }[];
  result: { title: string; notes: string[] } | null;
  decision: { title: string; notes: string[] } | null;
  /** What officers have fixed, such as the amount. */
  fixed: { label: string; value: string }[];
  /** The company it founded, or that is founded by now where it is about one. */
  founded: { name: string; uscc: string } | null;
  certificate: string;
  mayBook: boolean;
  offers: { item: string; name: string; note: string }[];
  /** What is done at the bottom of the page, and what stands more quietly above. */
  primary: Button | null;
  buttons: Button[];
}

export const TO_MEND = new Set(["returned", "correction", "correction_after_acceptance"]);
/** What has its own place on this page or another: no button that could only be refused. */
const ELSEWHERE = new Set(["hand-in", "promise", "speak", "save", "decline-commitment", "ask-recusal"]);
const PAYMENT = "payment";
const SIGNED_HERE = new Set(["confirmation", "signature"]);

export function casePage(found: Case, whose: string, now: string): CasePage {
  const { primary, buttons } = actionsOf(found);
  return {
    id: found.id,
    item: found.item,
    name: found.item_name,
    number: found.number ?? "",
    status: found.state.label,
    tone: toneOf(found.state),
    sentence: found.state.sentence,
    facts: factsOf(found, whose, now),
    slips: TO_MEND.has(found.state.state) ? slipsOf(found, now) : [],
    tasks: found.obligations.filter((each) => each.open && each.kind.code !== PAYMENT).map((each) => taskOf(found, each, now)),
    bills: found.obligations.filter((each) => each.kind.code === PAYMENT).map((each) => billOf(each, now)),
    ...inspectionOf(found, now),
    marks: marksOf(found, now),
    parts: found.parts.map((each) => ({ key: each.key, name: each.name, status: each.status.label, note: each.decided_at ? each.result : at(each.due, now) && `最晚${at(each.due, now)}` })),
    hands: handsLine(found),
    papers: found.papers.map(({ key, title, number, at }) => ({ key, title, note: [number, sayDay(at, now)].filter(Boolean).join(" · ") })),
    result: resultOf(found),
    decision: decisionOf(found, now),
    fixed: found.filled,
    founded: found.founded ?? null,
    certificate: found.certificate ?? "",
    mayBook: found.may_book,
    offers: found.offers,
    primary,
    buttons,
  };
}

/** What differs and is still looked into. `fields`: the questions of its form, for their words. */
export function differingOf({ differences, decision, closed_at }: Pick<Case, "differences" | "decision" | "closed_at">, fields: Field[]): Differing[] {
  if (decision || closed_at) return [];
  return differences.map(({ field: key, label, told, registered, typed }) => {
    const field = fields.find((each) => each.key === key);
    const both = field !== undefined && !field.claims && registered !== null; // of a name that is taken, the register gives the reason
    return { label, told, registered: both ? sayAnswer(field, registered) : "", typed: both ? sayAnswer(field, typed) : "" };
  });
}

/** Each act once: the one that is due at the bottom, the others as plain buttons; what has its own place on the page is not among them. */
function actionsOf({ actions, state }: Case): { primary: Button | null; buttons: Button[] } {
  const over = actions.find((each) => each.action === "take-over"); // frozen since a grant ended: nothing is kept before it is taken over
  if (state.state === "draft") return { primary: over ? { action: over.action, label: "由我接着办" } : { action: "continue", label: "接着填" }, buttons: actions.filter((each) => each.action === "withdraw").map(() => ({ action: "withdraw", label: "不办了，删掉草稿" })) };
  const shown = actions.filter((each) => !ELSEWHERE.has(each.action));
  const primary = shown.find((each) => ["take-over", "resubmit", "commit"].includes(each.action)) ?? null;
  return { primary, buttons: shown.filter((each) => each !== primary) };
}

/** A moment as people say it; nothing where there is none. */
function at(moment: string | null | undefined, now: string): string {
  return moment ? sayMoment(moment, now) : "";
}

function joined(...words: (string | null | undefined)[]): string {
  return words.filter(Boolean).join(" · ");
}

function factsOf(found: Case, whose: string, now: string): CasePage["facts"] {
  const told: [string, string | null | undefined][] = [...datesOf(found, now), ...reasonsOf(found, whose, now)];
  return told.flatMap(([question, answer]) => (answer ? [{ question, answer }] : []));
}

function datesOf({ clock, state, decision }: Case, now: string): [string, string][] {
  return [
    ["您最晚什么时候改好", at(clock.mend_due, now)],
    ["最晚什么时候告诉您受不受理", state.state === "received" ? at(clock.deficiency_due, now) : ""],
    ["承诺最晚什么时候办完", decision ? "" : at(clock.promised_due, now)],
  ];
}

/** That it was hurried, while that still says something: nobody has looked at it, nor was anything handed in, since. */
function hurried({ urged_at, decision, closed_at, returns, submissions }: Case, now: string): string {
  const since = [...returns, ...submissions].some((each) => urged_at && Date.parse(each.at) > Date.parse(urged_at));
  return urged_at && !since && !decision && !closed_at ? `${sayMoment(urged_at, now)}催过，在工作人员的待办里标出来了` : "";
}

function reasonsOf(found: Case, whose: string, now: string): [string, string | null | undefined][] {
  const { agent_name, clock, green, intake, result } = found;
  const stop = clock.stops.find((each) => !each.end || Date.parse(each.end) > Date.parse(now));
  return [
    ["谁的事", doneFor(agent_name, whose)],
    ["为什么停着", stop && joined(stop.ground.label, stop.reason, stop.until && `预计${sayDay(stop.until, now)}结束`)],
    ["为什么延长", joined(clock.extension?.reason, clock.longer)],
    ["绿色通道", green?.name],
    ["在哪里收的件", intake && `${intake.counter}代收，由${intake.decided_by}决定`],
    ["催办", hurried(found, now)],
    ["为什么结束", found.ended_for],
    ["怎么拿结果", result ? "" : found.delivery],
  ];
}

function slipsOf(found: Case, now: string): Slip[] {
  const names = Object.fromEntries(found.parts.map((each) => [each.key, each.name]));
  return found.returns
    .filter((each) => !each.answered_at)
    .map((each) => ({
      number: each.number,
      from: each.part ? (names[each.part] ?? "") : "",
      told: sayMoment(each.at, now),
      due: each.due ? sayMoment(each.due, now) : "",
      mends: each.defects.map(({ target, name, reason, advice }) => {
        const [where = "", key = ""] = target.split("/");
        return { where, key, name, told: reason.code === "other" ? advice : `${reason.label}：${advice}` };
      }),
    }));
}

/** What a case that is mended needs besides, such as the card of an agent who took it up: nothing stands for it, and nobody sent it back. */
export function lacking(found: Pick<Case, "materials">, { slips }: Pick<CasePage, "slips">): string[] {
  const returned = new Set(slips.flatMap((slip) => slip.mends.map((each) => each.key)));
  const stands = ({ files, licence, asked, exempt, committed, later }: Case["materials"][number]): boolean => Boolean(files.length || licence || asked || exempt || committed || later?.promised_at);
  return found.materials.filter((each) => each.need.code === "required" && !stands(each) && !returned.has(each.key)).map((each) => each.key);
}

function taskOf(found: Case, each: Obligation, now: string): Task {
  const kind = each.kind.code;
  const who = each.who_name && each.who_name !== found.person_name ? `等${each.who_name}` : "";
  const late = each.due && Date.parse(each.due) < Date.parse(now);
  const due = each.due ? `${late ? "已经过了期限，原来" : ""}最晚${sayMoment(each.due, now)}` : "";
  const note = joined(each.kind.label, who, each.handed_at ? "已补交，等工作人员看" : due);
  return { id: each.id, kind, key: each.key, name: each.name, note, mine: !who && SIGNED_HERE.has(kind) };
}

function billOf({ id, name, open, due, ended_for }: Obligation, now: string): CasePage["bills"][number] {
  if (open) return { id, name, note: due ? `最晚${sayMoment(due, now)}` : "", status: "去缴费", tone: "waiting" };
  return { id, name, note: ended_for, status: ended_for ? "" : "已缴清", tone: ended_for ? "" : "done" };
}

function inspectionOf({ inspection, actions }: Case, now: string): Pick<CasePage, "speak" | "correct"> {
  if (!inspection) return { speak: null, correct: "" };
  const until = inspection.correct_by ? `，请在${at(inspection.correct_by, now)}前改正` : "";
  const correct = inspection.ended_at || !inspection.correction ? "" : inspection.correction + until;
  return { correct, speak: actions.some((each) => each.action === "speak") ? speakOf(inspection, now) : null };
}

function speakOf({ label, proposed_for, proposed_basis, speak_until, hearing_offered, statement }: Inspection, now: string): CasePage["speak"] {
  return { title: label, why: proposed_for ?? "", basis: proposed_basis ?? "", until: at(speak_until, now), hearing: hearing_offered, said: statement ?? "" };
}

function marksOf(found: Case, now: string): Mark[] {
  const handedIn: [string, string | null | undefined][] = [
    ...found.submissions.map((each, index): [string, string] => [handedInBy(each, index), each.at]),
    ...found.returns.map((each): [string, string] => ["退回，请您修改", each.at]),
    [found.receipt ? `收件，凭证${found.receipt}` : "收件", found.filed_at],
    ["受理", found.clock.accepted_at],
  ];
  const marks = handedIn.flatMap(([name, moment]) => (moment ? [{ name, moment }] : [])).sort((one, other) => Date.parse(one.moment) - Date.parse(other.moment));
  return [...marks.map(({ name, moment }): Mark => ({ name, when: at(moment, now), tone: "done" })), ...found.steps.map((each) => stepOf(each, now))];
}

/** A handing-in, and who wrote it down where staff did. */
function handedInBy({ place, by }: Case["submissions"][number], index: number): string {
  const what = index ? "修改后又提交" : "提交";
  return place ? `${what}，由${place}工作人员${by}代录` : what;
}

function stepOf({ name, done_at, started_at, due, stands }: Case["steps"][number], now: string): Mark {
  if (done_at) return { name, when: at(done_at, now), tone: "done" };
  return started_at ? { name, when: joined("正在办", due ? `最晚${at(due, now)}` : stands), tone: "now" } : { name, when: "", tone: "later" };
}

function resultOf({ result }: Case): CasePage["result"] {
  if (!result) return null;
  return { title: [result.kind, result.number].filter(Boolean).join(" "), notes: [result.delivery, [result.place, result.hours].filter(Boolean).join("，"), result.note].filter(Boolean) };
}

function decisionOf({ decision, state }: Case, now: string): CasePage["decision"] {
  if (!decision) return null;
  const revoked = decision.revoked;
  const worth = state.state === "refused" || state.state === "not_accepted" || revoked;
  return {
    title: `${decision.outcome.label}${revoked ? (revoked.annulled ? "（已撤销）" : "（已撤回）") : ""} · ${sayDay(decision.at, now)}`,
    notes: [decision.number, decision.reason, ...(worth ? [decision.basis, decision.remedies] : []), ...(revoked ? [`${revoked.number} · ${sayDay(revoked.at, now)}`, revoked.reason, revoked.remedies] : [])].filter(Boolean),
  };
}
