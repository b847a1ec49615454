import assert from "node:assert/strict";
import { test } from "node:test";

import { cameForOf, grantable, isDue, mayTake, mineOf, momentTyped, nextOf, offered, titleOf, toldOf, triedWords, whenToCall, type Grant } from "../src/domain/grants";

const CALL = { day: "2026-12-01", half: "afternoon", half_label: "下午", missed: false, phone: "133****3333", agents_own: false, not_before: "2026-12-01T12:00:00+08:00", due: true, tries: [] };
const HELD = { by_name: "林晓燕", at: "2026-11-30T09:00:00+08:00", until: "2026-11-30T17:00:00+08:00" };
const one = (id: string, more: object = {}): Grant => ({ id, agent: { name: "黄*莉" }, principal: { name: "刘*珍" }, call_back: null, in_hand: null, ...more }) as unknown as Grant;

test("a call of its time is next, one that is held or early is passed over", () => {
  const list = [one("mine", { in_hand: { ...HELD, mine: true } }), one("held", { in_hand: { ...HELD, mine: false } }), one("early", { call_back: { ...CALL, due: false } }), one("due", { call_back: CALL })];
  assert.equal(nextOf(list, true)?.id, "due");
  assert.equal(nextOf(list, false), undefined, "who hears nobody calls nobody");
  assert.deepEqual(mineOf(list).map((each) => each.id), ["mine"]);
  assert.equal(nextOf([...list, one("guardian")], false)?.id, "guardian");
});

test("who may take on what", () => {
  assert.equal(mayTake(one("held", { in_hand: { ...HELD, mine: false } }), true), false);
  assert.equal(mayTake(one("call", { call_back: CALL }), false), false);
  assert.equal(mayTake(one("guardian"), false), true);
  assert.equal(isDue(one("guardian")), true);
});

test("the time of a call is told, and warned about", () => {
  assert.match(whenToCall({ ...CALL, due: false } as never).words, /还没到时间，12月1日 周二 12:00 以后再打/);
  assert.deepEqual(whenToCall({ ...CALL, missed: true } as never).late, true);
  assert.match(whenToCall(CALL as never).words, /现在可以打/);
});

test("calls that reached nobody are counted, the last one told", () => {
  assert.equal(triedWords([]), "");
  const tries = [{ at: "2026-11-30T09:00:00+08:00", by_name: "柳芳", outcome: "engaged", outcome_label: "占线" }, { at: "2026-11-30T10:00:00+08:00", by_name: "林晓燕", outcome: "no_answer", outcome_label: "没人接" }] as const;
  assert.equal(triedWords([...tries]), "打过 2 次没有听到本人，最近一次 11月30日 周一 10:00 林晓燕：没人接");
});

test("what is headed by whom, and a time as typed", () => {
  assert.match(titleOf(one("call", { call_back: CALL })), /黄\*莉 交来 刘\*珍 签的授权书/);
  assert.match(titleOf(one("guardian")), /监护人身份替 刘\*珍/);
  assert.equal(momentTyped("2026-12-01T14:30"), "2026-12-01T14:30:00+08:00");
  assert.equal(momentTyped(""), null);
});

const item = (code: string, name: string, more: object = {}) => ({ code, name, proxy: true, for_people: true, themes: [], ...more }) as never;
const ITEMS = [item("build", "施工许可证", { for_people: false }), item("lost", "补领身份证", { proxy: false }), item("ssc", "申领社保卡"), item("old", "高龄津贴", { themes: ["elderly"] }), item("tax", "纳税记录")];

test("a person is offered what they came for and what elders need, never a unit's matter", () => {
  const items = grantable(ITEMS);
  assert.deepEqual(items.map((each) => each.code), ["ssc", "old", "tax"]);
  assert.deepEqual(offered(items, [], ["tax"], "").map((each) => each.code), ["tax", "old"]);
  assert.deepEqual(offered(items, ["tax"], [], "社保").map((each) => each.code), ["tax", "ssc"], "what is chosen stays in sight");
  assert.deepEqual(offered(items, [], [], "施工"), []);
  assert.deepEqual(cameForOf(items, "高龄津贴、补领身份证"), ["old"]);
});

test("whom nothing reaches is given it on paper", () => {
  const nobody = toldOf("张秀兰", { phone: "", has_account: false });
  assert.equal(nobody.onPaper, true);
  assert.match(nobody.words, /张秀兰 没有登记手机，也没有用过小程序，收不到通知：请打印/);
  assert.match(toldOf("张秀兰", { phone: "133****", has_account: false }).words, /张秀兰 会收到短信知道/);
  assert.equal(toldOf("张秀兰", { phone: "", has_account: true }).onPaper, false);
});
