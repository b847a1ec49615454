/** How a question is shown and what its boxes make of an answer. */

import type { Field, Part } from "./answers";

/** One box of an answer of several: `type` is the keyboard it brings up. */
export interface Box {
  key: string;
  label: string;
  value: string;
  type: "text" | "number" | "idcard" | "digit";
  most: number;
}

/** Up to so many options lie open, to be chosen with one tap. */
const OPEN_OPTIONS = 8;
const KEYBOARDS: Record<string, Box["type"]> = { id_number: "idcard", account: "number" };
const COMPOUND = new Set(["person", "enterprise", "address", "bank_account"]);

/** `options` lie open, `picker` is a wheel; `boxes` and `people` have several fields; the others are as the form calls them. */
export function kindOf(field: Field): string {
  if (field.type === "choice") return (field.options ?? []).length <= OPEN_OPTIONS ? "options" : "picker";
  return COMPOUND.has(field.type) ? "boxes" : field.type;
}

/** The places of the options that are chosen. */
export function chosenOf({ options = [] }: Field, value: unknown): number[] {
  const chosen = Array.isArray(value) ? value : [value];
  return options.flatMap((each, index) => (chosen.includes(each.value) ? [index] : []));
}

/** Boxes for each of the people, or of the one thing, an answer tells of. */
export function boxes(field: Field, parts: readonly Part[], value: unknown): Box[][] {
  if (!parts.length) return [];
  const each = field.type === "people" ? (Array.isArray(value) ? value : []) : [value];
  return each.map((one) => parts.map((part) => boxOf(part, one)));
}

function boxOf({ key, label }: Part, one: unknown): Box {
  const value = typeof one === "object" && one !== null ? (one as Record<string, unknown>)[key] : undefined;
  return { key, label, value: typeof value === "string" ? value : "", type: KEYBOARDS[key] ?? "text", most: key === "detail" ? 200 : 50 };
}

/** The answer after something was typed into one of its boxes; a box that is empty again is no part of it. */
export function changed(field: Field, value: unknown, index: number, part: string, text: string): unknown {
  const tidy = part === "id_number" || part === "uscc" ? text.replace(/\s/g, "").toUpperCase() : text;
  const put = (one: unknown): Record<string, unknown> => {
    const others = Object.entries((one ?? {}) as Record<string, unknown>).filter(([key]) => key !== part);
    return Object.fromEntries(tidy === "" ? others : [...others, [part, tidy]]);
  };
  if (field.type !== "people") return put(value);
  return (Array.isArray(value) ? value : []).map((one, place) => (place === index ? put(one) : (one as unknown)));
}

export function added(value: unknown): unknown[] {
  return [...(Array.isArray(value) ? (value as unknown[]) : []), {}];
}

export function removed(value: unknown, index: number): unknown[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).filter((_, place) => place !== index);
}

/** A number where one was typed; else the text, which is told to be none. */
export function numberOf(text: string): unknown {
  const tidy = text.trim();
  return /^-?\d+(\.\d+)?$/.test(tidy) ? Number(tidy) : tidy;
}

/** What stands in a field of one box. */
export function plainText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** What stands where one of several is chosen, or a day: empty where nothing is yet. */
export function labelOf(field: Field, value: unknown): string {
  const options = field.options ?? [];
  if (options.length) return options[chosenOf(field, value)[0] ?? -1]?.label ?? "";
  return sayPlain(field, plainText(value));
}

/** An answer in words, as a review page reads it. */
export function sayAnswer(field: Field, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => sayAnswer(field, each)).filter(Boolean).join("、");
  if (typeof value === "boolean") return value ? "是" : "否";
  return typeof value === "object" ? Object.values(value ?? {}).join(" ") : sayPlain(field, plainText(value));
}

function sayPlain(field: Field, text: string): string {
  if (text && (field.type === "date" || field.type === "month")) return sayDate(text);
  return field.options?.find((each) => each.value === text)?.label ?? text;
}

function sayDate(value: string): string {
  const [year, month, day] = value.split("-").map(Number);
  return `${year}年${month}月${day ? `${day}日` : ""}`;
}
