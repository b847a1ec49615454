import assert from "node:assert/strict";
import { test } from "node:test";

import type { components } from "../typings/api.d.ts";
import { changedWords, DEEDS, deedsOf, excludes, givenName, lineFault, objects, placesOf, progressOf, questionOf, roundBody, roundFault, roundTone, turnOf, waiting, wordsAsked } from "../src/domain/points.ts";

type Schemas = components["schemas"];
const line = { name: "年龄", least: 0, most: 30, proposed: 20 } as Schemas["SheetLineView"];
const wish = { item: "points-settle", name: "第一批", announcement: "年度通告", from: "2026-12-01", to: "2026-12-10", quota: 5, least: 60, places: [] };

const round = (code: string, more: Partial<Schemas["StaffRoundView"]> = {}) => ({ state: { code, label: "" }, ranks: true, decides: false, department_name: "甲局", deciding_name: "乙局", to_pass_on: 0, undecided: 0, overdue: false, done: 0, left: [] as string[], others: [] as string[], ...more }) as Schemas["StaffRoundView"];

test("a round has the acts of its state for the office whose turn it is, the one that is meant next first", () => {
  assert.deepEqual(deedsOf(round("ranked")), ["publish", "rank"]);
  assert.deepEqual(deedsOf(round("ranked", { ranks: false, decides: true })), []);
  assert.deepEqual(deedsOf(round("published")), []);
  assert.deepEqual(deedsOf(round("decided", { decides: true })), []);
  assert.deepEqual(deedsOf(round("concluded", { ranks: false, decides: true, to_pass_on: 3, undecided: 3 })), ["decide"]);
  assert.deepEqual(deedsOf(round("concluded")), []);
  assert.deepEqual(deedsOf(round("concluded", { decides: true })), [], "when all are decided it ends by itself");
  assert.deepEqual(deedsOf(round("concluded", { decides: true, to_pass_on: 3, undecided: 3 })), ["conclude", "decide"], "what a hundred at a time left is passed on");
  assert.ok(["open", "closed", "retaken", "ranked", "listed", "passing"].flatMap((code) => deedsOf(round(code))).every((deed) => DEEDS[deed].told));
  assert.deepEqual([excludes("closed"), excludes("published"), objects("published"), objects("listed")], [true, false, true, false]);
});

test("what is left of a round says how many and whose turn it is", () => {
  assert.equal(questionOf("conclude", round("listed")).title, "结束公示");
  assert.deepEqual(questionOf("conclude", round("concluded", { to_pass_on: 20 })), { title: "接着转交", told: "还有 20 件没有转给乙局，每次一百件。" });
  assert.equal(questionOf("conclude", round("passing")).title, "结束确认和递补");
  assert.equal(turnOf(round("concluded", { decides: true })), "每一件都有了决定，这一批马上办完。");
  assert.equal(turnOf(round("ranked")), "");
  assert.equal(turnOf(round("ranked", { ranks: false })), "现在轮到甲局，公示结束以后由乙局作出决定。");
  assert.equal(turnOf(round("decided", { ranks: false })), "");
  assert.equal(turnOf(round("concluded", { undecided: 120, to_pass_on: 20 })), "还有 120 件没有决定，由乙局作出决定。还有 20 件没有转给乙局，请按「接着转交」。");
  assert.equal(turnOf(round("concluded", { ranks: false, decides: true, undecided: 2, to_pass_on: 1 })), "还有 2 件没有决定。还有 1 件没有转给乙局，等甲局接着转来。");
  assert.deepEqual([roundTone(round("ranked")), roundTone(round("decided")), roundTone(round("ranked", { overdue: true }))], ["waiting", "done", "overdue"]);
});

test("whatever needs words says what they are and what follows", () => {
  const row = { case: "case_1", person_name: "王芳" };
  assert.deepEqual([wordsAsked({ what: "exclude", row }).title, wordsAsked({ what: "readmit", row }).title], ["登记不符合条件", "恢复参加排名"]);
  assert.match(wordsAsked({ what: "readmit", row }).told, /^王芳的申请.*重新排名/);
  assert.equal(wordsAsked({ what: "object" }).asks, "提了什么异议");
  assert.deepEqual([true, false].map((upheld) => wordsAsked({ what: "answer", id: "a", upheld }).title), ["异议成立", "异议不成立"]);
});

test("what an act left is told with why", () => {
  const after = (done: number, left: string[], others: string[] = []) => progressOf("转交", round("concluded", { done, left, others }));
  assert.deepEqual(after(0, []), { words: "转交，已办好。", tone: "done" });
  assert.equal(after(100, []).words, "转交，已办好。这次办了 100 件。");
  assert.deepEqual(after(1, ["甲：同事在办。"]), { words: "转交，没有全部办完。这次办了 1 件。没有办的 1 件：甲：同事在办。处理后再按一次。", tone: "waiting" });
  assert.equal(after(0, [], ["秦岚办了3件"]).words, "转交，已办好。这次办了 0 件。这期间秦岚办了3件。");
});

test("whoever was overtaken is told by whom, and keeps what was typed", () => {
  const last = { by: "秦岚", what: "排了名", at: "" };
  assert.equal(changedWords(last), "秦岚刚刚排了名，页面已经更新，您填的内容还在。看过以后，还要办的再按一次。");
  assert.match(changedWords(null, "这个异议已经答复过了。"), /^页面已经更新.*已经答复过了。$/);
});

test("points lie within their line, and whoever differs from the registers says why", () => {
  assert.equal(lineFault(line, 20, ""), "");
  assert.match(lineFault(line, 31, "x"), /0 到 30 分/);
  assert.match(lineFault(line, 1.5, "x"), /填整数/);
  assert.match(lineFault(line, 10, " "), /写明理由/);
  assert.equal(lineFault(line, 10, "户口簿上是另一天"), "");
});

test("only objections without an answer wait, line by line", () => {
  const objection = (id: string, answered_at: string | null) => ({ id, at: "", due: "2026-12-01T17:00:00+08:00", answered_at, lines: [{ indicator: "age", reason: "算少了", points: null, finding: "" }] });
  const sheet = { lines: [{ ...line, indicator: "age", counted: 20 }], objections: [objection("a", null), objection("b", "2026-11-30")] } as unknown as Schemas["SheetView"];
  assert.deepEqual(waiting(sheet).map(({ objection: id, name, counted }) => [id, name, counted]), [["a", "年龄", 20]]);
});

test("a round needs its terms, and its days are the office's hours", () => {
  assert.equal(roundFault(wish), "");
  assert.match(roundFault({ ...wish, announcement: " " }), /通告/);
  assert.match(roundFault({ ...wish, to: "2026-12-01" }), /早于截止/);
  assert.match(roundFault({ ...wish, quota: 0 }), /名额/);
  const school = { code: "points-school", label: "入学", department: "schools", wishes: [{ code: "a", label: "甲校" }, { code: "b", label: "乙校" }] };
  assert.deepEqual(placesOf(school, { a: 3 }), [{ key: "a", label: "甲校", count: 3 }, { key: "b", label: "乙校", count: 0 }]);
  assert.deepEqual([placesOf(undefined), givenName([school], "points-school", "b"), givenName([], "points-school", "b")], [[], "乙校", "b"]);
  assert.match(roundFault({ ...wish, places: placesOf(school) }), /每个志愿/);
  assert.deepEqual(roundBody({ ...wish, places: placesOf(school, { a: 3 }) }), { item: "points-settle", name: "第一批", announcement: "年度通告", opens_at: "2026-12-01T09:00:00+08:00", closes_at: "2026-12-10T17:00:00+08:00", quota: 0, places: { a: 3, b: 0 }, least: 60 });
});
