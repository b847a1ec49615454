/** An item and its open draft: read, written, and taken through its acts. What was typed stays whatever is refused. */

import { computed, ref, shallowRef, type Ref } from "vue";

import type { components } from "../../typings/api";
import { byName, type Shapes } from "../domain/sheetKeys";
import { Problem, wordsOf } from "../services/problem";
import { api } from "../services/request";
import { useDeed } from "./deed";

export type Sheet = components["schemas"]["ItemSheetView"];
export type Draft = components["schemas"]["DraftView"];
type Fault = components["schemas"]["FaultView"];
type Send = (draft: Draft, key: string) => Promise<Draft>;

export function useDraft(code: string) {
  const sheet: Ref<Sheet | null> = shallowRef(null);
  const draft: Ref<Draft | null> = shallowRef(null);
  const text = ref("");
  const lost = ref("");
  const told = ref("");
  const faults = shallowRef<Fault[] | null>(null);
  const shapes = shallowRef<Shapes>(new Map());
  const outdated = ref(false); // somebody else saved meanwhile
  const { busy, fault, run } = useDeed();
  const dirty = computed(() => draft.value !== null && text.value !== draft.value.source);

  async function load(): Promise<void> {
    lost.value = fault.value = "";
    outdated.value = false;
    faults.value = null;
    try {
      const found = await api.get("/api/v1/staff/catalogue/items/{id}", { path: { id: code } });
      const open = found.draft ? await api.get("/api/v1/staff/catalogue/drafts/{id}", { path: { id: found.draft.id } }) : null;
      if (!shapes.value.size) shapes.value = byName((await api.get("/api/v1/staff/catalogue/keys", {})).shapes);
      sheet.value = found;
      draft.value = open;
      text.value = open?.source ?? found.source;
    } catch (problem) {
      lost.value = wordsOf(problem);
    }
  }

  async function begin(day: string | null): Promise<boolean> {
    const done = await run(async (key) => {
      await api.post("/api/v1/staff/catalogue/items/{id}/drafts", { path: { id: code }, body: { effective_from: day }, key });
    });
    if (done) await load();
    return done;
  }

  async function save(): Promise<boolean> {
    if (!dirty.value) return true;
    const body = { source: text.value, version: draft.value!.version };
    const done = await run(async () => {
      const kept = api.put("/api/v1/staff/catalogue/drafts/{id}", { path: { id: draft.value!.id }, body });
      draft.value = await kept.catch((problem: unknown) => {
        throw overtaken(problem);
      });
    });
    if (done) told.value = "已保存。";
    return done;
  }

  /** Somebody else has changed it: the page offers to read theirs, and says what was not done. */
  function overtaken(thrown: unknown): unknown {
    if (!(thrown instanceof Problem && thrown.outdated)) return thrown;
    outdated.value = true;
    return new Problem(thrown.status, thrown.title, "这份草稿刚刚被别人改过，这一步没有办成。");
  }

  async function check(): Promise<void> {
    told.value = "";
    faults.value = null; // what was found of an earlier text
    await run(async () => {
      faults.value = (await api.post("/api/v1/staff/catalogue/drafts/check", { body: { source: text.value } })).faults ?? [];
    });
  }

  /** An act on the draft as it is saved; afterwards the item is read anew. */
  async function act(words: string, send: Send): Promise<boolean> {
    told.value = "";
    if (!(await save())) return false;
    told.value = "";
    const done = await run(async (key) => {
      await send(draft.value!, key).catch((problem: unknown) => {
        throw overtaken(problem);
      });
    });
    if (done) {
      await load();
      told.value = words;
    }
    return done;
  }

  const of = (open: Draft, key: string) => ({ path: { id: open.id }, key });
  const propose = (note: string) =>
    act("已提交复核。没有写过这份草稿的编辑，或者本部门负责人核对后发布。", (open, key) =>
      api.post("/api/v1/staff/catalogue/drafts/{id}/propose", { ...of(open, key), body: { version: open.version, note } }),
    );
  const sendBack = (reason: string) =>
    act("已退回修改。", (open, key) => api.post("/api/v1/staff/catalogue/drafts/{id}/send-back", { ...of(open, key), body: { version: open.version, reason } }));
  const publish = () =>
    act("已发布。新版本到施行那天自动换上；在办的办件照收件时的版本办完。", (open, key) =>
      api.post("/api/v1/staff/catalogue/drafts/{id}/publish", { ...of(open, key), body: { version: open.version } }),
    );
  const discard = () =>
    act("草稿已作废。", (open, key) => api.post("/api/v1/staff/catalogue/drafts/{id}/discard", { ...of(open, key), body: { version: open.version } }));

  return { sheet, draft, text, lost, told, faults, shapes, outdated, busy, fault, dirty, load, begin, save, check, propose, sendBack, publish, discard };
}

export type DraftDesk = ReturnType<typeof useDraft>;
