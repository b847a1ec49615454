/** Points: what may be done with a round as it stands, what a sheet waits for, and what is told before an act. */

import type { components } from "../../typings/api";
import { moment } from "./dates";

type Schemas = components["schemas"];

export type RoundDeed = "close" | "rank" | "publish" | "conclude" | "decide";

interface Question {
  title: string;
  told: string;
}

export const DEEDS: Record<RoundDeed, Question> = {
  close: { title: "现在截止申请", told: "截止以后这一批不再收申请，不能再打开。" },
  rank: { title: "排名", told: "按积分和同分规则排出全部申请。可以再排，每次都留记录；公示以后不能直接再排。" },
  publish: { title: "公示排名", told: "名单马上公开，每个人都会收到自己的名次。公示期里可以提异议。" },
  conclude: { title: "结束公示", told: "有空出的名额先递补，没有的转给作决定的部门。还有异议没有答复的不能结束。" },
  decide: { title: "按排名作出决定", told: "先批准入围的，再不予批准未入围的，每次一百件；没有办完的接着再按。" },
};

const OPEN: Record<string, readonly RoundDeed[]> = {
  open: ["close"],
  closed: ["rank"],
  retaken: ["rank"],
  ranked: ["publish", "rank"],
  listed: ["conclude"],
  passing: ["conclude"],
};

type Round = Schemas["StaffRoundView"];

/** The acts of a round as it stands, the one that is meant next first, for the office whose turn it is. What is not one's own the server refuses, too. */
export function deedsOf(round: Round): readonly RoundDeed[] {
  if (round.state.code !== "concluded") return round.ranks ? (OPEN[round.state.code] ?? []) : [];
  return [...(round.ranks && round.to_pass_on ? (["conclude"] as const) : []), ...(round.decides && round.undecided ? (["decide"] as const) : [])];
}

/** What is asked before an act. A list that has ended is passed on a hundred at a time. */
export function questionOf(deed: RoundDeed, round: Round): Question {
  if (deed !== "conclude") return DEEDS[deed];
  if (round.state.code === "passing") return { title: "结束确认和递补", told: `都答复了或者到期了，才能转给${round.deciding_name}作出决定。` };
  return round.to_pass_on ? { title: "接着转交", told: `还有 ${round.to_pass_on} 件没有转给${round.deciding_name}，每次一百件。` } : DEEDS.conclude;
}

type OfOne = { case: string; person_name: string };

/** What needs a reason or a finding: about one application, or what is said against the list. */
export type Asked = { what: "exclude"; row: OfOne } | { what: "readmit"; row: OfOne } | { what: "object" } | { what: "answer"; id: string; upheld: boolean };

const TOLD = "申请人提的，答复发到手机上；电话、当面提的，请您告诉本人。";

/** What is asked for it, and what is told before. */
export function wordsAsked(asked: Asked): Question & { asks: string } {
  if (asked.what === "exclude") return { title: "登记不符合条件", asks: "理由", told: `${asked.row.person_name}的申请不进入排名；公示以前可以恢复。` };
  if (asked.what === "readmit") return { title: "恢复参加排名", asks: "理由", told: `${asked.row.person_name}的申请重新参加排名；已经排过名的，要重新排名。` };
  if (asked.what === "object") return { title: "登记异议", asks: "提了什么异议", told: "电话或当面提的异议，答复以前公示不能结束；答复要由您告诉本人。" };
  return asked.upheld ? { title: "异议成立", asks: "核对的结果", told: `名单会撤回，改正以后重新排名、重新公示。${TOLD}` } : { title: "异议不成立", asks: "核对的结果", told: `名单不变。${TOLD}` };
}

/** Whose turn it is, where it is another office's; what of it is still to be done, where it is one's own. Nothing before the list has ended. */
export function turnOf(round: Round): string {
  if (round.state.code !== "concluded") return round.ranks || round.state.code === "decided" ? "" : `现在轮到${round.department_name}，公示结束以后由${round.deciding_name}作出决定。`;
  if (!round.undecided) return "每一件都有了决定，这一批马上办完。";
  const handing = round.to_pass_on ? `还有 ${round.to_pass_on} 件没有转给${round.deciding_name}，${round.ranks ? "请按「接着转交」。" : `等${round.department_name}接着转来。`}` : "";
  return `还有 ${round.undecided} 件没有决定${round.decides ? "。" : `，由${round.deciding_name}作出决定。`}${handing}`;
}

/** Whether what does not meet the conditions may still be entered: until the list is public. */
export function excludes(state: string): boolean {
  return ["open", "closed", "retaken", "ranked"].includes(state);
}

/** Whether objections to the list are taken down. */
export function objects(state: string): boolean {
  return state === "published";
}

/** How its state is coloured: over, too late, or waiting for somebody. */
export function roundTone(round: Pick<Round, "overdue" | "state">): "overdue" | "done" | "waiting" {
  if (round.overdue) return "overdue";
  return round.state.code === "decided" ? "done" : "waiting";
}

/** What an act came to: how many, what it left and why, who was faster; done only where nothing was left. */
export function progressOf(title: string, round: Round): { words: string; tone: "done" | "waiting" } {
  const left = round.left.length ? `没有办的 ${round.left.length} 件：${round.left.map((each) => each.replace(/。$/, "")).join("；")}。处理后再按一次。` : "";
  const count = round.done || left || round.others.length ? `这次办了 ${round.done} 件。` : "";
  const others = round.others.length ? `这期间${round.others.join("，")}。` : "";
  return { words: `${title}，${left ? "没有全部办完" : "已办好"}。${count}${others}${left}`, tone: left ? "waiting" : "done" };
}

/** What whoever was overtaken is told: who did what meanwhile, and what was refused for it where that says more. */
export function changedWords(last: Round["last"], refused = ""): string {
  return `${last ? `${last.by}刚刚${last.what}，` : ""}页面已经更新，您填的内容还在。${refused || "看过以后，还要办的再按一次。"}`;
}

/** The lines of a sheet that still wait for an answer to what was objected to. */
export function waiting(sheet: Schemas["SheetView"]): { objection: string; indicator: string; name: string; why: string; counted: number; due: string }[] {
  const named = new Map(sheet.lines.map((line) => [line.indicator, line]));
  return sheet.objections
    .filter((each) => !each.answered_at)
    .flatMap((each) => each.lines.map((line) => ({ objection: each.id, indicator: line.indicator, name: named.get(line.indicator)?.name ?? line.indicator, why: line.reason, counted: named.get(line.indicator)?.counted ?? 0, due: moment(each.due) })));
}

/** Why points cannot be set; nothing where they can. A department says why wherever it differs from the registers. */
export function lineFault(line: Schemas["SheetLineView"], points: number, reason: string): string {
  if (!Number.isInteger(points) || points < line.least || points > line.most) return `「${line.name}」在 ${line.least} 到 ${line.most} 分之间，请填整数。`;
  return points !== line.proposed && !reason.trim() ? "和系统按基础库算的不一样，请写明理由。" : "";
}

export interface Wish {
  item: string;
  name: string;
  announcement: string;
  from: string;
  to: string;
  quota: number;
  least: number;
  /** Where one wishes: how many places each has; else nothing. */
  places: { key: string; label: string; count: number }[];
}

type Ranked = Schemas["RankedItemView"];

/** The wishes of an item, each with the places of the round before, which are those of the next, mostly. */
export function placesOf(item: Ranked | undefined, before: Record<string, number> = {}): Wish["places"] {
  return (item?.wishes ?? []).map(({ code, label }) => ({ key: code, label, count: before[code] ?? 0 }));
}

/** What people call what was given to somebody; nothing where the round has one quota. */
export function givenName(items: readonly Ranked[], item: string, given: string): string {
  return items.find((each) => each.code === item)?.wishes.find((each) => each.code === given)?.label ?? given;
}

/** Why a round cannot be opened yet; nothing where it can. */
export function roundFault(wish: Wish): string {
  if ([wish.item, wish.name, wish.announcement].some((each) => !each.trim())) return "请选事项，填这一批的名称和依据的通告。";
  if (!wish.from || wish.from >= wish.to) return "请填申请从哪天到哪天，开始要早于截止。";
  if (wish.places.length) return wish.places.some((each) => each.count > 0) ? "" : "请填每个志愿的名额，没有名额的写 0。";
  return wish.quota > 0 ? "" : "请填名额。";
}

/** What is sent: days begin and end with the office's hours. */
export function roundBody(wish: Wish): Schemas["RoundBody"] {
  const places = Object.fromEntries(wish.places.map((each) => [each.key, each.count || 0]));
  const quota = wish.places.length ? 0 : wish.quota;
  return { item: wish.item, name: wish.name.trim(), announcement: wish.announcement.trim(), opens_at: `${wish.from}T09:00:00+08:00`, closes_at: `${wish.to}T17:00:00+08:00`, quota, places, least: wish.least };
}
