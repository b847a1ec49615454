/** An application in steps, and what the server refused at its place. */

import assert from "node:assert/strict";
import test from "node:test";

import type { Field } from "../src/domain/answers";
import { knownOf, placed, reviewOf, stepsOf } from "../src/domain/apply";
import { changed, labelOf } from "../src/domain/fields";

const DAY = "2026-11-23";
const text = (key: string, more: Partial<Field> = {}): Field => ({ key, label: key, type: "text", ...more });
const FIELDS: Field[] = [
  text("a"),
  text("b"),
  text("c"),
  { key: "how", label: "怎么拿", type: "choice", options: [{ value: "post", label: "邮寄" }] },
  text("address", { show_when: [{ field: "how", equals: "post" }] }),
  text("phone"),
];

test("a day is shown as people say it, a choice by its label, nothing where nothing is chosen", () => {
  assert.equal(labelOf({ key: "from", label: "从哪天起", type: "date" }, "2026-12-01"), "2026年12月1日");
  assert.equal(labelOf({ key: "from", label: "从哪个月起", type: "month" }, "2026-12"), "2026年12月");
  assert.equal(labelOf({ key: "from", label: "从哪天起", type: "date" }, null), "");
  assert.equal(labelOf(FIELDS[3]!, "post"), "邮寄");
  assert.equal(labelOf(FIELDS[3]!, null), "");
});

test("questions come a few at a time, a conditional one with what it depends on", () => {
  const keys = (answers: Record<string, unknown>) => stepsOf(FIELDS, answers, DAY, true).map(({ id, keys: asked }) => [id, ...asked]);
  assert.deepEqual(keys({}), [["ask0", "a", "b", "c", "how"], ["ask1", "phone"], ["materials"], ["review"]]);
  assert.deepEqual(keys({ how: "post" })[0], ["ask0", "a", "b", "c", "how", "address"]);
});

test("a group nobody is asked of is no step, and without materials there is none for them", () => {
  const fields = [...FIELDS.slice(0, 5), text("d", { show_when: [{ field: "a", equals: "x" }] })];
  assert.deepEqual(stepsOf(fields, {}, DAY, false).map((each) => each.id), ["ask0", "review"]);
});

test("the review names every answer in words and where it is changed", () => {
  const lines = reviewOf(FIELDS, { a: "云溪", how: "post" }, stepsOf(FIELDS, { how: "post" }, DAY, false));
  assert.deepEqual(lines.map(({ key, words, step }) => [key, words, step]).slice(0, 4), [
    ["a", "云溪", "ask0"],
    ["b", "没有填", "ask0"],
    ["c", "没有填", "ask0"],
    ["how", "邮寄", "ask0"],
  ]);
});

test("what the server refused is told at the question or the material", () => {
  assert.deepEqual(placed({ "/form/people/1/name": "写全姓名", "/materials/photo": "请重拍", "/version": "旧了" }), {
    form: { people: "写全姓名" },
    materials: { photo: "请重拍" },
  });
});

test("an account begins with the applicant as its holder, and says whence; without a name, and of anything else, nothing is known", () => {
  const account: Field = { key: "account", label: "收钱的账户", type: "bank_account" };
  assert.deepEqual(knownOf(account, "王桂芳"), { value: { holder: "王桂芳" }, source: "申请人的实名信息（开户人）" });
  assert.deepEqual(changed(account, knownOf(account, "王桂芳")!.value, 0, "bank", "江州银行"), { holder: "王桂芳", bank: "江州银行" });
  assert.deepEqual([knownOf(account, ""), knownOf(FIELDS[0]!, "王桂芳")], [null, null]);
});
