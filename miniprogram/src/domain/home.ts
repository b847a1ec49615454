/** What the home page shows of somebody's matters. */

import type { components } from "../../typings/api";
import type { Ticket } from "./appointments";
import { sameDay, saySpan } from "./dates";

type Case = components["schemas"]["CaseRow"];
type Appointment = components["schemas"]["models__appointments__AppointmentView"];

export interface Popular {
  code: string;
  word: string;
  icon: string;
  /** Decided in seconds: leads straight to asking for it. */
  instant?: boolean;
}

/** Items most people come for, in the words people use. The first four are shown in elder mode. */
export const POPULAR: Popular[] = [
  { code: "ss-proof", word: "社保证明", icon: "proof", instant: true },
  { code: "longevity", word: "高龄津贴", icon: "elderly" },
  { code: "idcard-lost", word: "补身份证", icon: "identity" },
  { code: "ssc-apply", word: "办社保卡", icon: "social_insurance" },
  { code: "relation-proof", word: "亲属证明", icon: "family", instant: true },
  { code: "med-proof", word: "医保证明", icon: "medical", instant: true },
  { code: "lease-filing", word: "租房备案", icon: "housing" },
  { code: "birth-reg", word: "生育登记", icon: "family" },
];

const MOST = 3;

export interface Unfinished {
  id: string;
  name: string;
}

/** Drafts, which go on where the form was left, the one touched last first. What was sent back has a day and stands in `waiting`. */
export function unfinished(cases: Case[]): Unfinished[] {
  return cases
    .filter((each) => each.state.state === "draft")
    .sort((one, other) => Date.parse(other.updated_at) - Date.parse(one.updated_at))
    .slice(0, MOST)
    .map((each) => ({ id: each.id, name: each.item_name }));
}

export interface NextVisit {
  id: string;
  today: boolean;
  when: string;
  where: string;
  what: string;
  code: string;
  status: string;
}

const LIVE = new Set(["pending", "confirmed", "checked_in", "serving"]);

/** The next appointment that is not over. */
export function nextVisit(appointments: Appointment[], now: string): NextVisit | null {
  const coming = appointments
    .filter((each) => LIVE.has(each.state) && Date.parse(each.end) > Date.parse(now))
    .sort((one, other) => Date.parse(one.start) - Date.parse(other.start))[0];
  if (!coming) return null;
  return {
    id: coming.id,
    today: sameDay(coming.start, now),
    when: saySpan(coming.start, coming.end, now),
    where: coming.hall_name,
    what: coming.item_names.join("、"),
    code: coming.code,
    status: coming.status,
  };
}

/** The same of what the phone kept, where the network is away. */
export function keptVisit(tickets: Ticket[], now: string): NextVisit | null {
  const coming = tickets.filter((each) => Date.parse(each.end) > Date.parse(now)).sort((one, other) => Date.parse(one.start) - Date.parse(other.start))[0];
  if (!coming) return null;
  const { id, code, start, end, hall } = coming;
  return { id, code, today: sameDay(start, now), when: saySpan(start, end, now), where: hall, what: "已约好", status: "没有网络，预约码照样能用" };
}
