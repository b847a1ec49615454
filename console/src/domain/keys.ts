/** Keys of acts: a single letter, while nobody types and no other key is held; and the one that sends a form. */

const TYPING = /^(INPUT|TEXTAREA|SELECT)$/;
const TICKED = /^(checkbox|radio|button|submit|file)$/; // inputs no letter goes into

/**
 * Keys of acts that work wherever the focus is: what no scanner or card reader types. Each means the same on every page; F keys belong to the
 * line of a hall, Alt with a letter to whoever stands at the counter and to what a list shows.
 */
export const KEYS = {
  checkIn: "F1",
  callNext: "F2",
  takeNumber: "F3",
  call: "F4",
  toAndFro: "F6", // between the line, the counter and what is written down there
  bookFor: "F7",
  done: "F8",
  park: "F9",
  forward: "F10",
  confirm: "Shift+F1",
  decline: "Shift+F2",
  printSlip: "Shift+F3",
  urgent: "Shift+F4",
  pickAll: "Shift+F6",
  propose: "Shift+F7",
  confirmPicked: "Shift+F8",
  missed: "Shift+F9",
  resume: "Shift+F10",
  nextPerson: "Alt+N",
  attest: "Alt+A",
  cash: "Alt+C",
  handOver: "Alt+O",
  issue: "Alt+I",
  hearGrant: "Alt+G",
  writeDown: "Alt+W",
  helpAtKiosk: "Alt+K",
  onlyHere: "Alt+L",
  recheck: "Alt+R",
  onPaper: "Alt+P",
  paperVisit: "Alt+B",
} as const;

/** One of them as it is written on the buttons. A letter by its place: an input method gives it another sign. */
export function keyOf({ key, code = "", shiftKey, altKey = false, ctrlKey = false }: { key: string; code?: string; shiftKey: boolean; altKey?: boolean; ctrlKey?: boolean }): string {
  if (altKey && !ctrlKey && code.startsWith("Key")) return `Alt+${code.slice(3)}`;
  return shiftKey ? `Shift+${key}` : key;
}

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
