/** Pages of a kiosk's scanner as the files a material takes. */

import assert from "node:assert/strict";
import test from "node:test";

import { filesOf, isPortrait, isScannable, pdfOf, roomFor, type Sheet } from "../src/domain/sheets";
import { middleOf } from "../src/domain/pictures";

const sheet = (text: string): Sheet => ({ jpeg: new Blob([text], { type: "image/jpeg" }), width: 1240, height: 1754 });
const ASKED = { upload: true, extensions: ["jpg", "jpeg", "pdf"], width: 0, most: 1 };

test("what takes no pictures is not photographed here; of a fixed size it is a portrait", () => {
  assert.deepEqual([ASKED, { ...ASKED, width: 358 }, { ...ASKED, extensions: ["pdf"] }, { ...ASKED, upload: false }].map(isScannable), [true, true, false, false]);
  assert.deepEqual([ASKED, { ...ASKED, width: 358 }].map(isPortrait), [false, true]);
});

test("a portrait is the largest part in the middle that has its proportions", () => {
  assert.deepEqual(middleOf({ width: 1000, height: 882 }, { width: 358, height: 441 }), { x: 142, y: 0, wide: 716, high: 882 });
  assert.deepEqual(middleOf({ width: 358, height: 641 }, { width: 358, height: 441 }), { x: 0, y: 100, wide: 358, high: 441 });
});

test("as many pages as files are pictures, more are one PDF where PDFs are taken", async () => {
  assert.deepEqual([roomFor(ASKED), roomFor({ ...ASKED, extensions: ["jpg"], most: 2 })], [20, 2]);
  const names = async (count: number, most: number): Promise<string[]> => (await filesOf(Array.from({ length: count }, () => sheet("x")), { ...ASKED, most }, "合同")).map(({ name }) => name);
  assert.deepEqual([await names(1, 1), await names(2, 1), await names(2, 5)], [["合同-1.jpg"], ["合同.pdf"], ["合同-1.jpg", "合同-2.jpg"]]);
});

test("a PDF finds each of its objects where its table says", async () => {
  const text = await (await pdfOf([sheet("first"), sheet("second page")])).text();
  const table = Number(/startxref\n(\d+)/.exec(text)![1]);
  assert.ok(text.slice(table).startsWith("xref\n0 9\n"));
  const starts = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
  assert.deepEqual(starts.map((at) => text.slice(at).split("\n")[0]), [1, 2, 3, 4, 5, 6, 7, 8].map((each) => `${each} 0 obj`));
  assert.ok(text.includes("/Length 11 >>\nstream\nsecond page\nendstream"));
});
