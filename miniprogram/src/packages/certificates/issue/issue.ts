/** Asking for an instant certificate: a few questions, and it is there; or a person takes over. */

import { type Answers, askedAnswers, type Field, fieldFault, formFaults, visibleFields } from "../../../domain/rules";
import { acting } from "../../../services/acting";
import { loading, load } from "../../../services/loading";
import { me } from "../../../services/me";
import { asProblem } from "../../../services/problem";
import { type Act, api, newAct, type Reply } from "../../../services/request";

type Form = Reply<"get", "/api/v1/items/{id}/form">;

interface Question {
  key: string;
  field: Field;
  value: unknown;
  fault: string;
  source: string;
}

/** When waiting is longer than usual, that is said. */
const LONG = 4000;

Page({
  data: {
    ...loading(),
    code: "",
    name: "",
    /** Whose records are looked at, by name. */
    asks: "",
    applicant: "",
    shared: false,
    proven: false,
    questions: [] as Question[],
    working: false,
    slow: false,
    told: "",
    waiting: null as { reason: string; message: string } | null,
  },
  form: null as Form | null,
  answers: {} as Answers,
  faults: {} as Record<string, string>,
  act: newAct() as Act,

  onLoad({ code = "" }: Record<string, string>) {
    this.setData({ code });
  },
  /** Also after somebody gave their name or proved who they are, and came back: what was answered stays. */
  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      const [path, whom] = [{ id: this.data.code }, acting()?.grant];
      const [guide, form, person] = await Promise.all([api.get("/api/v1/items/{id}", { path }), api.get("/api/v1/items/{id}/form", { path }), me()]);
      if (acting()?.grant !== whom) return;
      this.form = form;
      this.answers = { ...form.values, ...this.answers };
      this.setData({ name: guide.name, asks: guide.records.join("、"), shared: guide.proxy.allowed, applicant: form.applicant ?? person.name, proven: person.level > 1 });
      this.ask();
    });
  },
  /** What was answered was another's. */
  restart() {
    Object.assign(this, { form: null, answers: {}, faults: {}, act: newAct() });
    this.setData({ questions: [], told: "" });
    void this.open();
  },
  /** Shows the questions that are asked after these answers. */
  ask() {
    const { fields, filled, on } = this.form!;
    const sources = Object.fromEntries(filled.map((each) => [each.key, each.source?.label ?? ""]));
    const questions = visibleFields(fields, this.answers, on).map((field) => {
      const value = this.answers[field.key] ?? null;
      return { key: field.key, field, value, fault: this.faults[field.key] ?? "", source: value === this.form!.values[field.key] ? (sources[field.key] ?? "") : "" };
    });
    this.setData({ questions });
  },
  answer({ detail }: WechatMiniprogram.CustomEvent<{ key: string; value: unknown }>) {
    const { key, value } = detail;
    this.answers = { ...this.answers, [key]: value };
    const field = this.form!.fields.find((each) => each.key === key);
    if (field) this.faults = { ...this.faults, [key]: this.faults[key] ? fieldFault(field, this.answers, this.form!.on) : "" };
    this.act = newAct();
    this.ask();
  },

  prove() {
    void wx.navigateTo({ url: "/packages/identity/prove/prove?purpose=" + encodeURIComponent(`开${this.data.name}`) });
  },
  guide() {
    void wx.navigateTo({ url: `/packages/guide/item/item?code=${this.data.code}` });
  },
  async submit() {
    if (this.data.working) return;
    const { fields, on } = this.form!;
    this.faults = formFaults(fields, this.answers, on);
    this.ask();
    if (Object.keys(this.faults).length) return this.setData({ told: "上面还有没填好的，请看红字。" });
    this.setData({ working: true, slow: false, told: "" });
    const timer = setTimeout(() => this.setData({ slow: true }), LONG);
    try {
      const body = { item: this.data.code, form: askedAnswers(fields, this.answers, on) };
      this.show(await api.post("/api/v1/certificates", { body, act: this.act }));
    } catch (failure) {
      this.refuse(asProblem(failure));
    } finally {
      clearTimeout(timer);
      this.setData({ working: false });
    }
  },
  show(given: Reply<"post", "/api/v1/certificates">) {
    if ("verify_url" in given) return void wx.redirectTo({ url: `/packages/certificates/certificate/certificate?id=${given.id}&fresh=1` });
    this.setData({ waiting: { reason: given.reason, message: given.message } });
  },
  refuse(problem: ReturnType<typeof asProblem>) {
    const placed = Object.entries(problem.errors).map(([pointer, words]) => [pointer.split("/")[2] ?? "", words]);
    this.faults = { ...this.faults, ...Object.fromEntries(placed) };
    this.ask();
    this.setData({ told: problem.message, ...(problem.proofNeeded && { proven: false }) });
  },
  follow() {
    void wx.switchTab({ url: "/pages/cases/cases" });
  },
});
