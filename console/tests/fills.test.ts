import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, fixedBy, given, proposed, toggled, wantedFor, type ToFill } from "../src/domain/fills.ts";

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

test("several of one field's options go as a list, each once", () => {
  const several = { field: { key: "rated", label: "残疾类别", type: "multi" }, proposed: null, note: "" } as unknown as ToFill;
  const typed = toggled(toggled(toggled("", "limb"), "hearing"), "limb");
  assert.deepEqual(chosen(toggled(typed, "limb")), ["hearing", "limb"]);
  assert.deepEqual(given([several], { rated: typed }), { rated: ["hearing"] });
  assert.deepEqual(given([several], { rated: "" }), {});
});

test("a look that failed fixes nothing", () => {
  assert.equal(wantedFor([AMOUNT], "fails").length, 0);
  assert.equal(wantedFor([AMOUNT], "passes").length, 1);
});
