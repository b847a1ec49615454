import assert from "node:assert/strict";
import { test } from "node:test";

import { mendedOf } from "../src/domain/told.ts";

const slip = (answered_at: string | null, ...targets: string[]) => ({ answered_at, defects: targets.map((target) => ({ target })) });
const handed = (at: string, ...untouched: string[]) => ({ at, untouched });
const found = (returns: object[], submissions: object[]) => [...mendedOf({ returns, submissions } as never)];

test("each thing that was asked for says whether it was changed", () => {
  const told = found([slip("2", "materials/photo", "form/name")], [handed("1"), handed("2", "form/name")]);
  assert.deepEqual(told, [["materials/photo", "已改"], ["form/name", "没有改"]]);
});

test("of several slips those of the last answer count, and nothing while one waits", () => {
  const both = [slip("2", "form/name"), slip("4", "form/bank")];
  assert.deepEqual(found(both, [handed("2"), handed("4", "form/bank"), handed("5")]), [["form/bank", "没有改"]]);
  assert.deepEqual(found([...both, slip(null, "form/name")], [handed("4")]), []);
});

test("where nothing was returned, or came back by itself, nothing is said", () => {
  assert.deepEqual(found([], [handed("1")]), []);
  assert.deepEqual(found([slip("2", "form/name")], [handed("1")]), []);
});
