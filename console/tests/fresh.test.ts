import assert from "node:assert/strict";
import { test } from "node:test";
import { nextTick, reactive } from "vue";

import { answerTo, type Hands } from "../src/domain/fresh.ts";
import { useFresh, type Fresh } from "../src/use/fresh.ts";

test("what is shown already, or awaited, is no news", () => {
  assert.equal(answerTo({ newest: 3, others: true, unsure: false }, 3, false, "empty"), "nothing");
  assert.equal(answerTo({ newest: 4, others: true, unsure: false }, 3, true, "empty"), "nothing");
});

test("the newest comes by itself unless notes or a sheet were meant for what is seen", () => {
  const answers = (others: boolean) => (["empty", "notes", "sheet"] as const).map((hands) => answerTo({ newest: 4, others, unsure: false }, 3, false, hands));
  assert.deepEqual(answers(true), ["show", "ask", "ask"]);
  assert.deepEqual(answers(false), ["show", "show", "ask"]); // notes outlast it, and it follows from the reader's own act
});

/** A page on version 3; what the server has is the version it shows next. */
function page() {
  const now = reactive({ shown: 3, server: 3, busy: false, hands: "empty" as Hands });
  let asked = 0;
  async function show(): Promise<void> {
    asked += 1;
    now.shown = now.server;
    fresh.looked();
  }
  const fresh: Fresh = useFresh({ shown: () => now.shown, busy: () => now.busy, hands: () => now.hands, show });
  const change = async (version: number, by: "you" | "system" | "others") => {
    now.server = version;
    fresh.hear({ version, by });
    await nextTick();
    await nextTick();
  };
  return { now, fresh, change, asked: () => asked };
}

test("what follows from one's own act is shown without a word", async () => {
  const { now, fresh, change, asked } = page();
  now.busy = true;
  await change(4, "you"); // before the answer of the act
  await change(5, "system");
  assert.equal(asked(), 0);
  now.shown = 4;
  fresh.acted();
  now.busy = false;
  await nextTick();
  await nextTick();
  assert.deepEqual([asked(), now.shown, fresh.renewed.value, fresh.stale.value], [1, 5, false, false]);
});

test("what somebody else did is shown and said, also where the product went on after it", async () => {
  const { now, fresh, change } = page();
  fresh.acted();
  await change(4, "others");
  assert.deepEqual([now.shown, fresh.renewed.value], [4, true]);
  await change(5, "system");
  assert.deepEqual([now.shown, fresh.renewed.value], [5, true]);
  fresh.acted();
  assert.equal(fresh.renewed.value, false);
});

test("with a sheet open it waits to be told to look, and comes by itself once the sheet is closed", async () => {
  const { now, fresh, change, asked } = page();
  now.hands = "sheet";
  await change(4, "others");
  assert.deepEqual([fresh.stale.value, asked()], [true, 0]);
  now.hands = "empty";
  await nextTick();
  await nextTick();
  assert.deepEqual([fresh.stale.value, now.shown, fresh.renewed.value], [false, 4, true]);
});

test("after a refusal the newest comes by itself, or is asked for beside notes until it was read", async () => {
  const { now, fresh, asked } = page();
  now.server = 4;
  fresh.doubt();
  await nextTick();
  await nextTick();
  assert.deepEqual([asked(), now.shown, fresh.stale.value], [1, 4, false]);
  now.hands = "notes";
  fresh.doubt();
  assert.equal(fresh.stale.value, true);
  fresh.looked(); // nothing newer was there
  assert.equal(fresh.stale.value, false);
});

test("another thing shown begins anew", async () => {
  const { now, fresh, change } = page();
  await change(4, "others");
  now.hands = "sheet";
  await change(5, "others");
  assert.deepEqual([fresh.renewed.value, fresh.stale.value], [true, true]);
  fresh.forget();
  assert.deepEqual([fresh.renewed.value, fresh.stale.value], [false, false]);
});

test("what cannot be read is not said to be shown", async () => {
  const now = reactive({ shown: 3 });
  const fresh = useFresh({ shown: () => now.shown, busy: () => false, hands: () => "empty", show: async () => undefined });
  fresh.hear({ version: 4, by: "others" });
  await nextTick();
  await nextTick();
  assert.equal(fresh.renewed.value, false);
});
