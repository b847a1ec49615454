import assert from "node:assert/strict";
import { test } from "node:test";

import { drawnUp } from "../src/kiosk/tall.ts";

test("a long page moves up as far as it must, and no further than its title", () => {
  assert.deepEqual([0, 100, 900].map((room) => drawnUp(room, 440)), [0, 100, 440]);
});

test("a page that fits stays where it is", () => {
  assert.equal(drawnUp(-20, 440), 0);
});
