/** Keys of acts: a single letter, while nobody types and no other key is held; and the one that sends a form. */

const TYPING = /^(INPUT|TEXTAREA|SELECT)$/;
const TICKED = /^(checkbox|radio|button|submit|file)$/; // inputs no letter goes into

/** As it stands on the button of a form (`KeyCap`). */
export const SEND = "Ctrl+回车";

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  target: EventTarget | null;
}

/** The letter in capitals; empty where it is meant for something else. */
export function letterOf({ key, ctrlKey, metaKey, altKey, target }: Pressed): string {
  if (ctrlKey || metaKey || altKey || key.length !== 1) return "";
  return takesLetters(target) ? "" : key.toUpperCase();
}

function takesLetters(target: EventTarget | null): boolean {
  const { tagName, type } = (target ?? {}) as { tagName?: string; type?: string };
  return TYPING.test(tagName ?? "") && !TICKED.test(type ?? "");
}

/** Whether a form is to be sent: held down it counts once, and what an input method still composes is not finished. */
export function sends(pressed: { key: string; ctrlKey: boolean; metaKey: boolean; repeat: boolean; isComposing: boolean }): boolean {
  return pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey) && !pressed.repeat && !pressed.isComposing;
}

/** What a scanner types: one letter or digit. */
export function isScanned(pressed: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): boolean {
  return !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey && /^[0-9A-Za-z]$/.test(pressed.key);
}

/** The row a letter is meant for: the one that is walked to, if it offers the act; where none is, the first that does. */
export function meantRow<T>(rows: readonly T[], walked: string, idOf: (row: T) => string, offers: (row: T) => boolean): T | undefined {
  const at = rows.find((row) => idOf(row) === walked);
  return at === undefined ? rows.find(offers) : offers(at) ? at : undefined;
}

/** What the key that notes comes to after `done`: the next nothing is noted on, from the first on again, if any is left. */
export function nextOpen(all: readonly string[], done: string, noted: (each: string) => boolean): string | undefined {
  const at = all.indexOf(done) + 1;
  return [...all.slice(at), ...all.slice(0, at)].find((each) => each !== done && !noted(each));
}

/**
 * Which of `count` rows is walked to. `at` has the focus, -1 where none has: then it goes on from `last`, the row that had it, whose
 * place the next one has taken where that row is done and gone.
 */
export function walkedTo(at: number, last: number, by: 1 | -1, count: number): number {
  const wanted = at >= 0 ? at + by : by > 0 ? last : last - 1;
  return Math.min(Math.max(wanted, 0), count - 1);
}
