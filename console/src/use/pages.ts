/** A list that comes page after page. What is asked anew meanwhile wins over what comes late. */

import { ref, shallowRef, type Ref } from "vue";

import { wordsOf } from "../services/problem";

interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Pages<T> {
  rows: Ref<T[]>;
  next: Ref<string | null>;
  loading: Ref<boolean>;
  fault: Ref<string>;
  /** Whether anything was asked for yet. */
  asked: Ref<boolean>;
  load: (more?: boolean) => Promise<void>;
}

export function usePages<T>(fetch: (cursor: string | null) => Promise<Page<T>>): Pages<T> {
  const rows = shallowRef<T[]>([]);
  const next = ref<string | null>(null);
  const loading = ref(false);
  const asked = ref(false);
  const fault = ref("");
  let turn = 0;

  async function load(more = false): Promise<void> {
    const mine = (turn += 1);
    loading.value = asked.value = true;
    fault.value = "";
    const found = await fetch(more ? next.value : null).catch((problem: unknown) => wordsOf(problem));
    if (mine !== turn) return;
    loading.value = false;
    if (typeof found === "string") fault.value = found;
    else show(found, more);
  }

  function show(found: Page<T>, more: boolean): void {
    rows.value = more ? [...rows.value, ...found.items] : found.items;
    next.value = found.next ?? null;
  }
  return { rows, next, loading, fault, asked, load };
}
