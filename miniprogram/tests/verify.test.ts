/** Codes as they are scanned and typed, and what is told of a file that was changed. */

import assert from "node:assert/strict";
import test from "node:test";

import { checked, checkedFile, checkedLicence, codeOf, licenceCodeOf } from "../src/domain/verify";

const NOW = "2026-11-23T10:00:00+08:00";
const FOUND = { result: "valid", label: "有效", detail: "真的", title: "退休证明", holder_name: "王*芳", issued_on: "2026-11-23", checked_at: NOW };

test("a code is found in what a picture says, whatever site it names", () => {
  assert.equal(codeOf("https://yici.invalid/verify/aB3"), "aB3");
  assert.equal(codeOf(" https://elsewhere.invalid/verify/aB3?x=1 "), "aB3");
  assert.equal(codeOf(" aB3 "), "aB3");
  assert.deepEqual(["https://example.com/x", "", "验真码", "a".repeat(41)].map(codeOf), ["", "", "", ""]);
});

test("what holds is shown so; what does not is a warning", () => {
  assert.deepEqual([checked(FOUND, NOW).certificate?.tone, checked(FOUND, NOW).certificate?.facts.length], ["done", 3]);
  assert.equal(checked({ ...FOUND, result: "revoked" }, NOW).certificate?.tone, "refused");
  assert.deepEqual(checked({ ...FOUND, result: "unknown" }, NOW).certificate?.facts, []);
});

test("the original of a changed file is not shown as if the file were it", () => {
  const changed = checkedFile({ verdict: "altered", label: "改过", detail: "", certificate: FOUND }, NOW);
  assert.deepEqual([changed.file?.tone, changed.certificate?.tone], ["refused", "refused"]);
  assert.equal(changed.certificate?.label, "登记的原件：有效");
  assert.equal(checkedFile({ verdict: "authentic", label: "原件", detail: "", certificate: FOUND }, NOW).certificate?.tone, "done");
});

test("a licence somebody shows is told by its own code, with what it may be used for", () => {
  assert.equal(licenceCodeOf("https://yici.invalid/verify/licences/aB3aB3aB3aB3aB3a?x=1"), "aB3aB3aB3aB3aB3a");
  assert.deepEqual(["https://yici.invalid/verify/aB3", "aB3aB3aB3aB3aB3a"].map(licenceCodeOf), ["", ""]);
  assert.equal(codeOf("https://yici.invalid/verify/licences/aB3aB3aB3aB3aB3a"), "");
  const shown = { result: "shown" as const, label: "有效", detail: "真的", how: "当面出示", licence: "结婚证", holder_name: "李*", made_at: NOW, until_text: "上午10:05", checked_at: NOW };
  const facts = checkedLicence(shown, NOW).certificate!.facts;
  const tones = (["shown", "unchecked", "over"] as const).map((result) => checkedLicence({ ...shown, result }, NOW).certificate!.tone);
  assert.deepEqual(tones, ["done", "waiting", "refused"]);
  assert.deepEqual(facts.find((each) => each.question === "证照有效期到"), { question: "证照有效期到", answer: "长期" });
  assert.deepEqual([facts[0]!.question, checkedLicence({ ...shown, purpose: "入学" }, NOW).certificate!.facts[0]!.answer], ["证照", "入学"]);
});
