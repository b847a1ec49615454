/** Who is logged in, and the words and names the pages show. */

import { computed, reactive, ref } from "vue";

import type { components } from "../../typings/api";
import { notesOf } from "./noted";
import { api } from "./request";
import { leave } from "./standing";
import { tellOthers } from "./windows";

type Staff = components["schemas"]["StaffView"];
type Words = components["schemas"]["StaffWordsView"];
type Word = components["schemas"]["models__common_views__WordView"];

const state = reactive<{ staff: Staff | null; words: Words | null }>({ staff: null, words: null });

/** The page one asked for and has not; home says so, until one goes on. */
export const refused = ref("");

export const staff = computed(() => state.staff);
export const words = computed(() => state.words);

/** Whoever the cookie stands for; throws the `Problem` of nobody. */
export async function resume(): Promise<Staff> {
  return await entered(await api.get("/api/v1/staff/me"));
}

export async function login(username: string, password: string, otp: string): Promise<Staff> {
  const body = { username, password, bearer: false, ...(otp && { otp }) };
  const found = await entered((await api.post("/api/v1/staff/sessions", { body })).staff);
  tellOthers();
  return found;
}

/** What is known of one's account changed: a duty is done. */
export async function again(): Promise<Staff> {
  state.staff = await api.get("/api/v1/staff/me");
  return state.staff;
}

export async function logout(): Promise<void> {
  notesOf("");
  forget(); // at once, whatever comes of it
  await api.delete("/api/v1/staff/sessions/current").catch(() => undefined);
  tellOthers();
}

export function forget(): void {
  leave();
  state.staff = null;
}

async function entered(found: Staff): Promise<Staff> {
  state.words ??= await api.get("/api/v1/staff/words");
  state.staff = found;
  notesOf(found.id);
  return found;
}

/** A moment of today by the clock of the server, which is not always that of the browser: what a period on a page begins with. */
export function today(): Date {
  return state.words ? new Date(`${state.words.today}T12:00:00+08:00`) : new Date();
}

/** The words of a code, of one of the lists; the code itself where it is not in it. */
export function wordOf(list: Word[] | undefined, code: string | null | undefined): string {
  return list?.find((each) => each.code === code)?.label ?? code ?? "";
}
