/** Answers that come after something else was asked: pages show the last, lists are not mixed, what is being filled in is not lost. */

import assert from "node:assert/strict";
import test from "node:test";

interface Asked {
  url: string;
  method: string;
  data?: { form: Record<string, unknown> };
  success(answer: { statusCode: number; data: unknown; header: Record<string, string> }): void;
}

const asked: Asked[] = [];
const toasts: string[] = [];

Object.assign(globalThis, {
  wx: {
    getAccountInfoSync: () => ({ miniProgram: { envVersion: "develop" } }),
    getStorageSync: (key: string) => (key === "token" ? "t" : ""),
    setStorageSync: () => undefined,
    showToast: ({ title }: { title: string }) => toasts.push(title),
    request: (given: Asked) => asked.push(given),
  },
});

import { Filling } from "../src/services/filling";
import { listData, listing } from "../src/services/listing";
import { load, loading, type Loading } from "../src/services/loading";
import { offlineProblem } from "../src/services/problem";

function held<T>(): { promise: Promise<T>; resolve: (found: T) => void; reject: (failure: Error) => void } {
  let resolve!: (found: T) => void;
  let reject!: (failure: Error) => void;
  const promise = new Promise<T>((done, failed) => ([resolve, reject] = [done, failed]));
  return { promise, resolve, reject };
}

/** A page as far as loading knows it; paths such as `rows[3]` go into its lists, as WeChat does it. */
function page<T extends object>(data: T): { data: T; setData(data: Record<string, unknown>): void } {
  return {
    data,
    setData(given) {
      for (const [path, value] of Object.entries(given)) {
        const [, list, at] = /^(\w+)\[(\d+)\]$/.exec(path) ?? [];
        if (list) (this.data as Record<string, unknown[]>)[list]![Number(at)] = value;
        else Object.assign(this.data, { [path]: value });
      }
    },
  };
}

async function quiet(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

test("what a page asked first does not stand under what it asked last", async () => {
  const search = page<Loading & { found: string }>({ ...loading(), found: "" });
  const [first, last] = [held<string>(), held<string>()];
  const shows = (answer: Promise<string>) => load(search, async () => {
    const found = await answer;
    return () => search.setData({ found });
  });
  const both = [shows(first.promise), shows(last.promise)];
  last.resolve("社保证明");
  await quiet();
  first.resolve("身份证");
  await Promise.all(both);
  assert.equal(search.data.found, "社保证明");
  assert.equal(search.data.phase, "ready");
});

test("a failure of what nobody asks for any more is not shown", async () => {
  const search = page<Loading & { found: string }>({ ...loading(), found: "" });
  const first = held<string>();
  const late = load(search, async () => void (await first.promise));
  await load(search, () => Promise.resolve(() => void search.setData({ found: "社保证明" })));
  first.reject(offlineProblem({ filled: false }));
  await late;
  assert.equal(search.data.phase, "ready");
  assert.equal(search.data.found, "社保证明");
});

test("reading on twice shows the next rows once, and not under a list that was read anew", async () => {
  const answers: ReturnType<typeof held<{ items: string[]; next: string | null }>>[] = [];
  const list = Object.assign(page(listData<{ name: string }>()), listing(() => (answers.push(held()), answers.at(-1)!.promise), (name: string) => ({ name })));
  const names = () => list.data.rows.map((each) => each.name).join("");
  const opened = list.open();
  answers[0]!.resolve({ items: ["a"], next: "2" });
  await opened;

  const twice = [list.more(), list.more()];
  answers[1]!.resolve({ items: ["b"], next: "3" });
  answers[2]!.resolve({ items: ["b"], next: "3" });
  await Promise.all(twice);
  assert.equal(names(), "ab");

  const [more, anew] = [list.more(), list.open()];
  answers[4]!.resolve({ items: ["c"], next: "3" });
  await anew;
  answers[3]!.resolve({ items: ["late"], next: null });
  await more;
  assert.equal(names(), "c");
  assert.deepEqual(toasts, []);
});

const FORM = { fields: [{ key: "street", label: "路名", type: "text" }], materials: [], on: "2026-11-23", applicant: "" };
const CASE = { id: "c1", version: 1, form: { street: "洛溪路" }, materials: [], state: { state: "draft" } };

/** Answers what was asked of an address, the oldest first. */
async function answered(method: string, ending: string, data: unknown): Promise<void> {
  const at = asked.findIndex((each) => each.method === method && each.url.endsWith(ending));
  assert.ok(at >= 0, `${method} ${ending} was not asked`);
  asked.splice(at, 1)[0]!.success({ statusCode: 200, data, header: {} });
  await quiet();
}

test("what is answered while the case is read stays, and is kept", async () => {
  const filling = new Filling(() => undefined);
  const first = filling.read("c1");
  await answered("GET", "/cases/c1", CASE);
  await answered("GET", "/form", FORM);
  await first;

  const again = filling.read("c1");
  filling.answer("street", "南郊路");
  assert.equal(filling.atRest, false, "nothing is read over an answer that is not kept yet");
  await answered("GET", "/cases/c1", CASE);
  await answered("GET", "/form", FORM);
  await again;
  assert.equal(filling.answers["street"], "南郊路");

  const saved = filling.save();
  await quiet();
  assert.deepEqual(asked.find((each) => each.method === "PUT")?.data?.form, { street: "南郊路" });
  await answered("PUT", "/cases/c1", { ...CASE, version: 2, form: { street: "南郊路" } });
  assert.equal(await saved, true);
});
