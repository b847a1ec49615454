/** Lists go to a page in portions WeChat carries swiftly, and arrive whole. */

import assert from "node:assert/strict";
import test from "node:test";

import { showLines } from "../src/services/portions";

const LIMIT = 10 * 1024;

class Page {
  readonly calls: Record<string, unknown>[] = [];
  rows: unknown[] = [];
  setData(data: Record<string, unknown>): void {
    this.calls.push(data);
    for (const [name, value] of Object.entries(data)) {
      const place = /^rows\[(\d+)\]$/.exec(name)?.[1];
      if (place === undefined) this.rows = [...(value as unknown[])];
      else this.rows[Number(place)] = value;
    }
  }
}

const lines = (many: number, length: number): object[] => Array.from({ length: many }, (_, place) => ({ id: `evt_${place}`, body: "您".repeat(length) }));

test("a list of any length arrives whole, in calls of at most 10 KiB", () => {
  for (const [many, length] of [[0, 0], [1, 10], [20, 300], [50, 150], [200, 40]] as const) {
    const page = new Page();
    showLines(page, "rows", lines(many, length));
    assert.deepEqual(page.rows, lines(many, length));
    assert.ok(page.calls.every((call) => Buffer.byteLength(JSON.stringify(call)) <= LIMIT));
  }
});

test("one line larger than a portion goes alone", () => {
  const page = new Page();
  showLines(page, "rows", lines(3, 3000));
  assert.deepEqual([page.calls.length, page.rows.length], [3, 3]);
});

test("what stands there stays, and what is shown anew replaces all of it", () => {
  const page = new Page();
  showLines(page, "rows", lines(30, 300));
  showLines(page, "rows", lines(30, 300), 30);
  assert.deepEqual(page.rows, [...lines(30, 300), ...lines(30, 300)]);
  showLines(page, "rows", lines(2, 1));
  assert.deepEqual(page.rows, lines(2, 1));
});
