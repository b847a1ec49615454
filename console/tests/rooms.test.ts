import assert from "node:assert/strict";
import { test } from "node:test";

import { groupsFor, markOf, mayEnter, oversees, ROOMS, roomsFor, saidOf } from "../src/domain/rooms.ts";

const namesFor = (...roles: string[]) => roomsFor({ roles }).map((room) => room.name);

test("who supervises has cards and figures; who serves at a window has cards alone", () => {
  assert.ok(["cards", "figures"].every((name) => namesFor("supervisor").includes(name)));
  assert.ok(namesFor("receptionist").includes("cards"));
  assert.ok(!namesFor("receptionist").includes("figures"));
});

test("security, system and audit are three: none has a room of the desk of cases", () => {
  assert.equal(mayEnter("cards")({ roles: ["security_admin"] }), false);
  assert.equal(mayEnter("cards")({ roles: ["system_admin"] }), false);
  assert.equal(oversees(["auditor"]), true);
  assert.equal(oversees(["receptionist"]), false);
});

test("rooms stand with what they belong to, and nobody has an empty group", () => {
  const groups = groupsFor({ roles: ["receptionist", "hall_manager"] });
  assert.deepEqual(groups.map((group) => group.label), ["窗口", "办件", "大厅", "监督"]);
  assert.deepEqual(groups.flatMap((group) => group.rooms.map((room) => room.name)).sort(), namesFor("receptionist", "hall_manager").sort());
  assert.ok(groups.every((group) => group.rooms.length));
});

test("the side marks the page itself, and the list a page lies within", () => {
  assert.equal(markOf("catalogue", "catalogue"), "page");
  assert.equal(markOf("catalogue", "item"), "true");
  assert.equal(markOf("cards", "card"), "true");
  assert.equal(markOf("cases", "case"), "true");
  assert.equal(markOf("home", "card"), undefined);
  assert.equal(markOf("cards", "account"), undefined);
});

test("who only looks a certificate up is not told of revoking it, nor of a department", () => {
  const room = ROOMS.find((each) => each.name === "certificates")!;
  assert.doesNotMatch(saidOf(room, ["auditor"]), /本部门|撤销|证件/);
  assert.doesNotMatch(saidOf(room, ["receptionist"]), /撤销/);
  assert.match(saidOf(room, ["reviewer"]), /本部门.*撤销/);
  assert.equal(saidOf(ROOMS.find((each) => each.name === "audit")!, ["auditor"]), ROOMS.find((each) => each.name === "audit")!.says);
});

test("calls are made by the hotline and by those of a town, as the server has it", () => {
  const calls = mayEnter("calls");
  assert.equal(calls({ roles: ["receptionist"], town: null }), false);
  assert.equal(calls({ roles: ["receptionist"], town: "luoxi" }), true);
  assert.equal(calls({ roles: ["receptionist", "hotline_agent"] }), true);
  assert.equal(calls({ roles: ["reviewer"], town: "luoxi" }), false);
});
