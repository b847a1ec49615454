import assert from "node:assert/strict";
import { test } from "node:test";
import { reactive } from "vue";

import { usePreview } from "../src/use/preview.ts";

test("what is told of a choice that was changed meanwhile is not shown", async () => {
  const wish = reactive({ day: "2026-11-28" });
  const { preview, foresee } = usePreview<string>(() => wish);
  let tell!: (places: string) => void;
  const asked = foresee(() => new Promise((done) => (tell = done)));
  wish.day = "2026-11-29";
  tell("28: 6 places");
  await asked;
  assert.equal(preview.value, null);
});

test("a preview is gone as soon as anything of the choice changes", async () => {
  const wish = reactive({ day: "2026-11-28", counters: ["a"] });
  const { preview, foresee } = usePreview<string>(() => wish);
  await foresee(() => Promise.resolve("6 places"));
  assert.equal(preview.value, "6 places");
  wish.counters.push("b");
  assert.equal(preview.value, null);
});
