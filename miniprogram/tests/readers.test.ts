/** Who looked at my data: which looks are one line, and what it says. */

import assert from "node:assert/strict";
import test from "node:test";

import { readings } from "../src/domain/readers";

const NOW = "2026-11-24T10:00:00+08:00";
const LOST = "居民身份证丢失补领";

/** One look at a minute after nine. */
function look(minute: number, rest: object = {}) {
  const at = new Date(Date.parse("2026-11-24T09:00:00+08:00") + minute * 60_000).toISOString();
  return { at, reader: "林晓燕", role: "窗口受理员", department: "公安分局", action: "case.read", subject: "办件", purpose: LOST, case: "c", ...rest };
}

test("what one clerk looked at for one matter in one visit is one line", () => {
  const lines = readings(
    [
      look(4, { purpose: "", action: "case.accepted" }),
      look(3, { purpose: `窗口收件：${LOST}` }),
      look(2, { subject: "申请材料", case: "" }),
      look(2),
    ],
    NOW,
  );
  assert.deepEqual(lines, [{ who: "公安分局 · 窗口受理员 · 林晓燕", what: `看了办件、申请材料，为了窗口收件：${LOST}`, when: "今天 11月24日 周二 上午9:02–9:04" }]);
});

test("another reader, another case, another reason and a later visit stand by themselves", () => {
  const looks = [look(40), look(3, { reader: "郑凯" }), look(2, { case: "d" }), look(1, { case: "", purpose: "办理社保卡" }), look(0)];
  assert.deepEqual(
    readings(looks, NOW).map((each) => each.when.slice(-4)),
    ["9:40", "9:03", "9:02", "9:01", "9:00"],
  );
});

test("a visit goes on as long as one look follows another", () => {
  assert.equal(readings([look(28), look(14), look(0)], NOW).length, 1);
});

test("looks between two of another reader stay one visit, and the newest stands first", () => {
  const lines = readings([look(3), look(2, { reader: "郑凯" }), look(1)], NOW);
  assert.deepEqual(
    lines.map((each) => each.when),
    ["今天 11月24日 周二 上午9:01–9:03", "今天 11月24日 周二 上午9:02"],
  );
});

test("where no reason was written, it says what was looked at", () => {
  assert.equal(readings([look(0, { purpose: "", case: "", subject: "证明" })], NOW)[0]?.what, "看了证明");
});
