/** What became of what was told to be mended the last time. */

import type { components } from "../../typings/api";

type Case = Pick<components["schemas"]["CaseForStaff"], "returns" | "submissions">;

export type Mended = "已改" | "没有改";

/** By what was asked for (`form/…`, `materials/…`): whether the handing-in that answered the latest slips changed it. Nothing while a slip
 * waits for its answer, and nothing where none was ever sent. */
export function mendedOf({ returns, submissions }: Case): Map<string, Mended> {
  const last = returns.at(-1)?.answered_at;
  const answer = submissions.find((each) => each.at === last);
  if (!last || !answer || returns.some((each) => !each.answered_at)) return new Map();
  const kept = new Set(answer.untouched);
  const asked = returns.filter((each) => each.answered_at === last).flatMap((each) => each.defects.map(({ target }) => target));
  return new Map(asked.map((target) => [target, kept.has(target) ? "没有改" : "已改"]));
}
