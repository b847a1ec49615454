import assert from "node:assert/strict";
import { test } from "node:test";

import { deputiesOf, faultOf, holders, standing, told, type Post, type StandIn } from "../src/domain/standins";

const NOW = new Date("2026-11-24T10:00:00+08:00");
const POST: StandIn = {
  id: "standin_1",
  holder_id: "a",
  holder: "吴敏仪",
  deputy_id: "b",
  deputy: "周志远",
  roles: ["reviewer"],
  department: "human_resources",
  hall: "center",
  town: null,
  named_by: "许文静",
  created_at: "2026-11-20T10:00:00+08:00",
  away_until: null,
  away_from: null,
  absences: [],
  live: true,
  ended_at: null,
  ended_for: "",
  actions: [],
  version: 0,
};

test("a post says whether its holder is there, until when not, or from when", () => {
  assert.equal(standing(POST, NOW), "在岗");
  const away = { ...POST, away_until: "2026-11-26T00:00:00+08:00" };
  assert.equal(standing(away, NOW), "不在岗，由B角代办，到 11月25日 周三");
  const coming = { ...POST, away_from: "2026-11-30T00:00:00+08:00" };
  assert.equal(standing(coming, NOW), "在岗，11月30日 周一 0:00 起由B角代办");
  assert.equal(standing({ ...POST, live: false, ended_for: "周志远借调" }, NOW), "已结束：周志远借调");
});

test("whoever stands in is told for whom, as what and until when", () => {
  const of = { id: "a", name: "吴敏仪", roles: ["reviewer" as const], until: "2026-11-26T00:00:00+08:00" };
  assert.equal(told(of, () => "审批员", NOW), "您正在代 吴敏仪（审批员）办理，到 11月25日 周三。");
});

test("only who fits is offered, and only posts somebody fits", () => {
  const post = (id: string, deputies: string[]): Post => ({ id, name: id, roles: ["reviewer"], passed_on: [], department: "d", hall: null, town: null, deputies });
  const posts = [post("a", ["b"]), post("b", []), post("c", ["a", "b"])];
  assert.deepEqual(holders(posts).map((each) => each.id), ["a", "c"]);
  assert.deepEqual(deputiesOf(posts, "a").map((each) => each.id), ["b"]);
  assert.deepEqual(deputiesOf(posts, "nobody"), []);
});

test("days and a reason are asked for before anything is sent", () => {
  assert.match(faultOf("", "2026-11-24", "休年假"), /第一天/);
  assert.match(faultOf("2026-11-25", "2026-11-24", "休年假"), /不能早于/);
  assert.match(faultOf("2026-11-24", "2026-11-24", " "), /原因/);
  assert.equal(faultOf("2026-11-24", "2026-11-24", "休年假"), "");
});
