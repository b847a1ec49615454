import assert from "node:assert/strict";
import { test } from "node:test";

import { lettersFound, lettersToTell, othersOf, waiting } from "../src/domain/decide.ts";

const NOW = new Date("2026-11-23T10:00:00+08:00");
const LETTER = { id: "a1", document_number: "云授〔2026〕1号", representative: "舒畅", deputy: "文一鸣", away: false, in_force: true, state: "issued", valid_until: "2027-06-30", awaiting: [], department: "culture" };
const told = (more: object) => lettersToTell([{ ...LETTER, ...more } as never], "culture", NOW).map((each) => [each.words, each.urgent]);

test("a letter that holds long is not told of", () => {
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ department: "health", valid_until: "2026-11-25" }), []);
});

test("one that ends within thirty days is, and in the last week urgently", () => {
  assert.deepEqual(told({ valid_until: "2026-12-20" }), [["云授〔2026〕1号：12月20日 周日到期，还有 27 天，请提前请人录入新的授权书", false]]);
  assert.equal(told({ valid_until: "2026-11-28" })[0]![1], true);
  assert.match(String(told({ valid_until: "2026-11-23" })[0]![0]), /还有 0 天/);
});

test("who is away, and what nobody may decide since a letter ended, is told", () => {
  assert.deepEqual(told({ away: true }), [["云授〔2026〕1号：舒畅离岗，现在由文一鸣决定", false]]);
  const awaiting = [{ item: "x", item_name: "演出", cases: 2 }, { item: "y", item_name: "审批", cases: 1 }];
  assert.deepEqual(told({ in_force: false, awaiting }), [["云授〔2026〕1号：已经过期，3 件没有人可以决定", true]]);
  assert.deepEqual(told({ in_force: false, state: "revoked", awaiting }), [["云授〔2026〕1号：已经撤销，3 件没有人可以决定", true]]);
  assert.deepEqual(told({ in_force: false }), []);
});

const ROW = { id: "case_1", number: null, item_name: "演出审批", person_name: "陈*", waiting_minutes: 4320, turn_due: null, turn_overdue: false, waits_for: "", reviewer: null };
const LATE = { ...ROW, id: "case_2", number: "云文〔2026〕2号", turn_due: "2026-11-23T09:00:00+08:00", turn_overdue: true, reviewer: "闻一鸣" };
const others = (items: object[], listed: string[], next: string | null = null) => othersOf({ items: items as never[], next }, [{ items: listed.map((id) => ({ case: id })) }], NOW)!;

test("what reviewers may do as well is listed without what the desk lists itself, each with its limit and who has it", () => {
  const found = others([ROW, LATE], ["case_1"]);
  assert.equal(found.count, "1 件");
  assert.deepEqual(found.rows, [{ case: "case_2", number: "云文〔2026〕2号", item_name: "演出审批", person_name: "陈*", words: "等了3天，11月23日 周一 9:00 前，已超期，闻一鸣在办", overdue: true }]);
  assert.deepEqual(others([ROW], []).rows.map((each) => [each.number, each.words]), [["还没有编号", "等了3天，没有时限，没人领"]]);
  assert.equal(others([ROW], ["case_1"]), null);
});

test("of many the first ten are shown, and that there are more is said", () => {
  const found = others(Array.from({ length: 12 }, (_, at) => ({ ...ROW, id: `case_${at}` })), [], "x");
  assert.deepEqual([found.count, found.rows.length], ["12 件以上", 10]);
});

test("home counts what waits for the head, and says where a list goes on", () => {
  const desk = { groups: [{ items: [1, 2], more: false }], cards: [1], rechecks: [], drafts: [], destructions: [] };
  assert.equal(waiting(desk), "3 件");
  assert.equal(waiting({ ...desk, groups: [{ items: [1, 2], more: true }] }), "3 件以上");
  assert.equal(waiting({ ...desk, drafts: [1] }), "4 件");
});

test("a letter is found by words of its department, names and number", () => {
  const letters = [
    { department_name: "公安局", representative: "秦岭", deputy: null, document_number: "云政授〔2026〕1号" },
    { department_name: "民政局", representative: "廖家明", deputy: "白雪", document_number: "云政授〔2026〕2号" },
  ];
  assert.deepEqual(lettersFound(letters, "民政 廖").map((each) => each.representative), ["廖家明"]);
  assert.deepEqual(lettersFound(letters, "白雪").length, 1);
  assert.deepEqual(lettersFound(letters, "公安 廖"), []);
  assert.equal(lettersFound(letters, " ").length, 2);
});
