/** Letters of a page: each does what its button does, while nobody types and no sheet is open. */

import { onMounted, onUnmounted } from "vue";

import { letterOf } from "../domain/keys";

export function useKeys(deeds: Record<string, () => unknown>): void {
  function pressed(event: KeyboardEvent): void {
    const deed = deeds[letterOf(event)];
    if (deed === undefined || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    deed();
  }
  onMounted(() => window.addEventListener("keydown", pressed));
  onUnmounted(() => window.removeEventListener("keydown", pressed));
}
