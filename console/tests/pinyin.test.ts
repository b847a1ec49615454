import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import chinese from "simple-keyboard-layouts/build/layouts/chinese.js";

import { choicesOf, pagesOf, readingsOf, settled } from "../src/kiosk/pinyin.ts";

const KNOWN = readingsOf(
  { xi: "西 喜", xia: "下 夏", xian: "先 线 县 现 显 限 险 献", an: "安", nv: "女", er: "儿", zhang: "张 章", zhen: "镇", m: "呒" },
  { 西安: ["xī ān", 6], 仙安: ["xī ān", 7], 女儿: ["nǚ ér", 2], 张先: ["zhāng xiān", 1], 一五一十张: ["yī wǔ yī shí zhāng", 1], 先: ["xiān", 9] },
);
const said = (letters: string): string[] => choicesOf(KNOWN, letters).map(({ text }) => text);

test("what the most letters stand for comes first: some characters, words by use, the other characters; then what fewer stand for", () => {
  assert.deepEqual(said("xian"), ["先", "线", "县", "现", "显", "限", "险", "仙安", "西安", "献", "下", "夏", "西", "喜"]);
  assert.deepEqual(choicesOf(KNOWN, "xian").map(({ takes }) => takes), [...Array<number>(10).fill(4), 3, 3, 2, 2]);
  assert.deepEqual(said("nver"), ["女儿", "女"]);
});

test("letters that are nothing whole yet offer what they may become, then what they begin with", () => {
  assert.deepEqual(said("zh"), ["张", "镇", "张先"]);
  assert.deepEqual(said("nve"), ["女儿", "女"]);
  assert.deepEqual([said(""), said("v"), said("q")], [[], [], []]);
});

test("words of more than four characters are not offered", () => assert.deepEqual(said("yiwu"), []));

test("who goes on without choosing means the first, one after another; what stands for nothing is dropped", () => {
  assert.equal(settled(KNOWN, "zhangan"), "张安");
  assert.equal(settled(KNOWN, "xianq"), "先");
  assert.equal(settled(KNOWN, "q"), "");
});

test("choices lie so many keys side by side at a time, a long word on two", () => {
  const choices = ["西", "西安", "一五一十", "先", "下"].map((text) => ({ text, takes: 1 }));
  assert.deepEqual(pagesOf(choices, 3).map((page) => page.map(({ text }) => text)), [["西", "西安"], ["一五一十", "先"], ["下"]]);
  assert.deepEqual(pagesOf([], 3), []);
});

test("the libraries know what people in a district write, and show it among the first", () => {
  const words = JSON.parse(readFileSync(new URL("../node_modules/@pinyin-pro/data/json/modern.json", import.meta.url), "utf8")) as Record<string, [string, number]>;
  const known = readingsOf((chinese as unknown as { layoutCandidates: Record<string, string> }).layoutCandidates, words);
  const written = [["jiedao", "街道"], ["jied", "街道"], ["shequ", "社区"], ["luo", "罗"], ["zhen", "镇"], ["rong", "榕"], ["lv", "吕"], ["wang", "王"], ["gui", "桂"], ["nver", "女儿"], ["zeng", "曾"], ["shan", "单"]] as const;
  for (const [letters, text] of written) {
    const place = choicesOf(known, letters).findIndex((each) => each.text === text);
    assert.ok(place >= 0 && place < 30, `${text} is ${place}`);
  }
});
