/** What waits for the person themselves, wherever it comes from: what it is, until when, and the page where they do it. */

import type { components } from "../../typings/api";
import { waitLine } from "./appointments";
import { askedLine } from "./cases";
import { sayDay, sayMoment, saySlot, saySpan } from "./dates";
import { grantCard, watchPage } from "./family";
import { authorisationLine } from "./licences";

type Schemas = components["schemas"];

/** What the product answered: whole lists, in which most lines wait for nobody or for somebody else. */
export interface Answered {
  cases: Schemas["CaseRow"][];
  visits: Schemas["models__appointments__AppointmentView"][];
  line: Schemas["WaitlistEntryView"][];
  asked: Schemas["AskedRow"][];
  licences: Schemas["models__licence_uses__AuthorisationView"][];
  grants: Schemas["GrantView"][];
  watches: Schemas["WatchView"][];
}

export interface Waiting {
  id: string;
  /** Where it is done. */
  url: string;
  icon: string;
  name: string;
  note: string;
  status: string;
}

interface Dated extends Waiting {
  /** Until when it must be done; null where nothing is lost by waiting. */
  due: string | null;
}

const MEND: Record<string, string> = { returned: "需要您修改", correction: "需要您补正", correction_after_acceptance: "需要您补正" };

/** Everything that waits, the most pressing first; what has no day comes last, in the order of the lists. */
export function waitingFor(found: Answered, now: string): Waiting[] {
  const all = [
    ...found.line.flatMap((each) => offered(each, now)),
    ...found.visits.flatMap((each) => moved(each, now)),
    ...found.asked.flatMap((each) => owed(each, found.visits, now)),
    ...found.cases.flatMap((each) => sentBack(each, now)),
    ...found.licences.flatMap((each) => wanted(each, now)),
    ...found.grants.flatMap((each) => entrusted(each, now)),
    ...found.watches.flatMap((each) => shown(each, now)),
  ];
  const moment = ({ due }: Dated): number => (due ? Date.parse(due) : Number.MAX_SAFE_INTEGER);
  return all.sort((one, other) => moment(one) - moment(other)).map(({ id, url, icon, name, note, status }) => ({ id, url, icon, name, note, status }));
}

function offered(each: Answered["line"][number], now: string): Dated[] {
  if (!each.offer || !each.actions.includes("accept") || Date.parse(each.offer.until) <= Date.parse(now)) return [];
  const { what, where, offer } = waitLine(each, now);
  const status = `请在${saySlot(each.offer.until, now)}前答复`;
  return [{ id: each.id, url: "/packages/appointments/list/list", icon: "clock", name: `排到位子了：${what}`, note: `${offer}，${where}`, status, due: each.offer.until }];
}

/** A visit that is to be moved, or was left by whoever booked it for somebody. */
function moved(each: Answered["visits"][number], now: string): Dated[] {
  if (!each.actions.some((action) => action === "accept-proposal" || action === "take-over")) return [];
  const note = `${saySpan(each.start, each.end, now)}，${each.hall_name}`;
  return [{ id: each.id, url: `/packages/appointments/visit/visit?id=${each.id}`, icon: "calendar", name: `预约：${each.item_names.join("、")}`, note, status: each.status, due: each.start }];
}

type Asked = Answered["asked"][number];

/** Where what a case asks is done; empty where it is not the person's turn. Whoever has booked already has only to come. */
const DONE_AT: Record<string, (each: Asked, visits: Answered["visits"]) => string> = {
  confirmation: ({ id }) => `/packages/case/asked/asked?id=${id}`,
  signature: ({ id }) => `/packages/case/asked/asked?id=${id}`,
  payment: ({ id }) => `/packages/paying/bill/bill?id=${id}`,
  visit: (each, visits) => (each.case && !visits.some((visit) => visit.case === each.case) ? `/packages/case/case/case?id=${each.case}` : ""),
};
const ICONS: Record<string, string> = { payment: "money", visit: "walk" };
const TO_DO: Record<string, string> = { payment: "去缴费", visit: "去预约" };

/**
 * What a case asks: another's, or one's own. What is handed in later is left to its case: the list does not tell whether that was done
 * and waits for staff.
 */
function owed(each: Asked, visits: Answered["visits"], now: string): Dated[] {
  const kind = each.kind.code;
  const url = DONE_AT[kind]?.(each, visits);
  if (!url) return [];
  const { id, name, note, status } = askedLine(each, now);
  return [{ id, url, icon: ICONS[kind] ?? "edit", name, note, status: each.overdue ? status : (TO_DO[kind] ?? status), due: each.due }];
}

function sentBack(each: Answered["cases"][number], now: string): Dated[] {
  const status = MEND[each.state.state];
  if (!status) return [];
  const note = each.due ? `最晚${sayMoment(each.due, now)}` : "";
  return [{ id: each.id, url: `/packages/case/case/case?id=${each.id}`, icon: "edit", name: each.item_name, note, status, due: each.due }];
}

function wanted(each: Answered["licences"][number], now: string): Dated[] {
  if (!each.actions.includes("authorise")) return [];
  const { id, status } = authorisationLine(each);
  const note = `${each.purpose}，最多用到${sayDay(each.until, now)}`;
  return [{ id, url: `/packages/licences/authorisation/authorisation?id=${id}`, icon: "identity", name: `${each.applicant}想用您的${each.kind_name}`, note, status, due: null }];
}

function entrusted(each: Answered["grants"][number], now: string): Dated[] {
  if (!each.actions.includes("accept")) return [];
  const { who, what, until, status } = grantCard(each, now);
  const name = each.you === "agent" ? `${who}请您代办` : `${who}想替您办事`;
  return [{ id: each.id, url: `/packages/family/grant/grant?id=${each.id}`, icon: "family", name, note: `${what}，${until}`, status, due: null }];
}

function shown(each: Answered["watches"][number], now: string): Dated[] {
  const { id, offered: asks, title, what, status } = watchPage(each, now);
  return asks ? [{ id, url: `/packages/family/watch/watch?id=${id}`, icon: "eye", name: `请您${title}`, note: what, status, due: null }] : [];
}
