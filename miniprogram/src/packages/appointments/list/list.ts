/** One's appointments and places in line; those over on request. */

import { ticketsOf, visitLine, type VisitLine, visitOf, waitLine, type WaitLine } from "../../../domain/appointments";
import { confirmed } from "../../../services/asking";
import { now } from "../../../services/clock";
import { attempt, loading, load } from "../../../services/loading";
import { showLines } from "../../../services/portions";
import { asProblem } from "../../../services/problem";
import { Acts, api } from "../../../services/request";
import { keepTickets, tickets } from "../../../services/tickets";
import { titleOf } from "../../../services/title";

const ANSWERS = { accept: "/api/v1/waitlist/{id}/accept", decline: "/api/v1/waitlist/{id}/decline", leave: "/api/v1/waitlist/{id}/leave" } as const;

Page({
  data: { ...loading(), visits: [] as VisitLine[], waiting: [] as WaitLine[], past: [] as VisitLine[], working: false, told: "" },
  acts: null as Acts | null,

  onLoad() {
    this.acts = new Acts();
  },
  onShow() {
    titleOf("预约");
    void this.open();
  },
  open() {
    return load(this, async () => {
      try {
        const [appointments, line] = await Promise.all([api.get("/api/v1/appointments"), api.get("/api/v1/waitlist")]);
        const waiting = line.items.filter((each) => each.actions.length).map((each) => waitLine(each, now()));
        return () => {
          keepTickets(ticketsOf(appointments.items));
          showLines(this, "visits", appointments.items.map((each) => visitLine(each, now())));
          showLines(this, "waiting", waiting);
          return appointments.items.length || waiting.length ? "ready" : "empty";
        };
      } catch (failure) {
        if (!asProblem(failure).offline || !tickets().length) throw failure;
        return () => this.setData({ visits: tickets().map((each) => visitOf(each, now())), waiting: [] });
      }
    });
  },
  see({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/appointments/visit/visit?id=${currentTarget.dataset["id"] as string}` });
  },
  begin() {
    void wx.navigateTo({ url: "/packages/guide/search/search" });
  },
  over() {
    return attempt(async () => {
      const { items } = await api.get("/api/v1/appointments", { query: { over: true } });
      showLines(this, "past", items.map((each) => visitLine(each, now())));
      if (!items.length) void wx.showToast({ title: "没有过去的预约", icon: "none" });
    });
  },
  async leave({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const yes = await confirmed({ title: "不排了？", content: "退出以后再排，要从最后开始。", yes: "退出候补", no: "继续排" });
    if (yes) await this.answer(currentTarget.dataset["index"] as number, "leave");
  },
  accept({ currentTarget }: WechatMiniprogram.TouchEvent) {
    return this.answer(currentTarget.dataset["index"] as number, "accept");
  },
  decline({ currentTarget }: WechatMiniprogram.TouchEvent) {
    return this.answer(currentTarget.dataset["index"] as number, "decline");
  },
  async answer(index: number, how: keyof typeof ANSWERS) {
    const entry = this.data.waiting[index];
    if (this.data.working || !entry) return;
    this.setData({ working: true, told: "" });
    try {
      const { appointments } = await api.post(ANSWERS[how], { path: { id: entry.id }, body: { version: entry.version }, act: this.acts!.of(how, entry.id, entry.version) });
      if (appointments[0]) void wx.navigateTo({ url: `/packages/appointments/visit/visit?id=${appointments[0]}&fresh=1` });
    } catch (failure) {
      this.setData({ told: asProblem(failure).message });
    } finally {
      this.setData({ working: false });
      void this.open();
    }
  },
});
