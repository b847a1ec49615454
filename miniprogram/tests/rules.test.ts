/** The evaluator of form rules, against the vectors it shares with the server. */

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { answerFault } from "../src/domain/answers";
import { type Answers, askedAnswers, type Field, formFaults, satisfies, visibleFields } from "../src/domain/rules";

interface Vectors {
  today: string;
  tests: { name: string; test: Parameters<typeof satisfies>[0]; value: unknown; answers?: Answers; holds: boolean }[];
  forms: { name: string; fields: Field[]; answers: Answers; visible: string[]; missing: string[] }[];
}

const { today, tests, forms } = JSON.parse(fs.readFileSync(path.join(__dirname, "../../tests/vectors/form_rules.json"), "utf8")) as Vectors;

for (const each of tests)
  test(`rule: ${each.name}`, () => assert.equal(satisfies(each.test, each.value, each.answers ?? {}, today), each.holds));

for (const { name, fields, answers, visible, missing } of forms)
  test(`form: ${name}`, () => {
    assert.deepEqual(visibleFields(fields, answers, today).map((field) => field.key), visible);
    assert.deepEqual(Object.keys(formFaults(fields, answers, today)).map((key) => `/form/${key}`), missing);
  });

interface AnswerVectors {
  answers: { name: string; field: Field; value: unknown; complete: boolean; applicant?: string; fault: string; at: string }[];
}

const { answers: typed } = JSON.parse(fs.readFileSync(path.join(__dirname, "../../tests/vectors/answer_types.json"), "utf8")) as AnswerVectors;

for (const { name, field, value, complete, applicant = "", fault, at } of typed)
  test(`answer: ${name}`, () => assert.deepEqual(answerFault(field, value, { complete, applicant }), { words: fault, at }));

test("what a hidden field was once answered is not sent", () => {
  const fields: Field[] = [
    { key: "how", label: "怎么拿", type: "choice", options: [{ value: "post", label: "邮寄" }] },
    { key: "address", label: "寄到哪里", type: "text", show_when: [{ field: "how", equals: "post" }] },
  ];
  assert.deepEqual(askedAnswers(fields, { how: "counter", address: "云山大道1号" }, today), { how: "counter" });
});
