/** What an act would do, told by the server before it is taken: it is of exactly what was chosen then, and any other choice asks again. */

import { shallowRef, watch, type ShallowRef } from "vue";

export interface Preview<T> {
  preview: ShallowRef<T | null>;
  /** Asks. What is told of a choice that was changed meanwhile is not shown. */
  foresee: (send: () => Promise<T>) => Promise<void>;
}

/** `wish`: what was chosen, as it would be sent. */
export function usePreview<T>(wish: () => unknown): Preview<T> {
  const preview = shallowRef<T | null>(null);
  const now = (): string => JSON.stringify(wish());

  async function foresee(send: () => Promise<T>): Promise<void> {
    const of = now();
    const told = await send();
    if (of === now()) preview.value = told;
  }

  watch(now, () => (preview.value = null), { flush: "sync" });
  return { preview, foresee };
}
