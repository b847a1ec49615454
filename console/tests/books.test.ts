import assert from "node:assert/strict";
import { test } from "node:test";

import { allOf, archivable, countFault, decisionOf, destroyable, fullDay, kindsOf, partsFor, periodName, shifted, type Choice } from "../src/domain/books.ts";

const names = (roles: string[], town: string | null = null) => partsFor(roles, town).map((part) => part.name);
const choice = (id: string, against = ""): Choice => ({ case: id, number: id, name: "甲", told: [], against });

test("a department has all of its books, its towns have ledgers alone, supervision decides destruction", () => {
  assert.deepEqual(names(["reviewer"]), ["ledgers", "archives", "preserved", "destructions"]);
  assert.deepEqual(names(["reviewer"], "luoxi"), ["ledgers"]);
  assert.deepEqual(names(["supervisor"]), ["destructions"]);
  assert.deepEqual(names(["receptionist"]), []);
});

test("a period has a name, and the one beside it begins a day away", () => {
  assert.equal(periodName("2026-11-01", "2026-11-30"), "2026年11月");
  assert.equal(periodName("2026-10-01", "2026-12-31"), "2026年第4季度");
  assert.equal(periodName("2026-01-01", "2026-12-31"), "2026年");
  assert.equal(shifted("2026-01-01", -1), "2025-12-31");
  assert.equal(shifted("2026-02-28", 1), "2026-03-01");
});

test("what stands against a case keeps it from the choice, and a list has a hundred at most", () => {
  const many = Array.from({ length: 120 }, (_, index) => choice(`case_${index}`));
  assert.deepEqual(allOf([choice("a"), choice("b", "还没有办结")]), ["a"]);
  assert.equal(allOf(many).length, 100);
  assert.equal(countFault(0), "请先勾选办件。");
  assert.equal(countFault(100), "");
  assert.match(countFault(103), /去掉 3 件/);
});

test("a candidate says how long it is kept, and what came to it since", () => {
  const row = { case: "c", number: "1", item_name: "甲", closed_at: "2026-11-23T09:00:00+08:00", retention: "10年", supplements: "", ready: true, reason: "" };
  assert.equal(archivable(row).told.length, 2);
  assert.match(archivable({ ...row, supplements: "档1" }).told[2]!, /档1/);
  assert.equal(archivable({ ...row, ready: false, reason: "还没有办结" }).against, "还没有办结");
  assert.deepEqual(destroyable({ ...row, archive: "档1", until: "2036-12-31" }).told, ["保管10年，到2036年12月31日", "移交清单 档1"]);
});

test("what has no last day is kept for ever, and a file says what is in it", () => {
  assert.equal(fullDay(""), "永久");
  assert.equal(kindsOf({ 申请材料: 3, 决定书: 1 }), "申请材料 3、决定书 1");
});

test("approving says that nothing comes back; whoever proposed takes the list back instead of declining it", () => {
  assert.match(decisionOf("approve", false).told, /不能收回/);
  assert.equal(decisionOf("decline", false).title, "不予销毁");
  assert.equal(decisionOf("decline", true).title, "收回清册");
});
