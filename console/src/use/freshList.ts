/** A list that is kept as new as what it lists: quietly while the reader is in none of its rows, else it asks. */

import { onMounted, onUnmounted, ref, type ComputedRef, type Ref } from "vue";

import { listen, type Change } from "../services/live";
import { useFresh } from "./fresh";

const ROWS = "main :is(tbody, .plain-list)";
const SOON = 800; // milliseconds in which many changes are one look

/** `more`: whether a look would take something away, as rows beyond the first page or a sheet that is open; `of`: changes of what are heard. */
export function useFreshList(load: () => Promise<void>, more: () => boolean = () => false, of: Change["kind"] = "case"): { stale: ComputedRef<boolean>; renewed: Ref<boolean>; look: () => Promise<void> } {
  const walking = ref(false);
  const loading = ref(false);
  const shown = ref(0);
  let heard = 0;
  let waiting: Change["by"][] = [];
  let pending: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  const fresh = useFresh({
    shown: () => shown.value,
    busy: () => loading.value,
    hands: () => (walking.value || more() ? "sheet" : "empty"),
    show: look,
  });

  /** From the first page on: what changed until now is in it. */
  async function look(): Promise<void> {
    const until = heard;
    loading.value = true;
    try {
      await load();
    } finally {
      shown.value = Math.max(shown.value, until);
      fresh.looked();
      loading.value = false;
    }
  }

  function tell(): void {
    pending = undefined;
    const all = waiting;
    waiting = [];
    for (const by of all) fresh.hear({ version: (heard += 1), by });
  }

  function changed({ kind, by }: Change): void {
    if (kind !== of) return;
    waiting.push(by);
    pending ??= setTimeout(tell, SOON);
  }

  function follow(event: FocusEvent): void {
    const at = event.type === "focusin" ? event.target : event.relatedTarget;
    walking.value = at instanceof Element && at.closest(ROWS) !== null;
  }

  onMounted(() => {
    stop = listen(changed, fresh.doubt);
    for (const type of ["focusin", "focusout"] as const) window.addEventListener(type, follow);
  });
  onUnmounted(() => {
    stop?.();
    clearTimeout(pending);
    for (const type of ["focusin", "focusout"] as const) window.removeEventListener(type, follow);
  });

  /** The reader asks for it: nothing of it is news. */
  async function asked(): Promise<void> {
    fresh.forget();
    await look();
  }
  return { stale: fresh.stale, renewed: fresh.renewed, look: asked };
}
