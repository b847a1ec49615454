/** Whoever goes away: a minute without a touch, then a warning, then everything is wiped. */

import { onMounted, onUnmounted, readonly, ref, type Ref } from "vue";

const QUIET = 60; // seconds without a touch
export const WARNING = 30; // seconds
const TOUCHES = ["pointerdown", "keydown", "touchstart"] as const;

/** The seconds by which the warning lasts longer: somebody scans with their phone, or staff are on their way. 0: nobody is waited for. */
const longer = ref(0);
export const othersAwaited = readonly(longer);
/** When what was waited for came or was given up: absence counts from then. */
let since = 0;

/** The warning comes as ever, and lasts so many seconds longer; 0 where nobody is waited for any more. */
export function awaitOthers(seconds: number): void {
  longer.value = seconds;
  since = Date.now();
}

/** The seconds left of a warning that lasts so many, after so many without a touch; null while it is too early for it. */
export function leftAfter(quiet: number, warning: number): number | null {
  return quiet < QUIET ? null : Math.max(0, QUIET + warning - quiet);
}

export interface Absence {
  /** The seconds left of the warning; null while somebody is there. */
  left: Ref<number | null>;
  /** They are still there. Once the warning stands nothing else says so: a touch may be the next person's. */
  stay: () => void;
}

/** `isWatched`: whether there is anybody to go away. `warning`: in seconds. */
export function watchAbsence(isWatched: () => boolean, gone: () => void, warning = WARNING): Absence {
  const left = ref<number | null>(null);
  let last = Date.now();
  let timer = 0;
  const stay = (): void => {
    last = Date.now();
    left.value = null;
  };
  const touched = (): void => {
    if (left.value === null) last = Date.now();
  };
  const look = (): void => {
    if (!isWatched()) return stay();
    const quiet = Math.floor((Date.now() - Math.max(last, since)) / 1000);
    left.value = leftAfter(quiet, warning + longer.value);
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
  return { left, stay };
}
