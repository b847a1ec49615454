/**
 * A case that is being filled in or mended: what was answered is kept as one goes, under the version of the page, so that no older
 * page overwrites a newer one. Only one write is on its way at a time; what fails on the way is tried again when there is a network.
 */

import type { components } from "../../typings/api";
import { type Answers, askedAnswers, type Field, fieldFault } from "../domain/rules";
import { asProblem, type Problem } from "./problem";
import { api } from "./request";

export type Case = components["schemas"]["CaseView"];
export type Form = components["schemas"]["CaseFormView"];
export type Choice = components["schemas"]["MaterialChoice"];

/**
 * `partly`: but for what has a fault, which stays on this page. `offline`: kept on this page until there is a network. `conflict`:
 * changed elsewhere meanwhile. `moved`: no answers are taken any more, it was handed in elsewhere. `refused`: see `problem`.
 */
export type Kept = "saved" | "partly" | "saving" | "offline" | "conflict" | "moved" | "refused";

const PAUSE = 1200;
const STALE = "/problems/stale_version";
const CONFLICT = 409;
const FIELD = /^\/form\/(\w+)/;

export class Filling {
  case!: Case;
  form!: Form;
  answers: Answers = {};
  /** Why the last write was refused. */
  problem: Problem | null = null;
  state: Kept = "saved";
  private readonly tell: (state: Kept) => void;
  private choices: Record<string, Choice> = {};
  /** What the server said of answers it does not take, by question. */
  refusals: Record<string, string> = {};
  private dirty = false;
  /** Grow with all that makes a reading older than what stands here. */
  private turn = 0;
  private reading = 0;
  private newer: Case | null = null;
  private running: Promise<boolean> = Promise.resolve(true);
  private timer = 0 as unknown as ReturnType<typeof setTimeout>;

  /** `tell`: hears how it stands with what was answered. */
  constructor(tell: (state: Kept) => void) {
    this.tell = tell;
  }

  /** Reads a case and what it asks; what was answered, kept or read anew while it was on its way stays. Throws a Problem. */
  async read(id: string): Promise<void> {
    const path = { id };
    const [mine, before] = [(this.reading += 1), this.turn];
    const [found, form] = await Promise.all([api.get("/api/v1/cases/{id}", { path }), api.get("/api/v1/cases/{id}/form", { path })]);
    if (this.form && (mine !== this.reading || before !== this.turn)) return;
    this.form = form;
    this.adopt(found);
  }

  /** Goes on with a case as it was answered just now, its answers as they are there but for those it did not take, which stay. */
  take(found: Case): void {
    this.turn += 1;
    this.adopt(found);
  }

  private adopt(found: Case): void {
    const left = this.case?.id === found.id ? this.unkept() : {};
    this.case = found;
    this.answers = { ...found.form, ...left };
    this.dirty = false;
    this.refusals = {};
    this.settled();
  }

  /** Whether everything that can be kept is: another page may be looked at, and this one read anew. */
  get atRest(): boolean {
    return !this.dirty && (this.state === "saved" || this.state === "partly");
  }

  /** Asks the registers for what nobody has answered yet: the person proved who they are after they had begun. Never throws. */
  async fill(): Promise<void> {
    if (!(await this.save())) return;
    try {
      const body = { version: this.case.version, form: this.keepable(), fill: true } as components["schemas"]["SaveBody"];
      this.take(await api.put("/api/v1/cases/{id}", { path: { id: this.case.id }, body }));
    } catch (failure) {
      this.problem = asProblem(failure); // what is there stays, and can be filled in by hand
    }
  }

  answer(key: string, value: unknown): void {
    this.answers = { ...this.answers, [key]: value };
    delete this.refusals[key];
    this.touch();
  }

  /** Chooses what stands for a material, and keeps that at once. Throws a Problem where it is refused or cannot be kept now. */
  async choose(key: string, choice: Choice): Promise<void> {
    this.choices = { ...this.choices, [key]: choice };
    this.dirty = true;
    this.turn += 1;
    if (await this.save()) return;
    if (this.state !== "conflict" && this.choices[key] === choice) {
      const { [key]: dropped, ...others } = this.choices;
      if (dropped) this.choices = others;
    }
    if (this.problem) throw this.problem;
  }

  /** Keeps everything that is not kept yet; whether it is. Never throws. */
  save(): Promise<boolean> {
    clearTimeout(this.timer);
    this.running = this.running.then(() => this.write());
    return this.running;
  }

  /** After a conflict: what was saved elsewhere counts. */
  takeNewer(): void {
    if (!this.newer) return;
    this.choices = {};
    this.answers = { ...this.newer.form };
    this.take(this.newer);
    this.newer = null;
  }

  /** After a conflict: what is on this page counts. */
  keepOwn(): Promise<boolean> {
    if (this.newer) this.case = { ...this.newer };
    this.newer = null;
    this.dirty = true;
    return this.save();
  }

  /** What is kept: answers of their type; of one that has a fault, what the case has already, if anything. */
  keepable(): Answers {
    const { fields, on, applicant } = this.form;
    const [asked, before] = [askedAnswers(fields, this.answers, on), this.case.form];
    const fine = (field: Field): boolean =>
      same(asked[field.key], before[field.key]) || (!(field.key in this.refusals) && fieldFault(field, asked, on, { complete: false, applicant }) === "");
    const kept = fields.filter(({ key }) => key in asked).map((field) => [field.key, fine(field) ? asked[field.key] : before[field.key]] as const);
    return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
  }

  /** Answers that stay on this page, for they have a fault. */
  private unkept(): Answers {
    if (!this.form) return {};
    const [asked, kept] = [askedAnswers(this.form.fields, this.answers, this.form.on), this.keepable()];
    return Object.fromEntries(Object.entries(asked).filter(([key, value]) => !same(value, kept[key])));
  }

  private touch(): void {
    this.dirty = true;
    this.turn += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), PAUSE);
  }

  private async write(): Promise<boolean> {
    if (!this.dirty) return this.atRest;
    if (this.newer) return false;
    const [form, materials] = [this.keepable(), this.choices];
    this.dirty = false;
    this.set("saving");
    try {
      const body = { version: this.case.version, form, materials } as components["schemas"]["SaveBody"];
      this.case = await api.put("/api/v1/cases/{id}", { path: { id: this.case.id }, body });
      return this.wasKept(materials);
    } catch (failure) {
      this.dirty = true;
      return this.failed(asProblem(failure), form, materials);
    }
  }

  private wasKept(materials: Record<string, Choice>): boolean {
    this.choices = Object.fromEntries(Object.entries(this.choices).filter(([key, choice]) => materials[key] !== choice));
    this.problem = null;
    if (!this.dirty) this.settled();
    return true;
  }

  private settled(): void {
    this.set(Object.keys(this.unkept()).length ? "partly" : "saved");
  }

  private async failed(problem: Problem, form: Answers, materials: Record<string, Choice>): Promise<boolean> {
    this.problem = problem;
    if (problem.status === CONFLICT) return this.compared(form, materials);
    const told = Object.entries(problem.errors).flatMap(([pointer, words]) => (FIELD.exec(pointer)?.slice(1) ?? []).map((key) => [key, words] as const));
    const fresh = told.filter(([key]) => !(key in this.refusals));
    Object.assign(this.refusals, Object.fromEntries(fresh));
    if (fresh.length) return this.write();
    this.set(problem.offline ? "offline" : "refused");
    return false;
  }

  /** The page is not the newest: perhaps since the answer to this very save was lost on the way. */
  private async compared(form: Answers, materials: Record<string, Choice>): Promise<boolean> {
    try {
      const newer = await api.get("/api/v1/cases/{id}", { path: { id: this.case.id } });
      if (same(newer.form, form) && holds(newer, materials)) {
        this.case = newer;
        this.dirty = false;
        return this.wasKept(materials);
      }
      if (newer.state.state !== this.case.state.state) {
        [this.case, this.dirty, this.choices] = [newer, false, {}];
        this.set("moved");
      } else if (this.problem?.type === STALE) {
        this.newer = newer;
        this.set("conflict");
      } else this.set("refused");
    } catch (failure) {
      this.problem = asProblem(failure);
      this.set(this.problem.offline ? "offline" : "refused");
    }
    return false;
  }

  private set(state: Kept): void {
    this.state = state;
    this.tell(state);
  }
}

/** Whether a case has what was chosen. */
function holds(found: Case, materials: Record<string, Choice>): boolean {
  return Object.entries(materials).every(([key, { files = [], licence = false }]) => {
    const slot = found.materials.find((each) => each.key === key);
    return slot !== undefined && Boolean(slot.licence ?? slot.asked) === licence && same(slot.files.map((each) => each.material), files);
  });
}

/** Whether two answers are one, whatever the order of their parts. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const parts = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return `{${parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => `${key}:${canonical(each)}`).join(",")}}`;
}
