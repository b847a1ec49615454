/** Something somebody else's case asks of me: to confirm my half of it, or to sign. What is shown is exactly what I say yes to. */

import { type MaterialCard, materialCard } from "../../../domain/materials";
import { sayMoment } from "../../../domain/dates";
import { type Answers, askedAnswers, type Field, formFaults, visibleFields } from "../../../domain/rules";
import { explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { server } from "../../../services/config";
import { download } from "../../../services/files";
import { attempt, load, loading } from "../../../services/loading";
import { me } from "../../../services/me";
import { type Act, api, newAct, type Reply } from "../../../services/request";

type Asked = Reply<"get", "/api/v1/obligations/{id}">;

interface Shown {
  name: string;
  kind: string;
  item: string;
  applicant: string;
  number: string;
  due: string;
  text: string;
  answers: { label: string; words: string }[];
  materials: string;
  papers: { path: string; name: string; picture: boolean }[];
  over: string;
  code: string;
  confirms: boolean;
  signs: boolean;
}

interface Question {
  key: string;
  field: Field;
  value: unknown;
  fault: string;
}

const shown = (asked: Asked): Shown => ({
  name: asked.name,
  kind: asked.kind.label,
  item: asked.item_name,
  code: asked.item,
  applicant: asked.applicant,
  number: asked.applicant_number,
  due: asked.due ? sayMoment(asked.due, now()) : "",
  text: asked.text,
  answers: asked.shown.map(({ label, words }) => ({ label, words })),
  materials: asked.materials.join("、"),
  papers: asked.papers.map((each) => ({
    path: `/api/v1/obligations/${asked.id}/papers/${each.key}/${each.number}`,
    name: asked.papers.filter(({ key }) => key === each.key).length > 1 ? `${each.name}第${each.number + 1}份` : each.name,
    picture: each.content_type.startsWith("image/"),
  })),
  confirms: asked.actions.includes("confirm"),
  signs: asked.kind.code === "signature",
  over: asked.actions.length ? "" : asked.met_at ? "您已经办好了。" : asked.declined_at ? `您没有同意：${asked.reason}` : asked.ended_for || "现在不用办了。",
});

Page({
  data: { ...loading(), id: "", unproven: false, asked: null as Shown | null, questions: [] as Question[], cards: [] as MaterialCard[], declining: false, reason: "", working: false, told: "" },
  source: null as Asked | null,
  answers: {} as Answers,
  files: {} as Record<string, string[]>,
  faults: {} as Record<string, string>,
  act: newAct() as Act,

  onLoad({ id = "" }: Record<string, string>) {
    this.setData({ id });
  },
  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      const unproven = (await me()).level === 1;
      this.setData({ unproven });
      if (!unproven) this.draw(await api.get("/api/v1/obligations/{id}", { path: { id: this.data.id } }));
    });
  },
  draw(source: Asked) {
    this.source = source;
    this.setData({ asked: shown(source), cards: source.uploads.map((each) => this.card(each.key)) });
    this.ask();
  },
  ask() {
    const day = now().slice(0, 10);
    const questions = visibleFields(this.source!.asks, this.answers, day).map((field) => ({ key: field.key, field, value: this.answers[field.key] ?? null, fault: this.faults[field.key] ?? "" }));
    this.setData({ questions: this.source!.actions.length ? questions : [] });
  },
  /** A file that goes up with the yes, as a material's card. */
  card(key: string): MaterialCard {
    const { name, help, accepts, max_files, max_mb } = this.source!.uploads.find((each) => each.key === key)!;
    const asked = { key, name, accepts: accepts ?? [], max_files: max_files ?? 1, max_mb: max_mb ?? 10, standard: "", upload: true, licence: false, width: 0, height: 0 };
    const files = (this.files[key] ?? []).map((material, at) => ({ material, version: 1, name: `第${at + 1}份`, content_type: "", size: 0, pages: 1 }));
    const nothing = { exempt: "", exempt_by: "", committed: "", by_word: false, licence: null, asked: null, licence_possible: false, verdict: null, original: null, bring_original: false, later: null, photo: null };
    return materialCard({ key, name, need: { code: "required", label: "必须提供" }, help: help ?? "", files, ...nothing }, asked);
  },

  answer({ detail }: WechatMiniprogram.CustomEvent<{ key: string; value: unknown }>) {
    this.answers = { ...this.answers, [detail.key]: detail.value };
    this.faults = { ...this.faults, [detail.key]: "" };
    this.act = newAct();
    this.ask();
  },
  handed({ detail }: WechatMiniprogram.CustomEvent<{ key: string; files: string[] }>) {
    this.files = { ...this.files, [detail.key]: detail.files };
    this.act = newAct();
    this.setData({ cards: this.source!.uploads.map((each) => this.card(each.key)) });
  },
  agree() {
    const { asks, digest } = this.source!;
    const day = now().slice(0, 10);
    this.faults = formFaults(asks, this.answers, day);
    this.ask();
    if (Object.keys(this.faults).length) return this.setData({ told: "上面还有没填好的，请看红字。" });
    const path = { id: this.data.id };
    const { act } = this;
    if (!this.data.asked!.confirms) return this.send(() => api.post("/api/v1/obligations/{id}/sign", { path, body: { digest }, act }));
    const answers = askedAnswers(asks, this.answers, day) as Asked["answers"];
    return this.send(() => api.post("/api/v1/obligations/{id}/confirm", { path, body: { digest, answers, files: this.files }, act }));
  },
  look({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { path, picture } = currentTarget.dataset as { path: string; picture: boolean };
    return attempt(async () => {
      const kept = await download(server() + path);
      if (picture) await wx.previewImage({ urls: [kept] });
      else await wx.openDocument({ filePath: kept, showMenu: false });
    });
  },
  /** Others' answers are shown to the living person only. */
  prove() {
    void wx.navigateTo({ url: `/packages/identity/prove/prove?purpose=${encodeURIComponent("看请您确认的内容")}` });
  },
  refuse() {
    this.setData({ declining: !this.data.declining });
  },
  say({ detail }: WechatMiniprogram.Input) {
    this.act = newAct();
    this.setData({ reason: detail.value });
  },
  decline() {
    const { act } = this;
    const body = { reason: this.data.reason.trim() };
    return this.send(() => api.post("/api/v1/obligations/{id}/decline", { path: { id: this.data.id }, body, act }));
  },
  async send(ask: () => Promise<Asked>) {
    if (this.data.working) return;
    this.setData({ working: true, told: "" });
    try {
      this.draw(await ask());
      this.setData({ declining: false });
    } catch (failure) {
      const problem = await explain(failure, this.data.asked!.name);
      if (problem.status === 409) await this.open();
    } finally {
      this.setData({ working: false });
    }
  },
});
