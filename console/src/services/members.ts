/** Who works here: one of them, or all. */

import type { Member } from "../domain/staff";
import { api } from "./request";

/** A colleague's account as it is now. */
export async function memberAnew({ id, name }: Pick<Member, "id" | "name">): Promise<Member | undefined> {
  return (await api.get("/api/v1/staff/accounts", { query: { find: name, limit: 100 } })).items.find((each) => each.id === id);
}

/** For lists one chooses from; page after page. */
export async function everybody(): Promise<Member[]> {
  const found: Member[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Member[]; next?: string | null } = await api.get("/api/v1/staff/accounts", { query: { limit: 100, cursor } });
    found.push(...page.items);
    cursor = page.next ?? null;
  } while (cursor);
  return found;
}
