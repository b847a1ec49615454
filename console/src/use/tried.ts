/** What a page looks up or does, one thing at a time: what went wrong is told, so that it can be tried again. */

import { ref, type Ref } from "vue";

import { wordsOf } from "../services/problem";

export interface Tries {
  busy: Ref<boolean>;
  error: Ref<string>;
  /** `more`: what to do where it failed, after why. */
  tried: (work: () => Promise<void>, more?: string) => Promise<void>;
}

/** `aloud`: also tells what went wrong in another way. */
export function useTried(aloud: (words: string) => void = () => undefined): Tries {
  const busy = ref(false);
  const error = ref("");

  async function tried(work: () => Promise<void>, more = ""): Promise<void> {
    error.value = "";
    busy.value = true;
    try {
      await work();
    } catch (thrown) {
      error.value = wordsOf(thrown) + more;
      aloud(error.value);
    } finally {
      busy.value = false;
    }
  }
  return { busy, error, tried };
}
