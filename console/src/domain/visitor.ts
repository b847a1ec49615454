/** Who comes to a hall or phones it: what a window asks them, and what one may look for. */

import type { components } from "../../typings/api";

export type Counters = components["schemas"]["CountersView"];
type Served = components["schemas"]["ServedView"];
type Claim = components["schemas"]["StaffClaimBody"];
type Sought = Omit<components["schemas"]["LookUpBody"], "hall">;

export interface Visitor {
  name: string;
  number: string;
  phone: string;
  items: string[];
  urgent: string;
  /** When they come; empty where they are here. */
  start: string;
}

const CARD = /^\d{17}[\dXx]$/;
const TICKET = /^[AB]\d{3,}$/i;
const PHONE = /^1[3-9]\d{9}$/;

/** What the counters of a hall serve, each once; for later only what can be booked. */
export function itemsOf(counters: Counters, later: boolean): Served[] {
  const all = counters.items.flatMap((counter) => counter.serves);
  return all.filter((item, index) => (item.bookable || !later) && all.findIndex((other) => other.item === item.item) === index);
}

/** What is still missing, in words; empty where nothing is. */
export function lacksOfVisitor(visitor: Visitor, later: boolean, hurried: boolean): string {
  return lacksOfPerson(visitor, later) || lacksOfVisit(visitor, later, hurried);
}

function lacksOfPerson({ name, number, phone }: Visitor, later: boolean): string {
  const faults: [boolean, string][] = [
    [!name.trim(), "请填写姓名。"],
    [!fits(CARD, number), "身份证号应为 18 位，请核对。"],
    [!fits(PHONE, phone), "手机号应为 11 位，请核对。"],
    [later && !(number + phone).trim(), "请填写身份证号或手机号，至少一项，有变化好通知本人。"],
  ];
  return faults.find(([wrong]) => wrong)?.[1] ?? "";
}

function lacksOfVisit({ items, start, urgent }: Visitor, later: boolean, hurried: boolean): string {
  if (!items.length) return "请选办什么。";
  if (later) return start ? "" : "请选时间。";
  return hurried && !urgent.trim() ? "请填写优先的原因。" : "";
}

function fits(shape: RegExp, text: string): boolean {
  return text.trim() === "" || shape.test(text.trim());
}

export function visitorBody(visitor: Visitor, hall: string, later: boolean, hurried: boolean): Claim {
  const [number, phone] = [visitor.number.trim().toUpperCase(), visitor.phone.trim()];
  return {
    caller: { name: visitor.name.trim(), ...(phone ? { phone } : {}), ...(number ? { document_type: "resident_card", id_number: number } : {}) },
    items: visitor.items,
    hall,
    ...(later ? { start: visitor.start } : {}),
    ...(!later && hurried ? { urgent: visitor.urgent.trim() } : {}),
  };
}

/** What was scanned or typed: a card's number, the code of an appointment, or a name. */
export function soughtBy(text: string): Sought {
  if (CARD.test(text)) return { document_type: "resident_card", id_number: text.toUpperCase() };
  return /^[\x21-\x7e]+$/.test(text) ? { code: text } : { name: text };
}

/** Whether it is a number somebody is called by, which stands in the day's list. */
export function isTicket(text: string): boolean {
  return TICKET.test(text);
}
