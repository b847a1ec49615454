/** Function keys of a page, which no scanner types: each does what its button does, while no sheet is open. */

import { onMounted, onUnmounted } from "vue";

export function useFunctionKeys(deeds: Record<string, () => void>): void {
  function pressed(event: KeyboardEvent): void {
    const deed = deeds[event.key];
    if (deed === undefined || event.repeat || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    deed();
  }
  onMounted(() => window.addEventListener("keydown", pressed));
  onUnmounted(() => window.removeEventListener("keydown", pressed));
}
