/** Whoever closes the window or loads it again while something typed is not kept yet is asked by the browser first. */

import { onBeforeUnmount, onMounted } from "vue";

export function useUnsaved(unsaved: () => boolean): void {
  function warn(event: BeforeUnloadEvent): void {
    if (unsaved()) event.preventDefault();
  }
  onMounted(() => window.addEventListener("beforeunload", warn));
  onBeforeUnmount(() => window.removeEventListener("beforeunload", warn));
}
