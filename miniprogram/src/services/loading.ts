/** How a page loads: nothing for 200 ms, then a skeleton, then what it wanted or what went wrong. */

import { acting } from "./acting";
import { asProblem, type Problem } from "./problem";

/** `quiet`: too early to show anything. `anonymous`: only for whom we know by name. */
export type Phase = "quiet" | "loading" | "ready" | "empty" | "failed" | "anonymous";

export interface Loading {
  phase: Phase;
  /** `gone`: there is no such thing, or it is not theirs; trying again does not help. */
  failure: { title: string; detail: string; offline: boolean; gone: boolean };
}

interface LoadingPage {
  data: Loading;
  setData(data: Partial<Loading>): void;
}

const SKELETON_AFTER = 200;
const latest = new WeakMap<object, symbol>();
/** For whom a page was loaded last: the grant, or nothing. */
const whose = new WeakMap<object, string>();

/** What a page starts with. */
export function loading(): Loading {
  return { phase: "quiet", failure: { title: "", detail: "", offline: false, gone: false } };
}

type Outcome = "ready" | "empty" | void;

/**
 * Runs `work` and shows how it goes; `work` sets the page's own data, or gives back how its answer is shown: that is done only where nothing newer
 * began to load meanwhile, so it is for every page on which one can ask for something else, or for somebody else, before the answer is there. A page that already shows something keeps showing it while it is
 * refreshed, unless one acts for somebody else since, or may do so no more: then nothing of it stays. Where the page began to load something newer meanwhile,
 * that alone counts.
 */
export async function load(page: LoadingPage, work: () => Promise<Outcome | (() => Outcome)>): Promise<void> {
  const mine = Symbol("load");
  latest.set(page, mine);
  const another = forAnother(page);
  const fresh = another || (page.data.phase !== "ready" && page.data.phase !== "empty");
  const show = (data: Partial<Loading>): void => {
    if (latest.get(page) === mine) page.setData(data);
  };
  if (fresh) show({ phase: "quiet" });
  const timer = setTimeout(() => fresh && show({ phase: "loading" }), SKELETON_AFTER);
  try {
    const found = await work();
    if (latest.get(page) === mine) page.setData({ phase: (typeof found === "function" ? found() : found) ?? "ready" });
  } catch (failure) {
    show(failed(asProblem(failure), fresh));
  } finally {
    clearTimeout(timer);
  }
}

/** What a page shows of a failure: nothing where it was only refreshed, unless it may not be seen any more. */
function failed(problem: Problem, fresh: boolean): Partial<Loading> {
  if (!fresh && !problem.grantOver) return {};
  return { phase: problem.proofNeeded ? "anonymous" : "failed", failure: words(problem) };
}

/** Whether one acts for somebody else than when the page was loaded last. */
function forAnother(page: object): boolean {
  const whom = acting()?.grant ?? "";
  const before = whose.get(page) ?? whom;
  whose.set(page, whom);
  return before !== whom;
}

/** Does a small thing on a page that is already there; where it fails, that is said in passing and the page stays as it was. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    void wx.showToast({ title: asProblem(failure).title, icon: "none" });
  }
}

function words({ title, message, offline, status }: Problem): Loading["failure"] {
  return { title, detail: message, offline, gone: status === 404 };
}
