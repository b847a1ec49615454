/** What can be answered at a kiosk, which has no keyboard: what is chosen, and what is written in figures. */

import type { Field } from "../../../miniprogram/src/domain/answers";
import { numberOf, sayAnswer } from "../../../miniprogram/src/domain/fields";
import { maskNumber, maskPhone } from "../../../miniprogram/src/domain/masks";

const CHOSEN = ["choice", "multi", "boolean"];
/** How many figures there are at most; a landline has four of area and eight. */
const FIGURES: Record<string, number> = { date: 8, month: 6, number: 12, phone: 12 };

export function isChosen(field: Field): boolean {
  return CHOSEN.includes(field.type);
}

export function isAnswerable(field: Field): boolean {
  return isChosen(field) || field.type in FIGURES;
}

export function mostOf({ type }: Field): number {
  return FIGURES[type] ?? 0;
}

/** The figures of an answer that stands. A phone number is typed anew: whoever stands behind reads none. */
export function figuresOf(field: Field, value: unknown): string {
  if (field.type === "phone" || (typeof value !== "string" && typeof value !== "number")) return "";
  return field.type === "number" ? String(value) : String(value).replace(/\D/g, "");
}

/** What so many figures say; a day or month that is not all there yet is what there is of it, which is told to be none. */
export function valueOf(field: Field, figures: string): unknown {
  if (field.type === "number") return numberOf(figures);
  if (field.type === "date" || field.type === "month") return parted(figures).join("-");
  return figures;
}

/** As it shows while it is typed: 2026年11月__日. */
export function saidOf(field: Field, figures: string): string {
  if (field.type !== "date" && field.type !== "month") return figures;
  const whole = figures.padEnd(mostOf(field), "_");
  const [year, month, day] = parted(whole);
  return `${year}年${month}月${day ? `${day}日` : ""}`;
}

function parted(figures: string): string[] {
  return [figures.slice(0, 4), figures.slice(4, 6), figures.slice(6, 8)].filter(Boolean);
}

/** Ticked or unticked, in the order of the form. */
export function toggled({ options = [] }: Field, value: unknown, option: string): string[] {
  const ticked = Array.isArray(value) ? (value as string[]) : [];
  const now = ticked.includes(option) ? ticked.filter((each) => each !== option) : [...ticked, option];
  return options.flatMap((each) => (now.includes(each.value) ? [each.value] : []));
}

/** An answer in words for a screen in a hall: whoever stands behind reads no number. */
export function sayInPublic(field: Field, value: unknown): string {
  if (field.type === "phone" && typeof value === "string") return maskPhone(value);
  return sayAnswer(field, value).replace(/[0-9X]{9,}/g, (number) => (/^1\d{10}$/.test(number) ? maskPhone(number) : maskNumber(number)));
}
