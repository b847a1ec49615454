/** Keys of what is looked at: of several pictures on a page that which has the focus, else the one opened last. */

import { onBeforeUnmount, onMounted, type Ref } from "vue";

import { letterOf } from "../domain/keys";

const open: HTMLElement[] = [];

function meant(): HTMLElement | undefined {
  const sheet = document.querySelector("dialog[open]");
  const seen = sheet ? open.filter((each) => sheet.contains(each)) : open;
  return seen.find((each) => each.contains(document.activeElement)) ?? seen.at(-1);
}

export function useViewerKeys(root: Ref<HTMLElement | null>, deeds: Record<string, () => void>): void {
  function pressed(event: KeyboardEvent): void {
    const deed = deeds[letterOf(event)];
    if (deed === undefined || meant() !== root.value) return;
    event.preventDefault();
    deed();
  }
  onMounted(() => {
    open.push(root.value!);
    window.addEventListener("keydown", pressed);
  });
  onBeforeUnmount(() => {
    open.splice(open.indexOf(root.value!), 1);
    window.removeEventListener("keydown", pressed);
  });
}
