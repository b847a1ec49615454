/** Whoever phones about an appointment: what they are asked for, and what is said of what was done. */

import type { components } from "../../typings/api";

export type Booked = components["schemas"]["CallerAppointmentView"];
export type CallerAct = "reschedule" | "cancel" | "accept-proposal";
export type Hall = components["schemas"]["models__appointments__HallView"];

/** In the order of their buttons, each with its key. */
export const CALLER_ACTS: readonly (readonly [CallerAct, string, string])[] = [
  ["accept-proposal", "同意新时间", "Y"],
  ["reschedule", "改时间", "M"],
  ["cancel", "取消预约", "C"],
];
const CODE = /^[2-9A-HJKMNP-Za-hjkmnp-z]{8}$/;
const SHORTEST = 4;

/** What is to be asked before anything can be looked for; empty where it can. A booking code stands alone. */
export function lacksOfSought(sought: string, name: string): string {
  const said = sought.trim();
  if (said.length < SHORTEST) return "请填预约码、证件号码或手机号；记不全的，填后四位。";
  if (/\d/.test(name)) return "姓名里不能有数字；号码请填在左边。";
  return name.trim() || CODE.test(said) ? "" : "不是预约码的，请再问来电人的姓名。";
}

/** The halls where all of that can be booked; of whoever sits in one, that one. */
export function hallsFor(halls: readonly Hall[], items: readonly string[], own: string | null | undefined): Hall[] {
  return halls.filter((hall) => (!own || hall.id === own) && items.every((each) => hall.items.includes(each)));
}

/** What is said once it is done. */
export function doneSaid(act: CallerAct, after: Booked): string {
  if (act === "cancel") return `已取消：${after.name}，${after.when}。本人会收到通知。`;
  return `已改约：${after.name}，${after.when}，${after.hall_name}。预约码还是 ${after.code}，本人会收到通知。`;
}

/** The list with what came of an act in the place of what it was. */
export function replaced(list: readonly Booked[], was: string, after: Booked): Booked[] {
  return list.map((each) => (each.id === was ? after : each));
}
