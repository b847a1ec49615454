/** How a built-in component is defined: properties, what of it goes onto the page, and what it does. */

import { program } from "../program";
import { components, known } from "../space";

type Kind = StringConstructor | NumberConstructor | BooleanConstructor | ArrayConstructor | null;
type Property = Kind | { type: Kind; value: unknown };
type KindOf<P> = P extends { type: infer K } ? K : P;
type ValueOf<P> =
  KindOf<P> extends StringConstructor ? string
  : KindOf<P> extends NumberConstructor ? number
  : KindOf<P> extends BooleanConstructor ? boolean
  : KindOf<P> extends ArrayConstructor ? unknown[]
  : unknown;

export type Properties = Record<string, Property>;
export type Values<P extends Properties> = { readonly [K in keyof P]: ValueOf<P[K]> };

/** One built-in component on a page. */
export interface Instance<P extends Properties> {
  /** Its element. */
  readonly $$: HTMLElement;
  readonly data: Values<P> & Values<typeof COMMON>;
  /** The `data-` attributes a page put on it. */
  readonly dataset: Record<string, unknown>;
  triggerEvent(name: string, detail?: object, options?: { bubbles?: boolean }): void;
  addListener(name: string, listener: (event: { target: unknown }) => void, options: object): void;
  setData(data: Partial<Values<P>>): void;
}

/** `update` is called whenever a property changed, and once at the beginning. */
export interface Behaviour {
  update?(): void;
  attached?(): void;
}

export interface Definition<P extends Properties> {
  properties?: P;
  /** Whether the mini-program may put children into it. */
  holds?: boolean;
  /** The native control that bears names for assistive technology instead of the element itself. */
  create?(self: Instance<P>): Behaviour & { native?: HTMLElement };
}

const COMMON = { hidden: Boolean, hoverClass: String, hoverStartTime: Number, hoverStayTime: Number, hoverStopPropagation: Boolean } as const;
const ARIA = [
  "ariaRole", "ariaLabel", "ariaHidden", "ariaChecked", "ariaSelected", "ariaExpanded", "ariaDisabled", "ariaInvalid", "ariaRequired",
  "ariaLive", "ariaHaspopup", "ariaModal", "ariaLevel", "ariaValuenow", "ariaValuemin", "ariaValuemax", "ariaCurrent", "ariaBusy",
] as const;
const FOCUSABLE = new Set(["button", "link", "switch", "checkbox", "radio", "tab"]);

/** Defines `<name>` for every page and component. */
export function define<P extends Properties>(name: string, definition: Definition<P> = {}): void {
  known.add(name);
  const properties: Properties = { ...COMMON, ...Object.fromEntries(ARIA.map((each) => [each, null])), ...definition.properties };
  const behaviours = new WeakMap<object, Behaviour & { native?: HTMLElement }>();

  const update = (self: Instance<P>): void => {
    const behaviour = behaviours.get(self);
    if (!behaviour) return;
    reflect(self.data as Record<string, unknown>, behaviour.native ?? self.$$);
    self.$$.hidden = self.data.hidden;
    behaviour.update?.();
  };

  const template = { groupList: program.builtIns, content: program.builtIns[definition.holds === false ? "empty" : "holds"] };
  const registered = components
    .define(`built-in/${name}`)
    .options({ virtualHost: false })
    .template(template as never)
    .definition({
      properties: properties as never,
      lifetimes: {
        created(this: unknown) {
          const self = this as Instance<P>;
          if (self.$$ as HTMLElement | null) behaviours.set(self, definition.create?.(self) ?? {}); // a page that is closed makes no elements
        },
        attached(this: unknown) {
          behaviours.get(this as object)?.attached?.();
          update(this as Instance<P>);
        },
        /** Its element goes with the page; what somebody still sets, such as how far an upload is, shows nowhere. */
        detached(this: unknown) {
          behaviours.delete(this as object);
        },
      },
      observers: Object.keys(properties).map((field) => ({
        fields: field,
        observer(this: unknown) {
          update(this as Instance<P>);
        },
      })) as never,
    })
    .registerComponent();
  components.setGlobalUsingComponent(name, registered as never);
}

function reflect(data: Record<string, unknown>, element: HTMLElement): void {
  for (const name of ARIA) say(element, name, data[name]);
  const role = element.getAttribute("role") ?? "";
  if (FOCUSABLE.has(role) && !/^(INPUT|TEXTAREA|BUTTON)$/.test(element.tagName)) element.tabIndex = 0;
}

/** Tells assistive technology; a role or state the built-in gave itself stays where the mini-program says nothing. */
function say(element: HTMLElement, name: string, value: unknown): void {
  const attribute = name === "ariaRole" ? "role" : `aria-${name.slice(4).toLowerCase()}`;
  if (value !== null && value !== undefined && value !== "") {
    element.setAttribute(attribute, String(value));
    element.dataset[name] = "set";
  } else if (element.dataset[name]) {
    element.removeAttribute(attribute);
    delete element.dataset[name];
  }
}

/** Writes a flag as an attribute styles can see. */
export function flag(element: HTMLElement, name: string, on: boolean): void {
  element.toggleAttribute(name, on);
}

/** Handler of taps that first asks whether the component is disabled. */
export function onTap<P extends Properties>(self: Instance<P>, disabled: () => boolean, act: () => void): void {
  self.addListener("tap", () => (disabled() ? undefined : act()), {});
}
