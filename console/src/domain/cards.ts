/** Cards: how they are called, what may be done about one, and the export of a time. */

import type { components } from "../../typings/api";
import { shifted } from "./books";

type Card = components["schemas"]["CardView"];
export type Deed = "appeal" | "upheld" | "withdrawn";

export const DEEDS: Record<Deed, { title: string; told: string }> = {
  appeal: { title: "申诉", told: "申诉由其他部门的督查员复核，复核以前这张牌仍然有效。一张牌只能申诉一次。" },
  upheld: { title: "维持", told: "维持以后这张牌有效，理由会告诉收到它的部门。" },
  withdrawn: { title: "撤销", told: "撤销以后这张牌不再计入，记录和理由仍然保留；只因它才发出的牌一并撤销。" },
};

export function deedsOf(card: Pick<Card, "actions" | "state">): Deed[] {
  const review: Deed[] = card.state === "appealed" ? ["upheld", "withdrawn"] : ["withdrawn"];
  return [...(card.actions.includes("appeal") ? (["appeal"] as const) : []), ...(card.actions.includes("review") ? review : [])];
}

/** Whether one takes cards along in the fields of the exchange tables. */
export function exportsCards(roles: readonly string[]): boolean {
  return roles.some((role) => ["supervisor", "auditor"].includes(role));
}

/** Why the cards of these days cannot be exported; nothing where they can. */
export function daysFault(from: string, to: string): string {
  if (!from || !to) return "请填从哪天到哪天。";
  return from > to ? "开始的日子在结束的后面，请改一下。" : "";
}

/** What is asked for: both days whole, in the district's time. */
export function exportQuery(from: string, to: string, level: string): string {
  return new URLSearchParams({ from: `${from}T00:00:00+08:00`, to: `${shifted(to, 1)}T00:00:00+08:00`, level }).toString();
}
