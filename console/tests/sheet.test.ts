import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";

import { append, borrowed, brokenAt, drop, lineOf, move, newKey, offsetOf, ownVersions, pathAt, pathOf, pointerOf, put, read, spanOf, written } from "../src/domain/sheet.ts";

const TEXT = `code: x
aliases: [甲, 乙]
versions:
  - effective_from: 2026-01-01
    guide:
      # 旧的
      summary: 旧话
  - effective_from: 2026-11-26
    guide:
      summary: 新话 # 为什么
      where: [这里, 那里]
    steps:
      - {key: a, when: &w [1]}
      - {key: b, when: *w}
`;
const BEGUN = new Set(["2026-01-01"]);

function changed(work: (doc: ReturnType<typeof read>) => void): string {
  const doc = read(TEXT);
  work(doc);
  return written(doc);
}

test("a value is changed in its place and nothing else is", () => {
  assert.equal(changed(() => undefined), TEXT);
  assert.equal(changed((doc) => put(doc, ["versions", 1, "guide", "summary"], "更新的话")), TEXT.replace("新话 #", "更新的话 #"));
  assert.equal(changed((doc) => put(doc, ["versions", 1, "guide", "trips"], "不用跑")), TEXT.replace("那里]\n", "那里]\n      trips: 不用跑\n"));
  assert.equal(changed((doc) => put(doc, ["versions", 1, "guide", "where"], undefined)), TEXT.replace("      where: [这里, 那里]\n", ""));
});

test("words that would be read as something else are quoted", () => {
  const told = (value: unknown) => changed((doc) => put(doc, ["versions", 1, "guide", "summary"], value)).split("\n")[9];
  for (const value of ["9:00", "12345", "0600-8100", "yes", "~", "null", ".5"]) assert.equal(told(value), `      summary: "${value}" # 为什么`);
  assert.equal(told("2026-11-26"), "      summary: 2026-11-26 # 为什么");
  assert.equal(told(5), "      summary: 5 # 为什么");
  assert.match(changed((doc) => append(doc, ["versions", 1, "guide", "where"], "8号")), /where: \[这里, 那里, "8号"\]/);
  assert.match(changed((doc) => append(doc, ["versions", 1, "guide", "faq"], { question: "问", answer: "1" })), /faq:\n {8}- question: 问\n {10}answer: "1"\n/);
});

test("what was empty is written line by line once something stands in it", () => {
  const doc = read("list: []\n");
  append(doc, ["list"], {});
  const again = read(written(doc));
  put(again, ["list", 0, "question"], "问");
  assert.equal(written(again), "list:\n  - question: 问\n");
});

test("entries are moved and taken out", () => {
  const where = ["versions", 1, "guide", "where"];
  assert.match(changed((doc) => move(doc, where, 1, 0)), /where: \[那里, 这里\]/);
  assert.equal(changed((doc) => move(doc, where, 1, 2)), TEXT);
  assert.match(changed((doc) => drop(doc, where, 0)), /where: \[那里\]/);
});

test("what is referred to is known, and a text is not written without it", () => {
  const doc = read(TEXT);
  assert.equal(borrowed(doc, ["versions", 1, "steps", 1, "when"]), true);
  assert.equal(borrowed(doc, ["versions", 1, "steps", 1, "when", 0]), true);
  assert.equal(borrowed(doc, ["versions", 1, "steps", 0, "when"]), false);
  drop(doc, ["versions", 1, "steps"], 0);
  assert.throws(() => written(doc));
});

test("only the version that has not begun is written on", () => {
  const doc = read(TEXT);
  assert.deepEqual(ownVersions(doc, BEGUN), [1]);
  const span = spanOf(TEXT, doc, [1])!;
  assert.equal(TEXT.slice(span.from), TEXT.slice(TEXT.indexOf("  - effective_from: 2026-11-26")));
  const old = spanOf(TEXT, doc, [0])!;
  assert.equal(TEXT.slice(old.from, old.to), TEXT.slice(TEXT.indexOf("  - effective_from: 2026-01-01"), TEXT.indexOf("  - effective_from: 2026-11-26")));
  assert.equal(spanOf(TEXT, doc, []), null);
  assert.deepEqual(ownVersions(read("code: x\n"), BEGUN), []);
});

test("a place is found in the text, and the text's place is found", () => {
  const doc = read(TEXT);
  const path = ["versions", 1, "guide", "summary"];
  assert.deepEqual(pathAt(TEXT, doc, TEXT.indexOf("新话")), path);
  assert.deepEqual(pathAt(TEXT, doc, TEXT.indexOf("那里")), ["versions", 1, "guide", "where", 1]);
  assert.deepEqual(pathAt(TEXT, doc, TEXT.indexOf("      summary: 新话") + 2), path);
  assert.equal(offsetOf(doc, path), TEXT.lastIndexOf("summary"));
  assert.equal(offsetOf(doc, [...path, "gone"]), TEXT.lastIndexOf("summary"));
  assert.equal(offsetOf(doc, ["gone"]), 0);
  assert.deepEqual(pathAt("", read(""), 0), []);
});

test("a broken text names its line, a pointer its place, a new key is new", () => {
  assert.equal(brokenAt(read("a: 1\nb: [\n")), 3);
  assert.equal(brokenAt(read(TEXT)), 0);
  assert.equal(pointerOf(["versions", 1, "a/b~"]), "/versions/1/a~1b~0");
  assert.deepEqual(pathOf("/versions/1/a~1b~0"), ["versions", 1, "a/b~"]);
  assert.deepEqual(pathOf(""), []);
  assert.equal(lineOf("a\nb", 2), 2);
  assert.equal(newKey(["m_1", "m_3"], "m"), "m_2");
});

test("every item of the catalogue says the same after it was written again", () => {
  const folder = new URL("../../catalogue/items/", import.meta.url);
  const files = fs.readdirSync(folder);
  assert.ok(files.length > 30);
  for (const file of files) {
    const text = fs.readFileSync(new URL(file, folder), "utf-8");
    const doc = read(text);
    assert.equal(doc.errors.length, 0, file);
    const again = written(doc);
    assert.deepEqual(read(again).toJS(), doc.toJS(), file);
    const lines = new Set(again.split("\n"));
    const comments = text.split("\n").filter((line) => /^\s*#/.test(line) && !lines.has(line));
    assert.deepEqual(comments, [], file);
  }
});
