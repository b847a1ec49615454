import assert from "node:assert/strict";
import { test } from "node:test";

import { daysFault, deedsOf, exportQuery, exportsCards } from "../src/domain/cards.ts";

test("an export takes both days whole, the last of a month and of a year, too", () => {
  const asked = new URLSearchParams(exportQuery("2026-12-01", "2026-12-31", "yellow"));
  assert.deepEqual(Object.fromEntries(asked), { from: "2026-12-01T00:00:00+08:00", to: "2027-01-01T00:00:00+08:00", level: "yellow" });
});

test("days that are missing or the wrong way round are told; one day is enough", () => {
  assert.match(daysFault("", "2026-12-01"), /从哪天到哪天/);
  assert.match(daysFault("2026-12-02", "2026-12-01"), /后面/);
  assert.equal(daysFault("2026-12-01", "2026-12-01"), "");
});

test("supervision and audit export; a head does not", () => {
  assert.deepEqual([["supervisor"], ["auditor"], ["chief_representative"]].map(exportsCards), [true, true, false]);
});

test("a card is upheld only where somebody appealed", () => {
  assert.deepEqual(deedsOf({ actions: ["review"], state: "given" }), ["withdrawn"]);
  assert.deepEqual(deedsOf({ actions: ["review"], state: "appealed" }), ["upheld", "withdrawn"]);
  assert.deepEqual(deedsOf({ actions: ["appeal"], state: "given" }), ["appeal"]);
  assert.deepEqual(deedsOf({ actions: [], state: "given" }), []);
});
