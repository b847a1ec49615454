/** What waits for the roles that have no line of cases: agreeing, issuing, publishing, reviewing. Each with the page that lists it. */

export interface Look {
  key: string;
  label: string;
  unit: string;
  roles: readonly string[];
  to: { name: string; query?: Record<string, string>; params?: Record<string, string> };
}

export const LOOKS = [
  { key: "accounts", label: "账号改动等同意", unit: "项", roles: ["security_admin", "auditor"], to: { name: "people", query: { proposed: "1" } } },
  { key: "letters", label: "授权书等签发", unit: "份", roles: ["system_admin", "security_admin"], to: { name: "authorisations", query: { state: "proposed" } } },
  { key: "proposed", label: "事项草稿等我复核", unit: "份", roles: ["catalogue_editor"], to: { name: "catalogue", query: { drafts: "1" } } },
  { key: "returned", label: "退回修改的草稿", unit: "份", roles: ["catalogue_editor"], to: { name: "catalogue", query: { drafts: "1" } } },
  { key: "appeals", label: "督办牌申诉等复核", unit: "张", roles: ["supervisor"], to: { name: "cards", query: { state: "appealed" } } },
  { key: "destructions", label: "销毁清册等批准", unit: "份", roles: ["supervisor"], to: { name: "books", params: { part: "destructions" } } },
  { key: "promised", label: "超过承诺期限", unit: "件", roles: ["supervisor"], to: { name: "clocks", query: { kind: "promised" } } },
  { key: "statutory", label: "超过法定期限", unit: "件", roles: ["supervisor"], to: { name: "clocks", query: { kind: "statutory" } } },
] as const satisfies readonly Look[];

export type LookKey = (typeof LOOKS)[number]["key"];

/** What somebody of these roles is asked about. */
export function looksFor(roles: readonly string[]): (typeof LOOKS)[number][] {
  return LOOKS.filter((look) => look.roles.some((role) => roles.includes(role)));
}

/** How many: those of a first page that concern the viewer, where the list goes on at least so many. */
export interface Count {
  count: number;
  more: boolean;
}

/** Of a first page those that concern the viewer. Where every row of it does and there are more, the number is only the least. */
export function counted<T>(page: { items: readonly T[]; next?: string | null }, concerns: (row: T) => boolean): Count {
  const count = page.items.filter(concerns).length;
  return { count, more: Boolean(page.next) && count > 0 };
}

/** 「3 项」; 「100 项以上」 where there are more than were looked at. */
export function saidOf(look: Pick<Look, "unit">, { count, more }: Count): string {
  return `${count} ${look.unit}${more ? "以上" : ""}`;
}
