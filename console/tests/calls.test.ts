import assert from "node:assert/strict";
import { test } from "node:test";

import { mineOf, nextOf, outcomesOf, recorded, type Call } from "../src/domain/calls";

const CALL: Call = { id: "n1", name: "王*芳", phone: "169****0001", title: "授权结束", body: "", at: "2026-11-23T09:00:00+08:00", caller: "", claimed_at: null, mine: false, door: false, tries: 0, tried_at: null };

test("the next call is one nobody has; one's own is found again", () => {
  const taken = { ...CALL, id: "n0", caller: "高远" };
  const mine = { ...CALL, id: "n2", caller: "林小燕", mine: true, name: "王桂芳" };
  assert.equal(nextOf([taken, CALL, mine])?.id, "n1");
  assert.equal(mineOf([taken, CALL, mine])?.id, "n2");
  assert.equal(nextOf([taken, mine]), undefined);
});

test("what came of it is said", () => {
  assert.equal(recorded({ ...CALL, name: "王桂芳" }, "later"), "王桂芳：放回列表最后，过后再打。");
  assert.equal(recorded({ ...CALL, name: "王桂芳" }, "reached"), "王桂芳：已告诉本人。");
});

test("who has no number is told at the door by somebody of their town, and by nobody of the hotline", () => {
  const codes = (call: Partial<Call>): string[] => outcomesOf({ ...CALL, ...call }).map(([code]) => code);
  assert.deepEqual(codes({}), ["reached", "relative", "later", "no_answer", "wrong_number"]);
  assert.deepEqual(codes({ door: true }).at(-1), "told_at_door");
  assert.deepEqual(codes({ door: true, phone: "" }), ["told_at_door", "relative", "later", "no_answer"]);
  assert.deepEqual(codes({ phone: "" }), ["later"]);
  assert.equal(recorded({ ...CALL, phone: "", door: true, name: "刘守珍" }, "told_at_door"), "刘守珍：已上门告诉本人。");
});
