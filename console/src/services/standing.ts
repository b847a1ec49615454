/** What is asked of the product about whoever stands at a counter. */

import { shallowRef } from "vue";
import type { LocationQuery } from "vue-router";

import type { components } from "../../typings/api";
import { documentOf, type Shown } from "../domain/standing";
import { wordsOf } from "./problem";
import { api } from "./request";

export type Stands = components["schemas"]["StandingView"];
type Waiting<T> = { rows: T[]; fault: string };

export interface Found {
  stands: Stands;
  /** Whose papers a counter takes in, and whose word it hears; none for those who sit at no counter. */
  intake: Waiting<components["schemas"]["IntakeRow"]> | null;
  words: Waiting<components["schemas"]["AwaitedWord"]> | null;
}

/** `query`: of the counter's page, which knows from it the counter and the visit. */
export interface Standing {
  shown: Shown;
  reason: string;
  query: LocationQuery;
}

/** Who stands at this counter, while their clerk looks at a case of theirs or writes one down: in memory alone, until the next person or the log-out. */
export const here = shallowRef<Standing | null>(null);

export function leave(): void {
  here.value = null;
}

/** Everything about a person at this counter. What waits elsewhere may fail by itself: the rest is there all the same. */
export async function lookUp(shown: Shown, reason: string, atCounter: boolean): Promise<Found> {
  const person = documentOf(shown);
  const stands = await api.post("/api/v1/staff/standing", { body: { person, reason } });
  if (!atCounter) return { stands, intake: null, words: null };
  const [intake, words] = await Promise.all([
    asked(api.post("/api/v1/staff/intake", { body: person })),
    asked(api.post("/api/v1/staff/hearings", { body: { person, reason } })),
  ]);
  return { stands, intake, words };
}

async function asked<T>(answer: Promise<{ items: T[] }>): Promise<Waiting<T>> {
  try {
    return { rows: (await answer).items, fault: "" };
  } catch (problem) {
    return { rows: [], fault: wordsOf(problem) };
  }
}
