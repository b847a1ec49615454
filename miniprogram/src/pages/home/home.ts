/** Home: search, today's visit, what waits for me, what one came for last time, what most people come for, and by life event. */

import { ticketsOf } from "../../domain/appointments";
import { keptVisit, nextVisit, type NextVisit, POPULAR, type Popular, type Unfinished, unfinished } from "../../domain/home";
import type { Waiting } from "../../domain/waiting";
import { acting } from "../../services/acting";
import { now } from "../../services/clock";
import { loading, load } from "../../services/loading";
import { me } from "../../services/me";
import { preferences, setElder, watchPreferences } from "../../services/preferences";
import { api } from "../../services/request";
import { keepTickets, tickets } from "../../services/tickets";
import { waiting } from "../../services/waiting";

interface Theme {
  id: string;
  name: string;
  help: string;
}

const FEWER = 4;
/** Of what waits for me; the rest is a tap away. */
const MOST_WAITS = 5;

Page({
  data: {
    ...loading(),
    elder: false,
    popular: POPULAR,
    themes: [] as Theme[],
    visit: null as NextVisit | null,
    unfinished: [] as Unfinished[],
    waits: [] as Waiting[],
    more: 0,
  },
  leave: () => undefined as unknown,
  /** Whose matters are shown: the grant, or nothing for one's own. */
  whose: "",

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
    this.turn();
    const { whose } = this;
    try {
      if ((await me()).level === 0) return;
      if (whose !== this.whose) return;
      const asked = [api.get("/api/v1/cases"), api.get("/api/v1/appointments")] as const;
      void this.wait(...asked);
      const [cases, appointments] = await Promise.all(asked);
      if (whose !== this.whose) return;
      keepTickets(ticketsOf(appointments.items));
      this.setData({ unfinished: unfinished(cases.items), visit: nextVisit(appointments.items, now()) });
    } catch {
      if (whose === this.whose) this.setData({ visit: keptVisit(tickets(), now()) });
    }
  },

  /** What was shown of one person goes before anything of another is asked. */
  turn() {
    const whose = acting()?.grant ?? "";
    if (whose === this.whose) return;
    this.whose = whose;
    this.setData({ unfinished: [], visit: null, waits: [], more: 0 });
  },
  /** What waits for me. Where it cannot be asked nothing is shown: it could not be done either, and may be over. */
  async wait(...asked: Parameters<typeof waiting>) {
    const { whose } = this;
    const all = await waiting(...asked).catch(() => []);
    if (whose !== this.whose) return;
    this.setData({ waits: all.slice(0, MOST_WAITS), more: Math.max(0, all.length - MOST_WAITS) });
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
    void wx.navigateTo({ url: `/packages/apply/form/form?id=${currentTarget.dataset["id"] as string}` });
  },
  deal({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: currentTarget.dataset["url"] as string });
  },
  dealAll() {
    void wx.navigateTo({ url: "/packages/case/waiting/waiting" });
  },
  toggleElder() {
    setElder(!this.data.elder);
  },
});
