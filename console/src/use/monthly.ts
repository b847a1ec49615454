/** What is counted of a month: asked anew when another month, or another way to count, is chosen. What was asked last wins. */

import { ref, shallowRef, watch, type Ref, type WatchSource } from "vue";

import { bounds, type Period } from "../domain/months";
import { wordsOf } from "../services/problem";

export interface Monthly<T> {
  found: Ref<T | null>;
  fault: Ref<string>;
  loading: Ref<boolean>;
  load: () => Promise<void>;
}

export function useMonthly<T>(month: Ref<string>, count: (period: Period) => Promise<T>, also: WatchSource[] = []): Monthly<T> {
  const found = shallowRef<T | null>(null);
  const fault = ref("");
  const loading = ref(false);
  let turn = 0;

  async function load(): Promise<void> {
    const mine = (turn += 1);
    const period = bounds(month.value);
    fault.value = period ? "" : "请选一个月份，例如 2026-11。";
    loading.value = period !== null;
    if (!period) return;
    try {
      const counted = await count(period);
      if (mine === turn) found.value = counted;
    } catch (problem) {
      if (mine === turn) fault.value = wordsOf(problem);
    } finally {
      if (mine === turn) loading.value = false;
    }
  }

  watch([month, ...also], () => void load(), { immediate: true });
  return { found, fault, loading, load };
}
