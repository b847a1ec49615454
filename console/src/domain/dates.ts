/** Dates as people say them, in the district's time. */

const SHANGHAI = "Asia/Shanghai";
const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function partsOf(at: Date): Parts {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: SHANGHAI, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
  const found = Object.fromEntries(format.formatToParts(at).map((each) => [each.type, Number(each.value)]));
  return found as unknown as Parts;
}

/** 「11月25日 周三」, with the year where it is not this one. */
export function day(iso: string, now = new Date()): string {
  const { year, month, day: number } = partsOf(new Date(iso));
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, number)).getUTCDay()];
  return `${year === partsOf(now).year ? "" : `${year}年`}${month}月${number}日 ${weekday}`;
}

/** The last day that counts: what holds until midnight ends with the day before. */
export function lastDay(until: string, now = new Date()): string {
  return day(new Date(Date.parse(until) - 1).toISOString(), now);
}

/** 「17:00」 */
export function time(iso: string): string {
  const { hour, minute } = partsOf(new Date(iso));
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

/** 「11月25日 周三 17:00」 */
export function moment(iso: string, now = new Date()): string {
  return `${day(iso, now)} ${time(iso)}`;
}

/** 「11月25日 周三 17:00:05」, where the order of what follows closely matters. */
export function instant(iso: string, now = new Date()): string {
  return `${moment(iso, now)}:${String(partsOf(new Date(iso)).second).padStart(2, "0")}`;
}

/** 「9:00」「900」「９点半」 as `09:00`, `09:30`; empty where it is no time of day. */
export function timeTyped(text: string): string {
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace(/[点时]半$/, ":30").replace(/[点时]整?$/, ":00").replace(/[点时.]/, ":").replace(/分$/, "");
  const [, hour = "", minute = ""] = /^(\d{1,2}):(\d{2})$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain) ?? [];
  return hour && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, "0")}:${minute}` : "";
}

/** How long something has waited: 「12分钟」「3小时」「2天」. */
export function waited(since: string, now: Date): string {
  return lasted(Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / 60_000)));
}

/** The same of so many minutes. */
export function lasted(minutes: number): string {
  if (minutes < 60) return `${minutes}分钟`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)}小时` : `${Math.floor(minutes / 1440)}天`;
}

/** How many days of the calendar lie before a day: none on the day itself. */
export function daysUntil(date: string, now: Date): number {
  const { year, month, day: number } = partsOf(now);
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(year, month - 1, number)) / 86_400_000);
}

/** Minutes of office time: 「9小时20分钟」. */
export function spent(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return (hours ? `${hours}小时` : "") + (rest || !hours ? `${rest}分钟` : "");
}
