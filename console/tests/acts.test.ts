import assert from "node:assert/strict";
import { test } from "node:test";

import { handingFirst, askedOf, bodyOf, choicesOf, formOf, keyOf, mainOf, missing, toldOf } from "../src/domain/acts.ts";

const PLAIN = { differs: false, failed_look: false, green: null };

test("a grant asks about differences and failed looks only where there are such", () => {
  const names = (speaks: typeof PLAIN): string[] => askedOf("grant", null, speaks).map((each) => each.name);
  assert.deepEqual(names(PLAIN), ["reason"]);
  assert.deepEqual(names({ ...PLAIN, differs: true }), ["reason", "differing"]);
  assert.deepEqual(names({ ...PLAIN, failed_look: true }), ["reason", "despite"]);
});

test("a case is put into the green channel with a ground, and only what is in it is taken out by choosing none", () => {
  assert.deepEqual(missing("green-channel", { reason: "重点项目" }, null, PLAIN), ["绿色通道的情形"]);
  assert.deepEqual(missing("green-channel", { reason: "项目取消" }, null, { ...PLAIN, green: { name: "重点项目" } }), []);
  const help = (green: unknown): string | undefined => askedOf("green-channel", null, { ...PLAIN, green })[0]!.help;
  assert.deepEqual([help(null), help({})], ["", "不选就是撤出绿色通道。"]);
});

test("an act carries the version of the page and what was typed, without what was left empty", () => {
  assert.deepEqual(bodyOf("refuse", { reason: " 材料与事实不符 ", basis: "行政许可法第三十八条" }, 7, null), { version: 7, reason: "材料与事实不符", basis: "行政许可法第三十八条" });
  assert.deepEqual(bodyOf("grant", { reason: "", differing: "  " }, 3, null), { version: 3 });
});

test("a step names which one is done, and a number is a number", () => {
  assert.deepEqual(bodyOf("complete-step", { finding: "属实" }, 1, "town_review"), { version: 1, finding: "属实", step: "town_review" });
  assert.deepEqual(bodyOf("extend", { reason: "要专家评审", n: "5" }, 1, null), { version: 1, reason: "要专家评审", n: 5 });
});

test("what must be given and was not is named by its label", () => {
  assert.deepEqual(missing("refuse", { reason: "不符合" }, null, PLAIN), ["依据"]);
  assert.deepEqual(missing("grant", {}, null, PLAIN), []);
  assert.deepEqual(missing("pause", { reason: "等检验" }, null, PLAIN), ["暂停的原因", "预计到哪天结束"]);
});

test("a stop of the statutory clock is asked for the law it rests on, at once, and one of the promise alone for none", () => {
  const stop = { reason: "等检验", until: "2026-12-03" };
  assert.deepEqual(missing("pause", { ...stop, ground: "inspection" }, null, PLAIN), ["依据"]);
  assert.deepEqual(missing("pause", { ...stop, ground: "site_visit" }, null, PLAIN), []);
  assert.deepEqual(bodyOf("pause", { ...stop, ground: "site_visit" }, 2, null), { version: 2, ground: "site_visit", reason: "等检验", until: "2026-12-03" });
});

const HANDING = { kind: "居民身份证", act: "deliver", chosen: "post", chosen_words: "邮寄到家", deliver: [{ code: "counter", label: "窗口领取" }, { code: "post", label: "邮寄" }], record: [] };

test("a result is proposed as its applicant chose, and goes another way only on their word", () => {
  assert.deepEqual(handingFirst("deliver", HANDING), { kind: "居民身份证", method: "post" });
  assert.deepEqual(handingFirst("deliver", { ...HANDING, chosen: "" }), { kind: "居民身份证", method: undefined });
  assert.deepEqual(handingFirst("record-result", { ...HANDING, record: [{ code: "notice", label: "消息通知" }] }), { kind: "居民身份证", way: "notice" });
  assert.deepEqual(handingFirst("grant", HANDING), {});
  assert.deepEqual(missing("deliver", { kind: "证", method: "post" }, null, PLAIN, HANDING), []);
  assert.deepEqual(missing("deliver", { kind: "证", method: "counter" }, null, PLAIN, HANDING), ["申请人怎么说的"]);
  assert.deepEqual(missing("record-result", { kind: "证", way: "notice" }, null, PLAIN, { ...HANDING, chosen: "download" }), []);
});

test("one key accepts what agrees with the registers, and is asked again where something differs", () => {
  const speaks = { differs: false, failed_look: false, green: null };
  assert.equal(toldOf("accept", speaks), undefined);
  assert.match(toldOf("accept", { ...speaks, differs: true })!, /与登记信息不一致/);
  assert.equal(toldOf("pre-approve", { ...speaks, differs: true }), undefined);
  assert.match(toldOf("grant", speaks)!, /批准后马上生效/);
});

test("an act nobody wrote a form for has none", () => {
  assert.equal(formOf("save"), null);
});

test("a result is handed out rather than only noted as gone, and a case is claimed where nothing else can be done", () => {
  assert.equal(mainOf(["record-result", "deliver", "claim"]), "deliver");
  assert.equal(mainOf(["record-result", "claim"]), "record-result");
  assert.equal(mainOf(["claim"]), "claim");
  assert.equal(mainOf(["pause"]), undefined);
  assert.equal(mainOf(["record-result", "deliver"], { ...HANDING, act: "record-result" }), "record-result"); // as the applicant chose
});

test("no two acts that stand side by side share a key", () => {
  for (const beside of [["claim", "pre-approve"], ["grant", "claim"], ["accept", "claim"], ["grant", "refuse", "pause", "green-channel", "abort", "recuse", "claim"]]) {
    const keys = beside.map((action) => formOf(action)?.key);
    assert.ok(keys.every(Boolean));
    assert.equal(new Set(keys).size, keys.length);
  }
});

test("a step asks for a finding only where it is a look, and for a doctor's always", () => {
  const names = (found: ReturnType<typeof askedOf>): string[] => found.map((each) => each.name);
  assert.ok(!names(askedOf("complete-step", null, PLAIN)).includes("outcome"));
  const doctors = { passes: "构成残疾", fails: "不构成残疾", binding: true };
  assert.ok(names(askedOf("complete-step", doctors, PLAIN)).includes("outcome"));
  assert.deepEqual(missing("complete-step", { finding: "双下肢瘫痪" }, doctors, PLAIN), ["结论"]);
  assert.deepEqual(missing("complete-step", { finding: "符合" }, { ...doctors, binding: false }, PLAIN), []);
  assert.equal(askedOf("complete-step", { ...doctors, binding: false }, PLAIN)[0]!.help, "不选按「构成残疾」登记。");
});

test("acts after the decision have a letter of their own, which no other act and no key of the page has", () => {
  const acts = ["claim", "release", "pre-approve", "pause", "green-channel", "refuse", "record-result", "deliver", "recuse", "abort", "receive", "decide-recusal"];
  const own = ["extend", "keep-decision", "annul", "find-wrong", "examine-debt"].map(keyOf);
  assert.equal(new Set(own).size, 5);
  const taken = new Set([...acts.map(keyOf), ..."PRFVTNJKO"]);
  assert.deepEqual(own.filter((each) => !each || taken.has(each)), []);
  assert.equal(keyOf("hear-statement"), keyOf("receive")); // whoever stands there: never asked of one case at once
});

test("what may be chosen comes with the case where it is the case's, else with the words of the house", () => {
  const of = { handing: HANDING, green_grounds: [{ code: "relief", label: "急难救助" }] };
  const house = { pause_grounds: [{ code: "hearing", label: "听证" }] };
  assert.deepEqual(choicesOf("green_grounds", of, house).map((each) => each.code), ["relief"]);
  assert.deepEqual(choicesOf("deliver", of, house).map((each) => each.code), ["counter", "post"]);
  assert.deepEqual(choicesOf("deliver", { ...of, handing: null }, house), []);
  assert.deepEqual([choicesOf("pause_grounds", of, house)[0]?.code, choicesOf("recusal_grounds", of, null)], ["hearing", []]);
});
