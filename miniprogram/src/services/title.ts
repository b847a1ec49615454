/** Titles that say whose a list is: mine, or theirs for whom one acts. */

import { acting } from "./acting";

/** 我的证明, or 王*芳的证明. */
export function titleOf(what: string): void {
  void wx.setNavigationBarTitle({ title: `${acting()?.name ?? "我"}的${what}` });
}
