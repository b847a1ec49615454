/** What somebody else's case asks of a person or their unit, in a browser: whom one answers for, what is still to be done, what may go up. */

import type { components } from "../../typings/api";
import { moment } from "./dates";

type Schemas = components["schemas"];

/** Eight digits, however they were typed; nothing where they are not. */
export function codeIn(text: string): string {
  const digits = text.replace(/\D/g, "");
  return digits.length === 8 ? digits : "";
}

/** In whose name one answers: `grant` is empty for oneself and for units one represents. */
export interface Name {
  grant: string;
  label: string;
}

/** Oneself, and every unit that has named one as its handler. Whoever acts for a person answers nothing for them here. */
export function namesOf(self: string, grants: readonly Schemas["GrantView"][]): Name[] {
  const units = grants.filter((each) => each.basis === "company" && each.you === "agent" && each.state === "active");
  return [{ grant: "", label: `${self}本人，和我是法定代表人的单位` }, ...units.map((each) => ({ grant: each.id, label: each.principal.name }))];
}

/** Where one is: in whose name, and which matter is open; both empty for the list. */
export interface Place {
  grant: string;
  id: string;
}

/** The end of the address that says where one is, so that a page loaded again and the browser's Back know it. */
export function hashOf({ grant, id }: Place): string {
  return grant || id ? `#${grant}/${id}` : "";
}

/** The same read back; the list of one's own for anything else. */
export function placeIn(hash: string): Place {
  const [, grant = "", id = ""] = /^#(\w*)\/(\w*)$/.exec(hash) ?? [];
  return { grant, id };
}

/** What was typed into a matter and is not sent yet: kept while the page lives, and nowhere else. */
export interface Typed {
  answers: Record<string, unknown>;
  files: Record<string, { id: string; name: string }[]>;
}

export function nothingTyped(): Typed {
  return { answers: {}, files: {} };
}

/** Whether leaving would lose something. */
export function isTyped({ answers, files }: Typed): boolean {
  return Object.values(answers).some((each) => each !== null && each !== "") || Object.values(files).some((each) => each.length > 0);
}

interface Standing {
  words: string;
  tone: "waiting" | "overdue" | "done" | "quiet";
}

/** How one of the list stands. */
export function standing(row: Schemas["AskedRow"], now = new Date()): Standing {
  return row.open ? waiting(row, now) : over(row, now);
}

function waiting({ due, overdue }: Schemas["AskedRow"], now: Date): Standing {
  if (!due) return { words: "等您办", tone: "waiting" };
  return overdue ? { words: `过了${moment(due, now)}，请马上办`, tone: "overdue" } : { words: `请在${moment(due, now)}前办`, tone: "waiting" };
}

function over({ met_at, declined_at, ended_for }: Schemas["AskedRow"], now: Date): Standing {
  if (met_at) return { words: `${moment(met_at, now)}办好了`, tone: "done" };
  return { words: declined_at ? `${moment(declined_at, now)}没有同意` : ended_for || "不用办了", tone: "quiet" };
}

/** Why there is nothing to do any more; nothing where there is. */
export function overOf(page: Schemas["AskedView"]): string {
  if (page.actions.length) return "";
  if (page.met_at) return "已经办好了。";
  return page.declined_at ? `没有同意：${page.reason}` : page.ended_for || "现在不用办了。";
}

const TYPES = ["boolean", "choice", "multi", "text", "number", "phone", "date", "month"];

/** Questions this page has no boxes for: they are answered on the phone. */
export function strange(fields: readonly Schemas["FormField"][]): string[] {
  return fields.filter((each) => !TYPES.includes(each.type)).map((each) => each.label);
}

const KINDS: Record<string, string> = { jpeg: "image/jpeg", png: "image/png", pdf: "application/pdf" };

/** What a file chooser offers. */
export function acceptOf(asked: Schemas["AskedFile"]): string {
  return asked.accepts.map((each) => KINDS[each] ?? `.${each}`).join(",");
}

/** Why a file cannot go up, before it is sent; nothing where it may. */
export function fileFault(asked: Schemas["AskedFile"], had: number, file: { name: string; size: number; type: string }): string {
  const [most, size] = [asked.max_files ?? 1, asked.max_mb ?? 20];
  if (had >= most) return `${asked.name}最多 ${most} 份，请先去掉一份。`;
  if (file.size > size * 1024 * 1024) return `${file.name}超过 ${size}MB，请压缩后再选。`;
  const kinds = acceptOf(asked).split(",");
  return kinds.includes(file.type) || kinds.some((each) => each.startsWith(".") && file.name.toLowerCase().endsWith(each)) ? "" : `${file.name}的格式收不了，请选 ${asked.accepts.join("、")} 文件。`;
}

/** Why a yes cannot be sent yet: a file that is asked for is missing. */
export function missingFiles(asked: readonly Schemas["AskedFile"][], files: Record<string, readonly unknown[]>): string {
  const missing = asked.filter((each) => each.required !== false && !(files[each.key] ?? []).length).map((each) => each.name);
  return missing.length ? `请先上传：${missing.join("、")}。` : "";
}
