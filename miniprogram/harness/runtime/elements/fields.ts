/** What a form, a label and a group know of the controls inside them. */

export interface Control {
  name(): string;
  value(): unknown;
  /** What a tap on its label does. */
  activate?(): void;
  reset?(): void;
}

const controls = new WeakMap<Element, Control>();
const owners = new WeakMap<Element, { fire(name: string, detail: object): void }>();

export function registerControl(element: Element, control: Control): void {
  controls.set(element, control);
}

export function controlOf(element: Element): Control | undefined {
  return controls.get(element);
}

/** Controls inside an element, in order. */
export function controlsIn(element: Element): Control[] {
  return [...element.querySelectorAll("*")].map((each) => controls.get(each)).filter((each) => each !== undefined);
}

/** A form or group other components send events to. */
export function registerOwner(element: Element, owner: { fire(name: string, detail: object): void }): void {
  owners.set(element, owner);
}

/** The nearest owner with that tag around an element. */
export function ownerOf(element: Element, tag: string): { element: Element; fire(name: string, detail: object): void } | undefined {
  const found = element.closest(`wx-${tag}`);
  const owner = found && owners.get(found);
  return found && owner ? { element: found, fire: owner.fire } : undefined;
}

/** What a form submits: the answer of each named control. */
export function valuesIn(form: Element): Record<string, unknown> {
  const named = controlsIn(form).filter((each) => each.name());
  return Object.fromEntries(named.map((each) => [each.name(), each.value()]));
}
