/** The numbers of a month of re-checks, each with the list behind it; and how one of them stands. */

import type { components } from "../../typings/api";
import { day } from "./dates";
import { nowOf, type Now } from "./overtaken";

export type Town = components["schemas"]["RecheckTown"];

/** What a list of re-checks is asked for. */
export interface Wanted {
  open?: boolean;
  finding?: "in_order" | "minor" | "wrong";
  refusal?: boolean;
  settled?: boolean;
}

export interface Column {
  label: string;
  value: (town: Town) => number;
  /** The list behind the number; nothing where no list is kept of it. */
  wanted?: Wanted;
}

export const COLUMNS: readonly Column[] = [
  { label: "区里作出决定的", value: (town) => town.taken_in },
  { label: "抽中", value: (town) => town.drawn, wanted: {} },
  { label: "已复核", value: (town) => town.done, wanted: { open: false } },
  { label: "无误", value: (town) => town.in_order, wanted: { finding: "in_order" } },
  { label: "有小差错", value: (town) => town.minor, wanted: { finding: "minor" } },
  { label: "决定有误", value: (town) => town.wrong, wanted: { finding: "wrong" } },
  { label: "其中不予批准有误", value: (town) => town.wrong_refusals, wanted: { refusal: true } },
  { label: "有误的已处理", value: (town) => town.settled, wanted: { settled: true } },
];

type Row = Pick<components["schemas"]["RecheckView"], "actions" | "found_by" | "label" | "rechecker">;

/** How a re-check stands for whoever was about to act on it. */
export function nowOfRecheck(row: Row | undefined, act: "assign" | "record"): Now {
  const says = ({ found_by, label, rechecker }: Row): string => (found_by ? `${found_by}已经登记抽检结果：${label}` : `这一件现在${rechecker ? `由${rechecker}复核` : "还没有复核人员"}`);
  return nowOf(row, (found) => found.actions.includes(act), says, "这一件不在抽检里了");
}

/** On the page of its case: that it was drawn, who looks at it again until when, or what was found. */
export function drawnSaid({ month, found_by, label, rechecker, due, overdue }: Pick<components["schemas"]["RecheckView"], "month" | "found_by" | "label" | "rechecker" | "due" | "overdue">): string {
  const [year, number] = month.split("-");
  const drawn = `这一件在${year}年${Number(number)}月作出决定的办件里抽中复核`;
  if (found_by) return `${drawn}，${found_by}已经登记：${label}。`;
  return `${drawn}，${rechecker ? `由${rechecker}` : "还没有复核人员，"}在${day(due)}前复核${overdue ? "，已超期" : ""}。`;
}
