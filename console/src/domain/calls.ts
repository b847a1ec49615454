/** Notices told by phone: which is next, and what may come of a call. */

import type { components } from "../../typings/api";

export type Call = components["schemas"]["NoticeCallView"];
export type Outcome = components["schemas"]["CallOutcome"];

/** What may come of a call, what its button says, and what is said once it stands. */
type OutcomeWords = readonly [outcome: Outcome, label: string, said: string];

const BY_PHONE: readonly OutcomeWords[] = [
  ["reached", "本人接到", "已告诉本人"],
  ["relative", "家人接到，会转告", "家人会转告"],
  ["later", "没人接，过后再打", "放回列表最后，过后再打"],
  ["no_answer", "多次没人接，不再打", "记为联系不上"],
  ["wrong_number", "号码不对", "记为号码不对"],
];

/** Of somebody without a number, whom only a visit reaches. */
const AT_DOOR: readonly OutcomeWords[] = [
  ["told_at_door", "上门告诉了本人", "已上门告诉本人"],
  ["relative", "告诉了家人，会转告", "家人会转告"],
  ["later", "没找到人，过后再去", "放回列表最后，过后再去"],
  ["no_answer", "多次找不到人，不再去", "记为联系不上"],
];
/** … where whoever has it sits at a telephone. */
const LEFT_TO_TOWN: readonly OutcomeWords[] = [["later", "放回去，等村居上门", "放回列表最后，等村居上门"]];

/** In the order of their keys, from `1` on. */
export function outcomesOf(call: Pick<Call, "phone" | "door">): readonly OutcomeWords[] {
  if (!call.phone) return call.door ? AT_DOOR : LEFT_TO_TOWN;
  return call.door ? [...BY_PHONE, AT_DOOR[0]!] : BY_PHONE;
}

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
  return `${call.name}：${outcomesOf(call).find(([code]) => code === outcome)![2]}。`;
}
