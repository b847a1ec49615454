/** What is set about a colleague, and what of it cannot be. */

import type { components } from "../../typings/api";

export type Member = components["schemas"]["StaffView"];
export type Role = Member["roles"][number];

export interface Place {
  roles: Role[];
  department: string;
  hall: string;
  town: string;
}

/** Who works on a department's matters: without one they find nothing. */
const OF_A_DEPARTMENT: readonly Role[] = ["chief_representative", "reviewer", "pre_reviewer"];
const SEPARATE: readonly Role[] = ["system_admin", "security_admin", "auditor"];

/** Why these roles cannot be given together; empty where they can. */
export function faultOf(place: Place): string {
  if (!place.roles.length) return "请至少选一个角色。";
  if (place.roles.filter((role) => SEPARATE.includes(role)).length > 1) return "系统、安全、审计三种管理员必须由不同的人担任，请只选一种。";
  if (!place.department && place.roles.some((role) => OF_A_DEPARTMENT.includes(role))) return "预审员、审批员和首席代表要属于一个部门，请选部门。";
  return "";
}

export const NO_PLACE: Readonly<Place> = { roles: [], department: "", hall: "", town: "" };

export function placeOf(member: Member): Place {
  return { roles: [...member.roles], department: member.department ?? "", hall: member.hall ?? "", town: member.town ?? "" };
}

/** As the product takes it: what is not chosen is nothing. */
export function bodyOf(place: Place): { roles: Role[]; department: string | null; hall: string | null; town: string | null } {
  return { roles: place.roles, department: place.department || null, hall: place.hall || null, town: place.town || null };
}

/** Whether what is set about somebody of these roles needs a second administrator (`guarded` of the server's words). */
export function isGuarded(roles: readonly Role[], guarded: readonly Role[]): boolean {
  return roles.some((role) => guarded.includes(role));
}

/** The departments whose cases somebody of `own` may come across: of a district its own, of the city all. `districts`: as the server says. */
export function departmentsWithin<T extends { code: string }>(departments: readonly T[], districts: Readonly<Record<string, string>>, own: string | null | undefined): T[] {
  const district = districts[own ?? ""];
  return departments.filter((each) => district === undefined || districts[each.code] === district);
}
