/** What `harness/build` wrote into program.js. */

export type ModuleCode = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  page: unknown,
  component: unknown,
  behavior: unknown,
  app: (options: AppInstance) => void,
  wx: unknown,
  getApp: () => AppInstance,
  getCurrentPages: () => unknown[],
) => void;

export interface AppInstance {
  onLaunch?(options: LaunchOptions): void;
  onShow?(options: LaunchOptions): void;
  [key: string]: unknown;
}

export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
}

export interface UnitOfProgram {
  page: boolean;
  config: { usingComponents: Record<string, string>; navigationBarTitleText?: string; [key: string]: unknown };
  prefix?: string;
}

export interface Program {
  app: {
    window?: Record<string, string>;
    tabBar?: { custom?: boolean; list: { pagePath: string; text: string }[] };
    usingComponents?: Record<string, string>;
  };
  pages: string[];
  units: Record<string, UnitOfProgram>;
  sheets: Record<string, string>;
  builtIns: Record<string, unknown>;
  templates: Record<string, unknown>;
  modules: Record<string, ModuleCode>;
}

declare global {
  interface Window {
    __program: Program;
  }
}

export const program = window.__program;

export function isTab(path: string): boolean {
  return program.app.tabBar?.list.some((each) => each.pagePath === path) ?? false;
}
