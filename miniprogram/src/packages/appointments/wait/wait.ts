/** Standing in the line of a hall: on which days, and who of the family comes along. */

import { dayOf, sayDay } from "../../../domain/dates";
import { now } from "../../../services/clock";
import { requirePrivacy } from "../../../services/privacy";
import { asProblem } from "../../../services/problem";
import { type Act, api, newAct } from "../../../services/request";

const MOST = 3;

Page({
  data: { item: "", where: "", hall: "", case: "", first: "", last: "", firstWords: "", lastWords: "", today: "", people: [] as string[], working: false, told: "", done: "" },
  act: newAct() as Act,

  onLoad({ item = "", hall = "", day = "", case: visited = "", where = "" }: Record<string, string>) {
    this.setData({ item, hall, where: decodeURIComponent(where), case: visited, today: dayOf(now()) });
    this.between(day || dayOf(now()), day || dayOf(now()));
  },
  between(first: string, last: string) {
    const until = last < first ? first : last;
    this.act = newAct();
    this.setData({ first, last: until, firstWords: sayDay(first, now()), lastWords: sayDay(until, now()) });
  },
  from({ detail }: WechatMiniprogram.PickerChange) {
    this.between(detail.value as string, this.data.last);
  },
  to({ detail }: WechatMiniprogram.PickerChange) {
    this.between(this.data.first, detail.value as string);
  },
  add() {
    if (this.data.people.length < MOST) this.setData({ people: [...this.data.people, ""] });
  },
  name({ currentTarget, detail }: WechatMiniprogram.Input) {
    this.act = newAct();
    this.setData({ [`people[${currentTarget.dataset["index"] as number}]`]: detail.value });
  },
  async join() {
    const people = this.data.people.map((each) => each.trim()).filter(Boolean);
    if (this.data.working) return;
    this.setData({ working: true, told: "" });
    try {
      if (people.length && !(await requirePrivacy())) return;
      const { item, hall, first, last, case: visited } = this.data;
      const { status } = await api.post("/api/v1/waitlist", { body: { items: [item], hall, first, last, people, case: visited || null }, act: this.act });
      this.setData({ done: status });
    } catch (failure) {
      this.setData({ told: asProblem(failure).message });
    } finally {
      this.setData({ working: false });
    }
  },
  list() {
    void wx.redirectTo({ url: "/packages/appointments/list/list" });
  },
});
