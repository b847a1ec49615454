/** My cases: what happens now, and whose turn it is. */

import { type CaseLine, caseLine } from "../../domain/cases";
import { now } from "../../services/clock";
import { attempt, loading, load } from "../../services/loading";
import { api } from "../../services/request";

Page({
  data: { ...loading(), cases: [] as CaseLine[], next: null as string | null },

  onShow() {
    void this.open();
  },
  onPullDownRefresh() {
    void this.open().then(() => wx.stopPullDownRefresh());
  },
  open() {
    return load(this, async () => {
      const { items, next } = await api.get("/api/v1/cases");
      this.setData({ cases: items.map((each) => caseLine(each, now())), next: next ?? null });
      return items.length ? "ready" : "empty";
    });
  },
  more() {
    return attempt(async () => {
      const { items, next } = await api.get("/api/v1/cases", { query: { cursor: this.data.next } });
      const from = this.data.cases.length;
      const added = Object.fromEntries(items.map((each, index) => [`cases[${from + index}]`, caseLine(each, now())]));
      this.setData({ ...added, next: next ?? null });
    });
  },
  begin() {
    void wx.switchTab({ url: "/pages/home/home" });
  },
});
