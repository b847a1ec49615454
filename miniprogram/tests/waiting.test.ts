/** What waits for a person: which lines of the lists do, in which order, with which words, and where they lead. */

import assert from "node:assert/strict";
import test from "node:test";

import { type Answered, waitingFor } from "../src/domain/waiting";

const NOW = "2026-11-24T10:00:00+08:00";
const NOTHING: Answered = { cases: [], visits: [], line: [], asked: [], licences: [], grants: [], watches: [] };

/** One line of a list, of which only what is read here is given. */
function one<List extends keyof Answered>(list: List, ...lines: object[]): Answered {
  return { ...NOTHING, [list]: lines };
}

const OFFER = { start: "2026-11-25T09:00:00+08:00", end: "2026-11-25T09:30:00+08:00", until: "2026-11-24T10:30:00+08:00", places: 1 };
const inLine = { id: "w", version: 1, item_names: ["社保卡申领"], hall_name: "青石镇便民服务中心", first: "2026-11-25", last: "2026-11-25", people: [], actions: ["accept", "decline"], state: "offered", offer: OFFER };
const asked = { id: "o", kind: { code: "confirmation" }, name: "对方确认租赁信息", applicant: "李*", item_name: "房屋租赁登记备案", due: "2026-11-27T17:00:00+08:00", overdue: false, case: null };
const licence = { id: "l", kind_name: "不动产权证书", applicant: "李*", purpose: "办房屋租赁登记备案", state: "asked", until: "2026-12-24T10:00:00+08:00", actions: ["authorise", "decline"] };
const grant = { id: "g", you: "agent", agent: { name: "李*" }, principal: { name: "王*芳" }, state: "invited", state_label: "等对方答复", actions: ["accept"], items: [], all_items: true, until: "2027-02-01T00:00:00+08:00", starts_at: NOW, single_use: false };
const watch = { id: "v", mine: false, state: "invited", principal: "王*芳", watcher: "", items: [], ends: true, state_label: "" };
const visit = { id: "a", actions: ["accept-proposal"], start: "2026-11-25T14:00:00+08:00", end: "2026-11-25T14:30:00+08:00", hall_name: "大厅", item_names: ["社保卡"], status: "请您看看新时间", case: null };
const mend = { id: "c", item_name: "高龄津贴", state: { state: "correction" }, due: "2026-11-26T17:00:00+08:00" };

test("an offer of the waiting line says which place, and until when", () => {
  const [line] = waitingFor(one("line", inLine), NOW);
  assert.equal(line?.name, "排到位子了：社保卡申领");
  assert.match(line.note, /明天 11月25日 周三 上午9:00–9:30，1 个位子，青石镇便民服务中心$/);
  assert.deepEqual([line.status, line.url], ["请在今天上午10:30前答复", "/packages/appointments/list/list"]);
});

test("an offer that is over, or not made yet, waits for nobody", () => {
  const waits = { ...inLine, state: "waiting", offer: null, actions: ["leave"] };
  assert.deepEqual(waitingFor(one("line", waits), NOW), []);
  assert.deepEqual(waitingFor(one("line", inLine), OFFER.until), []);
});

test("whoever is asked for a licence reads who, what for and until when", () => {
  const [line] = waitingFor(one("licences", licence, { ...licence, id: "given", state: "given", actions: ["revoke"] }), NOW);
  assert.deepEqual([line?.name, line?.url, line?.status], ["李*想用您的不动产权证书", "/packages/licences/authorisation/authorisation?id=l", "等您答复"]);
  assert.match(line!.note, /^办房屋租赁登记备案，最多用到12月24日 周四$/);
});

test("what a case asks leads to where it is done: confirmed, paid, come to", () => {
  const of = (code: string, more: object = {}) => waitingFor(one("asked", { ...asked, ...more, kind: { code } }), NOW)[0];
  assert.deepEqual([of("confirmation")?.url, of("signature", { case: "c" })?.url], ["/packages/case/asked/asked?id=o", "/packages/case/asked/asked?id=o"]);
  assert.match(of("confirmation")!.note, /李\*的房屋租赁登记备案 · 最晚11月27日 周五 下午5:00/);
  assert.deepEqual([of("payment", { case: "c" })?.url, of("payment", { case: "c" })?.status], ["/packages/paying/bill/bill?id=o", "去缴费"]);
  assert.equal(of("payment", { case: "c", overdue: true })?.status, "已过期限");
  assert.deepEqual([of("visit", { case: "c" })?.url, of("visit", { case: "c" })?.status], ["/packages/case/case/case?id=c", "去预约"]);
  assert.equal(of("debt", { case: "c" }), undefined);
});

test("whoever has booked for a case is not told to book", () => {
  const booked = { ...visit, actions: ["cancel"], case: "c" };
  assert.deepEqual(waitingFor({ ...one("asked", { ...asked, case: "c", kind: { code: "visit" } }), visits: [booked] as unknown as Answered["visits"] }, NOW), []);
});

test("offers of the family wait for whoever is asked only", () => {
  assert.deepEqual(waitingFor(one("grants", grant, { ...grant, id: "mine", actions: ["revoke"] }), NOW).map(({ name, url }) => [name, url]), [["王*芳请您代办", "/packages/family/grant/grant?id=g"]]);
  assert.equal(waitingFor(one("grants", { ...grant, you: "principal" }), NOW)[0]?.name, "李*想替您办事");
  assert.deepEqual(waitingFor(one("watches", watch, { ...watch, id: "mine", mine: true }), NOW).map(({ name, url }) => [name, url]), [["请您看王*芳的进度", "/packages/family/watch/watch?id=v"]]);
});

test("of cases and visits only what is the person's turn waits for them", () => {
  const cases = waitingFor(one("cases", mend, { ...mend, id: "d", state: { state: "accepted" } }, { ...mend, id: "e", state: { state: "draft" } }), NOW);
  assert.deepEqual(cases.map(({ id, status, note }) => [id, status, note]), [["c", "需要您补正", "最晚后天 11月26日 周四 下午5:00"]]);
  assert.deepEqual(waitingFor(one("visits", visit, { ...visit, id: "b", actions: ["check-in", "cancel"] }), NOW).map(({ id }) => id), ["a"]);
});

test("the most pressing comes first, what has no day last", () => {
  const all = { cases: [mend], visits: [visit], line: [inLine], asked: [asked], licences: [licence], grants: [grant], watches: [watch] } as unknown as Answered;
  assert.deepEqual(waitingFor(all, NOW).map(({ id }) => id), ["w", "a", "c", "o", "l", "g", "v"]);
  assert.deepEqual(waitingFor(NOTHING, NOW), []);
});
