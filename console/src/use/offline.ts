/** Whether the network is gone, by what the browser knows of it. */

import { onMounted, onUnmounted, ref, type Ref } from "vue";

/** `back`: what to do once it is there again. */
export function useOffline(back: () => void): Ref<boolean> {
  const offline = ref(!navigator.onLine);

  function changed(): void {
    offline.value = !navigator.onLine;
    if (!offline.value) back();
  }
  onMounted(() => {
    window.addEventListener("online", changed);
    window.addEventListener("offline", changed);
  });
  onUnmounted(() => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  });
  return offline;
}
