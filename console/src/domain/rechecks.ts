/** The numbers of a month of re-checks, each with the list behind it. */

import type { components } from "../../typings/api";

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
