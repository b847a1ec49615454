/** What a mini-program consists of: app.json, its pages, and every component they use, wherever it stands. */

import fs from "node:fs";
import path from "node:path";

export interface SubPackage {
  root: string;
  pages: string[];
}

export interface AppConfig {
  pages: string[];
  subPackages?: SubPackage[];
  usingComponents?: Record<string, string>;
  window?: Record<string, string>;
  tabBar?: { custom?: boolean; color: string; selectedColor: string; list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[] };
  [key: string]: unknown;
}

export interface UnitConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  styleIsolation?: string;
  [key: string]: unknown;
}

/** A page or a component: `path` without an extension, relative to the root of the mini-program. */
export interface Unit {
  path: string;
  page: boolean;
  config: UnitConfig;
}

export class Project {
  readonly app: AppConfig;
  readonly pages: string[];
  readonly units = new Map<string, Unit>();

  /** Throws where app.json names a page, or a page a component, that does not exist. */
  constructor(readonly root: string) {
    this.app = this.json<AppConfig>("app.json");
    const inPackages = (this.app.subPackages ?? []).flatMap((each) => each.pages.map((page) => path.posix.join(each.root, page)));
    this.pages = [...this.app.pages, ...inPackages];
    for (const page of this.pages) this.add(page, true);
    if (this.app.tabBar?.custom) this.add("custom-tab-bar/index", false);
  }

  has(file: string): boolean {
    const found = fs.statSync(path.join(this.root, file), { throwIfNoEntry: false });
    return found?.isFile() ?? false;
  }

  /** The files whose names match, relative to the root. */
  files(names: RegExp): string[] {
    const all = fs.readdirSync(this.root, { recursive: true, encoding: "utf8" });
    return all.map((each) => each.split(path.sep).join("/")).filter((each) => names.test(each));
  }

  text(file: string): string {
    return fs.readFileSync(path.join(this.root, file), "utf8");
  }

  json<T>(file: string): T {
    return JSON.parse(this.text(file)) as T;
  }

  /** A path written in `from` (a file without extension), relative to the root. */
  resolve(written: string, from: string): string {
    return written.startsWith("/") ? written.slice(1) : path.posix.join(path.posix.dirname(from), written);
  }

  private add(unit: string, page: boolean): void {
    if (this.units.has(unit)) return;
    if (!this.has(`${unit}.wxml`)) throw new Error(`${unit}.wxml is named by the project and does not exist`);
    const own = this.has(`${unit}.json`) ? this.json<UnitConfig>(`${unit}.json`) : {};
    if (!page && !own.component) throw new Error(`${unit}.json must say "component": true`);
    const uses: Record<string, string> = {};
    this.units.set(unit, { path: unit, page, config: { ...own, component: !page, usingComponents: uses } });
    for (const [name, target] of this.used(unit, own)) {
      uses[name] = `/${target}`;
      this.add(target, false);
    }
  }

  private used(unit: string, own: UnitConfig): [string, string][] {
    const everywhere = Object.entries(this.app.usingComponents ?? {}).map(([name, target]): [string, string] => [name, this.resolve(target, "app")]);
    const here = Object.entries(own.usingComponents ?? {}).map(([name, target]): [string, string] => [name, this.resolve(target, unit)]);
    return [...everywhere, ...here];
  }
}
