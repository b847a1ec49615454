import assert from "node:assert/strict";
import { test } from "node:test";
import { nextTick, ref } from "vue";

import { useMonthly } from "../src/use/monthly.ts";

test("the figures of one month never stand under another", async () => {
  const month = ref("2026-10");
  const answers: Record<string, (count: number) => void> = {};
  const { found, loading } = useMonthly(month, ({ from }) => new Promise<number>((done) => (answers[from] = done)));
  answers["2026-10-01"]!(10);
  await nextTick();
  assert.equal(found.value, 10);

  month.value = "2026-11";
  await nextTick();
  assert.equal(found.value, null);
  month.value = "2026-12";
  await nextTick();
  answers["2026-12-01"]!(12);
  await nextTick();
  answers["2026-11-01"]!(11);
  await nextTick();
  assert.equal(found.value, 12);
  assert.equal(loading.value, false);
});

test("what is no month asks nothing, and what was asked before does not come any more", async () => {
  const month = ref("2026-10");
  let tell!: (count: number) => void;
  const { found, fault } = useMonthly(month, () => new Promise<number>((done) => (tell = done)));
  month.value = "";
  await nextTick();
  tell(10);
  await nextTick();
  assert.equal(found.value, null);
  assert.match(fault.value, /请选一个月份/);
});
