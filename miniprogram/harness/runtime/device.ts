/** The phone in the hand of whoever tests: what it answers, and what was asked of it. Tests reach it as `window.__device`. */

export type Answer = Record<string, unknown>;

export interface Call {
  name: string;
  options: unknown;
}

const KEPT = "device:";

export class Device {
  /** Calls of the mini-program to device functions, oldest first. */
  readonly calls: Call[] = [];
  /** What a device function answers next time and from then on; `{fail: "cancel"}` makes it fail with those words. */
  readonly answers: Record<string, Answer> = {};
  /** Bytes handed to `setData`, page by page and component by component: the largest single call. */
  readonly largestData: Record<string, number> = {};
  /** Taps since the start, as people count them. */
  taps = 0;
  brightness = 0.5;
  /** 1 is WeChat's standard font size. */
  fontScale = Number(localStorage.getItem(`${KEPT}fontScale`) ?? 1);

  /** Opens a page as the first one, without starting the mini-program anew. */
  opens: (url: string) => void = () => undefined;

  /** What WeChat's own menu would send to a chat from the page on top; nothing where the page cannot be sent. */
  forwards: () => object | null = () => null;

  constructor() {
    const given = new URLSearchParams(location.search).get("person");
    if (given) this.person = given;
    addEventListener("click", () => (this.taps += 1), true);
  }

  /** Which demo person holds the phone. */
  get person(): string {
    return localStorage.getItem(`${KEPT}person`) ?? "";
  }

  set person(name: string) {
    localStorage.setItem(`${KEPT}person`, name);
  }

  /** Whether the privacy agreement was agreed to; WeChat forgets it when the mini-program is removed. */
  get agreed(): boolean {
    return localStorage.getItem(`${KEPT}agreed`) === "yes";
  }

  set agreed(yes: boolean) {
    localStorage.setItem(`${KEPT}agreed`, yes ? "yes" : "");
  }

  /** Records a call, and gives the answer that was set or the one of a willing person. Throws what WeChat would. */
  ask(name: string, options: unknown, willing: Answer): Answer {
    this.calls.push({ name, options });
    const answer = this.answers[name] ?? willing;
    if (typeof answer["fail"] === "string") throw new Error(answer["fail"]);
    return answer;
  }

  noteData(path: string, data: unknown): void {
    const bytes = new TextEncoder().encode(JSON.stringify(data) ?? "").length;
    this.largestData[path] = Math.max(this.largestData[path] ?? 0, bytes);
  }
}

declare global {
  interface Window {
    __device: Device;
  }
}

export const device = (window.__device = new Device());
