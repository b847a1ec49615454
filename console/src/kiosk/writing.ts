/** What a key on the screen does to the box that is written in: at its caret, as a keyboard would. */

type Box = HTMLInputElement | HTMLTextAreaElement;

/** Puts text where the caret is, in place of what is marked; nothing beyond `most` characters. */
export function typeInto(box: Box, text: string, most: number): void {
  const [from, to] = caretOf(box);
  const left = box.value.slice(0, from) + box.value.slice(to);
  if ([...left].length + [...text].length > most) return;
  replace(box, text, from, to);
}

/** Takes away what is marked, else the character before the caret. */
export function eraseIn(box: Box): void {
  const [from, to] = caretOf(box);
  const last = [...box.value.slice(0, from)].at(-1) ?? "";
  replace(box, "", from === to ? from - last.length : from, to);
}

export function emptied(box: Box): void {
  replace(box, "", 0, box.value.length);
}

function caretOf({ selectionStart, selectionEnd, value }: Box): [number, number] {
  return [selectionStart ?? value.length, selectionEnd ?? value.length];
}

function replace(box: Box, text: string, from: number, to: number): void {
  box.setRangeText(text, from, to, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.scrollTop = box.scrollHeight;
}
