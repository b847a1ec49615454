import assert from "node:assert/strict";
import { test } from "node:test";

import { bounds, monthOf } from "../src/domain/months.ts";

test("a month is the district's, wherever the machine stands", () => {
  assert.equal(monthOf(new Date("2026-11-30T16:30:00Z")), "2026-12");
});

test("a month goes until the first day of the next, over the year's end, too", () => {
  assert.deepEqual(bounds("2026-11"), { from: "2026-11-01", to: "2026-12-01" });
  assert.deepEqual(bounds("2026-12"), { from: "2026-12-01", to: "2027-01-01" });
});

test("what is no month is none", () => {
  for (const wrong of ["", "2026-13", "2026", "1999-01"]) assert.equal(bounds(wrong), null);
});
