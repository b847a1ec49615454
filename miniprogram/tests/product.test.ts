/** How an address of the product is asked, and what a refusal of it says. */

import assert from "node:assert/strict";
import test from "node:test";

import { addressOf, refusalIn } from "../src/domain/product";

test("an address has its names filled in, and asks only for what was given", () => {
  assert.equal(addressOf("/api/v1/items/{id}/form", { path: { id: "a b/c" } }), "/api/v1/items/a%20b%2Fc/form");
  assert.equal(addressOf("/api/v1/items", { query: { q: "身份证", theme: "", cursor: undefined, first: 0 } }), "/api/v1/items?q=%E8%BA%AB%E4%BB%BD%E8%AF%81&first=0");
});

test("a refusal is one the product described; what a proxy says is none", () => {
  const told = { type: "/problems/not_found", title: "没有找到", status: 404, detail: "没有找到这条记录。", instance: "req_1" };
  assert.equal(refusalIn(told), told);
  for (const other of ["<h1>oops</h1>", undefined, null, 502, {}, { title: "oops" }]) assert.equal(refusalIn(other), undefined);
});
