/** What is wrong with a case, noted piece by piece, until all of it is told at once. */

export interface Defect {
  target: { material: string } | { field: string };
  name: string;
  reason: string;
  advice: string;
}

/** Acts by which what was noted would be lost without a word: the case goes on, stands still or goes back to the others. */
const LOSING: readonly string[] = ["pre-approve", "accept", "complete-step", "grant", "pause", "release"];

/** Why an act is not taken while something is noted; empty where it may be. `returning`: what telling it is called. */
export function heldBy(count: number, returning: string | undefined, action: string): string {
  if (!count || returning === undefined || !LOSING.includes(action)) return "";
  return `记下了 ${count} 处问题，要么${returning}，要么先点「不退回了」。`;
}

/** One note a thing: noted again, the later words hold. */
export function withNote(defects: readonly Defect[], defect: Defect): Defect[] {
  return [...defects.filter((each) => JSON.stringify(each.target) !== JSON.stringify(defect.target)), defect];
}

export function without(defects: readonly Defect[], name: string): Defect[] {
  return defects.filter((each) => !Object.values(each.target).includes(name));
}

/** The kinds of fault there are to choose from: what is there is not missing (the server refuses it, too). */
export function reasonsFor<T extends { code: string }>(classes: readonly T[], there: boolean): T[] {
  return classes.filter((each) => !there || each.code !== "missing");
}
