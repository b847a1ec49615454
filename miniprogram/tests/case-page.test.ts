/** What the page of a case makes of the server's answer. */

import assert from "node:assert/strict";
import test from "node:test";

import { lacking } from "../src/domain/case-page";

type Given = Parameters<typeof lacking>[0]["materials"][number];

const material = (key: string, given: Partial<Given> = {}): Given => ({ key, need: { code: "required", label: "必须提供" }, files: [], licence: null, asked: null, exempt: "", committed: "", later: null, ...given }) as Given;
const file = { material: "mat_1" } as Given["files"][number];
const SENT_BACK = { slips: [{ number: "1", from: "", told: "", due: "", mends: [{ where: "materials", key: "photo", name: "照片", told: "" }] }] };

test("what a mended case needs besides is what nothing stands for and nobody sent back", () => {
  const materials = [material("photo"), material("agent_card"), material("resident_card", { files: [file] }), material("letter", { committed: "x" }), material("extra", { need: { code: "optional", label: "可以不交" } })];
  assert.deepEqual(lacking({ materials }, SENT_BACK), ["agent_card"]);
});

test("what was promised for later is not asked now", () => {
  const promised = { later: { promised_at: "2026-11-24T10:00:00+08:00" } as Given["later"] };
  assert.deepEqual(lacking({ materials: [material("map", promised)] }, { slips: [] }), []);
});
