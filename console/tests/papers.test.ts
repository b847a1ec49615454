import assert from "node:assert/strict";
import { test } from "node:test";

import { cameLater, firstToLook, standing, type Material } from "../src/domain/papers.ts";

const PAPER = { need: { code: "required", label: "必须提供" }, files: [], licence: null, verdict: null, exempt: "", committed: "" } as unknown as Material;
const FILE = { material: "m", version: 1, name: "照片", content_type: "image/jpeg", size: 1, pages: 1 };

test("how a material stands", () => {
  assert.equal(standing(PAPER, false, []).words, "没有交");
  assert.equal(standing({ ...PAPER, need: { code: "optional", label: "" } }, false, []).words, "没有交（可以不交）");
  assert.equal(standing({ ...PAPER, files: [FILE] }, false, []).words, "还没看");
  assert.equal(standing({ ...PAPER, exempt: "低保户免交" }, false, []).words, "免交");
  assert.equal(standing({ ...PAPER, committed: "X" }, false, []).words, "已作承诺");
});

test("a verdict stands before all but what is being noted", () => {
  const passed = { ...PAPER, files: [FILE], verdict: { passed: true, reason: null, advice: "", at: "" } };
  assert.equal(standing(passed, false, []).words, "通过");
  assert.equal(standing(passed, true, []).words, "准备退回");
  const failed = { ...PAPER, verdict: { passed: false, reason: { code: "unclear", label: "看不清" }, advice: "", at: "" } };
  assert.deepEqual(standing(failed, false, []), { words: "退回：看不清", look: "overdue" });
});

test("what was promised later is examined once it has come, also anew after it was given back", () => {
  const paper = (key: string, more = {}) => ({ ...PAPER, key, ...more }) as Material;
  const owed = (key: string, more = {}) => ({ key, kind: { code: "debt", label: "容缺后补" }, open: true, handed_at: null, ...more }) as never;
  const returned = { passed: false, reason: null, advice: "", at: "" } as never;
  const came = (material: Material, debt: never) => cameLater({ materials: [material], obligations: [debt] }).map((each) => each.key);
  assert.deepEqual(came(paper("map"), owed("map")), []);
  assert.deepEqual(came(paper("map", { files: [FILE] }), owed("map")), ["map"]);
  assert.deepEqual(came(paper("map", { files: [FILE], verdict: returned }), owed("map")), []);
  assert.deepEqual(came(paper("map", { files: [FILE], verdict: returned }), owed("map", { handed_at: "2026-11-26T09:00:00+08:00" })), ["map"]);
  assert.deepEqual(came(paper("map", { files: [FILE] }), owed("map", { open: false })), []);
  assert.deepEqual(came(paper("map", { files: [FILE] }), owed("map", { kind: { code: "payment", label: "等缴费" } })), []);
});

test("a paper that is owed says until when, and one that was promised before acceptance that it was", () => {
  const now = new Date("2026-11-30T10:00:00+08:00");
  const map = { ...PAPER, key: "map", need: { code: "optional", label: "" }, later: { promised_at: "2026-11-26T09:00:00+08:00" } } as unknown as Material;
  const debt = (more = {}) => [{ key: "map", kind: { code: "debt", label: "容缺后补" }, open: true, overdue: false, due: "2026-12-11T17:00:00+08:00", ...more }] as never[];
  assert.deepEqual(standing(map, false, debt(), false, now), { words: "承诺后补，12月11日 周五前", look: "waiting" });
  assert.deepEqual(standing(map, false, debt({ overdue: true }), false, now), { words: "承诺后补，过了12月11日 周五还没有交", look: "overdue" });
  assert.equal(standing({ ...map, later: null }, false, debt(), false, now).words, "受理后补交，12月11日 周五前");
  assert.equal(standing(map, false, debt({ due: null }), false, now).words, "承诺后补");
  assert.equal(standing(map, false, [], false, now).words, "已承诺后补");
  assert.equal(standing({ ...map, later: null }, false, debt({ open: false }), false, now).words, "没有交（可以不交）");
  assert.equal(standing({ ...map, files: [FILE] }, false, debt(), false, now).words, "还没看");
});

test("a look begins with the first paper nobody has looked at, then with what is not in order", () => {
  const paper = (key: string, more = {}) => ({ ...PAPER, key, files: [FILE], ...more }) as Material;
  const [passed, failed] = [{ verdict: { passed: true } }, { verdict: { passed: false } }];
  assert.equal(firstToLook([paper("a", passed), paper("b"), paper("c")])!.key, "b");
  assert.equal(firstToLook([paper("a", passed), paper("b", failed)])!.key, "b");
  assert.equal(firstToLook([paper("x", { files: [] }), paper("a", passed)])!.key, "a");
  assert.equal(firstToLook([paper("x", { files: [] })])!.key, "x");
  assert.equal(firstToLook([]), undefined);
});

test("what nobody can see any more is not what one begins with, and what was not looked at stays so once the case is over", () => {
  const licence = (open: boolean) => ({ ...PAPER, key: "card", licence: { open } }) as unknown as Material;
  const photo = { ...PAPER, key: "photo", files: [FILE], verdict: { passed: true, reason: null, advice: "", at: "" } } as unknown as Material;
  assert.equal(firstToLook([licence(true), photo])?.key, "card");
  assert.equal(firstToLook([licence(false), photo])?.key, "photo");
  assert.equal(firstToLook([licence(false)])?.key, "card");
  assert.deepEqual(standing({ ...PAPER, files: [FILE] }, false, [], true), { words: "没有看，办件已结束", look: "quiet" });
});
