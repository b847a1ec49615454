/** A new grant: offered to somebody, asked of somebody, or claimed for a child. */

import { sayDay } from "../../../domain/dates";
import { usualEnd } from "../../../domain/family";
import { nameFault, numberFault, phoneFault, tidyNumber } from "../../../domain/identity";
import { explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { attempt, loading, load } from "../../../services/loading";
import { requirePrivacy } from "../../../services/privacy";
import { type Act, api, newAct } from "../../../services/request";

type Side = "agent" | "principal" | "ward";
interface Chosen {
  code: string;
  name: string;
}

const TITLES: Record<Side, string> = { agent: "我要替家人办", principal: "让家人替我办", ward: "替孩子办" };
const MOST = 6;

Page({
  data: {
    ...loading(),
    side: "agent" as Side,
    items: [] as Chosen[],
    q: "",
    found: [] as Chosen[],
    until: "",
    untilWords: "",
    today: "",
    once: false,
    name: "",
    phone: "",
    number: "",
    faults: {} as Record<string, string>,
    working: false,
  },
  act: newAct() as Act,

  /** `side`: what the reader will be; `item`: what it is about, where that is known. */
  onLoad({ side = "agent", item = "" }: Record<string, string>) {
    this.act = newAct();
    this.setData({ side: side as Side, today: now().slice(0, 10) });
    this.setUntil(usualEnd(now()));
    void wx.setNavigationBarTitle({ title: TITLES[side as Side] });
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
  changed(data: Record<string, unknown>) {
    this.act = newAct();
    this.setData({ ...data, faults: {} });
  },

  async look(q: string) {
    const { items } = await api.get("/api/v1/items", { query: { q: q || "证明" } });
    const open = items.filter((each) => each.proxy && each.online && !this.data.items.some((one) => one.code === each.code));
    this.setData({ q, found: open.slice(0, MOST).map(({ code, name }) => ({ code, name })) });
  },
  search({ detail }: WechatMiniprogram.Input) {
    const q = detail.value.trim();
    return attempt(() => this.look(q));
  },
  choose({ code, name }: Chosen) {
    this.changed({ items: [...this.data.items, { code, name }], found: this.data.found.filter((each) => each.code !== code) });
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
  onceOnly({ detail }: WechatMiniprogram.SwitchChange) {
    this.changed({ once: detail.value });
  },

  /** What is missing or wrong, by field. */
  faultsOf(): Record<string, string> {
    const { side, items, name, phone, number } = this.data;
    const faults: Record<string, string> = {};
    if (side !== "ward" && !items.length) faults["items"] = "请选至少一件事。";
    if (side === "ward" || phone.trim()) faults["name"] = nameFault(name);
    if (side !== "ward" && phone.trim()) faults["phone"] = phoneFault(phone);
    if (side === "ward") faults["number"] = numberFault("resident_card", number);
    return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault));
  },
  async send() {
    const faults = this.faultsOf();
    this.setData({ faults });
    if (Object.keys(faults).length || this.data.working) return;
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
    if (side === "ward") return { basis: "guardianship" as const, principal: { name: name.trim(), id_number: tidyNumber(number) } };
    const other = { name: name.trim() || null, phone: phone.trim() || null };
    const terms = { items: items.map((each) => each.code), until, single_use: once };
    return side === "agent" ? { ...terms, principal: other } : { ...terms, agent: other };
  },
});
