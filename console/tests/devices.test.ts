import assert from "node:assert/strict";
import { test } from "node:test";

import { deviceName } from "../src/domain/devices";

test("a log-in is told by machine and browser as people call them", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0";
  assert.equal(deviceName(edge), "Windows 电脑 · Edge 浏览器");
  const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
  assert.equal(deviceName(chrome), "Linux 电脑 · Chrome 浏览器");
  assert.equal(deviceName("Mozilla/5.0 (Linux; Android 15; Pixel) Chrome/142.0 Mobile MicroMessenger/8.0"), "安卓手机 · 微信");
});

test("a program is told by its name, and one that says nothing is told so", () => {
  assert.equal(deviceName("Python-urllib/3.11"), "程序（Python-urllib）");
  assert.equal(deviceName("Python/3.11 aiohttp/3.13.5 and much more of it"), "程序（Python）");
  assert.equal(deviceName(""), "没有说明的设备");
});
