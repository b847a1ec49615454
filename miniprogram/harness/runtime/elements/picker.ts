/** picker: selector, multiSelector, date, time. Region is left out: addresses come from our own data. */

import { make } from "../dom";
import { wheels } from "../wx/sheets";
import { define, type Instance, onTap } from "./define";
import { registerControl } from "./fields";

const PROPERTIES = {
  mode: { type: String, value: "selector" },
  range: { type: Array, value: [] },
  rangeKey: String,
  value: null,
  start: String,
  end: String,
  fields: { type: String, value: "day" },
  name: String,
  disabled: Boolean,
  headerText: String,
} as const;
type Picker = Instance<typeof PROPERTIES>;

function words(self: Picker, range: readonly unknown[]): string[] {
  return range.map((each) => String(self.data.rangeKey ? (each as Record<string, unknown>)[self.data.rangeKey] : each));
}

/** Asks the person; null where they turned away. */
async function choose(self: Picker): Promise<unknown> {
  const { mode, range, value, headerText } = self.data;
  if (mode === "selector") return (await wheels(headerText, [words(self, range)], [Number(value) || 0]))?.[0] ?? null;
  if (mode === "multiSelector") {
    const columns = (range as unknown[][]).map((column) => words(self, column));
    return wheels(headerText, columns, columns.map((_, index) => Number((value as number[] | null)?.[index]) || 0));
  }
  if (mode === "date" || mode === "time") return day(self, mode);
  throw new Error(`picker: mode "${mode}" is not known to the harness`);
}

function day(self: Picker, mode: "date" | "time"): Promise<string | null> {
  const type = mode === "date" && self.data.fields === "month" ? "month" : mode;
  return new Promise((resolve) => {
    const native = make("input", { type, value: String(self.data.value ?? ""), min: self.data.start, max: self.data.end, ariaLabel: "选择" });
    const end = (answer: string | null) => {
      mask.remove();
      resolve(answer);
    };
    const buttons = make(
      "div",
      { className: "wx-sheet-buttons" },
      make("button", { textContent: "取消", onclick: () => end(null) }),
      make("button", { textContent: "确定", onclick: () => end(native.value || null) }),
    );
    const mask = make("div", { className: "wx-mask wx-at-bottom" }, make("div", { className: "wx-sheet" }, buttons, native));
    document.body.append(mask);
  });
}

define("picker", {
  properties: PROPERTIES,
  create(self: Picker) {
    registerControl(self.$$, { name: () => self.data.name, value: () => self.data.value });
    self.$$.setAttribute("role", "button");
    self.$$.tabIndex = 0;
    onTap(self, () => self.data.disabled, () => void pick());
    const pick = async () => {
      const answer = await choose(self);
      if (answer === null) return self.triggerEvent("cancel");
      self.setData({ value: answer });
      self.triggerEvent("change", { value: answer });
    };
    return {};
  },
});
