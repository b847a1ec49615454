/** The guide of one item: what somebody must know before they begin. */

import { guidePage, type GuidePage } from "../../../domain/guide";
import { acting, covers } from "../../../services/acting";
import { attempt, loading, load } from "../../../services/loading";
import { api } from "../../../services/request";
import { callPerson } from "../../../services/telephone";

Page({
  data: { ...loading(), guide: null as GuidePage | null, open: {} as Record<string, boolean>, code: "", region: "", principal: "", covered: true },
  asked: "",

  onLoad({ code = "" }: Record<string, string>) {
    this.setData({ code });
    void this.read();
  },
  onShow() {
    this.weigh();
  },
  read() {
    return load(this, () => this.show(this.data.region));
  },
  async show(region: string) {
    this.asked = region;
    const guide = await api.get("/api/v1/items/{id}", { path: { id: this.data.code }, query: { region } });
    if (this.asked !== region) return;
    this.setData({ guide: guidePage(guide), region });
    this.weigh();
  },
  /** Whether it can be done for whom one acts. */
  weigh() {
    const whom = acting();
    this.setData({ principal: whom?.name ?? "", covered: covers(this.data.code) && !(whom && this.data.guide?.personal) });
  },
  /** In another district it may take longer, and other papers. */
  district({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    void attempt(() => this.show(detail.value));
  },

  unfold({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const part = currentTarget.dataset["part"] as string;
    this.setData({ [`open.${part}`]: !this.data.open[part] });
  },
  begin() {
    void wx.navigateTo({ url: `/packages/certificates/issue/issue?code=${this.data.code}` });
  },
  apply() {
    void wx.navigateTo({ url: `/packages/apply/form/form?code=${this.data.code}&region=${this.data.region}` });
  },
  book() {
    void wx.navigateTo({ url: `/packages/appointments/halls/halls?item=${this.data.code}` });
  },
  slip() {
    void wx.navigateTo({ url: `/packages/guide/slip/slip?code=${this.data.code}&region=${this.data.region}` });
  },
  call({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void callPerson(currentTarget.dataset["phone"] as string);
  },
  onShareAppMessage() {
    return { title: this.data.guide?.name ?? "办事指南", path: `/packages/guide/item/item?code=${this.data.code}` };
  },
});
