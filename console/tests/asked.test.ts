import assert from "node:assert/strict";
import { test } from "node:test";

import type { components } from "../typings/api.d.ts";
import { acceptOf, codeIn, fileFault, hashOf, isTyped, missingFiles, namesOf, nothingTyped, overOf, placeIn, standing, strange } from "../src/domain/asked.ts";

type Row = components["schemas"]["AskedRow"];
type Grant = components["schemas"]["GrantView"];
const now = new Date("2026-11-24T09:00:00+08:00");
const row = (more: Partial<Row>): Row => ({ open: true, overdue: false, due: null, met_at: null, declined_at: null, ended_for: "", ...more }) as Row;
const imprint = { key: "imprint", name: "印模", accepts: ["png", "jpeg", "pdf"], max_files: 2, max_mb: 5 } as components["schemas"]["AskedFile"];
const scan = { name: "印模.png", size: 1000, type: "image/png" };

test("eight digits are taken however they are typed, anything else is not", () => {
  assert.equal(codeIn("1234 5678"), "12345678");
  assert.equal(codeIn(" 1234-5678"), "12345678");
  assert.equal(codeIn("1234567"), "");
  assert.equal(codeIn("123456789"), "");
});

test("one answers for oneself and for units that named one, never for a relative", () => {
  const grant = (id: string, more: Partial<Grant>): Grant => ({ id, basis: "company", you: "agent", state: "active", principal: { name: "云城区人民医院" }, ...more }) as Grant;
  const found = namesOf("黄莉莉", [grant("a", {}), grant("b", { basis: "delegation" }), grant("c", { you: "principal" }), grant("d", { state: "revoked" })]);
  assert.deepEqual(found.map((each) => each.grant), ["", "a"]);
  assert.match(found[0]!.label, /^黄莉莉本人/);
});

test("the address says in whose name one reads which matter, and is read back", () => {
  for (const place of [{ grant: "", id: "obl_1" }, { grant: "grant_2", id: "obl_1" }, { grant: "grant_2", id: "" }]) assert.deepEqual(placeIn(hashOf(place)), place);
  assert.equal(hashOf({ grant: "", id: "" }), "");
  for (const other of ["", "#", "#obl_1", "#a/b/c", "#<b>/x"]) assert.deepEqual(placeIn(other), { grant: "", id: "" });
});

test("what was typed or put up would be lost, an answer taken back would not", () => {
  assert.equal(isTyped(nothingTyped()), false);
  assert.equal(isTyped({ answers: { ward: null, code: "" }, files: { imprint: [] } }), false);
  assert.equal(isTyped({ answers: { ward: "骨科" }, files: {} }), true);
  assert.equal(isTyped({ answers: {}, files: { imprint: [{ id: "m", name: "印模.jpg" }] } }), true);
});

test("how one stands is said with until when", () => {
  const due = "2026-11-25T17:00:00+08:00";
  assert.deepEqual(standing(row({ due }), now), { words: "请在11月25日 周三 17:00前办", tone: "waiting" });
  assert.equal(standing(row({ due, overdue: true }), now).tone, "overdue");
  assert.match(standing(row({ open: false, met_at: due }), now).words, /办好了$/);
  assert.match(standing(row({ open: false, declined_at: due }), now).words, /没有同意$/);
  assert.equal(standing(row({ open: false, ended_for: "申请撤回了" }), now).words, "申请撤回了");
});

test("what is over says why", () => {
  const page = (more: object) => ({ actions: [], met_at: null, declined_at: null, ended_for: "", reason: "", ...more }) as unknown as components["schemas"]["AskedView"];
  assert.equal(overOf(page({ actions: ["confirm"] })), "");
  assert.equal(overOf(page({ met_at: "2026-11-24" })), "已经办好了。");
  assert.equal(overOf(page({ declined_at: "2026-11-24", reason: "不是我院的" })), "没有同意：不是我院的");
  assert.equal(overOf(page({})), "现在不用办了。");
});

test("a file that cannot go up is told before it is sent", () => {
  assert.equal(acceptOf(imprint), "image/png,image/jpeg,application/pdf");
  assert.equal(fileFault(imprint, 0, scan), "");
  assert.match(fileFault(imprint, 2, scan), /最多 2 份/);
  assert.match(fileFault(imprint, 0, { ...scan, size: 6 * 1024 * 1024 }), /超过 5MB/);
  assert.match(fileFault(imprint, 0, { ...scan, type: "text/plain" }), /格式收不了/);
  assert.equal(missingFiles([imprint], {}), "请先上传：印模。");
  assert.equal(missingFiles([imprint], { imprint: ["x"] }), "");
});

test("what this page has no boxes for is sent to the phone by name", () => {
  const field = (type: string, label: string) => ({ type, label }) as components["schemas"]["FormField"];
  assert.deepEqual(strange([field("boolean", "甲"), field("address", "地址")]), ["地址"]);
});
