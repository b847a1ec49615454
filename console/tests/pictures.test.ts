import assert from "node:assert/strict";
import { test } from "node:test";

import { fitOf, laid } from "../src/domain/pictures.ts";

const ROOM = { width: 700, height: 500 };

test("of a large picture the whole width is seen, and turned it takes up what it takes up", () => {
  assert.deepEqual(laid({ width: 1400, height: 700 }, ROOM, 0, 1).box, { width: 700, height: 350 });
  const turned = laid({ width: 1800, height: 700 }, ROOM, 90, 1);
  assert.deepEqual(turned, { box: { width: 700, height: 1800 }, picture: { width: 1800, height: 700 } });
  assert.deepEqual(laid({ width: 1800, height: 700 }, ROOM, 270, 1), turned);
  assert.deepEqual(laid({ width: 1800, height: 700 }, ROOM, 180, 1).box, laid({ width: 1800, height: 700 }, ROOM, 0, 1).box);
});

test("a small one is seen whole, and what is wanted larger is larger in both ways", () => {
  assert.deepEqual(laid({ width: 100, height: 100 }, ROOM, 0, 1).box, { width: 500, height: 500 });
  assert.deepEqual(laid({ width: 100, height: 100 }, ROOM, 90, 1.25).box, { width: 625, height: 625 });
});

test("a picture of another size is cut, unless it is smaller than what is wanted or any size will do", () => {
  const wanted = { width: 358, height: 441 };
  assert.deepEqual([wanted, { width: 3000, height: 2000 }, { width: 3000, height: 440 }, { width: 357, height: 441 }].map((each) => fitOf(each, wanted)), ["as it is", "cut", "too small", "too small"]);
  assert.equal(fitOf({ width: 3000, height: 2000 }, { width: 0, height: 0 }), "as it is");
});
