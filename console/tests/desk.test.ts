import assert from "node:assert/strict";
import { test } from "node:test";

import { handlesCases, tabsFor } from "../src/domain/desk.ts";

test("each role finds the lines it works at, and who handles nothing finds none", () => {
  assert.deepEqual(tabsFor(["receptionist"]).map((each) => each.queue), ["reception", "results", "taken_in", "mine", "given_back", "all"]);
  assert.equal(tabsFor(["pre_reviewer"])[0]!.queue, "pre_review");
  assert.deepEqual(tabsFor(["auditor"]), []);
  assert.equal(handlesCases(["auditor", "supervisor"]), false);
  assert.equal(handlesCases(["village_officer"]), true);
});

test("an empty line says what would be in it", () => {
  for (const tab of tabsFor(["receptionist", "pre_reviewer", "reviewer", "chief_representative", "village_officer"])) assert.ok(tab.empty.length > 5);
});
