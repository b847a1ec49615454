/** What forms and photographs are shown as: kinds of questions, boxes of answers, hints about pictures, how a material stands. */

import assert from "node:assert/strict";
import test from "node:test";

import type { Field } from "../src/domain/answers";
import { added, boxes, changed, chosenOf, kindOf, numberOf, removed, sayAnswer } from "../src/domain/fields";
import { materialCard, missing } from "../src/domain/materials";
import { hintsOf, type Pixels } from "../src/domain/pictures";

const PEOPLE: Field = { key: "family", label: "家里人", type: "people" };
const PARTS = [
  { key: "name", label: "姓名" },
  { key: "id_number", label: "证件号码" },
];

test("every kind of field has its own way to answer", () => {
  const options = (count: number) => Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `${at}` }));
  assert.equal(kindOf({ key: "a", label: "a", type: "choice", options: options(8) }), "options");
  assert.equal(kindOf({ key: "a", label: "a", type: "choice", options: options(9) }), "picker");
  assert.deepEqual((["person", "enterprise", "people", "multi"] as const).map((type) => kindOf({ key: "a", label: "a", type })), ["boxes", "boxes", "people", "multi"]);
  assert.deepEqual(chosenOf({ key: "a", label: "a", type: "multi", options: options(3) }, ["v2", "v0"]), [0, 2]);
});

test("people are added, written and taken away one by one", () => {
  let value: unknown = added(undefined);
  value = changed(PEOPLE, value, 0, "name", "李敏");
  value = changed(PEOPLE, added(value), 1, "id_number", " 99010119900517036x ");
  assert.deepEqual(value, [{ name: "李敏" }, { id_number: "99010119900517036X" }]);
  assert.deepEqual(boxes(PEOPLE, PARTS, value)[1]!.map((each) => each.value), ["", "99010119900517036X"]);
  assert.deepEqual(removed(value, 0), [{ id_number: "99010119900517036X" }]);
  assert.deepEqual(changed(PEOPLE, [{ name: "李敏" }], 0, "name", ""), [{}], "an empty box is no answer");
});

test("a number is a number, and what is none stays as it was typed", () => {
  assert.deepEqual([" 12.5 ", "两个", ""].map(numberOf), [12.5, "两个", ""]);
});

test("answers are read back in words", () => {
  const choice: Field = { key: "a", label: "a", type: "choice", options: [{ value: "post", label: "邮寄到家" }] };
  assert.equal(sayAnswer(choice, "post"), "邮寄到家");
  assert.equal(sayAnswer({ key: "a", label: "a", type: "date" }, "2026-01-05"), "2026年1月5日");
  assert.equal(sayAnswer({ key: "a", label: "a", type: "month" }, "2026-11"), "2026年11月");
  assert.equal(sayAnswer(PEOPLE, [{ name: "李敏" }, { name: "李强" }]), "李敏、李强");
  assert.equal(sayAnswer({ key: "a", label: "a", type: "boolean" }, true), "是");
});

/** A sheet with lines of writing on a table, drawn by a brightness for each point. */
function drawn(brightness: (x: number, y: number) => number): Pixels {
  const [width, height] = [200, 200];
  const data = Array.from({ length: width * height * 4 }, (_, at) => brightness((at >> 2) % width, Math.floor((at >> 2) / width)));
  return { data, width, height };
}

const written = (x: number, y: number): number => (x > 30 && x < 170 && y > 30 && y < 170 && x % 6 < 2 && y % 8 < 5 ? 30 : 220);
const softly = (x: number): number => 125 + 95 * Math.sin(x / 6);

test("a photograph that is dark, blurred or cut off is told before it is sent", () => {
  assert.deepEqual(hintsOf(drawn(written), true), []);
  assert.deepEqual(hintsOf(drawn((x, y) => written(x, y) / 5), true), ["dark"]);
  assert.deepEqual(hintsOf(drawn(softly), false), ["blurred"]);
  assert.deepEqual(hintsOf(drawn(() => 200), true), ["blurred"], "there is nothing to be read in it");
  assert.deepEqual(hintsOf(drawn((x, y) => (x % 6 < 2 && y % 8 < 5 ? 30 : 220)), true), ["cropped"]);
});

const MATERIAL: Parameters<typeof materialCard>[0] = {
  key: "photo",
  name: "照片",
  need: { code: "required", label: "必须提供" },
  help: "",
  files: [],
  licence: null,
  asked: null,
  licence_possible: true,
  exempt: "",
  exempt_by: "",
  committed: "",
  by_word: false,
  verdict: null,
  original: null,
  bring_original: true,
  later: null,
  photo: null,
};

test("a material says how it stands, and what is to be mended", () => {
  assert.deepEqual([materialCard(MATERIAL).status, materialCard(MATERIAL).licence], ["", true]);
  assert.equal(materialCard({ ...MATERIAL, exempt: "您是低保对象" }).status, "不用交");
  const refused = materialCard({ ...MATERIAL, verdict: { passed: false, reason: { code: "unclear", label: "不清楚" }, advice: "第二页拍糊了", at: "2026-11-23T10:00:00+08:00" } });
  assert.deepEqual([refused.status, refused.tone, refused.advice], ["要修改", "waiting", ["第二页拍糊了"]]);
});

test("the camera's button says what it does to what is there: again only where a picture is", () => {
  const file = { material: "m", name: "照片.jpg", content_type: "image/jpeg" } as (typeof MATERIAL)["files"][number];
  const licence = { holder: "李敏", name: "居民身份证" } as NonNullable<(typeof MATERIAL)["licence"]>;
  const asked = { holder: "李*", name: "不动产权证" } as NonNullable<(typeof MATERIAL)["asked"]>;
  const says = (more: Partial<typeof MATERIAL>) => materialCard({ ...MATERIAL, ...more }).camera;
  assert.deepEqual([says({}), says({ files: [file] }), says({ licence }), says({ asked }), says({ exempt: "您是低保对象" })], ["拍照", "重新拍", "改为拍照", "改为拍照", "拍照"]);
});

test("what is required and was not given is named, with the nearest way to give it; an agent goes on without what may be committed to", () => {
  const slot = (key: string, more: Partial<typeof MATERIAL> = {}) => ({ ...MATERIAL, key, name: key, licence_possible: false, ...more });
  const optional = { need: { code: "optional", label: "有就提供" } };
  const all = [slot("card", { licence_possible: true }), slot("proof", { by_word: true }), slot("photo"), slot("more", optional), slot("spared", { exempt: "您是低保对象" })];
  assert.deepEqual(missing(all, false), {
    card: "还没有交「card」。点「不用拍」那个按钮，用电子证照就行；查不到的，请拍照上传。",
    proof: "还没有交「proof」。请拍照上传；能作告知承诺的，承诺了就不用交。",
    photo: "还没有交「photo」。请拍照上传，也可以从相册或聊天里选。",
  });
  assert.deepEqual(Object.keys(missing(all, true)), ["card", "photo"]);
});
