import assert from "node:assert/strict";
import { test } from "node:test";

import { fileName, lineSpan, standing, turnOf } from "../src/domain/catalogue.ts";

const draft = (state: string, ...acts: string[]) => ({ state, acts, answer: "没有写要几天", answered_by: "许文静" }) as unknown as Parameters<typeof turnOf>[0];

test("how an item stands names what holds and what comes", () => {
  const now = new Date("2026-11-23T10:00:00+08:00");
  assert.equal(standing({ since: "2025-01-01", coming: [] }, now), "现行版本从 2025年1月1日 周三 起施行");
  assert.equal(standing({ since: "2026-01-01", coming: ["2026-11-26"] }, now), "现行版本从 1月1日 周四 起施行；11月26日 周四 起换新版本");
  assert.equal(standing({ since: null, coming: [] }), "现在没有施行的版本");
});

test("a draft says whose turn it is, to each in their own words", () => {
  assert.match(turnOf(draft("proposed", "publish", "send-back")), /^等您核对/);
  assert.match(turnOf(draft("proposed", "send-back")), /^等没有写过/);
  assert.equal(turnOf(draft("returned", "save")), "许文静退回：没有写要几天");
  assert.match(turnOf(draft("editing", "save")), /先检查/);
  assert.match(turnOf(draft("editing")), /还在写/);
});

test("a fault's line is found in the text, and a line there is not does no harm", () => {
  const text = "code: x\nname: 名\n";
  assert.deepEqual(lineSpan(text, 2), { from: 8, to: 15 });
  assert.deepEqual(lineSpan(text, 0), { from: 0, to: 7 });
  assert.deepEqual(lineSpan(text, 99), { from: 16, to: 16 });
});

test("the file says whether it is a draft", () => {
  assert.equal(fileName("ss-proof", null), "ss-proof.yaml");
  assert.equal(fileName("ss-proof", draft("editing")), "ss-proof-草稿.yaml");
});
