/** The build of the harness: what it refuses, and what it makes of styles. */

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";

import { compileModules } from "../harness/build/modules";
import { Project } from "../harness/build/project";
import { compileStyles } from "../harness/build/styles";
import { compileTemplates } from "../harness/build/templates";
import { peoplePage } from "../harness/server";

const PAGE = { "app.json": '{"pages": ["home"]}', "app.ts": "App({});", "home.wxml": "<view/>", "home.json": "{}", "home.ts": "Page({});" };

function written(files: Record<string, string>): Project {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "mini-program-"));
  for (const [name, text] of Object.entries({ ...PAGE, ...files })) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  return new Project(root);
}

test("a page or a component that does not exist is refused by name", () => {
  assert.throws(() => written({ "app.json": '{"pages": ["home", "lost"]}' }), /lost\.wxml/);
  assert.throws(() => written({ "home.json": '{"usingComponents": {"card": "/card"}}' }), /card\.wxml/);
  assert.throws(() => written({ "home.json": '{"usingComponents": {"card": "/card"}}', "card.wxml": "", "card.json": "{}" }), /"component": true/);
});

test("a fault in a template is told with its line", () => {
  assert.throws(() => compileTemplates(written({ "home.wxml": "<view>\n  <text wx:else>a</text>\n</view>" })), /home\.wxml:2:/);
});

test("a module that is not there is refused with who wants it", async () => {
  await assert.rejects(compileModules(written({ "home.ts": 'import "./gone";' }), "/nowhere"), /home\.ts imports \.\/gone/);
  await assert.rejects(compileModules(written({ "home.ts": 'import "left-pad";' }), "/nowhere"), /no dependency/);
  await assert.rejects(compileModules(written({ "home.json": '{"usingComponents": {"card": "/card"}}', "card.json": '{"component": true}', "card.wxml": "" }), "/nowhere"), /card\.ts is named/);
});

test("of the modules only those are taken that something reaches, each by its path", async () => {
  const files = { "home.ts": 'import { one } from "./lib"; Page({ one });', "lib/index.ts": "export const one = 1;", "alone.ts": "export {};", "kinds.d.ts": "export type Kind = 1;" };
  const modules = await compileModules(written(files), "/nowhere");
  assert.deepEqual(Object.keys(modules).sort(), ["app", "home", "lib/index"]);
  assert.match(modules["home"]!, /require\("lib\/index"\)/);
});

test("a module with a fault in it is told with its line", async () => {
  await assert.rejects(compileModules(written({ "home.ts": "Page({});\nconst;" }), "/nowhere"), /home\.ts:2/);
});

test("a page's styles stay in it, a component's classes are its own, rpx is a share of the width", () => {
  const { sheets, prefixes } = compileStyles(
    written({
      "home.json": '{"usingComponents": {"card": "/card"}}',
      "home.wxss": "page { padding: 75rpx } .line view { color: red }",
      "card.json": '{"component": true}',
      "card.wxml": "",
      "card.ts": "",
      "card.wxss": ".line { color: blue }",
    }),
  );
  assert.match(sheets["home"]!, /^@scope \(\[data-wx-page="home"\]\)/);
  assert.match(sheets["home"]!, /:scope \{ padding: calc\(75 \* 100vw \/ 750\)/);
  assert.match(sheets["home"]!, /\.line wx-view/);
  assert.equal(sheets["card"], `.${prefixes["card"]}--line { color: blue }`);
});

test("an import of a style that does not exist is refused", () => {
  assert.throws(() => compileStyles(written({ "home.wxss": '@import "./gone.wxss";' })), /home\.wxss imports \.\/gone\.wxss/);
});

test("the list of demo people leads to the phone of each, and holds no markup of theirs", () => {
  const page = peoplePage([{ name: "王<b>", code: "demo:wang-guifang" }]);
  assert.match(page, /href="\/\?person=wang-guifang"/);
  assert.ok(!page.includes("<b>"));
});
