import assert from "node:assert/strict";
import { test } from "node:test";

import type { components } from "../typings/api.d.ts";
import { DEEDS, deedsOf, excludes, lineFault, objects, progressOf, roundBody, roundFault, waiting } from "../src/domain/points.ts";

type Schemas = components["schemas"];
const line = { name: "年龄", least: 0, most: 30, proposed: 20 } as Schemas["SheetLineView"];
const wish = { item: "points-settle", name: "第一批", announcement: "年度通告", from: "2026-12-01", to: "2026-12-10", quota: 5, least: 60, places: [] };

test("a round has the acts of its state, the one that is meant next first", () => {
  assert.deepEqual(deedsOf("ranked"), ["publish", "rank"]);
  assert.deepEqual(deedsOf("published"), []);
  assert.deepEqual(deedsOf("decided"), []);
  assert.deepEqual(deedsOf("concluded"), ["decide"]);
  assert.ok(["open", "closed", "retaken", "ranked", "listed", "passing", "concluded"].flatMap(deedsOf).every((deed) => DEEDS[deed].told));
  assert.deepEqual([excludes("closed"), excludes("published"), objects("published"), objects("listed")], [true, false, true, false]);
});

test("what an act left is told with why", () => {
  const round = (done: number, left: string[]) => ({ done, left }) as Schemas["StaffRoundView"];
  assert.equal(progressOf(round(0, [])), "");
  assert.equal(progressOf(round(100, [])), "这次办了 100 件。");
  assert.match(progressOf(round(0, ["甲：同事在办"])), /没有办的 1 件：甲：同事在办。/);
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
  assert.deepEqual(roundBody({ ...wish, places: [{ key: "a", count: 3 }, { key: " ", count: 1 }] }), { item: "points-settle", name: "第一批", announcement: "年度通告", opens_at: "2026-12-01T09:00:00+08:00", closes_at: "2026-12-10T17:00:00+08:00", quota: 0, places: { a: 3 }, least: 60 });
});
