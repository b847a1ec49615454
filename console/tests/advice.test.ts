import assert from "node:assert/strict";
import { test } from "node:test";

import { lacking, LEAST, MOST, offersFor, offersForAnswer } from "../src/domain/advice.ts";

const FILE = { material: "m", version: 1, name: "照片", content_type: "image/jpeg", size: 1, pages: 1 };
const PHOTO = { name: "制卡照片", help: "白色背景，免冠。", files: [FILE], licence: null };

test("a paper that is there is not called missing, and one that is not there is nothing else", () => {
  assert.ok(!offersFor(PHOTO).some((each) => each.reason === "missing"));
  assert.deepEqual(offersFor({ ...PHOTO, files: [] }), [
    { reason: "missing", advice: "请补交「制卡照片」。白色背景，免冠。" },
    { reason: "other", advice: "" },
  ]);
});

test("a licence is never unclear, and what the item says of when nothing need be handed in is not said to whoever must", () => {
  const card = { name: "身份证", help: "系统里能查到就不用交。查不到时，拍正反两面。", files: [], licence: null };
  assert.equal(offersFor(card)[0]!.advice, "请补交「身份证」。拍正反两面。");
  const licence = { ...card, licence: {} as never };
  assert.deepEqual(offersFor(licence).map((each) => each.reason), ["expired", "inconsistent", "wrong_document", "other"]);
});

test("every phrase names the thing and may be sent as it stands; nine keys are enough", () => {
  const phone = { label: "手机号", bound: false, source: "" };
  for (const all of [offersFor(PHOTO), offersForAnswer(phone, []), offersForAnswer(phone, [{ register: "人口库" }]), offersForAnswer({ ...phone, bound: true }, [])]) {
    assert.ok(all.length <= 9);
    for (const { reason, advice } of all) {
      if (reason === "other") continue;
      assert.match(advice, /「(制卡照片|手机号)」.*。$/);
      assert.equal(lacking(reason, advice), "");
      assert.ok(advice.length <= MOST);
    }
  }
});

test("an answer that differs is told with its register", () => {
  const [, differs] = offersForAnswer({ label: "地址", bound: false, source: "" }, [{ register: "公安人口库" }]);
  assert.match(differs!.advice, /公安人口库登记的不一样/);
});

test("what only the register can put right is not to be mended in the form", () => {
  const [first, ...rest] = offersForAnswer({ label: "持卡人姓名", bound: true, source: "公安人口信息" }, []);
  assert.deepEqual([first!.reason, rest], ["inconsistent", [{ reason: "other", advice: "" }]]);
  assert.match(first!.advice, /公安人口信息里登记的.*先到登记的部门更正/);
});

test("nothing is noted without a kind of fault, nor without saying how to mend it", () => {
  assert.match(lacking("", "请重新拍一张。"), /是什么问题/);
  assert.match(lacking("other", "改 "), new RegExp(`至少 ${LEAST} 个字`));
  assert.equal(lacking("other", "请重拍。"), "");
});
