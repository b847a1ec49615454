import assert from "node:assert/strict";
import { test } from "node:test";

import { correctedOf, numberTyped } from "../src/domain/certificates.ts";

const fields = [
  { key: "lease_to", label: "租期到", kind: "date", value: "2027-11-30" },
  { key: "rent", label: "租金", kind: "number", value: 1800 },
  { key: "note", label: "备注", kind: "text", value: null },
];

test("only what was changed is sent, numbers as numbers", () => {
  assert.deepEqual(correctedOf(fields, { lease_to: "2027-11-30", rent: "1800", note: "" }), {});
  assert.deepEqual(correctedOf(fields, { lease_to: "2027-12-31", rent: "1850.5", note: " 有 " }), { lease_to: "2027-12-31", rent: 1850.5, note: "有" });
});

test("a number is taken whole however it is written, or by the digits it ends with", () => {
  const whole = { number: "云亲证字〔2026〕第000001号", ending: "" };
  for (const text of ["云亲证字〔2026〕第000001号", "云亲证字[2026]第1号", " 云亲证字（2026）000001 "]) assert.deepEqual(numberTyped(text), whole);
  for (const [text, ending] of [["000001", "000001"], ["1号", "1"], ["第 12 号", "12"]] as const) assert.deepEqual(numberTyped(text), { number: "", ending });
  for (const text of ["", "不存在12", "云亲证字"]) assert.deepEqual(numberTyped(text), { number: "", ending: "" });
  assert.deepEqual(numberTyped("没有这个号码的证明"), { number: "没有这个号码的证明", ending: "" });
});
