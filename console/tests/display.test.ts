import assert from "node:assert/strict";
import { test } from "node:test";

import { newCalls } from "../src/domain/display.ts";

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
