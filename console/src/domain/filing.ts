/** Writing down what somebody without a phone applies for, who stands here: which matters, and what is still missing. */

import type { components } from "../../typings/api";
import { isDocumentNumber } from "../../../miniprogram/src/domain/numbers";

type Item = components["schemas"]["ItemSummary"];
type Case = components["schemas"]["CaseView"];

export interface Person {
  type: string;
  number: string;
  name: string;
}

/** What is applied for where this member of staff sits: at a window, in a town, at a town's window either. */
export function filedHere(items: readonly Item[], roles: readonly string[], town: string | null): Item[] {
  const channels = [...(town || roles.includes("village_officer") ? ["town"] : []), ...(roles.includes("receptionist") ? ["window"] : [])];
  return items.filter((each) => each.online && each.kind !== "instant" && each.channels.some((channel) => channels.includes(channel)));
}

/** What is missing before somebody can be attested; empty where nothing is. */
export function lacksOfAttested({ type, number, name }: Person): string {
  if (!name.trim()) return "请照证件填写姓名。";
  if (!number.trim()) return "请刷卡，或照证件填写号码。";
  return type !== "resident_card" || isDocumentNumber(number.trim()) ? "" : "身份证号不对，请对照证件核对。";
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
