/** Letters that do what the button of a row does: of the row one walked to, else of the first that has the button. */

import { ref } from "vue";

import { meantRow } from "../domain/keys";
import { useKeys } from "./keys";

interface RowAct<T> {
  key: string;
  offers: (row: T) => boolean;
  begin: (row: T) => void;
}

/** `walk`: tells which row has the focus (`@focusin` of each); `keyed`: whether the letter stands on the button of this row. */
export function useRowKeys<T>(rows: () => readonly T[], idOf: (row: T) => string, acts: readonly RowAct<T>[]): { walk: (row: T) => void; keyed: (key: string, row: T) => boolean } {
  const walked = ref("");
  const of = (act: RowAct<T>): T | undefined => meantRow(rows(), walked.value, idOf, act.offers);

  function keyed(key: string, row: T): boolean {
    const act = acts.find((each) => each.key === key);
    const meant = act && of(act);
    return meant !== undefined && idOf(meant) === idOf(row);
  }

  function pressed(act: RowAct<T>): void {
    const row = of(act);
    if (row !== undefined) act.begin(row);
  }

  useKeys(Object.fromEntries(acts.map((act) => [act.key, () => pressed(act)])));
  return { walk: (row) => (walked.value = idOf(row)), keyed };
}
