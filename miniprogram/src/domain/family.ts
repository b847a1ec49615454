/** Grants as people see them: who acts for whom, what, until when; and what was done under one. */

import type { components } from "../../typings/api";
import { isUnderWay } from "./begun";
import { inDays, sayDay, sayMoment } from "./dates";
import { nameFault, numberFault, phoneFault } from "./identity";
import { type MaterialCard, NO_CARD } from "./materials";

export type Grant = components["schemas"]["GrantView"];
type Done = components["schemas"]["GrantActView"];
type Watch = components["schemas"]["WatchView"];
type Row = components["schemas"]["CaseRow"];
type Watched = components["schemas"]["WatchedCaseView"];
type Power = components["schemas"]["Power"];

export interface GrantCard {
  id: string;
  /** The other side, masked; 对方 where nobody is named yet. */
  who: string;
  status: string;
  tone: "done" | "waiting" | "refused" | "";
  /** What may be done, in one line, and until when. */
  what: string;
  until: string;
  items: { code: string; name: string; instant: boolean }[];
  every: boolean;
  /** Whether it can be acted under now. */
  usable: boolean;
  /** Whether the reader may end it. */
  ends: boolean;
}

export interface Family {
  /** Offers that wait for the reader's answer. */
  asked: GrantCard[];
  /** Those the reader may act for. */
  held: GrantCard[];
  /** Those who may act for the reader. */
  given: GrantCard[];
  /** What the reader offered, or claimed, and waits for. */
  waiting: GrantCard[];
  past: GrantCard[];
}

const TONES: Record<Grant["state"], GrantCard["tone"]> = {
  invited: "waiting",
  checking: "waiting",
  active: "done",
  used_up: "done",
  declined: "refused",
  revoked: "refused",
  expired: "refused",
  ended: "refused",
};
const LIVE = ["active", "used_up"];

/** The last day that counts: a grant until midnight ends with the day before. */
export function lastDay(until: string, now: string): string {
  return sayDay(new Date(Date.parse(until) - 1).toISOString(), now);
}

const MY_TURN = "等您答复";

/** The label of the state is written for whoever asked: to the one who is asked it is their own turn. */
function standing({ starts_at, state_label, actions }: Grant, early: boolean, now: string): string {
  if (actions.includes("accept")) return MY_TURN;
  return early ? `${sayDay(starts_at, now)}开始` : state_label;
}

function named({ name }: Grant["agent"]): string {
  return name || "对方";
}

export function grantCard(grant: Grant, now: string, first = ""): GrantCard {
  const other = grant.you === "principal" ? grant.agent : grant.principal;
  const live = LIVE.includes(grant.state);
  const begun = Date.parse(grant.starts_at) <= Date.parse(now);
  return {
    id: grant.id,
    who: named(other),
    status: standing(grant, live && !begun, now),
    tone: TONES[grant.state],
    what: grant.all_items ? "所有可以代办的事" : grant.items.map((each) => each.name).join("、"),
    until: `到 ${lastDay(grant.until, now)}${grant.single_use ? "，只能办一次" : ""}`,
    items: [...grant.items].sort((one, other) => Number(other.code === first) - Number(one.code === first)),
    every: grant.all_items,
    usable: live && begun && grant.you === "agent",
    ends: grant.actions.includes("revoke"),
  };
}

/** All grants by what they are to the reader. `first`: the item that is looked for. */
export function familyOf(grants: Grant[], now: string, first = ""): Family {
  const found: Family = { asked: [], held: [], given: [], waiting: [], past: [] };
  for (const grant of grants) found[placeOf(grant)].push(grantCard(grant, now, first));
  return found;
}

function placeOf({ actions, state, you }: Grant): keyof Family {
  if (actions.includes("accept")) return "asked";
  if (state === "invited" || state === "checking") return "waiting";
  if (!LIVE.includes(state)) return "past";
  return you === "agent" ? "held" : "given";
}

const POWERS: Record<Power, string> = { submit: "申请和预约", mend: "按要求补正", see: "查看进度和结果", collect: "领取结果", withdraw: "撤回申请" };

export interface GrantPage extends GrantCard {
  principal: string;
  agent: string;
  basis: string;
  powers: string[];
  reason: string;
  heard: string;
  /** Whether the reader is whose matter it is. */
  mine: boolean;
  answers: boolean;
  /** When staff call a principal without a phone; empty where nobody does. */
  call: string;
  /** Whether that time is over, and nobody has reached them. */
  missed: boolean;
  /** Of an offer that names nobody: what the code carries, and until when it is taken. */
  scene: string;
  answerBy: string;
}

export function grantPage(grant: Grant, now: string): GrantPage {
  return {
    ...grantCard(grant, now),
    principal: grant.you === "principal" ? "您" : named(grant.principal),
    agent: grant.you === "agent" ? "您" : named(grant.agent),
    basis: grant.relation ? `${grant.basis_label}（${grant.relation}）` : grant.basis_label,
    powers: grant.powers.map((each) => POWERS[each]),
    reason: grant.reason ?? "",
    heard: grant.heard_by ? `${grant.heard_by}当面或电话听取后登记` : "",
    call: callOf(grant, now),
    missed: isOver(grant, now),
    mine: grant.you === "principal",
    answers: grant.actions.includes("accept"),
    ...(grant.invitation ? { scene: grant.invitation.token, answerBy: sayMoment(grant.invitation.answer_by, now) } : { scene: "", answerBy: "" }),
  };
}

function callOf({ call_back }: Grant, now: string): string {
  return call_back ? `${sayDay(call_back.day, now)} ${call_back.half_label}` : "";
}

const ENDS = { morning: "12:00", afternoon: "17:00" };

function isOver({ call_back }: Grant, now: string): boolean {
  return !!call_back && Date.parse(`${call_back.day}T${ENDS[call_back.half]}:00+08:00`) < Date.parse(now);
}

/** What was done under it, newest first, both sides named as the page names them. Reads that follow one another within a minute are one line. */
export function doneLines(acts: Done[], { agent, principal }: Pick<GrantPage, "agent" | "principal">, now: string): string[] {
  const lines = acts.map(({ at, what, item }) => `${sayMoment(at, now)}，${agent}${what}${item ? `「${item}」` : `了${principal}的信息`}`);
  return lines.filter((line, place) => line !== lines[place - 1]);
}

const PAPERS = 3;

/** The paper a parent without a phone signed, as it stands in photographs. */
export function paperCard(uploads: string[]): MaterialCard {
  return {
    ...NO_CARD,
    key: "paper",
    name: "老人签了字的授权书",
    help: "写清谁替谁办、办什么、到哪天，老人签名或按手印。拍清楚，最多三张。",
    status: uploads.length ? `已拍${uploads.length}张` : "",
    tone: uploads.length ? "done" : "",
    files: uploads.map((id, place) => ({ id, name: `第${place + 1}张`, picture: true })),
    there: uploads.length > 0,
    upload: true,
    room: PAPERS - uploads.length,
    most: PAPERS,
    megabytes: 10,
    extensions: ["jpg", "jpeg", "png", "pdf"],
  };
}

/** A number somebody can be reached at: a mobile, or a landline with its area code. Empty where it is one. */
export function reachFault(number: string): string {
  return /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(number.trim()) ? "" : "请填手机号，或带区号的座机号，如 0600-8112233。";
}

/** What the reader will be: whoever acts, whose matter it is, a child's guardian, or whoever acts for a parent without a phone. */
export type OfferSide = "agent" | "principal" | "ward" | "paper";
export interface Offer {
  items: unknown[];
  name: string;
  phone: string;
  number: string;
  paper: MaterialCard;
  reach: string;
}
type Faults = Record<string, string>;

const chosen = ({ items }: Offer): Faults => ({ items: items.length ? "" : "请选至少一件事。" });
const numbered = ({ name, number }: Offer): Faults => ({ name: nameFault(name), number: numberFault("resident_card", number) });
const reached = ({ name, phone }: Offer): Faults => (phone.trim() ? { name: nameFault(name), phone: phoneFault(phone) } : {});
const called = ({ paper, reach }: Offer): Faults => ({ paper: paper.there ? "" : "请拍下老人签了字的授权书。", reach: reachFault(reach) });
const CHECKS: Record<OfferSide, ((offer: Offer) => Faults)[]> = { agent: [chosen, reached], principal: [chosen, reached], ward: [numbered], paper: [chosen, numbered, called] };

/** What is missing or wrong, by field. */
export function offerFaults(side: OfferSide, offer: Offer): Faults {
  const found = CHECKS[side].flatMap((check) => Object.entries(check(offer)));
  return Object.fromEntries(found.filter(([, fault]) => fault));
}

/** The day a new grant ends unless somebody chooses another, as 2026-02-28. */
export function usualEnd(now: string): string {
  return inDays(now, 90);
}

export interface WatchPage {
  id: string;
  title: string;
  status: string;
  tone: "done" | "waiting" | "refused";
  /** Which cases. */
  what: string;
  mine: boolean;
  /** Opened from a code, and not answered yet. */
  offered: boolean;
  /** Whether the reader sees somebody else's cases now. */
  sees: boolean;
  ends: boolean;
  scene: string;
  answerBy: string;
}

const WATCH_TONES: Record<Watch["state"], WatchPage["tone"]> = { invited: "waiting", active: "done", ended: "refused" };

export function watchPage(watch: Watch, now: string): WatchPage {
  const { id, mine, state, invitation } = watch;
  const offered = !mine && state === "invited";
  return {
    id,
    mine,
    title: mine ? `${watch.watcher || "对方"}看我的进度` : `看${watch.principal}的进度`,
    status: offered ? MY_TURN : watch.state_label,
    tone: WATCH_TONES[state],
    what: watch.items.length ? watch.items.join("、") : "全部办件，以后新办的也在内",
    offered,
    sees: !mine && state === "active",
    ends: watch.ends,
    ...(invitation ? { scene: invitation.token, answerBy: sayMoment(invitation.answer_by, now) } : { scene: "", answerBy: "" }),
  };
}

/** How each case stands. */
/** What may be chosen to be watched: cases under way, each told apart by how it stands, its number and its day. */
export function watchChoices(cases: Row[], now: string): { id: string; name: string; note: string; chosen: boolean }[] {
  return cases.filter(isUnderWay).map(({ id, item_name, state, number, created_at }) => {
    const note = [state.label, number && `办件编号 ${number}`, `${sayDay(created_at, now)}开始办`].filter(Boolean).join(" · ");
    return { id, name: item_name, note, chosen: false };
  });
}

/** How far each case is. Nothing there waits for whoever watches, so nothing stands in the colour of what does. */
export function watchedLines(cases: Watched[], now: string): { name: string; status: string; tone: string; turn: string; when: string }[] {
  return cases.map(({ item_name, status, turn, over, updated_at }) => ({ name: item_name, status, turn, tone: over ? "done" : "", when: sayMoment(updated_at, now) }));
}
