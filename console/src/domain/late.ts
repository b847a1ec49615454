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

/** A day and a time of the district. */
export function instantOf(on: string, at: string): string {
  return `${on}T${at}:00+08:00`;
}
