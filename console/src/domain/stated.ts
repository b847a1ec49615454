/** What whoever decides in the place of a rule writes on the paper: how it stands in boxes, and as it is sent. */

import type { components } from "../../typings/api";

export type ByHand = components["schemas"]["ByHandView"];
type Stated = ByHand["facts"][number];
export type Fact = Stated["fact"];
export type Part = components["schemas"]["FactPart"];
/** The boxes of one fact: rows of parts; a fact that is one value, or one record, is one row. */
export type Row = Record<string, string>;
export type Boxes = Record<string, Row[]>;
/** What the paper is to say: what the registers say by now, what is written here, or that there is nothing on record. */
export type Source = "records" | "written" | "no_record";

/** The boxes of a fact: its parts, or itself. */
export function partsOf(fact: Fact): Pick<Part, "key" | "label" | "type" | "optional">[] {
  return fact.parts?.length ? fact.parts : [{ key: fact.key, label: fact.label, type: fact.type ?? "text", optional: fact.optional ?? false }];
}

export function emptyRow(fact: Fact): Row {
  return Object.fromEntries(partsOf(fact).map(({ key }) => [key, ""]));
}

/** A record as the registers have it, in the boxes of a fact. */
export function rowOf(fact: Fact, record: unknown): Row {
  const found = fact.parts?.length ? record : { [fact.key]: record };
  const values = typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
  return Object.fromEntries(partsOf(fact).map(({ key }) => [key, values[key] === null || values[key] === undefined ? "" : String(values[key])]));
}

/** What stands in the boxes at first: what the rule would have put there. */
export function proposedBoxes(byHand: ByHand): Boxes {
  return Object.fromEntries(
    byHand.facts.map(({ fact, proposed }) => {
      const rows = fact.many ? (Array.isArray(proposed) ? proposed : []) : [proposed];
      return [fact.key, rows.length || fact.optional ? rows.map((each) => rowOf(fact, each)) : [emptyRow(fact)]];
    }),
  );
}

/** One record in a line, as a clerk reads it. */
export function saidOf(fact: Fact, record: unknown): string {
  const row = rowOf(fact, record);
  return partsOf(fact).filter(({ key }) => row[key]).map(({ key, label }) => `${label} ${row[key]}`).join("，");
}

/** What is sent: numbers as numbers, rows that are empty not at all; what is wrong with it the server says, each with its place. */
export function factsIn(byHand: ByHand, boxes: Boxes): Record<string, unknown> {
  return Object.fromEntries(
    byHand.facts.map(({ fact }) => {
      const rows = (boxes[fact.key] ?? []).filter((row) => Object.values(row).some((text) => text.trim())).map((row) => sent(fact, row));
      if (fact.many) return [fact.key, rows];
      return [fact.key, fact.parts?.length ? (rows[0] ?? {}) : (rows[0]?.[fact.key] ?? "")];
    }),
  );
}

function sent(fact: Fact, row: Row): Record<string, string | number> {
  return Object.fromEntries(partsOf(fact).map(({ key, type }) => [key, valueOf(type, (row[key] ?? "").trim())]));
}

function valueOf(type: Part["type"], text: string): string | number {
  return (type === "number" || type === "count") && text && Number.isFinite(Number(text)) ? Number(text) : text;
}

type Asked = Stated["asked"];

/** Whether a box says what the applicant asked to read there; a choice such as 兄弟姐妹 is met by whichever of them it names. */
export function meets(asked: Asked[string], written: string | undefined): boolean {
  const text = written?.trim() ?? "";
  return text !== "" && (asked.choice ? asked.said.includes(text) : text === asked.said);
}

/** The same of a whole row. */
export function isAsked(asked: Asked, row: Row): boolean {
  return Object.entries(asked).every(([key, each]) => meets(each, row[key]));
}

/** What was asked for, as a record. */
export function askedIn(asked: Asked): Row {
  return Object.fromEntries(Object.entries(asked).map(([key, { said }]) => [key, said]));
}

/** What the applicant asked for and no row says, in words; empty where all is there. */
export function leftOut(byHand: ByHand | null, source: Source, boxes: Boxes): string {
  if (!byHand || source !== "written") return "";
  const missed = byHand.facts.filter((each) => Object.keys(each.asked).length && !(boxes[each.fact.key] ?? []).some((row) => isAsked(each.asked, row)));
  return missed.map(({ asked }) => Object.values(askedIn(asked)).join("、")).join("；");
}

/** The body's part of a grant. `aside`: what the applicant asked for is left out, and that was confirmed. */
export function statedIn(byHand: ByHand | null, source: Source, boxes: Boxes, aside = false): Record<string, unknown> {
  if (!byHand || source === "records") return {};
  return source === "no_record" ? { no_record: true } : { facts: factsIn(byHand, boxes), ...(aside && { aside }) };
}
