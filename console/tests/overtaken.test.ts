import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { namesCases, nowOfList, stillChosen } from "../src/domain/books.ts";
import { nowOf, overtakenSaid } from "../src/domain/overtaken.ts";
import { drawnSaid, nowOfRecheck } from "../src/domain/rechecks.ts";
import { nowOfWord } from "../src/domain/standing.ts";
import { Problem } from "../src/services/problem.ts";
import { useDeed } from "../src/use/deed.ts";

const COMMON = "这条记录刚刚被别人更新过，请刷新后再办理；您填写的内容没有丢失。";
const stale = () => new Problem(409, "", COMMON, [], "/problems/stale_version");
const ended = () => new Problem(409, "", "这一件已经登记过抽检结果，不能再改。", [], "/problems/wrong_state");

test("who was faster and what it is now is said in place of words of any record, and nobody is sent to load the page again", () => {
  const open = overtakenSaid(COMMON, true, { says: "这一件现在由曾伟复核", open: true });
  assert.equal(open, "这一件现在由曾伟复核。页面已经换成最新的，您填的还在，请核对以后再按一次。");
  const over = overtakenSaid(COMMON, true, { says: "曾伟已经登记抽检结果：无误", open: false });
  assert.equal(over, "曾伟已经登记抽检结果：无误。现在不能这样办了。您填的还在，要用的请先复制，按 Esc 关上。");
  assert.doesNotMatch(overtakenSaid(COMMON, true, { says: "", open: true, bare: true }), /刷新|您填的/);
  assert.match(overtakenSaid(COMMON, true, null), /没有读出来.*再按一次/);
});

test("a refusal with words of its own keeps them, with who was faster where that ends the act", () => {
  assert.equal(overtakenSaid("请先指定。", false, { says: "现在由曾伟复核", open: true }), "请先指定。");
  assert.equal(overtakenSaid("请先指定。", false, null), "请先指定。");
  assert.match(overtakenSaid("不能再改。", false, { says: "曾伟已经登记", open: false }), /^不能再改。曾伟已经登记。现在不能这样办了。/);
});

test("what is gone from its list cannot be done", () => {
  assert.deepEqual(nowOf(undefined, () => true, () => "", "已经办了"), { says: "已经办了", open: false });
});

test("after a conflict the next press goes with what is there now, as an act of its own", async () => {
  let version = 1;
  const sent: [number, string][] = [];
  const { fault, over, run } = useDeed(async () => {
    version = 2;
    return { says: "许文静刚刚改过", open: true };
  });
  const send = async (key: string): Promise<void> => {
    sent.push([version, key]);
    if (version === 1) throw stale();
  };
  assert.equal(await run(send), false);
  assert.deepEqual([fault.value, over.value], ["许文静刚刚改过。页面已经换成最新的，您填的还在，请核对以后再按一次。", false]);
  assert.equal(await run(send), true);
  assert.deepEqual([sent.map(([each]) => each), sent[0]![1] === sent[1]![1], fault.value], [[1, 2], false, ""]);
});

test("what cannot be done any more is sent no second time, until another act begins", async () => {
  let sent = 0;
  const { fault, over, run } = useDeed(async () => ({ says: "曾伟已经登记", open: false }));
  const send = async (): Promise<void> => {
    sent += 1;
    throw ended();
  };
  await run(send);
  assert.equal(over.value, true);
  await run(send);
  assert.equal(sent, 1);
  fault.value = ""; // as a sheet that opens does
  assert.equal(over.value, false);
  await run(send);
  assert.equal(sent, 2);
});

test("where it cannot be looked at anew that is said, and the next press looks again; other refusals ask for nothing", async () => {
  let looked = 0;
  const { fault, over, run } = useDeed(async () => {
    looked += 1;
    throw new Problem(0, "", "连不上系统");
  });
  const refused = (problem: Problem) => run(async () => Promise.reject(problem));
  await refused(stale());
  await refused(stale());
  assert.deepEqual([looked, over.value, fault.value], [2, false, "刚刚有人先改动了，新的没有读出来。您填的还在，请再按一次。"]);
  await refused(new Problem(422, "", "请填写理由。"));
  assert.deepEqual([looked, fault.value], [2, "请填写理由。"]);
});

test("a list of which a colleague took some is fetched anew, too, and goes on with the others", async () => {
  let looked = 0;
  const { run } = useDeed(async () => ({ says: "", open: (looked += 1) > 0 }), namesCases);
  await run(async () => Promise.reject(new Problem(422, "", "", [{ pointer: "/cases/3", detail: "已经归档" }])));
  await run(async () => Promise.reject(new Problem(422, "", "", [{ pointer: "/appraisal", detail: "请写清楚" }])));
  assert.equal(looked, 1);
  const rows = [{ case: "a", against: "" }, { case: "b", against: "已经列入" }].map((each) => ({ number: "", name: "", told: [], ...each }));
  assert.deepEqual(stillChosen(["a", "b", "c"], rows), ["a"]);
});

test("each desk says who was faster", () => {
  const row = { actions: [], found_by: "曾伟", label: "无误", rechecker: "潘少华" };
  assert.deepEqual(nowOfRecheck(row, "record"), { says: "曾伟已经登记抽检结果：无误", open: false });
  assert.deepEqual(nowOfRecheck({ ...row, actions: ["record"], found_by: null }, "record"), { says: "这一件现在由潘少华复核", open: true });
  const list = { actions: ["approve"], decided_by: null, label: "等待批准", waits: "" };
  assert.deepEqual(nowOfList(list, "approve"), { says: "清册刚刚有改动", open: true });
  assert.deepEqual(nowOfList({ ...list, actions: [], waits: "有 1 件现在不能销毁。" }, "approve"), { says: "有 1 件现在不能销毁", open: false });
  assert.equal(nowOfList({ ...list, actions: [], decided_by: "许文静" }, "approve").says, "许文静已经决定：清册现在是「等待批准」");
  const word = { here: true, says: "", statement: "当时不在家" };
  assert.deepEqual(nowOfWord(word, null), { says: "本人的意见刚刚已经登记过：「当时不在家」，您写的会作为补充", open: true });
  assert.equal(nowOfWord(word, "当时不在家").says, "这件事刚刚有变化");
  assert.equal(nowOfWord({ ...word, here: false, says: "请到社保窗口。" }, null).open, false);
  assert.equal(nowOfWord(undefined, null).open, false);
});

test("the page of a case that was drawn says who looks at it again until when, or what was found", () => {
  const row = { month: "2026-11", found_by: null, label: "待复核", rechecker: "曾伟", due: "2026-12-08T09:30:00Z", overdue: false };
  assert.match(drawnSaid(row), /^这一件在2026年11月作出决定的办件里抽中复核，由曾伟在12月8日.*前复核。$/);
  assert.match(drawnSaid({ ...row, rechecker: null, overdue: true }), /还没有复核人员，在.*已超期。$/);
  assert.match(drawnSaid({ ...row, found_by: "曾伟", label: "无误" }), /曾伟已经登记：无误。$/);
});

/** What goes with a version otherwise, and how it stays as new as what it shows. */
const OTHERWISE: Record<string, string> = {
  "pages/CasePage.vue": "told that it is older, and read anew by a key (use/fresh)",
  "components/OriginalsDialog.vue": "of the case page",
  "components/RecusalDialog.vue": "of the case page",
  "components/ExamineDialog.vue": "of the case page",
  "components/HearDialog.vue": "of the case page",
  "components/CaseTold.vue": "sends nothing",
  "components/CaseSheets.vue": "of the case page",
  "components/PointsApplied.vue": "sends nothing",
  "components/PointsRound.vue": "its page reads the round anew by itself",
  "components/DayDialog.vue": "of the calendar's page",
  "services/live.ts": "sends nothing",
  "services/visits.ts": "of the hall's day, which is live, and of callers' appointments",
  "domain/acts.ts": "of the case page",
  "domain/schedule.ts": "of the hall's schedule",
  "use/fresh.ts": "sends nothing",
  "use/freshList.ts": "sends nothing",
  "use/form.ts": "the version of an item, no record's",
  "use/filing.ts": "each save takes the version the one before left, and nobody else writes on it",
  "use/draft.ts": "offers to read the other's, with one's own kept",
};

test("every act that goes with a version has a way to be told of what somebody else did meanwhile", () => {
  const root = new URL("../src/", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((each) => /\.(vue|ts)$/.test(each) && !/^(kiosk|components\/sheet)\//.test(each));
  const sends = files.filter((each) => /(?<![.\w])version(:|,| \})/.test(readFileSync(new URL(each, root), "utf8")) && !/domain\/(sheet|sheetKeys)\.ts$/.test(each));
  const escaped = sends.filter((each) => !(each in OTHERWISE) && !/useDeed\([^)]/.test(readFileSync(new URL(each, root), "utf8")));
  assert.deepEqual(escaped, []);
  for (const each of ["pages/CalendarPage.vue", "components/CallerFind.vue", "components/HallSchedule.vue"]) assert.match(readFileSync(new URL(each, root), "utf8"), /useDeed\([^)]/, each); // they send what another file builds
  assert.ok(sends.length > 20);
});
