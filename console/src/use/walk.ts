/** J and K walk the rows of a list, as everywhere: the focus goes to what opens a row, so that Enter does. */

import { onMounted, onUnmounted } from "vue";

import { letterOf, walkedTo } from "../domain/keys";

const ROWS = "main :is(tbody > tr, .plain-list > li)";
const OPENS = "a[href], button:not(:disabled)";

/** `rows`: the selector of what is walked, where it is not a list like all others. */
export function useWalk(rows: string = ROWS): void {
  let last = 0;

  function walk(event: KeyboardEvent): void {
    const by = ({ J: 1, K: -1 } as const)[letterOf(event) as "J" | "K"];
    if (by === undefined || document.querySelector("dialog[open]")) return;
    const open = [...document.querySelectorAll(rows)].filter((row) => row.querySelector(OPENS));
    if (!open.length) return;
    const at = open.findIndex((row) => row.contains(document.activeElement));
    last = walkedTo(at, last, by, open.length);
    open[last]!.querySelector<HTMLElement>(OPENS)!.focus();
  }
  onMounted(() => window.addEventListener("keydown", walk));
  onUnmounted(() => window.removeEventListener("keydown", walk));
}
