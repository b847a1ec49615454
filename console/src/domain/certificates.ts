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

/** What was typed of a number: the whole of it as it stands on the paper, or the digits it ends with; neither where it is too little. */
export interface NumberTyped {
  number: string;
  ending: string;
}

/** Blanks, brackets of another kind and left-out noughts make no difference. */
export function numberTyped(text: string): NumberTyped {
  const bare = text.replace(/\s/g, "");
  const whole = /^(.+?)[〔[［(（【](\d{4})[〕\]］)）】]第?(\d{1,8})号?$/.exec(bare);
  if (whole) return { number: `${whole[1]}〔${whole[2]}〕第${whole[3]!.padStart(6, "0")}号`, ending: "" };
  const ending = /^第?(\d{1,8})号?$/.exec(bare)?.[1] ?? "";
  return { number: ending || bare.length < 8 ? "" : bare, ending };
}

/** The answers that were changed, as the form has them. */
export function correctedOf(fields: readonly Correctable[], written: Readonly<Record<string, string>>): Record<string, string | number> {
  const changed = fields.filter((each) => written[each.key] !== undefined && written[each.key] !== String(each.value ?? ""));
  return Object.fromEntries(changed.map((each) => [each.key, each.kind === "number" ? Number(written[each.key]) : written[each.key]!.trim()]));
}
