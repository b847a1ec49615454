/** Who stands in for whom (AB角): what is said of it, and what may be chosen. */

import type { components } from "../../typings/api";
import { lastDay, moment } from "./dates";

export type StandIn = components["schemas"]["StandInView"];
export type Post = components["schemas"]["PostView"];
export type StoodFor = components["schemas"]["StoodForView"];
export type Deed = "leave" | "return" | "end";

export const DEEDS: Record<Deed, { title: string; told: string }> = {
  leave: { title: "登记不在岗", told: "这几天由B角代办。现在手里的办件马上退回待领，B角能看到；本人在登记返岗以前不能办理业务。" },
  return: { title: "登记返岗", told: "从现在起由本人办理，B角不再代办。还没有开始的日子一并取消。" },
  end: { title: "结束AB角", told: "从现在起没有人代办这个岗位。B角手里替A角领的办件退回待领。" },
};

/** How a post stands now. */
export function standing(of: StandIn, now: Date): string {
  if (!of.live) return `已结束：${of.ended_for}`;
  if (of.away_until) return `不在岗，由B角代办，到 ${lastDay(of.away_until, now)}`;
  return of.away_from ? `在岗，${moment(of.away_from, now)} 起由B角代办` : "在岗";
}

/** 「您正在代 吴敏仪（审批员）办理，到 11月25日 周三。」 */
export function told(of: StoodFor, roleName: (role: string) => string, now: Date): string {
  return `您正在代 ${of.name}（${of.roles.map(roleName).join("、")}）办理，到 ${lastDay(of.until, now)}。`;
}

/** The posts somebody may be chosen for, and who fits the one that is chosen. */
export function deputiesOf(posts: readonly Post[], holder: string): Post[] {
  const fit = posts.find((each) => each.id === holder)?.deputies ?? [];
  return posts.filter((each) => fit.includes(each.id));
}

export function holders(posts: readonly Post[]): Post[] {
  return posts.filter((each) => each.deputies.length > 0);
}

/** Why these days cannot be sent; empty where they can. */
export function faultOf(first: string, last: string, reason: string): string {
  if (!first || !last) return "请选第一天和最后一天。";
  if (last < first) return "最后一天不能早于第一天。";
  return reason.trim() ? "" : "请写明原因，例如：休年假。";
}
