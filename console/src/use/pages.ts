/** A list that comes page after page. What is asked stands in one place: a page more is of the same question, and another one begins with nothing. */

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
  /** As many rows as stood there, as they are now. Throws where they could not be read. */
  again: () => Promise<void>;
}

/** `question`: what is asked for, as it stands when the list is loaded. `page` is the answer that came last, with what it says beside its rows. */
export function usePages<T, Q = null, P = Page<T>>(fetch: (cursor: string | null, asked: Q) => Promise<P & Page<T>>, question: () => Q = () => null as Q): Pages<T> & { page: Ref<P | null> } {
  const rows = shallowRef<T[]>([]);
  const page = shallowRef<P | null>(null);
  const next = ref<string | null>(null);
  const asked = ref(false);
  const { loading, fault, ask } = useLatest();
  let now: Q;

  async function load(more = false): Promise<void> {
    asked.value = true;
    if (!more) begin();
    await ask(() => fetch(more ? next.value : null, now), (found) => show(found, more));
  }

  async function again(): Promise<void> {
    const stood = rows.value.length;
    await load();
    while (!fault.value && next.value && rows.value.length < stood) await load(true);
    if (fault.value) throw new Error(fault.value);
  }

  function begin(): void {
    const before = JSON.stringify(now);
    now = question();
    if (before === JSON.stringify(now)) return; // the same once more: what stands there stands until the answer is there
    rows.value = [];
    page.value = next.value = null;
  }

  function show(found: P & Page<T>, more: boolean): void {
    rows.value = more ? [...rows.value, ...found.items] : found.items;
    page.value = found;
    next.value = found.next ?? null;
  }
  return { rows, page, next, loading, fault, asked, load, again };
}
