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

/** Where a note is written, and what the server calls it. */
export function placeOf({ target }: Defect): string {
  return "material" in target ? `materials/${target.material}` : `form/${target.field}`;
}

/** Why what was to be told was refused, each by the name of the thing it is about; empty where it is about none of them. */
export function refusedOf(errors: readonly { pointer?: string; detail?: string }[], defects: readonly Defect[]): string {
  const about = ({ pointer = "" }) => defects[Number(/^\/defects\/(\d+)/.exec(pointer)?.[1] ?? NaN)];
  if (!errors.some(about)) return "";
  return errors.map((each) => {
    const [detail, name] = [each.detail ?? "", about(each)?.name ?? ""];
    return name && !detail.includes(name) ? `「${name}」：${detail}` : detail;
  }).join("");
}

/** One note a thing: noted again, the later words hold, in its place. */
export function withNote(defects: readonly Defect[], defect: Defect): Defect[] {
  const at = defects.findIndex((each) => placeOf(each) === placeOf(defect));
  return at < 0 ? [...defects, defect] : defects.with(at, defect);
}

export function without(defects: readonly Defect[], name: string): Defect[] {
  return defects.filter((each) => !Object.values(each.target).includes(name));
}
