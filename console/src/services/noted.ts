/** What somebody noted on each case and has not told yet: in memory alone, while the page lives and the same person is logged in. */

import { reactive } from "vue";

import { without, withNote, type Defect } from "../domain/defects";

const noted = reactive(new Map<string, Defect[]>());
let whose = "";

export function notedOn(id: string): Defect[] {
  return noted.get(id) ?? [];
}

export function note(id: string, defect: Defect): void {
  keep(id, withNote(notedOn(id), defect));
}

/** No longer wrong: a paper or an answer of a case. */
export function unnote(id: string, name: string): void {
  keep(id, without(notedOn(id), name));
}

export function noteNothing(id: string): void {
  noted.delete(id);
}

/** Of how many cases something is noted. */
export function notedCases(): number {
  return noted.size;
}

/** Whoever logs in finds their own notes, and nobody else's. */
export function notesOf(staff: string): void {
  if (staff !== whose) noted.clear();
  whose = staff;
}

/** Leaving the console would lose them: the browser asks first. */
export function warnBeforeLeaving(event: Pick<BeforeUnloadEvent, "preventDefault">): void {
  if (notedCases()) event.preventDefault();
}

function keep(id: string, defects: Defect[]): void {
  if (defects.length) noted.set(id, defects);
  else noted.delete(id);
}
