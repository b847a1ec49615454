import assert from "node:assert/strict";
import { test } from "node:test";

import { looksBehind, nothingIn, queryOf, sayFigure, scopesOf, seesWaits } from "../src/domain/figures.ts";

test("a figure has its unit, none is said to be a figure where nothing was counted", () => {
  assert.equal(sayFigure({ value: 0, unit: "件" }), "0 件");
  assert.equal(sayFigure({ value: null, unit: "%" }), "没有可算的");
});

test("a row of noughts and of what cannot be counted tells nothing", () => {
  assert.ok(nothingIn({ figures: [{ value: 0 }, { value: null }] }));
  assert.ok(!nothingIn({ figures: [{ value: 0 }, { value: 1.5 }] }));
});

test("a head may narrow the figures to the own department, a hall manager to the own hall", () => {
  const someone = (...roles: string[]) => scopesOf({ roles, department: "civil_affairs", hall: "center" } as never).map(([code]) => code);
  assert.deepEqual(someone("chief_representative"), ["", "department"]);
  assert.deepEqual(someone("hall_manager"), ["", "hall"]);
  assert.deepEqual(someone("supervisor"), [""]);
  assert.deepEqual(scopesOf({ roles: ["hall_manager"], department: "x", hall: null } as never).length, 1);
});

test("who oversees the district looks behind every number, others behind those of their own", () => {
  assert.ok(looksBehind(["auditor"], ""));
  assert.ok(!looksBehind(["chief_representative"], ""));
  assert.ok(looksBehind(["chief_representative"], "department"));
});

test("a head does not see how the visits of halls went", () => {
  assert.deepEqual([["supervisor"], ["auditor"], ["hall_manager"], ["chief_representative", "reviewer"]].map(seesWaits), [true, true, true, false]);
});

test("the list behind a number is asked for what its address says, and nothing else", () => {
  const asked = queryOf("on_time", { month: "2026-11", by: "hall", key: "", hall: ["a", "b"], more: "x" });
  assert.deepEqual(asked, { from: "2026-11-01", to: "2026-12-01", figure: "on_time", by: "hall", key: "", department: null, hall: null });
});
