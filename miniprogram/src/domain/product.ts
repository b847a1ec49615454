/** How the product is asked and what it refuses with, as every front end of it knows: types over its description, addresses, problems. */

import type { components } from "../../typings/api";

export type Method = "get" | "post" | "put" | "delete";

/** The paths of a description, as `openapi-typescript` writes them. */
type Described<Paths> = { [P in keyof Paths]: { [M in Method]?: unknown } };

/** Those that have the method. */
export type PathsWith<Paths extends Described<Paths>, M extends Method> = { [P in keyof Paths]: Paths[P][M] extends { responses: object } ? P : never }[keyof Paths];

type JsonOf<R> = R extends { content: { "application/json": infer T } } ? T : never;
type BodyOf<O> = O extends { requestBody: { content: { "application/json": infer B } } } ? B : undefined;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : never;

/** What an operation answers where it succeeds. */
export type SuccessOf<O> = O extends { responses: infer R } ? { [S in keyof R & (200 | 201 | 202)]: JsonOf<R[S]> }[keyof R & (200 | 201 | 202)] : never;

/** What an operation is asked with. */
export interface Given<O> {
  path?: Record<string, string>;
  query?: QueryOf<O>;
  body?: BodyOf<O>;
}

/** The address of a path: its names filled in, and what is asked of it; what is left open is not asked. */
export function addressOf(path: string, given: { path?: Record<string, string>; query?: unknown }): string {
  const names = given.path ?? {};
  const query = (given.query ?? {}) as Record<string, unknown>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ""));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return filled + (asked.length ? `?${asked.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&")}` : "");
}

/** What a refusal says, where it is one the product described; a proxy's page is none. */
export function refusalIn(data: unknown): components["schemas"]["Problem"] | undefined {
  const described = typeof data === "object" && data !== null && "detail" in data && "title" in data;
  return described ? (data as components["schemas"]["Problem"]) : undefined;
}
