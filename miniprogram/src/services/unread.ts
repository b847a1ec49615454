/** How many messages have not been read, for the mark on the tab bar. Messages are one's own, whomever one acts for. */

import { me } from "./me";
import { api } from "./request";

type Listener = (words: string) => void;

const listeners = new Set<Listener>();
let current = "";

/** 3, or 20+; empty where there is none. */
export function unread(): string {
  return current;
}

/** Tells of changes until the function it gives back is called. */
export function watchUnread(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Counts anew, for whoever is known by name. Where it cannot be asked, the mark stays as it was. */
export async function countUnread(): Promise<void> {
  try {
    const { level } = await me();
    const { items, next } = level > 0 ? await api.get("/api/v1/notices", { query: { unread: true } }) : { items: [], next: null };
    const words = items.length ? `${items.length}${next ? "+" : ""}` : "";
    if (words === current) return;
    current = words;
    for (const listener of listeners) listener(words);
  } catch {
    return;
  }
}
