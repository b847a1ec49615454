/** What is asked of the product about a hall's day. */

import type { components } from "../../typings/api";
import type { Booked, CallerAct } from "../domain/callers";
import type { Visit, VisitAct } from "../domain/today";
import type { Counters } from "../domain/visitor";
import { act, api } from "./request";

export type Slip = components["schemas"]["SlipView"];

export interface Day {
  counters: Counters;
  visits: Visit[];
}

/** The hall as it is today with all visitors of a day, today's where none is named, page after page. */
export async function dayOf(hall: string, on = ""): Promise<Day> {
  const counters = await api.get("/api/v1/staff/halls/{id}/counters", { path: { id: hall } });
  const visits: Visit[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Visit[]; next?: string | null } = await api.get("/api/v1/staff/appointments", { query: { hall, date: on || counters.today, cursor } });
    visits.push(...page.items);
    cursor = page.next ?? null;
  } while (cursor);
  return { counters, visits };
}

/** Whoever is expected today: by code, any document or name. */
export async function lookUp(hall: string, sought: string): Promise<Visit[]> {
  return (await api.post("/api/v1/staff/appointments/look-up", { body: { hall, sought } })).items;
}

/** A number for who is here, a time for who phones. */
export async function bookFor(body: components["schemas"]["StaffClaimBody"], key: string): Promise<Visit> {
  return await api.post("/api/v1/staff/appointments", { body, key });
}

/** The slots of a day at counters that serve all of the items, also those kept from going online. */
export async function slotsOf(hall: string, items: readonly string[], on: string): Promise<components["schemas"]["SlotView"][]> {
  const [item = "", ...also] = items;
  return (await api.get("/api/v1/staff/halls/{id}/slots", { path: { id: hall }, query: { item, also: also.join() || null, from: on, to: on } })).items;
}

/** Somebody who just came while the system was gone. */
export async function paperVisit(hall: string, body: components["schemas"]["PaperVisitBody"], key: string): Promise<Visit> {
  return await api.post("/api/v1/staff/halls/{id}/paper-visits", { path: { id: hall }, body, key });
}

/** Yes to many at once, or no with one reason. */
export async function answerMany(visits: readonly Visit[], decline: string | null, key: string): Promise<components["schemas"]["AnsweredView"]> {
  const appointments = visits.map(({ id, version }) => ({ id, version }));
  return await api.post("/api/v1/staff/appointments/answers", { body: { appointments, decline }, key });
}

/** Whoever is next at a counter, once those served there are done, by whomever they were called; `besides`: they go on being served. Each of them ends once, however often it is tried. */
export async function callAfter(ended: readonly Visit[], hall: string, counter: string, besides: boolean, key: string): Promise<Visit> {
  for (const visit of ended) await serve(visit, "done", { theirs: true }, `${key}-${visit.id}`);
  return await api.post("/api/v1/staff/halls/{id}/call-next", { path: { id: hall }, body: { counter, besides }, key });
}

/** What is printed for whoever has a number. */
export async function slipFor(visit: Visit): Promise<Slip> {
  return await api.get("/api/v1/staff/appointments/{id}/slip", { path: { id: visit.id } });
}

/** One act on a visitor as they were seen. */
export async function serve(visit: Visit, name: VisitAct, more: object, key: string): Promise<Visit> {
  return await act<Visit>(`/api/v1/staff/appointments/${visit.id}/${name}`, { version: visit.version, ...more }, key);
}

/** What somebody who phones has booked, by what they can say. */
export async function ofCaller(sought: string, name: string): Promise<Booked[]> {
  return (await api.post("/api/v1/staff/appointments/callers", { body: { sought, ...(name ? { name } : {}) } })).items;
}

/** One act for somebody who phones, on the appointment as it was read out. */
export async function doForCaller(on: Booked, name: CallerAct, more: object, key: string): Promise<Booked> {
  return await act<Booked>(`/api/v1/staff/appointments/${on.id}/${name}`, { version: on.version, ...more }, key);
}
