import assert from "node:assert/strict";
import { test } from "node:test";

import { CALLER_ACTS, doneSaid, hallsFor, lacksOfSought, replaced, type Booked, type Hall } from "../src/domain/callers.ts";

const hall = (id: string, items: string[]): Hall => ({ id, name: id, address: "", phone: "", hours: "", towns: [], items, counters: [] });
const booked = (change: Partial<Booked>): Booked => ({ id: "a", version: 1, name: "王*芳", people: [], agent: null, hall: "luoxi", hall_name: "罗溪街道便民服务中心", counter_name: "", start: "", when: "11月25日 周三 上午9:00–9:30", items: [], item_names: [], status: "", moved: null, code: "7X5J9QPQ", bring: [], papers: "", actions: [], why_not: "", ...change });

test("a booking code stands alone, other numbers with a name", () => {
  assert.equal(lacksOfSought("7x5j9qpq", ""), "");
  assert.match(lacksOfSought("0071", " "), /姓名/);
  assert.equal(lacksOfSought("0071", "王芳"), "");
  assert.match(lacksOfSought("071", "王芳"), /后四位/);
  assert.match(lacksOfSought("0071", "王芳1"), /不能有数字/);
  assert.match(lacksOfSought("10000000", ""), /姓名/, "no code has a 1 or a 0");
});

test("only halls where all of it is done, and of whoever sits in one that one", () => {
  const halls = [hall("center", ["a", "b"]), hall("luoxi", ["a"])];
  assert.deepEqual(hallsFor(halls, ["a"], null).map((each) => each.id), ["center", "luoxi"]);
  assert.deepEqual(hallsFor(halls, ["a", "b"], "").map((each) => each.id), ["center"]);
  assert.deepEqual(hallsFor(halls, ["a"], "luoxi").map((each) => each.id), ["luoxi"]);
  assert.deepEqual(hallsFor(halls, ["b"], "luoxi"), []);
});

test("what was done is said with what the caller needs", () => {
  assert.match(doneSaid("reschedule", booked({})), /11月25日 周三 上午9:00–9:30，罗溪街道便民服务中心。预约码还是 7X5J9QPQ/);
  assert.match(doneSaid("cancel", booked({})), /^已取消：王\*芳/);
});

test("what came of an act stands where it was, and each act has its own key", () => {
  const after = booked({ id: "b" });
  assert.deepEqual(replaced([booked({}), booked({ id: "c" })], "a", after).map((each) => each.id), ["b", "c"]);
  assert.equal(new Set(CALLER_ACTS.map(([, , key]) => key)).size, CALLER_ACTS.length);
});
