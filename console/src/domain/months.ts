/** Months as `2026-11`, in the district's time. */

const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/;

/** The month a moment lies in. */
export function monthOf(at: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit" }).format(at);
}

export interface Period {
  from: string;
  to: string;
}

/** The first day of a month and of the one after it; nothing for what is no month. */
export function bounds(month: string): Period | null {
  const found = MONTH.exec(month);
  if (!found) return null;
  const [year, number] = [Number(found[1]), Number(found[2])];
  const after = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  return { from: `${month}-01`, to: `${after}-01` };
}
