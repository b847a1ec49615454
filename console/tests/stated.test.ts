import assert from "node:assert/strict";
import { test } from "node:test";

import { factsIn, isAsked, leftOut, proposedBoxes, rowOf, saidOf, statedIn, type ByHand } from "../src/domain/stated";

const RELATIVES = {
  key: "relatives",
  label: "档案里记载的亲属",
  many: true,
  parts: [
    { key: "relation", label: "与本人关系" },
    { key: "name", label: "亲属姓名" },
    { key: "born", label: "出生日期", type: "date" as const, optional: true },
  ],
};
const PLACE = { key: "depository", label: "档案由哪里保管" };
const KM = { key: "km", label: "相距", type: "number" as const };
const ONE = { key: "measured", label: "观测到的", parts: [{ key: "value", label: "数值" }] };
const ON_RECORD = [{ relation: "母亲", name: "刘守贞", born: null, noted_on: "1985-09-01" }];
const BY_HAND: ByHand = {
  offers_no_record: false,
  facts: [
    { fact: PLACE, proposed: "云城区人才服务中心", on_record: null, asked: {} },
    { fact: RELATIVES, proposed: [], on_record: ON_RECORD, asked: {} },
    { fact: KM, proposed: 14.8, on_record: null, asked: {} },
    { fact: ONE, proposed: null, on_record: [], asked: {} },
  ],
};

test("begins with what the rule would have put there, and an empty row where that is nothing", () => {
  assert.deepEqual(proposedBoxes(BY_HAND), {
    depository: [{ depository: "云城区人才服务中心" }],
    relatives: [{ relation: "", name: "", born: "" }],
    km: [{ km: "14.8" }],
    measured: [{ value: "" }],
  });
  const optional: ByHand = { offers_no_record: false, facts: [{ fact: { ...RELATIVES, optional: true }, proposed: null, on_record: null, asked: {} }] };
  assert.deepEqual(proposedBoxes(optional), { relatives: [] });
});

test("takes over a record, and says one in a line without what is empty", () => {
  assert.deepEqual(rowOf(RELATIVES, ON_RECORD[0]), { relation: "母亲", name: "刘守贞", born: "" });
  assert.deepEqual(saidOf(RELATIVES, ON_RECORD[0]), "与本人关系 母亲，亲属姓名 刘守贞");
});

test("is sent without rows left empty, numbers as numbers, and what is no number as it was typed", () => {
  const boxes = { depository: [{ depository: " 甲 " }], relatives: [{ relation: "", name: " ", born: "" }, { relation: "女儿", name: "黄莉莉", born: "" }], km: [{ km: "3.5" }], measured: [{ value: "" }] };
  assert.deepEqual(factsIn(BY_HAND, boxes), { depository: "甲", relatives: [{ relation: "女儿", name: "黄莉莉", born: "" }], km: 3.5, measured: {} });
  assert.deepEqual(factsIn(BY_HAND, { km: [{ km: "三" }] }), { depository: "", relatives: [], km: "三", measured: {} });
});

test("is one of three: what the records say by now, what is written, or that nothing is on record", () => {
  assert.deepEqual(statedIn(null, "written", {}), {});
  assert.deepEqual(statedIn(BY_HAND, "records", {}), {});
  assert.deepEqual(statedIn(BY_HAND, "no_record", {}), { no_record: true });
  assert.ok("facts" in statedIn(BY_HAND, "written", {}));
});

test("a paper that leaves out what was asked for is told, by name and by what somebody is", () => {
  const stated = { fact: RELATIVES, proposed: [], on_record: ON_RECORD, asked: { relation: { said: "女儿", choice: true }, name: { said: "黄莉莉", choice: false } } };
  const wants: ByHand = { offers_no_record: false, facts: [stated] };
  const [mother, daughter] = [{ relation: "母亲", name: "刘守珍" }, { relation: "女儿", name: " 黄莉莉 " }];
  assert.equal(leftOut(wants, "written", { relatives: [mother] }), "女儿、黄莉莉");
  assert.equal(leftOut(wants, "written", { relatives: [] }), "女儿、黄莉莉");
  assert.equal(leftOut(wants, "written", { relatives: [mother, daughter] }), "");
  assert.equal(leftOut(wants, "records", { relatives: [mother] }), "");
  assert.equal(leftOut(null, "written", {}), "");
  assert.equal(leftOut(BY_HAND, "written", {}), "", "nothing was asked for by name");
  assert.ok(isAsked({ relation: { said: "兄弟姐妹", choice: true } }, { relation: "兄弟" }));
  assert.ok(!isAsked(stated.asked, { relation: "女儿", name: "" }));
  assert.ok(!isAsked(stated.asked, { relation: "女儿", name: "黄莉" }), "a name is hers or it is not");
  assert.equal(statedIn(wants, "written", { relatives: [mother] }, true)["aside"], true);
  assert.ok(!("aside" in statedIn(wants, "written", { relatives: [mother] })));
});
