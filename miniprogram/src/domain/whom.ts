/** For whom an item is done, as a question before it is begun. */

import type { Field } from "./answers";
import { type Grant, type GrantCard, grantCard } from "./family";

/** How oneself is chosen. */
export const SELF = "";

/** Grants under which the reader can begin this item now. */
export function beginnable(grants: Grant[], item: string, now: string): GrantCard[] {
  const fitting = grants.filter(({ state, powers, all_items, items }) => state === "active" && powers.includes("submit") && (all_items || items.some((each) => each.code === item)));
  return fitting.map((each) => grantCard(each, now, item)).filter((each) => each.usable);
}

/** The question; its answers are oneself and the ids of the grants. */
export function whomField(cards: GrantCard[]): Partial<Field> {
  const others = cards.map(({ id, who, until }) => ({ value: id, label: who, help: `授权${until}` }));
  return { key: "whom", label: "给谁办", type: "choice", options: [{ value: SELF, label: "自己" }, ...others] } as Partial<Field>;
}
