/** services/request on a `wx` that answers as it is told: sessions, keys, retries, kept answers, words for failures. */

import assert from "node:assert/strict";
import test, { beforeEach, mock } from "node:test";

interface Asked {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: unknown;
  success(answer: { statusCode: number; data: unknown; header: Record<string, string> }): void;
  fail(): void;
}
type Reply = { status: number; data?: unknown; header?: Record<string, string> } | "no network";

const storage = new Map<string, unknown>();
let asked: Asked[] = [];
let replies: Reply[] = [];

Object.assign(globalThis, {
  wx: {
    getAccountInfoSync: () => ({ miniProgram: { envVersion: "develop" } }),
    getStorageSync: (key: string) => storage.get(key) ?? "",
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    login: () => Promise.resolve({ code: "demo:li-min" }),
    request(given: Asked) {
      asked.push(given);
      const reply = replies.shift();
      assert.ok(reply, `nobody expected ${given.method} ${given.url}`);
      if (reply === "no network") return queueMicrotask(() => given.fail());
      queueMicrotask(() => given.success({ statusCode: reply.status, data: reply.data ?? {}, header: reply.header ?? {} }));
    },
  },
});

import { actFor, actForSelf, grantFor, watchActing } from "../src/services/acting";
import { Acts, api, forgetAnswers, newAct } from "../src/services/request";
import { Problem } from "../src/services/problem";

const SESSION: Reply = { status: 201, data: { token: "fresh", citizen: {} } };
const PROBLEM = { type: "/problems/invalid", title: "请检查", status: 422, detail: "手机号不对。", instance: "req_1", errors: [{ pointer: "/phone", detail: "手机号是11位。" }] };

beforeEach(() => {
  storage.clear();
  forgetAnswers();
  actForSelf();
  asked = [];
  replies = [];
  mock.timers.reset();
});

/** Lets every pause pass at once. */
function hurry(): void {
  mock.method(globalThis, "setTimeout", (work: () => void) => queueMicrotask(work));
}

async function problemOf(run: Promise<unknown>): Promise<Problem> {
  try {
    await run;
  } catch (failure) {
    assert.ok(failure instanceof Problem);
    return failure;
  }
  return assert.fail("it succeeded");
}

test("what needs no session asks for none", async () => {
  replies = [{ status: 200, data: { items: [] } }];
  await api.get("/api/v1/items", { query: { q: "身份证 丢了", theme: null } });
  assert.equal(asked[0]!.url, "http://127.0.0.1:8000/api/v1/items?q=%E8%BA%AB%E4%BB%BD%E8%AF%81%20%E4%B8%A2%E4%BA%86");
  assert.equal(asked[0]!.header["Authorization"], undefined);
});

test("a lost session is renewed silently, once, and the request repeated", async () => {
  storage.set("token", "old");
  replies = [{ status: 401 }, SESSION, { status: 200, data: { level: 1 } }];
  assert.deepEqual(await api.get("/api/v1/me"), { level: 1 });
  assert.deepEqual(asked.map((each) => each.header["Authorization"]), ["Bearer old", undefined, "Bearer fresh"]);
  replies = [{ status: 401 }, SESSION, { status: 401, data: { title: "请登录", detail: "登录已失效。" } }];
  assert.equal((await problemOf(api.get("/api/v1/me"))).status, 401);
});

test("many requests at once log in once", async () => {
  replies = [{ status: 401 }, { status: 401 }, SESSION, { status: 200 }, { status: 200 }];
  await Promise.all([api.get("/api/v1/me"), api.get("/api/v1/cases")]);
  assert.equal(asked.filter((each) => each.url.endsWith("/sessions")).length, 1);
});

test("an act keeps its key through failures and tries; another act has another", async () => {
  hurry();
  storage.set("token", "known");
  const act = newAct();
  replies = ["no network", { status: 503 }, { status: 422, data: PROBLEM }, { status: 201, data: {} }, { status: 201, data: {} }];
  const send = (mine = act) => api.post("/api/v1/items/{id}/advice-slips", { path: { id: "longevity" }, body: {}, act: mine });
  await problemOf(send());
  await send();
  await send(newAct());
  const keys = asked.map((each) => each.header["Idempotency-Key"]);
  assert.deepEqual(new Set(keys.slice(0, 4)), new Set([act.key]));
  assert.notEqual(keys[4], act.key);
});

test("what fails on the way is tried four times, then told", async () => {
  hurry();
  replies = ["no network", "no network", "no network", "no network"];
  const problem = await problemOf(api.get("/api/v1/themes"));
  assert.ok(problem.offline);
  assert.match(problem.message, /再试一次/);
  assert.equal(asked.length, 4);
});

test("of an act that got no answer nobody knows whether it was done, and that is said", async () => {
  hurry();
  storage.set("token", "known");
  const send = () => api.post("/api/v1/items/{id}/advice-slips", { path: { id: "longevity" }, body: {}, act: newAct() });
  replies = ["no network", "no network", "no network", "no network", { status: 500, data: PROBLEM }, { status: 503, data: PROBLEM, header: { "Retry-After": "60" } }];
  const lost = await problemOf(send());
  assert.ok(lost.offline);
  assert.match(lost.message, /网断了，还不知道刚才这一步办成了没有/);
  assert.match((await problemOf(send())).message, /系统出了点问题，还不知道/);
  assert.equal((await problemOf(send())).message, "手机号不对。", "whoever is busy did nothing, and says so");
});

test("what is tried again on a page is the same act, and another thing is another", () => {
  const acts = new Acts();
  const first = acts.of("cancel", "visit_1", 3);
  assert.equal(acts.of("cancel", "visit_1", 3), first);
  assert.notEqual(acts.of("cancel", "visit_1", 4), first);
});

test("a limit that ends soon is waited for; one that does not is told with its time", async () => {
  hurry();
  const wait = (seconds: string): Reply => ({ status: 429, header: { "Retry-After": seconds }, data: { title: "太频繁", detail: "请过一会儿再试。" } });
  replies = [wait("2"), { status: 200, data: { items: [] } }, wait("60")];
  await api.get("/api/v1/themes");
  const problem = await problemOf(api.get("/api/v1/themes"));
  assert.equal(problem.retryAfter, 60);
  assert.equal(asked.length, 3);
});

test("what the server refused is not tried again, and is told by field", async () => {
  replies = [{ status: 422, data: PROBLEM }];
  const problem = await problemOf(api.post("/api/v1/sms-codes", { body: { phone: "1" } }));
  assert.deepEqual(problem.errors, { "/phone": "手机号是11位。" });
  assert.equal(problem.message, "手机号不对。");
});

test("a server that answers no problem in words is told in ours", async () => {
  replies = [{ status: 500, data: "<h1>oops</h1>" }];
  assert.match((await problemOf(api.get("/api/v1/themes"))).message, /12345/);
});

test("a kept answer costs a 304, and is there without a network", async () => {
  hurry();
  const guide = { code: "longevity" };
  replies = [{ status: 200, data: guide, header: { ETag: '"one"' } }, { status: 304 }, "no network", "no network", "no network", "no network"];
  const read = () => api.get("/api/v1/items/{id}", { path: { id: "longevity" } });
  for (let time = 0; time < 3; time += 1) assert.deepEqual(await read(), guide);
  assert.deepEqual(asked.slice(0, 3).map((each) => each.header["If-None-Match"]), [undefined, '"one"', '"one"']);
  forgetAnswers();
  replies = ["no network", "no network", "no network", "no network"];
  assert.ok((await problemOf(read())).offline);
});

const MOTHER = { grant: "grant_1", name: "王*芳", items: ["longevity"] };

test("what may be done for somebody else names the grant one acts under, and nothing else does", async () => {
  replies = Array.from({ length: 4 }, (): Reply => ({ status: 200, data: { items: [] } }));
  actFor(MOTHER);
  await api.get("/api/v1/cases", { query: { cursor: "x" } });
  await api.get("/api/v1/me");
  await api.post("/api/v1/cases/{id}/urge", { path: { id: "case_1" }, body: { version: 1 } });
  actForSelf();
  await api.get("/api/v1/cases");
  assert.deepEqual(asked.map((each) => each.header["Acting-Grant"]), ["grant_1", undefined, "grant_1", undefined]);
});

test("an answer kept for one is not shown to another, nor of one's own where one acts", async () => {
  hurry();
  const offline: Reply[] = ["no network", "no network", "no network", "no network"];
  const read = () => api.get("/api/v1/cases");
  storage.set("token", "hers");
  replies = [{ status: 200, data: { items: ["own"] }, header: { ETag: '"own"' } }, ...offline];
  await read();
  actFor(MOTHER);
  assert.ok((await problemOf(read())).offline);
  replies = [{ status: 200, data: { items: ["mother's"] }, header: { ETag: '"hers"' } }];
  await read();
  actForSelf();
  storage.set("token", "another's");
  replies = [...offline];
  assert.ok((await problemOf(read())).offline);
  storage.set("token", "hers");
  replies = [{ status: 304 }];
  assert.deepEqual(await read(), { items: ["own"] });
  assert.deepEqual(asked.map((each) => each.header["If-None-Match"]).filter(Boolean), ['"own"']);
});

test("a grant that holds no more is told on every page, and what was asked under it is not shown again", async () => {
  hurry();
  const told: (string | undefined)[] = [];
  const leave = watchActing((now) => told.push(now?.over));
  actFor(MOTHER);
  const read = () => api.get("/api/v1/cases");
  const over = { type: "/problems/grant_over", title: "这份授权现在不能用", status: 403, detail: "这份授权已经撤销。" };
  replies = [{ status: 200, data: { items: [] }, header: { ETag: '"one"' } }, { status: 403, data: over }, "no network", "no network", "no network", "no network"];
  await read();
  assert.equal((await problemOf(read())).message, "这份授权已经撤销。");
  assert.ok((await problemOf(read())).offline);
  actForSelf();
  leave();
  assert.deepEqual(told, ["", "这份授权已经撤销。", undefined]);
});

test("no path of one's own is taken for one that may be asked under a grant", () => {
  const own = ["GET /api/v1/me", "GET /api/v1/grants", "POST /api/v1/grants", "GET /api/v1/notices", "DELETE /api/v1/me", "POST /api/v1/cases/case_1/shares", "GET /api/v1/certificates/cert_1/shares"];
  actFor(MOTHER);
  assert.deepEqual(own.map((each) => grantFor(...(each.split(" ") as [string, string]))), own.map(() => ""));
  assert.equal(grantFor("post", "/api/v1/materials?item=longevity"), "grant_1");
});
