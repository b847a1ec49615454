/** Dates, masks, checks of what people type, and the lists of the home page. */

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { copyFault, copyWords } from "../src/domain/licences";
import { nearDay, sayDay, sayMoment, saySlot, saySpan, sayTime } from "../src/domain/dates";
import { daysOf, queueWords, slotsOn } from "../src/domain/appointments";
import { meansElderMode } from "../src/domain/elder";
import { keptVisit, nextVisit, POPULAR, unfinished } from "../src/domain/home";
import { codeFault, nameFault, numberFault, phoneFault, tidyNumber, tidyPhone } from "../src/domain/identity";
import { maskName, maskNumber, maskPhone } from "../src/domain/masks";

const NOW = "2026-11-24T10:00:00+08:00";

test("days are said with their weekday, and with the year where it is another", () => {
  assert.equal(sayDay("2026-11-25", NOW), "11月25日 周三");
  assert.equal(sayDay("2027-01-04", NOW), "2027年1月4日 周一");
});

test("what is near is said so", () => {
  assert.deepEqual(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"].map((day) => nearDay(day, NOW)), ["昨天", "今天", "明天", "后天", ""]);
});

test("on a button a moment is as short as it can be and still be sure", () => {
  assert.equal(saySlot("2026-11-25T09:00:00+08:00", NOW), "明天上午9:00");
  assert.equal(saySlot("2026-11-30T13:30:00+08:00", NOW), "11月30日 周一 下午1:30");
});

test("a moment is told in the time of the place, whatever zone it is written in", () => {
  assert.equal(sayMoment("2026-11-25T01:00:00Z", NOW), "明天 11月25日 周三 上午9:00");
  assert.equal(sayMoment("2026-11-24T23:30:00+08:00", NOW), "今天 11月24日 周二 晚上11:30");
  assert.equal(saySpan("2026-11-25T09:00:00+08:00", "2026-11-25T09:30:00+08:00", NOW), "明天 11月25日 周三 上午9:00–9:30");
});

test("the hours have names", () => {
  const at = (hour: string) => sayTime(`2026-11-24T${hour}:05:00+08:00`);
  assert.deepEqual(["03", "08", "12", "15", "20"].map(at), ["上午3:05", "上午8:05", "中午12:05", "下午3:05", "晚上8:05"]);
});

test("names and numbers are masked in one way", () => {
  assert.deepEqual(["王芳", "王桂芳", "古丽·艾合买提", "王"].map(maskName), ["王*", "王*芳", "古*****提", "王"]);
  assert.equal(maskNumber("990101194403080025"), "9901**********0025");
  assert.equal(maskPhone("16909900001"), "169****0001");
});

test("an identity number is checked before anybody is asked", () => {
  assert.equal(numberFault("resident_card", "9901 0119 4403 0800 25"), "");
  assert.equal(numberFault("resident_card", "99010119900517036x"), "");
  assert.match(numberFault("resident_card", "990101194403080026"), /有一位写错了/);
  assert.match(numberFault("resident_card", "99010119440308"), /18位，您填了14位/);
  assert.match(numberFault("resident_card", "99010119440308002A"), /只有数字/);
  assert.match(numberFault("resident_card", ""), /请填写证件号码/);
  assert.equal(numberFault("passport", "E12345678"), "");
  assert.match(numberFault("passport", "E1"), /太短/);
  assert.equal(tidyNumber(" 9901 x "), "9901X");
});

test("a name, a phone and a code are checked, too", () => {
  assert.match(nameFault("  "), /请填写姓名/);
  assert.match(nameFault("王".repeat(51)), /太长/);
  assert.equal(nameFault("古丽·艾合买提"), "");
  assert.match(phoneFault(""), /请填写手机号/);
  assert.match(phoneFault("1690990000"), /11位/);
  for (const typed of ["16909900001", "169 0990 0001", "169-0990-0001", "１６９０９９００００１", "+8616909900001"]) assert.equal(phoneFault(typed), "", typed);
  assert.equal(tidyPhone("+86 169 0990 0001"), "16909900001");
  assert.equal(tidyNumber("９９０１０１１９５８０８２５００２x"), "99010119580825002X");
  assert.match(codeFault("12345"), /6位/);
  assert.equal(codeFault("123456"), "");
});

test("elder mode goes by many names", () => {
  for (const name of ["长辈版", "亲情版", "关爱版", "关怀版", "大字版", "字太小了", "老年模式", "老人模式", "老年人模式", "长者版", "敬老版", "尊老版", "适老化", "字体", "字号", "放大", "看不清", "字大一点", "老花眼"]) assert.ok(meansElderMode(name), name);
  for (const words of ["", "长", "养老金", "老人", "老年人", "关爱", "敬老卡"]) assert.ok(!meansElderMode(words), words);
});

type Cases = Parameters<typeof unfinished>[0];
const aCase = (id: string, state: string, updated_at: string) => ({ id, item: "longevity", item_name: "高龄津贴", state: { state }, updated_at }) as Cases[number];

test("drafts go on, the newest on top, and no more than three", () => {
  const cases = [
    aCase("a", "draft", "2026-11-20T10:00:00+08:00"),
    aCase("b", "accepted", "2026-11-24T10:00:00+08:00"),
    aCase("c", "correction", "2026-11-23T10:00:00+08:00"),
    aCase("d", "draft", "2026-11-19T10:00:00+08:00"),
    aCase("e", "draft", "2026-11-18T10:00:00+08:00"),
    aCase("f", "draft", "2026-11-22T10:00:00+08:00"),
  ];
  assert.deepEqual(unfinished(cases).map((each) => each.id), ["f", "a", "d"]);
});

type Visits = Parameters<typeof nextVisit>[0];
const visit = (id: string, state: string, start: string, end: string) => ({ id, state, start, end, hall_name: "大厅", item_names: ["社保卡"], code: "A1", status: "已确认" }) as Visits[number];

test("the next visit is the first that is not over", () => {
  const visits = [
    visit("late", "confirmed", "2026-11-26T09:00:00+08:00", "2026-11-26T09:30:00+08:00"),
    visit("today", "confirmed", "2026-11-24T14:00:00+08:00", "2026-11-24T14:30:00+08:00"),
    visit("gone", "cancelled", "2026-11-24T11:00:00+08:00", "2026-11-24T11:30:00+08:00"),
    visit("over", "confirmed", "2026-11-24T09:00:00+08:00", "2026-11-24T09:30:00+08:00"),
  ];
  assert.equal(nextVisit(visits, NOW)?.id, "today");
  assert.equal(nextVisit(visits, NOW)?.today, true);
  assert.equal(nextVisit(visits, "2026-11-25T10:00:00+08:00")?.today, false);
  assert.equal(nextVisit([], NOW), null);
});

test("what home offers is in the catalogue, and decided in seconds where home says so", () => {
  for (const { code, instant = false, icon } of POPULAR) {
    const item = fs.readFileSync(path.join(__dirname, `../../catalogue/items/${code}.yaml`), "utf8");
    assert.equal(/^kind: instant$/m.test(item), instant, code);
    assert.ok(fs.existsSync(path.join(__dirname, `../icons/${icon}.svg`)), icon);
  }
});

test("a day of slots says what is free and what opens when", () => {
  const slot = (start: string, free: number, released_at = NOW) => ({ start, end: start, free, released_at, extended: false });
  const slots = [slot("2026-11-25T09:00:00+08:00", 2), slot("2026-11-25T09:30:00+08:00", 0), slot("2026-12-08T09:00:00+08:00", 4, "2026-11-25T08:00:00+08:00")];
  assert.deepEqual(daysOf(slots, NOW).map(({ name, date, free }) => [name, date, free]), [["明天", "11月25日", 2], ["周二", "12月8日", 4]]);
  assert.deepEqual(slotsOn("2026-11-25", slots, NOW).map(({ time, free, words }) => [time, free, words]), [["上午9:00", true, "余 2"], ["上午9:30", false, "约满"]]);
  assert.deepEqual(slotsOn("2026-12-08", slots, NOW).map(({ free, words }) => [free, words]), [[false, "明天 11月25日 周三 上午8:00放号"]]);
});

test("who waits is told how many are before them", () => {
  assert.deepEqual([2, 0, null].map((before) => queueWords({ before, status: "轮到您了" })), ["前面还有 2 位", "下一位就是您", "轮到您了"]);
});

test("without a network the next visit is the one the phone kept", () => {
  const kept = { id: "1", code: "ABCD2345", start: "2026-11-24T11:00:00+08:00", end: "2026-11-24T11:30:00+08:00", hall: "政务服务中心" };
  assert.equal(keptVisit([{ ...kept, end: NOW, id: "0" }, kept], NOW)?.id, "1");
  assert.equal(keptVisit([], NOW), null);
});

test("a copy of a licence says what it is for and until when, and is refused where that is not clear", () => {
  assert.equal(copyWords(" 给孩子办入学 ", "2026-12-01"), "仅用于给孩子办入学，有效至2026年12月1日，他用无效");
  assert.deepEqual(["租", " ", "给孩子办入学", "字".repeat(21)].map((each) => copyFault(each) !== ""), [true, true, false, true]);
});
