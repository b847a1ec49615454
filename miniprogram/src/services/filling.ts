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

/** `offline`: kept on this page until there is a network. `conflict`: changed elsewhere meanwhile. `refused`: see `problem`. */
export type Kept = "saved" | "saving" | "offline" | "conflict" | "refused";

const PAUSE = 1200;
const STALE = "/problems/stale_version";

export class Filling {
  case!: Case;
  form!: Form;
  answers: Answers = {};
  /** Why the last write was refused. */
  problem: Problem | null = null;
  state: Kept = "saved";
  private readonly tell: (state: Kept) => void;
  private choices: Record<string, Choice> = {};
  private refused = new Set<string>();
  private dirty = false;
  private newer: Case | null = null;
  private running: Promise<boolean> = Promise.resolve(true);
  private timer = 0;

  /** `tell`: hears how it stands with what was answered. */
  constructor(tell: (state: Kept) => void) {
    this.tell = tell;
  }

  /** Reads a case and what it asks. Throws a Problem. */
  async read(id: string): Promise<void> {
    const path = { id };
    const [found, form] = await Promise.all([api.get("/api/v1/cases/{id}", { path }), api.get("/api/v1/cases/{id}/form", { path })]);
    this.form = form;
    this.take(found);
  }

  /** Goes on with a case as it was answered just now, its answers as they are there. */
  take(found: Case): void {
    this.case = found;
    this.answers = { ...found.form };
    this.dirty = false;
    this.refused.clear();
    this.set("saved");
  }

  answer(key: string, value: unknown): void {
    this.answers = { ...this.answers, [key]: value };
    this.refused.delete(key);
    this.touch();
  }

  /** Chooses what stands for a material, and keeps that at once. Throws a Problem where it is refused or cannot be kept now. */
  async choose(key: string, choice: Choice): Promise<void> {
    this.choices = { ...this.choices, [key]: choice };
    this.dirty = true;
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

  /** Answers that can be kept: of their type, or as the case has them already. */
  keepable(): Answers {
    const { fields, on, applicant } = this.form;
    const asked = askedAnswers(fields, this.answers, on);
    const fine = (field: Field): boolean =>
      same(asked[field.key], this.case.form[field.key]) ||
      (!this.refused.has(field.key) && fieldFault(field, asked, on, { complete: false, applicant }) === "");
    return Object.fromEntries(fields.filter((field) => field.key in asked && fine(field)).map((field) => [field.key, asked[field.key]]));
  }

  private touch(): void {
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), PAUSE);
  }

  private async write(): Promise<boolean> {
    if (!this.dirty) return this.state === "saved";
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
    if (!this.dirty) this.set("saved");
    return true;
  }

  private async failed(problem: Problem, form: Answers, materials: Record<string, Choice>): Promise<boolean> {
    this.problem = problem;
    if (problem.type === STALE) return this.compared(form, materials);
    const keys = Object.keys(problem.errors).flatMap((pointer) => /^\/form\/(\w+)/.exec(pointer)?.[1] ?? []);
    const fresh = keys.filter((key) => !this.refused.has(key));
    for (const key of fresh) this.refused.add(key);
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
      this.newer = newer;
      this.set("conflict");
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
