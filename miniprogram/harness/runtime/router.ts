/** The stack of pages and how one moves on it, by WeChat's rules. */

import { theApp } from "./loader";
import { isTab, type LaunchOptions, program } from "./program";
import { closed, createRoot, type Root } from "./space";

const DEEPEST = 10;

export interface PageInstance {
  route: string;
  options: Record<string, string>;
  onLoad?(query: Record<string, string>): void;
  onShow?(): void;
  onHide?(): void;
  onReady?(): void;
  onUnload?(): void;
  onPullDownRefresh?(): void;
  onShareAppMessage?(from: object): object;
  getTabBar?(): unknown;
  [key: string]: unknown;
}

export interface OpenPage {
  path: string;
  title?: string;
  instance: PageInstance;
  host: HTMLElement;
  root: Root;
  bar?: Root;
}

export const stack: OpenPage[] = [];
const tabs = new Map<string, OpenPage>();
const listeners: ((page: OpenPage) => void)[] = [];

/** Called with the page on top whenever that changes. */
export function onTop(listener: (page: OpenPage) => void): void {
  listeners.push(listener);
}

export function top(): OpenPage {
  const page = stack.at(-1);
  if (!page) throw new Error("no page is open");
  return page;
}

/** An address such as /pages/home/home?x=1, or one relative to the page on top. Throws where there is no such page. */
export function parse(url: string): { path: string; query: Record<string, string> } {
  const at = url.indexOf("?");
  const written = at < 0 ? url : url.slice(0, at);
  const path = written.startsWith("/") ? written.slice(1) : new URL(written, `http://page/${stack.at(-1)?.path ?? ""}`).pathname.slice(1);
  if (!program.pages.includes(path)) throw new Error(`page "${path}" is not found`);
  const pairs = at < 0 ? [] : url.slice(at + 1).split("&").filter(Boolean);
  const query = Object.fromEntries(pairs.map((pair) => [pair.split("=")[0]!, pair.slice(pair.indexOf("=") + 1)]));
  return { path, query };
}

export function launch(url: string): void {
  const { path, query } = parse(url);
  const options: LaunchOptions = { path, query, scene: 1001 };
  theApp().onLaunch?.(options);
  theApp().onShow?.(options);
  open(path, query);
}

export function navigateTo(url: string): void {
  const { path, query } = parse(url);
  if (isTab(path)) throw new Error("can not navigateTo a tabbar page");
  if (stack.length >= DEEPEST) throw new Error("webview count limit exceed");
  hide(top());
  open(path, query);
}

export function redirectTo(url: string): void {
  const { path, query } = parse(url);
  if (isTab(path)) throw new Error("can not redirectTo a tabbar page");
  close(stack.pop()!);
  open(path, query);
}

export function navigateBack(delta = 1): void {
  const steps = Math.min(delta, stack.length - 1);
  for (let step = 0; step < steps; step += 1) close(stack.pop()!);
  if (steps > 0) show(top());
}

export function switchTab(url: string): void {
  const { path } = parse(url);
  if (!isTab(path)) throw new Error("can not switch to no-tabBar page");
  while (stack.length && !isTab(top().path)) close(stack.pop()!);
  const before = stack.pop();
  if (before) hide(before);
  const kept = tabs.get(path);
  if (!kept) return open(path, {});
  stack.push(kept);
  show(kept);
}

export function reLaunch(url: string): void {
  const { path, query } = parse(url);
  while (stack.length) close(stack.pop()!);
  for (const kept of tabs.values()) close(kept);
  tabs.clear();
  open(path, query);
}

function open(path: string, query: Record<string, string>): void {
  const root = createRoot(path);
  const host = document.createElement("main");
  host.className = isTab(path) ? "wx-page wx-tab-page" : "wx-page";
  host.dataset["wxPage"] = path;
  document.body.append(host);
  const instance = root.get() as unknown as PageInstance;
  const page: OpenPage = { path, root, host, instance };
  Object.assign(instance, { route: path, options: query });
  stack.push(page);
  attach(root, host);
  if (isTab(path)) {
    tabs.set(path, page);
    if (program.app.tabBar?.custom) addBar(page);
  }
  instance.onLoad?.(query);
  show(page);
  requestAnimationFrame(() => instance.onReady?.());
}

function attach(root: Root, host: HTMLElement): void {
  const placeholder = document.createElement("span");
  host.append(placeholder);
  root.attach(host as never, placeholder as never);
}

/** Each tab page has a custom tab bar of its own, as in WeChat. */
function addBar(page: OpenPage): void {
  const bar = createRoot("custom-tab-bar/index");
  const host = document.createElement("div");
  host.className = "wx-tab-bar";
  page.host.append(host);
  attach(bar, host);
  page.bar = bar;
  page.instance.getTabBar = () => bar.get();
}

function show(page: OpenPage): void {
  page.host.hidden = false;
  for (const listener of listeners) listener(page);
  page.root.getComponent().triggerPageLifetime("show", []);
  page.bar?.getComponent().triggerPageLifetime("show", []);
  page.instance.onShow?.();
}

function hide(page: OpenPage): void {
  page.host.hidden = true;
  page.root.getComponent().triggerPageLifetime("hide", []);
  page.instance.onHide?.();
}

function close(page: OpenPage): void {
  tabs.delete(page.path);
  page.instance.onUnload?.();
  page.bar?.release();
  closed.add(page.root.getComponent());
  page.root.release();
  page.host.remove();
}
