/** What turns by the clock, and nobody tells: looked at again at that moment, once. No timer that goes on, which would keep the session of an empty chair. */

import { onUnmounted } from "vue";

/** `look`: what is done then. The returned function is told of each answer: when it was given, and until when it holds. */
export function useTurning(look: () => void): (answer: { at: string; until: string | null }) => void {
  let turning: ReturnType<typeof setTimeout> | undefined;
  onUnmounted(() => clearTimeout(turning));
  return ({ at, until }) => {
    clearTimeout(turning);
    turning = until === null ? undefined : setTimeout(look, Date.parse(until) - Date.parse(at));
  };
}
