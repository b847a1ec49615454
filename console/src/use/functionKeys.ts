/** Keys of a page that no scanner types: each does what its button does, while no sheet is open. */

import { onMounted, onUnmounted } from "vue";

import { keyOf, KEYS } from "../domain/keys";

/** `deeds`: by what the key means (`KEYS`). */
export function useFunctionKeys(deeds: Partial<Record<keyof typeof KEYS, () => void>>): void {
  const byKey = new Map(Object.entries(deeds).map(([name, deed]) => [KEYS[name as keyof typeof KEYS] as string, deed]));

  function pressed(event: KeyboardEvent): void {
    const deed = byKey.get(keyOf(event));
    if (deed === undefined || event.repeat || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    deed();
  }
  onMounted(() => window.addEventListener("keydown", pressed));
  onUnmounted(() => window.removeEventListener("keydown", pressed));
}
