/** Grants in words: whose they are, what may be done, until when, and what was done. */

import assert from "node:assert/strict";
import test from "node:test";

import { doneLines, familyOf, type Grant, grantCard, grantPage, lastDay, paperCard, reachFault, usualEnd, watchChoices, watchedLines, watchPage } from "../src/domain/family";

const NOW = "2026-11-23T10:00:00+08:00";
const GRANT: Grant = {
  id: "grant_1",
  basis: "delegation",
  basis_label: "委托",
  state: "active",
  state_label: "授权有效",
  you: "agent",
  principal: { name: "王*芳", known: true },
  agent: { name: "李敏", known: true },
  items: [
    { code: "longevity", name: "高龄津贴", instant: false },
    { code: "retiree-proof", name: "退休证明", instant: true },
  ],
  all_items: false,
  powers: ["submit", "see"],
  starts_at: "2026-11-23T09:00:00+08:00",
  until: "2027-01-01T00:00:00+08:00",
  single_use: false,
  uses: 0,
  heard_by: "",
  relation: "",
  reason: "",
  invitation: null,
  call_back: null,
  evidence: [],
  actions: ["revoke"],
  version: 1,
};

test("a grant until midnight ends with the day before", () => {
  assert.equal(lastDay("2027-01-01T00:00:00+08:00", NOW), "12月31日 周四");
  assert.equal(usualEnd(NOW), "2027-02-21");
});

test("each grant stands where it belongs", () => {
  const of = (change: Partial<Grant>): string => Object.entries(familyOf([{ ...GRANT, ...change }], NOW)).find(([, cards]) => (cards as unknown[]).length)![0];
  assert.equal(of({}), "held");
  assert.equal(of({ you: "principal" }), "given");
  assert.equal(of({ state: "invited", actions: ["accept", "decline"] }), "asked");
  assert.equal(of({ state: "invited" }), "waiting");
  assert.equal(of({ state: "checking" }), "waiting");
  assert.equal(of({ state: "used_up" }), "held");
  assert.deepEqual((["declined", "revoked", "expired", "ended"] as const).map((state) => of({ state, actions: [] })), ["past", "past", "past", "past"]);
});

test("a card names the other side, and puts what is looked for first", () => {
  const card = grantCard(GRANT, NOW, "retiree-proof");
  assert.deepEqual([card.who, card.until, card.usable], ["王*芳", "到 12月31日 周四", true]);
  assert.deepEqual(card.items.map((each) => each.code), ["retiree-proof", "longevity"]);
  assert.equal(grantCard({ ...GRANT, you: "principal" }, NOW).who, "李敏");
  assert.equal(grantCard({ ...GRANT, principal: { name: "", known: false } }, NOW).who, "对方");
  assert.equal(grantCard({ ...GRANT, single_use: true }, NOW).until, "到 12月31日 周四，只能办一次");
});

test("a grant that has not begun cannot be acted under yet, and says from when", () => {
  const card = grantCard({ ...GRANT, starts_at: "2026-12-01T00:00:00+08:00" }, NOW);
  assert.deepEqual([card.usable, card.status], [false, "12月1日 周二开始"]);
});

test("the page says who is who, and carries the code only of an offer that has one", () => {
  const page = grantPage({ ...GRANT, relation: "儿子", basis_label: "监护", heard_by: "何村官" }, NOW);
  assert.deepEqual([page.agent, page.principal, page.basis, page.scene], ["您", "王*芳", "监护（儿子）", ""]);
  assert.deepEqual(page.powers, ["申请和预约", "查看进度和结果"]);
  assert.match(page.heard, /^何村官/);
  const offered = grantPage({ ...GRANT, you: "principal", state: "invited", invitation: { token: "abc", answer_by: "2026-11-30T10:00:00+08:00" } }, NOW);
  assert.deepEqual([offered.principal, offered.agent, offered.scene, offered.answerBy], ["您", "李敏", "abc", "11月30日 周一 上午10:00"]);
});

test("what was done is told in lines; the same within a minute is one", () => {
  const read = { at: "2026-11-23T09:30:00+08:00", agent: "李敏", power: null, what: "查看", item: "" };
  const done = [{ ...read, power: "submit" as const, what: "申请", item: "退休证明" }, read, read];
  const hers = grantPage({ ...GRANT, you: "principal", principal: { name: "王桂芳", known: true }, agent: { name: "李*", known: true } }, NOW);
  assert.deepEqual(doneLines(done, hers, NOW), ["今天 11月23日 周一 上午9:30，李*申请「退休证明」", "今天 11月23日 周一 上午9:30，李*查看了您的信息"]);
  assert.deepEqual(doneLines(done, grantPage(GRANT, NOW), NOW), ["今天 11月23日 周一 上午9:30，您申请「退休证明」", "今天 11月23日 周一 上午9:30，您查看了王*芳的信息"]);
});

test("the paper of a parent without a phone is three photographs at most, and they can be reached", () => {
  assert.deepEqual([paperCard([]).there, paperCard(["a", "b"]).status, paperCard(["a", "b", "c"]).room], [false, "已拍2张", 0]);
  assert.deepEqual(["16909900001", "0600-8112233", "02081122330"].map(reachFault), ["", "", ""]);
  assert.match(reachFault("8112233"), /区号/);
  const called = grantPage({ ...GRANT, state: "checking", call_back: { day: "2026-11-25", half: "morning", half_label: "上午", phone: "" } }, NOW);
  assert.deepEqual([called.call, called.missed], ["11月25日 周三 上午", false]);
  const at = (now: string): boolean => grantPage({ ...GRANT, state: "checking", call_back: { day: "2026-11-25", half: "morning", half_label: "上午", phone: "" } }, now).missed;
  assert.deepEqual(["2026-11-25T11:59:00+08:00", "2026-11-25T12:01:00+08:00"].map(at), [false, true]);
});

test("a watch says whose progress is seen, and how far each case is", () => {
  const watch = { id: "watch_1", mine: false, state: "active" as const, state_label: "能看到进度", principal: "王*芳", watcher: "李强", items: [], created_at: NOW, invitation: null, ends: true };
  const page = watchPage(watch, NOW);
  assert.deepEqual([page.title, page.sees, page.offered, page.what], ["看王*芳的进度", true, false, "全部办件，以后新办的也在内"]);
  const mine = watchPage({ ...watch, mine: true, state: "invited", watcher: "", items: ["高龄津贴"], invitation: { token: "abc", answer_by: "2026-11-30T10:00:00+08:00" } }, NOW);
  assert.deepEqual([mine.title, mine.sees, mine.offered, mine.what, mine.scene], ["对方看我的进度", false, false, "高龄津贴", "abc"]);
  assert.equal(watchPage({ ...watch, state: "invited" }, NOW).status, "等您答复");
  assert.deepEqual(watchedLines([{ item_name: "高龄津贴", status: "审查中", turn: "等工作人员办", over: false, updated_at: NOW }], NOW)[0], { name: "高龄津贴", status: "审查中", turn: "等工作人员办", tone: "", when: "今天 11月23日 周一 上午10:00" });
});

test("whoever is asked reads that it is their turn, whoever asked that it is the other's", () => {
  const offer = { ...GRANT, state: "invited", state_label: "等待对方确认" } as Grant;
  assert.equal(grantCard({ ...offer, actions: ["accept", "decline"] } as Grant, NOW).status, "等您答复");
  assert.equal(grantCard({ ...offer, actions: ["revoke"] } as Grant, NOW).status, "等待对方确认");
});

test("only what is under way may be chosen to be watched, told apart by state, number and day", () => {
  type Row = Parameters<typeof watchChoices>[0][number];
  const row = (id: string, state: string, label: string): Row => ({ id, item_name: "补领身份证", number: id === "a" ? "0601" : null, created_at: NOW, state: { state, label } }) as Row;
  const found = watchChoices([row("a", "accepted", "办理中"), row("b", "submitted", "等待预审"), row("c", "draft", "草稿"), row("d", "closed", "已办结")], NOW);
  assert.deepEqual(
    found.map(({ id, note }) => [id, note]),
    [
      ["a", "办理中 · 办件编号 0601 · 11月23日 周一开始办"],
      ["b", "等待预审 · 11月23日 周一开始办"],
    ],
  );
});
