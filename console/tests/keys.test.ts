import assert from "node:assert/strict";
import { test } from "node:test";

import { letterOf, sends, walkedTo } from "../src/domain/keys.ts";

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
