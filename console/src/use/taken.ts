/** Tells whoever served somebody that a colleague took them over or ended their visit; it stands until it was read. */

import { ref, watch, type Ref } from "vue";

import { takenFrom, type Visit } from "../domain/today";
import { staff } from "../services/session";

/** `then`: what is done where somebody was taken; what the page said of them before holds no more. */
export function useTaken(visits: Ref<Visit[]>, then: () => void): { gone: Ref<string[]>; noted: () => void } {
  const gone = ref<string[]>([]);
  watch(visits, (now, before) => {
    const said = takenFrom(before, now, staff.value?.id ?? "");
    if (!said.length) return;
    then();
    gone.value = [...new Set([...gone.value, ...said])];
  });
  return { gone, noted: () => void (gone.value = []) };
}
