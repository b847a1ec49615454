import assert from "node:assert/strict";
import { test } from "node:test";

import { counted, looksFor, LOOKS, saidOf } from "../src/domain/awaiting.ts";
import { roomsFor } from "../src/domain/rooms.ts";

test("what waits for a second person is asked of those who may do it, and leads to a page they have", () => {
  assert.deepEqual(looksFor(["security_admin"]).map((look) => look.key), ["accounts", "letters"]);
  assert.deepEqual(looksFor(["supervisor"]).map((look) => look.key), ["appeals", "destructions", "promised", "statutory"]);
  assert.deepEqual(looksFor(["receptionist"]), []);
  for (const look of LOOKS) {
    for (const role of look.roles) assert.ok(roomsFor({ roles: [role] }).some((room) => room.name === look.to.name), `${role}: ${look.to.name}`);
  }
});

test("what concerns the viewer is counted, and where there are more it says so", () => {
  const page = { items: [1, 2, 3], next: null };
  assert.deepEqual(counted(page, (row) => row > 1), { count: 2, more: false });
  assert.equal(saidOf({ unit: "项" }, counted(page, (row) => row > 1)), "2 项");
  assert.equal(saidOf({ unit: "件" }, counted({ ...page, next: "x" }, () => true)), "3 件以上");
  assert.deepEqual(counted({ ...page, next: "x" }, () => false), { count: 0, more: false });
});
