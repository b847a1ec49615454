/** What can be told of somebody's name, number and phone before the server is asked. Empty: nothing to complain of. */

import { checksOut } from "./numbers";

/** What was typed or pasted, with the letters and digits of a Chinese keyboard as the plain ones they are, and without blanks and hyphens. */
function plain(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s-]/g, "");
}

/** A document number as it is written on the document: an x as X. */
export function tidyNumber(typed: string): string {
  return plain(typed).toUpperCase();
}

/** A mobile number as eleven digits, without the country's +86. */
export function tidyPhone(typed: string): string {
  return plain(typed).replace(/^\+?86(?=1\d{10}$)/, "");
}

export function tidyCode(typed: string): string {
  return plain(typed);
}

export function numberFault(documentType: string, typed: string): string {
  const number = tidyNumber(typed);
  if (!number) return "请填写证件号码。";
  if (documentType !== "resident_card") return number.length < 4 ? "证件号码太短，请照证件上的填写。" : "";
  if (number.length !== 18) return `身份证号码是18位，您填了${number.length}位，请对照身份证再看一遍。`;
  if (!/^\d{17}[\dX]$/.test(number)) return "身份证号码只有数字，最后一位可以是X，请再看一遍。";
  return checksOut(number) ? "" : "身份证号码里可能有一位写错了，请对照身份证再看一遍。";
}

export function nameFault(typed: string): string {
  const name = typed.trim();
  if (!name) return "请填写姓名。";
  return name.length > 50 ? "姓名太长，请照证件上的填写。" : "";
}

export function phoneFault(typed: string): string {
  if (!typed.trim()) return "请填写手机号。";
  return /^1\d{10}$/.test(tidyPhone(typed)) ? "" : "手机号是11位数字，请再核对一下。";
}

export function codeFault(typed: string): string {
  return /^\d{6}$/.test(tidyCode(typed)) ? "" : "请填写短信里的6位数字。";
}
