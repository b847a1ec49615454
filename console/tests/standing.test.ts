import assert from "node:assert/strict";
import { test } from "node:test";

import { documentOf, lacksOf, mayRevoke, nobody, paperOf, wordsOfGrant, type Grant } from "../src/domain/standing.ts";

const CARD = { ...nobody(), number: " 99010119440308002x ", name: " 王桂芳 " };

test("full-width figures, blanks and marks nobody sees are read as what they mean", () => {
  const typed = { ...CARD, number: "\u200e９９０１０１ 1944 0308 002ｘ\ufeff" };
  assert.equal(lacksOf(typed), "");
  assert.equal(documentOf(typed).id_number, "99010119440308002X");
  assert.match(lacksOf({ ...CARD, number: "９９０１０１" }), /应为 18 位/);
});

test("a document is sent as it is read, the letter in capitals, and another one only where it was looked at", () => {
  assert.deepEqual(documentOf(CARD), { document_type: "resident_card", id_number: "99010119440308002X", name: "王桂芳" });
  assert.equal(documentOf({ ...CARD, other: " 户口簿 " }).shown, "户口簿");
});

test("what is missing is said in the order it is read", () => {
  assert.match(lacksOf(nobody()), /刷卡/);
  assert.match(lacksOf({ ...CARD, number: "123" }), /18 位/);
  assert.match(lacksOf({ ...CARD, name: " " }), /姓名/);
  assert.equal(lacksOf(CARD), "");
  assert.equal(lacksOf({ ...CARD, type: "passport", number: "E1234567" }), "");
});

test("the number of a slip and what is said to collect a result are no document", () => {
  assert.equal(paperOf({ ...nobody(), number: "99010120261123000001" }), "bill");
  assert.equal(paperOf({ ...nobody(), number: "h7k2m9" }), "pickup");
  assert.equal(paperOf(CARD), null);
  assert.equal(paperOf({ ...nobody(), type: "passport", number: "E12345" }), null);
});

test("what is granted is read out with names, items, powers and the last day", () => {
  const said = wordsOfGrant({ principal: "王桂芳", agent: "李敏", items: ["高龄津贴", "社保卡"], powers: ["申请", "领取"], until: "2026-12-31", once: true });
  assert.match(said, /王桂芳，您同意由李敏替您办：高龄津贴、社保卡。可以代您：申请、领取。到12月31日 周四为止，只能办一次。/);
  assert.match(wordsOfGrant({ principal: "王桂芳", agent: "", items: [], powers: [], until: "", once: false }), /还没有填代办人.*还没有选事项.*还没有选/);
});

test("only the principal takes a grant back at a counter", () => {
  const grant = { you: "principal", actions: ["revoke"] } as Grant;
  assert.equal(mayRevoke(grant), true);
  assert.equal(mayRevoke({ ...grant, you: "agent" }), false);
  assert.equal(mayRevoke({ ...grant, actions: [] }), false);
});
