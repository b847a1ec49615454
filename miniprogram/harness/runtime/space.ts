/** The component framework: one code space for the mini-program, drawing into this window. */

import * as glassEasel from "glass-easel";
import { MiniProgramEnv } from "glass-easel-miniprogram-adapter";

import { device } from "./device";
import { withoutRpx } from "./dom";
import { program } from "./program";

/** Tags somebody defined: built-ins register themselves, components are named by the pages and components that use them. */
export const known = new Set<string>(["page"]);

const backend = new glassEasel.CurrentWindowBackendContext();
backend.document = {
  createElement: (tag: string) => framed(tag) as never,
  createTextNode: (text: string) => document.createTextNode(text) as never,
  createDocumentFragment: () => document.createDocumentFragment() as never,
};
backend.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, detail as object, options);
  glassEasel.Event.dispatchEvent(target, event);
  return event.getEventBubbleStatus();
});

function framed(tag: string): HTMLElement {
  if (!known.has(tag)) throw new Error(`<${tag}> is neither a built-in the harness knows nor a component that was declared`);
  const element = document.createElement(`wx-${tag}`);
  const plain = element.setAttribute.bind(element);
  element.setAttribute = (name, value) => plain(name, name === "style" ? withoutRpx(value) : value);
  return element;
}

const environment = new MiniProgramEnv();
export const space = environment.createCodeSpace("", true);
export const components = space.getComponentSpace();
components.updateComponentOptions({ reflectToAttributes: false, writeIdToDOM: true });

const associated = environment.associateBackend(backend);

/** Makes templates, styles and configurations of all units known. Modules come after. */
export function describeUnits(): void {
  for (const [path, unit] of Object.entries(program.units)) {
    for (const name of Object.keys(unit.config.usingComponents)) known.add(name);
    space.addComponentStaticConfig(path, unit.config as never);
    space.addStyleSheet(path, path, unit.prefix);
    space.addCompiledTemplate(path, { groupList: program.templates, content: program.templates[path] } as never);
  }
  space.addStyleSheet("app", "app");
  for (const [path, css] of Object.entries(program.sheets)) associated.registerStyleSheetContent(path, css);
}

export type Root = ReturnType<typeof associated.createRoot>;

export function createRoot(path: string): Root {
  known.add("tab-bar");
  return associated.createRoot(program.units[path]!.page ? "page" : "tab-bar", space, path);
}

interface Settable {
  is: string;
  setData(data: object): void;
}

/** Pages that were closed; what they set afterwards shows nowhere, as in WeChat. */
export const closed = new WeakSet<object>();

/** Counts the bytes of every setData of the mini-program's own pages and components. */
export function measureData(): void {
  const prototype = glassEasel.Component.prototype as unknown as Settable;
  const plain = prototype.setData;
  prototype.setData = function (this: Settable, data: object): void {
    if (closed.has(this)) return;
    if (this.is in program.units) device.noteData(this.is, data);
    plain.call(this, data);
  };
}
