/** Asks how much of each waits for somebody of these roles. */

import { counted, looksFor, type Count, type LookKey } from "../domain/awaiting";
import { api } from "./request";

const MOST = 100;

const drafts = (state: string, mine: boolean) => async (): Promise<Count> =>
  counted(await api.get("/api/v1/staff/catalogue/items", { query: { drafts: true, limit: MOST } }), (row) => row.draft?.state === state && (!mine || (row.draft.yours ?? false)));

const overdue = (kind: "promised" | "statutory") => async (): Promise<Count> => counted(await api.get("/api/v1/staff/supervision/clocks", { query: { kind, limit: MOST } }), (row) => row.overdue);

const ASKED: Record<LookKey, () => Promise<Count>> = {
  accounts: async () => counted(await api.get("/api/v1/staff/accounts", { query: { proposed: true, limit: MOST } }), (row) => row.proposed?.mine ?? false),
  letters: async () => counted(await api.get("/api/v1/staff/authorisations"), (row) => row.state === "proposed" && !row.own),
  proposed: drafts("proposed", true),
  returned: drafts("returned", false),
  appeals: async () => counted(await api.get("/api/v1/staff/supervision/cards", { query: { state: "appealed", limit: MOST } }), () => true),
  destructions: async () => counted(await api.get("/api/v1/staff/destructions", { query: { waiting: true, limit: MOST } }), () => true),
  promised: overdue("promised"),
  statutory: overdue("statutory"),
};

/** By key, for whoever has these roles. */
export async function awaiting(roles: readonly string[]): Promise<Partial<Record<LookKey, Count>>> {
  const found = await Promise.all(looksFor(roles).map(async ({ key }) => [key, await ASKED[key]()] as const));
  return Object.fromEntries(found);
}
