import assert from "node:assert/strict";
import { test } from "node:test";

import { fixedBy, given, proposed, type ToFill } from "../src/domain/fills.ts";

const AMOUNT = { field: { key: "monthly_amount", label: "每月发放金额（元）", type: "number" }, proposed: 100, note: "标准" } as unknown as ToFill;
const MONTH = { field: { key: "paid_from", label: "从哪个月起", type: "month" }, proposed: null, note: "" } as unknown as ToFill;

test("the boxes hold what the standard proposes", () => {
  assert.deepEqual(proposed([AMOUNT, MONTH]), { monthly_amount: "100", paid_from: "" });
});

test("numbers go as numbers, what is empty does not go, and what is no number goes as it was typed", () => {
  assert.deepEqual(given([AMOUNT, MONTH], { monthly_amount: " 90 ", paid_from: "" }), { monthly_amount: 90 });
  assert.deepEqual(given([AMOUNT], { monthly_amount: "八十" }), { monthly_amount: "八十" });
});

test("only deciding and doing a step fix anything", () => {
  assert.equal(fixedBy("grant", [AMOUNT]).length, 1);
  assert.equal(fixedBy("refuse", [AMOUNT]).length, 0);
});
