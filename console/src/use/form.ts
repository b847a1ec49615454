/** What every part of the form of an item shares: the text it writes, what the keys mean, what is wrong where. */

import { inject, provide, type ComputedRef, type InjectionKey } from "vue";

import { pointerOf, type Path } from "../domain/sheet";
import type { Shapes } from "../domain/sheetKeys";
import type { SheetDesk } from "./sheet";

export interface ItemForm {
  desk: SheetDesk;
  shapes: Shapes;
  readonly: ComputedRef<boolean>;
  /** The version that is filled in, for choosing from its lists. */
  version: ComputedRef<Record<string, unknown>>;
  faults: ComputedRef<readonly { pointer: string; message: string }[]>;
  /** Goes to a place in the text. */
  asText: (path: Path) => void;
}

const KEY: InjectionKey<ItemForm> = Symbol("the form of an item");

export function provideForm(form: ItemForm): void {
  provide(KEY, form);
}

export function useForm(): ItemForm {
  return inject(KEY)!;
}

/** What is wrong at exactly this place, or of its key in the part around it. */
export function faultsAt(form: ItemForm, path: Path): string[] {
  const pointer = pointerOf(path);
  return form.faults.value.filter((each) => each.pointer === pointer).map((each) => each.message);
}

/** Whether something is wrong there or below. */
export function faultyWithin(form: ItemForm, path: Path): boolean {
  const pointer = pointerOf(path);
  return form.faults.value.some((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`));
}
