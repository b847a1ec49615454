import assert from "node:assert/strict";
import { test } from "node:test";

import type { Field } from "../../miniprogram/src/domain/answers.ts";
import { figuresOf, isChosen, isFigures, keysOf, maskedPart, saidOf, sayInPublic, toggled, valueOf } from "../src/kiosk/typing.ts";

function field(type: Field["type"], options: string[] = []): Field {
  return { key: "asked", label: "问的", type, options: options.map((value) => ({ value, label: `第${value}` })) } as unknown as Field;
}

test("a question is chosen, answered in figures, or in words; a box of several has the keys its number needs", () => {
  assert.deepEqual((["choice", "multi", "boolean", "date"] as const).map((each) => isChosen(field(each))), [true, true, true, false]);
  assert.deepEqual((["date", "month", "number", "phone", "text", "address"] as const).map((each) => isFigures(field(each))), [true, true, true, true, false, false]);
  assert.deepEqual(["name", "detail", "id_number", "uscc", "account", "phone"].map(keysOf), ["words", "words", "document", "capitals", "figures", "figures"]);
  assert.equal(maskedPart("phone", "16909900004"), "169****0004");
  assert.equal(maskedPart("id_number", "110101195001010071"), "1101**********0071");
});

test("figures are the answer, and say what is missing of a day", () => {
  assert.equal(valueOf(field("date"), "20261123"), "2026-11-23");
  assert.equal(valueOf(field("date"), "202611"), "2026-11");
  assert.equal(valueOf(field("month"), "202611"), "2026-11");
  assert.equal(valueOf(field("number"), "12.5"), 12.5);
  assert.equal(valueOf(field("number"), "1.2.3"), "1.2.3");
  assert.equal(valueOf(field("phone"), "06008100900"), "06008100900");
  assert.equal(saidOf(field("date"), "202611"), "2026年11月__日");
  assert.equal(saidOf(field("month"), ""), "____年__月");
  assert.equal(saidOf(field("number"), "12."), "12.");
});

test("what stands already is gone on with, but for a phone number", () => {
  assert.equal(figuresOf(field("date"), "2026-11-23"), "20261123");
  assert.equal(figuresOf(field("number"), 12.5), "12.5");
  assert.equal(figuresOf(field("phone"), "16909900004"), "");
  assert.equal(figuresOf(field("date"), undefined), "");
});

test("several are ticked in the order of the form, and unticked", () => {
  const asked = field("multi", ["a", "b", "c"]);
  assert.deepEqual(toggled(asked, ["c"], "a"), ["a", "c"]);
  assert.deepEqual(toggled(asked, ["a", "c"], "a"), ["c"]);
  assert.deepEqual(toggled(asked, undefined, "b"), ["b"]);
});

test("numbers are masked as everywhere: a phone number, one within an answer, an account", () => {
  assert.equal(sayInPublic(field("phone"), "16909900004"), "169****0004");
  assert.equal(sayInPublic(field("text"), "打16909900004"), "打169****0004");
  assert.equal(sayInPublic(field("bank_account"), { bank: "江州银行", account: "6222000000000001" }), "江州银行 6222********0001");
});
