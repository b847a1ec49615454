/** For whom an item can be begun: only under grants that hold now, for this item, with the power to hand it in. */

import assert from "node:assert/strict";
import test from "node:test";

import type { Grant } from "../src/domain/family";
import { beginnable, SELF, whomField } from "../src/domain/whom";

const NOW = "2026-11-23T10:00:00+08:00";
const GRANT = {
  id: "grant_1",
  state: "active",
  state_label: "授权有效",
  you: "agent",
  principal: { name: "王*芳", known: true },
  agent: { name: "李敏", known: true },
  items: [{ code: "longevity", name: "高龄津贴", instant: false }],
  all_items: false,
  powers: ["submit", "see"],
  starts_at: "2026-11-23T09:00:00+08:00",
  until: "2027-01-01T00:00:00+08:00",
  single_use: false,
  actions: ["revoke"],
} as unknown as Grant;

test("a grant counts that holds now, covers the item and lets one hand it in", () => {
  const found = (change: object, item = "longevity"): number => beginnable([{ ...GRANT, ...change }], item, NOW).length;
  assert.equal(found({}), 1);
  assert.equal(found({}, "ssc-apply"), 0);
  assert.equal(found({ items: [], all_items: true }, "ssc-apply"), 1);
  assert.equal(found({ powers: ["see"] }), 0);
  assert.equal(found({ you: "principal" }), 0);
  assert.equal(found({ starts_at: "2026-11-24T00:00:00+08:00" }), 0);
  for (const state of ["used_up", "revoked", "expired", "invited"]) assert.equal(found({ state }), 0, state);
});

test("the question names oneself first, then each by name with the day until which", () => {
  const { options } = whomField(beginnable([GRANT], "longevity", NOW));
  assert.deepEqual(options, [
    { value: SELF, label: "自己" },
    { value: "grant_1", label: "王*芳", help: "授权到 12月31日 周四" },
  ]);
});
