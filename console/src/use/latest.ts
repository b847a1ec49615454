/** Asking where one can ask for something else before the answer is there: only what was asked last counts, its answer as its fault. */

import { getCurrentScope, onScopeDispose, ref, type Ref } from "vue";

import { wordsOf } from "../services/problem";

export interface Latest {
  /** Whether the answer to what was asked last is still on its way. */
  loading: Ref<boolean>;
  /** Why there is no answer to what was asked last, in words; none: nothing went wrong. */
  fault: Ref<string>;
  /** `take` gets the answer, unless something else was asked meanwhile. */
  ask: <T>(work: () => Promise<T>, take: (found: T) => void) => Promise<void>;
  /** Nothing is asked any more: what is still on its way does not count. */
  drop: () => void;
}

/** `aloud`: also tells what went wrong in another way. */
export function useLatest(aloud: (words: string) => void = () => undefined): Latest {
  const loading = ref(false);
  const fault = ref("");
  let turn = 0;

  function begin(asks: boolean): number {
    loading.value = asks;
    fault.value = "";
    return (turn += 1);
  }

  async function ask<T>(work: () => Promise<T>, take: (found: T) => void): Promise<void> {
    const mine = begin(true);
    try {
      const found = await work();
      if (mine === turn) take(found);
    } catch (problem) {
      if (mine === turn) aloud((fault.value = wordsOf(problem)));
    } finally {
      if (mine === turn) loading.value = false;
    }
  }

  const drop = (): void => void begin(false);
  if (getCurrentScope()) onScopeDispose(drop); // a page one has left takes nothing any more
  return { loading, fault, ask, drop };
}
