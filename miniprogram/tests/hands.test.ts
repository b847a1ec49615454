/** Who handles a case, and asking that somebody be out of it. */

import assert from "node:assert/strict";
import test from "node:test";

import { ANOTHER, askFaults, handsLine, handsPage } from "../src/domain/hands";

type Found = Parameters<typeof handsLine>[0];
const NOW = "2026-11-24T10:00:00+08:00";
const FOUND: Found = { hands: [], recusal_requests: [], parts: [], actions: [] };
const HANDS = [{ name: "黄丽娟", did: ["正在办", "收件"] }, { name: "吴敏仪", did: ["照片审核"] }];
const MAY = [{ action: "ask-recusal", label: "申请回避" }] as Found["actions"];
const asked = { who: "黄丽娟", reason: "她是我前房东", at: "2026-11-23T10:00:00+08:00", granted: null, answer: "", decided_at: null };
const refused = { ...asked, granted: false, answer: "经核实没有租过房", decided_at: "2026-11-24T09:00:00+08:00" };

test("the line names who has it in hand, else who had", () => {
  assert.deepEqual(handsLine({ ...FOUND, hands: HANDS }), { note: "黄丽娟正在办", status: "" });
  assert.deepEqual(handsLine({ ...FOUND, hands: [HANDS[1]!] }), { note: "吴敏仪", status: "" });
  assert.equal(handsLine(FOUND), null);
  assert.deepEqual(handsLine({ ...FOUND, actions: MAY }), { note: "", status: "" });
  assert.equal(handsLine({ ...FOUND, recusal_requests: [asked] })!.status, "等回避答复");
});

test("one request is open at a time, and what was answered stands with its reason", () => {
  assert.equal(handsPage({ ...FOUND, actions: MAY, recusal_requests: [asked] }, NOW).mayAsk, false);
  const page = handsPage({ ...FOUND, actions: MAY, hands: HANDS, recusal_requests: [refused] }, NOW);
  assert.equal(page.mayAsk, true);
  assert.deepEqual([page.requests[0]!.status, page.requests[0]!.tone], ["没有同意", "refused"]);
  assert.ok(page.requests[0]!.notes.includes("答复：经核实没有租过房"));
  assert.deepEqual(page.who.options!.map((each) => each.value), ["黄丽娟", "吴敏仪", ANOTHER]);
});

test("a bundle leads to each department that has begun", () => {
  const part = { key: "tax", name: "税务登记", status: { code: "open", label: "办理中" } } as unknown as Found["parts"][number];
  const page = handsPage({ ...FOUND, parts: [{ ...part, case: "case_2" }, { ...part, key: "seal", case: null }] }, NOW);
  assert.deepEqual([page.several, page.parts], [true, [{ case: "case_2", name: "税务登记", status: "办理中" }]]);
});

test("whom and why are asked before it is sent", () => {
  assert.deepEqual(Object.keys(askFaults({ who: "", name: "", reason: " " })), ["who", "reason"]);
  assert.deepEqual(Object.keys(askFaults({ who: ANOTHER, name: " ", reason: "亲属" })), ["name"]);
  assert.deepEqual(askFaults({ who: "黄丽娟", name: "", reason: "亲属" }), {});
});
