/** Codes as they are scanned and typed, and what is told of a file that was changed. */

import assert from "node:assert/strict";
import test from "node:test";

import { checked, checkedFile, codeOf } from "../src/domain/verify";

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
