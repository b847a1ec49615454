/**
 * For whom one acts: for oneself, or for somebody whose grant one holds. Chosen by a person, the same on every page, and forgotten
 * when the mini-program is closed. `request` and `files` put the grant on whatever may be done under it (`may-act`).
 */

import { MAY_ACT } from "./may-act";

export interface Acting {
  grant: string;
  /** Of the principal, masked. */
  name: string;
  /** Codes of the items that may be done; null where it is every one that allows it (guardians). */
  items: string[] | null;
  /** Why the grant holds no more, where the server said so; else empty. */
  over: string;
}

type Listener = (acting: Acting | null) => void;

const listeners = new Set<Listener>();
let current: Acting | null = null;

/** For whom one acts now; null for oneself. */
export function acting(): Acting | null {
  return current;
}

/** Whose matters one sees now, in words. */
export function whose(): string {
  return current?.name ?? "您";
}

export function actFor(grant: Omit<Acting, "over">): void {
  set({ ...grant, over: "" });
}

/** Back to oneself. */
export function actForSelf(): void {
  if (current) set(null);
}

/** The server says that this grant holds no more: it is told on the page, until somebody goes back to themselves. */
export function grantOver(grant: string, why: string): void {
  if (current?.grant === grant && current.over !== why) set({ ...current, over: why });
}

/** Whether one may do this item as one acts now. */
export function covers(item: string): boolean {
  return !current?.items || current.items.includes(item);
}

/** Tells of changes until the function it gives back is called. */
export function watchActing(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The grant under which a request goes; empty for oneself, and where a request is about oneself whatever else one does. */
export function grantFor(method: string, path: string): string {
  return current && allowed(method.toUpperCase(), path) ? current.grant : "";
}

function set(next: Acting | null): void {
  current = next;
  for (const listener of listeners) listener(current);
}

const PATTERNS = MAY_ACT.map((each) => {
  const [method, template] = each.split(" ") as [string, string];
  return { method, path: new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`) };
});

function allowed(method: string, path: string): boolean {
  const bare = path.split("?")[0]!;
  return PATTERNS.some((each) => each.method === method && each.path.test(bare));
}
