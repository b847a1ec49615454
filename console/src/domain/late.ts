/** What was taken in on paper while the hall had no system: which number, when. */

export interface Late {
  outage: string;
  number: string;
  on: string;
  at: string;
}

/** What is still to be filled in, in words; empty where nothing is. */
export function wantingOf(late: Late): string {
  const lacks = [late.number ? "" : "纸上的编号", late.on && late.at ? "" : "收件时间"].filter(Boolean);
  return lacks.length ? `请填写：${lacks.join("、")}。` : "";
}

/** As the product takes it; a desk's clock is the district's. */
export function bodyOf(late: Late): { outage: string; number: string; at: string } {
  return { outage: late.outage, number: late.number, at: instantOf(late.on, late.at) };
}

/** As it stands in an address, so that a page loaded again knows it; nothing of a person is in it. */
export function queryOf(late: Late | null): Record<string, string> {
  return late ? { outage: late.outage, number: late.number, on: late.on, at: late.at } : {};
}

/** What an address keeps of it; null where nothing was taken in on paper. */
export function lateOf(query: Record<string, unknown>): Late | null {
  const said = (name: string): string => (typeof query[name] === "string" ? query[name] : "");
  if (!said("outage")) return null;
  const when = Number.isNaN(Date.parse(instantOf(said("on"), said("at") || "00:00"))) ? { on: "", at: "" } : { on: said("on"), at: said("at") };
  return { outage: said("outage"), number: said("number"), ...when };
}

/** What the next form of the same block begins with: its number and its time are its own. */
export function nextOf(late: Late): Late {
  return { ...late, number: "", at: "" };
}

/** A day and a time of the district. */
export function instantOf(on: string, at: string): string {
  return `${on}T${at}:00+08:00`;
}
