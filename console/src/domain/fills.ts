/** What a decision fixes, such as an amount: proposed by the district's standard, filled in by the officer. */

import type { components } from "../../typings/api";

export type ToFill = components["schemas"]["ToFillView"];
export type Fixed = Record<string, string>;

/** Acts that take what the step whose turn it is must fix. */
const FIXING = new Set(["grant", "complete-step"]);

export function fixedBy(action: string, toFill: ToFill[]): ToFill[] {
  return FIXING.has(action) ? toFill : [];
}

/** What stands in the boxes at first. */
export function proposed(toFill: ToFill[]): Fixed {
  return Object.fromEntries(toFill.map(({ field, proposed }) => [field.key, proposed === null || proposed === undefined ? "" : String(proposed)]));
}

/** A look that failed fixes nothing. */
export function wantedFor(toFill: ToFill[], outcome: string | undefined): ToFill[] {
  return outcome === "fails" ? [] : toFill;
}

/** Several of one field's options, as they stand between commas. */
export function chosen(fixed: string | undefined): string[] {
  return (fixed ?? "").split(",").filter(Boolean);
}

/** The same with one more, or without it. */
export function toggled(fixed: string | undefined, value: string): string {
  const before = chosen(fixed);
  return (before.includes(value) ? before.filter((each) => each !== value) : [...before, value]).join(",");
}

/** What is sent: numbers as numbers, what was left empty not at all, so that the server says what is missing. */
export function given(toFill: ToFill[], typed: Fixed): Record<string, string | number | string[]> {
  const filled = toFill.filter(({ field }) => typed[field.key]?.trim());
  return Object.fromEntries(filled.map(({ field }) => [field.key, valueOf(field.type, typed[field.key]!.trim())]));
}

/** Text that is no number goes as it is: the server tells what is wrong with it. */
function valueOf(type: string, text: string): string | number | string[] {
  if (type === "multi") return chosen(text);
  return type === "number" && Number.isFinite(Number(text)) ? Number(text) : text;
}
