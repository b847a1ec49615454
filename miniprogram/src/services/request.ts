/**
 * The only place that speaks to the product. Pages call `api.get("/api/v1/items/{id}", {path: {id}})` and get typed answers, or a `Problem`.
 *
 * - what needs a session gets one silently: nobody is logged in before it is needed, and a lost session is renewed, once;
 * - a POST carries an Idempotency-Key: the act's own (`newAct()`), kept until the act succeeded, however often it is tried;
 * - what failed on the way is tried again, with pauses, unless the phone itself says it is offline; what the server refused is not;
 * - an answer with an ETag is kept while the mini-program runs: asked again it costs a 304, and it is there when the network is not.
 */

import type { paths } from "../../typings/api";
import { server } from "./config";
import { isOnline } from "./network";
import { offlineProblem, Problem, problemOf } from "./problem";
import { login, token } from "./session";

type Method = "get" | "post" | "put" | "delete";
type PathsWith<M extends Method> = { [P in keyof paths]: paths[P][M] extends { responses: object } ? P : never }[keyof paths];
type JsonOf<R> = R extends { content: { "application/json": infer T } } ? T : never;
type Successes<O> = O extends { responses: infer R } ? { [S in keyof R & (200 | 201 | 202)]: JsonOf<R[S]> }[keyof R & (200 | 201 | 202)] : never;
type BodyOf<O> = O extends { requestBody: { content: { "application/json": infer B } } } ? B : undefined;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : never;

/** What the product answers to a method on a path. */
export type Reply<M extends Method, P extends PathsWith<M>> = Successes<paths[P][M]>;

interface Given<O> {
  path?: Record<string, string>;
  query?: QueryOf<O>;
  body?: BodyOf<O>;
  /** The act this belongs to; without one every call is an act of its own. */
  act?: Act;
  /** The grant under which one acts for somebody else. */
  acting?: string;
}

/** Something a person wants done once, however often it must be tried. */
export interface Act {
  readonly key: string;
}

export function newAct(): Act {
  const random = () => Math.random().toString(36).slice(2, 12);
  return { key: `${Date.now().toString(36)}-${random()}${random()}` };
}

interface Outgoing {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: object;
  headers: Record<string, string>;
}

interface Incoming {
  status: number;
  data: unknown;
  headers: Record<string, string>;
}

const PAUSES = [400, 1200, 3000];
const BRIEF = 5;
const PASSING = new Set([429, 502, 503, 504]);
const kept = new Map<string, { etag: string; data: unknown }>();

function transfer({ method, path, body, headers }: Outgoing): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    wx.request({
      url: server() + path,
      method,
      header: headers,
      timeout: 20_000,
      ...(body && { data: body }),
      success: (answer) => resolve({ status: answer.statusCode, data: answer.data, headers: lowered(answer.header) }),
      fail: () => reject(offlineProblem()),
    });
  });
}

function lowered(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Tries until there is an answer worth telling. Throws the Problem of no network. */
async function persistently(outgoing: Outgoing): Promise<Incoming> {
  for (let attempt = 0; ; attempt += 1) {
    const last = attempt >= PAUSES.length || !isOnline();
    try {
      const incoming = await transfer(outgoing);
      if (last || !passes(incoming)) return incoming;
    } catch (problem) {
      if (last) throw problem;
    }
    await pause(PAUSES[attempt]!);
  }
}

/** Whether an answer speaks of a moment that passes, soon. */
function passes({ status, headers }: Incoming): boolean {
  return PASSING.has(status) && Number(headers["retry-after"] ?? 0) <= BRIEF;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function asAnybody(method: "POST", path: string, body: object): Promise<unknown> {
  const incoming = await persistently({ method, path, body, headers: {} });
  if (incoming.status >= 400) throw failure(incoming);
  return incoming.data;
}

/** A session again, where the product said that the last one is over. */
export function renewSession(): Promise<void> {
  return login(asAnybody);
}

function failure({ status, data, headers }: Incoming): Problem {
  return problemOf(status, data, Number(headers["retry-after"] ?? 0));
}

async function send(outgoing: Outgoing): Promise<unknown> {
  let incoming = await authorised(outgoing);
  if (incoming.status === 401) {
    await renewSession();
    incoming = await authorised(outgoing);
  }
  if (incoming.status === 304) return kept.get(outgoing.path)?.data;
  if (incoming.status >= 400) throw failure(incoming);
  keep(outgoing, incoming);
  return incoming.data;
}

function authorised(outgoing: Outgoing): Promise<Incoming> {
  const known = token();
  return persistently(known ? { ...outgoing, headers: { ...outgoing.headers, Authorization: `Bearer ${known}` } } : outgoing);
}

function keep({ method, path }: Outgoing, { data, headers }: Incoming): void {
  const etag = headers["etag"];
  if (method === "GET" && etag) kept.set(path, { etag, data });
}

/** Forgets every kept answer: whoever logs in next must not find what was another's. */
export function forgetAnswers(): void {
  kept.clear();
}

async function read(path: string, headers: Record<string, string>): Promise<unknown> {
  const before = kept.get(path);
  if (before) headers["If-None-Match"] = before.etag;
  try {
    return await send({ method: "GET", path, headers });
  } catch (problem) {
    if (before && problem instanceof Problem && problem.offline) return before.data;
    throw problem;
  }
}

function call<M extends Method>(method: M) {
  return async <P extends PathsWith<M>>(path: P, given: Given<paths[P][M]> = {}): Promise<Reply<M, P>> => {
    const address = addressOf(path, given);
    const headers = headersOf(method, given);
    if (method === "get") return (await read(address, headers)) as Reply<M, P>;
    const name = method.toUpperCase() as Outgoing["method"];
    return (await send({ method: name, path: address, body: (given.body ?? {}) as object, headers })) as Reply<M, P>;
  };
}

function headersOf(method: Method, { act, acting }: { act?: Act; acting?: string }): Record<string, string> {
  return { ...(acting && { "Acting-Grant": acting }), ...(method === "post" && { "Idempotency-Key": (act ?? newAct()).key }) };
}

function addressOf(path: string, given: { path?: Record<string, string>; query?: unknown }): string {
  const names = given.path ?? {};
  const query = (given.query ?? {}) as Record<string, unknown>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ""));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return filled + (asked.length ? `?${asked.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&")}` : "");
}

export const api = { get: call("get"), post: call("post"), put: call("put"), delete: call("delete") };
