import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { isScanned, keyOf, KEYS, letterOf, meantRow, nextOpen, sends, walkedTo } from "../src/domain/keys.ts";

const KEY = { key: "p", ctrlKey: false, metaKey: false, altKey: false, target: null };

test("a letter alone is a key of an act", () => {
  assert.equal(letterOf(KEY), "P");
  assert.equal(letterOf({ ...KEY, target: { tagName: "BUTTON" } as unknown as EventTarget }), "P");
});

test("what is typed, and what the browser knows, is left alone", () => {
  assert.equal(letterOf({ ...KEY, target: { tagName: "TEXTAREA" } as unknown as EventTarget }), "");
  assert.equal(letterOf({ ...KEY, ctrlKey: true }), "");
  assert.equal(letterOf({ ...KEY, key: "Enter" }), "");
});

test("a box that is ticked takes no letters, so the keys of acts go on", () => {
  assert.equal(letterOf({ ...KEY, target: { tagName: "INPUT", type: "checkbox" } as unknown as EventTarget }), "P");
  assert.equal(letterOf({ ...KEY, target: { tagName: "INPUT", type: "text" } as unknown as EventTarget }), "");
});

test("a form is sent by Enter held with Ctrl or Command, once, and not while a word is being composed", () => {
  const pressed = { key: "Enter", ctrlKey: true, metaKey: false, repeat: false, isComposing: false };
  assert.equal(sends(pressed), true);
  assert.equal(sends({ ...pressed, ctrlKey: false, metaKey: true }), true);
  for (const other of [{ ctrlKey: false }, { key: "s" }, { repeat: true }, { isComposing: true }]) assert.equal(sends({ ...pressed, ...other }), false);
});

test("rows are walked from the first to the last and no further", () => {
  assert.equal(walkedTo(-1, 0, 1, 3), 0);
  assert.equal(walkedTo(-1, 0, -1, 3), 0);
  assert.equal(walkedTo(0, 0, 1, 3), 1);
  assert.equal(walkedTo(2, 2, 1, 3), 2);
});

test("where the row that had the focus is done and gone, the walk goes on at its place", () => {
  assert.equal(walkedTo(-1, 1, 1, 3), 1);
  assert.equal(walkedTo(-1, 1, -1, 3), 0);
  assert.equal(walkedTo(-1, 2, 1, 2), 1);
});

test("a scanner types letters and digits; what is held with a key is no code", () => {
  const key = { key: "7", ctrlKey: false, metaKey: false, altKey: false };
  assert.ok(isScanned(key));
  assert.ok(!isScanned({ ...key, ctrlKey: true }));
  assert.ok(!isScanned({ ...key, key: "F2" }));
});

test("a letter is meant for the row one walked to, and for no other one", () => {
  const rows = [{ id: "a", may: false }, { id: "b", may: true }, { id: "c", may: true }];
  const meant = (walked: string) => meantRow(rows, walked, (row) => row.id, (row) => row.may)?.id;
  assert.equal(meant(""), "b");
  assert.equal(meant("c"), "c");
  assert.equal(meant("a"), undefined); // the key of another row's button does nothing
  assert.equal(meant("gone"), "b");
});

test("what is noted next is what nothing is noted on yet, after this one first", () => {
  const noted = new Set(["b", "c"]);
  const next = (done: string) => nextOpen(["a", "b", "c", "d"], done, (each) => noted.has(each));
  assert.equal(next("b"), "d");
  assert.equal(next("d"), "a");
  noted.add("a");
  assert.equal(next("d"), undefined);
});

test("a key that no scanner types means one thing on every page", () => {
  const keys: string[] = Object.values(KEYS);
  assert.equal(new Set(keys).size, keys.length);
  const written = /["'`>\s](?:(?:Shift|Alt)\+)?(?:F\d{1,2}|(?<=Alt\+)[A-Z])["'`<\s]/;
  const source = new URL("../src/", import.meta.url);
  const files = readdirSync(source, { recursive: true }).map(String).filter((name) => /\.(ts|vue)$/.test(name) && name !== "domain/keys.ts");
  assert.ok(files.length > 100);
  const elsewhere = files.filter((name) => readFileSync(new URL(name, source), "utf8").split("\n").some((line) => !/^\s*(\/\*\*|\*|\/\/)/.test(line) && written.test(line)));
  assert.deepEqual(elsewhere, [], "written out beside `KEYS`");
});

test("Alt with a letter is told by its place on the keyboard, and not where Ctrl makes another sign of it", () => {
  assert.equal(keyOf({ key: "å", code: "KeyA", shiftKey: false, altKey: true }), KEYS.attest);
  assert.equal(keyOf({ key: "ą", code: "KeyA", shiftKey: false, altKey: true, ctrlKey: true }), "ą");
  assert.equal(keyOf({ key: "F3", code: "F3", shiftKey: true }), KEYS.printSlip);
});
