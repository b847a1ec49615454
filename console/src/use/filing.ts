/**
 * A case somebody's scribe works on: everything typed is sent as it is left, one thing after another, so that a page that is loaded again has
 * it. What is refused stays on the page and is told at its place.
 */

import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from "vue";

import { placed } from "../../../miniprogram/src/domain/apply";
import { type Answers, askedAnswers, type Field, visibleFields } from "../../../miniprogram/src/domain/rules";
import type { components } from "../../typings/api";
import { elsewhere, paperOf } from "../domain/filing";
import { Problem, wordsOf } from "../services/problem";
import { fitted, TooSmall } from "../services/cut";
import { api, newKey, upload } from "../services/request";

type Case = components["schemas"]["CaseView"];
type CaseForm = components["schemas"]["CaseFormView"];
type Save = Omit<components["schemas"]["SaveBody"], "version">;

export interface Filing {
  seen: ShallowRef<Case | null>;
  form: ShallowRef<CaseForm | null>;
  answers: Ref<Answers>;
  fields: ComputedRef<Field[]>;
  faults: Ref<{ form: Record<string, string>; materials: Record<string, string> }>;
  fault: Ref<string>;
  busy: Ref<boolean>;
  /** Where the attestation does not hold any more: they must be attested anew. */
  over: Ref<boolean>;
  /** Whether it was handed in here. */
  done: Ref<boolean>;
  load: () => Promise<void>;
  answer: (key: string, value: unknown) => Promise<void>;
  choose: (material: string, choice: { files?: string[]; licence?: boolean }) => Promise<void>;
  /** Cut to the size the material wants, if any; whether it stands there. What was refused stands beside the material. */
  add: (material: string, chosen: File) => Promise<boolean>;
  /** Whether the form was printed or taken along as it is now. */
  printed: ComputedRef<boolean>;
  /** It was, or whoever sits here says so. */
  markPrinted: () => void;
  sign: (chosen: File) => Promise<void>;
  unsign: () => Promise<boolean>;
  /** `late`: taken in on paper while there was no system; only where it is filed formally. */
  handIn: (action: "resubmit" | "submit" | "pre-review", late?: components["schemas"]["LateBody"]) => Promise<boolean>;
  discard: () => Promise<boolean>;
  takeOver: () => Promise<boolean>;
}

export function useFiling(person: string, id: string): Filing {
  const seen = shallowRef<Case | null>(null);
  const form = shallowRef<CaseForm | null>(null);
  const answers = ref<Answers>({});
  const faults = ref<Filing["faults"]["value"]>({ form: {}, materials: {} });
  const fault = ref("");
  const busy = ref(false);
  const over = ref(false);
  const done = ref(false);
  const paper = ref(""); // the form as it was printed last
  const printed = computed(() => seen.value !== null && paper.value === paperOf(seen.value));
  const fields = computed(() => (form.value ? visibleFields(form.value.fields, answers.value, form.value.on) : []));
  let last: Promise<unknown> = Promise.resolve();
  let key = newKey();

  /** `beside`: the material it happened at, where it is told unless they must be attested anew. */
  function tell(thrown: unknown, beside: string): void {
    if (!(thrown instanceof Problem)) return told(thrown instanceof TooSmall ? thrown.message : wordsOf(thrown), beside);
    if (thrown.status > 0) key = newKey();
    over.value = thrown.unproven;
    const errors = Object.fromEntries(thrown.errors.map(({ pointer = "", detail = "" }) => [pointer, detail]));
    const found = placed(errors);
    faults.value = { form: { ...faults.value.form, ...found.form }, materials: { ...faults.value.materials, ...found.materials } };
    const others = elsewhere(thrown.errors);
    const words = thrown.errors.length ? others.join("") || "有几处要改，已在那几处标出。" : thrown.detail;
    told(words, over.value ? "" : beside);
  }

  function told(words: string, beside: string): void {
    if (beside) faults.value.materials[beside] ||= words;
    else fault.value = words;
  }

  /** One thing at a time, each with the version the one before left. */
  function next(work: () => Promise<void>, beside = ""): Promise<boolean> {
    const done = last.then(async () => {
      busy.value = true;
      fault.value = "";
      try {
        await work();
        key = newKey();
        return true;
      } catch (thrown) {
        tell(thrown, beside);
        return false;
      } finally {
        busy.value = false;
      }
    });
    last = done;
    return done;
  }

  function take(found: Case): void {
    seen.value = found;
  }

  async function save(body: Save): Promise<void> {
    take(await api.put("/api/v1/cases/{id}", { path: { id }, body: { version: seen.value!.version, ...body }, person }));
  }

  async function load(): Promise<void> {
    await next(async () => {
      const [found, asked] = await Promise.all([
        api.get("/api/v1/cases/{id}", { path: { id }, person }),
        seen.value ? form.value : api.get("/api/v1/cases/{id}/form", { path: { id }, person }).catch(() => null),
      ]);
      form.value = asked;
      answers.value = { ...(found.form as Answers), ...(seen.value ? answers.value : {}) }; // what was typed stays
      take(found);
    });
  }

  async function answer(field: string, value: unknown): Promise<void> {
    answers.value = { ...answers.value, [field]: value };
    delete faults.value.form[field];
    await next(() => save({ form: askedAnswers(form.value!.fields, answers.value, form.value!.on) as Record<string, never> }));
  }

  async function choose(material: string, choice: { files?: string[]; licence?: boolean }): Promise<void> {
    delete faults.value.materials[material];
    await next(() => save({ materials: { [material]: { files: [], licence: false, ...choice } } }), material);
  }

  async function sent(chosen: File): Promise<string> {
    const made = await upload<{ id: string }>(`/api/v1/materials?item=${encodeURIComponent(seen.value!.item)}`, chosen, key, person);
    return made.id;
  }

  async function add(material: string, chosen: File): Promise<boolean> {
    delete faults.value.materials[material];
    const { width = 0, height = 0 } = form.value?.materials.find((each) => each.key === material) ?? {};
    return await next(async () => {
      const file = await sent(await fitted(chosen, { width, height }));
      const there = seen.value!.materials.find((each) => each.key === material)?.files.map((each) => each.material) ?? [];
      await save({ materials: { [material]: { files: [...there.filter((each) => each !== file), file], licence: false } } });
    }, material);
  }

  function markPrinted(): void {
    if (seen.value) paper.value = paperOf(seen.value);
  }

  async function sign(chosen: File): Promise<void> {
    await next(async () => save({ signed: [...(seen.value!.signed.map((each) => each.material)), await sent(chosen)] }));
  }

  const unsign = (): Promise<boolean> => next(() => save({ signed: [] }));
  const acted = (act: () => Promise<Case>): Promise<boolean> => next(async () => take(await act()));
  const body = (): { version: number } => ({ version: seen.value!.version });
  const path = { id };
  let handing = false; // a second press while it goes in is the same act
  const handIn: Filing["handIn"] = async (action, late) => {
    if (handing || done.value) return false;
    handing = true;
    const worked = await acted(() => {
      if (action === "resubmit") return api.post("/api/v1/cases/{id}/resubmit", { path, body: body(), key, person });
      if (action === "submit") return api.post("/api/v1/cases/{id}/submit", { path, body: { ...body(), ...(late && { late }) }, key, person });
      return api.post("/api/v1/cases/{id}/pre-review", { path, body: { ...body(), file_when_passed: true }, key, person });
    });
    handing = false;
    done.value ||= worked;
    return worked;
  };
  const discard = (): Promise<boolean> => acted(() => api.post("/api/v1/cases/{id}/withdraw", { path, body: body(), key, person }));
  const takeOver = (): Promise<boolean> => acted(() => api.post("/api/v1/cases/{id}/take-over", { path, body: body(), key, person }));
  return { seen, form, answers, fields, faults, fault, busy, over, done, load, answer, choose, add, printed, markPrinted, sign, unsign, handIn, discard, takeOver };
}
