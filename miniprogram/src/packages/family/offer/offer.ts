/** A new grant: offered to somebody, asked of somebody, claimed for a child, or asked for a parent without a phone, whom staff call. */

import { inDays, sayDay } from "../../../domain/dates";
import { offerFaults, type OfferSide, paperCard, usualEnd } from "../../../domain/family";
import { tidyNumber } from "../../../domain/identity";
import { actForSelf } from "../../../services/acting";
import { explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { attempt, loading, load } from "../../../services/loading";
import { requirePrivacy } from "../../../services/privacy";
import { type Act, api, newAct } from "../../../services/request";

interface Chosen {
  code: string;
  name: string;
}

const TITLES: Record<OfferSide, string> = { agent: "我要替家人办", principal: "让家人替我办", ward: "替孩子办", paper: "老人没有手机" };
const HALVES = [
  { value: "morning", words: "上午" },
  { value: "afternoon", words: "下午" },
] as const;
const DAYS_AHEAD = 14;
const MOST = 6;

Page({
  data: {
    ...loading(),
    side: "agent" as OfferSide,
    items: [] as Chosen[],
    q: "",
    found: [] as Chosen[],
    told: "",
    /** What was looked for and not found. */
    lost: "",
    until: "",
    untilWords: "",
    today: "",
    once: false,
    name: "",
    phone: "",
    number: "",
    paper: paperCard([]),
    reach: "",
    callDay: "",
    callWords: "",
    callFirst: "",
    callLast: "",
    halves: HALVES as unknown as { words: string }[],
    half: 0,
    faults: {} as Record<string, string>,
    working: false,
  },
  act: newAct() as Act,
  wanted: "",

  /** `side`: what the reader will be; `item`: what it is about, where that is known. */
  onLoad({ side = "agent", item = "" }: Record<string, string>) {
    actForSelf();
    this.act = newAct();
    this.setData({ side: side as OfferSide, today: inDays(now(), 0), callFirst: inDays(now(), 1), callLast: inDays(now(), DAYS_AHEAD) });
    this.setCall(inDays(now(), 1));
    this.setUntil(usualEnd(now()));
    void wx.setNavigationBarTitle({ title: TITLES[side as OfferSide] });
    void this.open(item);
  },
  open(item = "") {
    return load(this, async () => {
      if (!(await requirePrivacy())) return "empty";
      if (item) this.choose(await api.get("/api/v1/items/{id}", { path: { id: item } }));
      else if (!this.data.items.length) await this.look("");
      return "ready";
    });
  },
  setUntil(until: string) {
    this.changed({ until, untilWords: sayDay(until, now()) });
  },
  setCall(callDay: string) {
    this.changed({ callDay, callWords: sayDay(callDay, now()) });
  },
  changed(data: Record<string, unknown>) {
    this.act = newAct();
    this.setData({ ...data, faults: {}, told: "" });
  },

  async look(q: string) {
    const { items } = await api.get("/api/v1/items", { query: { q: q || "证明" } });
    const open = items.filter((each) => each.proxy && each.online && !this.data.items.some((one) => one.code === each.code));
    this.setData({ q, found: open.slice(0, MOST).map(({ code, name }) => ({ code, name })), lost: q && !open.length ? q : "" });
  },
  search({ detail }: WechatMiniprogram.Input) {
    this.wanted = detail.value.trim();
    return this.find();
  },
  /** Who goes on to something else has said what they look for, unless the list shows it already. */
  left({ detail }: WechatMiniprogram.InputBlur) {
    this.wanted = detail.value.trim();
    return this.wanted === this.data.q ? undefined : this.find();
  },
  typed({ detail }: WechatMiniprogram.Input) {
    this.wanted = detail.value.trim();
  },
  find() {
    return attempt(() => this.look(this.wanted));
  },
  choose({ code, name }: Chosen) {
    this.changed({ items: [...this.data.items, { code, name }], found: this.data.found.filter((each) => each.code !== code), q: "" });
  },
  add({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.choose(this.data.found[currentTarget.dataset["index"] as number]!);
  },
  remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.changed({ items: this.data.items.filter((each) => each.code !== currentTarget.dataset["code"]) });
  },
  write({ detail, currentTarget }: WechatMiniprogram.Input) {
    this.changed({ [currentTarget.dataset["field"] as string]: detail.value });
  },
  day({ detail }: WechatMiniprogram.PickerChange) {
    this.setUntil(detail.value as string);
  },
  callOn({ detail }: WechatMiniprogram.PickerChange) {
    this.setCall(detail.value as string);
  },
  halfOf({ detail }: WechatMiniprogram.PickerChange) {
    this.changed({ half: Number(detail.value) });
  },
  handed({ detail }: WechatMiniprogram.CustomEvent<{ files: string[] }>) {
    this.changed({ paper: paperCard(detail.files) });
  },
  onceOnly({ detail }: WechatMiniprogram.SwitchChange) {
    this.changed({ once: detail.value });
  },

  async send() {
    const faults = offerFaults(this.data.side, this.data);
    const wrong = Object.keys(faults).length > 0;
    this.setData({ faults, told: wrong ? "还有没填好的，请看红字。" : "" });
    if (wrong) wx.nextTick(() => void wx.pageScrollTo({ selector: ".here", offsetTop: -120, duration: 0 })); // the first, with its question
    if (wrong || this.data.working) return;
    this.setData({ working: true });
    try {
      const made = await api.post("/api/v1/grants", { body: this.body(), act: this.act });
      await wx.redirectTo({ url: `/packages/family/grant/grant?id=${made.id}` });
    } catch (failure) {
      await explain(failure, TITLES[this.data.side]);
      this.act = newAct();
    } finally {
      this.setData({ working: false });
    }
  },
  body() {
    const { side, items, until, once, name, phone, number } = this.data;
    const numbered = { name: name.trim(), id_number: tidyNumber(number) };
    if (side === "ward") return { basis: "guardianship" as const, principal: numbered };
    const terms = { items: items.map((each) => each.code), until, single_use: once };
    if (side === "paper") return { ...terms, principal: numbered, ...this.called() };
    const other = { name: name.trim() || null, phone: phone.trim() || null };
    return side === "agent" ? { ...terms, principal: other } : { ...terms, agent: other };
  },
  called() {
    const { paper, reach, callDay, half } = this.data;
    return { evidence: paper.files.map((each) => each.id), call_back: { phone: reach.trim(), day: callDay, half: HALVES[half]!.value } };
  },
});
