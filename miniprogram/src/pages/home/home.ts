/** Home: search, what one came for last time, what most people come for, and by life event. */

import { ticketsOf } from "../../domain/appointments";
import { keptVisit, nextVisit, type NextVisit, POPULAR, type Popular, type Unfinished, unfinished } from "../../domain/home";
import { now } from "../../services/clock";
import { loading, load } from "../../services/loading";
import { me } from "../../services/me";
import { preferences, setElder, watchPreferences } from "../../services/preferences";
import { api } from "../../services/request";
import { keepTickets, tickets } from "../../services/tickets";

interface Theme {
  id: string;
  name: string;
  help: string;
}

const FEWER = 4;

Page({
  data: {
    ...loading(),
    elder: false,
    popular: POPULAR,
    themes: [] as Theme[],
    visit: null as NextVisit | null,
    unfinished: [] as Unfinished[],
  },
  leave: () => undefined as unknown,

  onLoad() {
    this.leave = watchPreferences(({ elder }) => this.adapt(elder));
    this.adapt(preferences().elder);
    void this.open();
  },
  onShow() {
    void this.refresh();
  },
  onUnload() {
    this.leave();
  },

  adapt(elder: boolean) {
    this.setData({ elder, popular: elder ? POPULAR.slice(0, FEWER) : POPULAR });
  },
  open() {
    return load(this, async () => {
      const { items } = await api.get("/api/v1/themes");
      this.setData({ themes: items.map(({ id, name, help }) => ({ id, name, help })) });
    });
  },
  /** What is one's own; the page is useful without it, so nothing of it may break the page. */
  async refresh() {
    try {
      if ((await me()).level === 0) return;
      const [cases, appointments] = await Promise.all([api.get("/api/v1/cases"), api.get("/api/v1/appointments")]);
      keepTickets(ticketsOf(appointments.items));
      this.setData({ unfinished: unfinished(cases.items), visit: nextVisit(appointments.items, now()) });
    } catch {
      this.setData({ visit: keptVisit(tickets(), now()) });
    }
  },

  search() {
    void wx.navigateTo({ url: "/packages/guide/search/search" });
  },
  come({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { code, instant } = currentTarget.dataset as unknown as Popular;
    void wx.navigateTo({ url: instant ? `/packages/certificates/issue/issue?code=${code}` : `/packages/guide/item/item?code=${code}` });
  },
  theme({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, name } = currentTarget.dataset as { id: string; name: string };
    void wx.navigateTo({ url: `/packages/guide/search/search?theme=${id}&name=${encodeURIComponent(name)}` });
  },
  family() {
    void wx.navigateTo({ url: "/packages/family/family/family" });
  },
  visit() {
    void wx.navigateTo({ url: `/packages/appointments/visit/visit?id=${this.data.visit!.id}` });
  },
  goOn({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, draft } = currentTarget.dataset as { id: string; draft: boolean };
    void wx.navigateTo({ url: draft ? `/packages/apply/form/form?id=${id}` : `/packages/case/case/case?id=${id}` });
  },
  toggleElder() {
    setElder(!this.data.elder);
  },
});
