/** What the page of a case makes of the server's answer. */

import assert from "node:assert/strict";
import test from "node:test";

import { begun } from "../src/domain/begun";
import { casePage, differingOf, lacking } from "../src/domain/case-page";
import { toneOf } from "../src/domain/cases";
import type { Field } from "../src/domain/rules";

type Given = Parameters<typeof lacking>[0]["materials"][number];

const material = (key: string, given: Partial<Given> = {}): Given => ({ key, need: { code: "required", label: "必须提供" }, files: [], licence: null, asked: null, exempt: "", committed: "", later: null, ...given }) as Given;
const file = { material: "mat_1" } as Given["files"][number];
const SENT_BACK = { slips: [{ number: "1", from: "", told: "", due: "", mends: [{ where: "materials", key: "photo", name: "照片", told: "" }] }] };

test("what a mended case needs besides is what nothing stands for and nobody sent back", () => {
  const materials = [material("photo"), material("agent_card"), material("resident_card", { files: [file] }), material("letter", { committed: "x" }), material("extra", { need: { code: "optional", label: "可以不交" } })];
  assert.deepEqual(lacking({ materials }, SENT_BACK), ["agent_card"]);
});

test("what was promised for later is not asked now", () => {
  const promised = { later: { promised_at: "2026-11-24T10:00:00+08:00" } as Given["later"] };
  assert.deepEqual(lacking({ materials: [material("map", promised)] }, { slips: [] }), []);
});

const FOUND = { hands: [], recusal_requests: [], obligations: [], parts: [], papers: [], returns: [], offers: [], filled: [], steps: [], submissions: [], actions: [], inspection: null, decision: null, result: null, clock: { stops: [] }, state: { state: "accepted", label: "办理中", sentence: "" } } as unknown as Parameters<typeof casePage>[0];

test("a new company is shown with its code", () => {
  const founded = { name: "江州云溪餐饮有限公司", uscc: "91990101MA990001XM" };
  assert.deepEqual(casePage({ ...FOUND, founded }, "您", "2026-11-23T10:00:00+08:00").founded, founded);
  assert.equal(casePage({ ...FOUND, founded: null }, "您", "2026-11-23T10:00:00+08:00").founded, null);
});

test("what stands still until a day that is known says why, until that day", () => {
  const stop = { until: null, ground: { code: "chosen_day", label: "等待申请人选定的日子" }, reason: "您选的日子是2026年11月26日", start: "2026-11-23T10:00:00+08:00", end: "2026-11-26T00:00:00+08:00", legal_basis: "", statutory: false, notice: "" };
  const asked = (now: string): boolean => casePage({ ...FOUND, clock: { ...FOUND.clock, stops: [stop] } }, "您", now).facts.some((each) => each.question === "为什么停着");
  assert.deepEqual([asked("2026-11-24T10:00:00+08:00"), asked("2026-11-26T10:00:00+08:00")], [true, false]);
});

test("a special procedure says until when it is expected to go on", () => {
  const stop = { ground: { code: "expert_review", label: "专家评审" }, reason: "请专家评审", start: "2026-11-23T10:00:00+08:00", until: "2026-12-03", end: null, legal_basis: "", statutory: true, notice: "" };
  const [why] = casePage({ ...FOUND, clock: { ...FOUND.clock, stops: [stop] } }, "您", "2026-11-24T10:00:00+08:00").facts.filter((each) => each.question === "为什么停着");
  assert.equal(why?.answer, "专家评审 · 请专家评审 · 预计12月3日 周四结束");
});

test("a whole says which of its parts was given longer, beside a reason of its own", () => {
  const longer = "「设立登记」延长3个工作日（延期告知书〔2026〕云政延字第000001号）";
  const why = (clock: object): string | undefined => casePage({ ...FOUND, clock: { ...FOUND.clock, ...clock } }, "您", "2026-11-23T10:00:00+08:00").facts.find((each) => each.question === "为什么延长")?.answer;
  assert.deepEqual([why({ longer }), why({ longer, extension: { reason: "要专家论证" } }), why({ longer: "" })], [longer, `要专家论证 · ${longer}`, undefined]);
});

test("green is what one has and keeps", () => {
  const tones = (["granted", "closed"] as const).flatMap((state) => [true, false, null].map((holds) => toneOf({ state, holds })));
  assert.deepEqual(tones, ["done", "refused", "", "done", "refused", ""]);
  assert.deepEqual(["draft", "returned", "correction", "correction_after_acceptance"].map((state) => toneOf({ state, holds: null })), Array(4).fill("waiting"));
  assert.equal(toneOf({ state: "not_accepted", holds: null }), "refused");
  assert.equal(toneOf({ state: "accepted", holds: null }), "");
});

test("what is asked on a page of its own has no button", () => {
  const actions = [{ action: "urge", label: "催办" }, { action: "ask-recusal", label: "申请回避" }];
  assert.deepEqual(casePage({ ...FOUND, actions }, "您", "2026-11-23T10:00:00+08:00").buttons, [actions[0]]);
});

test("what differs is told with both values in words while it is looked into, and not once it is decided", () => {
  const options = [{ value: "first", label: "第一个" }, { value: "third", label: "第三个" }];
  const fields = [{ key: "which", type: "choice", options }, { key: "name", type: "text", claims: { kind: "company" } }, { key: "born", type: "date" }] as unknown as Field[];
  const differs = (field: string, registered: unknown, typed: unknown): object => ({ field, label: field, told: "会核实", registered, typed });
  const differences = [differs("which", "third", "first"), differs("born", "2026-11-02", null), differs("name", "已经有了", "云溪"), differs("spouse", null, "李强"), differs("gone", "甲", "乙")];
  const found = { differences, decision: null, closed_at: null } as unknown as Parameters<typeof differingOf>[0];
  const told = differingOf(found, fields).map(({ registered, typed }) => [registered, typed]);
  assert.deepEqual(told, [["第三个", "第一个"], ["2026年11月2日", ""], ["", ""], ["", ""], ["", ""]]);
  assert.deepEqual(differingOf({ ...found, decision: {} as typeof found.decision }, fields), []);
  assert.deepEqual(differingOf({ ...found, closed_at: "2026-11-23T10:00:00+08:00" }, fields), []);
});

test("who did it for whom is told with both names as they stand elsewhere", () => {
  const told = (agent_name: string | null, whose: string): string | undefined => casePage({ ...FOUND, agent_name }, whose, "2026-11-23T10:00:00+08:00").facts.find((each) => each.question === "谁的事")?.answer;
  assert.deepEqual([told("李敏", "王*芳"), told("李敏", "您"), told(null, "您")], ["李*替王*芳办", "李*替您办", undefined]);
});

test("a draft of another is told with whose it is", () => {
  const WANG = { name: "王*芳" };
  const draft = (id: string, agent_name: string | null, hold = false) => ({ id, agent_name, hold: hold ? ({} as never) : null, state: { state: "draft", label: "草稿" } });
  assert.deepEqual(begun([draft("a", null)], WANG).others, { id: "a", who: "王*芳自己填的" });
  assert.deepEqual(begun([draft("a", "李敏")], null).others, { id: "a", who: "李*替您填的" });
  assert.deepEqual(begun([draft("a", "李敏", true), draft("b", "李敏")], WANG), { own: ["b"], others: { id: "a", who: "李*替王*芳填的" }, under_way: null });
});

test("what staff wrote down for whoever stood before them says so in the story", () => {
  const submissions = [{ at: "2026-11-23T09:00:00+08:00", by: "韦春燕", place: "青石镇" }, { at: "2026-11-24T09:00:00+08:00", by: "冯玉兰", place: "" }];
  const { marks } = casePage({ ...FOUND, submissions } as unknown as typeof FOUND, "您", "2026-11-25T09:00:00+08:00");
  assert.deepEqual(marks.map((each) => each.name), ["提交，由青石镇工作人员韦春燕代录", "修改后又提交"]);
});

test("a decision that was taken back says so, with the number and the day of the notice", () => {
  const decision = { number: "准5号", outcome: { code: "0", label: "准予办结" }, at: "2026-11-24T10:00:00+08:00", reason: "", basis: "第二条", remedies: "", revoked: { number: "撤1号", at: "2026-11-27T10:00:00+08:00", annulled: true, reason: "重复领取", remedies: "可以申请复议" } };
  const shown = casePage({ ...FOUND, decision } as unknown as Parameters<typeof casePage>[0], "您", "2026-11-27T12:00:00+08:00").decision!;
  assert.match(shown.title, /^准予办结（已撤销） · /);
  assert.deepEqual(shown.notes, ["准5号", "第二条", "撤1号 · 11月27日 周五", "重复领取", "可以申请复议"]);
});
