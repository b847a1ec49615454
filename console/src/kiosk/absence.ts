/** Whoever goes away: a minute without a touch, then half a minute's warning, then everything is wiped. */

import { onMounted, onUnmounted, ref, type Ref } from "vue";

const QUIET = 60; // seconds
const WARNING = 30;
const TOUCHES = ["pointerdown", "keydown", "touchstart"] as const;

/** Until when nobody is expected to touch anything: somebody scans with their phone, or staff are on their way. */
let waitsUntil = 0;

/** Counts no absence for so many seconds; 0 counts again from now. */
export function awaitOthers(seconds: number): void {
  waitsUntil = Date.now() + seconds * 1000;
}

/** The seconds left of the warning; null while somebody is there. `isWatched`: whether there is anybody to go away. */
export function watchAbsence(isWatched: () => boolean, gone: () => void): Ref<number | null> {
  const left = ref<number | null>(null);
  let last = Date.now();
  let timer = 0;
  const touched = (): void => {
    last = Date.now();
    left.value = null;
  };
  const look = (): void => {
    if (!isWatched()) return touched();
    const quiet = Math.floor((Date.now() - Math.max(last, waitsUntil)) / 1000);
    left.value = quiet < QUIET ? null : Math.max(0, QUIET + WARNING - quiet);
    if (left.value === 0) {
      clearInterval(timer);
      gone();
    }
  };
  onMounted(() => {
    timer = window.setInterval(look, 1000);
    TOUCHES.forEach((each) => addEventListener(each, touched));
  });
  onUnmounted(() => {
    clearInterval(timer);
    TOUCHES.forEach((each) => removeEventListener(each, touched));
  });
  return left;
}
