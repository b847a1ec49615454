import assert from "node:assert/strict";
import { test } from "node:test";

import { monthsOf } from "../src/domain/year.ts";

const rest = (day: string, name: string, changed = false) => ({ day, name, works: false, changed });

test("a year has twelve months, whose weeks begin on Monday", () => {
  const months = monthsOf(2026, []);
  assert.equal(months.length, 12);
  const november = months[10]!;
  assert.deepEqual(november.weeks[0]!.map((cell) => cell.number), [0, 0, 0, 0, 0, 0, 1]);
  assert.equal(november.weeks.at(-1)![0]!.number, 30);
  assert.equal(november.weeks[0]![6]!.weekend, true);
  assert.equal(november.weeks[1]![0]!.weekend, false);
  assert.deepEqual(november.notes, []);
});

test("a holiday is one line, a day that is worked another, and what was changed is marked apart from its neighbours", () => {
  const days = [rest("2026-01-01", "元旦"), rest("2026-01-02", "元旦"), rest("2026-01-03", "元旦"), { day: "2026-01-04", name: "元旦调休", works: true, changed: false }, rest("2026-01-05", "停工", true)];
  const january = monthsOf(2026, days)[0]!;
  assert.deepEqual(january.notes.map((note) => note.says), ["1日–3日 元旦，放假", "4日 元旦调休，上班", "5日 停工，放假"]);
  assert.deepEqual(january.notes.map((note) => note.changed), [false, false, true]);
  const cells = january.weeks.flat();
  assert.deepEqual([3, 4, 5, 6].map((number) => cells.find((cell) => cell.number === number)!.kind), ["rest", "work", "rest", ""]);
  assert.equal(cells.find((cell) => cell.number === 5)!.changed, true);
});

test("days of one name that do not follow each other are two lines", () => {
  const notes = monthsOf(2026, [rest("2026-05-01", "劳动节"), rest("2026-05-03", "劳动节")])[4]!.notes;
  assert.deepEqual(notes.map((note) => note.says), ["1日 劳动节，放假", "3日 劳动节，放假"]);
});
