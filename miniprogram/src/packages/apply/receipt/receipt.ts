/** It was handed in: what happens next, and until when. */

import { type CasePage, casePage } from "../../../domain/case-page";
import { whose } from "../../../services/acting";
import { now } from "../../../services/clock";
import { openPdf } from "../../../services/files";
import { attempt, load, loading } from "../../../services/loading";
import { api } from "../../../services/request";
import { mayTell } from "../../../services/subscribe";

Page({
  data: { ...loading(), id: "", page: null as Pick<CasePage, "name" | "number" | "sentence" | "facts" | "tasks" | "bills" | "papers"> | null, asked: false, agreed: false },

  onLoad({ id = "" }: Record<string, string>) {
    this.setData({ id });
  },
  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      const { name, number, sentence, facts, tasks, bills, papers } = casePage(await api.get("/api/v1/cases/{id}", { path: { id: this.data.id } }), whose(), now());
      this.setData({ page: { name, number, sentence, facts, tasks, bills, papers } });
    });
  },
  /** WeChat's own question, once; whatever is answered, it is not asked here again. */
  async tell() {
    if (this.data.asked) return;
    this.setData({ asked: true });
    this.setData({ agreed: await mayTell("progress", "correction") });
  },
  pay({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/paying/bill/bill?id=${currentTarget.dataset["id"]}` });
  },
  paper({ currentTarget }: WechatMiniprogram.TouchEvent) {
    return attempt(() => openPdf(`/api/v1/cases/${this.data.id}/papers/${currentTarget.dataset["key"]}`));
  },
  show() {
    void wx.redirectTo({ url: `/packages/case/case/case?id=${this.data.id}` });
  },
  home() {
    void wx.switchTab({ url: "/pages/home/home" });
  },
});
