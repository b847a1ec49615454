/**
 * Serves the built mini-program and hands what belongs to the product on to it, so that a browser sees one origin.
 *
 * `tsx harness/server.ts --backend http://127.0.0.1:8000 [--port 0] [--build DIR]` prints its address on the first line.
 * The page /people lets one choose which demo person holds the phone.
 */

import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";

import { build } from "./build";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
const PASSED_ON = /^\/(api|verify|healthz)(\/|$)/;
const DOWN = { type: "about:blank", title: "没有启动", status: 502, detail: "后台没有启动。请在另一个终端里运行 make run。", instance: "" };

export interface Serving {
  backend: URL;
  folder: string;
  /** How long a browser may keep a file of the build. */
  keep: string;
  people: string;
}

/** Answers one request from the build, the list of people, or the product. */
export function answer(serving: Serving, request: http.IncomingMessage, reply: http.ServerResponse): void {
  const { pathname } = new URL(request.url ?? "/", "http://harness");
  if (PASSED_ON.test(pathname)) return passOn(serving.backend, request, reply);
  if (pathname === "/people") return void reply.writeHead(200, { "Content-Type": TYPES[".html"] }).end(serving.people);
  const file = built(serving.folder, pathname);
  if (file === undefined) return void reply.writeHead(404).end();
  reply.writeHead(200, { "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream", "Cache-Control": serving.keep });
  fs.createReadStream(file).pipe(reply);
}

/** A file of the build, never one outside of it. */
function built(folder: string, pathname: string): string | undefined {
  const file = path.join(folder, pathname === "/" ? "index.html" : path.normalize(decodeURIComponent(pathname)));
  return file.startsWith(folder + path.sep) && fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function passOn(backend: URL, request: http.IncomingMessage, reply: http.ServerResponse): void {
  const asked = http.request(
    { host: backend.hostname, port: backend.port, path: request.url, method: request.method, headers: { ...request.headers, host: backend.host } },
    (given) => {
      reply.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(reply);
    },
  );
  asked.on("error", () => {
    if (reply.headersSent) return void reply.destroy();
    reply.writeHead(502, { "Content-Type": "application/problem+json" }).end(JSON.stringify(DOWN));
  });
  request.on("aborted", () => asked.destroy());
  request.pipe(asked);
}

interface Person {
  name: string;
  code: string;
}

/** A page to choose a demo person from; `people` as `server.py demo-people --json` prints them. */
export function peoplePage(people: Person[]): string {
  const escape = (text: string) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
  const lines = people.map(({ name, code }) => {
    const person = code.replace(/^demo:/, "");
    return `<li><a href="/?person=${encodeURIComponent(person)}">${escape(name)}</a> <small>${escape(person)}</small></li>`;
  });
  return `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>谁拿着手机</title>
<style>body{font:17px/1.9 sans-serif;margin:24px;columns:2 280px}small{color:#555}</style><h1>谁拿着手机</h1><ul>${lines.join("")}</ul></html>`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { backend: { type: "string" }, port: { type: "string", default: "0" }, build: { type: "string" }, people: { type: "string" } },
  });
  const folder = path.resolve(values.build ?? path.join(__dirname, "../.build"));
  if (!values.build) await build(folder);
  const people = values.people ? (JSON.parse(fs.readFileSync(values.people, "utf8")) as { citizens: Person[] }).citizens : [];
  const keep = values.build ? "private, max-age=86400" : "no-store"; // one that was made before stays as it is
  const serving = { backend: new URL(values.backend ?? "http://127.0.0.1:8000"), folder, keep, people: peoplePage(people) };
  const server = http.createServer((request, reply) => answer(serving, request, reply));
  server.listen(Number(values.port), "127.0.0.1", () => {
    const { port } = server.address() as { port: number };
    console.log(`mini-program at http://127.0.0.1:${port}`);
  });
}

if (process.argv[1] === __filename) void main();
