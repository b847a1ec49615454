/** TypeScript and npm modules → CommonJS functions the runtime calls. */

import fs from "node:fs";
import path from "node:path";

import esbuild from "esbuild";

import type { Project } from "./project";

/** What every module of a mini-program finds without importing it. */
export const AMBIENT = ["require", "module", "exports", "Page", "Component", "Behavior", "App", "wx", "getApp", "getCurrentPages"];

const REQUIRE = /\brequire\(\s*"([^"]+)"\s*\)/g;
const TYPESCRIPT = /(?<!\.d)\.ts$/;

/** The source of every module reachable from the app, its pages and components, by path. */
export async function compileModules(project: Project, npm: string): Promise<Record<string, string>> {
  const compiled = await compileAll(project);
  const modules: Record<string, string> = {};

  const add = (id: string): void => {
    if (id in modules) return;
    modules[id] = "";
    const code = compiled.get(id);
    if (code === undefined) throw new Error(`${id}.ts is named by the project and does not exist`);
    modules[id] = code.replace(REQUIRE, (_, written: string) => `require(${JSON.stringify(target(written, id))})`);
  };

  const target = (written: string, from: string): string => {
    if (!/^[./]/.test(written)) return addPackage(written, from);
    const wanted = project.resolve(written, from);
    const found = [wanted, `${wanted}/index`].find((each) => compiled.has(each));
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

/** Every module of the project by path, in one run of the compiler: one for each takes longer than everything else of the build. */
async function compileAll(project: Project): Promise<Map<string, string>> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: project.root,
    entryPoints: project.files(TYPESCRIPT),
    outbase: project.root,
    outdir: project.root,
    write: false,
    format: "cjs",
    target: "es2020",
    tsconfigRaw: {},
    logLevel: "silent",
  });
  const idOf = (file: string) => path.relative(project.root, file).split(path.sep).join("/").replace(/\.js$/, "");
  return new Map(outputFiles.map((each) => [idOf(each.path), each.text]));
}
