/**
 * One act on a page: while it runs nothing is sent twice, what was refused is told, and the next try is another act. Where somebody else was
 * faster, what the page shows is fetched anew under the open sheet: what was typed stays, and the next press goes with what is there now.
 */

import { computed, hasInjectionContext, inject, provide, ref, type ComputedRef, type InjectionKey, type Ref } from "vue";

import { overtakenSaid, type Now } from "../domain/overtaken";
import { Problem, wordsOf } from "../services/problem";
import { newKey } from "../services/request";

export interface Deed {
  busy: Ref<boolean>;
  fault: Ref<string>;
  /** What was refused cannot be done any more: the sheet only closes. */
  over: ComputedRef<boolean>;
  /** Sends with the act's own key. True where it was done. */
  run: (send: (key: string) => Promise<void>) => Promise<boolean>;
}

const OVER: InjectionKey<ComputedRef<boolean>> = Symbol("over");

/** For the sheet of an act: whether it cannot be done any more. */
export function useOver(): ComputedRef<boolean> {
  return inject(OVER, computed(() => false));
}

/**
 * `anew`: fetches what the page shows and says how it stands; every act that goes with a version has one. It is asked after a conflict, and
 * where `also` says so of what was refused.
 */
export function useDeed(anew?: () => Promise<Now>, also: (problem: Problem) => boolean = () => false): Deed {
  const busy = ref(false);
  const fault = ref("");
  const ended = ref("");
  const over = computed(() => ended.value !== "" && ended.value === fault.value);
  if (anew && hasInjectionContext()) provide(OVER, over);
  let key = newKey();

  async function run(send: (key: string) => Promise<void>): Promise<boolean> {
    if (busy.value || over.value) return false;
    busy.value = true;
    fault.value = "";
    try {
      await send(key);
      key = newKey();
      return true;
    } catch (problem) {
      if (problem instanceof Problem && problem.status > 0) key = newKey(); // refused: the next try is another act
      fault.value = await saidOf(problem);
      return false;
    } finally {
      busy.value = false;
    }
  }

  async function saidOf(thrown: unknown): Promise<string> {
    ended.value = "";
    if (!anew || !(thrown instanceof Problem) || !(thrown.stale || also(thrown))) return wordsOf(thrown);
    const now = await anew().catch(() => null);
    const said = overtakenSaid(thrown.words, thrown.commonly, now);
    if (now && !now.open) ended.value = said;
    return said;
  }
  return { busy, fault, over, run };
}
