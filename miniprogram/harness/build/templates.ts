/** WXML → the functions glass-easel draws by, with the compiler of WeChat's own framework. */

import path from "node:path";

import { TmplGroup } from "glass-easel-template-compiler";

import type { Project } from "./project";

interface Complaint {
  startLine: number;
  startColumn: number;
  code: number;
  message: string;
}

/** The code of all templates, as one JavaScript expression. Throws with file, line and column of what the compiler complains of. */
export function compileTemplates(project: Project): string {
  const group = new TmplGroup();
  const seen = new Set<string>();
  const complaints: string[] = [];

  const addScript = (script: string): void => {
    const name = script.replace(/\.wxs$/, "");
    if (seen.has(`wxs ${name}`)) return;
    seen.add(`wxs ${name}`);
    const source = project.text(`${name}.wxs`);
    group.addScript(name, source);
    for (const [, needed] of source.matchAll(/require\(['"](.+?)['"]\)/g)) addScript(path.posix.join(path.posix.dirname(name), needed!));
  };

  const add = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const each of (group.addTmpl(file, project.text(`${file}.wxml`)) ?? []) as Complaint[])
      complaints.push(`${file}.wxml:${each.startLine + 1}:${each.startColumn + 1} ${each.message}`);
    (group.getDirectDependencies(file) as string[]).forEach(add);
    (group.getScriptDependencies(file) as string[]).forEach(addScript);
  };

  for (const unit of project.units.keys()) add(unit);
  if (complaints.length) throw new Error(`templates:\n  ${complaints.join("\n  ")}`);
  return group.getTmplGenObjectGroups();
}

/** The two templates of built-in components: those that hold children, and those that don't. */
export function compileBuiltIns(): string {
  const group = new TmplGroup();
  group.addTmpl("holds", "<slot/>");
  group.addTmpl("empty", "");
  return group.getTmplGenObjectGroups();
}
