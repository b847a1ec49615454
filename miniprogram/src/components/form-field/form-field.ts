/**
 * One question of an item's form, whatever kind of answer it has. Sends `answer` with {key, value} when somebody answered,
 * and `leave` with {key} when they went on to something else.
 */

import { type Field, partsOf } from "../../domain/answers";
import { added, type Box, boxes, changed, chosenOf, kindOf, labelOf, numberOf, plainText, removed } from "../../domain/fields";

/** Characters that stand in one line in elder mode: of a longer answer the field shows but the beginning. */
const LINE = 12;

/** What was typed last, as JSON: it is not put back into the field, which would disturb whoever is still typing Chinese. */
const typed = new WeakMap<object, string>();

Component({
  properties: {
    field: { type: Object, value: {} as Field },
    value: { type: null, value: null as unknown },
    /** What is to be mended; empty where nothing is. */
    fault: String,
    /** Where the answer comes from, if it was not typed. */
    source: String,
    /** What somebody found of the answer, where it came back. */
    told: String,
  },
  data: { kind: "text", chosen: [] as number[], marks: {} as Record<string, boolean>, label: "", shown: "", whole: "", people: [] as Box[][] },
  observers: {
    "field, value"(field: Field, value: unknown) {
      const options = field.options ?? [];
      const chosen = chosenOf(field, value);
      const marks = Object.fromEntries(chosen.map((place) => [options[place]!.value, true]));
      const kind = kindOf(field), words = kind === "text" ? plainText(value) : "";
      this.setData({ kind, chosen, marks, label: labelOf(field, value), whole: words.length > LINE ? words : "" });
      if (JSON.stringify(value) === typed.get(this)) return;
      const parts = field.key ? partsOf(field) : [];
      this.setData({ shown: plainText(value), people: boxes(field, parts, value) });
    },
  },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.tell(currentTarget.dataset["value"]);
      this.leave();
    },
    toggle({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const value = currentTarget.dataset["value"] as string;
      const before = Array.isArray(this.data.value) ? (this.data.value as string[]) : [];
      this.tell(before.includes(value) ? before.filter((each) => each !== value) : [...before, value]);
      this.leave();
    },
    agree() {
      this.tell(this.data.value !== true);
      this.leave();
    },
    pick({ detail }: WechatMiniprogram.PickerChange) {
      this.tell(this.data.field.options?.[Number(detail.value)]?.value);
      this.leave();
    },
    day({ detail }: WechatMiniprogram.PickerChange) {
      this.tell(detail.value);
      this.leave();
    },
    type({ detail }: WechatMiniprogram.Input) {
      this.keep(this.data.kind === "number" ? numberOf(detail.value) : detail.value);
    },
    typePart({ detail, currentTarget }: WechatMiniprogram.Input) {
      const { index, part } = currentTarget.dataset as { index: number; part: string };
      this.keep(changed(this.data.field, this.data.value, index, part, detail.value));
    },
    add() {
      this.tell(added(this.data.value));
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.tell(removed(this.data.value, currentTarget.dataset["index"] as number));
      this.leave();
    },
    leave() {
      this.triggerEvent("leave", { key: this.data.field.key });
    },
    keep(value: unknown) {
      typed.set(this, JSON.stringify(value));
      this.tell(value);
    },
    tell(value: unknown) {
      this.triggerEvent("answer", { key: this.data.field.key, value });
    },
  },
});
