/** One visit: when and where, the code for the door (also without a network), what can be done, and how many are before me. */

import { queueWords, ticketsOf, type Visit, visitOf, visitPage } from "../../../domain/appointments";
import { confirmed } from "../../../services/asking";
import { now } from "../../../services/clock";
import { loading, load } from "../../../services/loading";
import { asProblem } from "../../../services/problem";
import { qrPicture } from "../../../services/qr";
import { Acts, api } from "../../../services/request";
import { mayTell } from "../../../services/subscribe";
import { dropTicket, keepTicket, ticket } from "../../../services/tickets";

const EVERY = 10_000;
const ACTS = {
  cancel: "/api/v1/appointments/{id}/cancel",
  checkin: "/api/v1/appointments/{id}/check-in",
  acceptproposal: "/api/v1/appointments/{id}/accept-proposal",
  declineproposal: "/api/v1/appointments/{id}/decline-proposal",
  takeover: "/api/v1/appointments/{id}/take-over",
} as const;

Page({
  data: { ...loading(), id: "", fresh: false, visit: null as Visit | null, picture: "", queue: "", asked: false, reminded: false, working: false, told: "" },
  acts: null as Acts | null,
  timer: 0 as unknown as ReturnType<typeof setInterval>,

  onLoad({ id = "", fresh = "" }: Record<string, string>) {
    this.acts = new Acts();
    this.setData({ id, fresh: fresh === "1" });
  },
  onShow() {
    void this.open();
    this.timer = setInterval(() => void this.ask(), EVERY);
  },
  onHide() {
    clearInterval(this.timer);
  },
  onUnload() {
    clearInterval(this.timer);
  },
  open() {
    return load(this, async () => {
      const visit = await this.known();
      return () => {
        this.setData({ visit, picture: visit.live ? qrPicture(visit.code) : "" });
        void this.ask();
      };
    });
  },
  /** The visit as the product has it; without a network, as far as the phone kept it. */
  async known(): Promise<Visit> {
    const { id } = this.data;
    try {
      const found = await api.get("/api/v1/appointments/{id}", { path: { id } });
      const [kept] = ticketsOf([found]);
      if (kept) keepTicket(kept);
      else dropTicket(id);
      return visitPage(found, now());
    } catch (failure) {
      const kept = ticket(id);
      if (!asProblem(failure).offline || !kept) throw failure;
      return visitOf(kept, now());
    }
  },
  /** How many are before me, while I wait; the answer costs nothing as long as it stays the same. */
  async ask() {
    if (!this.data.visit?.checkedIn) return;
    const { id } = this.data;
    try {
      const queue = await api.get("/api/v1/appointments/{id}/queue", { path: { id } });
      if (id !== this.data.id) return; // moved to another time meanwhile
      this.setData({ queue: queueWords(queue) });
      if (queue.state !== "checked_in") void this.open();
    } catch {
      // asked again in a moment
    }
  },

  /** WeChat's own question, once; whatever is answered, it is not asked here again. */
  async remind() {
    if (this.data.asked) return;
    this.setData({ asked: true });
    this.setData({ reminded: await mayTell("appointment") });
  },
  again() {
    void wx.redirectTo({ url: `/packages/appointments/halls/halls?item=${this.data.visit!.item}` });
  },
  move() {
    const { id, item, hall } = this.data.visit!;
    void wx.navigateTo({ url: `/packages/appointments/slots/slots?item=${item}&hall=${hall}&move=${id}` });
  },
  async cancel() {
    const yes = await confirmed({ title: "取消这个预约？", content: `${this.data.visit!.when}，${this.data.visit!.where}`, yes: "取消预约", no: "不取消" });
    if (yes) await this.act("cancel");
  },
  checkIn() {
    return this.act("checkin");
  },
  accept() {
    return this.act("acceptproposal");
  },
  decline() {
    return this.act("declineproposal");
  },
  takeOver() {
    return this.act("takeover");
  },
  async act(how: keyof typeof ACTS) {
    if (this.data.working) return;
    this.setData({ working: true, told: "" });
    try {
      const { version } = this.data.visit!;
      const { id } = await api.post(ACTS[how], { path: { id: this.data.id }, body: { version }, act: this.acts!.of(how, this.data.id, version) });
      if (id !== this.data.id) dropTicket(this.data.id);
      this.setData({ id, fresh: false });
    } catch (failure) {
      this.setData({ told: asProblem(failure).message });
    } finally {
      this.setData({ working: false });
      void this.open();
    }
  },
});
