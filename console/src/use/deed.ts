/** One act on a page: while it runs nothing is sent twice, what was refused is told, and the next try is another act. */

import { ref, type Ref } from "vue";

import { Problem, wordsOf } from "../services/problem";
import { newKey } from "../services/request";

export interface Deed {
  busy: Ref<boolean>;
  fault: Ref<string>;
  /** Sends with the act's own key. True where it was done. */
  run: (send: (key: string) => Promise<void>) => Promise<boolean>;
}

export function useDeed(): Deed {
  const busy = ref(false);
  const fault = ref("");
  let key = newKey();

  async function run(send: (key: string) => Promise<void>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    fault.value = "";
    try {
      await send(key);
      key = newKey();
      return true;
    } catch (problem) {
      if (problem instanceof Problem && problem.status > 0) key = newKey(); // refused: the next try is another act
      fault.value = wordsOf(problem);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, fault, run };
}
