import assert from "node:assert/strict";
import { test } from "node:test";

import { sayFigure } from "../src/domain/figures.ts";

test("a figure has its unit, none is said to be a figure where nothing was counted", () => {
  assert.equal(sayFigure({ value: 0, unit: "件" }), "0 件");
  assert.equal(sayFigure({ value: null, unit: "%" }), "没有可算的");
});
