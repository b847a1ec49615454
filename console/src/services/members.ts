/** Everybody who works here, for lists one chooses from; page after page. */

import type { Member } from "../domain/staff";
import { api } from "./request";

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
