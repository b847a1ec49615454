/** Appointments as pages show them: days and slots to choose from, one's own, places in a line, and what is kept for the door. */

import type { components } from "../../typings/api";
import { dayOf, nearDay, sayDay, sayMoment, saySpan, sayTime } from "./dates";

export type Appointment = components["schemas"]["models__appointments__AppointmentView"];
type Slot = components["schemas"]["SlotView"];
type Entry = components["schemas"]["WaitlistEntryView"];

export interface Day {
  day: string;
  /** 今天, or 周三 */
  name: string;
  /** 11月25日 */
  date: string;
  free: number;
}

/** Days that have slots, in order. */
export function daysOf(slots: Slot[], now: string): Day[] {
  const days = new Map<string, Day>();
  for (const { start, free } of slots) {
    const day = dayOf(start);
    const [date = "", weekday = ""] = sayDay(start, now).split(" ");
    const known = days.get(day) ?? { day, name: nearDay(start, now) || weekday, date, free: 0 };
    days.set(day, { ...known, free: known.free + free });
  }
  return [...days.values()];
}

export interface SlotLine {
  start: string;
  time: string;
  free: boolean;
  words: string;
}

/** The slots of a day. What is not open yet says when it opens. */
export function slotsOn(day: string, slots: Slot[], now: string): SlotLine[] {
  return slots
    .filter((each) => dayOf(each.start) === day)
    .map(({ start, free, released_at }) => {
      const opens = Date.parse(released_at) > Date.parse(now);
      const words = opens ? `${sayMoment(released_at, now)}放号` : free ? `余 ${free}` : "约满";
      return { start, time: sayTime(start), free: free > 0 && !opens, words };
    });
}

/** Kept on the phone so that the code is there without a network: nothing that says who comes, or for what. */
export interface Ticket {
  id: string;
  code: string;
  start: string;
  end: string;
  hall: string;
}

const LIVE = new Set(["pending", "confirmed", "checked_in", "serving"]);
const FELL_THROUGH = new Set(["cancelled", "declined", "missed"]);

/** Those still to come. */
export function ticketsOf(appointments: Appointment[]): Ticket[] {
  return appointments.filter((each) => LIVE.has(each.state)).map(({ id, code, start, end, hall_name }) => ({ id, code, start, end, hall: hall_name }));
}

export interface VisitLine {
  id: string;
  when: string;
  where: string;
  what: string;
  status: string;
  tone: "done" | "waiting" | "";
}

/** Whether it waits for the person themselves. */
function waitsForMe({ actions }: Appointment): boolean {
  return actions.some((each) => ["accept-proposal", "take-over", "check-in"].includes(each));
}

export function visitLine(each: Appointment, now: string): VisitLine {
  const tone = waitsForMe(each) ? "waiting" : LIVE.has(each.state) ? "done" : "";
  return { id: each.id, when: saySpan(each.start, each.end, now), where: each.hall_name, what: `${each.name} · ${each.item_names.join("、")}`, status: each.status, tone };
}

export interface Visit extends VisitLine {
  version: number;
  code: string;
  counter: string;
  people: string;
  agent: string;
  proposed: string;
  reason: string;
  until: string;
  /** Until when it could have been cancelled here, where that is over. */
  late: string;
  /** Whether it came to nothing, and another may be wanted. */
  again: boolean;
  live: boolean;
  checkedIn: boolean;
  may: Record<string, boolean>;
  hall: string;
  item: string;
}

function proposed({ proposal, reason }: Appointment, now: string): { proposed: string; reason: string } {
  if (!proposal) return { proposed: "", reason: reason ?? "" };
  return { proposed: `${saySpan(proposal.start, proposal.end, now)}，${proposal.hall_name}`, reason: proposal.reason };
}

/** Until when it may be cancelled here, or might have been. */
function cancelling({ actions, cancel_until }: Appointment, now: string): { until: string; late: string } {
  const moment = cancel_until ? sayMoment(cancel_until, now) : "";
  return actions.includes("cancel") ? { until: moment, late: "" } : { until: "", late: moment };
}

/** `may`: the acts open now, by the names of the API with their hyphens taken out. */
export function visitPage(each: Appointment, now: string): Visit {
  return {
    ...visitLine(each, now),
    version: each.version,
    code: each.code,
    counter: each.counter_name,
    people: each.people.join("、"),
    agent: each.acting?.agent ?? "",
    ...proposed(each, now),
    ...cancelling(each, now),
    again: FELL_THROUGH.has(each.state) && !each.moved_to,
    live: LIVE.has(each.state),
    checkedIn: each.state === "checked_in",
    may: Object.fromEntries(each.actions.map((name) => [name.replace(/-/g, ""), true])),
    hall: each.hall,
    item: each.items[0] ?? "",
  };
}

/** A visit of which only what the phone kept is known. */
export function visitOf({ id, code, start, end, hall }: Ticket, now: string): Visit {
  const unknown = { version: 0, counter: "", people: "", agent: "", proposed: "", reason: "", until: "", late: "", again: false, hall: "", item: "", what: "", tone: "" as const };
  return { ...unknown, id, code, when: saySpan(start, end, now), where: hall, status: "没有网络，预约码照样能用", live: true, checkedIn: false, may: {} };
}

export interface WaitLine {
  id: string;
  version: number;
  what: string;
  where: string;
  days: string;
  status: string;
  offered: boolean;
  live: boolean;
  offer: string;
}

export function waitLine(each: Entry, now: string): WaitLine {
  const days = each.first === each.last ? sayDay(each.first, now) : `${sayDay(each.first, now)} 到 ${sayDay(each.last, now)}`;
  const family = each.people.length ? `（一共 ${each.people.length + 1} 个人）` : "";
  return {
    id: each.id,
    version: each.version,
    what: each.item_names.join("、") + family,
    where: each.hall_name,
    days,
    status: each.offer ? `请在${sayMoment(each.offer.until, now)}前答复，过时就给下一位。` : each.status,
    offered: each.state === "offered",
    live: each.actions.includes("leave"),
    offer: each.offer ? `${saySpan(each.offer.start, each.offer.end, now)}，${each.offer.places} 个位子` : "",
  };
}

/** How many are called before somebody who has checked in, as it is said to them. */
export function queueWords({ before, status }: { before: number | null; status: string }): string {
  if (before === null) return status;
  return before ? `前面还有 ${before} 位` : "下一位就是您";
}
