/** What a head is told of letters of authorisation: what ends soon, who is away, what waits for a letter. */

import type { components } from "../../typings/api";
import { day } from "./dates";

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
  const days = Math.max(0, Math.ceil((Date.parse(`${letter.valid_until}T23:59:59+08:00`) - now.getTime()) / 86_400_000));
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

/** How many of the line of steps are not listed among what waits for the head alone; empty where there are none. */
export function othersOf(line: { items: readonly { id: string }[]; next?: string | null }, groups: readonly { items: readonly { case: string }[] }[]): string {
  const listed = new Set(groups.flatMap((group) => group.items.map((each) => each.case)));
  const count = line.items.filter((each) => !listed.has(each.id)).length;
  if (line.next) return `${count} 件以上`;
  return count ? `${count} 件` : "";
}
