/** From letters to characters and words: what pinyin may stand for, the commonest first. Knows nothing of who types, and remembers nothing. */

/** What a row of letters may stand for; ü is written v. */
export interface Readings {
  /** The commonest first. */
  characters: ReadonlyMap<string, readonly string[]>;
  words: ReadonlyMap<string, readonly Word[]>;
}

interface Word {
  text: string;
  common: number;
}

/** A character or word, and how many of the letters it stands for. */
export interface Choice {
  text: string;
  takes: number;
}

const LONGEST = 4; // characters of a word that is offered
const COMPLETED = 64; // of what unfinished letters may become
const FIRST = 7; // characters before the words of the same letters: xian is 先 more often than 西安

/**
 * Two lists of libraries: the characters of each syllable with all their readings, and the words of everyday Chinese with how common
 * they are. Fetched when somebody first writes words: together they weigh more than the page.
 */
export async function readings(): Promise<Readings> {
  const [{ default: chinese }, { default: words }] = await Promise.all([
    import("simple-keyboard-layouts/build/layouts/chinese.js"),
    import("@pinyin-pro/data/modern.json?raw"), // read by the browser: sixty thousand entries are a long way through the build
  ]);
  const { layoutCandidates } = chinese as { layoutCandidates?: Record<string, string> }; // the library's types leave it out
  return readingsOf(layoutCandidates ?? {}, JSON.parse(words) as Record<string, [string, number]>);
}

/** `syllables`: characters with blanks between, the commonest first. `words`: pinyin with tones, and how common it is. */
export function readingsOf(syllables: Readonly<Record<string, string>>, words: Readonly<Record<string, readonly [string, number]>>): Readings {
  const found = new Map<string, Word[]>();
  for (const [text, [pinyin, common]] of Object.entries(words)) {
    if (!offered(text)) continue;
    const letters = lettersOf(pinyin);
    const there = found.get(letters) ?? [];
    found.set(letters, there);
    there.push({ text, common });
  }
  for (const each of found.values()) each.sort(byUse);
  return { characters: new Map(Object.entries(syllables).map(([syllable, characters]) => [syllable, characters.split(" ")])), words: found };
}

/** Where the letters are nothing whole yet, what they may become; then what they begin with, the longest first. */
export function choicesOf(known: Readings, letters: string): Choice[] {
  const found = new Map<string, number>();
  const add = (texts: readonly string[], takes: number): void => texts.forEach((each) => found.has(each) || found.set(each, takes));
  if (!known.characters.has(letters) && !known.words.has(letters)) add(begun(known, letters), letters.length);
  for (let takes = letters.length; takes > 0; takes -= 1) add(whole(known, letters.slice(0, takes)), takes);
  return [...found].map(([text, takes]) => ({ text, takes }));
}

/** The first choices one after another, as when somebody goes on without choosing; letters that stand for nothing are dropped. */
export function settled(known: Readings, letters: string): string {
  let [text, left] = ["", letters];
  while (left) {
    const [first] = choicesOf(known, left);
    if (!first) break;
    text += first.text;
    left = left.slice(first.takes);
  }
  return text;
}

/** How many keys side by side a choice takes. */
export function widthOf({ text }: Choice): number {
  return [...text].length > 2 ? 2 : 1;
}

/** Choices as they lie on the screen at a time: no more than `room` keys side by side. */
export function pagesOf(choices: readonly Choice[], room: number): Choice[][] {
  const pages: Choice[][] = [];
  let left = 0;
  for (const each of choices) {
    if (left < widthOf(each)) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)!.push(each);
    left -= widthOf(each);
  }
  return pages;
}

function whole({ characters, words }: Readings, letters: string): string[] {
  const [alone, together] = [characters.get(letters) ?? [], textsOf(words.get(letters) ?? [])];
  return [...alone.slice(0, FIRST), ...together, ...alone.slice(FIRST)];
}

/** The commonest character of every syllable that begins so, then words. */
function begun({ characters, words }: Readings, letters: string): string[] {
  if (!letters) return [];
  const alone = [...characters].filter(([each]) => each.startsWith(letters)).flatMap(([, [first]]) => first ?? []);
  const together = [...words].filter(([each]) => each.startsWith(letters)).flatMap(([, each]) => each);
  return [...alone, ...textsOf(together.sort(byUse))].slice(0, COMPLETED);
}

function textsOf(words: readonly Word[]): string[] {
  return words.map(({ text }) => text);
}

function byUse(one: Word, other: Word): number {
  return other.common - one.common;
}

function offered(word: string): boolean {
  const { length } = [...word];
  return length > 1 && length <= LONGEST;
}

/** nǚ ér: nver. */
function lettersOf(pinyin: string): string {
  return pinyin.normalize("NFD").replace(/u\u0308/g, "v").replace(/[^a-z]/g, "");
}
