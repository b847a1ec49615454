/** The department's books: which of them somebody has, what may be chosen for a list, and what is said of a period and of a list. */

import type { components } from "../../typings/api";
import { day } from "./dates";
import type { Now } from "./overtaken";

type Schemas = components["schemas"];

const KEEPS = ["reviewer", "chief_representative"];

const PARTS = [
  { name: "ledgers", label: "台账", roles: KEEPS, towns: true },
  { name: "archives", label: "归档", roles: KEEPS, towns: false },
  { name: "preserved", label: "暂缓销毁", roles: KEEPS, towns: false },
  { name: "destructions", label: "销毁", roles: [...KEEPS, "supervisor"], towns: false },
] as const;

export type Part = (typeof PARTS)[number];

/** The books of a role. The district's departments keep the archives, also for what their towns did. */
export function partsFor(roles: readonly string[], town: string | null | undefined): Part[] {
  return PARTS.filter((part) => part.roles.some((role) => roles.includes(role)) && (part.towns || !town));
}

/** Whether one keeps the department's archives, and not only decides what others propose. */
export function keepsArchives(roles: readonly string[]): boolean {
  return roles.some((role) => KEEPS.includes(role));
}

/** A day some days later, or earlier. */
export function shifted(iso: string, days: number): string {
  const at = new Date(`${iso}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** A month, a quarter or a year by its name. */
export function periodName(since: string, until: string): string {
  const [year, first, last] = [since.slice(0, 4), Number(since.slice(5, 7)), Number(until.slice(5, 7))];
  if (first === last) return `${year}年${first}月`;
  return last - first === 2 ? `${year}年第${Math.ceil(last / 3)}季度` : `${year}年`;
}

/** A case that may be chosen for a list. `against`: why it may not be. */
export interface Choice {
  case: string;
  number: string;
  name: string;
  told: string[];
  against: string;
}

export function archivable(row: Schemas["ArchivableView"]): Choice {
  const supplement = row.supplements ? [`归档后重新查过，补充移交（原清单 ${row.supplements}）`] : [];
  return { case: row.case, number: row.number, name: row.item_name, told: [`${day(row.closed_at)}办结`, `保管${row.retention}`, ...supplement], against: row.reason };
}

export function destroyable(row: Schemas["DestroyableView"]): Choice {
  return { case: row.case, number: row.number, name: row.item_name, told: [`保管${row.retention}，到${fullDay(row.until)}`, `移交清单 ${row.archive}`], against: row.reason };
}

/** A case on a list that may be taken off it. */
export function listed(row: Schemas["DestructionEntryView"]): Choice {
  return { case: row.case, number: row.number, name: row.title, told: [`保管${row.retention}，到${fullDay(row.until)}`, `移交清单 ${row.archive}`], against: "" };
}

/** Whether a refusal names cases of a list by their place in it. */
export function namesCases(refused: { errors: readonly { pointer?: string }[] }): boolean {
  return refused.errors.some((each) => each.pointer?.startsWith("/cases/"));
}

/** Of what was chosen, what may still go on a list. */
export function stillChosen(chosen: readonly string[], rows: readonly Choice[]): string[] {
  return chosen.filter((id) => rows.some((row) => row.case === id && !row.against));
}

/** How a destruction list stands for whoever was about to act on it. */
export function nowOfList(list: Pick<Schemas["DestructionView"], "actions" | "decided_by" | "label" | "waits">, deed: Deed | "keep"): Now {
  const says = list.decided_by ? `${list.decided_by}已经决定：清册现在是「${list.label}」` : (list.waits || "清册刚刚有改动").replace(/。$/, "");
  return { says, open: list.actions.includes(deed) };
}

export const MOST = 100; // cases of one list

/** All that may go on one list, the first hundred of them. */
export function allOf(rows: readonly Choice[]): string[] {
  return rows.filter((row) => !row.against).slice(0, MOST).map((row) => row.case);
}

/** Why a list cannot be made of so many; nothing where it can. */
export function countFault(chosen: number): string {
  if (chosen === 0) return "请先勾选办件。";
  return chosen > MOST ? `一份清单最多 ${MOST} 件，请去掉 ${chosen - MOST} 件。` : "";
}

/** 「2036年12月31日」, or for how long where there is no last day. */
export function fullDay(iso: string): string {
  if (!iso) return "永久";
  const [year, month, date] = iso.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** 「申请材料 3、决定书 1」 */
export function kindsOf(kinds: Record<string, number>): string {
  return Object.entries(kinds).map(([name, count]) => `${name} ${count}`).join("、");
}

export type Deed = "approve" | "decline";

/** What is asked before a list is decided. Whoever proposed it takes it back. */
export function decisionOf(deed: Deed, own: boolean): { title: string; asks: string; told: string } {
  if (deed === "approve") return { title: "批准销毁", asks: "意见", told: "批准以后不能收回：几分钟内清册上的办件和材料会全部删除，清册本身永久保留。" };
  const told = "清册上的办件都继续保管，以后可以重新提出。";
  return own ? { title: "收回清册", asks: "为什么收回", told } : { title: "不予销毁", asks: "理由", told: `${told}提出的人会在清册上看到理由。` };
}
