import assert from "node:assert/strict";
import { test } from "node:test";

import { actOfKey, actsOf, alsoAt, asks, beforeSaid, beside, calledSaid, halfHours, isHere, numbered, onwardFor, servedAt, stands, takenFrom, whereOf, type Visit } from "../src/domain/today.ts";
import { keyOf } from "../src/domain/keys.ts";

const visit = (change: Partial<Visit>): Visit =>
  ({ id: "a", start: "2026-11-25T09:00:00+08:00", state: "confirmed", actions: [], parked: false, called_to: null, counter_name: "1号窗口", frozen: null, proposal: null, ...change }) as Visit;

const counter = (name: string, ...items: string[]) => ({ id: name, name, closed: false, waiting: 0, next: null, serves: items.map((item) => ({ item, name: item, bookable: true })) });

test("a slot of a quarter of an hour stands in its half-hour", () => {
  const day = ["09:00", "09:15", "09:30", "13:45"].map((at) => visit({ id: at, start: `2026-11-25T${at}:00+08:00` }));
  assert.deepEqual(halfHours(day).map((each) => [each.from, each.visits.length]), [["9:00", 2], ["9:30", 1], ["13:30", 1]]);
});

test("acts are those the server lists; who was called is called again, who is put aside is not put aside twice", () => {
  assert.deepEqual(actsOf(visit({ state: "serving", actions: ["call", "done", "park"] })).map((each) => each.label), ["重呼", "完成", "挂起"]);
  assert.deepEqual(actsOf(visit({ state: "checked_in", parked: true, actions: ["call", "park"] })).map((each) => each.label), ["叫号"]);
  assert.equal(actOfKey(visit({ actions: ["call"] }), "F8"), undefined);
  assert.equal(actOfKey(undefined, "F4"), undefined);
  assert.equal(actOfKey(visit({ actions: ["confirm"] }), ""), undefined);
});

test("every act has a key of its own, held with Shift or not", () => {
  const all = ["confirm", "decline", "propose", "check-in", "call", "done", "resume", "park", "forward", "urgent", "missed"];
  const keys = actsOf(visit({ actions: all })).map((each) => each.key);
  assert.equal(new Set(keys).size, all.length);
  assert.ok(keys.every(Boolean));
  assert.equal(actOfKey(visit({ actions: all }), keyOf({ key: "F7", shiftKey: true })), "propose");
  assert.equal(actOfKey(visit({ actions: all }), keyOf({ key: "F7", shiftKey: false })), undefined);
});

test("somebody is named by number and name, nobody by nothing", () => {
  assert.equal(numbered(visit({ ticket: "B003", name: "罗海涛" })), "B003 罗海涛");
  assert.equal(numbered(visit({ ticket: null, name: "罗海涛" })), "罗海涛");
  assert.equal(numbered(undefined), "");
});

test("what a number slip says of the line", () => {
  assert.equal(beforeSaid(3, false), "前面还有 3 人");
  assert.equal(beforeSaid(0, true), "优先叫号，下一个就到您");
  assert.equal(beforeSaid(null, false), "请看大屏，按叫号到窗口");
});

test("who just came waits at the counters that serve them, named where not all of them do", () => {
  const three = [counter("1号", "a", "b"), counter("2号", "a"), counter("3号", "c")];
  const came = (...items: string[]) => visit({ walk_in: true, counter_name: "", items });
  assert.equal(whereOf(came("a"), three), "1号、2号");
  assert.equal(whereOf(came("a"), three.slice(0, 2)), "哪个窗口都行");
  assert.equal(whereOf(visit({ called_to: "3号", counter_name: "1号" }), three), "3号");
  assert.equal(whereOf(visit({ counter_name: "1号" }), three), "1号");
});

test("whoever is sent on goes to a counter that serves them before the others, and not to where they are", () => {
  const three = [counter("1号", "a"), counter("2号", "c"), counter("3号", "a", "b")];
  assert.deepEqual(onwardFor(visit({ items: ["a"], called_to: null }), three).map((each) => each.name), ["1号", "3号", "2号"]);
  assert.deepEqual(onwardFor(visit({ items: ["a"], called_to: "1号" }), three).map((each) => each.name), ["3号", "2号"]);
});

test("who is served at a counter, called by whom, and which colleagues call to it, too", () => {
  const by = (id: string, name: string) => ({ id, name });
  const day = [
    visit({ id: "a", name: "罗海涛", ticket: "B003", state: "serving", called_to: "1号", called_by: by("s1", "郑凯") }),
    visit({ id: "b", name: "李强", ticket: null, state: "serving", called_to: "1号", called_by: by("s2", "倪晨") }),
    visit({ id: "c", state: "done", called_to: "1号", called_by: by("s1", "郑凯") }),
    visit({ id: "d", state: "serving", called_to: "2号", called_by: by("s1", "郑凯") }),
  ];
  assert.deepEqual(servedAt(day, counter("1号")).map((each) => each.id), ["a", "b"]);
  assert.deepEqual(alsoAt(day, counter("1号"), "s2"), ["郑凯"]);
  assert.deepEqual(alsoAt(day, counter("2号"), "s1"), []);
  assert.ok(asks("done", day[0]!, "s2") && !asks("done", day[0]!, "s1")); // a colleague's visitor is not ended by one key
  assert.ok(asks("missed", day[0]!, "s1") && asks("urgent", day[0]!, "s1") && !asks("call", day[2]!, "s2"));
  assert.ok(["call", "park"].every((act) => asks(act as "call", day[0]!, "s2") && !asks(act as "call", day[0]!, "s1")));
  assert.equal(calledSaid(day[0]!), "B003 罗海涛 在1号，郑凯叫的号");
});

test("whoever served somebody is told who took them over or ended their visit, and nobody else is", () => {
  const kai = { id: "s1", name: "郑凯" };
  const before = [visit({ id: "a", name: "甲", ticket: "B001", state: "serving", called_to: "2号", called_by: kai })];
  const after = (change: Partial<Visit>) => [{ ...before[0]!, taken: { by: "林晓燕", of: kai, at: "2026-11-25T10:00:00+08:00" }, ...change }];
  const lin = { id: "s2", name: "林晓燕" };
  assert.deepEqual(takenFrom(before, after({ called_to: "1号", called_by: lin }), "s1"), ["B001 甲：林晓燕叫到了1号"]);
  assert.deepEqual(takenFrom(before, after({ state: "done" }), "s1"), ["B001 甲：林晓燕点了完成"]);
  assert.deepEqual(takenFrom(before, after({ state: "missed" }), "s1"), ["B001 甲：林晓燕记为未到"]);
  assert.deepEqual(takenFrom(before, after({ state: "checked_in", parked: true }), "s1"), ["B001 甲：林晓燕挂起了"]);
  assert.deepEqual(takenFrom(before, after({ state: "checked_in", called_to: "3号", called_by: null }), "s1"), ["B001 甲：林晓燕转到了3号"]);
  assert.deepEqual(takenFrom(before, after({ state: "done" }), "s2"), []);
  assert.deepEqual(takenFrom(before, [{ ...before[0]!, state: "done", taken: null }], "s1"), []); // done by oneself
  assert.deepEqual(takenFrom(after({ state: "done" }), after({ state: "done" }), "s1"), []); // told once
});

test("what was taken down by mistake is taken back by one key, whatever it was", () => {
  const missed = visit({ state: "missed", actions: ["not-missed"] });
  assert.equal(actOfKey(missed, "Shift+F10"), "not-missed");
  assert.equal(actOfKey(visit({ state: "done", actions: ["resume"] }), "Shift+F10"), "resume");
  assert.ok(!asks("not-missed", missed, "s1"));
  assert.equal(stands(missed), "未到场");
  assert.equal(stands({ ...missed, checked_in_at: "2026-11-24T09:00:00+08:00" }), "来过，没办就走了");
});

test("in the hall is who waits, also put aside, or is served", () => {
  const states: Visit["state"][] = ["pending", "confirmed", "checked_in", "serving", "done", "declined", "cancelled", "missed"];
  assert.deepEqual(states.filter((state) => isHere(visit({ state }))), ["checked_in", "serving"]);
});

test("up and down stay in the list", () => {
  const day = [visit({ id: "a" }), visit({ id: "b" })];
  assert.equal(beside(day, "", 1)?.id, "a");
  assert.equal(beside(day, "b", 1)?.id, "b");
  assert.equal(beside([], "", -1), undefined);
});

test("how a visitor stands", () => {
  assert.equal(stands(visit({ frozen: "revoked" })), "代办授权已结束，等本人决定");
  assert.equal(stands(visit({ state: "pending", escalated_at: "2026-11-25T08:00:00+08:00" })), "等确认，已报大厅管理员");
  assert.equal(stands(visit({ state: "checked_in", parked: true })), "过号，挂起");
});
