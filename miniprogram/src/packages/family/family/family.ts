/** My family: whom I may act for, who may act for me, and what waits for an answer. */

import { type Family, familyOf, type GrantCard, type WatchPage, watchPage } from "../../../domain/family";
import { now } from "../../../services/clock";
import { begin, end, lead } from "../../../services/grants";
import { loading, load } from "../../../services/loading";
import { me } from "../../../services/me";
import { showLines } from "../../../services/portions";
import { api } from "../../../services/request";

const LISTS = ["asked", "held", "given", "waiting", "past"] as const;
const NOBODY: Family = { asked: [], held: [], given: [], waiting: [], past: [] };

Page({
  data: { ...loading(), ...NOBODY, known: true, item: "", none: true, watches: [] as WatchPage[] },

  /** `item`: what somebody wants to do for their family. */
  onLoad({ item = "" }: Record<string, string>) {
    this.setData({ item });
  },
  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      const person = await me();
      const nothing = { items: [] };
      const [grants, watches] = person.level > 0 ? await Promise.all([api.get("/api/v1/grants"), api.get("/api/v1/watches")]) : [nothing, nothing];
      const family = familyOf(grants.items, now(), this.data.item);
      for (const list of LISTS) showLines(this, list, family[list]);
      showLines(this, "watches", watches.items.map((each) => watchPage(each, now())));
      this.setData({ known: person.level > 0, none: !family.held.length && !family.given.length });
    });
  },
  cardOf({ currentTarget }: WechatMiniprogram.TouchEvent): GrantCard {
    const { list, index } = currentTarget.dataset as { list: keyof Family; index: number };
    return this.data[list][index]!;
  },

  /** From here on everything is done for them, until somebody goes back to themselves. */
  act(event: WechatMiniprogram.TouchEvent) {
    begin(this.cardOf(event));
    lead(event.currentTarget.dataset as { code?: string; instant?: boolean });
  },
  cases(event: WechatMiniprogram.TouchEvent) {
    begin(this.cardOf(event));
    void wx.switchTab({ url: "/pages/cases/cases" });
  },
  certificates(event: WechatMiniprogram.TouchEvent) {
    begin(this.cardOf(event));
    void wx.navigateTo({ url: "/packages/certificates/wallet/wallet" });
  },
  visits(event: WechatMiniprogram.TouchEvent) {
    begin(this.cardOf(event));
    void wx.navigateTo({ url: "/packages/appointments/list/list" });
  },
  see(event: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/family/grant/grant?id=${this.cardOf(event).id}` });
  },
  async revoke(event: WechatMiniprogram.TouchEvent) {
    if (await end(this.cardOf(event), true)) void this.open();
  },
  offer({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const side = currentTarget.dataset["side"] as string;
    void wx.navigateTo({ url: `/packages/family/offer/offer?side=${side}&item=${this.data.item}` });
  },
  watch({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id = "" } = currentTarget.dataset as { id?: string };
    void wx.navigateTo({ url: `/packages/family/watch/watch?id=${id}` });
  },
  identify() {
    void wx.navigateTo({ url: "/packages/identity/bind/bind" });
  },
});
