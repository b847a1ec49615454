/** Certificates put in the place of others: why, and what of their answers was put right. */

import type { components } from "../../typings/api";

export type Correctable = components["schemas"]["CorrectableView"];

export const CAUSES = [
  { code: "lost", label: "遗失补发", says: "内容照原样" },
  { code: "damaged", label: "损坏补发", says: "内容照原样" },
  { code: "corrected", label: "更正换发", says: "上面写的和事实不符" },
] as const;

/** How an answer is typed, by the type of its field. */
export const INPUTS: Record<string, string> = { date: "date", month: "month", number: "number" };

export const WAYS = [
  { code: "number", label: "证明上的号码" },
  { code: "holder", label: "持有人的证件" },
  { code: "case", label: "办件编号" },
] as const;

/** The answers that were changed, as the form has them. */
export function correctedOf(fields: readonly Correctable[], written: Readonly<Record<string, string>>): Record<string, string | number> {
  const changed = fields.filter((each) => written[each.key] !== undefined && written[each.key] !== String(each.value ?? ""));
  return Object.fromEntries(changed.map((each) => [each.key, each.kind === "number" ? Number(written[each.key]) : written[each.key]!.trim()]));
}
