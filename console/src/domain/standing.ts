/** Whoever stands at a counter: what was read off their document, and what is said to them before they give their word. */

import type { components } from "../../typings/api";
import { lastDay } from "./dates";
import { nowOf, type Now } from "./overtaken";
import { plainNumber } from "./plain";

type PersonDocument = components["schemas"]["PersonDocument"];
export type Grant = components["schemas"]["GrantView"];

export interface Shown {
  type: NonNullable<PersonDocument["document_type"]>;
  number: string;
  name: string;
  /** Which other document was looked at, where the register holds this one for lost. */
  other: string;
}

const CARD = /^\d{17}[\dXx]$/;
const BILL = /^\d{20}$/;
const PICKUP = /^[0-9A-Za-z]{6}$/;

export function nobody(): Shown {
  return { type: "resident_card", number: "", name: "", other: "" };
}

/** What is still missing of a document, in words; empty where nothing is. */
export function lacksOf({ type, number, name }: Shown): string {
  if (!number.trim()) return "请刷卡，或照证件填写号码。";
  if (type === "resident_card" && !CARD.test(plainNumber(number))) return "身份证号应为 18 位，请核对；是别的证件，请先选证件类型。";
  return name.trim() ? "" : "请照证件填写姓名。";
}

export function documentOf({ type, number, name, other }: Shown): PersonDocument {
  return { document_type: type, id_number: plainNumber(number), name: name.trim(), ...(other.trim() && { shown: other.trim() }) };
}

/** What was scanned or typed instead of a document: the number of a slip, or what somebody says who collects a result. */
export function paperOf({ type, number }: Shown): "bill" | "pickup" | null {
  if (type !== "resident_card") return null;
  if (BILL.test(number.trim())) return "bill";
  return PICKUP.test(number.trim()) ? "pickup" : null;
}

/** What is granted, as it is read to the principal before they agree. */
export function wordsOfGrant(terms: { principal: string; agent: string; items: readonly string[]; powers: readonly string[]; until: string; once: boolean }): string {
  const { principal, agent, items, powers, until, once } = terms;
  const [what, may] = [items.join("、") || "（还没有选事项）", powers.join("、") || "（还没有选）"];
  const last = until ? `到${lastDay(`${until}T23:59:59+08:00`)}为止` : "到（还没有选）为止";
  return `${principal}，您同意由${agent || "（还没有填代办人）"}替您办：${what}。可以代您：${may}。${last}${once ? "，只能办一次" : ""}。钱只退到您自己的账户。您随时可以到任何窗口或村居撤销，撤销后马上不能再代办。`;
}

type Word = Pick<components["schemas"]["AwaitedWord"], "here" | "says" | "statement">;

/** How somebody's word stands for whoever was about to write it down. `before`: what they had said by then, as it was read. */
export function nowOfWord(word: Word | undefined, before: string | null): Now {
  const says = (now: Word): string => {
    if (!now.here) return now.says.replace(/。$/, "");
    return now.statement && now.statement !== before ? `本人的意见刚刚已经登记过：「${now.statement}」，您写的会作为补充` : "这件事刚刚有变化";
  };
  return nowOf(word, (now) => now.here, says, "这件事刚刚已经登记过了，不用再等本人表示");
}

/** How somebody without a phone is heard. */
export const METHODS = [["in_person", "本人到场"], ["phone_call_back", "打电话"], ["home_visit", "上门"]] as const;

/** Whether a grant is theirs to take back: an agent who gives it up does so on the phone. */
export function mayRevoke(grant: Grant): boolean {
  return grant.you === "principal" && grant.actions.includes("revoke");
}
