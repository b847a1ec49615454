/** One question of an item's form. Sends `answer` with {key, value} when somebody answered. */

import type { Field } from "../../domain/rules";

/** Up to so many options lie open, to be chosen with one tap. */
const OPEN_OPTIONS = 8;

/** What was typed last: it is not put back into the field, which would disturb whoever is still typing Chinese. */
const typed = new WeakMap<object, unknown>();

Component({
  properties: {
    field: { type: Object, value: {} as Field },
    value: { type: null, value: null as unknown },
    /** What is to be mended; empty where nothing is. */
    fault: String,
    /** Where the answer comes from, if it was not typed. */
    source: String,
  },
  data: { kind: "text", chosen: -1, label: "", shown: "" },
  observers: {
    "field, value"(field: Field, value: unknown) {
      const options = field.options ?? [];
      const chosen = options.findIndex((each) => each.value === value);
      const open = options.length <= OPEN_OPTIONS;
      const kind = field.type === "choice" ? (open ? "options" : "picker") : field.type;
      const shown = typeof value === "string" && value !== typed.get(this) ? { shown: value } : {};
      this.setData({ kind, chosen, label: options[chosen]?.label ?? "", ...shown });
    },
  },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.tell(currentTarget.dataset["value"]);
    },
    pick({ detail }: WechatMiniprogram.PickerChange) {
      this.tell(this.data.field.options?.[Number(detail.value)]?.value);
    },
    type({ detail }: WechatMiniprogram.Input) {
      typed.set(this, detail.value);
      this.tell(detail.value);
    },
    day({ detail }: WechatMiniprogram.PickerChange) {
      this.tell(detail.value);
    },
    tell(value: unknown) {
      this.triggerEvent("answer", { key: this.data.field.key, value });
    },
  },
});
