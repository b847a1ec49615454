import assert from "node:assert/strict";
import { test } from "node:test";

import { lateOf, nextOf, queryOf, wantingOf } from "../src/domain/late.ts";
import { elsewhere, filedHere, goesOn, handingIn, inTheWay, lacksOfAttested, paperOf } from "../src/domain/filing.ts";

const item = (code: string, channels: string[], more = {}) => ({ code, channels, online: true, department: "health", for_people: true, kind: "reviewed", ...more });
const here = (items: ReturnType<typeof item>[], roles: string[], town: string | null, department = "services") => filedHere(items as unknown as Parameters<typeof filedHere>[0], { roles, town, department } as Parameters<typeof filedHere>[1], ["services"]).map((each) => each.code);
const case_ = (...actions: string[]) => ({ actions: actions.map((action) => ({ action, label: action })) }) as unknown as Parameters<typeof handingIn>[0];

test("a village has what is applied for in towns, a window what is at windows, a town's window both", () => {
  const all = [item("town", ["town"]), item("window", ["window"]), item("phone", ["mini_program"]), item("instant", ["town"], { kind: "instant" }), item("unit's", ["town", "window"], { kind: "instant", for_people: false }), item("else", ["town"], { online: false })];
  assert.deepEqual(here(all, ["village_officer"], "qingshi"), ["town", "instant"]);
  assert.deepEqual(here(all, ["receptionist"], null), ["window"]);
  assert.deepEqual(here(all, ["receptionist"], "qingshi"), ["town", "window", "instant"]);
  assert.deepEqual(here(all, ["receptionist"], null, "police"), [], "a department's own window has its own");
  assert.deepEqual(here(all, ["receptionist"], null, "health"), ["window"]);
  assert.deepEqual(here(all, ["village_officer"], "qingshi", "health"), ["town", "instant"]);
});

test("who is attested has a name and a number that can be one", () => {
  const person = { type: "resident_card", number: "990101193812120660", name: "冯玉兰" };
  assert.equal(lacksOfAttested(person), "");
  assert.match(lacksOfAttested({ ...person, name: " " }), /姓名/);
  assert.match(lacksOfAttested({ ...person, number: "" }), /刷卡/);
  assert.match(lacksOfAttested({ ...person, number: "990101193812120661" }), /核对/);
  assert.equal(lacksOfAttested({ ...person, type: "passport", number: "E123" }), "");
});

test("the usual way of handing in stands first, and there is none where it is nobody's turn", () => {
  assert.deepEqual(handingIn(case_("save", "pre-review", "submit")).map((each) => each.action), ["submit", "pre-review"]);
  assert.deepEqual(handingIn(case_("resubmit", "submit")).map((each) => each.action), ["resubmit", "submit"]);
  assert.deepEqual(handingIn(case_("urge")), []);
});

test("who is too young hears it before anything is filled in, and what nobody answered is no fault", () => {
  const born = { key: "born", label: "出生日期", type: "date", rules: [{ max: { of: "today", months: -960 }, message: "年满80周岁才能申领。" }] };
  const fields = [born, { key: "phone", label: "联系电话", type: "phone" }] as unknown as Parameters<typeof inTheWay>[0];
  const found = (answers: Parameters<typeof inTheWay>[1]) => inTheWay(fields, answers, "2026-11-30", "邓春花");
  assert.deepEqual(found({ born: "1962-03-01" }), [{ key: "born", label: "出生日期", words: "年满80周岁才能申领。" }]);
  assert.deepEqual(found({ born: "1938-12-12" }), []);
  assert.deepEqual(found({}), []);
});

test("what waits for the applicant is gone on with", () => {
  assert.deepEqual(["draft", "returned", "accepted", "closed"].map((state) => goesOn({ state: { state } })), [true, true, false, false]);
});

test("what is refused at a question or a paper is told there, the rest above", () => {
  assert.deepEqual(elsewhere([{ pointer: "/form/phone", detail: "甲" }, { pointer: "/materials/card", detail: "乙" }, { pointer: "/signed", detail: "丙" }, {}]), ["丙"]);
});

test("what a form from a time without the system says is kept in the address, and the next form has its own number and time", () => {
  const late = { outage: "outage_1", number: "云政收〔2026〕1号", on: "2026-11-24", at: "10:15" };
  assert.deepEqual(lateOf(queryOf(late)), late);
  assert.deepEqual(lateOf(queryOf(nextOf(late))), { ...late, number: "", at: "" });
  assert.deepEqual([lateOf({}), queryOf(null)], [null, {}]);
  for (const bent of [{ on: "2026-99-24" }, { at: "abc" }, { on: ["2026-11-24"] }]) assert.match(wantingOf(lateOf({ ...late, ...bent })!), /收件时间/);
});

test("a paper printed before an answer or a material changed is another one", () => {
  const material = (files: string[]) => ({ key: "photo", files: files.map((each) => ({ material: each })), licence: null });
  const before = { form: { name: "冯玉兰" }, materials: [material(["one"])] };
  const same = (after: object): boolean => paperOf(before as never) === paperOf({ ...before, ...after } as never);
  assert.deepEqual([same({ version: 9 }), same({ form: { name: "冯玉" } }), same({ materials: [material(["two"])] })], [true, false, false]);
});
