/** Acts on a case, each once for a version of the page however often it is tapped or tried. */

import { asProblem, type Problem } from "./problem";
import { Acts, api } from "./request";
import type { Case } from "./filling";

type Plain = "/api/v1/cases/{id}/urge";

export class CaseActs {
  private readonly acts = new Acts();

  /** What the case is after it. `action`: the last part of its address, as the server names it. Throws a Problem. */
  async take(found: Pick<Case, "id" | "version">, action: string, body: object = {}): Promise<Case> {
    const path = `/api/v1/cases/{id}/${action}` as Plain;
    return api.post(path, { path: { id: found.id }, body: { version: found.version, ...body }, act: this.acts.of(found.id, action, found.version, body) });
  }
}

/** Tells why something was not done. Where a proof of the living person is asked, leads there; whether it did. */
export async function explain(failure: unknown, purpose: string): Promise<Problem> {
  const problem = asProblem(failure);
  if (problem.proofNeeded) {
    await wx.navigateTo({ url: `/packages/identity/prove/prove?purpose=${encodeURIComponent(purpose.slice(0, 40))}` });
    return problem;
  }
  const faults = [...new Set(Object.values(problem.errors))];
  await wx.showModal({ title: problem.title, content: faults.length ? faults.join("\n") : problem.message, showCancel: false, confirmText: "知道了" });
  return problem;
}
