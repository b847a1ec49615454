import assert from "node:assert/strict";
import { test } from "node:test";

import { isAttended, isOver, isToLook, knownOf, saidOver, saidSoon } from "../src/domain/ending";

const MINUTE = 60_000;
const known = knownOf({ ends_in: 1800, lasts: 40_000 }, 0);
const lastOne = knownOf({ ends_in: 600, lasts: 600 }, 0);

test("a session is asked about once a minute, and at each tick when it ends soon", () => {
  assert.deepEqual([known.ends, known.last, lastOne.last], [30 * MINUTE, false, true]);
  assert.equal(isToLook(known, MINUTE - 1), false);
  assert.equal(isToLook(known, MINUTE), true);
  assert.equal(isToLook({ ...known, looked: 28 * MINUTE }, 28 * MINUTE + 20_000), true);
});

test("it is said three minutes before, by the minute, and why", () => {
  assert.equal(saidSoon(known, 26 * MINUTE), "");
  assert.match(saidSoon(known, 27 * MINUTE), /^很久没有操作，3 分钟后要重新登录/);
  assert.match(saidSoon(known, 29 * MINUTE + 1000), /，1 分钟后/);
  assert.match(saidSoon(lastOne, 8 * MINUTE), /^这次登录快满 12 小时，2 分钟后/);
  assert.equal(saidSoon(known, 30 * MINUTE), "");
});

test("a page that slept past the end is over without asking anybody", () => {
  assert.equal(isOver(known, 30 * MINUTE - 1), false);
  assert.equal(isOver(known, 9 * 60 * MINUTE), true);
});

test("why it is over is what is known of it", () => {
  assert.match(saidOver(known, 31 * MINUTE), /^很久没有操作/);
  assert.match(saidOver(lastOne, 10 * MINUTE), /满了 12 小时/);
  assert.match(saidOver(known, MINUTE), /别处退出|管理员/);
  assert.match(saidOver(null, MINUTE), /别处退出|管理员/);
});

test("what was pressed since the last look counts at the next one", () => {
  assert.equal(isAttended(0, MINUTE + 20_000), true);
  assert.equal(isAttended(0, 2 * MINUTE), false);
});
