/** J and K walk the rows of a list, as everywhere; Enter opens what has the focus, since it is a link. */

import { onMounted, onUnmounted } from "vue";

import { letterOf } from "../domain/keys";

export function useWalk(): void {
  function walk(event: KeyboardEvent): void {
    const by = { J: 1, K: -1 }[letterOf(event)];
    if (by === undefined || document.querySelector("dialog[open]")) return;
    const links = [...document.querySelectorAll<HTMLAnchorElement>("tbody a")];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  }
  onMounted(() => window.addEventListener("keydown", walk));
  onUnmounted(() => window.removeEventListener("keydown", walk));
}
