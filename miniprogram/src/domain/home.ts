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

/** What is still to do for a citizen's case, and the words on it. */
const WAITS_FOR_ME: Record<string, string> = { draft: "没填完", returned: "需要您修改", correction: "需要您补正", correction_after_acceptance: "需要您补正" };
const MOST = 3;

export interface Unfinished {
  id: string;
  item: string;
  name: string;
  status: string;
  /** Not handed in yet: goes on where the form was left. */
  draft: boolean;
}

/** Cases that wait for the person, the one touched last first. */
export function unfinished(cases: Case[]): Unfinished[] {
  return cases
    .filter((each) => each.state.state in WAITS_FOR_ME)
    .sort((one, other) => Date.parse(other.updated_at) - Date.parse(one.updated_at))
    .slice(0, MOST)
    .map((each) => ({ id: each.id, item: each.item, name: each.item_name, status: WAITS_FOR_ME[each.state.state]!, draft: each.state.state === "draft" }));
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
