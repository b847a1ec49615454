/** Who comes to a hall or phones it: what a window asks them. */

import type { components } from "../../typings/api";
import { plainNumber } from "./plain";

export type Counters = components["schemas"]["CountersView"];
type Served = components["schemas"]["ServedView"];
type Claim = components["schemas"]["StaffClaimBody"];
type DocumentType = components["schemas"]["DocumentType"];

/** Something to be chosen: its code and its name. */
export type Chosen = Pick<Served, "item" | "name">;

export interface Visitor {
  name: string;
  kind: DocumentType;
  number: string;
  phone: string;
  items: string[];
  urgent: string;
  /** When they come; empty where they are here. */
  start: string;
}

const CARD = /^\d{17}[\dXx]$/;
const READ = /^[0-9A-Za-z]*\d{5}[0-9A-Za-z]*$/;
/** Numbers that can be of one kind of document only. */
const PLAIN: readonly [DocumentType, RegExp][] = [["hkmt_residence", /^8[123]\d{15}[\dXx]$/], ["hk_macau_permit", /^[HMhm]\d{8}(\d\d)?$/], ["permanent_residence", /^[A-Za-z]{3}\d{12}$/]];
const TICKET = /^[AB]\d{3,}$/i;
const PHONE = /^1[3-9]\d{9}$/;

/** What the counters of a hall serve, each once; for later only what can be booked. */
export function itemsOf(counters: Counters, later: boolean): Served[] {
  const all = counters.items.flatMap((counter) => counter.serves);
  return all.filter((item, index) => (item.bookable || !later) && all.findIndex((other) => other.item === item.item) === index);
}

/** Of what may be chosen, what is looked for: by a word of its name, or since the guide's search means it; what is chosen stays in sight. */
export function narrowed<T extends Chosen>(items: readonly T[], sought: string, meant: readonly string[], chosen: readonly string[]): T[] {
  const word = sought.trim();
  return items.filter(({ item, name }) => !word || name.includes(word) || meant.includes(item) || chosen.includes(item));
}

/** Which of the first nine somebody means by its number alone. */
export function numbered<T>(items: readonly T[], sought: string): T | undefined {
  return /^[1-9]$/.test(sought.trim()) ? items[Number(sought) - 1] : undefined;
}

/** Which of those shown is meant by what was typed: by number, else the first not chosen yet, one of that name before one that words stand for. */
export function meantBy<T extends Chosen>(shown: readonly T[], sought: string, chosen: readonly string[]): T | undefined {
  const word = sought.trim();
  const left = word ? shown.filter(({ item }) => !chosen.includes(item)) : [];
  return numbered(shown, word) ?? left.find(({ name }) => name.includes(word)) ?? left[0];
}

/** What is still missing, in words and in the order it is asked; empty where nothing is. `hall`: empty where none is chosen yet. */
export function lacksOfVisitor(visitor: Visitor, later: boolean, hurried: boolean, hall: string): string {
  const [person, visit] = [lacksOfPerson(visitor, later), lacksOfVisit(visitor, later, hurried, hall)];
  return later ? visit || person : person || visit;
}

function lacksOfPerson({ name, kind, number, phone }: Visitor, later: boolean): string {
  const faults: [boolean, string][] = [
    [!name.trim(), "请填写姓名。"],
    [/\d/.test(name), "姓名里不能有数字；证件号码请填在证件号码一栏。"],
    [kind === "resident_card" && !fits(CARD, plainNumber(number)), "身份证号应为 18 位，请核对；是别的证件，请先选证件类型。"],
    [!fits(PHONE, phone), "手机号应为 11 位，请核对。"],
    [later && !(number + phone).trim(), "请填写证件号码或手机号，至少一项，有变化好通知本人。"],
  ];
  return faults.find(([wrong]) => wrong)?.[1] ?? "";
}

function lacksOfVisit({ items, start, urgent }: Visitor, later: boolean, hurried: boolean, hall: string): string {
  if (!items.length) return "请选办什么。";
  if (!hall) return "请选在哪个大厅办。";
  if (later) return start ? "" : "请选时间。";
  return hurried && !urgent.trim() ? "请填写优先的原因。" : "";
}

function fits(shape: RegExp, text: string): boolean {
  return text.trim() === "" || shape.test(text.trim());
}

export function visitorBody(visitor: Visitor, hall: string, later: boolean, hurried: boolean): Claim {
  const [kind, number, phone] = [visitor.kind, plainNumber(visitor.number), visitor.phone.trim()];
  return {
    caller: { name: visitor.name.trim(), ...(phone ? { phone } : {}), ...(number ? { document_type: kind, id_number: number } : {}) },
    items: visitor.items,
    hall,
    ...(later ? { start: visitor.start } : {}),
    ...(!later && hurried ? { urgent: visitor.urgent.trim() } : {}),
  };
}

/** A card that was read while the name was to be typed stands where its number belongs; a number of one kind of document only names it. */
export function placed(visitor: Visitor): Visitor {
  const read = !visitor.number.trim() && READ.test(visitor.name.trim());
  const number = read ? visitor.name.trim() : visitor.number;
  const kind = PLAIN.find(([, shape]) => shape.test(plainNumber(number)))?.[0] ?? visitor.kind;
  return { ...visitor, name: read ? "" : visitor.name, number, kind };
}

/** Whom nobody expects today: a name is repeated, what a reader read is not. */
export function unknownSaid(text: string): string {
  return /\d{5}/.test(text) ? "这个证件今天在这个大厅没有预约" : `今天这个大厅没有「${text.toUpperCase()}」的预约`;
}

/** Whether it is a number somebody is called by, which stands in the day's list. */
export function isTicket(text: string): boolean {
  return TICKET.test(text);
}
