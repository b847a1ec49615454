/**
 * The only place that speaks to the product. Pages call `api.get("/api/v1/items/{id}", {path: {id}})` and get typed answers, or a `Problem`.
 *
 * - what needs a session gets one silently: nobody is logged in before it is needed, and a lost session is renewed, once;
 * - a POST carries an Idempotency-Key: the act's own (`newAct()`), kept until the act succeeded, however often it is tried;
 * - what failed on the way is tried again, with pauses, unless the phone itself says it is offline; what the server refused is not;
 * - an act that failed says what is certain: it never left the phone, or nobody knows, and trying it again does it once;
 * - what may be done for somebody else carries the grant one acts under (`acting`), and nothing else does;
 * - an answer with an ETag is kept while the mini-program runs, for whoever asked and whom they acted for: asked again it costs a 304,
 *   and it is there when the network is not.
 */

import type { paths } from "../../typings/api";
import { addressOf, type Given as Asked, type Method, type PathsWith as PathsIn, type SuccessOf } from "../domain/product";
import { grantFor, grantOver } from "./acting";
import { server } from "./config";
import { isOnline } from "./network";
import { doubtfulProblem, offlineProblem, Problem, problemOf, unsentProblem } from "./problem";
import { login, token } from "./session";

type PathsWith<M extends Method> = PathsIn<paths, M>;
/** What the product answers to a method on a path. */
export type Reply<M extends Method, P extends PathsWith<M>> = SuccessOf<paths[P][M]>;

interface Given<O> extends Asked<O> {
  /** The act this belongs to; without one every call is an act of its own. */
  act?: Act;
}

/** Something a person wants done once, however often it must be tried. */
export interface Act {
  readonly key: string;
}

export function newAct(): Act {
  const random = () => Math.random().toString(36).slice(2, 12);
  return { key: `${Date.now().toString(36)}-${random()}${random()}` };
}

/** The acts of a page: the same one however often the same thing is tried. */
export class Acts {
  private readonly known = new Map<string, Act>();

  /** `what`: everything that makes it another act, such as its subject, version and body. */
  of(...what: unknown[]): Act {
    const name = JSON.stringify(what);
    const act = this.known.get(name) ?? newAct();
    this.known.set(name, act);
    return act;
  }
}

interface Outgoing {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: object;
  headers: Record<string, string>;
  /** The grant under which it is asked; empty for oneself. */
  grant: string;
  /** Whether somebody wants it done, once, and must be told what is certain of it. */
  act: boolean;
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
      fail: () => reject(offlineProblem({ filled: method !== "GET" })),
    });
  });
}

function lowered(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Tries until there is an answer worth telling. Throws the Problem of no network. */
async function persistently(outgoing: Outgoing): Promise<Incoming> {
  let left = false;
  for (let attempt = 0; ; attempt += 1) {
    left ||= isOnline();
    try {
      const incoming = await transfer(outgoing);
      if (isLast(attempt) || !passes(incoming)) return incoming;
    } catch (problem) {
      if (isLast(attempt)) throw outgoing.act ? unfinished(left) : problem;
    }
    await pause(PAUSES[attempt]!);
  }
}

function isLast(attempt: number): boolean {
  return attempt >= PAUSES.length || !isOnline();
}

/** What is certain of an act that got no answer. `left`: whether it may have left the phone. */
function unfinished(left: boolean): Problem {
  return left ? doubtfulProblem() : unsentProblem();
}

/** Whether an answer speaks of a moment that passes, soon. */
function passes({ status, headers }: Incoming): boolean {
  return PASSING.has(status) && Number(headers["retry-after"] ?? 0) <= BRIEF;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function asAnybody(method: "POST", path: string, body: object): Promise<unknown> {
  const incoming = await persistently({ method, path, body, headers: {}, grant: "", act: false });
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

/** A server that broke over an act does not know, either, whether it was done. */
function broke({ act }: Outgoing, { status }: Incoming): boolean {
  return act && status >= 500 && status !== 503;
}

async function send(outgoing: Outgoing): Promise<unknown> {
  let incoming = await authorised(outgoing);
  if (incoming.status === 401) {
    await renewSession();
    incoming = await authorised(outgoing);
  }
  if (incoming.status === 304) return keptFor(outgoing)?.data;
  if (incoming.status >= 400) throw refusal(outgoing, incoming);
  const etag = incoming.headers["etag"];
  if (outgoing.method === "GET" && etag) kept.set(keyOf(outgoing), { etag, data: incoming.data });
  return incoming.data;
}

function authorised(outgoing: Outgoing): Promise<Incoming> {
  const known = token();
  const before = outgoing.method === "GET" ? keptFor(outgoing) : undefined;
  const headers = {
    ...outgoing.headers,
    ...(known && { Authorization: `Bearer ${known}` }),
    ...(outgoing.grant && { "Acting-Grant": outgoing.grant }),
    ...(before && { "If-None-Match": before.etag }),
  };
  return persistently({ ...outgoing, headers });
}

/** Whose answer it is: of the account, and of whom it was asked for. */
function keyOf({ path, grant }: Outgoing): string {
  return [token(), grant, path].join(" ");
}

/** What was kept for whoever asks, or what anybody was answered. */
function keptFor(outgoing: Outgoing): { etag: string; data: unknown } | undefined {
  return kept.get(keyOf(outgoing)) ?? kept.get(` ${outgoing.grant} ${outgoing.path}`);
}

/** A grant that holds no more is told to every page, and what was asked under it is not shown again. */
function refusal(outgoing: Outgoing, incoming: Incoming): Problem {
  const { grant } = outgoing;
  const problem = broke(outgoing, incoming) ? doubtfulProblem(incoming.status) : failure(incoming);
  if (grant && problem.grantOver) {
    for (const key of [...kept.keys()].filter((each) => each.split(" ")[1] === grant)) kept.delete(key);
    grantOver(grant, problem.message);
  }
  return problem;
}

/** Whether a guide was opened since the start: it can be read without a network, too. */
export function guideKept(): boolean {
  return [...kept.keys()].some((key) => /\/items\/[^/?]+(\?|$)/.test(key));
}

/** Forgets every kept answer: whoever logs in next must not find what was another's. */
export function forgetAnswers(): void {
  kept.clear();
}

async function read(outgoing: Outgoing): Promise<unknown> {
  try {
    return await send(outgoing);
  } catch (problem) {
    const before = keptFor(outgoing);
    if (before && problem instanceof Problem && problem.offline) return before.data;
    throw problem;
  }
}

function call<M extends Method>(method: M) {
  return async <P extends PathsWith<M>>(path: P, given: Given<paths[P][M]> = {}): Promise<Reply<M, P>> => {
    const address = addressOf(path, given);
    const name = method.toUpperCase() as Outgoing["method"];
    const asked = { method: name, path: address, headers: headersOf(method, given), grant: grantFor(name, address), act: method === "post" && given.act !== undefined };
    if (name === "GET") return (await read(asked)) as Reply<M, P>;
    return (await send({ ...asked, body: (given.body ?? {}) as object })) as Reply<M, P>;
  };
}

function headersOf(method: Method, { act }: { act?: Act }): Record<string, string> {
  return method === "post" ? { "Idempotency-Key": (act ?? newAct()).key } : {};
}

export const api = { get: call("get"), post: call("post"), put: call("put"), delete: call("delete") };
