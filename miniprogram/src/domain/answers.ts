/**
 * Whether an answer is of its field's type, and what to tell the person where it is not: the twin of backend/catalogue/answers.py.
 * tests/vectors/answer_types.json holds the two together. What our fonts do not print is the server's to refuse.
 */

import type { components } from "../../typings/api";
import { isCreditCode, isDocumentNumber, normalNumber } from "./numbers";

export type Field = components["schemas"]["FormField"];

/** What is wrong, and where inside the answer ("" or "/name"); no words, nothing wrong. */
export interface Fault {
  words: string;
  at: string;
}

/** `complete`: nothing may be left out; else it is a draft's. `applicant`: whose name a bank account must carry. */
export interface How {
  complete: boolean;
  applicant: string;
}

/** One box of an answer that has several. */
export interface Part {
  key: string;
  label: string;
}

const FINE: Fault = { words: "", at: "" };
const PHONE = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;
const TEXT_MOST = 500;
const NAME_MOST = 50;
const DETAIL_MOST = 200;
const PEOPLE_MOST = 20;
const PERSON = ["name", "id_number"];
const COMPOUND: Record<string, string[]> = {
  person: PERSON,
  people: PERSON,
  address: ["town", "detail"],
  bank_account: ["holder", "bank", "account"],
  enterprise: ["name", "uscc"],
};
const LABELS: Record<string, string> = {
  name: "姓名",
  id_number: "证件号码",
  relation: "关系",
  phone: "电话",
  town: "镇街",
  detail: "详细地址",
  holder: "开户人",
  bank: "开户银行",
  account: "银行账号",
  uscc: "统一社会信用代码",
};

/** The boxes of an answer that has several; none for the others. */
export function partsOf(field: Field): Part[] {
  const asked = ["person", "people"].includes(field.type) && field.parts?.length ? field.parts : (COMPOUND[field.type] ?? []);
  return asked.map((key) => ({ key, label: partLabel(field, key) }));
}

function partLabel(field: Field, key: string): string {
  return field.type === "enterprise" && key === "name" ? "单位名称" : (LABELS[key] ?? key);
}

export function answerFault(field: Field, value: unknown, how: How): Fault {
  if (field.type === "people") return peopleFault(field, value, how);
  if (field.type in COMPOUND) return compoundFault(field, value, how);
  return { words: SIMPLE[field.type]?.(field, value) ?? "", at: "" };
}

const SIMPLE: Record<string, (field: Field, value: unknown) => string> = {
  text: ({ label }, value) => {
    if (typeof value !== "string") return `「${label}」请填写文字。`;
    return size(value) <= TEXT_MOST ? "" : `「${label}」最多${TEXT_MOST}个字，请缩短一些。`;
  },
  number: ({ label }, value) => (Number.isFinite(value) ? "" : `「${label}」请填写数字。`),
  date: ({ label }, value) => (isDate(value) ? "" : `「${label}」请选择一个日期，例如 2026-11-23。`),
  month: ({ label }, value) => (matches(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/, value) ? "" : `「${label}」请选择年份和月份，例如 2026-11。`),
  choice: ({ label, options = [] }, value) => (options.some((each) => each.value === value) ? "" : `「${label}」请从列出的选项里选一项。`),
  multi: multiFault,
  boolean: ({ label, required }, value) => {
    if (typeof value !== "boolean") return `「${label}」请勾选或不勾选。`;
    return required !== false && !value ? `请先看过并勾选「${label}」。` : "";
  },
  phone: ({ label }, value) => (matches(PHONE, value) ? "" : `「${label}」请填写11位手机号，或带区号的座机号，例如 0600-81009100。`),
};

function multiFault({ label, options = [] }: Field, value: unknown): string {
  const known = new Set(options.map((each) => each.value));
  if (!Array.isArray(value) || new Set(value.filter((each) => known.has(each as string))).size !== value.length)
    return `「${label}」请从列出的选项里选，每项只选一次。`;
  const alone = options.find((option) => option.exclusive && value.includes(option.value));
  return alone && value.length > 1 ? `「${label}」选了“${alone.label}”，就不能再选别的，请核对。` : "";
}

/** Each of them as one person is checked, and nobody twice. */
function peopleFault(field: Field, value: unknown, how: How): Fault {
  if (!Array.isArray(value) || value.length > PEOPLE_MOST) return { words: `「${field.label}」请逐人填写，最多${PEOPLE_MOST}人。`, at: "" };
  const seen = new Set<string>();
  for (const [index, person] of value.entries()) {
    const fault = compoundFault(field, person, { ...how, applicant: "" });
    if (fault.words) return { words: fault.words, at: `/${index}${fault.at}` };
    const number = normalNumber(String((person as Record<string, unknown>)["id_number"] ?? ""));
    if (number && seen.has(number)) return { words: `「${field.label}」里同一个人写了两次，请删去一次。`, at: `/${index}/id_number` };
    seen.add(number);
  }
  return FINE;
}

function compoundFault(field: Field, value: unknown, { complete, applicant }: How): Fault {
  if (!isRecord(value)) return { words: `「${field.label}」请逐项填写。`, at: "" };
  for (const { key, label } of partsOf(field)) {
    const given = value[key] ?? "";
    const absent = complete ? `请填写「${field.label}」的${label}。` : "";
    const words = given === "" ? absent : partFault(key, given, applicant);
    if (words) return { words, at: `/${key}` };
  }
  return FINE;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function partFault(key: string, value: unknown, applicant: string): string {
  const most = key === "detail" ? DETAIL_MOST : NAME_MOST;
  if (typeof value !== "string" || !value.trim() || size(value) > most) return `请重新填写${LABELS[key] ?? key}，不要太长，也不要只有空格。`;
  return PARTS[key]?.(value, applicant) ?? "";
}

const PARTS: Record<string, (value: string, applicant: string) => string> = {
  id_number: (value) => (isDocumentNumber(value) ? "" : "证件号码不对，请照着证件再核对一遍；身份证最后一位如果是X，请填大写X。"),
  uscc: (value) => (isCreditCode(value) ? "" : "统一社会信用代码不对，应为18位数字和大写字母，请对照营业执照或登记证书填写。"),
  phone: (value) => (PHONE.test(value) ? "" : "电话号码不对，请填写11位手机号，或带区号的座机号。"),
  account: (value) => (/^\d{12,19}$/.test(value) ? "" : "银行账号不对，请照着银行卡填写，只填数字，不留空格。"),
  holder: (value, applicant) => (applicant && value.trim() !== applicant ? `钱只能发到申请人本人的账户，请填写${applicant}名下的账户。` : ""),
};

function isDate(value: unknown): boolean {
  const parts = typeof value === "string" && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!parts || parts[1] === "0000") return false;
  const day = new Date(`${parts[0]}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(parts[0]);
}

function matches(pattern: RegExp, value: unknown): boolean {
  return typeof value === "string" && pattern.test(value);
}

function size(text: string): number {
  return [...text].length;
}
