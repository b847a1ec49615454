/** Items and their drafts, in words: how an item stands, what comes next for a draft, and the file it is taken along as. */

import type { components } from "../../typings/api";
import { day } from "./dates";

type Item = components["schemas"]["ItemToEditView"];
type Draft = components["schemas"]["DraftView"];

export const PARTS = [
  { name: "form", label: "表单" },
  { name: "text", label: "文本" },
  { name: "guide", label: "办事指南" },
  { name: "changes", label: "改了什么" },
  { name: "trial", label: "试算" },
  { name: "history", label: "版本" },
] as const;
export type Part = (typeof PARTS)[number]["name"];

/** A day without an hour, as people say it. */
export function dayOf(iso: string, now = new Date()): string {
  return day(`${iso}T12:00:00+08:00`, now);
}

/** Which version holds, and which is to come. */
export function standing(item: Pick<Item, "since" | "coming">, now = new Date()): string {
  const holds = item.since ? `现行版本从 ${dayOf(item.since, now)} 起施行` : "现在没有施行的版本";
  return item.coming.length ? `${holds}；${item.coming.map((each) => dayOf(each, now)).join("、")} 起换新版本` : holds;
}

/** Whose turn it is with a draft, and what to do next. */
export function turnOf(draft: Draft): string {
  if (draft.state === "proposed") {
    return draft.acts.includes("publish") ? "等您核对：看清改了什么、办事指南写得对不对，再发布或者退回。" : "等没有写过这份草稿的编辑，或者本部门负责人核对发布。";
  }
  if (draft.state === "returned") return `${draft.answered_by}退回：${draft.answer}`;
  return draft.acts.includes("save") ? "改好以后先检查，没有问题再提交复核。" : "编辑还在写，写好以后会提交复核。";
}

/** What the text is called as a file. */
export function fileName(code: string, draft: Draft | null): string {
  return draft ? `${code}-草稿.yaml` : `${code}.yaml`;
}

/** Where a line of a text begins and ends, counted from 0; a line there is not (0: the whole) is the first one. */
export function lineSpan(text: string, line: number): { from: number; to: number } {
  const lines = text.split("\n");
  const index = Math.min(Math.max(line - 1, 0), lines.length - 1);
  const from = lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
  return { from, to: from + lines[index]!.length };
}
