/** An application in steps: a few questions at a time, then the materials, then everything once more. */

import type { components } from "../../typings/api";
import { sayAnswer } from "./fields";
import { type Answers, type Field, visibleFields } from "./rules";

type Case = components["schemas"]["CaseView"];

export interface Step {
  id: string;
  title: string;
  /** The questions it asks; none for materials and review. */
  keys: string[];
}

export const MATERIALS = "materials";
export const REVIEW = "review";
const FEW = 4;

/** The questions in groups, alike whatever was answered: a question stays with those its condition asks about. */
function groups(fields: readonly Field[]): Field[][] {
  const found: Field[][] = [];
  for (const field of fields) {
    const last = found[found.length - 1];
    if (last && belongs(field, last)) last.push(field);
    else found.push([field]);
  }
  return found;
}

function belongs(field: Field, group: readonly Field[]): boolean {
  const here = new Set(group.map((each) => each.key));
  const bound = (field.show_when ?? []).some((condition) => here.has(condition.field));
  return bound || group.filter((each) => !each.show_when?.length).length < FEW;
}

/** The steps there are after these answers. `materials`: whether any are asked. */
export function stepsOf(fields: readonly Field[], answers: Answers, on: string, materials: boolean): Step[] {
  const shown = new Set(visibleFields(fields, answers, on).map((each) => each.key));
  const asks = groups(fields)
    .map((group, index) => ({ id: `ask${index}`, title: "填写", keys: group.map((each) => each.key).filter((key) => shown.has(key)) }))
    .filter((each) => each.keys.length);
  return [...asks, ...(materials ? [{ id: MATERIALS, title: "材料", keys: [] }] : []), { id: REVIEW, title: "看一遍，再提交", keys: [] }];
}

export interface Line {
  key: string;
  label: string;
  words: string;
  step: string;
}

/** Every answer in words, with the step where it is changed. */
export function reviewOf(fields: readonly Field[], answers: Answers, steps: readonly Step[]): Line[] {
  return steps.flatMap(({ id, keys }) =>
    keys.flatMap((key) => {
      const field = fields.find((each) => each.key === key);
      return field ? [{ key, label: field.label, words: sayAnswer(field, answers[key]) || "没有填", step: id }] : [];
    }),
  );
}

/** Where an answer comes from, as long as it is as the register gave it. */
export function sourceOf({ sources, form }: Case, key: string, value: unknown): string {
  const origin = sources[key];
  return origin?.by === "register" && JSON.stringify(value) === JSON.stringify(form[key]) ? (origin.source?.label ?? "") : "";
}

/** What is known of an answer nobody has given yet: money goes to the applicant only, so that an account's holder is. Nothing else is. */
export function knownOf(field: Field, applicant: string): { value: unknown; source: string } | null {
  return field.type === "bank_account" && applicant ? { value: { holder: applicant }, source: "申请人的实名信息（开户人）" } : null;
}

/** What the server refused, by question and by material: {form: {phone: words}, materials: {photo: words}}. */
export function placed(errors: Record<string, string>): { form: Record<string, string>; materials: Record<string, string> } {
  const found = { form: {} as Record<string, string>, materials: {} as Record<string, string> };
  for (const [pointer, words] of Object.entries(errors)) {
    const [, where = "", key = ""] = pointer.split("/");
    if (where === "form" || where === "materials") found[where][key] = words;
  }
  return found;
}
