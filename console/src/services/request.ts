/**
 * The only place that speaks to the product. `api.get("/api/v1/staff/cases/{id}", { path: { id } })` gives the typed answer or throws a
 * `Problem`. The session lives in a cookie no script can read; the server refuses what does not come from its own pages. A POST carries
 * an Idempotency-Key, the act's own, so that pressing twice, or once more after a lost answer, does it once.
 */

import { addressOf, type Given as Asked, type Method, type PathsWith as PathsIn, type SuccessOf } from "../../../miniprogram/src/domain/product";
import type { paths } from "../../typings/api";
import { interrupted, problemOf, unreachable } from "./problem";

type PathsWith<M extends Method> = PathsIn<paths, M>;
export type Reply<M extends Method, P extends PathsWith<M>> = SuccessOf<paths[P][M]>;

interface Given<O> extends Asked<O> {
  /** The act this belongs to; without one every call is an act of its own. */
  key?: string;
  /** Whom one writes down for (代录): they stand here and were attested. */
  person?: string;
  /** It is about the session itself: that it has ended is the answer, and whoever asks says what follows. */
  quiet?: boolean;
}

const LIMIT = 30_000; // milliseconds
let client = "";
let grant = "";
let attended = (): boolean => true;
let whenLoggedOut: () => Promise<void> | undefined | void = () => undefined;

/** What to do when the session has ended. Where whoever it was may come back, it gives when that is: what was only being read waits for it. */
export function onLoggedOut(then: () => Promise<void> | undefined | void): void {
  whenLoggedOut = then;
}

/** Whether somebody is at the page: what it asks for by itself while nobody is keeps no session. */
export function sayWhenUnattended(test: () => boolean): void {
  attended = test;
}

/** Names the page that asks, where its cookies are not those of the console. */
export function asClient(name: string): void {
  client = name;
}

/** From now on everything is asked under this grant; none: for oneself. Gives the one of before. */
export function actUnder(id: string): string {
  const before = grant;
  grant = id;
  return before;
}

export function newKey(): string {
  return crypto.randomUUID();
}

async function transfer(url: string, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, ...(client && { "Yici-Client": client }), ...(grant && { "Acting-Grant": grant }), ...(!attended() && { "Yici-Unattended": "1" }) };
  try {
    return await fetch(url, { ...init, headers: headers as HeadersInit, credentials: "same-origin", signal: AbortSignal.timeout(LIMIT) });
  } catch {
    throw unreachable();
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  return await response.json().catch(() => undefined);
}

async function sent(url: string, init: RequestInit, quiet = false): Promise<Response> {
  const response = await transfer(url, init);
  if (response.ok) return response;
  const problem = problemOf(response.status, await bodyOf(response));
  const back = problem.loggedOut && !quiet && !url.endsWith("/sessions") ? whenLoggedOut() : undefined;
  if (!back) throw problem;
  if (init.method !== "GET") throw interrupted(); // an act is sent again by whoever wants it, not by itself
  await back;
  return await sent(url, init);
}

function call<M extends Method>(method: M) {
  return async <P extends PathsWith<M>>(path: P, given: Given<paths[P][M]> = {}): Promise<Reply<M, P>> => {
    const init: RequestInit = { method: method.toUpperCase(), headers: forWhom(given.person) };
    if (method === "post") (init.headers as Record<string, string>)["Idempotency-Key"] = given.key ?? newKey();
    if (method === "post" || method === "put") {
      init.body = JSON.stringify(given.body ?? {});
      (init.headers as Record<string, string>)["Content-Type"] = "application/json";
    }
    return (await bodyOf(await sent(addressOf(path as string, given), init, given.quiet))) as Reply<M, P>;
  };
}

export const api = { get: call("get"), post: call("post"), put: call("put"), delete: call("delete") };

function forWhom(person: string | undefined): Record<string, string> {
  return person ? { "Attested-Person": person } : {};
}

/** A file as the product hands it out; the look is logged there. `person`: see `Given`. */
export async function file(url: string, person?: string): Promise<Blob> {
  return await (await sent(url, { method: "GET", headers: forWhom(person) })).blob();
}

/** The same, where the product asks first whom it is shown to. */
export async function fileFor(url: string, body: object): Promise<Blob> {
  const headers = { "Idempotency-Key": newKey(), "Content-Type": "application/json" };
  return await (await sent(url, { method: "POST", body: JSON.stringify(body), headers })).blob();
}

/** Sends a file to where the product keeps it. `person`: see `Given`. */
export async function upload<T>(url: string, chosen: File, key: string, person?: string): Promise<T> {
  const headers = { ...forWhom(person), "Idempotency-Key": key, "Content-Type": chosen.type || "application/octet-stream", "X-Filename": encodeURIComponent(chosen.name) };
  return (await bodyOf(await sent(url, { method: "POST", body: chosen, headers }))) as T;
}

/** One act on a case; what each needs stands in `domain/acts`. */
export async function act<T>(url: string, body: object, key: string): Promise<T> {
  const headers = { "Idempotency-Key": key, "Content-Type": "application/json" };
  return (await bodyOf(await sent(url, { method: "POST", body: JSON.stringify(body), headers }))) as T;
}

