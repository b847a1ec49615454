/** Who looked at my data, as people read it: one line for one reader, one matter and one visit, however many looks that took. */

import type { components } from "../../typings/api";
import { sayMoment, saySpan, sayTime } from "./dates";

type Look = components["schemas"]["AccessView"];

/** Looks of one reader at one matter that are no further apart than this belong to one visit. */
const VISIT = 15 * 60_000;

export interface Reading {
  who: string;
  /** What was looked at, and what for. */
  what: string;
  when: string;
}

interface Visit {
  who: string;
  matter: string;
  looks: Look[];
}

/** `looks` as the server lists them, the newest first; so are the lines. */
export function readings(looks: Look[], now: string): Reading[] {
  const cases = casesOf(looks);
  const visits: Visit[] = [];
  for (const look of looks) {
    const who = [look.department, look.role, look.reader].filter(Boolean).join(" · ");
    const matter = look.case || cases.get(look.purpose) || look.purpose || look.subject;
    const visit = visits.find((each) => each.who === who && each.matter === matter && apart(oldest(each), look) <= VISIT);
    if (visit) visit.looks.push(look);
    else visits.push({ who, matter, looks: [look] });
  }
  return visits.map((visit) => reading(visit, now));
}

/** A paper of a case is looked at for the same as the case: by what it was for, the case is known. */
function casesOf(looks: Look[]): Map<string, string> {
  return new Map(looks.flatMap((each) => (each.case && each.purpose ? [[each.purpose, each.case] as const] : [])));
}

function apart(later: Look, earlier: Look): number {
  return Date.parse(later.at) - Date.parse(earlier.at);
}

function oldest({ looks }: Visit): Look {
  return looks[looks.length - 1]!;
}

function reading(visit: Visit, now: string): Reading {
  const { who, looks } = visit;
  const [first, last] = [oldest(visit).at, looks[0]!.at];
  const seen = distinct(looks.map((each) => each.subject)).join("、");
  const reasons = distinct(looks.map((each) => each.purpose)).filter(Boolean);
  // 「窗口收件：补领身份证」 says 「补领身份证」, too.
  const told = reasons.filter((one) => !reasons.some((other) => other !== one && other.includes(one))).join("、");
  return {
    who,
    what: told ? `看了${seen}，为了${told}` : `看了${seen}`,
    when: sayTime(first) === sayTime(last) ? sayMoment(last, now) : saySpan(first, last, now),
  };
}

function distinct(words: string[]): string[] {
  return [...new Set(words)];
}
