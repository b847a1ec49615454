/** What somebody has of an item already, before they begin anew: a draft of their own, another's for them, or a case on its way. */

import type { components } from "../../typings/api";
import { maskName } from "./masks";

type Row = Pick<components["schemas"]["CaseRow"], "id" | "agent_name" | "hold"> & { state: { state: string; label: string } };

const OVER = new Set(["refused", "granted", "closed", "not_accepted", "withdrawn", "aborted"]);

/** Handed in and not over. */
export function isUnderWay({ state }: { state: { state: string } }): boolean {
  return state.state !== "draft" && !OVER.has(state.state);
}

export interface Begun {
  /** Drafts that are simply taken up again. */
  own: string[];
  /** A draft somebody else filled in for the same person: whoever goes on with it is told whose it is. */
  others: { id: string; who: string } | null;
  /** What has been handed in and is not over. */
  under_way: { id: string; status: string } | null;
}

/** `principal`: for whom it is done, as the band names them; null for oneself. */
export function begun(rows: readonly Row[], principal: { name: string } | null): Begun {
  const whose = principal?.name ?? "您";
  const drafts = rows.filter((each) => each.state.state === "draft");
  const own = drafts.filter((each) => Boolean(each.agent_name) === (principal !== null) && !each.hold);
  const other = drafts.find((each) => !own.includes(each));
  const open = rows.find(isUnderWay);
  return {
    own: own.map((each) => each.id),
    others: other ? { id: other.id, who: other.agent_name ? `${maskName(other.agent_name)}替${whose}填的` : `${whose}自己填的` } : null,
    under_way: open ? { id: open.id, status: open.state.label } : null,
  };
}
