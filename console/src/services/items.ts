/** The list of items, page after page. */

import type { components } from "../../typings/api";
import { filedHere } from "../domain/filing";
import { api } from "./request";
import { staff, words } from "./session";

type Item = components["schemas"]["ItemSummary"];

export async function everyItem(): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor = "", first = true; first || cursor; first = false) {
    const page = await api.get("/api/v1/items", { query: { ...(cursor && { cursor }) } });
    all.push(...page.items);
    cursor = page.next ?? "";
  }
  return all;
}

/** Of these what is asked for where one sits oneself. */
export function ofThisDesk(items: readonly Item[]): Item[] {
  return staff.value ? filedHere(items, staff.value, words.value?.one_windows ?? []) : [];
}
