/** Notices told by phone: which is next, and what may come of a call. */

import type { components } from "../../typings/api";

export type Call = components["schemas"]["NoticeCallView"];
export type Outcome = components["schemas"]["CallOutcome"];

/** In the order of their keys, `1` to `5`. */
export const OUTCOMES: readonly (readonly [Outcome, string, string])[] = [
  ["reached", "本人接到", "已告诉本人"],
  ["relative", "家人接到，会转告", "家人会转告"],
  ["later", "没人接，过后再打", "放回列表最后，过后再打"],
  ["no_answer", "多次没人接，不再打", "记为联系不上"],
  ["wrong_number", "号码不对", "记为号码不对"],
];

/** The call one has taken on; the server shows it in full. */
export function mineOf(calls: readonly Call[]): Call | undefined {
  return calls.find((each) => each.mine);
}

/** The next one nobody has. */
export function nextOf(calls: readonly Call[]): Call | undefined {
  return calls.find((each) => !each.caller);
}

/** What is said once the outcome stands. */
export function recorded(call: Call, outcome: Outcome): string {
  return `${call.name}：${OUTCOMES.find(([code]) => code === outcome)![2]}。`;
}
