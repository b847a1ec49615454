/** Days and half-hours of a hall that can be had; booking one, or moving an appointment to it. Nothing free: the line. */

import { type Day, daysOf, type SlotLine, slotsOn } from "../../../domain/appointments";
import { dayOf, saySlot } from "../../../domain/dates";
import { now } from "../../../services/clock";
import { loading, load } from "../../../services/loading";
import { me } from "../../../services/me";
import { asProblem } from "../../../services/problem";
import { type Act, api, newAct, type Reply } from "../../../services/request";
import { dropTicket } from "../../../services/tickets";

const AHEAD = 13;
const DAY = 24 * 3600_000;

Page({
  data: {
    ...loading(),
    item: "",
    hall: "",
    moving: "",
    case: "",
    name: "",
    known: true,
    days: [] as Day[],
    day: "",
    slots: [] as SlotLine[],
    full: false,
    picked: "",
    pickedWords: "",
    working: false,
    told: "",
  },
  all: [] as Reply<"get", "/api/v1/halls/{id}/slots">["items"],
  act: newAct() as Act,

  /** `move`: the id of the appointment that is moved; `case`: the one the visit is for. */
  onLoad({ item = "", hall = "", move = "", case: visited = "" }: Record<string, string>) {
    this.setData({ item, hall, moving: move, case: visited });
    if (move) void wx.setNavigationBarTitle({ title: "改时间" });
  },
  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      const path = { id: this.data.hall };
      const query = { item: this.data.item, from: dayOf(now()), to: dayOf(new Date(Date.parse(now()) + AHEAD * DAY).toISOString()) };
      const [{ items }, { items: halls }, person] = await Promise.all([
        api.get("/api/v1/halls/{id}/slots", { path, query }),
        api.get("/api/v1/halls", { query: { item: this.data.item } }),
        me(),
      ]);
      this.all = items;
      const days = daysOf(items, now());
      const name = halls.find((each) => each.id === this.data.hall)?.name ?? "";
      this.setData({ name, days, known: person.level > 0, full: days.every((each) => !each.free) });
      const kept = days.find((each) => each.day === this.data.day) ?? days.find((each) => each.free) ?? days[0];
      if (kept) this.show(kept.day);
      return days.length ? "ready" : "empty";
    });
  },
  show(day: string) {
    const slots = slotsOn(day, this.all, now());
    const still = slots.some((each) => each.start === this.data.picked && each.free);
    this.setData({ day, slots, ...(!still && { picked: "", pickedWords: "" }) });
  },

  chooseDay({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.show(currentTarget.dataset["day"] as string);
  },
  pick({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { start, free } = currentTarget.dataset as { start: string; free: boolean };
    if (!free) return;
    this.act = newAct();
    this.setData({ picked: start, pickedWords: saySlot(start, now()), told: "" });
  },
  identify() {
    void wx.navigateTo({ url: "/packages/identity/bind/bind" });
  },
  wait() {
    const day = this.data.day || dayOf(now());
    void wx.navigateTo({ url: `/packages/appointments/wait/wait?item=${this.data.item}&hall=${this.data.hall}&day=${day}&case=${this.data.case}&where=${encodeURIComponent(this.data.name)}` });
  },
  async book() {
    if (this.data.working || !this.data.picked) return;
    this.setData({ working: true, told: "" });
    try {
      const { id } = await (this.data.moving ? this.move() : this.claim());
      void wx.redirectTo({ url: `/packages/appointments/visit/visit?id=${id}&fresh=1` });
    } catch (failure) {
      this.setData({ told: asProblem(failure).message });
      void this.open();
    } finally {
      this.setData({ working: false });
    }
  },
  claim() {
    const body = { items: [this.data.item], hall: this.data.hall, start: this.data.picked, case: this.data.case || null };
    return api.post("/api/v1/appointments", { body, act: this.act });
  },
  async move() {
    const path = { id: this.data.moving };
    const { version } = await api.get("/api/v1/appointments/{id}", { path });
    const body = { version, start: this.data.picked, hall: this.data.hall };
    const moved = await api.post("/api/v1/appointments/{id}/reschedule", { path, body, act: this.act });
    dropTicket(this.data.moving);
    return moved;
  },
});
