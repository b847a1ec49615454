/** A page longer than its place: what comes first moves up into the empty top of the screen, and what is still hidden is told. */

import { onMounted, onUnmounted, ref, type Ref } from "vue";

const NEAR = 8; // points by which the end counts as seen
const LIFTS = ["pointerup", "pointercancel"] as const;

/** How far a page is drawn up so that as much of it shows as can, while its title stays; drawn down again by hand, what stands high is within reach. `room`: how far it scrolls. `empty`: how high the place above its title is. */
export function drawnUp(room: number, empty: number): number {
  return Math.max(0, Math.min(room, empty));
}

export interface Tall {
  /** Something lies below what is shown. */
  more: Ref<boolean>;
  /** Shows what comes below. */
  onward: () => void;
}

/** `sheet` scrolls; `title` is its first line, `main` what the pages put their content in. */
export function watchTall(sheet: Ref<HTMLElement | null>, title: Ref<HTMLElement | null>, main: Ref<HTMLElement | null>): Tall {
  const more = ref(false);
  const look = (): void => {
    const { scrollTop, clientHeight, scrollHeight } = sheet.value!;
    more.value = scrollTop + clientHeight < scrollHeight - NEAR;
  };

  let held = false;
  let waiting: boolean | null = null;

  /** Nothing moves away under a finger that is down: what is pressed then would be something else, or nothing. */
  function press(): void {
    held = true;
  }

  function lift(): void {
    held = false;
    setTimeout(() => {
      if (held || waiting === null) return;
      const anew = waiting;
      waiting = null;
      fit(anew);
    }); // once the click is over
  }

  /** `anew`: another page, or a message on it, which stands at its head; else what grew by itself, as a picture that has come. */
  function fit(anew: boolean): void {
    if (held) return void (waiting = anew || waiting === true);
    const box = sheet.value!;
    const high = drawnUp(box.scrollHeight - box.clientHeight, title.value!.offsetTop - box.offsetTop);
    if (anew || box.scrollTop < high) box.scrollTop = high;
    look();
  }

  const changed = new MutationObserver(() => fit(true));
  const grown = new ResizeObserver(() => fit(false));
  onMounted(() => {
    changed.observe(main.value!, { childList: true });
    grown.observe(main.value!);
    sheet.value!.addEventListener("scroll", look, { passive: true });
    sheet.value!.addEventListener("pointerdown", press);
    LIFTS.forEach((each) => addEventListener(each, lift));
  });
  onUnmounted(() => {
    changed.disconnect();
    grown.disconnect();
    LIFTS.forEach((each) => removeEventListener(each, lift));
  });
  return { more, onward: () => sheet.value!.scrollBy({ top: sheet.value!.clientHeight * 0.6 }) };
}
