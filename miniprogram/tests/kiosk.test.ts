/** What the code on a kiosk's screen asks, in words. */

import assert from "node:assert/strict";
import test from "node:test";

import { kioskPage } from "../src/domain/kiosk";

const ASKED = { kiosk_name: "1号自助终端", hall_name: "罗溪街道便民服务中心", item_name: "", until: "2026-11-23T10:02:00+08:00" };

test("where the kiosk stands is said, and not to agree to a code that somebody sent", () => {
  for (const kind of ["enter", "prove"] as const) {
    const page = kioskPage({ ...ASKED, kind });
    assert.equal(page.where, "罗溪街道便民服务中心 · 1号自助终端");
    assert.ok(page.says.join("").includes("别人发给您的码，请不要确认"));
    assert.equal(page.until, "上午10:02 前有效");
  }
});

test("an application that goes on is named", () => {
  assert.equal(kioskPage({ ...ASKED, kind: "carry", item_name: "社会保障卡申领" }).title, "接着填「社会保障卡申领」");
});
