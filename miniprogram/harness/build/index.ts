/** Builds the mini-program for a browser: `build(out)`, or `tsx harness/build/index.ts OUT`. */

import fs from "node:fs";
import path from "node:path";

import esbuild from "esbuild";

import { AMBIENT, compileModules } from "./modules";
import { Project } from "./project";
import { compileStyles } from "./styles";
import { compileBuiltIns, compileTemplates } from "./templates";

const HERE = path.resolve(__dirname, "../..");
const PICTURES = /\.(png|jpe?g|gif|svg|webp)$/;
const PAGE = `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>一次</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/base.css"></head>
<body><script src="/program.js"></script><script src="/runtime.js"></script></body>
</html>
`;

/** Writes what a browser loads into `out`, and prints how long it took. */
export async function build(out: string, root = path.join(HERE, "src")): Promise<void> {
  const started = performance.now();
  const project = new Project(root);
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, "index.html"), PAGE);
  fs.copyFileSync(path.join(HERE, "harness/base.css"), path.join(out, "base.css"));
  copyPictures(project, out);
  // Compiled beside each other: esbuild is a process of its own, and templates and styles are made meanwhile.
  const [program] = await Promise.all([compileProgram(project), compileRuntime(out)]);
  fs.writeFileSync(path.join(out, "program.js"), program);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`mini-program built: ${project.pages.length} pages, ${project.units.size - project.pages.length} components in ${seconds} s`);
}

async function compileRuntime(out: string): Promise<void> {
  await esbuild.build({
    entryPoints: [path.join(HERE, "harness/runtime/main.ts")],
    outfile: path.join(out, "runtime.js"),
    bundle: true,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"development"' },
    alias: { "glass-easel-miniprogram-adapter": path.join(HERE, "node_modules/glass-easel-miniprogram-adapter/dist/glass_easel_miniprogram_adapter.js") },
  });
}

async function compileProgram(project: Project): Promise<string> {
  const compiling = compileModules(project, path.join(HERE, "node_modules"));
  compiling.catch(() => undefined); // told below, after what is wrong with styles and templates
  const { sheets, prefixes } = compileStyles(project);
  const templates = compileTemplates(project);
  const units = Object.fromEntries([...project.units].map(([name, unit]) => [name, { page: unit.page, config: unit.config, prefix: prefixes[name] }]));
  const modules = Object.entries(await compiling)
    .map(([name, code]) => `${JSON.stringify(name)}: function (${AMBIENT.join(", ")}) {${code}\n}`)
    .join(",\n");
  return `window.global = window;
window.__program = {
  app: ${JSON.stringify(project.app)},
  pages: ${JSON.stringify(project.pages)},
  units: ${JSON.stringify(units)},
  sheets: ${JSON.stringify(sheets)},
  builtIns: ${compileBuiltIns()},
  templates: ${templates},
  modules: {${modules}}
};
`;
}

function copyPictures(project: Project, out: string): void {
  for (const picture of project.files(PICTURES)) {
    const target = path.join(out, picture);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(path.join(project.root, picture), target);
  }
}

/** Ends with what is wrong in one line, without where in this program it was found. */
function complain(fault: unknown): void {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

if (process.argv[1] === __filename) build(path.resolve(process.argv[2] ?? path.join(HERE, ".build"))).catch(complain);
