/** Beginning to act under a grant, and ending one. */

import type { GrantCard } from "../domain/family";
import { acting, actFor, actForSelf } from "./acting";
import { confirmed } from "./asking";
import { asProblem } from "./problem";
import { Acts, api } from "./request";

const acts = new Acts();

/** From now on everything is done for them. Throws nothing: whether the grant holds is asked with the first thing done. */
export function begin(card: Pick<GrantCard, "id" | "who" | "items" | "every">): void {
  actFor({ grant: card.id, name: card.who, items: card.every ? null : card.items.map((each) => each.code) });
}

/** To what is done for them: straight to an instant certificate, else to the guide of the item, or to finding one. */
export function lead({ code, instant }: { code?: string; instant?: boolean }): void {
  if (!code) return void wx.navigateTo({ url: "/packages/guide/search/search" });
  void wx.navigateTo({ url: instant ? `/packages/certificates/issue/issue?code=${code}` : `/packages/guide/item/item?code=${code}` });
}

/** Asks once more, and ends it; whether it was ended. `mine`: the reader is whose matter it is. */
export async function end(card: Pick<GrantCard, "id" | "who">, mine: boolean): Promise<boolean> {
  const [title, word] = mine ? ["撤销这份授权？", "撤销"] : ["不再替办？", "不再替办"];
  const content = mine ? `撤销后${card.who}马上不能再替您办。已经受理的办件继续给您办。` : `以后要再替${card.who}办，需要重新授权。`;
  const yes = await confirmed({ title, content, yes: word, no: "先不" });
  if (!yes) return false;
  try {
    await api.post("/api/v1/grants/{id}/revoke", { path: { id: card.id }, body: {}, act: acts.of("revoke", card.id) });
    if (acting()?.grant === card.id) actForSelf();
    return true;
  } catch (failure) {
    const { title: what, message } = asProblem(failure);
    await wx.showModal({ title: what, content: message, showCancel: false, confirmText: "知道了" });
    return false;
  }
}
