import assert from "node:assert/strict";
import { test } from "node:test";

import { leftAfter, WARNING } from "../src/kiosk/absence.ts";

test("a minute without a touch, then the warning counts down to nothing and stays there", () => {
  assert.deepEqual([0, 59, 60, 89, 90, 300].map((quiet) => leftAfter(quiet, WARNING)), [null, null, 30, 1, 0, 0]);
});

test("while others are waited for the warning comes no later, and lasts longer", () => {
  assert.deepEqual([59, 60, 90, 149, 150].map((quiet) => leftAfter(quiet, WARNING + 60)), [null, 90, 60, 1, 0]);
});

test("without a warning a minute is all", () => {
  assert.deepEqual([59, 60].map((quiet) => leftAfter(quiet, 0)), [null, 0]);
});
