/** Asks for all that waits for a person, at once; kept answers make asking again cheap. */

import { type Answered, type Waiting, waitingFor } from "../domain/waiting";
import { acting } from "./acting";
import { now } from "./clock";
import { asProblem } from "./problem";
import { api } from "./request";

type Listed<T> = Promise<{ items: T[] }>;

/**
 * What waits for whoever one acts for. `cases` and `visits`: theirs, which most pages have asked for already. While one acts for somebody
 * else nothing of one's own is among it, and what the grant does not open is left out. Throws a Problem.
 */
export async function waiting(cases: Listed<Answered["cases"][number]>, visits: Listed<Answered["visits"][number]>): Promise<Waiting[]> {
  const own = !acting();
  const nothing = { items: [] };
  const found = await Promise.all([
    cases,
    visits,
    open(api.get("/api/v1/waitlist")),
    open(api.get("/api/v1/obligations", { query: { open: true } })),
    open(api.get("/api/v1/licences/authorisations", { query: { state: "asked" } })),
    own ? api.get("/api/v1/grants") : nothing,
    own ? api.get("/api/v1/watches") : nothing,
  ]);
  const [hers, booked, line, asked, licences, grants, watches] = found;
  return waitingFor(
    { cases: hers.items, visits: booked.items, line: line.items, asked: asked.items, licences: licences.items, grants: grants.items, watches: watches.items },
    now(),
  );
}

/** A list that a grant may leave shut. */
async function open<T>(asked: Listed<T>): Listed<T> {
  try {
    return await asked;
  } catch (failure) {
    if (acting() && asProblem(failure).status === 403) return { items: [] };
    throw failure;
  }
}
