/** input and textarea. */

import { control } from "../dom";
import { define, type Instance } from "./define";
import { registerControl } from "./fields";

const PROPERTIES = {
  value: String,
  type: { type: String, value: "text" },
  name: String,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: String,
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  password: Boolean,
  confirmType: String,
  confirmHold: Boolean,
  cursor: Number,
  cursorSpacing: Number,
  adjustPosition: Boolean,
  holdKeyboard: Boolean,
  alwaysEmbed: Boolean,
  autoHeight: Boolean,
  fixed: Boolean,
  showConfirmBar: Boolean,
  disableDefaultPadding: Boolean,
} as const;

/** The keyboard each type of input brings up. */
const KEYBOARDS: Record<string, string> = { text: "text", number: "numeric", digit: "decimal", idcard: "text", nickname: "text", "safe-password": "text" };

for (const tag of ["input", "textarea"] as const) define(tag, { properties: PROPERTIES, holds: false, create: (self) => textField(self, tag) });

function textField(self: Instance<typeof PROPERTIES>, tag: "input" | "textarea") {
  const native = control(tag);
  self.$$.append(native);
  registerControl(self.$$, {
    name: () => self.data.name,
    value: () => native.value,
    activate: () => native.focus(),
    reset: () => (native.value = ""),
  });
  native.addEventListener("input", () => {
    self.setData({ value: native.value });
    self.triggerEvent("input", { value: native.value, cursor: native.selectionStart ?? 0 });
  });
  native.addEventListener("focus", () => self.triggerEvent("focus", { value: native.value, height: 300 }));
  native.addEventListener("blur", () => self.triggerEvent("blur", { value: native.value }));
  native.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Enter") self.triggerEvent("confirm", { value: native.value });
  });
  let focused = false;
  return {
    native,
    update() {
      if (native.value !== self.data.value) native.value = self.data.value;
      native.placeholder = self.data.placeholder;
      native.disabled = self.data.disabled;
      native.maxLength = self.data.maxlength;
      native.inputMode = keyboard(self.data.type);
      if (native instanceof HTMLInputElement) native.type = self.data.password ? "password" : "text";
      if (self.data.focus && !focused) requestAnimationFrame(() => native.focus());
      focused = self.data.focus;
    },
  };
}

function keyboard(type: string): string {
  const found = KEYBOARDS[type];
  if (found === undefined) throw new Error(`input: type "${type}" is not known to the harness`);
  return found;
}
