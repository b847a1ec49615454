/** Figures as people read them. */

import type { components, paths } from "../../typings/api";
import { bounds } from "./months";

/** A number with its unit; where there was nothing to count, that. */
export function sayFigure({ value, unit }: { value: number | null; unit: string }): string {
  return value === null ? "没有可算的" : `${value} ${unit}`;
}

/** Whether nothing at all was counted. */
export function nothingIn(row: { figures: readonly { value: number | null }[] }): boolean {
  return row.figures.every((each) => !each.value);
}

type Asked = NonNullable<paths["/api/v1/staff/stats/cases"]["get"]["parameters"]["query"]>;
export type Scope = "" | "department" | "hall";

/** What somebody may narrow the figures to: those who oversee the district need not. */
export function scopesOf(staff: Pick<components["schemas"]["StaffView"], "roles" | "department" | "hall">): [Scope, string][] {
  const all: [Scope, string][] = [["", "全区"]];
  if (staff.roles.includes("chief_representative") && staff.department) all.push(["department", "本部门"]);
  if (staff.roles.includes("hall_manager") && staff.hall) all.push(["hall", "本大厅"]);
  return all;
}

/** Whether one may see the cases behind the numbers of a scope. */
export function looksBehind(roles: readonly string[], scope: Scope): boolean {
  return roles.includes("supervisor") || roles.includes("auditor") || scope !== "";
}

/** Whether one may see how the visits of halls went: a head of a department may not. */
export function seesWaits(roles: readonly string[]): boolean {
  return ["supervisor", "auditor", "hall_manager"].some((each) => roles.includes(each));
}

/** What the list behind a figure is asked for, from the address of its page. */
export function queryOf(figure: string, address: Record<string, unknown>): Asked {
  const text = (name: string) => (typeof address[name] === "string" ? (address[name] as string) : null);
  const period = bounds(text("month") ?? "") ?? { from: "", to: "" };
  return { ...period, figure, by: text("by") ?? "item", key: text("key"), department: text("department"), hall: text("hall") } as Asked;
}
