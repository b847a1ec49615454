/** What a head is told of letters of authorisation: what ends soon, who is away, what waits for a letter. */

import type { components } from "../../typings/api";
import { day, daysUntil, lasted, moment } from "./dates";

type Letter = Pick<components["schemas"]["models__authorisations__AuthorisationView"], "id" | "document_number" | "representative" | "deputy" | "away" | "in_force" | "state" | "valid_until" | "awaiting" | "department">;

const SOON = 30; // days

export interface LetterToTell {
  id: string;
  words: string;
  urgent: boolean;
}

export function lettersToTell(letters: readonly Letter[], department: string, now: Date): LetterToTell[] {
  return letters.filter((each) => each.department === department).flatMap((each) => said(each, now));
}

function said(letter: Letter, now: Date): LetterToTell[] {
  const told = letter.in_force ? [...ending(letter, now), ...away(letter)] : stranded(letter);
  return told.map(([words, urgent]) => ({ id: `${letter.id}${words}`, words: `${letter.document_number}：${words}`, urgent }));
}

function ending(letter: Letter, now: Date): [string, boolean][] {
  const days = Math.max(0, daysUntil(letter.valid_until, now));
  if (days > SOON) return [];
  return [[`${day(`${letter.valid_until}T12:00:00+08:00`, now)}到期，还有 ${days} 天，请提前请人录入新的授权书`, days <= 7]];
}

function away(letter: Letter): [string, boolean][] {
  return letter.away ? [[`${letter.representative}离岗，现在由${letter.deputy ?? "代行人"}决定`, false]] : [];
}

/** Cases that wait for a letter which holds no more. */
function stranded(letter: Letter): [string, boolean][] {
  const waiting = letter.awaiting.reduce((sum, each) => sum + each.cases, 0);
  const ended = { issued: "已经过期", revoked: "已经撤销" }[letter.state];
  return ended && waiting ? [[`${ended}，${waiting} 件没有人可以决定`, true]] : [];
}

/** Letters in whose department, holder, deputy or number each word stands. */
export function lettersFound<T extends { department_name: string; representative: string; deputy?: string | null; document_number: string }>(letters: readonly T[], words: string): T[] {
  const sought = words.split(/\s+/).filter(Boolean);
  return letters.filter((each) => sought.every((word) => [each.department_name, each.representative, each.deputy ?? "", each.document_number].some((text) => text.includes(word))));
}

/** How many of each kind wait for the head, as home says it: a list that goes on says so. */
export function waiting(desk: { groups: readonly { items: readonly unknown[]; more: boolean }[]; cards: readonly unknown[]; rechecks: readonly unknown[]; drafts: readonly unknown[]; destructions: readonly unknown[] }): string {
  const found = desk.groups.reduce((sum, group) => sum + group.items.length, desk.cards.length + desk.rechecks.length + desk.drafts.length + desk.destructions.length);
  return desk.groups.some((group) => group.more) ? `${found} 件以上` : `${found} 件`;
}

type Row = Pick<components["schemas"]["CaseRow"], "id" | "number" | "item_name" | "person_name" | "waiting_minutes" | "turn_due" | "turn_overdue" | "waits_for" | "reviewer">;

const SHOWN = 10;

export interface Others {
  count: string;
  rows: { case: string; number: string; item_name: string; person_name: string; words: string; overdue: boolean }[];
}

/** Of the line of steps what is not listed among what waits for the head alone, longest first: how many, and the first with limit and holder. */
export function othersOf(line: { items: readonly Row[]; next?: string | null }, groups: readonly { items: readonly { case: string }[] }[], now: Date): Others | null {
  const listed = new Set(groups.flatMap((group) => group.items.map((each) => each.case)));
  const found = line.items.filter((each) => !listed.has(each.id));
  if (!found.length) return null;
  const rows = found.slice(0, SHOWN).map((each) => ({ case: each.id, number: each.number ?? "还没有编号", item_name: each.item_name, person_name: each.person_name, words: standing(each, now), overdue: each.turn_overdue }));
  return { count: line.next ? `${found.length} 件以上` : `${found.length} 件`, rows };
}

function standing(row: Row, now: Date): string {
  const due = row.turn_due ? `${moment(row.turn_due, now)} 前${row.turn_overdue ? "，已超期" : ""}` : "没有时限";
  const limit = row.waits_for || due;
  return [...(row.waiting_minutes === null ? [] : [`等了${lasted(row.waiting_minutes)}`]), limit, row.reviewer ? `${row.reviewer}在办` : "没人领"].join("，");
}
