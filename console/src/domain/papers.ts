/** How a material stands, in a word, for whoever looks through the papers. */

import type { components } from "../../typings/api";
import { day } from "./dates.ts";

export type Material = components["schemas"]["CaseMaterialView"];

export type Obligation = components["schemas"]["ObligationView"];

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

/** Whether there is anything to see of it: a copy of a licence is shown only as long as the case and the authorisation last. */
export function isSeen(material: Material): boolean {
  return material.licence ? material.licence.open : material.files.length > 0;
}

/** The paper to begin with: the first nobody has looked at, else the first that is not in order, else the first that is there; none that
 * cannot be seen any more, while another can. */
export function firstToLook(materials: Material[]): Material | undefined {
  const there = materials.filter(materials.some(isSeen) ? isSeen : isHandedIn);
  return there.find((each) => !each.verdict) ?? there.find((each) => !each.verdict!.passed) ?? there[0] ?? materials[0];
}

/** `noted`: it is going to be returned. `owed`: what others still have to do for the case. `over`: nobody looks any more. */
export function standing(material: Material, noted: boolean, owed: Obligation[], over = false, now = new Date()): Standing {
  if (noted) return { words: "准备退回", look: "waiting" };
  if (material.verdict) return judged(material.verdict);
  return excused(material) ?? handedIn(material, over) ?? comesLater(material, owed, now) ?? absent(material);
}

/** A paper that is owed by a day, since it was promised or the case counted as accepted without it; or that was promised, before it is owed. */
function comesLater(material: Material, owed: Obligation[], now: Date): Standing | null {
  const debt = owed.find((each) => each.key === material.key && each.kind.code === "debt" && each.open);
  const promised = Boolean(material.later?.promised_at);
  if (!debt) return promised ? { words: "已承诺后补", look: "waiting" } : null;
  const word = promised ? "承诺后补" : "受理后补交";
  if (!debt.due) return { words: word, look: "waiting" };
  return debt.overdue ? { words: `${word}，过了${day(debt.due, now)}还没有交`, look: "overdue" } : { words: `${word}，${day(debt.due, now)}前`, look: "waiting" };
}

function handedIn(material: Material, over: boolean): Standing | null {
  if (!isHandedIn(material)) return null;
  return over ? { words: "没有看，办件已结束", look: "quiet" } : { words: "还没看", look: "waiting" };
}

function excused({ exempt, committed }: Material): Standing | null {
  if (!exempt && !committed) return null;
  return { words: exempt ? "免交" : "已作承诺", look: "done" };
}

function absent({ need }: Material): Standing {
  return { words: need.code === "required" ? "没有交" : "没有交（可以不交）", look: "quiet" };
}

function judged(verdict: NonNullable<Material["verdict"]>): Standing {
  return verdict.passed ? { words: "通过", look: "done" } : { words: `退回：${verdict.reason?.label ?? ""}`, look: "overdue" };
}
