/** Keys of acts: a single letter, while nobody types and no other key is held. */

const TYPING = /^(INPUT|TEXTAREA|SELECT)$/;

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
  const name = (target as { tagName?: string } | null)?.tagName ?? "";
  return TYPING.test(name) ? "" : key.toUpperCase();
}
