/** The guide of one item: what somebody must know before they begin. */

import { guidePage, type GuidePage } from "../../../domain/guide";
import { acting, covers } from "../../../services/acting";
import { loading, load } from "../../../services/loading";
import { api } from "../../../services/request";
import { callPerson } from "../../../services/telephone";

Page({
  data: { ...loading(), guide: null as GuidePage | null, open: {} as Record<string, boolean>, code: "", principal: "", covered: true },

  onLoad({ code = "" }: Record<string, string>) {
    this.setData({ code });
    void this.read();
  },
  onShow() {
    this.setData({ principal: acting()?.name ?? "", covered: covers(this.data.code) });
  },
  read() {
    return load(this, async () => {
      const guide = await api.get("/api/v1/items/{id}", { path: { id: this.data.code } });
      this.setData({ guide: guidePage(guide) });
    });
  },

  unfold({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const part = currentTarget.dataset["part"] as string;
    this.setData({ [`open.${part}`]: !this.data.open[part] });
  },
  begin() {
    void wx.navigateTo({ url: `/packages/certificates/issue/issue?code=${this.data.code}` });
  },
  apply() {
    void wx.navigateTo({ url: `/packages/apply/form/form?code=${this.data.code}` });
  },
  book() {
    void wx.navigateTo({ url: `/packages/appointments/halls/halls?item=${this.data.code}` });
  },
  family() {
    void wx.navigateTo({ url: `/packages/family/family/family?item=${this.data.code}` });
  },
  slip() {
    void wx.navigateTo({ url: `/packages/guide/slip/slip?code=${this.data.code}` });
  },
  call({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void callPerson(currentTarget.dataset["phone"] as string);
  },
  onShareAppMessage() {
    return { title: this.data.guide?.name ?? "办事指南", path: `/packages/guide/item/item?code=${this.data.code}` };
  },
});
