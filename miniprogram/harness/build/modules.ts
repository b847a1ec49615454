/** TypeScript and npm modules → CommonJS functions the runtime calls. */

import fs from "node:fs";
import path from "node:path";

import esbuild from "esbuild";

import type { Project } from "./project";

/** What every module of a mini-program finds without importing it. */
export const AMBIENT = ["require", "module", "exports", "Page", "Component", "Behavior", "App", "wx", "getApp", "getCurrentPages"];

const REQUIRE = /\brequire\(\s*"([^"]+)"\s*\)/g;

/** The source of every module reachable from the app, its pages and components, by path. */
export function compileModules(project: Project, npm: string): Record<string, string> {
  const modules: Record<string, string> = {};

  const add = (id: string): void => {
    if (id in modules) return;
    modules[id] = "";
    const { code } = esbuild.transformSync(project.text(`${id}.ts`), {
      loader: "ts",
      format: "cjs",
      target: "es2020",
      sourcefile: `${id}.ts`,
      sourcemap: "inline",
    });
    modules[id] = code.replace(REQUIRE, (_, written: string) => `require(${JSON.stringify(target(written, id))})`);
  };

  const target = (written: string, from: string): string => {
    if (!/^[./]/.test(written)) return addPackage(written, from);
    const wanted = project.resolve(written, from);
    const found = [wanted, `${wanted}/index`].find((each) => project.has(`${each}.ts`));
    if (found === undefined) throw new Error(`${from}.ts imports ${written}, which does not exist`);
    add(found);
    return found;
  };

  const addPackage = (name: string, from: string): string => {
    const folder = path.join(npm, name);
    if (!fs.existsSync(folder)) throw new Error(`${from}.ts imports ${name}, which is no dependency`);
    const { main = "index.js" } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as { main?: string };
    const id = `npm:${name}`;
    modules[id] ??= fs.readFileSync(path.join(folder, main), "utf8");
    return id;
  };

  add("app");
  for (const unit of project.units.keys()) add(unit);
  return modules;
}
