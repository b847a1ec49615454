/** Numbers people and units are known by: their shape and check digits, as models/documents.py has them. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";
const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** As registers keep it: without blanks and hyphens, letters in capitals. */
export function normalNumber(typed: string): string {
  return typed.replace(/[\s-]/g, "").toUpperCase();
}

/** Whether the last sign of an 18-sign number is the check digit of the others (GB 11643). */
export function checksOut(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + Number(number[index]) * weight, 0);
  return CHECKS[sum % 11] === number[17];
}

/** Whether it can be the number of any document that is accepted. */
export function isDocumentNumber(number: string): boolean {
  if (/^[A-Z0-9]{5,12}$/.test(number) || /^[A-Z]{3}\d{12}$/.test(number)) return true;
  return /^[1-9]\d{16}[\dX]$/.test(number) && checksOut(number) && isDay(number.slice(6, 14));
}

function isDay(digits: string): boolean {
  const written = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const day = new Date(`${written}T00:00:00Z`);
  return digits.slice(0, 4) !== "0000" && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}

/** Whether it is a unified social credit code (GB 32100). */
export function isCreditCode(typed: string): boolean {
  const code = normalNumber(typed);
  if (!/^\d{8}[0-9A-Z]{10}$/.test(code)) return false;
  const values = [...code].map((sign) => CREDIT_ALPHABET.indexOf(sign));
  if (values.includes(-1)) return false;
  const sum = values.slice(0, 17).reduce((total, value, index) => total + value * (3 ** index % 31), 0);
  return (31 - (sum % 31)) % 31 === values[17];
}
