/** Making DOM nodes. */

type Child = Node | string;

/** An element with properties and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A native control whose own events stay inside: the mini-program hears of them as its own events only. */
export function control<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Partial<HTMLElementTagNameMap[K]> = {}): HTMLElementTagNameMap[K] {
  const element = make(tag, properties);
  for (const name of ["input", "change", "focus", "blur", "load", "error", "keydown"]) element.addEventListener(name, (event) => event.stopPropagation());
  return element;
}

/** `rpx` as CSS understands it: 750 of them are the width of the window. */
export function withoutRpx(style: string): string {
  return style.replace(/(-?\d*\.?\d+)rpx/g, (_, number: string) => `calc(${number} * 100vw / 750)`);
}
