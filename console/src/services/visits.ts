/** What is asked of the product about a hall's day. */

import type { components } from "../../typings/api";
import type { Visit, VisitAct } from "../domain/today";
import { act, api } from "./request";

export type Counters = components["schemas"]["CountersView"];

export interface Day {
  counters: Counters;
  visits: Visit[];
}

/** The hall as it is today with all of the day's visitors, page after page. */
export async function dayOf(hall: string): Promise<Day> {
  const counters = await api.get("/api/v1/staff/halls/{id}/counters", { path: { id: hall } });
  const visits: Visit[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Visit[]; next?: string | null } = await api.get("/api/v1/staff/appointments", { query: { hall, date: counters.today, cursor } });
    visits.push(...page.items);
    cursor = page.next ?? null;
  } while (cursor);
  return { counters, visits };
}

export async function byCode(hall: string, code: string): Promise<Visit[]> {
  return (await api.post("/api/v1/staff/appointments/look-up", { body: { hall, code } })).items;
}

export async function callNext(hall: string, counter: string, key: string): Promise<Visit> {
  return await api.post("/api/v1/staff/halls/{id}/call-next", { path: { id: hall }, body: { counter }, key });
}

/** One act on a visitor as they were seen. */
export async function serve(visit: Visit, name: VisitAct, more: object, key: string): Promise<Visit> {
  return await act<Visit>(`/api/v1/staff/appointments/${visit.id}/${name}`, { version: visit.version, ...more }, key);
}
