/** Who handles a case, whom its applicant asked to be out of it (回避), and what is asked of whoever asks. */

import type { components } from "../../typings/api";
import type { Field } from "./answers";
import type { Tone } from "./cases";
import { sayMoment } from "./dates";

type Case = Pick<components["schemas"]["CaseView"], "hands" | "recusal_requests" | "parts" | "actions">;
type Request = Case["recusal_requests"][number];

export interface HandsPage {
  hands: { name: string; did: string }[];
  requests: { title: string; status: string; tone: Tone; notes: string[] }[];
  /** A bundle's departments, each with its own people. */
  parts: { case: string; name: string; status: string }[];
  /** Whether the case goes through several departments. */
  several: boolean;
  mayAsk: boolean;
  who: Field;
}

/** The choice for somebody who is not on the list. */
export const ANOTHER = "another";
const ASK = "ask-recusal";

/** The line of the case's page that leads to who handles it; nothing before anybody does and where nothing may be asked. */
export function handsLine(found: Case): { note: string; status: string } | null {
  const open = found.recusal_requests.some((each) => each.granted === null);
  const now = found.hands.filter((each) => each.did.includes("正在办")).map((each) => each.name);
  const note = now.length ? `${now.join("、")}正在办` : found.hands.map((each) => each.name).join("、");
  const shown = note || found.recusal_requests.length || mayAsk(found) || found.parts.some((each) => each.case);
  return shown ? { note, status: open ? "等回避答复" : "" } : null;
}

export function handsPage(found: Case, now: string): HandsPage {
  const options = [...found.hands.map(({ name }) => ({ value: name, label: name, help: "" })), { value: ANOTHER, label: "别的工作人员", help: "" }];
  return {
    hands: found.hands.map(({ name, did }) => ({ name, did: did.join("、") })),
    requests: found.recusal_requests.map((each) => requestOf(each, now)),
    parts: found.parts.flatMap((each) => (each.case ? [{ case: each.case, name: each.name, status: each.status.label }] : [])),
    several: found.parts.length > 0,
    mayAsk: mayAsk(found),
    who: { key: "who", type: "choice", label: "想请谁回避", options } as Field,
  };
}

/** At most one request is open; the server refuses another. */
function mayAsk({ actions, recusal_requests: requests }: Case): boolean {
  return actions.some((each) => each.action === ASK) && requests.every((each) => each.granted !== null);
}

function requestOf({ who, reason, at, granted, answer, decided_at }: Request, now: string): HandsPage["requests"][number] {
  const status = granted === null ? "等部门负责人决定" : granted ? "同意回避" : "没有同意";
  const tone = granted === null ? "waiting" : granted ? "done" : "refused";
  const told = decided_at ? [`答复：${answer}`, `${sayMoment(decided_at, now)}答复`] : [];
  return { title: `请${who}回避`, status, tone, notes: [`您说的：${reason}`, `${sayMoment(at, now)}提出`, ...told] };
}

/** What is missing before it can be asked, by question. */
export function askFaults({ who, name, reason }: { who: string; name: string; reason: string }): Record<string, string> {
  const faults: [string, string | false][] = [
    ["who", !who && "请选一个人"],
    ["name", who === ANOTHER && !name.trim() && "请写这个人的姓名"],
    ["reason", !reason.trim() && "请写明您和这个人是什么关系、为什么可能办不公正"],
  ];
  return Object.fromEntries(faults.filter((each): each is [string, string] => Boolean(each[1])));
}
