import assert from "node:assert/strict";
import { test } from "node:test";

import { Problem } from "../src/services/problem.ts";
import { useLatest } from "../src/use/latest.ts";
import { usePages } from "../src/use/pages.ts";

/** An answer that comes when the test says so. */
function held<T>(): { promise: Promise<T>; resolve: (found: T) => void; reject: (problem: Error) => void } {
  let resolve!: (found: T) => void;
  let reject!: (problem: Error) => void;
  const promise = new Promise<T>((done, failed) => ((resolve = done), (reject = failed)));
  return { promise, resolve, reject };
}

function refused(): Problem {
  return new Problem(409, "没有办成", "这一天停止办公，请换一天。");
}

test("an answer that comes after something else was asked is not taken", async () => {
  const { ask, loading } = useLatest();
  const [monday, tuesday] = [held<string>(), held<string>()];
  const taken: string[] = [];
  const first = ask(() => monday.promise, (found) => taken.push(found));
  const second = ask(() => tuesday.promise, (found) => taken.push(found));
  tuesday.resolve("tuesday");
  await second;
  monday.resolve("monday");
  await first;
  assert.deepEqual(taken, ["tuesday"]);
  assert.equal(loading.value, false);
});

test("an early answer to what nobody wants any more is not taken either, and one still waits", async () => {
  const { ask, loading } = useLatest();
  const [monday, tuesday] = [held<string>(), held<string>()];
  const taken: string[] = [];
  const first = ask(() => monday.promise, (found) => taken.push(found));
  const second = ask(() => tuesday.promise, (found) => taken.push(found));
  monday.resolve("monday");
  await first;
  assert.deepEqual(taken, []);
  assert.equal(loading.value, true);
  tuesday.resolve("tuesday");
  await second;
  assert.deepEqual(taken, ["tuesday"]);
});

test("what went wrong is told, except where something else was asked meanwhile", async () => {
  const { ask, fault } = useLatest();
  const late = held<string>();
  const first = ask(() => late.promise, () => undefined);
  await ask(() => Promise.resolve("tuesday"), () => undefined);
  late.reject(refused());
  await first;
  assert.equal(fault.value, "");
  await ask(() => Promise.reject(refused()), () => undefined);
  assert.equal(fault.value, "这一天停止办公，请换一天。");
  await ask(() => Promise.resolve("wednesday"), () => undefined);
  assert.equal(fault.value, "");
});

test("where nothing is asked any more nothing comes", async () => {
  const { ask, drop, loading } = useLatest();
  const monday = held<string>();
  const taken: string[] = [];
  const first = ask(() => monday.promise, (found) => taken.push(found));
  drop();
  assert.equal(loading.value, false);
  monday.resolve("monday");
  await first;
  assert.deepEqual(taken, []);
});

test("a list asked anew is not mixed with a page that comes late", async () => {
  const [more, anew] = [held<{ items: string[]; next: null }>(), held<{ items: string[]; next: null }>()];
  const answers = [Promise.resolve({ items: ["a"], next: "2" }), more.promise, anew.promise];
  const pages = usePages<string>(() => answers.shift()!);
  await pages.load();
  const second = pages.load(true);
  const third = pages.load();
  anew.resolve({ items: ["b"], next: null });
  more.resolve({ items: ["late"], next: null });
  await Promise.all([second, third]);
  assert.deepEqual(pages.rows.value, ["b"]);
  assert.equal(pages.next.value, null);
});

test("a page more is of the question the list is of, whatever was typed since", async () => {
  let typed = "王";
  const asked: unknown[] = [];
  const pages = usePages((cursor, find: string) => (asked.push([cursor, find]), Promise.resolve({ items: [`${find} ${cursor}`], next: "2" })), () => typed);
  await pages.load();
  typed = "李";
  await pages.load(true);
  assert.deepEqual(asked, [[null, "王"], ["2", "王"]]);
  assert.deepEqual(pages.rows.value, ["王 null", "王 2"]);
});

test("rows of one question do not stand under another, nor after it failed; asked once more they stay", async () => {
  let typed = "王";
  const answers = [Promise.resolve({ items: ["王"] }), Promise.reject(refused()), Promise.reject(refused())];
  const pages = usePages((_, find: string) => (void find, answers.shift()!), () => typed);
  await pages.load();
  await pages.load();
  assert.deepEqual(pages.rows.value, ["王"]);
  typed = "李";
  const late = pages.load();
  assert.deepEqual(pages.rows.value, []);
  assert.equal(pages.page.value, null);
  await late;
  assert.deepEqual(pages.rows.value, []);
  assert.notEqual(pages.fault.value, "");
});
