/** checkbox, radio, switch, slider. */

import { control } from "../dom";
import { define } from "./define";
import { ownerOf, registerControl, registerOwner } from "./fields";

const OPTION = { value: String, checked: Boolean, disabled: Boolean, color: String } as const;

/** Every radio and checkbox by its element, so that a group can ask and clear them. */
const options = new WeakMap<Element, { native: HTMLInputElement; value(): string }>();

for (const kind of ["radio", "checkbox"] as const) {
  const within = (group: Element) => [...group.querySelectorAll(`wx-${kind}`)].map((each) => options.get(each)!);
  const chosen = (group: Element) => {
    const values = within(group).filter((each) => each.native.checked).map((each) => each.value());
    return kind === "radio" ? (values[0] ?? "") : values;
  };

  define(`${kind}-group`, {
    properties: { name: String },
    create(self) {
      if (kind === "radio") self.$$.setAttribute("role", "radiogroup");
      registerOwner(self.$$, { fire: (name, detail) => self.triggerEvent(name, detail) });
      registerControl(self.$$, { name: () => self.data.name, value: () => chosen(self.$$) });
      return {};
    },
  });

  define(kind, {
    properties: OPTION,
    create(self) {
      const native = control("input", { type: "checkbox", className: `wx-${kind}-box` });
      if (kind === "radio") native.setAttribute("role", "radio");
      self.$$.prepend(native);
      options.set(self.$$, { native, value: () => self.data.value });
      const choose = (checked: boolean) => {
        const group = ownerOf(self.$$, `${kind}-group`);
        if (kind === "radio" && group) for (const other of within(group.element)) other.native.checked = false;
        native.checked = kind === "radio" || checked;
        group?.fire("change", { value: chosen(group.element) });
      };
      native.addEventListener("click", (event) => event.stopPropagation());
      native.addEventListener("change", () => choose(native.checked));
      registerControl(self.$$, { name: () => "", value: () => native.checked, activate: () => (self.data.disabled ? undefined : choose(!native.checked)) });
      return {
        native,
        update() {
          native.checked = self.data.checked;
          native.disabled = self.data.disabled;
          if (kind === "radio") native.setAttribute("aria-checked", String(native.checked));
        },
      };
    },
  });
}

define("switch", {
  properties: { name: String, checked: Boolean, disabled: Boolean, color: String, type: { type: String, value: "switch" } },
  holds: false,
  create(self) {
    const native = control("input", { type: "checkbox" });
    native.setAttribute("role", "switch");
    self.$$.append(native);
    const tell = () => self.triggerEvent("change", { value: native.checked });
    native.addEventListener("change", tell);
    const activate = () => {
      if (self.data.disabled) return;
      native.checked = !native.checked;
      tell();
    };
    registerControl(self.$$, { name: () => self.data.name, value: () => native.checked, activate });
    return {
      native,
      update() {
        native.checked = self.data.checked;
        native.disabled = self.data.disabled;
      },
    };
  },
});

define("slider", {
  properties: { name: String, value: Number, min: Number, max: { type: Number, value: 100 }, step: { type: Number, value: 1 }, disabled: Boolean },
  holds: false,
  create(self) {
    const native = control("input", { type: "range" });
    self.$$.append(native);
    native.addEventListener("change", () => self.triggerEvent("change", { value: Number(native.value) }));
    registerControl(self.$$, { name: () => self.data.name, value: () => Number(native.value) });
    return {
      native,
      update: () => Object.assign(native, { min: String(self.data.min), max: String(self.data.max), step: String(self.data.step), value: String(self.data.value), disabled: self.data.disabled }),
    };
  },
});
