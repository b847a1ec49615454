/** Electronic licences and who may use them, in words. */

import type { components } from "../../typings/api";
import type { Tone } from "./cases";
import { sameDay, sayDate, sayDay, sayMoment, sayTime } from "./dates";

type Licence = components["schemas"]["LicenceOwnView"];
type Showing = components["schemas"]["ShowingView"];
type Authorisation = components["schemas"]["models__licence_uses__AuthorisationView"];

export interface LicenceCard {
  id: string;
  name: string;
  number: string;
  status: string;
  tone: Tone;
  notes: string[];
  advice: string;
  /** Whether it can be shown to somebody now. */
  usable: boolean;
}

export interface Line {
  id: string;
  name: string;
  note: string;
  status: string;
  tone: Tone;
}

export interface AuthorisationPage {
  kind: string;
  title: string;
  sentence: string;
  status: string;
  tone: Tone;
  facts: { question: string; answer: string }[];
  looks: { who: string; what: string }[];
  /** What may be answered now. */
  mayAnswer: boolean;
  mayRevoke: boolean;
}

const TONES: Record<string, Tone> = { asked: "waiting", given: "done", declined: "refused", revoked: "refused" };

export function licenceCard(each: Licence): LicenceCard {
  const until = each.valid_until ? `有效期到${sayDate(each.valid_until)}` : "长期有效";
  const holders = each.holders.length > 1 ? `持有人：${each.holders.join("、")}` : "";
  return {
    id: each.identifier,
    name: each.name,
    number: each.number,
    status: each.usable ? "能用" : "现在不能用",
    tone: each.usable ? "done" : "refused",
    notes: [holders, each.issuer, `${sayDate(each.issued_on)}发证，${until}`].filter(Boolean),
    advice: each.advice,
    usable: each.usable,
  };
}

/** A licence on the screen, for whoever stands before me. */
export interface ShownPage {
  licence: string;
  holder: string;
  until: string;
}

export function shownPage(each: Showing, now: string): ShownPage {
  return { licence: each.licence, holder: each.holder_name, until: `${sayTime(each.until)}前有效${sameDay(each.until, now) ? "" : `（${sayDay(each.until, now)}）`}` };
}

/** What is printed across a copy, as the server prints it. */
export function copyWords(purpose: string, lastDay: string): string {
  return `仅用于${purpose.trim() || "……"}，有效至${sayDate(lastDay)}，他用无效`;
}

/** Whether a copy can be made for that; else what is missing, in words. */
export function copyFault(purpose: string): string {
  const letters = [...purpose.trim()].length;
  if (letters < 2) return "请写清楚做什么用，比如：给孩子办入学。";
  return letters > 20 ? "用途请不要超过20个字，不然印不下。" : "";
}

/** The label of the state is written for whoever asked: to the holder it is their own turn. */
function statusOf({ state, state_label: label }: Authorisation): string {
  return state === "asked" ? "等您答复" : label;
}

export function authorisationLine(each: Authorisation): Line {
  return { id: each.id, name: each.kind_name, note: `${each.applicant} · ${each.purpose}`, status: statusOf(each), tone: TONES[each.state] ?? "" };
}

export function authorisationPage(each: Authorisation, now: string): AuthorisationPage {
  const until = sayMoment(each.until, now);
  const told: [string, string][] = [
    ["做什么用", each.purpose],
    ["能用到什么时候", each.ended_at ? "" : until],
    ["什么时候请您的", sayMoment(each.asked_at, now)],
    ["谁同意的", each.given_at ? [each.given_by, sayMoment(each.given_at, now)].filter(Boolean).join("，") : ""],
    ["什么时候结束的", each.ended_at ? sayMoment(each.ended_at, now) : ""],
    ["为什么结束", each.ended_for],
  ];
  return {
    kind: each.kind_name,
    title: `${each.applicant}在办「${each.item_name}」，要用到您的${each.kind_name}`,
    sentence: sentenceOf(each, until),
    status: statusOf(each),
    tone: TONES[each.state] ?? "",
    facts: told.flatMap(([question, answer]) => (answer ? [{ question, answer }] : [])),
    looks: each.looks.map((look) => ({ who: [look.by, look.department].filter(Boolean).join("，"), what: `${sayMoment(look.at, now)}，${look.what}` })),
    mayAnswer: each.actions.includes("authorise"),
    mayRevoke: each.actions.includes("revoke"),
  };
}

function sentenceOf({ state, actions }: Authorisation, until: string): string {
  if (state === "asked") return `同意以后只用于这一件事，到${until}为止；不同意，谁也看不到。不认识对方，请选「不同意」。`;
  if (state !== "given") return "";
  return actions.includes("revoke") ? "对方提交申请以前，您随时可以撤回。" : "已经随申请提交，不能再撤回。这件事办完就结束。";
}
