/** A payment slip in words: what it is for, what it comes to, how it was settled, what went back. */

import type { components } from "../../typings/api";
import type { Tone } from "./cases";
import { sayMoment } from "./dates";

type Bill = components["schemas"]["BillView"];

export interface BillPage {
  item: string;
  number: string;
  case: string;
  status: string;
  tone: Tone;
  amount: string;
  sentence: string;
  lines: { name: string; amount: string; notes: string[] }[];
  reduced: string;
  paid: string;
  receipt: string[];
  refunds: { title: string; status: string; notes: string[] }[];
  mayPay: boolean;
}

const TONES: Record<string, Tone> = { open: "waiting", paid: "done", waived: "done" };
const WAITS: Record<string, string> = { acceptance: "缴清以后才受理", decision: "缴清以后才作决定", hand_out: "缴清以后才能拿结果" };

export function billPage(bill: Bill, now: string): BillPage {
  return {
    item: bill.item_name,
    number: bill.number,
    case: bill.case,
    status: bill.label,
    tone: TONES[bill.state] ?? "",
    amount: `${bill.due_amount} 元`,
    sentence: sentenceOf(bill, now),
    lines: bill.lines.map((each) => ({ name: each.name, amount: `${each.amount} 元`, notes: notesOf(each) })),
    reduced: Number(bill.reduced) ? `减免 ${bill.reduced} 元：${bill.reduced_for}` : "",
    paid: bill.paid_by ? `${bill.paid_by}${bill.settled_at ? `，${sayMoment(bill.settled_at, now)}` : ""}` : "",
    receipt: receiptOf(bill, now),
    refunds: bill.refunds.map((each) => ({ title: `退 ${each.amount} 元`, status: each.label, notes: [each.reason, each.done_at ? sayMoment(each.done_at, now) : ""].filter(Boolean) })),
    mayPay: bill.actions.includes("pay"),
  };
}

function sentenceOf(bill: Bill, now: string): string {
  if (bill.state !== "open") return bill.ended_for;
  const waits = WAITS[bill.blocks] ?? "";
  if (bill.overdue) return `缴费期限是${sayMoment(bill.due, now)}，已经过了。${waits}，请尽快缴。`;
  return `请在${sayMoment(bill.due, now)}前缴清，${waits}。`;
}

function notesOf({ price, quantity, unit, basis, waived_for }: Bill["lines"][number]): string[] {
  const counted = Number(quantity) === 1 ? "" : `${price} 元 × ${quantity}${unit}`;
  return [counted, waived_for && `不用缴：${waived_for}`, basis && `依据：${basis}`].filter(Boolean);
}

function receiptOf({ receipt }: Bill, now: string): string[] {
  if (!receipt) return [];
  const over = receipt.void_at ? `${sayMoment(receipt.void_at, now)}已经作废（冲红），钱会退给您` : "";
  return [`票据代码 ${receipt.code}，号码 ${receipt.number}，校验码 ${receipt.check_code}`, over].filter(Boolean);
}
