import assert from "node:assert/strict";
import { test } from "node:test";

import { heldBy, placeOf, refusedOf, without, withNote, type Defect } from "../src/domain/defects.ts";
import { note, notedCases, notedOn, noteNothing, notesOf, unnote, warnBeforeLeaving } from "../src/services/noted.ts";

const PAPER: Defect = { target: { material: "licence" }, name: "营业执照", reason: "unclear", advice: "拍清楚" };
const ANSWER: Defect = { target: { field: "shows" }, name: "场次", reason: "wrong_answer", advice: "核对" };

test("with something noted a case does not go on: it is returned, or the note is taken back", () => {
  for (const action of ["pre-approve", "accept", "complete-step", "grant", "release"]) {
    assert.equal(heldBy(2, "一次性退回", action), "记下了 2 处问题，要么一次性退回，要么先点「不退回了」。");
    assert.equal(heldBy(0, "一次性退回", action), "");
    assert.equal(heldBy(2, undefined, action), "");
  }
  assert.equal(heldBy(1, "补正告知", "refuse"), "");
});

test("noted again, the later words hold; taken back, it is gone", () => {
  const later = { ...PAPER, advice: "第二页也要" };
  assert.deepEqual(withNote([PAPER, ANSWER], later), [later, ANSWER]);
  assert.deepEqual(withNote([PAPER], ANSWER), [PAPER, ANSWER]);
  assert.deepEqual(without([PAPER, ANSWER], "shows"), [PAPER]);
});

test("what was refused of many is told by the name of each", () => {
  const errors = [{ pointer: "/defects/1/advice", detail: "最多填 500 个字。" }, { pointer: "/defects/0/reason", detail: "「营业执照」已经交了。" }, { detail: "请写明理由。" }];
  assert.equal(refusedOf(errors, [PAPER, ANSWER]), "「场次」：最多填 500 个字。「营业执照」已经交了。请写明理由。");
  assert.equal(refusedOf([{ pointer: "/defects/map", detail: "「地图」还没有看过。" }, { pointer: "/late_reason", detail: "请写明。" }], [PAPER, ANSWER]), "");
  assert.deepEqual([PAPER, ANSWER].map(placeOf), ["materials/licence", "form/shows"]);
});

test("notes stay with their case and their clerk, and leaving is asked about while there are some", () => {
  let asked = 0;
  const leave = (): void => warnBeforeLeaving({ preventDefault: () => void (asked += 1) });
  notesOf("wenyiming");
  note("a", PAPER);
  note("a", ANSWER);
  note("b", PAPER);
  notesOf("wenyiming");
  assert.deepEqual(notedOn("a"), [PAPER, ANSWER]);
  leave();
  assert.equal(asked, 1);
  unnote("a", "licence");
  unnote("a", "shows");
  assert.deepEqual(notedOn("a"), []);
  assert.deepEqual(notedOn("b"), [PAPER]);
  noteNothing("b");
  assert.equal(notedCases(), 0);
  leave();
  assert.equal(asked, 1);
  note("b", PAPER);
  notesOf("wumei");
  assert.deepEqual(notedOn("b"), []);
});
