"""AB角: the head names who stands in; while the post's holder is away the deputy does their work, and everything says in whose place."""

from typing import Any

from models.acts import Act, AnonymousActor
from models.staff import StaffAccount
from tests.api.stories.business import act
from tests.factories import Town
from tests.phone.cards import STUDENT, drafted

BASE = "/api/v1/staff/stand-ins"
HEAD, HOLDER, DEPUTY, OTHER = "xuwenjing", "wuminyi", "zhouzhiyuan", "liangguodong"
WU, ZHOU, LIANG, HUANG = "staff-06", "staff-05", "staff-07", "staff-04"
TODAY = {"first_day": "2026-11-23", "last_day": "2026-11-25", "reason": "休年假"}


async def seated(town: Town, username: str) -> str:
    """A token of somebody with a sensitive role, once more: a one-time password works once."""
    account = StaffAccount.of(await town.world.store.staff.find_one({"username": username}) or {})
    anybody = Act(actor=AnonymousActor(), at=town.world.clock.now())
    return (await town.world.product.engines.sessions.open_staff(anybody, account, "test"))[0]


async def named(town: Town, holder: str = WU, deputy: str = ZHOU, head: str = HEAD) -> dict[str, Any]:
    """The head has named who stands in."""
    return await town.made(BASE, {"holder": holder, "deputy": deputy}, await seated(town, head))


async def does(town: Town, token: str, stand_in: dict[str, Any], what: str, **body: Any) -> Any:
    """One act on a post as it is now."""
    now = (await town.world.store.stand_ins.get(stand_in["id"])) or {}
    return await town.post(f"{BASE}/{stand_in['id']}/{what}", {"version": now["version"], **body}, token=token)


async def away(town: Town, **days: str) -> dict[str, Any]:
    """The holder is on leave from now on."""
    stand_in = await named(town)
    answer = await does(town, await town.staff(HOLDER), stand_in, "leave", **{**TODAY, **days})
    assert answer.status == 200, answer.text
    return answer.json


async def accepted(town: Town) -> tuple[str, dict[str, Any]]:
    """A case that waits for the reviewer's first step."""
    token = await town.proven(STUDENT)
    case = await act(town, token, await drafted(town, token), "submit", staff=False)
    clerk = await town.staff("huanglijuan")
    await act(town, clerk, case, "claim")
    await act(town, clerk, case, "pass-material", materials=["resident_card", "photo"])
    return token, await act(town, clerk, case, "accept")


async def line(town: Town, token: str, queue: str) -> list[dict[str, Any]]:
    return (await town.get("/api/v1/staff/cases", token=token, queue=queue)).json["items"]


async def test_the_deputy_does_the_work_of_whoever_is_away_says_so_and_it_goes_back(town: Town) -> None:
    _, case = await accepted(town)
    reviewer, deputy = await town.staff(HOLDER), await town.staff(DEPUTY)
    await act(town, reviewer, case, "claim")
    assert (await line(town, deputy, "processing")) == [], "a pre-reviewer decides nothing"
    sessions = town.world.product.engines.sessions
    before = await sessions.staff(deputy)
    assert before is not None
    assert await sessions.still_stands(before)
    stand_in = await away(town)
    assert stand_in["away_until"] == "2026-11-26T00:00:00+08:00"
    assert not await sessions.still_stands(before), "an open line of live messages ends: the next one has the rights of now"
    me = (await town.get("/api/v1/staff/me", token=deputy)).json
    assert ([each["name"] for each in me["stands_for"]], me["lent"]) == (["吴敏仪"], ["reviewer"]), "without a new log-in"
    assert sorted(me["roles"]) == ["pre_reviewer", "reviewer"]

    assert await town.world.product.engines.cases.give_back() == 1, "what was in hand keeps nobody else off"
    [row] = await line(town, deputy, "given_back")
    assert (row["id"], row["in_place_of"]) == (case["id"], "吴敏仪")
    assert [each["id"] for each in await line(town, deputy, "processing")] == [case["id"]]
    claimed = await act(town, deputy, case, "claim")
    assert (claimed["reviewer"]["name"], claimed["in_place_of"]) == ("周志远（代吴敏仪）", "吴敏仪")
    done = await act(town, deputy, case, "complete-step", step="photo_review", finding="照片符合制卡要求")
    assert next(each["done_by"] for each in done["steps"] if each["key"] == "photo_review") == "周志远（代吴敏仪）"
    await act(town, deputy, case, "claim")

    await town.world.settle()
    rows = await town.world.store.audit.find({"actor.id": ZHOU, "actor.in_place_of": WU})
    assert {"case.claimed", "case.step_completed", "case.read"} <= {each["action"] for each in rows}
    auditor = await seated(town, "cuimingcha")
    logged = (await town.get("/api/v1/staff/audit/log", token=auditor, staff=ZHOU, subject="case")).json["items"]
    assert "吴敏仪" in {each["in_place_of"] for each in logged}
    log = "/api/v1/staff/audit/log"
    everything = (await town.get(log, token=auditor)).json["items"]
    assert everything[0]["purpose"] == "全部，没有条件", "a look at the log is a row of it, in words"
    narrow = await town.get(log, token=auditor, since="2026-11-01", until="2026-11-30", subject="audit", reads="true")
    assert narrow.json["items"][0]["purpose"] == "从2026-11-01，到2026-11-30，对象：审计日志，只看「查看」"
    looks = (await town.get("/api/v1/staff/audit/log", token=auditor, subject="audit")).json["items"]
    assert "谁做的：周志远，对象：办件" in {each["purpose"] for each in looks}

    back = await does(town, await town.staff(HOLDER), stand_in, "return")
    assert (back.status, back.json["away_until"]) == (200, None)
    assert (await town.get("/api/v1/staff/me", token=deputy)).json["roles"] == ["pre_reviewer"], "it ends at once"
    assert await line(town, deputy, "processing") == []
    assert await town.world.product.engines.cases.give_back() == 1
    assert [each["id"] for each in await line(town, reviewer, "given_back")] == [case["id"]]
    granted = await act(town, reviewer, case, "grant")
    assert granted["decision"]["by"]["name"] == "吴敏仪"


async def test_whoever_is_away_does_nothing_before_they_say_that_they_are_back(town: Town) -> None:
    _, case = await accepted(town)
    reviewer = await town.staff(HOLDER)
    stand_in = await away(town)
    me = (await town.get("/api/v1/staff/me", token=reviewer)).json
    assert (me["duties"], me["away_until"]) == (["return"], "2026-11-26T00:00:00+08:00")
    for answer in (
        await town.get(f"/api/v1/staff/cases/{case['id']}", token=reviewer),
        await town.post(f"/api/v1/staff/cases/{case['id']}/claim", {"version": case["version"]}, token=reviewer),
    ):
        assert (answer.status, "先在「我的账号」里登记返岗" in answer.json["detail"]) == (403, True)
        assert (answer.json["type"], answer.json["title"]) == ("/problems/away", "您登记了不在岗")
    fresh = await town.post("/api/v1/staff/sessions", {"username": HOLDER, "password": "Yici-demo-2026", "bearer": True}, key="")
    assert fresh.json["staff"]["duties"] == ["return"], "a log-in is no return"
    [seen] = (await town.get(BASE, token=reviewer)).json["items"]
    assert seen["actions"] == ["return"]
    assert (await does(town, reviewer, stand_in, "return")).status == 200
    assert (await town.get(f"/api/v1/staff/cases/{case['id']}", token=reviewer)).status == 200


async def test_days_to_come_begin_and_end_by_themselves(town: Town) -> None:
    stand_in = await away(town, first_day="2026-11-24", last_day="2026-11-24")
    assert (stand_in["away_until"], stand_in["away_from"]) == (None, "2026-11-24T00:00:00+08:00")

    async def lent() -> list[str]:
        return (await town.get("/api/v1/staff/me", token=await town.staff(DEPUTY))).json["lent"]

    assert await lent() == []
    town.world.clock.forward(days=1)
    assert await lent() == ["reviewer"]
    town.world.clock.forward(days=1)
    assert await lent() == []
    none = await does(town, await town.staff(HOLDER), stand_in, "return")
    assert (none.status, "不用登记返岗" in none.json["detail"]) == (409, True)


async def test_days_that_have_not_begun_are_taken_back(town: Town) -> None:
    stand_in = await away(town, first_day="2026-11-30", last_day="2026-12-01")
    kept = await does(town, await town.staff(HOLDER), stand_in, "return")
    assert (kept.status, kept.json["absences"]) == (200, [])


async def test_who_answers_for_the_post_names_and_who_does_not_is_refused(town: Town) -> None:
    head = await seated(town, HEAD)
    for by, holder, deputy, status, words in (
        (await town.staff(OTHER), WU, ZHOU, 403, ""),
        (await seated(town, "liaojiaming"), WU, ZHOU, 403, ""),
        (await seated(town, "ouyanghui"), WU, ZHOU, 403, ""),
        (await seated(town, "taosiyuan"), WU, ZHOU, 403, "由部门的首席代表或大厅管理员指定"),  # who makes accounts passes no decisions on
        (head, "staff-04", "staff-08", 403, "不能指定自己当B角"),
        (head, "staff-80", ZHOU, 422, "首席代表授权书里指定"),
        (head, WU, "staff-21", 422, "同一个部门"),
        (head, WU, "staff-184", 422, "督查员"),
        (head, WU, "staff-none", 422, "没有这名工作人员"),
        (head, WU, WU, 422, "不能是同一个人"),
    ):
        answer = await town.post(BASE, {"holder": holder, "deputy": deputy}, token=by)
        assert (answer.status, words in answer.text) == (status, True), (holder, deputy, answer.text)
    stand_in = await town.made(BASE, {"holder": WU, "deputy": ZHOU}, head)
    twice = await town.post(BASE, {"holder": WU, "deputy": LIANG}, token=head)
    assert (twice.status, "B角已经是周志远" in twice.json["detail"]) == (409, True)
    managed = await town.post(BASE, {"holder": "staff-02", "deputy": "staff-03"}, token=await seated(town, "hejianxin"))
    assert managed.status == 201, "the manager of the hall names, too"
    admin = await seated(town, "taosiyuan")
    ended = await does(town, admin, stand_in, "end", reason="周志远借调")
    assert (ended.status, ended.json["live"], ended.json["actions"]) == (200, False, [])
    over = await does(town, await town.staff(HOLDER), stand_in, "leave", **TODAY)
    assert (over.status, "重新指定B角" in over.json["detail"]) == (409, True)


async def test_each_sees_what_names_them_and_the_head_all_of_the_office(town: Town) -> None:
    stand_in = await named(town)
    seen = {}
    for who in (HOLDER, DEPUTY, OTHER):
        seen[who] = (await town.get(BASE, token=await town.staff(who))).json["items"]
    assert [each["actions"] for each in seen[HOLDER]] == [["leave"]]
    assert [each["actions"] for each in seen[DEPUTY]] == [[]]
    assert seen[OTHER] == []
    for boss, actions in ((HEAD, ["end", "leave"]), ("hejianxin", ["end", "leave"]), ("cuimingcha", []), ("leizhenyu", None)):
        rows = (await town.get(BASE, token=await seated(town, boss))).json["items"]
        assert [each["actions"] for each in rows if each["id"] == stand_in["id"]] == ([] if actions is None else [actions]), boss
    stranger = await does(town, await town.staff(OTHER), stand_in, "leave", **TODAY)
    assert stranger.status == 403
    posts = (await town.get("/api/v1/staff/posts", token=await seated(town, HEAD))).json["items"]
    wu = next(each for each in posts if each["id"] == WU)
    assert ({ZHOU, LIANG, HUANG} <= set(wu["deputies"]), "staff-08" in wu["deputies"], "staff-184" in wu["deputies"]) == (
        True,
        False,
        False,
    )
    assert next(each for each in posts if each["id"] == "staff-80")["passed_on"] == []
    assert (await town.get("/api/v1/staff/posts", token=await town.staff(OTHER))).status == 403


async def test_days_that_make_no_sense_are_told_and_no_work_goes_to_a_third(town: Town) -> None:
    stand_in, holder, head = await named(town), await town.staff(HOLDER), await seated(town, HEAD)
    for days, words in (
        ({"first_day": "2026-11-22"}, "不能早于今天"),
        ({"first_day": "2026-11-26"}, "不能早于第一天"),
        ({"last_day": "2027-11-23"}, "最多登记92天"),
    ):
        wrong = await does(town, holder, stand_in, "leave", **{**TODAY, **days})
        assert (wrong.status, words in wrong.text) == (422, True), days
    assert (await does(town, holder, stand_in, "leave", **TODAY)).status == 200
    twice = await does(town, head, stand_in, "leave", **{**TODAY, "first_day": "2026-11-25"})
    assert (twice.status, "已经登记了不在岗" in twice.json["detail"]) == (409, True)
    third = await named(town, ZHOU, HUANG)
    chain = await does(town, await town.staff(DEPUTY), third, "leave", **TODAY)
    assert (chain.status, "这几天要代吴敏仪办理" in chain.json["detail"]) == (409, True)
    assert (
        await does(town, await town.staff(DEPUTY), third, "leave", **{**TODAY, "first_day": "2026-12-07", "last_day": "2026-12-08"})
    ).status == 200
    both = await does(town, head, stand_in, "leave", **{**TODAY, "first_day": "2026-12-08", "last_day": "2026-12-08"})
    assert (both.status, "B角周志远这几天也不在岗" in both.json["detail"]) == (409, True)


async def test_a_change_of_roles_or_place_or_a_closed_account_ends_it(town: Town) -> None:
    await away(town)
    deputy, presences = await town.staff(DEPUTY), town.world.product.engines.sessions.presences
    changes = {"roles": ["receptionist"], "department": "human_resources", "hall": "center", "town": None, "disabled": False}
    admin = await seated(town, "taosiyuan")
    account = next(each for each in (await town.get("/api/v1/staff/accounts", token=admin, find="吴敏仪")).json["items"])
    asked = await town.put(f"/api/v1/staff/accounts/{WU}", {**changes, "reason": "轮岗", "version": account["version"]}, token=admin)
    agreed = {"version": asked.json["version"]}
    assert (await town.post(f"/api/v1/staff/accounts/{WU}/agree", agreed, token=await seated(town, "hongan"), key="")).status == 200
    presences.forget()  # this process would look again a second later
    assert (await town.get("/api/v1/staff/me", token=deputy)).json["lent"] == []
    assert await town.world.product.engines.stand_ins.tick() == 1
    [ended] = (await town.get(BASE, token=await seated(town, HEAD), ended="true")).json["items"]
    assert (ended["live"], ended["ended_for"]) == (False, "A角的角色有变动")
    assert await town.world.product.engines.stand_ins.tick() == 0


async def test_a_stand_in_does_nothing_their_colleague_could_not(town: Town) -> None:
    """Whoever received a case does not review it, nor does who has the role from them alone; who is out of it passes nothing of it on."""
    _, case = await accepted(town)
    reviewer = await town.staff(HOLDER)
    await act(town, reviewer, case, "recuse", ground="relative", reason="申请人是我的侄女")
    await away(town)
    deputy = await town.staff(DEPUTY)
    assert await line(town, deputy, "processing") == []
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=deputy)).json
    assert {"claim", "complete-step"}.isdisjoint({each["action"] for each in seen["actions"]}), "by the other's role alone"
    body = {"version": seen["version"], "step": "photo_review", "finding": "照片符合制卡要求"}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/complete-step", body, token=deputy)
    assert refused.status in (403, 409)
    assert [each["id"] for each in await line(town, await town.staff(OTHER), "processing")] == [case["id"]]
