/** What a scanner types goes into the page's field, wherever the focus is; on such a page no letter and no digit is a key. */

import { onMounted, onUnmounted, type Ref } from "vue";

import { isScanned } from "../domain/keys";

export function useScan(field: Ref<HTMLInputElement | null>): void {
  /** The field has the focus before the character arrives, and what comes replaces what stands there. */
  function pressed(event: KeyboardEvent): void {
    const { tagName } = event.target as HTMLElement;
    if (!isScanned(event) || /^(INPUT|TEXTAREA|SELECT)$/.test(tagName) || document.querySelector("dialog[open]")) return;
    field.value?.focus();
    field.value?.select();
  }
  onMounted(() => window.addEventListener("keydown", pressed));
  onUnmounted(() => window.removeEventListener("keydown", pressed));
}
