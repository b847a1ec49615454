import assert from "node:assert/strict";
import { test } from "node:test";

import { bodyOf, faultsOf, isBookable, NEW_WINDOW, newCounter, sent, windowSaid, type Schedule } from "../src/domain/schedule.ts";

const SHOWN = {
  valid_from: "2026-12-01", version: 3, hours: "工作日", days_ahead: 14, embargo_minutes: 10,
  counters: [{ id: "c1", name: "1号窗口", items: ["a"], slot_minutes: 30, windows: [{ days: ["workday"], start: "09:00:00", end: "12:00:00", capacity: 2, offline: 1, extended: false }] }],
} as unknown as Schedule;

test("a run of slots is said as people do", () => {
  assert.equal(windowSaid(SHOWN.counters[0]!.windows[0]!), "工作日 9:00–12:00，每个时段 2 个号（1 个留给现场和电话）");
  assert.equal(windowSaid({ ...NEW_WINDOW, days: ["wednesday", "saturday"], start: "17:00", end: "19:00", extended: true }), "周三、周六 17:00–19:00，每个时段 2 个号 · 延时服务");
});

test("times stand at a counter only where something of it can be booked", () => {
  const items = [{ item: "a", name: "甲", bookable: true }, { item: "b", name: "乙", bookable: false }];
  assert.ok(isBookable({ items: ["b", "a"] }, items));
  assert.ok(!isBookable({ items: ["b"] }, items));
  assert.ok(!isBookable({ items: [] }, items));
});

test("a schedule of that very day is changed as it was seen, of another day it is a new one", () => {
  assert.equal(bodyOf(SHOWN, "2026-12-01").version, 3);
  const body = bodyOf(SHOWN, "2026-12-05");
  assert.equal(body.version, null);
  assert.deepEqual(body.counters[0]!.windows[0], { days: ["workday"], start: "09:00", end: "12:00", capacity: 2, offline: 1, extended: false });
  body.counters[0]!.windows[0]!.days.push("saturday");
  assert.deepEqual(SHOWN.counters[0]!.windows[0]!.days, ["workday"]); // what is shown is not touched
});

test("what cannot be sent is told by the name of its counter", () => {
  const body = bodyOf(SHOWN, "");
  body.counters[0]!.windows.push({ ...NEW_WINDOW, days: [], start: "12:00", end: "12:00", capacity: 1, offline: 2 });
  assert.deepEqual(faultsOf(body, { c1: "1号窗口" }), ["请选从哪一天开始。", "1号窗口：有一段没有选日子。", "1号窗口：12:00–12:00 的结束要晚于开始。", "1号窗口：留给现场和电话的号比总数多。"]);
  assert.deepEqual(faultsOf(bodyOf(SHOWN, "2026-12-01"), {}), []);
  const untimed = bodyOf(SHOWN, "2026-12-01");
  untimed.counters[0]!.windows = [{ ...NEW_WINDOW, end: "" }];
  assert.deepEqual(faultsOf(untimed, { c1: "1号窗口" }), ["1号窗口：有一段的时间没有写对，请写成 9:00 这样。"]);
});

test("a new counter needs a name and items, one that goes a reason; both are sent as the server takes them", () => {
  const body = bodyOf(SHOWN, "2026-12-01");
  body.counters.push(newCounter());
  body.removed.push(body.counters.shift()!.id!);
  assert.deepEqual(faultsOf(body, {}), ["请给新窗口起名称。", "请给新窗口选办理的事项。", "请写为什么撤掉窗口，会告诉约在那里的人。"]);
  Object.assign(body.counters[0]!, { name: " 3号窗口 ", items: ["a"] });
  body.reason = " 设备调走 ";
  assert.deepEqual(faultsOf(body, {}), []);
  const said = sent(body, true);
  assert.deepEqual([said.removed, said.reason, said.preview, said.counters[0]!.name, "id" in said.counters[0]!], [["c1"], "设备调走", true, "3号窗口", false]);
  body.counters = [];
  assert.ok(faultsOf(body, {}).includes("至少要留一个窗口。"));
});
