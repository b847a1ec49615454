/** One case: what happens now, whose turn it is, until when; each thing that came back is mended here, in its place. */

import { type CasePage, casePage, type Differing, differingOf, lacking, TO_MEND } from "../../../domain/case-page";
import { type MaterialCard, materialCard, TO_CHANGE } from "../../../domain/materials";
import { type Field, fieldFault } from "../../../domain/rules";
import { acting, whose } from "../../../services/acting";
import { confirmed } from "../../../services/asking";
import { CaseActs, explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { openPdf } from "../../../services/files";
import { Filling, type Kept } from "../../../services/filling";
import { attempt, load, loading } from "../../../services/loading";
import { onNetwork } from "../../../services/network";
import { titleOf } from "../../../services/title";

interface Question {
  field: Field;
  value: unknown;
  fault: string;
}

Page({
  data: {
    ...loading(),
    id: "",
    page: null as CasePage | null,
    differing: [] as Differing[],
    cards: {} as Record<string, MaterialCard>,
    lacking: [] as string[],
    keys: [] as string[],
    questions: {} as Record<string, Question>,
    kept: "saved" as Kept,
    working: "",
    statement: "",
    hearing: false,
    folded: true,
    whose: "",
  },
  filling: null as Filling | null,
  acts: null as CaseActs | null,
  /** Materials with a picture in hand that is not handed in yet, by their keys: the names. */
  inHand: {} as Record<string, string>,
  leave: () => undefined as unknown,

  onLoad({ id = "" }: Record<string, string>) {
    this.setData({ id });
    this.acts = new CaseActs();
    this.filling = new Filling((kept) => this.heard(kept));
    this.leave = onNetwork((online) => online && this.data.kept === "offline" && void this.filling?.save());
  },
  onShow() {
    titleOf("办件");
    void this.open();
  },
  onHide() {
    void this.filling?.save();
  },
  onUnload() {
    void this.filling?.save();
    this.leave();
  },
  onPullDownRefresh() {
    void this.open().then(() => wx.stopPullDownRefresh());
  },
  /** How it stands with what was mended. Handed in meanwhile, on another phone or without this page having heard of it, it is shown anew. */
  heard(kept: Kept) {
    this.setData({ kept });
    if (kept === "conflict") void wx.pageScrollTo({ scrollTop: 0, duration: 0 }); // what is asked stands there
    if (kept === "moved") void attempt(() => this.filling!.read(this.data.id).then(() => this.draw()));
  },
  open() {
    return load(this, async () => {
      if (this.filling!.atRest) await this.filling!.read(this.data.id);
      this.draw();
    });
  },
  /** Shows the case as it is known now. */
  draw() {
    const { case: found, form } = this.filling!;
    const asked = Object.fromEntries(form.materials.map((each) => [each.key, each]));
    const page = casePage(found, whose(), now());
    const cards = Object.fromEntries(found.materials.map((each) => [each.key, materialCard(each, asked[each.key])]));
    const mending = TO_MEND.has(found.state.state);
    this.setData({ page, differing: differingOf(found, form.fields), cards, whose: acting() ? `${found.person_name}的` : "", lacking: mending ? lacking(found, page) : [], keys: mending ? [] : found.materials.map((each) => each.key) });
    this.ask();
  },
  /** Shows the questions that are to be answered anew. */
  ask() {
    const { form, answers, case: found } = this.filling!;
    const asked = (this.data.page?.slips ?? []).flatMap((slip) => slip.mends).filter((each) => each.where === "form");
    const how = { complete: true, applicant: form.applicant };
    const questions = asked.flatMap(({ key }) => {
      const field = form.fields.find((each) => each.key === key);
      const value = answers[key] ?? null;
      const touched = value !== (found.form[key] ?? null);
      return field ? [[key, { field, value, fault: touched ? fieldFault(field, answers, form.on, how) : "" }]] : [];
    });
    this.setData({ questions: Object.fromEntries(questions) as Record<string, Question> });
  },

  answer({ detail }: WechatMiniprogram.CustomEvent<{ key: string; value: unknown }>) {
    this.filling!.answer(detail.key, detail.value);
    this.setData({ [`questions.${detail.key}.value`]: detail.value });
  },
  left() {
    this.ask();
  },
  handed({ detail }: WechatMiniprogram.CustomEvent<{ key: string; files: string[] }>) {
    return this.choose(detail.key, { files: detail.files });
  },
  licence({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    return this.choose(detail.key, { licence: true });
  },
  promise({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    return this.take("promise", { materials: [detail.key] });
  },
  /** Keeps what was handed in: with a case that is mended, or as the material that was promised. */
  async choose(key: string, choice: { files?: string[]; licence?: boolean }) {
    const filling = this.filling!;
    if (!TO_MEND.has(filling.case.state.state)) return this.take("hand-in", { materials: { [key]: choice } });
    try {
      await filling.choose(key, choice);
      this.draw();
    } catch (failure) {
      await explain(failure, filling.case.item_name);
    }
  },

  act({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { action, label } = currentTarget.dataset as { action: string; label: string };
    if (action === "continue") return wx.redirectTo({ url: `/packages/apply/form/form?id=${this.data.id}` });
    if (action === "commit") return wx.navigateTo({ url: `/packages/case/commit/commit?id=${this.data.id}` });
    if (action === "resubmit") return this.resubmit();
    return action === "withdraw" ? this.withdraw(label) : this.take(action);
  },
  waiting({ detail: { key, name, stage } }: WechatMiniprogram.CustomEvent<{ key: string; name: string; stage: string }>) {
    if (stage) this.inHand[key] = name;
    else delete this.inHand[key];
  },
  /** What is handed in again as it came back is returned once more: that is asked before. */
  async resubmit() {
    if (this.data.working) return;
    const mends = this.data.page!.slips.flatMap((slip) => slip.mends);
    const [waiting] = Object.values(this.inHand);
    const left = waiting ?? mends.find(({ where, key }) => where === "materials" && this.data.cards[key]?.status === TO_CHANGE)?.name;
    const content = waiting === undefined ? "现在还是退回来的那一份。不改就提交，可能又要退回来。" : "照片还没有选定，或者还没有传上去。现在提交，交的还是退回来的那一份。";
    if (left === undefined || (await confirmed({ title: `「${left}」还没有改`, content, yes: "照样提交", no: "先改好" }))) await this.take("resubmit");
  },
  async withdraw(label: string) {
    const draft = this.filling!.case.state.state === "draft";
    const content = draft ? "填过的内容会删掉，不能恢复。" : "撤回以后这件事就不办了，想办要重新申请。";
    const yes = await confirmed({ title: `要${label}吗`, content, yes: draft ? "删掉" : "撤回", no: "不撤回" });
    if (yes) await this.take("withdraw");
  },
  /** What was said stands on the page; more may be added to it. */
  async speak() {
    const text = this.data.statement.trim();
    await this.take("speak", { text, wants_hearing: this.data.hearing });
    if (this.data.page!.speak?.said.includes(text)) this.setData({ statement: "" });
  },
  /** One act, once. */
  async take(action: string, body: object = {}) {
    const filling = this.filling!;
    if (this.data.working) return;
    this.setData({ working: action });
    try {
      if (await filling.save()) {
        filling.take(await this.acts!.take(filling.case, action, body));
        this.draw();
        void wx.showToast({ title: SAID[action] ?? "办好了", icon: "none" });
        void wx.pageScrollTo({ scrollTop: 0, duration: 0 }); // how it stands now is at the top
      }
    } catch (failure) {
      const problem = await explain(failure, filling.case.item_name);
      if (problem.status === 409) await this.open();
    } finally {
      this.setData({ working: "" });
    }
  },

  takeNewer() {
    this.filling!.takeNewer();
    this.draw();
  },
  keepOwn() {
    void this.filling!.keepOwn().then(() => this.draw());
  },
  again() {
    void this.filling!.save();
  },
  say({ detail }: WechatMiniprogram.Input) {
    this.setData({ statement: detail.value });
  },
  wantHearing() {
    this.setData({ hearing: !this.data.hearing });
  },
  fold() {
    this.setData({ folded: !this.data.folded });
  },
  paper({ currentTarget }: WechatMiniprogram.TouchEvent) {
    return attempt(() => openPdf(`/api/v1/cases/${this.data.id}/papers/${currentTarget.dataset["key"]}`));
  },
  certificate() {
    void wx.navigateTo({ url: `/packages/certificates/certificate/certificate?id=${this.data.page!.certificate}` });
  },
  asked({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/case/asked/asked?id=${currentTarget.dataset["id"]}` });
  },
  pay({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/paying/bill/bill?id=${currentTarget.dataset["id"]}` });
  },
  hands() {
    void wx.navigateTo({ url: `/packages/case/hands/hands?id=${this.data.id}` });
  },
  book() {
    void wx.navigateTo({ url: `/packages/appointments/halls/halls?item=${this.data.page!.item}&case=${this.data.id}` });
  },
  guide({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/guide/item/item?code=${currentTarget.dataset["item"]}` });
  },
});

const SAID: Record<string, string> = {
  resubmit: "已经重新提交",
  withdraw: "已经撤回",
  urge: "已经催办",
  "hand-in": "已经补交",
  promise: "已经承诺",
  speak: "已经收到您说的",
  "report-done": "已经报告，等工作人员来看",
  "take-over": "由您接着办",
};
