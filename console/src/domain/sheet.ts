/**
 * The text of an item as a form changes it: read with its comments, changed in one place, written again. What the form does not touch
 * stays as it was written; at most the layout of a line changes.
 */

import { isAlias, isCollection, isMap, isScalar, isSeq, parseDocument, Scalar, type Document } from "yaml";

export type Path = readonly (string | number)[];

/** The line on which a text stops being readable, from 1 on; 0 where all of it can be read. */
export function brokenAt(doc: Document.Parsed): number {
  return doc.errors[0]?.linePos?.[0].line ?? (doc.errors.length ? 1 : 0);
}

export function read(text: string): Document.Parsed {
  return parseDocument(text);
}

/** A document as text. Throws where something refers to what is gone. */
export function written(doc: Document): string {
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The place as the server names it in a fault (RFC 6901). */
export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The place of such a pointer. */
export function pathOf(pointer: string): Path {
  const parts = pointer.split("/").slice(1);
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~")));
}

/** Whether what stands there is written elsewhere and only referred to: it is changed as text. */
export function borrowed(doc: Document, path: Path): boolean {
  return path.some((_, index) => isAlias(doc.getIn(path.slice(0, index + 1), true)));
}

/** Puts a value there, in the way it is written now; `undefined` takes it out. */
export function put(doc: Document, path: Path, value: unknown): void {
  if (value === undefined) {
    doc.deleteIn(path);
    return;
  }
  const there = doc.getIn(path, true);
  if (isScalar(there) && !isCollection(value)) {
    there.value = value;
    if (unsafe(value)) there.type = Scalar.QUOTE_DOUBLE;
    return;
  }
  unfold(doc.getIn(path.slice(0, -1), true));
  doc.setIn(path, fresh(doc, value));
}

/** What is still empty, written as {} or [], is written line by line once something stands in it. */
function unfold(node: unknown): void {
  if (isCollection(node) && !node.items.length) node.flow = false;
}

/** Adds an entry at the end of a list, which is begun where there is none. */
export function append(doc: Document, path: Path, value: unknown): void {
  if (!isSeq(doc.getIn(path, true))) doc.setIn(path, doc.createNode([]));
  unfold(doc.getIn(path, true));
  doc.addIn(path, fresh(doc, value));
}

/** Takes an entry out of a list, and moves one of it. */
export function drop(doc: Document, path: Path, index: number): void {
  doc.deleteIn([...path, index]);
}

export function move(doc: Document, path: Path, from: number, to: number): void {
  const list = doc.getIn(path, true);
  if (!isSeq(list) || to < 0 || to >= list.items.length) return;
  const [entry] = list.items.splice(from, 1);
  list.items.splice(to, 0, entry);
}

/** A key no entry of a list has yet: entries are told apart by it. */
export function newKey(taken: readonly unknown[], base: string): string {
  for (let number = 1; ; number++) if (!taken.includes(`${base}_${number}`)) return `${base}_${number}`;
}

function fresh(doc: Document, value: unknown): unknown {
  const node = doc.createNode(value);
  quote(node);
  return node;
}

function quote(node: unknown): void {
  if (isScalar(node)) {
    if (unsafe(node.value)) node.type = Scalar.QUOTE_DOUBLE;
  } else if (isSeq(node)) {
    node.items.forEach(quote);
  } else if (isMap(node)) {
    node.items.forEach((pair) => quote(pair.value));
  }
}

/** Words the server's older YAML would take for a number, a time or nothing: 9:00 would become 540. A day is none of them. */
function unsafe(value: unknown): boolean {
  return typeof value === "string" && !/^\d{4}-\d\d-\d\d$/.test(value) && /^(?:[-+.\d]|(?:true|false|yes|no|on|off|null|~|=|<<)$)/i.test(value);
}

/** The places in the list of versions that may be written on: those that have not begun. */
export function ownVersions(doc: Document, begun: ReadonlySet<string>): number[] {
  const versions = doc.get("versions", true);
  if (!isSeq(versions)) return [];
  return versions.items.map((_, index) => index).filter((index) => !begun.has(String(doc.getIn(["versions", index, "effective_from"]))));
}

/** Where the text of one version, or of several that follow each other, begins and ends. */
export function spanOf(text: string, doc: Document, indexes: readonly number[]): { from: number; to: number } | null {
  const first = rangeOf(doc, indexes[0]);
  const last = rangeOf(doc, indexes.at(-1));
  if (!first || !last) return null;
  const next = isSeq(doc.get("versions", true)) ? rangeOf(doc, indexes.at(-1)! + 1) : null;
  return { from: lineStart(text, first.from), to: next ? lineStart(text, next.from) : last.to };
}

function rangeOf(doc: Document, index: number | undefined): { from: number; to: number } | null {
  const node = index === undefined ? null : doc.getIn(["versions", index], true);
  return isMap(node) && node.range ? { from: node.range[0], to: node.range[2] } : null;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The innermost place of a text around an offset; in the white before a line's first word it is that word's. */
export function pathAt(text: string, doc: Document, at: number): Path {
  const start = lineStart(text, at);
  const white = /^[ -]*/.exec(text.slice(start))![0].length;
  const offset = Math.max(at, start + white);
  const path: (string | number)[] = [];
  let node: unknown = doc.contents;
  while (isCollection(node)) {
    if (isSeq(node)) {
      const index = last(node.items, (item) => startOf(item) <= offset);
      if (index < 0) return path;
      path.push(index);
      node = node.items[index];
    } else if (isMap(node)) {
      const index = last(node.items, (pair) => startOf(pair.key) <= offset);
      if (index < 0) return path;
      path.push(String(isScalar(node.items[index]!.key) ? node.items[index]!.key.value : ""));
      node = node.items[index]!.value;
    } else return path;
  }
  return path;
}

/** Where a place begins in the text; the nearest one around it that is there. */
export function offsetOf(doc: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const holder = doc.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(holder) ? holder.items.find((each) => isScalar(each.key) && each.key.value === key) : undefined;
    const node = pair ? pair.key : isSeq(holder) && typeof key === "number" ? holder.items[key] : undefined;
    if (node !== undefined) return startOf(node);
  }
  return 0;
}

function startOf(node: unknown): number {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range?.[0] ?? Number.POSITIVE_INFINITY;
}

function last<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let found = -1;
  items.forEach((item, index) => {
    if (holds(item)) found = index;
  });
  return found;
}

/** The number of the line an offset stands on, from 1 on. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
