/** What WeChat's own tools say of src/, as far as they run here: its two compilers, its npm packing, and the limits of a package. */

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import ts from "typescript";

import { Project } from "../harness/build/project";

const ROOT = path.join(__dirname, "..");
const SRC = path.join(ROOT, "src");
const COMPILERS = path.join(ROOT, "node_modules/miniprogram-compiler/bin", { darwin: "mac", linux: "linux", win32: "windows" }[process.platform as string] ?? "linux");
const KIB = 1024;
const MAIN_LIMIT = 1024 * KIB;
const PACKAGE_LIMIT = 2048 * KIB;
const IGNORED = /\.d\.ts$|sitemap/;

function files(extension: string, folder = SRC): string[] {
  const found = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile() && each.name.endsWith(extension));
  return found.map((each) => path.relative(SRC, path.join(each.parentPath, each.name)).split(path.sep).join("/")).sort();
}

/** Runs one of WeChat's compilers over all files of its kind; its complaints carry file, line and column. */
function compile(name: "wcc" | "wcsc", args: string[]): string[] {
  const program = path.join(COMPILERS, name);
  fs.chmodSync(program, 0o755);
  const run = spawnSync(program, args, { cwd: SRC, maxBuffer: 64 * KIB * KIB, encoding: "utf8" });
  return run.status === 0 ? [] : [`${name}: ${run.stderr || run.error?.message || `exit ${run.status}`}`];
}

function componentsOf(project: Project): string {
  const told = [...project.units.values()].map((unit) => [`${unit.path}.wxml`, Object.keys(unit.config.usingComponents ?? {})] as const).filter(([, names]) => names.length);
  return [told.length, ...told.flatMap(([file, names]) => [file, names.length, ...names])].join(" ");
}

/** What a file weighs in a package: scripts as JavaScript, all else as it is. */
function weight(file: string): number {
  const text = fs.readFileSync(path.join(SRC, file));
  if (!file.endsWith(".ts")) return text.length;
  return Buffer.byteLength(ts.transpile(text.toString(), { target: ts.ScriptTarget.ES2018, module: ts.ModuleKind.CommonJS, removeComments: true }));
}

function sizes(project: Project): string[] {
  const roots = (project.app.subPackages ?? []).map((each) => `${each.root}/`);
  const weights = new Map<string, number>([["main", 0], ...roots.map((root): [string, number] => [root, 0])]);
  for (const file of files("").filter((each) => !IGNORED.test(each))) {
    const home = roots.find((root) => file.startsWith(root)) ?? "main";
    weights.set(home, weights.get(home)! + weight(file));
  }
  console.log([...weights].map(([name, bytes]) => `${name} ${Math.ceil(bytes / KIB)} KiB`).join(", "));
  const tooLarge = [...weights].filter(([name, bytes]) => bytes > (name === "main" ? MAIN_LIMIT : PACKAGE_LIMIT));
  return tooLarge.map(([name, bytes]) => `package ${name} weighs ${bytes} bytes, more than it may`);
}

/** Rules WeChat's upload would hold against us. */
function appRules(project: Project): string[] {
  const { tabBar, subPackages = [], lazyCodeLoading } = project.app as Project["app"] & { lazyCodeLoading?: string };
  const faults: string[] = [];
  const main = new Set(project.app.pages);
  for (const { pagePath } of tabBar?.list ?? []) if (!main.has(pagePath)) faults.push(`app.json: the tab ${pagePath} must be a page of the main package`);
  if (lazyCodeLoading !== "requiredComponents") faults.push("app.json: lazyCodeLoading must be requiredComponents");
  for (const { root } of subPackages) faults.push(...strayImports(root, subPackages.map((each) => each.root)));
  return faults;
}

/** A sub-package may use the main package and itself, never another one. */
function strayImports(root: string, all: string[]): string[] {
  const others = all.filter((each) => each !== root);
  return files(".ts", path.join(SRC, root)).flatMap((file) => {
    const imported = [...fs.readFileSync(path.join(SRC, file), "utf8").matchAll(/from "(\.[^"]+)"/g)].map(([, to]) => path.posix.join(path.posix.dirname(file), to!));
    return imported.filter((to) => others.some((other) => to.startsWith(`${other}/`))).map((to) => `${file} imports ${to} of another package`);
  });
}

async function packNpm(): Promise<string[]> {
  const { packNpmManually } = await import("miniprogram-ci");
  const target = path.join(ROOT, ".build-npm");
  fs.rmSync(target, { recursive: true, force: true });
  const packed = await packNpmManually({ packageJsonPath: path.join(ROOT, "package.json"), miniprogramNpmDistDir: target });
  const wanted = Object.keys((JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as { dependencies: object }).dependencies);
  const missing = wanted.filter((name) => !fs.existsSync(path.join(target, "miniprogram_npm", name)));
  console.log(`npm packages packed: ${packed.miniProgramPackNum + packed.otherNpmPackNum}`);
  return missing.map((name) => `npm package ${name} was not packed`);
}

async function main(): Promise<void> {
  const project = new Project(SRC);
  const faults = [
    ...compile("wcc", ["-d", "-cc", componentsOf(project), ...files(".wxml"), ...files(".wxs"), "-gn", "$gwx"]),
    ...compile("wcsc", ["-db", "-pc", String(files(".wxss").length), ...files(".wxss")]),
    ...appRules(project),
    ...sizes(project),
    ...(await packNpm()),
  ];
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length ? 1 : 0;
}

void main();
