/** Who handles a case, and asking that somebody be out of it (回避): who, why, and what was answered. */

import { ANOTHER, askFaults, type HandsPage, handsPage } from "../../../domain/hands";
import { CaseActs, explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { load, loading } from "../../../services/loading";
import { api } from "../../../services/request";

Page({
  data: { ...loading(), id: "", page: null as HandsPage | null, asking: false, who: "", name: "", reason: "", faults: {} as Record<string, string>, another: ANOTHER, working: false },
  version: 0,
  acts: null as CaseActs | null,

  onLoad({ id = "" }: Record<string, string>) {
    this.setData({ id });
    this.acts = new CaseActs();
  },
  onShow() {
    void this.open();
  },
  onPullDownRefresh() {
    void this.open().then(() => wx.stopPullDownRefresh());
  },
  open() {
    return load(this, async () => this.draw(await api.get("/api/v1/cases/{id}", { path: { id: this.data.id } })));
  },
  draw(found: Parameters<typeof handsPage>[0] & { version: number }) {
    this.version = found.version;
    this.setData({ page: handsPage(found, now()) });
  },

  ask() {
    this.setData({ asking: !this.data.asking, faults: {} });
  },
  choose({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ who: detail.value, "faults.who": "" });
  },
  nameIt({ detail }: WechatMiniprogram.Input) {
    this.setData({ name: detail.value, "faults.name": "" });
  },
  say({ detail }: WechatMiniprogram.Input) {
    this.setData({ reason: detail.value, "faults.reason": "" });
  },
  async send() {
    const faults = askFaults(this.data);
    this.setData({ faults });
    if (Object.keys(faults).length || this.data.working) return;
    const { who, name, reason } = this.data;
    this.setData({ working: true });
    try {
      const body = { who: who === ANOTHER ? name.trim() : who, reason: reason.trim() };
      this.draw(await this.acts!.take({ id: this.data.id, version: this.version }, "ask-recusal", body));
      this.setData({ asking: false, who: "", name: "", reason: "" });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 }); // how it stands now is at the top
    } catch (failure) {
      const problem = await explain(failure, "申请回避");
      if (problem.status === 409) await this.open();
    } finally {
      this.setData({ working: false });
    }
  },
  part({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/case/hands/hands?id=${currentTarget.dataset["id"]}` });
  },
});
