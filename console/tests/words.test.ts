import assert from "node:assert/strict";
import { test } from "node:test";

import { saidHere } from "../src/kiosk/words.ts";

test("what is done with a phone is not said to whoever stands at a kiosk", () => {
  assert.equal(saidHere("白底、正面，宽358像素。用手机拍的，小程序会帮您裁好。"), "白底、正面，宽358像素。");
  assert.equal(saidHere("几秒钟拿到参保证明，手机上下载就能用。"), "几秒钟拿到参保证明。");
  assert.equal(saidHere("用手机拍的，会帮您裁好。"), "");
});

test("a question about a phone number is said as it stands", () => {
  assert.equal(saidHere("填收短信的手机号。"), "填收短信的手机号。");
});
