/** A page that is kept as new as what it shows: quietly while nothing is in the reader's hands, else it asks. */

import { computed, reactive, ref, watch, type ComputedRef, type Ref } from "vue";

import { answerTo, type Hands, type Heard } from "../domain/fresh";
import type { Change } from "../services/live";

export interface Fresh {
  /** Something newer waits to be looked at. */
  stale: ComputedRef<boolean>;
  /** What is shown was changed by somebody else and came by itself. */
  renewed: Ref<boolean>;
  hear: (change: Pick<Change, "version" | "by">) => void;
  /** The reader's own act was done. */
  acted: () => void;
  /** Something newer may be there, as an act that was refused tells. */
  doubt: () => void;
  /** It was read anew. */
  looked: () => void;
  /** Something else is shown from now on. */
  forget: () => void;
}

export function useFresh(page: { shown: () => number; busy: () => boolean; hands: () => Hands; show: () => Promise<void> }): Fresh {
  const heard = reactive<Heard>({ newest: 0, others: false, unsure: false });
  const renewed = ref(false);
  let own = false; // the last one who did something, the product apart
  const answer = computed(() => answerTo(heard, page.shown(), page.busy(), page.hands()));

  function hear({ version, by }: Pick<Change, "version" | "by">): void {
    if (by !== "system") own = by === "you";
    if (version <= page.shown()) return;
    if (heard.newest <= page.shown()) heard.others = false; // what was told before is shown
    heard.others ||= !own;
    heard.newest = Math.max(heard.newest, version);
  }

  function acted(): void {
    own = true;
    renewed.value = false;
  }

  function forget(): void {
    Object.assign(heard, { newest: 0, others: false, unsure: false });
    own = renewed.value = false;
  }

  watch([answer, () => heard.newest], async () => {
    if (answer.value !== "show") return;
    const { newest, others } = heard;
    await page.show();
    if (others && page.shown() >= newest) renewed.value = true;
  });
  const doubt = (): void => void (heard.unsure = true);
  const looked = (): void => void (heard.unsure = false);
  return { stale: computed(() => answer.value === "ask"), renewed, hear, acted, doubt, looked, forget };
}
