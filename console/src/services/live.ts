/** What changes meanwhile, over server-sent events. The browser opens a broken line again by itself, and goes on where it was. */

/** Which case, appointment, closure of a hall, ask of a kiosk or waiting grant changed, and how it stands now; its content is read under the reader's own rights (`models/live.py`). */
export interface Change {
  kind: "case" | "appointment" | "closure" | "kiosk" | "grant";
  id: string;
  state: string;
  version: number;
  items: string[];
  desk: string | null;
  hall: string | null;
  by: "you" | "system" | "others";
}

/** Listens at an address that tells no more than that something changed; `onLine`: whether the line is open, each time that changes. */
export function listenAt(address: string, onChange: () => void, onLine: (open: boolean) => void): () => void {
  const line = new EventSource(address);
  line.addEventListener("open", () => onLine(true));
  line.addEventListener("error", () => onLine(false)); // the browser opens it again by itself, and says so above
  for (const kind of ["appointment", "closure", "reset"]) line.addEventListener(kind, onChange);
  return () => line.close();
}

interface Listener {
  onChange: (change: Change) => void;
  onReset: () => void;
}
/** One line for whoever listens in this window: the server lets a member of staff hold few. */
const listeners = new Set<Listener>();
let line: EventSource | null = null;
let whenRefused: () => void = () => undefined;

/** What to do where the server lets this window listen no more, as when the session has ended. */
export function onRefused(then: () => void): void {
  whenRefused = then;
}

/** Whoever listens hears again, where the line was refused before; what was missed meanwhile is loaded anew. */
export function mend(): void {
  if (line?.readyState !== EventSource.CLOSED) return;
  line = opened();
  listeners.forEach((each) => each.onReset());
}

function opened(): EventSource {
  const made = new EventSource("/api/v1/events");
  made.addEventListener("error", () => made.readyState === EventSource.CLOSED && whenRefused());
  for (const kind of ["case", "appointment", "closure", "kiosk", "grant"] as const) {
    made.addEventListener(kind, (event) => {
      const change = { ...(JSON.parse((event as MessageEvent<string>).data) as Change), kind };
      listeners.forEach((each) => each.onChange(change));
    });
  }
  made.addEventListener("reset", () => listeners.forEach((each) => each.onReset()));
  return made;
}

/** Listens until the returned function is called. `onReset`: too much was missed, load everything anew. */
export function listen(onChange: (change: Change) => void, onReset: () => void): () => void {
  const listener = { onChange, onReset };
  listeners.add(listener);
  if (!line || line.readyState === EventSource.CLOSED) line = opened(); // one the server refused does not open again by itself
  return () => {
    listeners.delete(listener);
    if (listeners.size) return;
    line?.close();
    line = null;
  };
}
