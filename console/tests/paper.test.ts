import assert from "node:assert/strict";
import { test } from "node:test";

import { paperBody, spanSaid, spansOf, wantingOf, type Paper } from "../src/domain/paper.ts";

const SPAN = { id: "o1", start: "2026-11-24T09:00:00+08:00", end: "2026-11-24T13:00:00+08:00" };
const PAPER: Paper = { outage: "o1", came: "09:05", called: "09:20", counter: "c1", done: "", left: false };

test("an outage is of each day it touched", () => {
  const night = { id: "o2", start: "2026-11-23T22:00:00+08:00", end: "2026-11-24T07:30:00+08:00" };
  assert.deepEqual(spansOf([SPAN, night], "2026-11-24").map((each) => each.id), ["o1", "o2"]);
  assert.deepEqual(spansOf([SPAN, night], "2026-11-23").map((each) => each.id), ["o2"]);
  assert.deepEqual(spansOf([SPAN], ""), []);
  assert.ok(spanSaid(SPAN).endsWith("9:00 至 13:00"));
  assert.match(spanSaid(night), /11月23日 周一 22:00 至 .*11月24日 周二 7:30/);
});

test("what paper lacks is asked for, what nobody wrote is not", () => {
  assert.equal(wantingOf(PAPER, true), "");
  assert.equal(wantingOf({ ...PAPER, outage: "" }, false), "请选是哪一次断网。");
  assert.match(wantingOf({ ...PAPER, came: "" }, true), /到场时间/);
  assert.equal(wantingOf({ ...PAPER, came: "" }, false), "", "the system may know when they came");
  assert.match(wantingOf({ ...PAPER, came: "", called: "" }, false), /至少填一个时间/);
  assert.equal(wantingOf({ ...PAPER, came: "", called: "", left: true }, false), "");
  assert.equal(wantingOf({ ...PAPER, counter: "" }, false), "请选是在哪个窗口办的。");
});

test("times are of the day that is looked at; where nobody was called no counter is said", () => {
  assert.deepEqual(paperBody(PAPER, "2026-11-24"), { outage: "o1", came: "2026-11-24T09:05:00+08:00", called: "2026-11-24T09:20:00+08:00", counter: "c1", done: null, left: false });
  assert.equal(paperBody({ ...PAPER, called: "" }, "2026-11-24").counter, null);
});
