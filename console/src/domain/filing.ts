/** Writing down what somebody without a phone asks for, who stands here: which matters, and what is still missing. */

import type { components } from "../../typings/api";
import { isDocumentNumber } from "../../../miniprogram/src/domain/numbers";
import { type Answers, type Field, formFaults } from "../../../miniprogram/src/domain/rules";

type Item = components["schemas"]["ItemSummary"];
type Case = components["schemas"]["CaseView"];

export interface Person {
  type: string;
  number: string;
  name: string;
}

/** Whether people get it at once, as a certificate. */
export function isIssued({ kind, online, for_people }: Item): boolean {
  return kind === "instant" && online && for_people;
}

type Clerk = Pick<components["schemas"]["StaffView"], "roles" | "town" | "department">;

/**
 * What is asked for where this member of staff sits, applied for or issued at once: at a window, in a town, at a town's window either. A
 * department's own window, none of `oneWindows`, has its own items.
 */
export function filedHere(items: readonly Item[], { roles, town, department }: Clerk, oneWindows: readonly string[]): Item[] {
  const everything = town || oneWindows.includes(department ?? "");
  const channels = [...(town || roles.includes("village_officer") ? ["town"] : []), ...(roles.includes("receptionist") ? ["window"] : [])];
  return items.filter((each) => (everything || each.department === department) && (each.kind === "instant" ? isIssued(each) : each.online) && each.channels.some((channel) => channels.includes(channel)));
}

/** What is missing before somebody can be attested; empty where nothing is. */
export function lacksOfAttested({ type, number, name }: Person): string {
  if (!name.trim()) return "请照证件填写姓名。";
  if (!number.trim()) return "请刷卡，或照证件填写号码。";
  return type !== "resident_card" || isDocumentNumber(number.trim()) ? "" : "身份证号不对，请对照证件核对。";
}

/**
 * What of the answers that stand there already the item does not take, by question: who is too young, or lives elsewhere, hears it before
 * the rest is asked and signed. An answer nobody gave yet is none of it.
 */
export function inTheWay(fields: readonly Field[], answers: Answers, on: string, applicant: string): { key: string; label: string; words: string }[] {
  const found = formFaults(fields, answers, on, { complete: false, applicant });
  return fields.flatMap(({ key, label }) => (found[key] ? [{ key, label, words: found[key] }] : []));
}

/** How a case may be handed in now, the usual way first. */
export function handingIn({ actions }: Case): { action: "resubmit" | "submit" | "pre-review"; label: string }[] {
  return (["resubmit", "submit", "pre-review"] as const).flatMap((action) => actions.filter((each) => each.action === action).map(({ label }) => ({ action, label })));
}

/** Whether the applicant still has something to do with it, so that it is gone on with here. */
export function goesOn(row: { state: { state: string } }): boolean {
  return ["draft", "returned", "pre_approved", "correction", "correction_after_acceptance"].includes(row.state.state);
}

/** What the server refused that stands at no question and no paper of the page. */
export function elsewhere(errors: readonly { pointer?: string; detail?: string }[]): string[] {
  return errors.flatMap(({ pointer = "", detail }) => (/^\/(form|materials)\//.test(pointer) || !detail ? [] : [detail]));
}

/** What a printed form holds of a case: as long as it is the same, the paper that was signed still says what is handed in. */
export function paperOf({ form, materials }: Pick<Case, "form" | "materials">): string {
  return JSON.stringify([form, materials.map(({ key, files, licence }) => [key, files.map((each) => each.material), licence?.holder ?? ""])]);
}
