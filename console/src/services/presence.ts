/**
 * Whether somebody is at this window, and how their session ends. The server counts how long nothing was done; a window that nobody is at
 * keeps no session, and one that somebody types in does, also without sending anything. When the session is over, the page is covered with all
 * that stands on it until the same person is back; whoever else comes begins with a page loaded anew.
 */

import { nextTick, readonly, ref, watch } from "vue";

import type { components } from "../../typings/api";
import { isAttended, isOver, isToLook, knownOf, saidOver, saidSoon, TICK, type Known } from "../domain/ending";
import { mend, onRefused } from "./live";
import { Problem } from "./problem";
import { api, onLoggedOut, sayWhenUnattended } from "./request";
import { login, staff } from "./session";
import { onTold } from "./windows";

type Left = components["schemas"]["SessionLeftView"];

const why = ref("");
const said = ref("");
let known: Known | null = null;
let touched = Date.now();
let turn = 0; // of who is logged in: what was asked before somebody came back counts no more
let looking = -1;
let leaving = false;
let back: { promise: Promise<void>; done: () => void } | null = null; // for whom the cover waits

/** Why the page is covered; empty while it is not. */
export const covered = readonly(why);
/** What is said before the session ends. */
export const endsSoon = readonly(said);

function cover(): Promise<void> {
  why.value ||= saidOver(known, Date.now());
  said.value = "";
  if (back) return back.promise;
  let done = (): void => undefined;
  const promise = new Promise<void>((then) => (done = then));
  back = { promise, done };
  return promise;
}

function uncover(): void {
  if (why.value) void nextTick(mend); // a page that is left meanwhile listens no more
  why.value = "";
  back?.done();
  back = null;
}

/** How long the session lasts; null: it has ended; undefined: the server does not say now. */
async function left(): Promise<Left | null | undefined> {
  return await api.get("/api/v1/staff/sessions/current", { quiet: true }).catch((problem: unknown) => (problem instanceof Problem && problem.loggedOut ? null : undefined));
}

async function look(): Promise<void> {
  const whose = staff.value?.id;
  const mine = turn;
  if (whose === undefined || looking === mine) return;
  looking = mine;
  const found = await left();
  if (mine !== turn) return;
  looking = -1;
  if (found === null) void cover();
  else if (found) stands(found, whose);
}

function stands(found: Left, whose: string): void {
  if (found.staff !== whose) {
    void cover(); // somebody else has logged in, in another window of this browser
    return startAnew();
  }
  known = knownOf(found, Date.now());
  said.value = saidSoon(known, Date.now());
  uncover();
}

function tick(): void {
  const now = Date.now();
  if (!staff.value || known === null) return;
  if (isOver(known, now)) void cover();
  if (!why.value) said.value = saidSoon(known, now);
  if (isToLook(known, now)) void look().then(mend);
}

function touch(): void {
  touched = Date.now();
  if (said.value) void look();
}

/** What the button of the warning does, as every other key. */
export const stay = touch;

/** The same person is here again: what they typed stands as it was. Throws the `Problem` of who is refused. */
export async function comeBack(password: string, otp: string): Promise<void> {
  await login(staff.value!.username, password, otp);
  turn += 1;
  uncover();
  void look();
}

/** Nothing of this page stays, in memory neither; nobody is logged in after it. */
export async function changePerson(): Promise<void> {
  await api.delete("/api/v1/staff/sessions/current", { quiet: true }).catch(() => undefined);
  startAnew();
}

function startAnew(): void {
  leaving = true;
  location.replace("/console/login");
}

/** For the whole page, before anything else listens. */
export function watchPresence(): void {
  sayWhenUnattended(() => isAttended(touched, Date.now()));
  onLoggedOut(() => (staff.value ? cover() : undefined));
  onRefused(() => void look());
  onTold(() => void look());
  watch(() => staff.value?.id, (id) => {
    known = null;
    turn += 1;
    if (id) void look();
    else uncover();
  });
  window.setInterval(tick, TICK);
  const listen = { capture: true, passive: true };
  for (const event of ["keydown", "pointerdown", "wheel"]) window.addEventListener(event, touch, listen);
  for (const event of ["focus", "pageshow", "online"]) window.addEventListener(event, () => void look());
  document.addEventListener("visibilitychange", tick);
  // Keys of the page beneath do nothing: what is typed goes to the cover alone, which needs none of its own.
  window.addEventListener("keydown", (event) => why.value && event.stopImmediatePropagation(), { capture: true });
  window.addEventListener("beforeunload", (event) => leaving && event.stopImmediatePropagation(), { capture: true });
  window.addEventListener("pageshow", (event) => event.persisted && location.reload()); // out of the browser's memory by its back button
}
