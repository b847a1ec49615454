import assert from "node:assert/strict";
import { test } from "node:test";

import { extraSaid, extraStands, lacksOf, liftedSaid, mayOpen, newExtra, saturdayAfter, type Extra } from "../src/domain/extra";

const NOW = new Date("2026-11-23T02:00:00Z");
const EXTRA: Extra = {
  id: "extension_1", hall: "luoxi", start: "2026-11-28T09:00:00+08:00", end: "2026-11-28T12:00:00+08:00", counters: ["c1"], counter_names: ["1号窗口"],
  capacity: 2, offline: 0, places: 12, opens_at: "2026-11-21T08:00:00+08:00", reason: "人多", state: "standing", over: false, affected: [], lifted_for: "", moved: 0, told: 0,
};
const ONE = { id: "p", start: EXTRA.start, name: "李*", items: [], ticket: null, reached: true };

test("the Saturday to come, never today's", () => {
  assert.deepEqual(["2026-11-23", "2026-11-27", "2026-11-28", "2026-11-29"].map(saturdayAfter), ["2026-11-28", "2026-11-28", "2026-12-05", "2026-12-05"]);
});

test("what lacks is named all at once, then what does not fit", () => {
  const body = newExtra("2026-11-23");
  assert.equal(lacksOf(body), "请填写：哪几个窗口、原因。");
  const whole = { ...body, counters: ["c1"], reason: "人多" };
  assert.equal(lacksOf(whole), "");
  assert.equal(lacksOf({ ...whole, end: "09:00" }), "结束时间要晚于开始时间。");
  assert.equal(lacksOf({ ...whole, offline: 3 }), "留给现场和电话的号不能比总数多。");
});

test("how it stands", () => {
  assert.equal(extraSaid(EXTRA), "11月28日 周六 9:00–12:00");
  assert.equal(extraStands(EXTRA, NOW).says, "可以预约");
  assert.equal(extraStands({ ...EXTRA, opens_at: "2026-11-25T08:00:00+08:00" }, NOW).says, "11月25日 周三 8:00起可以预约");
  assert.equal(extraStands({ ...EXTRA, places: 0 }, NOW).says, "排班后来改过，这段已由排班决定");
  assert.equal(extraStands({ ...EXTRA, over: true }, NOW).says, "已经开始或过去");
  assert.equal(extraStands({ ...EXTRA, state: "lifted", lifted_for: "停电" }, NOW).says, "已撤销：停电");
});

test("what became of those who were booked", () => {
  assert.equal(liftedSaid(EXTRA, "keep"), "没有人约，不用通知。");
  assert.equal(liftedSaid({ ...EXTRA, affected: [ONE] }, "keep"), "约好的 1 人照旧接待，请安排人手。");
  assert.equal(liftedSaid({ ...EXTRA, moved: 2, told: 1 }, "move"), "改期 2 人，另外通知 1 人。");
  assert.equal(liftedSaid({ ...EXTRA, moved: 2, affected: [ONE] }, "move"), "改期 2 人，另外通知 0 人，还有 1 人正在处理。");
});

test("longer hours are of counters at which something is booked", () => {
  const counter = (...bookable: boolean[]) => ({ id: "c", name: "c", serves: bookable.map((each) => ({ item: "i", name: "i", bookable: each })) });
  assert.ok(mayOpen(counter(false, true)));
  assert.ok(!mayOpen(counter(false)));
  assert.ok(!mayOpen(counter()));
});
