/** The draft's text as two views write it: a form, place by place, and an editor of the part that may be written on. Both change one text. */

import { computed, ref, watch, type Ref } from "vue";

import { append, brokenAt, drop, move, ownVersions, put, read, spanOf, written, type Path } from "../domain/sheet";

const LOST = "别处还引用着这一项的内容，不能直接去掉。请切到「文本」，把引用它的地方（* 开头的）先改掉。";

/** `begun`: the days on which versions began that nobody changes; `whole`: there is no draft, so all of the text is shown. */
export function useSheet(text: Ref<string>, begun: () => ReadonlySet<string>, whole: () => boolean) {
  const anew = ref(0);
  const doc = computed(() => {
    void anew.value;
    return read(text.value);
  });
  const refused = ref("");
  const around = ref({ before: 0, after: 0 }); // how much of the text stands before and after the part that is written on
  let mine = ""; // the text as the form or the editor left it

  const broken = computed(() => brokenAt(doc.value));
  const data = computed<Record<string, unknown>>(() => (broken.value ? {} : ((doc.value.toJS() as Record<string, unknown> | null) ?? {})));
  const versions = computed(() => (broken.value ? [] : ownVersions(doc.value, begun())));
  const part = computed(() => text.value.slice(around.value.before, text.value.length - around.value.after));
  const firstLine = computed(() => text.value.slice(0, around.value.before).split("\n").length);

  /** Finds the part anew; while somebody writes in it, it is what stands between the same texts, whatever they write. */
  function place(): void {
    const span = whole() ? null : spanOf(text.value, doc.value, ownVersions(doc.value, begun()));
    around.value = span ? { before: span.from, after: text.value.length - span.to } : { before: 0, after: 0 };
  }

  watch([text, begun, whole], () => {
    if (text.value !== mine) place();
  }, { flush: "sync", immediate: true });

  /** A change by the form. */
  function edit(change: () => void): void {
    refused.value = "";
    try {
      change();
      text.value = written(doc.value);
    } catch {
      anew.value += 1; // the text is still as it was
      refused.value = LOST;
    }
  }

  /** A change of the part by the editor. */
  function write(words: string): void {
    const now = text.value;
    mine = now.slice(0, around.value.before) + words + now.slice(now.length - around.value.after);
    text.value = mine;
  }

  return {
    doc,
    data,
    broken,
    refused,
    versions,
    part,
    firstLine,
    around,
    write,
    put: (path: Path, value: unknown) => edit(() => put(doc.value, path, value)),
    append: (path: Path, value: unknown) => edit(() => append(doc.value, path, value)),
    drop: (path: Path, index: number) => edit(() => drop(doc.value, path, index)),
    move: (path: Path, from: number, to: number) => edit(() => move(doc.value, path, from, to)),
  };
}

export type SheetDesk = ReturnType<typeof useSheet>;
