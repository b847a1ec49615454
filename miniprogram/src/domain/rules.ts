/**
 * The twin of backend/catalogue/forms.py: rules of a form as plain data, evaluated on the phone while people fill it in.
 * tests/vectors/form_rules.json holds the two together; what the rules mean stands at the head of the Python file.
 */

import type { components } from "../../typings/api";
import { answerFault, type Field, type How } from "./answers";

export type { Field };
export type Answers = Record<string, unknown>;
type Condition = components["schemas"]["Condition"];
type Test = Omit<Condition, "field">;
type Reference = components["schemas"]["Reference"];
type Bound = NonNullable<Test["min"]>;
type Count = components["schemas"]["Count"];

export function isAnswered(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (value === null || value === undefined) return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

/** Whether a value passes every part of a test. `today`: the day of filling in, 2026-11-23. */
export function satisfies(test: Test, value: unknown, answers: Answers, today: string): boolean {
  if (!isAnswered(value)) return false;
  return checks(test, value, answers, today).every((check) => check());
}

function checks(test: Test, value: unknown, answers: Answers, today: string): (() => boolean)[] {
  const { equals, in: among, min, max, pattern, length, counts, differs_from: others } = test;
  const parts: [unknown, () => boolean][] = [
    [equals, () => has(value, equals)],
    [among, () => among!.some((each) => has(value, each))],
    [min, () => inOrder(boundOf(min!, answers, today), value, value)],
    [max, () => inOrder(value, boundOf(max!, answers, today), value)],
    [pattern, () => typeof value === "string" && new RegExp(`^(?:${pattern})$`, "u").test(value)],
    [length, () => lengthFits(value, length!)],
    [counts, () => value === counted(counts!, answers)],
    [others, () => !others!.some((key) => numbersIn(answers[key]).some((number) => numbersIn(value).includes(number)))],
  ];
  return parts.filter(([given]) => given !== null && given !== undefined).map(([, check]) => check);
}

export function hold(conditions: readonly Condition[], answers: Answers, today: string): boolean {
  return conditions.every((condition) => satisfies(condition, answers[condition.field], answers, today));
}

/** The fields that are asked. A condition on a hidden field does not hold, whatever was once answered there. */
export function visibleFields(fields: readonly Field[], answers: Answers, today: string): Field[] {
  const known: Answers = {};
  return fields.filter((field) => {
    const shown = hold(field.show_when ?? [], known, today);
    if (shown) known[field.key] = answers[field.key];
    return shown;
  });
}

/** The answers worth sending: those of visible fields. */
export function askedAnswers(fields: readonly Field[], answers: Answers, today: string): Answers {
  const shown = visibleFields(fields, answers, today).filter((field) => isAnswered(answers[field.key]));
  return Object.fromEntries(shown.map((field) => [field.key, answers[field.key]]));
}

const WHOLE: How = { complete: true, applicant: "" };

/** What is to be mended, by field; the words are the server's own. */
export function formFaults(fields: readonly Field[], answers: Answers, today: string, how: How = WHOLE): Record<string, string> {
  const shown = visibleFields(fields, answers, today);
  const known = Object.fromEntries(shown.map((field) => [field.key, answers[field.key]]));
  const faults = shown.map((field) => [field.key, fieldFault(field, known, today, how)]);
  return Object.fromEntries(faults.filter(([, words]) => words));
}

export function fieldFault(field: Field, answers: Answers, today: string, how: How = WHOLE): string {
  const value = answers[field.key];
  if (!isAnswered(value)) return missing(field, how);
  const rules = (field.rules ?? []).filter((rule) => how.complete || !rule.counts);
  const broken = rules.find((rule) => hold(rule.when ?? [], answers, today) && !satisfies(rule, value, answers, today));
  return answerFault(field, value, how).words || (broken?.message ?? "");
}

function missing(field: Field, { complete }: How): string {
  return complete && field.required !== false ? ask(field) : "";
}

function ask(field: Field): string {
  if (field.type === "boolean") return `请先看过并勾选「${field.label}」。`;
  const verbs: Record<string, string> = { choice: "请选择", multi: "请至少选一项", date: "请选择", month: "请选择" };
  return `${verbs[field.type] ?? "请填写"}「${field.label}」。`;
}

function has(value: unknown, wanted: unknown): boolean {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

function counted({ of, plus = 0 }: Count, answers: Answers): number {
  const lists = of.map((key) => answers[key]);
  return lists.reduce<number>((total, each) => total + (Array.isArray(each) ? each.length : 0), plus);
}

/** What the people and units of an answer are known by. */
function numbersIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  const { uscc, id_number } = (typeof value === "object" ? (value ?? {}) : { uscc: value }) as { uscc?: unknown; id_number?: unknown };
  const number = uscc || id_number;
  return typeof number === "string" && number ? [number.replace(/[\s-]/g, "").toUpperCase()] : [];
}

function lengthFits(value: unknown, { min, max }: { min?: number | null; max?: number | null }): boolean {
  if (typeof value !== "string" && !Array.isArray(value)) return false;
  const size = [...value].length;
  return size >= (min ?? 0) && size <= (max ?? Infinity);
}

function boundOf(bound: Bound, answers: Answers, today: string): unknown {
  if (typeof bound !== "object") return bound;
  const value = bound.of === "today" ? today : answers[bound.of];
  return typeof value === "string" ? moved(put(value, bound), bound) : value;
}

/** A date or month on the reference's month and day of its own year; the day is cut to the month's length. */
function put(value: string, { year_day }: Reference): string {
  if (!year_day || !/^\d{4}/.test(value)) return value;
  const [month, day] = year_day.split("-").map(Number) as [number, number];
  const last = daysIn(Number(value.slice(0, 4)), month - 1);
  return `${value.slice(0, 4)}-${two(month)}-${two(Math.min(day, last))}`.slice(0, value.length);
}

/** So many months and days later; undefined where it is neither date nor month. */
function moved(value: string, { months = 0, days = 0 }: Reference): string | undefined {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1)];
  if (month > 11 || day < 1 || day > daysIn(year, month)) return undefined;
  const target = year * 12 + month + months;
  const [toYear, toMonth] = [Math.floor(target / 12), ((target % 12) + 12) % 12];
  const result = new Date(Date.UTC(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)) + days));
  return written(result).slice(0, value.length);
}

/** As the calendar writes it; beyond it, as far as it goes. */
function written(day: Date): string {
  const year = day.getUTCFullYear();
  if (Number.isNaN(year) || year > 9999) return "9999-12-31";
  if (year < 1) return "0001-01-01";
  return `${String(year).padStart(4, "0")}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** low ≤ high; dates and months at the precision of the answer. A bound nobody answered holds. */
function inOrder(low: unknown, high: unknown, answer: unknown): boolean {
  if (!isAnswered(low) || !isAnswered(high)) return true;
  if (typeof low === "number" && typeof high === "number") return low <= high;
  if (typeof low !== "string" || typeof high !== "string" || typeof answer !== "string") return false;
  return low.slice(0, answer.length) <= high.slice(0, answer.length);
}
