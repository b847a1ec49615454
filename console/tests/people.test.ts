import assert from "node:assert/strict";
import { test } from "node:test";

import { peopleOf } from "../src/domain/people.ts";

const NOW = new Date("2026-11-23T10:00:00+08:00");
const CASE = { person_name: "王桂芳", agent_name: null, grant: null, obligations: [], hands: [], reviewer: null, claimed_until: null, decision: null, recusals: [] };
const told = (more: object) => peopleOf({ ...CASE, ...more } as never, NOW).map((each) => `${each.is} ${each.name} ${each.more}`.trim());

test("nobody but the applicant has to do with a case that just came", () => {
  assert.deepEqual(told({}), ["申请人 王桂芳"]);
});

test("an agent stands there with the grant, and whoever else is asked something with what", () => {
  const grant = { basis: "委托", powers: ["申请", "补正"], until: "2027-01-01T00:00:00+08:00", state: "授权有效" };
  assert.deepEqual(told({ agent_name: "王敏", grant })[1], "代办人 王敏 委托：申请、补正，到 12月31日 周四，授权有效");
  const asked = (who_name: string, name: string) => ({ who_name, name, kind: { label: "确认" } });
  assert.deepEqual(told({ obligations: [asked("第一医院", "在职"), asked("第一医院", "学历"), asked("王桂芳", "缴费"), asked("", "公示")] }), ["申请人 王桂芳", "其他当事人 第一医院 确认「在职」、确认「学历」"]);
});

test("of staff, who has it in hand comes first and until when, in whose place; then who decided and who is out of it", () => {
  const hands = [{ name: "姚淑贤", did: ["看材料"] }, { name: "周志远", did: ["正在办", "受理"] }];
  const reviewer = { name: "周志远（代吴敏仪）", department: "x" };
  const decision = { by: { name: "许文静" }, outcome: { label: "准予" } };
  assert.deepEqual(told({ hands, reviewer, claimed_until: "2026-11-23T17:00:00+08:00", decision, recusals: [{ who: { name: "吴敏仪" } }] }).slice(1), ["在办 周志远（代吴敏仪） 正在办、受理，到 11月23日 周一 17:00", "办过 姚淑贤 看材料", "决定人 许文静 准予", "已回避 吴敏仪"]);
});
