/** What WeChat draws around a page: the navigation bar. (The tab bar is the mini-program's own.) */

import { make } from "./dom";
import { program } from "./program";
import { navigateBack, onTop, type OpenPage, stack, top } from "./router";

const bar = make("header", { className: "wx-navigation" });

export function drawChrome(): void {
  document.body.prepend(bar);
  onTop(draw);
}

export function setTitle(title: string): void {
  const page = top();
  page.title = title;
  draw(page);
}

function draw(page: OpenPage): void {
  const look = { ...program.app.window, ...(program.units[page.path]!.config as Record<string, string>) };
  const title = page.title ?? look["navigationBarTitleText"] ?? "";
  const back = make("button", { className: "wx-back", textContent: "‹", ariaLabel: "返回", onclick: () => navigateBack() });
  bar.replaceChildren(...(stack.length > 1 ? [back] : []), make("h1", { textContent: title }));
  bar.style.background = look["navigationBarBackgroundColor"] ?? "#000";
  bar.style.color = look["navigationBarTextStyle"] === "black" ? "#000" : "#fff";
  document.title = title;
}
