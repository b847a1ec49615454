/** Runs the mini-program's modules: each once, with what WeChat lets them find without importing it. */

import { type AppInstance, program } from "./program";
import { space } from "./space";

type Define = (definition: object) => unknown;

interface Definers {
  Page: Define;
  Component: Define;
  Behavior: Define;
}

const loaded = new Map<string, { exports: unknown }>();
let app: AppInstance = {};
let pagesNow: () => unknown[] = () => [];

export const theApp = (): AppInstance => app;

/** Loads the app, then every page and component. `pages`: what getCurrentPages answers. */
export function loadProgram(wx: unknown, pages: () => unknown[]): void {
  pagesNow = pages;
  load("app", wx);
  for (const path of Object.keys(program.units)) load(path, wx);
}

function load(id: string, wx: unknown): unknown {
  const before = loaded.get(id);
  if (before) return before.exports;
  const code = program.modules[id];
  if (!code) throw new Error(`there is no module ${id}`);
  const module = { exports: {} as unknown };
  loaded.set(id, module);
  space.componentEnv(id, (environment) => {
    const { Page, Component, Behavior } = environment as unknown as Definers;
    code((needed) => load(needed, wx), module, module.exports, Page, Component, Behavior, begin, wx, theApp, () => pagesNow());
  });
  return module.exports;
}

function begin(options: AppInstance): void {
  app = options;
}
