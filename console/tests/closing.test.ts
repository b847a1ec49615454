import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { bodyOf, reachedSaid, spanOf, standsOf, wantingOf, type Closure, type Wish } from "../src/domain/closing";

const WISH: Wish = { span: "days", first: "2026-11-30", last: "2026-12-01", from: "", to: "", counter: "", remedy: "move", reason: " 台风 " };

describe("when a hall is closed", () => {
  it("is closed for whole days, the last one included", () => {
    assert.deepEqual(bodyOf(WISH, "2026-11-24", true), { counter: null, remedy: "move", reason: "台风", preview: true, start: "2026-11-30T00:00:00+08:00", end: "2026-12-02T00:00:00+08:00" });
  });
  it("is closed for some hours of one day, at one counter", () => {
    const wish: Wish = { ...WISH, span: "hours", from: "09:00", to: "11:30", counter: "c1" };
    const { counter, start, end } = bodyOf(wish, "2026-11-24", false);
    assert.deepEqual([counter, start, end], ["c1", "2026-11-30T09:00:00+08:00", "2026-11-30T11:30:00+08:00"]);
  });
  it("is closed from now to the end of the day, also of the last of a year", () => {
    assert.deepEqual(bodyOf({ ...WISH, span: "now" }, "2026-12-31", false), { counter: null, remedy: "move", reason: "台风", preview: false, end: "2027-01-01T00:00:00+08:00" });
  });
  it("names what is still to be filled in", () => {
    assert.deepEqual(wantingOf({ ...WISH, first: "", last: "", reason: " " }), ["日期", "到哪一天", "原因"]);
    assert.deepEqual(wantingOf({ ...WISH, span: "hours" }), ["开始时间", "结束时间"]);
    assert.deepEqual(wantingOf({ ...WISH, span: "now", first: "" }), []);
  });
  it("names whom no notice reaches, by number and name", () => {
    const one = { ticket: "B002", name: "张*兰", reached: false };
    assert.equal(reachedSaid([one, { ticket: null, name: "李*", reached: true }, { ...one, ticket: null, name: "王*" }]), "有 2 人没有联系方式，请当面告诉：B002 张*兰、王*。");
    assert.equal(reachedSaid([{ ...one, reached: true }]), "");
  });
  it("says the time as people do", () => {
    const said = (start: string, end: string): string => spanOf({ start, end });
    assert.ok(said("2026-11-24T00:00:00+08:00", "2026-11-25T00:00:00+08:00").includes("11月24日 周二 全天"));
    assert.ok(said("2026-11-24T00:00:00+08:00", "2026-11-27T00:00:00+08:00").includes("至 11月26日 周四"));
    assert.ok(said("2026-11-24T09:00:00+08:00", "2026-11-24T12:00:00+08:00").includes("9:00 至 12:00"));
    assert.ok(said("2026-11-24T14:20:00+08:00", "2026-11-25T00:00:00+08:00").includes("14:20 至 当天结束"));
    assert.ok(said("2026-11-24T14:20:00+08:00", "2026-11-25T12:00:00+08:00").includes("至 11月25日 周三 12:00"));
  });
  it("says how it stands", () => {
    const closure = { state: "running", lifted_for: "", begun: false, over: false, start: "2026-11-24T16:00:00+08:00", end: "2026-11-25T00:00:00+08:00" } as Closure;
    const said = (more: Partial<Closure>, today = "2026-11-24"): string => standsOf({ ...closure, ...more }, today).says;
    assert.equal(said({}), "正在逐个改期、通知");
    assert.equal(said({ state: "done", begun: true }), "正在停办");
    assert.equal(said({ state: "done" }), "今天 16:00 起停办");
    assert.equal(said({ state: "done" }, "2026-11-23"), "明天 16:00 起停办");
    assert.equal(said({ state: "done" }, "2026-11-20"), "11月24日 周二 16:00 起停办");
    assert.equal(said({ state: "done", begun: true, over: true }), "已经过去");
    assert.equal(said({ state: "lifted", lifted_for: "台风转向" }), "已撤销：台风转向");
  });
});
