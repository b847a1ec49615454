/** How a question is answered at a kiosk, whose keys are on the screen: chosen, in figures, or in words. */

import type { Field } from "../../../miniprogram/src/domain/answers";
import { numberOf, sayAnswer } from "../../../miniprogram/src/domain/fields";
import { maskNumber, maskPhone } from "../../../miniprogram/src/domain/masks";

const CHOSEN = ["choice", "multi", "boolean"];
/** How many figures there are at most; a landline has four of area and eight. */
const FIGURES: Record<string, number> = { date: 8, month: 6, number: 12, phone: 12 };

export function isChosen(field: Field): boolean {
  return CHOSEN.includes(field.type);
}

export function isFigures(field: Field): boolean {
  return field.type in FIGURES;
}

export const MOST_WORDS = 500; // characters of an answer in words, as the rules of answers have it

/** Which keys a box of several brings up: all there are, letters and figures, a document's figures and X, figures. */
export type Keys = "words" | "capitals" | "document" | "figures";
const KEYS: Record<string, Keys> = { id_number: "document", uscc: "capitals", account: "figures", phone: "figures" };

export function keysOf(part: string): Keys {
  return KEYS[part] ?? "words";
}

/** A number that stands in a box nobody writes in. */
export function maskedPart(part: string, value: string): string {
  return part === "phone" ? maskPhone(value) : maskNumber(value);
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
