/** How a material stands, in a word, for whoever looks through the papers. */

import type { components } from "../../typings/api";

export type Material = components["schemas"]["CaseMaterialView"];

type Obligation = components["schemas"]["ObligationView"];

export interface Standing {
  words: string;
  look: "done" | "waiting" | "overdue" | "quiet";
}

export function isHandedIn(material: Material): boolean {
  return material.files.length > 0 || material.licence !== null;
}

/** The materials that were promised later, have come, and wait for a look; the rest of what is owed is still to come. */
export function cameLater({ materials, obligations }: { materials: Material[]; obligations: Obligation[] }): Material[] {
  const owed = new Map(obligations.filter((each) => each.kind.code === "debt" && each.open).map((each) => [each.key, each]));
  return materials.filter((each) => owed.has(each.key) && isHandedIn(each) && (owed.get(each.key)!.handed_at !== null || !each.verdict));
}

/** `noted`: it is going to be returned. */
export function standing(material: Material, noted: boolean): Standing {
  if (noted) return { words: "准备退回", look: "waiting" };
  if (material.verdict) return judged(material.verdict);
  if (material.exempt) return { words: "免交", look: "done" };
  if (material.committed) return { words: "已作承诺", look: "done" };
  if (isHandedIn(material)) return { words: "还没看", look: "waiting" };
  return { words: material.need.code === "required" ? "没有交" : "没有交（可以不交）", look: "quiet" };
}

function judged(verdict: NonNullable<Material["verdict"]>): Standing {
  return verdict.passed ? { words: "通过", look: "done" } : { words: `退回：${verdict.reason?.label ?? ""}`, look: "overdue" };
}
