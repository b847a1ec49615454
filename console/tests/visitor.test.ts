import assert from "node:assert/strict";
import { test } from "node:test";

import { isTicket, itemsOf, lacksOfVisitor, meantBy, narrowed, numbered, placed, unknownSaid, visitorBody, type Visitor } from "../src/domain/visitor.ts";

const CARD = "99010119480312002x";
const served = (item: string, bookable = true) => ({ item, name: item, bookable });
const hall = { hall: "luoxi", hall_name: "罗溪", at: "2026-11-24T10:00:00+08:00", closed: [], closed_until: null, to_confirm: [], waiting: 0, stranded: 0, paper: [], today: "2026-11-24", items: [{ id: "1", name: "1号", closed: false, waiting: 0, next: null, serves: [served("a"), served("b", false)] }, { id: "2", name: "2号", closed: false, waiting: 0, next: null, serves: [served("a")] }] };
const visitor = (change: Partial<Visitor>): Visitor => ({ name: "李强", kind: "resident_card", number: "", phone: "", items: ["a"], urgent: "", start: "", ...change });

test("each item stands once, and what nobody can book is only for now", () => {
  assert.deepEqual(itemsOf(hall, false).map((each) => each.item), ["a", "b"]);
  assert.deepEqual(itemsOf(hall, true).map((each) => each.item), ["a"]);
});

test("a name is enough for a number; a time wants somebody who can be told", () => {
  assert.equal(lacksOfVisitor(visitor({}), false, false, "luoxi"), "");
  assert.match(lacksOfVisitor(visitor({ start: "x" }), true, false, "luoxi"), /至少一项/);
  assert.match(lacksOfVisitor(visitor({ phone: "16900000001" }), true, false, "luoxi"), /时间/);
  assert.match(lacksOfVisitor(visitor({}), false, true, "luoxi"), /优先的原因/);
  assert.match(lacksOfVisitor(visitor({ number: "123" }), false, false, "luoxi"), /18 位/);
  assert.match(lacksOfVisitor(visitor({ items: [] }), false, false, "luoxi"), /办什么/);
});

test("a caller is asked first what for, then where, when and who", () => {
  const nothing = visitor({ name: "", items: [] });
  assert.match(lacksOfVisitor(nothing, true, false, ""), /办什么/);
  assert.match(lacksOfVisitor({ ...nothing, items: ["a"] }, true, false, ""), /哪个大厅/);
  assert.match(lacksOfVisitor({ ...nothing, items: ["a"] }, true, false, "luoxi"), /时间/);
  assert.match(lacksOfVisitor({ ...nothing, items: ["a"], start: "x" }, true, false, "luoxi"), /姓名/);
});

test("what is looked for is found by its name or by what people call it, and what is chosen stays", () => {
  const items = [{ item: "ssc-apply", name: "社会保障卡申领" }, { item: "longevity", name: "长寿保健金" }, { item: "ss-proof", name: "参保证明" }];
  assert.equal(narrowed(items, " ", [], []).length, 3);
  assert.deepEqual(narrowed(items, "保障卡", [], []).map((each) => each.item), ["ssc-apply"]);
  assert.deepEqual(narrowed(items, "老人钱", ["longevity"], ["ss-proof"]).map((each) => each.item), ["longevity", "ss-proof"]);
  assert.deepEqual(narrowed(items, "没有", [], []), []);
});

test("a number alone means one of the first nine; what a reader types means none", () => {
  const items = ["a", "b", "c"];
  assert.deepEqual([" 2", "3", "4", "0", "22", CARD, "", "b"].map((each) => numbered(items, each)), ["b", "c", undefined, undefined, undefined, undefined, undefined, undefined]);
});

test("what was typed means a number, then a name, then what words stand for, and nothing chosen already", () => {
  const items = [served("社保缴费"), served("社会保障卡申领")];
  assert.deepEqual(["2", "保障卡", "老人钱", ""].map((each) => meantBy(items, each, [])?.name), ["社会保障卡申领", "社会保障卡申领", "社保缴费", undefined]);
  assert.equal(meantBy(items, "保障卡", ["社会保障卡申领"])?.name, "社保缴费");
});

test("what is sent holds what was told and nothing else", () => {
  assert.deepEqual(visitorBody(visitor({ number: CARD, urgent: "x" }), "luoxi", false, false), {
    caller: { name: "李强", document_type: "resident_card", id_number: CARD.toUpperCase() },
    items: ["a"],
    hall: "luoxi",
  });
});

test("any document will do, and each keeps its own kind", () => {
  const passport = visitor({ kind: "passport", number: "pa9901029" });
  assert.equal(lacksOfVisitor(passport, false, false, "luoxi"), "");
  assert.deepEqual(visitorBody(passport, "luoxi", false, false).caller, { name: "李强", document_type: "passport", id_number: "PA9901029" });
  assert.equal(placed(visitor({ number: "819901198710100024" })).kind, "hkmt_residence");
  assert.equal(placed(visitor({ number: "M99012510" })).kind, "hk_macau_permit");
  assert.equal(placed(passport).kind, "passport");
});

test("a card read into the name is no name", () => {
  const read = placed(visitor({ name: CARD }));
  assert.deepEqual([read.name, read.number, read.kind], ["", CARD, "resident_card"]);
  assert.deepEqual(placed(visitor({ name: "O'CONNOR JEAN-PIERRE" })).name, "O'CONNOR JEAN-PIERRE");
  assert.match(lacksOfVisitor(visitor({ name: CARD, number: CARD }), false, false, "luoxi"), /姓名里不能有数字/);
});

test("whom nobody expects is named, a number that was read is not", () => {
  assert.doesNotMatch(unknownSaid(CARD), /9901/);
  assert.match(unknownSaid("王芳"), /「王芳」/);
});

test("a number of the day", () => {
  assert.ok(isTicket("b012"));
  assert.ok(!isTicket("ABCD2345"));
});

test("a number typed in full-width figures is one of 18", () => {
  const typed = { ...visitor({ name: "王桂芳", items: ["a"] }), number: "９９０１０１19480312002ｘ\u200b" };
  assert.equal(lacksOfVisitor(typed, false, false, "luoxi"), "");
  assert.equal(visitorBody(typed, "luoxi", false, false).caller.id_number, "99010119480312002X");
});
