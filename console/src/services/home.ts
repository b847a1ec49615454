/** What home counts for somebody: one card for each page that has something for them, in the order in which they are looked at. */

import type { components } from "../../typings/api";
import { looksFor, saidOf } from "../domain/awaiting";
import { waiting } from "../domain/decide";
import { GIVEN, tabsFor, type QueueTab } from "../domain/desk";
import { decides, mayEnter } from "../domain/rooms";
import { awaiting } from "./awaiting";
import { headDesk } from "./head";
import { api } from "./request";
import { words } from "./session";

type Staff = components["schemas"]["StaffView"];

export interface HomeCard {
  label: string;
  /** How much, in words; `UNKNOWN` before it was looked at. */
  said: string;
  to: { name: string; params?: Record<string, string>; query?: Record<string, string> };
}

const UNKNOWN = "…";
const MOST = 100; // more are told as 「100 件以上」

/** The lines somebody works on from home; of all cases and of what is looked at afterwards there are pages. */
export function lines(me: Staff): QueueTab[] {
  return tabsFor(me.roles).filter((tab) => tab.queue !== "all" && tab.queue !== "supervised");
}

const lineCard = (tab: QueueTab, said: string): HomeCard => ({ label: tab.label, said, to: { name: "cases", params: { queue: tab.queue } } });
const ownCard = (said: string): HomeCard => ({ label: "等我决定", said, to: { name: "decide" } });

function pieces(number: number): string {
  return number === MOST ? `${MOST} 件以上` : `${number} 件`;
}

/** Who waits in one's hall to be called, and the appointments that wait for a yes or a no, on whichever day. */
async function hall(me: Staff): Promise<HomeCard[]> {
  if (!me.hall || !mayEnter("today")(me)) return [];
  const { waiting: waits, to_confirm: open } = await api.get("/api/v1/staff/halls/{id}/counters", { path: { id: me.hall } });
  const called = { label: "大厅里等叫号", said: `${waits} 人`, to: { name: "today" } };
  if (!open[0]) return [called];
  const number = open.reduce((sum, each) => sum + each.count, 0);
  return [called, { label: "预约等确认", said: `${number} 个`, to: { name: "today", query: { day: open[0].date } } }];
}

async function own(me: Staff): Promise<HomeCard[]> {
  return mayEnter("decide")(me) ? [ownCard(waiting(await headDesk()))] : [];
}

async function queues(me: Staff): Promise<HomeCard[]> {
  return await Promise.all(
    lines(me).map(async (tab) => lineCard(tab, pieces((await api.get("/api/v1/staff/cases", { query: { queue: tab.queue, limit: MOST } })).items.length))),
  );
}

/** Papers that wait to be checked: their number, for the list is a look at people. */
async function grants(me: Staff): Promise<HomeCard[]> {
  const count = mayEnter("grants")(me) ? (await api.get("/api/v1/staff/grants/count")).count : 0;
  return count ? [{ label: "授权待核实", said: `${count} 份`, to: { name: "grants" } }] : [];
}

/** What waits for a second person, and for supervision. */
async function looks(me: Staff): Promise<HomeCard[]> {
  const found = await awaiting(me.roles);
  return looksFor(me.roles).flatMap((look) => {
    const count = found[look.key];
    return count?.count ? [{ label: look.label, said: saidOf(look, count), to: look.to }] : [];
  });
}

/** What was given to oneself by name; a decision that is proposed to be taken back is no longer the checker's. */
async function given(me: Staff): Promise<HomeCard[]> {
  if (!decides(me.roles)) return [];
  const query = { mine: true, limit: MOST };
  const [inspections, rechecks] = await Promise.all([
    api.get("/api/v1/staff/inspections", { query }),
    api.get("/api/v1/staff/rechecks", { query: { ...query, open: true } }),
  ]);
  const counts = { inspections: inspections.items.filter((each) => each.state !== "proposed").length, rechecks: rechecks.items.length };
  return GIVEN.filter((each) => counts[each.name]).map((each) => ({ label: each.label, said: pieces(counts[each.name]), to: { name: each.name, query: { mine: "1" } } }));
}

interface Pile {
  room: string;
  label: string;
  unit: string;
  params?: Record<string, string>;
  rows: (me: Staff) => Promise<number>;
}

/** Other pages that hold something for somebody, told where they do. */
const PILES: readonly Pile[] = [
  { room: "results", label: "待交付的结果", unit: "份", rows: async () => (await api.get("/api/v1/staff/deliveries", { query: { limit: MOST } })).items.length },
  { room: "calls", label: "电话通知", unit: "个", rows: async () => (await api.get("/api/v1/staff/notices/calls")).items.length },
  { room: "points", label: "积分核定", unit: "件", params: { part: "sheets" }, rows: async () => (await api.get("/api/v1/staff/points/sheets", { query: { limit: MOST } })).items.length },
  { room: "points", label: "积分批次在办", unit: "个", params: { part: "rounds" }, rows: roundsUnderWay },
];

/** Of the items somebody's department ranks: from the end of the applications until everybody has their decision. */
async function roundsUnderWay(me: Staff): Promise<number> {
  const ranked = (words.value?.ranked_items ?? []).filter((each) => each.department === me.department).map((each) => each.code);
  if (!ranked.length) return 0;
  const { items } = await api.get("/api/v1/points/rounds", { query: { limit: MOST } });
  return items.filter((each) => ranked.includes(each.item) && !["awaited", "open", "decided"].includes(each.state.code)).length;
}

async function piles(me: Staff): Promise<HomeCard[]> {
  const entered = PILES.filter((pile) => mayEnter(pile.room)(me));
  const counts = await Promise.all(entered.map((pile) => pile.rows(me)));
  return entered.flatMap(({ room, label, unit, params }, index) => {
    const count = counts[index]!;
    const said = count >= MOST ? `${MOST} ${unit}以上` : `${count} ${unit}`;
    return count ? [{ label, said, to: { name: room, params } }] : [];
  });
}

/** What is known to be there before it is counted. */
export function uncounted(me: Staff): HomeCard[] {
  return [...(mayEnter("decide")(me) ? [ownCard(UNKNOWN)] : []), ...lines(me).map((tab) => lineCard(tab, UNKNOWN))];
}

export async function homeCards(me: Staff): Promise<HomeCard[]> {
  return (await Promise.all([hall, own, queues, grants, piles, looks, given].map((part) => part(me)))).flat();
}
