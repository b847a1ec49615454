/** Names and numbers with their middle hidden, always the same way: 王*芳, 4401**********0071, 169****0018. */

export function maskName(name: string): string {
  const signs = [...name];
  if (signs.length < 2) return name;
  const last = signs.length > 2 ? signs[signs.length - 1]! : "";
  return signs[0] + "*".repeat(signs.length - 1 - (last ? 1 : 0)) + last;
}

export function maskNumber(number: string): string {
  return number.length > 8 ? number.slice(0, 4) + "*".repeat(number.length - 8) + number.slice(-4) : "*".repeat(number.length);
}

export function maskPhone(phone: string): string {
  return phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : maskNumber(phone);
}
