/** WXSS → CSS: rpx, tag names, and classes kept to their component or page. */

import path from "node:path";

import postcss, { type AtRule, type Rule } from "postcss";
import selectorParser from "postcss-selector-parser";

import type { Project, Unit } from "./project";

const RPX = /(-?\d*\.?\d+)rpx/g;
const PAGE = "data-wx-page";
const IMPORT = /@import\s+['"]([^'"]+)['"]\s*;/g;
const SHARED = new Set(["shared", "page-shared"]);

export interface Styles {
  /** CSS by path; "app" is app.wxss. */
  sheets: Record<string, string>;
  /** The prefix the classes of a component have, by its path. */
  prefixes: Record<string, string>;
}

export function compileStyles(project: Project): Styles {
  const sheets: Record<string, string> = { app: compile(project, "app.wxss", {}) };
  const prefixes: Record<string, string> = {};
  for (const unit of project.units.values()) {
    const prefix = prefixOf(unit, Object.keys(prefixes).length);
    if (prefix) prefixes[unit.path] = prefix;
    sheets[unit.path] = compile(project, `${unit.path}.wxss`, unit.page ? { page: unit.path } : { prefix });
  }
  return { sheets, prefixes };
}

function prefixOf(unit: Unit, count: number): string {
  return unit.page || SHARED.has(unit.config.styleIsolation ?? "") ? "" : `c${count}`;
}

/** `page`: its rules hold inside that page alone. `prefix`: of a component's own classes. */
function compile(project: Project, file: string, scope: { prefix?: string; page?: string }): string {
  const source = inlined(project, file, new Set());
  if (!source.trim()) return "";
  const sheet = postcss.parse(source, { from: file });
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(RPX, (_, number: string) => `calc(${number} * 100vw / 750)`);
  });
  sheet.walkRules((rule) => {
    if (!inKeyframes(rule)) rule.selector = selectors(scope.prefix ?? "").processSync(rule.selector, { lossless: true });
  });
  const css = sheet.toString();
  return scope.page ? `@scope ([${PAGE}="${scope.page}"]) { ${css.replaceAll(`[${PAGE}]`, ":scope")} }` : css;
}

function inlined(project: Project, file: string, seen: Set<string>): string {
  if (seen.has(file) || !project.has(file)) return "";
  seen.add(file);
  return project.text(file).replace(IMPORT, (_, written: string) => {
    const target = written.startsWith("/") ? written.slice(1) : path.posix.join(path.posix.dirname(file), written);
    if (!project.has(target)) throw new Error(`${file} imports ${written}, which does not exist`);
    return inlined(project, target, seen);
  });
}

function inKeyframes(rule: Rule): boolean {
  return rule.parent?.type === "atrule" && (rule.parent as AtRule).name.includes("keyframes");
}

function selectors(prefix: string): ReturnType<typeof selectorParser> {
  return selectorParser((root) => {
    root.walk((node) => {
      if (node.type === "class" && prefix) node.value = `${prefix}--${node.value}`;
      if (node.type === "tag" && node.value === "page") node.replaceWith(attribute(PAGE));
      else if (node.type === "tag") node.value = `wx-${node.value}`;
      if (node.type === "pseudo" && node.value === ":host") node.replaceWith(attribute("wx-host", prefix));
    });
  });
}

function attribute(name: string, value?: string): selectorParser.Attribute {
  if (value === undefined) return selectorParser.attribute({ attribute: name, value: undefined, raws: {} });
  return selectorParser.attribute({ attribute: name, operator: "=", value, quoteMark: '"', raws: {} });
}
