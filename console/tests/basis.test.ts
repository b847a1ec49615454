import assert from "node:assert/strict";
import { test } from "node:test";

import { basisFor, basisOf, type Decided } from "../src/domain/basis.ts";

const NOW = new Date("2026-11-30T10:00:00+08:00");
const EMPTY = { steps: [], materials: [], obligations: [], differences: [], compared: null, accepted_by: null, received_by: null, reviewer: null, answers: [], decision: null, inspection: null } as unknown as Decided;
const paper = (name: string, more = {}) => ({ name, files: [{}], licence: null, verdict: { passed: true }, committed: "", ...more });
const found = (more: object) => basisOf({ ...EMPTY, ...more } as Decided, NOW);
const linesOf = (more: object, what: string) => found(more).find((each) => each.what === what)?.lines;

test("a case with nothing says that there was nothing", () => {
  assert.deepEqual(found({}), [{ what: "前面的环节", lines: ["没有，这是第一个环节"] }, { what: "材料", lines: ["没有交材料"] }]);
});

test("what the steps before found, by whom", () => {
  const steps = [{ name: "现场踏勘", done_at: "x", done_by: "蒙向瑞", verdict: "可以挖", finding: "地下有一条水管" }, { name: "决定", done_at: null, done_by: null, verdict: "", finding: "" }];
  assert.deepEqual(linesOf({ steps }, "前面的环节"), ["现场踏勘（蒙向瑞）：可以挖：地下有一条水管"]);
});

test("papers nobody has passed are named, and what comes later with its day", () => {
  const materials = [paper("身份证"), paper("管线图", { verdict: null }), paper("承诺的", { files: [], committed: "云承字1号" })];
  const [, papers, , committed] = found({ materials, obligations: [{ name: "地下管线分布图", kind: { code: "debt" }, open: true, due: "2026-12-11T17:00:00+08:00", overdue: false, handed_at: null }] });
  assert.deepEqual(papers, { what: "材料", lines: ["还没有通过：管线图"], mind: true });
  assert.deepEqual(committed, { what: "告知承诺", lines: ["申请人承诺代替：承诺的"] });
  const debt = (more: object) => linesOf({ obligations: [{ name: "图", kind: { code: "debt" }, open: true, due: null, overdue: false, handed_at: null, ...more }] }, "后补的材料");
  assert.deepEqual(debt({ due: "2026-12-11T17:00:00+08:00" }), ["图：12月11日 周五前补交"]);
  assert.deepEqual(debt({ due: "2026-11-27T17:00:00+08:00", overdue: true }), ["图：11月27日 周五前补交，已经过了"]);
  assert.deepEqual(debt({ handed_at: "x" }), ["图：补交来了，等审核"]);
  assert.deepEqual(debt({}), ["图：还没有补交"]);
  assert.equal(debt({ open: false }), undefined);
});

test("fees, whether paid, let off or open", () => {
  const fee = (more: object) => linesOf({ obligations: [{ name: "缴费：工本费", kind: { code: "payment" }, open: false, met_at: null, ended_for: "", ...more }] }, "费用");
  assert.deepEqual(fee({ met_at: "2026-11-30T09:00:00+08:00" }), ["工本费：11月30日 周一 9:00 已缴"]);
  assert.deepEqual(fee({ open: true }), ["工本费：还没有缴"]);
  assert.deepEqual(fee({ ended_for: "低收入家庭免收" }), ["工本费：低收入家庭免收"]);
});

test("answers that differ, with the note on them or that there is none; and who had it in hand", () => {
  const differences = [{ field: "home", label: "户口所在地", register: "公安人口信息", registered: "青石镇", finding: "" }, { field: "home", label: "配偶", register: "婚姻登记", registered: null, finding: "" }];
  const answers = [{ field: "home", shown: "云城街道" }];
  const asked = "户口所在地：填的是「云城街道」，公安人口信息登记的是「青石镇」";
  assert.deepEqual(linesOf({ differences, answers }, "与登记不一致"), [asked, "配偶：填的是「云城街道」，婚姻登记里没有查到", "还没有写核实情况"]);
  const compared = { by: "钟卫国", note: "户口本是新的" };
  assert.deepEqual(linesOf({ differences: differences.slice(0, 1), answers, compared }, "与登记不一致"), [asked, "核实情况（钟卫国）：户口本是新的"]);
  const odd = { field: "who", label: "子女", register: "人口", registered: null, finding: "没有查到这个人" };
  assert.deepEqual(linesOf({ differences: [odd] }, "与登记不一致")![0], "子女：填的是「没有填」，人口：没有查到这个人");
  assert.deepEqual(linesOf({ received_by: { name: "童静" }, reviewer: { name: "钟卫国" } }, "经手"), ["收件 童静，在办 钟卫国"]);
});

test("what takes a decision back shows the decision, why, and what the applicant said on which day", () => {
  const decision = { outcome: { code: "0", label: "准予办结" }, number: "准5号", by: { name: "曾伟" }, at: "2026-11-24T10:00:00+08:00" };
  const inspection = { proposed_for: "重复领取", proposed_basis: "第六十九条", statement: null, statement_at: null, wants_hearing: false };
  const rows = (act: string, more: object = {}) => basisFor(act, { ...EMPTY, decision, inspection: { ...inspection, ...more } } as unknown as Decided, NOW);
  assert.deepEqual(rows("annul"), [
    { what: "原来的决定", lines: ["准予办结 准5号，曾伟，11月24日 周二"] },
    { what: "为什么提出", lines: ["重复领取（依据：第六十九条）"] },
    { what: "申请人的说明", lines: ["没有说明"] },
  ]);
  const said = { statement: "那边已经停了", statement_at: "2026-11-26T09:00:00+08:00", statement_by: "王桂芳", statement_heard_by: "常秀英", wants_hearing: true };
  assert.deepEqual(rows("keep-decision", said).at(-1), { what: "申请人的说明", lines: ["11月26日 周四，王桂芳说（常秀英当面听取）：那边已经停了", "要求听证"], mind: true });
  assert.deepEqual(rows("pause", said), []);
});

test("ending a case rests on what a decision rests on", () => {
  assert.deepEqual(basisFor("abort", EMPTY, NOW), basisOf(EMPTY, NOW));
});
