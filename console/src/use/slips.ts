/** Number slips: printed with every number where that is chosen in the address, or when asked for. */

import { computed, ref, type ComputedRef, type Ref } from "vue";
import { useRoute } from "vue-router";

import type { Visit } from "../domain/today";
import { wordsOf } from "../services/problem";
import { slipFor, type Slip } from "../services/visits";

/** `slip`: the last one that was printed; `fault`: where what went wrong is told. */
export function useSlips(fault: Ref<string>): { slip: Ref<Slip | null>; printing: ComputedRef<boolean>; print: (on: Visit | undefined) => Promise<void>; printWhereChosen: (done: Visit) => void } {
  const route = useRoute();
  const slip = ref<Slip | null>(null);
  const printing = computed(() => route.query["slips"] === "1");

  async function print(on: Visit | undefined): Promise<void> {
    if (!on?.ticket) return;
    try {
      slip.value = await slipFor(on);
    } catch (problem) {
      fault.value = wordsOf(problem);
    }
  }

  function printWhereChosen(done: Visit): void {
    if (printing.value) void print(done);
  }
  return { slip, printing, print, printWhereChosen };
}
