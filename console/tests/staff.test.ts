import assert from "node:assert/strict";
import { test } from "node:test";

import { bodyOf, departmentsWithin, faultOf, isGuarded, NO_PLACE, placeOf, type Member } from "../src/domain/staff.ts";

const member = (over: Partial<Member>): Member => ({ id: "s", username: "u", name: "n", roles: ["reviewer"], disabled: false, second_factor: false, duties: [], version: 1, ...over });

test("the three administrators are three people, and nobody has no role at all", () => {
  assert.match(faultOf({ ...NO_PLACE, roles: ["system_admin", "auditor"] }), /不同的人/);
  assert.match(faultOf({ ...NO_PLACE, roles: [] }), /至少/);
  assert.equal(faultOf({ ...NO_PLACE, roles: ["receptionist", "auditor"] }), "");
  assert.match(faultOf({ ...NO_PLACE, roles: ["chief_representative"] }), /请选部门/);
  assert.equal(faultOf({ ...NO_PLACE, roles: ["chief_representative"], department: "taxation" }), "");
});

test("what is not chosen is sent as nothing", () => {
  assert.deepEqual(bodyOf(placeOf(member({ department: "taxation" }))), { roles: ["reviewer"], department: "taxation", hall: null, town: null });
});

test("one role of power is enough for a second administrator", () => {
  assert.equal(isGuarded(["reviewer", "auditor"], ["auditor", "system_admin"]), true);
  assert.equal(isGuarded(["reviewer"], ["auditor"]), false);
});

test("a district's supervisor is offered the departments of that district, the city's all", () => {
  const all = [{ code: "tax" }, { code: "linjiang_tax" }, { code: "city_tax" }];
  const districts = { tax: "990101", linjiang_tax: "990102" };
  assert.deepEqual(departmentsWithin(all, districts, "tax"), [{ code: "tax" }]);
  assert.deepEqual(departmentsWithin(all, districts, "city_tax"), all);
});
