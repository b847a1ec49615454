import assert from "node:assert/strict";
import { test } from "node:test";

import { byName, choicesOf, explained, ordered, presetOf, split, titleOf, type Key, type Shape } from "../src/domain/sheetKeys.ts";

const key = (name: string, more: Partial<Key> = {}): Key => ({ key: name, label: `${name}的名`, help: "", kind: "line", required: false, shape: "", options: [], among: "", preset: null, ...more });
const NEED = key("need", { kind: "choice", options: [{ code: "required", label: "必须提供" }], preset: "required" });
const SHAPES: Shape[] = [
  { name: "Item", keys: [key("versions", { shape: "ItemVersion" })] },
  { name: "ItemVersion", keys: [key("parts"), key("materials", { label: "材料", shape: "Material" }), key("guide")] },
  { name: "Material", keys: [key("key", { required: true }), NEED] },
];

test("what people read comes first", () => {
  assert.deepEqual(ordered(SHAPES[1]!).map((each) => each.key), ["guide", "materials", "parts"]);
});

test("what stands there is shown, the rest may be added", () => {
  const found = split(SHAPES[2]!.keys, {}, new Set());
  assert.deepEqual([found.shown.map((each) => each.key), found.more.map((each) => each.key)], [["key"], ["need"]]);
  assert.equal(split(SHAPES[2]!.keys, { need: "optional" }, new Set()).more.length, 0);
  assert.equal(split(SHAPES[2]!.keys, {}, new Set(["need"])).more.length, 0);
});

test("a place is told in words, with what may stand there", () => {
  const shapes = byName(SHAPES);
  const found = explained(shapes, ["versions", 1, "materials", 0, "need"]);
  assert.deepEqual(found.way, ["versions的名", "第2项", "材料", "第1项", "need的名"]);
  assert.equal(found.key?.options[0]?.label, "必须提供");
  assert.equal(explained(shapes, ["versions", 0, "materials"]).below?.name, "Material");
  assert.deepEqual(explained(shapes, ["versions", 0, "colour"]), { way: ["versions的名", "第1项", "colour"], key: null, below: null });
  assert.equal(explained(shapes, []).below?.name, "Item");
});

test("an entry is called by what it says of itself", () => {
  const names = (_: string, value: string) => (value === "qingshi" ? "青石镇" : value);
  assert.equal(titleOf({ key: "a", name: "身份证" }, 0, names), "身份证");
  assert.equal(titleOf({ hall: "qingshi" }, 0, names), "青石镇");
  assert.equal(titleOf({ name: "" }, 2, names), "第3项");
  assert.equal(titleOf(null, 0, names), "第1项");
});

test("what holds where nothing is written is told", () => {
  assert.equal(presetOf(NEED), "必须提供");
  assert.equal(presetOf(key("a", { preset: true })), "是");
  assert.equal(presetOf(key("a", { options: [{ code: "x", label: "甲" }], preset: ["x", "y"] })), "甲、y");
  assert.equal(presetOf(key("a", { preset: 30 })), "30");
  assert.equal(presetOf(key("a")), "");
});

test("one chooses from what stands in the version, and what is chosen is always there", () => {
  const version = { form: [{ key: "phone", label: "电话" }, { key: "name" }] };
  assert.deepEqual(choicesOf(key("against", { among: "form" }), version, ["applicant"]).map((each) => each.label), ["电话", "name", "applicant"]);
  assert.deepEqual(choicesOf(key("against", { among: "steps" }), version, []), []);
  assert.deepEqual(choicesOf(NEED, version, ["other"]).map((each) => each.code), ["required", "other"]);
});
