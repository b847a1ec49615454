import assert from "node:assert/strict";
import { test } from "node:test";

import { letterOf } from "../src/domain/keys.ts";

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
