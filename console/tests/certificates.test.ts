import assert from "node:assert/strict";
import { test } from "node:test";

import { correctedOf } from "../src/domain/certificates.ts";

const fields = [
  { key: "lease_to", label: "租期到", kind: "date", value: "2027-11-30" },
  { key: "rent", label: "租金", kind: "number", value: 1800 },
  { key: "note", label: "备注", kind: "text", value: null },
];

test("only what was changed is sent, numbers as numbers", () => {
  assert.deepEqual(correctedOf(fields, { lease_to: "2027-11-30", rent: "1800", note: "" }), {});
  assert.deepEqual(correctedOf(fields, { lease_to: "2027-12-31", rent: "1850.5", note: " 有 " }), { lease_to: "2027-12-31", rent: 1850.5, note: "有" });
});
