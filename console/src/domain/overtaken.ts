/** What is said where somebody was faster: the page has been fetched anew under whatever is open, and what was typed is still there. */

/** How things stand once they were looked at anew. */
export interface Now {
  /** Who did it, or what it is now, where that is known: a sentence without its full stop. */
  says: string;
  /** Whether the act can still be taken. */
  open: boolean;
  /** Nothing was typed, so that nothing of it is spoken of. */
  bare?: boolean;
}

/** `words`: the server's; `common`: they are those of any record, and ask for a page that is loaded again. `now`: null where it could not be looked at. */
export function overtakenSaid(words: string, common: boolean, now: Now | null): string {
  if (now === null) return common ? "刚刚有人先改动了，新的没有读出来。您填的还在，请再按一次。" : words;
  if (now.open) return common ? saidOpen(now) : words;
  const told = `${common ? "" : words}${now.says && `${now.says}。`}`;
  return `${told}现在不能这样办了。${now.bare ? "" : "您填的还在，要用的请先复制，"}按 Esc 关上。`;
}

function saidOpen({ says, bare }: Now): string {
  return `${says || "刚刚有人先改动了"}。页面已经换成最新的${bare ? "" : "，您填的还在"}，请核对以后再按一次。`;
}

/** What a row says of itself, or that it is gone from where it stood. */
export function nowOf<T>(row: T | undefined, open: (row: T) => boolean, says: (row: T) => string, gone: string): Now {
  return row === undefined ? { says: gone, open: false } : { says: says(row), open: open(row) };
}
