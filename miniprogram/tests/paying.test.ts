/** Payment slips and licences in words. */

import assert from "node:assert/strict";
import test from "node:test";

import { billPage } from "../src/domain/bill";
import { authorisationPage, licenceCard } from "../src/domain/licences";

const NOW = "2026-11-23T10:00:00+08:00";
type Bill = Parameters<typeof billPage>[0];
type Authorisation = Parameters<typeof authorisationPage>[0];

const BILL: Bill = {
  id: "bill_1",
  number: "99010120261123000017",
  case: "case_1",
  case_number: "1",
  item_name: "身份证补领",
  person_name: "王桂芳",
  blocks: "decision",
  state: "open",
  label: "待缴费",
  ended_for: "",
  lines: [{ name: "工本费", price: "40", quantity: "1", unit: "", amount: "40.00", basis: "", waived_for: "" }],
  total: "40.00",
  reduced: "0.00",
  reduced_for: "",
  due_amount: "40.00",
  due: "2026-12-07T17:00:00+08:00",
  overdue: false,
  drawn_at: NOW,
  settled_at: null,
  paid_by: null,
  order: null,
  refunds: [],
  receipt: null,
  version: 1,
  actions: ["pay"],
};

test("an open slip says until when, and what waits for it", () => {
  const page = billPage(BILL, NOW);
  assert.equal(page.sentence, "请在12月7日 周一 下午5:00前缴清，缴清以后才作决定。");
  assert.deepEqual([page.amount, page.mayPay, page.reduced, page.paid], ["40.00 元", true, "", ""]);
  assert.match(billPage({ ...BILL, overdue: true }, NOW).sentence, /已经过了/);
});

test("what is not paid is said with its reason", () => {
  const waived = { ...BILL.lines[0]!, amount: "0.00", waived_for: "低保对象", basis: "某条", quantity: "3", unit: "张" };
  assert.deepEqual(billPage({ ...BILL, lines: [waived] }, NOW).lines[0]!.notes, ["40 元 × 3张", "不用缴：低保对象", "依据：某条"]);
  assert.equal(billPage({ ...BILL, reduced: "10.00", reduced_for: "困难" }, NOW).reduced, "减免 10.00 元：困难");
});

test("a receipt that is void says so", () => {
  const receipt = { code: "1", number: "2", check_code: "ABC", at: NOW, void_at: NOW };
  const page = billPage({ ...BILL, state: "paid", receipt, paid_by: "网上缴费", settled_at: NOW, actions: [] }, NOW);
  assert.deepEqual([page.receipt.length, page.mayPay, page.paid], [2, false, "网上缴费，今天 11月23日 周一 上午10:00"]);
});

const ASKED: Authorisation = {
  id: "auth_1",
  state: "asked",
  state_label: "等持有人授权",
  kind: "title",
  kind_name: "不动产权证书",
  item: "lease-filing",
  item_name: "房屋租赁登记备案",
  case: "case_1",
  applicant: "李*",
  purpose: "办理房屋租赁登记备案",
  asked_at: NOW,
  until: "2027-02-21T10:00:00+08:00",
  given_at: null,
  given_by: "",
  ended_at: null,
  ended_for: "",
  looks: [],
  actions: ["authorise", "decline"],
  version: 1,
};

test("a request is answered; one that was given can be taken back until the case is handed in", () => {
  const asked = authorisationPage(ASKED, NOW);
  assert.deepEqual([asked.mayAnswer, asked.mayRevoke], [true, false]);
  const given: Authorisation = { ...ASKED, state: "given", given_at: NOW, given_by: "赵鹏", actions: ["revoke"] };
  assert.match(authorisationPage(given, NOW).sentence, /随时可以撤回/);
  assert.match(authorisationPage({ ...given, actions: [] }, NOW).sentence, /不能再撤回/);
});

test("a licence that cannot be used says what to do", () => {
  const card = licenceCard(
    { kind: "k", name: "残疾人证", identifier: "i", number: "1*2", issuer: "残联", issued_on: "2020-01-01", valid_until: "2026-01-01", status: "expired", usable: false, holders: ["甲"], advice: "请先换证" },
  );
  assert.deepEqual([card.status, card.tone, card.advice, card.notes.length], ["现在不能用", "refused", "请先换证", 2]);
});
