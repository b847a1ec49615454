/** A list that comes page after page; asked anew, it begins anew. */

import { ref, shallowRef, type Ref } from "vue";

import { useLatest } from "./latest";

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
  const asked = ref(false);
  const { loading, fault, ask } = useLatest();

  async function load(more = false): Promise<void> {
    asked.value = true;
    await ask(() => fetch(more ? next.value : null), (found) => show(found, more));
  }

  function show(found: Page<T>, more: boolean): void {
    rows.value = more ? [...rows.value, ...found.items] : found.items;
    next.value = found.next ?? null;
  }
  return { rows, next, loading, fault, asked, load };
}
