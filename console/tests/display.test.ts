import assert from "node:assert/strict";
import { test } from "node:test";

import { aheadBy, amissSaid, newCalls } from "../src/domain/display.ts";

const call = (number: string, counter = "1号窗口", calls = 1) => ({ number, name: "王*芳", counter, calls, voice: `请${number}号到${counter}` });

test("what was called before is not spoken again, unless it is called again or elsewhere", () => {
  const before = [call("A002"), call("A001")];
  assert.deepEqual(newCalls(before, before), []);
  assert.deepEqual(newCalls(before, [call("A002", "1号窗口", 2), call("A001")]).map((each) => each.number), ["A002"]);
  assert.deepEqual(newCalls(before, [call("A002", "2号窗口"), call("A001")]).map((each) => each.counter), ["2号窗口"]);
});

test("two at once are spoken in the order they were called", () => {
  assert.deepEqual(newCalls([], [call("B002"), call("B001")]).map((each) => each.number), ["B001", "B002"]);
});

test("a screen says quietly that its clock is wrong or its line is down", () => {
  assert.equal(aheadBy("2026-11-24T09:00:00+08:00", Date.parse("2026-11-24T01:00:30Z")), -30_000);
  assert.equal(amissSaid(-30_000, true), "", "half a minute is nobody's matter");
  assert.equal(amissSaid(180_000, true), "这台设备的时钟慢了3分钟，屏上按系统的时间显示，请工作人员校准");
  assert.equal(amissSaid(-120_000, false), "这台设备的时钟快了2分钟，屏上按系统的时间显示，请工作人员校准；实时消息断了，每20秒更新一次");
  assert.equal(amissSaid(0, false), "实时消息断了，每20秒更新一次");
});
