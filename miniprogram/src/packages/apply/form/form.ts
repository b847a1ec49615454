/** Applying for an item, a few questions at a time: kept as one goes, taken up where it was left, handed in once. */

import { knownOf, MATERIALS, placed, REVIEW, type Line, reviewOf, sourceOf, type Step, stepsOf } from "../../../domain/apply";
import { begun } from "../../../domain/begun";
import { type MaterialCard, materialCard, missing } from "../../../domain/materials";
import { type Field, fieldFault, formFaults } from "../../../domain/rules";
import { acting } from "../../../services/acting";
import { confirmed } from "../../../services/asking";
import { CaseActs, explain } from "../../../services/case-acts";
import { Filling, type Kept } from "../../../services/filling";
import { load, loading } from "../../../services/loading";
import { me } from "../../../services/me";
import { onNetwork } from "../../../services/network";
import { asProblem, type Problem } from "../../../services/problem";
import { type Act, api, newAct } from "../../../services/request";

interface Question {
  key: string;
  field: Field;
  value: unknown;
  fault: string;
  source: string;
}

const KEPT: Record<Kept, string> = {
  saved: "填的内容已保存，可以随时离开，换手机也能接着填。",
  saving: "正在保存…",
  offline: "网断了，填的内容还在这里，连上网会自己保存。先不要关掉这一页。",
  partly: "标红的一项填得不对，还没有保存；其他内容已保存。",
  conflict: "",
  moved: "",
  refused: "有内容没有保存上，请看红字。",
};

const HALF_DONE = { title: "已经有一份填了一半的", yes: "接着填", no: "新填一份" };
const UNDER_WAY = { title: "您已经有一件在办", yes: "去看看", no: "再办一件" };

Page({
  data: {
    ...loading(),
    name: "",
    item: "",
    applicant: "",
    decider: "",
    proven: true,
    step: "",
    place: "",
    questions: [] as Question[],
    cards: [] as MaterialCard[],
    lines: [] as Line[],
    commitment: false,
    buttons: { first: "", formal: false },
    kept: "saved" as Kept,
    keptWords: "",
    told: "",
    working: false,
  },
  code: "",
  id: "",
  region: "",
  begun: newAct() as Act,
  filling: null as Filling | null,
  acts: null as CaseActs | null,
  steps: [] as Step[],
  faults: { form: {}, materials: {} } as ReturnType<typeof placed>,
  /** Whether something on the page is red. */
  red: false,
  filledIn: false,
  inHand: {} as Record<string, { name: string; sending: boolean }>,
  handMoved: () => undefined as void,
  leave: () => undefined as unknown,

  /** `region`: the district that is to decide, where one was chosen. */
  onLoad({ code = "", id = "", region = "" }: Record<string, string>) {
    [this.code, this.id, this.region] = [code, id, region];
    this.acts = new CaseActs();
    this.begun = newAct();
    this.filling = new Filling((kept) => this.heard(kept));
    this.leave = onNetwork((online) => online && this.data.kept === "offline" && void this.filling!.save());
  },
  /** Also after somebody proved who they are, or committed, and came back: what was answered stays. */
  onShow() {
    void this.open();
  },
  onHide() {
    void this.filling!.save();
  },
  onUnload() {
    void this.filling!.save();
    this.leave();
  },
  /** How it stands with what was answered. Handed in meanwhile, on another phone or without this page having heard of it, it has a receipt. */
  heard(kept: Kept) {
    this.setData({ kept, keptWords: kept === "refused" ? (this.filling!.problem?.message ?? KEPT.refused) : KEPT[kept] });
    if (kept === "conflict") void wx.pageScrollTo({ scrollTop: 0, duration: 0 }); // what is asked stands there
    if (kept === "partly" && this.data.step) {
      Object.assign(this.faults.form, this.filling!.refusals);
      this.draw();
    }
    if (kept === "moved") void wx.redirectTo({ url: `/packages/apply/receipt/receipt?id=${this.id}` });
  },
  open() {
    return load(this, async () => {
      const person = await me();
      if (!(this.id ||= await this.begin())) return;
      const found = await this.newest(person.level > 1);
      if (found.state.state !== "draft" || found.hold) return void (await wx.redirectTo({ url: `/packages/case/case/case?id=${found.id}` }));
      for (const key of Object.keys(this.faults.form)) this.faults.form[key] = this.check(key, false);
      this.setData({ proven: person.level > 1, name: found.item_name, item: found.item, applicant: found.person_name, decider: found.in_the_name_of });
      this.draw();
    });
  },
  /** The case as it stands, with what registers say of whoever is proven. */
  async newest(proven: boolean) {
    const filling = this.filling!;
    if (filling.atRest) await filling.read(this.id);
    if (proven && this.unasked()) await filling.fill();
    return filling.case;
  },
  /** Whether registers may know what nobody has answered yet; they are asked once a visit of the page. */
  unasked(): boolean {
    const { form, case: found } = this.filling!;
    const open = found.state.state === "draft" && form.fields.some((field) => field.source && !found.sources[field.key]?.source);
    if (!open || this.filledIn) return false;
    return (this.filledIn = true);
  },
  /**
   * The draft that was left, or a new one; where a district was chosen, one for that district. Whose a draft is that somebody else filled
   * in, and that one is on its way already, is told first. Empty where one goes to look at that instead.
   */
  async begin(): Promise<string> {
    const { items } = await api.get("/api/v1/cases", { query: { item: this.code } });
    const { own, others, under_way } = begun(items, acting());
    const left = this.region ? await this.leftFor(own) : own[0];
    if (left) return left;
    if (others && (await confirmed({ ...HALF_DONE, content: `是${others.who}。接着填，还是新填一份？` }))) return others.id;
    if (!others && under_way && (await confirmed({ ...UNDER_WAY, content: `现在是「${under_way.status}」。先去看看，还是再办一件？` }))) {
      await wx.redirectTo({ url: `/packages/case/case/case?id=${under_way.id}` });
      return "";
    }
    return this.anew();
  },
  async anew(): Promise<string> {
    return (await api.post("/api/v1/cases", { body: { item: this.code, region: this.region || null }, act: this.begun })).id;
  },
  async leftFor(drafts: string[]) {
    const read = await Promise.all(drafts.map((id) => api.get("/api/v1/cases/{id}", { path: { id } })));
    return read.find((each) => each.region === this.region)?.id;
  },

  /** Shows the step one is at, after what was answered. */
  draw() {
    const { case: found, form, answers } = this.filling!;
    this.steps = stepsOf(form.fields, answers, form.on, found.materials.length > 0);
    const at = Math.max(this.steps.findIndex((each) => each.id === this.data.step), 0);
    const { id, keys, title } = this.steps[at]!;
    const [questions, cards] = [this.questions(keys), this.cards(id)];
    this.setData({ step: id, place: `第${at + 1}步，共${this.steps.length}步 · ${title}`, questions, cards });
    this.redraw([...questions, ...cards].some(({ fault }) => fault));
    if (id === REVIEW) this.review();
    else this.setData({ lines: [] });
    this.setData({ commitment: id !== "ask0" && keys.length === 0 && found.actions.some((each) => each.action === "commit") });
  },
  /** What the bar said of red places goes with the last of them. */
  redraw(red: boolean) {
    if (this.red && !red) this.setData({ told: "" });
    this.red = red;
  },
  questions(keys: string[]): Question[] {
    const { case: found, form, answers } = this.filling!;
    return form.fields
      .filter((field) => keys.includes(field.key))
      .map((field) => {
        const value = answers[field.key] ?? null;
        const shown = (value === null && knownOf(field, form.applicant)) || { value, source: sourceOf(found, field.key, value) };
        return { key: field.key, field, ...shown, fault: this.faults.form[field.key] ?? "" };
      });
  },
  cards(step: string): (MaterialCard & { fault: string })[] {
    if (step !== MATERIALS && step !== REVIEW) return [];
    const { case: found, form } = this.filling!;
    const asked = Object.fromEntries(form.materials.map((each) => [each.key, each]));
    return found.materials.map((each) => ({ ...materialCard(each, asked[each.key]), fault: this.faults.materials[each.key] ?? "" }));
  },
  review() {
    const { case: found, form, answers } = this.filling!;
    const actions = found.actions.map((each) => each.action);
    const first = actions.includes("pre-review") ? "pre-review" : "submit";
    this.setData({ lines: reviewOf(form.fields, answers, this.steps), buttons: { first, formal: first === "pre-review" && actions.includes("submit") } });
  },

  answer({ detail }: WechatMiniprogram.CustomEvent<{ key: string; value: unknown }>) {
    const { key, value } = detail;
    const filling = this.filling!;
    filling.answer(key, value);
    if (this.faults.form[key]) this.faults.form[key] = this.check(key);
    this.draw();
  },
  left({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const { case: found, answers } = this.filling!;
    if (JSON.stringify(answers[detail.key]) === JSON.stringify(found.form[detail.key])) return;
    this.faults.form[detail.key] = this.check(detail.key, false);
    this.draw();
  },
  check(key: string, complete = true): string {
    const { form, answers, refusals } = this.filling!;
    const field = form.fields.find((each) => each.key === key);
    return (field && fieldFault(field, answers, form.on, { complete, applicant: form.applicant })) || refusals[key] || "";
  },
  handed({ detail }: WechatMiniprogram.CustomEvent<{ key: string; files: string[] }>) {
    return this.choose(detail.key, { files: detail.files });
  },
  licence({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    return this.choose(detail.key, { licence: true });
  },
  async choose(key: string, choice: { files?: string[]; licence?: boolean }) {
    this.faults.materials[key] = "";
    try {
      await this.filling!.choose(key, choice);
    } catch (failure) {
      const problem = asProblem(failure);
      if (problem.proofNeeded) await explain(problem, `办${this.data.name}`);
      else this.faults.materials[key] = Object.values(problem.errors)[0] ?? problem.message;
    }
    this.draw();
  },
  waiting({ detail: { key, name, stage } }: WechatMiniprogram.CustomEvent<{ key: string; name: string; stage: string }>) {
    if (stage) this.inHand[key] = { name, sending: stage === "sending" };
    else delete this.inHand[key];
    this.handMoved();
  },
  /** Whether one may turn the page: what is being sent is waited for, a picture that is not handed in is gone with the page. */
  async mayTurn(): Promise<boolean> {
    while (Object.values(this.inHand).some((each) => each.sending)) {
      this.setData({ working: true });
      await new Promise<void>((moved) => (this.handMoved = moved));
    }
    this.setData({ working: false });
    const [left] = Object.values(this.inHand);
    if (left === undefined) return true;
    const turn = await confirmed({ title: `「${left.name}」还没有交上`, content: "照片还没有选定或者还没有传上去。现在翻页，要重新拍、重新选。", yes: "翻页", no: "先交照片" });
    if (turn) this.inHand = {};
    return turn;
  },
  async promise({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const filling = this.filling!;
    try {
      if (await filling.save()) filling.take(await this.acts!.take(filling.case, "promise", { materials: [detail.key] }));
    } catch (failure) {
      await explain(failure, `办${this.data.name}`);
    }
    this.draw();
  },

  async next() {
    const step = this.steps.find((each) => each.id === this.data.step)!;
    if (this.data.working || !(await this.mayTurn())) return;
    const amiss = this.amiss(step);
    if (amiss) return this.say(amiss);
    this.setData({ working: true });
    await this.filling!.save();
    this.setData({ working: false });
    this.draw();
    if (this.data.kept === "conflict") return this.say("请先在最上面选要留哪一边的。");
    if (step.keys.some((key) => this.faults.form[key])) return this.say("上面还有没填好的，请看红字。");
    this.go(this.steps[this.steps.findIndex((each) => each.id === step.id) + 1]!.id);
  },
  /** What the bar says where something of this step is not filled in or not given, each marked red; empty where nothing is. */
  amiss({ id, keys }: Step): string {
    for (const key of keys) this.faults.form[key] = this.check(key);
    if (keys.some((key) => this.faults.form[key])) return "上面还有没填好的，请看红字。";
    if (id !== MATERIALS) return "";
    this.faults.materials = missing(this.filling!.case.materials, acting() !== null);
    return Object.keys(this.faults.materials).length ? "上面还有没交的材料，请看红字。" : "";
  },
  async back() {
    if (this.data.working || !(await this.mayTurn())) return;
    const at = this.steps.findIndex((each) => each.id === this.data.step);
    this.go(this.steps[Math.max(at - 1, 0)]!.id);
  },
  change({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.go(currentTarget.dataset["step"] as string);
  },
  go(step: string) {
    this.setData({ step, told: "" });
    this.draw();
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  say(told: string) {
    this.draw(); // first: it takes away what was said before
    this.setData({ told });
  },

  submit({ currentTarget }: WechatMiniprogram.TouchEvent) {
    return this.send(currentTarget.dataset["action"] as string);
  },
  /** Hands it in, once, whatever is tapped. */
  async send(action: string) {
    if (this.data.working) return;
    const filling = this.filling!;
    const { form, answers } = filling;
    this.faults = { form: formFaults(form.fields, answers, form.on, { complete: true, applicant: form.applicant }), materials: {} };
    if (Object.keys(this.faults.form).length) return this.lead("还有没填好的，请看红字。");
    this.setData({ working: true, told: "" });
    try {
      if (!(await filling.save())) return this.say(filling.problem?.message ?? KEPT[filling.state]);
      const handed = await this.acts!.take(filling.case, action);
      await wx.redirectTo({ url: `/packages/apply/receipt/receipt?id=${handed.id}` });
    } catch (failure) {
      await this.refuse(asProblem(failure));
    } finally {
      this.setData({ working: false });
    }
  },
  async refuse(problem: Problem) {
    if (problem.proofNeeded) return void (await explain(problem, `办${this.data.name}`));
    this.faults = placed(problem.errors);
    if (problem.status === 409) {
      await this.filling!.read(this.id);
      if (this.filling!.case.state.state !== "draft") return void (await wx.redirectTo({ url: `/packages/apply/receipt/receipt?id=${this.id}` }));
    }
    this.lead(problem.message);
  },
  /** Leads to the first step where something is to be mended, and says what. */
  lead(told: string) {
    const step = this.steps.find((each) => each.keys.some((key) => this.faults.form[key])) ?? this.steps.find((each) => each.id === MATERIALS && Object.values(this.faults.materials).some(Boolean));
    if (step) this.go(step.id);
    this.say(told);
  },

  takeNewer() {
    this.filling!.takeNewer();
    this.draw();
  },
  keepOwn() {
    void this.filling!.keepOwn().then(() => this.draw());
  },
  prove() {
    void wx.navigateTo({ url: `/packages/identity/prove/prove?purpose=${encodeURIComponent(`办${this.data.name}`)}` });
  },
  commit() {
    void wx.navigateTo({ url: `/packages/case/commit/commit?id=${this.id}` });
  },
});
