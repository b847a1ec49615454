/** What waits for a head's own act, as their page lists it and home counts it. */

import type { components } from "../../typings/api";
import { api } from "./request";

export interface HeadDesk {
  groups: components["schemas"]["HeadGroup"][];
  cards: components["schemas"]["CardView"][];
  rechecks: components["schemas"]["RecheckView"][];
  /** Drafts of items of the department that wait for somebody to publish them. */
  drafts: components["schemas"]["ItemToEditView"][];
  /** Destruction lists somebody else proposed. */
  destructions: components["schemas"]["DestructionRow"][];
}

export async function headDesk(): Promise<HeadDesk> {
  const [desk, cards, rechecks, items, lists] = await Promise.all([
    api.get("/api/v1/staff/head-desk"),
    api.get("/api/v1/staff/supervision/cards", { query: { mine: true, appealable: true, limit: 100 } }),
    api.get("/api/v1/staff/rechecks", { query: { open: true, limit: 100 } }),
    api.get("/api/v1/staff/catalogue/items", { query: { drafts: true, limit: 100 } }),
    api.get("/api/v1/staff/destructions", { query: { waiting: true, limit: 100 } }),
  ]);
  return { groups: desk.groups, cards: cards.items.filter((each) => each.actions.includes("appeal")), rechecks: rechecks.items.filter((each) => each.rechecker === null), drafts: items.items.filter((each) => each.draft?.yours), destructions: lists.items };
}
