/** How a page loads: nothing for 200 ms, then a skeleton, then what it wanted or what went wrong. */

import { asProblem, type Problem } from "./problem";

/** `quiet`: too early to show anything. `anonymous`: only for whom we know by name. */
export type Phase = "quiet" | "loading" | "ready" | "empty" | "failed" | "anonymous";

export interface Loading {
  phase: Phase;
  failure: { title: string; detail: string; offline: boolean };
}

interface LoadingPage {
  data: Loading;
  setData(data: Partial<Loading>): void;
}

const SKELETON_AFTER = 200;
const latest = new WeakMap<object, symbol>();

/** What a page starts with. */
export function loading(): Loading {
  return { phase: "quiet", failure: { title: "", detail: "", offline: false } };
}

/**
 * Runs `work` and shows how it goes. Gives undefined where it failed, or where the page has begun to load something newer meanwhile.
 * `work` sets the page's own data; a page that is already showing something keeps showing it while it is refreshed.
 */
export async function load(page: LoadingPage, work: () => Promise<"ready" | "empty" | void>): Promise<void> {
  const mine = Symbol("load");
  latest.set(page, mine);
  const current = () => latest.get(page) === mine;
  const fresh = page.data.phase !== "ready" && page.data.phase !== "empty";
  if (fresh) page.setData({ phase: "quiet" });
  const timer = setTimeout(() => current() && fresh && page.setData({ phase: "loading" }), SKELETON_AFTER);
  try {
    const phase = (await work()) ?? "ready";
    if (current()) page.setData({ phase });
  } catch (failure) {
    const problem = asProblem(failure);
    if (current() && fresh) page.setData({ phase: problem.proofNeeded ? "anonymous" : "failed", failure: words(problem) });
  } finally {
    clearTimeout(timer);
  }
}

function words({ title, message, offline }: Problem): Loading["failure"] {
  return { title, detail: message, offline };
}
