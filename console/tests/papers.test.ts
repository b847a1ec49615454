import assert from "node:assert/strict";
import { test } from "node:test";

import { cameLater, standing, type Material } from "../src/domain/papers.ts";

const PAPER = { need: { code: "required", label: "必须提供" }, files: [], licence: null, verdict: null, exempt: "", committed: "" } as unknown as Material;
const FILE = { material: "m", version: 1, name: "照片", content_type: "image/jpeg", size: 1, pages: 1 };

test("how a material stands", () => {
  assert.equal(standing(PAPER, false).words, "没有交");
  assert.equal(standing({ ...PAPER, need: { code: "optional", label: "" } }, false).words, "没有交（可以不交）");
  assert.equal(standing({ ...PAPER, files: [FILE] }, false).words, "还没看");
  assert.equal(standing({ ...PAPER, exempt: "低保户免交" }, false).words, "免交");
  assert.equal(standing({ ...PAPER, committed: "X" }, false).words, "已作承诺");
});

test("a verdict stands before all but what is being noted", () => {
  const passed = { ...PAPER, files: [FILE], verdict: { passed: true, reason: null, advice: "", at: "" } };
  assert.equal(standing(passed, false).words, "通过");
  assert.equal(standing(passed, true).words, "准备退回");
  const failed = { ...PAPER, verdict: { passed: false, reason: { code: "unclear", label: "看不清" }, advice: "", at: "" } };
  assert.deepEqual(standing(failed, false), { words: "退回：看不清", look: "overdue" });
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
