/** What the keys of an item's text are called and mean, and how a form shows them. */

import type { components } from "../../typings/api";
import type { Path } from "./sheet";

export type Key = components["schemas"]["KeyView"];
export type Shape = components["schemas"]["ShapeView"];
export type Shapes = ReadonlyMap<string, Shape>;
type Values = Record<string, unknown>;

/** Of a version, what people read first; what else there is follows as the server has it. */
const FIRST = ["effective_from", "guide", "materials", "clocks", "visits", "fee", "channels", "handle_area", "appointment", "proxy", "results", "legal_basis", "opens", "home_visit", "form", "steps"];

export function byName(shapes: readonly Shape[]): Shapes {
  return new Map(shapes.map((shape) => [shape.name, shape]));
}

/** The keys of a version in the order a form asks for them. */
export function ordered(shape: Shape): Key[] {
  const rank = (key: Key): number => (FIRST.includes(key.key) ? FIRST.indexOf(key.key) : FIRST.length);
  return [...shape.keys].sort((one, other) => rank(one) - rank(other));
}

/** The keys that stand there or must, and those one may add. */
export function split(keys: readonly Key[], value: Values, opened: ReadonlySet<string>): { shown: Key[]; more: Key[] } {
  const stands = (key: Key): boolean => key.required || key.key in value || opened.has(key.key);
  return { shown: keys.filter(stands), more: keys.filter((key) => !stands(key)) };
}

/** The way to a place in words, and the key it ends at: 材料 › 第2项 › 来源. */
export function explained(shapes: Shapes, path: Path): { way: string[]; key: Key | null; below: Shape | null } {
  const way: string[] = [];
  let key: Key | null = null;
  let shape: Shape | undefined = shapes.get("Item");
  for (const part of path) {
    if (typeof part === "number") {
      way.push(`第${part + 1}项`);
      continue;
    }
    const found: Key | undefined = shape?.keys.find((each) => each.key === part);
    if (!found) return { way: [...way, part], key: null, below: null };
    way.push(found.label);
    key = found;
    shape = shapes.get(found.shape);
  }
  return { way, key, below: shape ?? null };
}

/** What an entry of a list is called, by what it says of itself. */
export function titleOf(entry: unknown, index: number, names: (key: string, value: string) => string): string {
  const values = (entry ?? {}) as Values;
  const key = ["name", "label", "question", "title", "message", "hall", "item", "kind", "region", "key"].find((each) => typeof values[each] === "string" && values[each] !== "");
  return key ? names(key, String(values[key])) : `第${index + 1}项`;
}

/** What holds where a key is left out, in words. */
export function presetOf(key: Key): string {
  const label = (code: string): string => key.options.find((each) => each.code === code)?.label ?? code;
  if (typeof key.preset === "boolean") return key.preset ? "是" : "否";
  if (Array.isArray(key.preset)) return key.preset.map(label).join("、");
  return key.preset === null || key.preset === undefined ? "" : label(String(key.preset));
}

/** What a key chooses from: its own list, or what stands in a list of the version; what is chosen stands among them in any case. */
export function choicesOf(key: Key, version: Values, chosen: readonly string[]): { code: string; label: string }[] {
  const list = (key.among ? version[key.among] : []) as Values[] | undefined;
  const listed = (list ?? []).map((each) => ({ code: String(each["key"]), label: String(each["label"] ?? each["name"] ?? each["key"]) }));
  const options = key.among ? listed : key.options;
  const others = chosen.filter((code) => !options.some((each) => each.code === code)).map((code) => ({ code, label: code }));
  return [...options, ...others];
}
