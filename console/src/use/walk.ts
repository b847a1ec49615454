/** J and K walk the rows of a list, as everywhere: the focus goes to what opens a row, so that Enter does. Where a scanner may type,
 * the arrows do. */

import { onMounted, onUnmounted } from "vue";

import { letterOf, walkedTo } from "../domain/keys";

const ROWS = "main :is(tbody > tr, .plain-list > li)";
const BY_LETTER: Record<string, 1 | -1> = { J: 1, K: -1 };
const BY_ARROW: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };
const OPENS = "a[href], button:not(:disabled)";

/** `rows`: the selector of what is walked, where it is not a list like all others; `scans`: letters come from a scanner. */
export function useWalk(rows: string = ROWS, scans = false): void {
  let last = 0;

  function walk(event: KeyboardEvent): void {
    const by = scans ? BY_ARROW[event.key] : BY_LETTER[letterOf(event)];
    if (by === undefined || (event.target as HTMLElement).tagName === "SELECT" || document.querySelector("dialog[open]")) return;
    const open = [...document.querySelectorAll(rows)].filter((row) => row.querySelector(OPENS));
    if (!open.length) return;
    const at = open.findIndex((row) => row.contains(document.activeElement));
    last = walkedTo(at, last, by, open.length);
    event.preventDefault(); // an arrow would scroll the page as well
    open[last]!.querySelector<HTMLElement>(OPENS)!.focus();
  }
  onMounted(() => window.addEventListener("keydown", walk));
  onUnmounted(() => window.removeEventListener("keydown", walk));
}
