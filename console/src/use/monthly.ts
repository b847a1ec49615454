/** What is counted of a month: asked anew when another month, or another way to count, is chosen. */

import { shallowRef, watch, type Ref, type WatchSource } from "vue";

import { bounds, type Period } from "../domain/months";
import { useLatest } from "./latest";

export interface Monthly<T> {
  found: Ref<T | null>;
  fault: Ref<string>;
  loading: Ref<boolean>;
  load: () => Promise<void>;
}

export function useMonthly<T>(month: Ref<string>, count: (period: Period) => Promise<T>, also: WatchSource[] = []): Monthly<T> {
  const found = shallowRef<T | null>(null);
  const { fault, loading, ask, drop } = useLatest();

  async function load(): Promise<void> {
    const period = bounds(month.value);
    if (period) return await ask(() => count(period), (counted) => (found.value = counted));
    drop();
    fault.value = "请选一个月份，例如 2026-11。";
  }

  watch([month, ...also], () => {
    found.value = null; // numbers of another month, or counted otherwise, do not stand under this one
    void load();
  }, { immediate: true });
  return { found, fault, loading, load };
}
