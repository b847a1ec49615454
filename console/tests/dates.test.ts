import assert from "node:assert/strict";
import { test } from "node:test";

import { instant, lastDay, moment, spent, timeTyped, waited } from "../src/domain/dates.ts";

const NOW = new Date("2026-11-23T10:00:00+08:00");

test("a moment is said as people say it, in the district's time wherever the machine stands", () => {
  assert.equal(moment("2026-11-25T17:00:00+08:00", NOW), "11月25日 周三 17:00");
  assert.equal(moment("2026-11-24T16:30:00Z", NOW), "11月25日 周三 0:30");
});

test("another year is named", () => {
  assert.equal(moment("2027-01-04T09:00:00+08:00", NOW), "2027年1月4日 周一 9:00");
});

test("what holds until midnight ends with the day before", () => {
  assert.equal(lastDay("2027-02-22T00:00:00+08:00", NOW), "2027年2月21日 周日");
});

test("how long something has waited", () => {
  assert.equal(waited("2026-11-23T09:48:00+08:00", NOW), "12分钟");
  assert.equal(waited("2026-11-22T10:00:00+08:00", NOW), "24小时");
  assert.equal(waited("2026-11-20T10:00:00+08:00", NOW), "3天");
  assert.equal(waited("2026-11-23T10:01:00+08:00", NOW), "0分钟", "a clock that is a little ahead");
});

test("office time is said in hours and minutes", () => {
  assert.deepEqual([0, 45, 60, 560].map(spent), ["0分钟", "45分钟", "1小时", "9小时20分钟"]);
});

test("an instant has its seconds", () => {
  assert.equal(instant("2026-11-25T17:00:05+08:00", NOW), "11月25日 周三 17:00:05");
});

test("a time of day is understood as people type it, and what is none stays empty", () => {
  const typed = ["9:00", "0900", "930", "09：30", "9点", "9点半", "14时05分", " 13.15 ", "23:59"].map(timeTyped);
  assert.deepEqual(typed, ["09:00", "09:00", "09:30", "09:30", "09:00", "09:30", "14:05", "13:15", "23:59"]);
  assert.deepEqual(["24:00", "9:60", "9", "93005", "下午3点", "3:00 PM", ""].map(timeTyped), ["", "", "", "", "", "", ""]);
});
