"""S9: 积分制入学. A place that becomes free goes to the next in the published order (递补)."""

import asyncio
from typing import Any

from tests.api.stories.business import act
from tests.api.stories.points import (
    APPLICANT,
    OFFICE,
    OWN_CHILD,
    PLACES,
    POLICE,
    RIVAL,
    SCHOOLS,
    STAFF,
    THIRD,
    answered,
    applied,
    listed,
    opened,
    places,
    points,
    pupil,
    run,
    shows,
    with_points,
)
from tests.factories import Town


async def test_a_school_place_nobody_takes_goes_to_the_next_in_the_list(town: Town) -> None:
    tokens = {code: await town.proven(code) for code in (RIVAL, APPLICANT, THIRD)}
    for code, total in ((RIVAL, 130), (APPLICANT, 116), (THIRD, 90)):
        await with_points(town, tokens[code], total)
    capacity = {**PLACES, "yunshan_school": 1, "luoxi_school": 1}
    school = await opened(town, SCHOOLS, "points-school", places=capacity)
    forms = {RIVAL: OWN_CHILD, APPLICANT: pupil(town, "aili-maimaiti"), THIRD: pupil(town, "zhao-yichen")}
    cases = {
        code: await applied(town, tokens[code], "points-school", form, **await shows(town, tokens[code])) for code, form in forms.items()
    }
    school = await listed(town, school)
    passing = await run(town, SCHOOLS, school, "conclude")
    assert (passing["state"]["label"], passing["done"]) == ("公示结束，确认名额和递补中", 0)
    await town.world.settle()
    assert "place_to_take" in await town.told(tokens[RIVAL])
    assert "place_to_take" not in await town.told(tokens[THIRD]), "who has no place is asked nothing"
    early = await town.post(f"{STAFF}/rounds/{school['id']}/conclude", {"version": passing["version"]}, token=await town.staff(SCHOOLS))
    assert (early.status, "还有入围或者递补的人没有答复" in early.json["detail"]) == (409, True)
    asked = "等本人答复要不要名额，到12月18日（周五）17:00"
    assert await _standings(town, school) == [("入围", asked, True), ("入围", asked, True), ("未入围", "", False)]
    for code, token in tokens.items():
        await town.proven_again(token, code)

    status, seen = await answered(town, tokens[RIVAL], school, cases[RIVAL], take=False)
    assert (status, seen["outcome"]["label"], seen["asked"]) == (200, "没有保留名额", False)
    assert (await answered(town, tokens[RIVAL], school, cases[RIVAL], take=True))[0] == 409, "a no is a no"
    assert (await answered(town, tokens[RIVAL], school, cases[THIRD], take=True))[0] == 404
    assert (await answered(town, tokens[THIRD], school, cases[THIRD], take=True))[0] == 409, "nothing is asked of them yet"
    mine = (await points(town, tokens[APPLICANT]))["places"][0]
    assert (mine["given"], mine["offered"], mine["asked"]) == ("luoxi_school", "云山实验学校（演示）", True)
    assert "place_offered" in await town.told(tokens[APPLICANT])
    first, second, _ = await _standings(town, school)
    assert first == ("没有保留名额", "本人放弃", False)
    assert (second[0], second[1][:26], second[2]) == ("入围", "等本人答复要不要空出的名额「云山实验学校（演示）」，", True)
    status, seen = await answered(town, tokens[APPLICANT], school, cases[APPLICANT], take=True)
    assert (status, seen["given"], seen["outcome"]["label"], seen["asked"]) == (200, "yunshan_school", "递补入围", False)
    status, seen = await answered(town, tokens[THIRD], school, cases[THIRD], take=True)
    assert (status, seen["given"]) == (200, "luoxi_school"), "what was left behind went on"

    public = (await town.get(f"/api/v1/points/rounds/{school['id']}/ranking")).json
    assert [(each["standing"], each["given"]) for each in public["rows"]] == [
        ("没有保留名额", "yunshan_school"),
        ("递补入围", "yunshan_school"),
        ("递补入围", "luoxi_school"),
    ]
    assert [(each["why"], len(each["offers"])) for each in public["passed_on"]] == [("本人放弃", 1), ("改派到更靠前的志愿", 1)]
    assert all(each.endswith("：已经接受") for passed in public["passed_on"] for each in passed["offers"])
    concluded = await run(town, SCHOOLS, school, "conclude")
    assert (concluded["state"]["code"], concluded["done"], concluded["left"]) == ("concluded", 3, [])
    assert (await run(town, SCHOOLS, school, "decide"))["done"] == 3
    decided = {code: (await town.get(f"/api/v1/cases/{case['id']}", token=tokens[code])).json for code, case in cases.items()}
    assert [decided[code]["state"]["state"] for code in (RIVAL, APPLICANT, THIRD)] == ["refused", "granted", "granted"]
    assert decided[RIVAL]["decision"]["reason"].endswith("本人放弃，名额没有保留。")
    assert "由前面空出的名额递补，派到第1志愿" in decided[APPLICANT]["decision"]["reason"]


async def _standings(town: Town, of: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """How each of a list stands, as the office that runs it reads it."""
    seen = (await town.get(f"{STAFF}/rounds/{of['id']}/ranking", token=await town.staff(SCHOOLS))).json
    return [(each["outcome"]["label"], each["standing"], each["asked"]) for each in seen["rows"]]


async def test_who_says_nothing_in_time_loses_the_place_to_the_next(town: Town) -> None:
    tokens = {code: await town.proven(code) for code in (RIVAL, THIRD)}
    for code, total in ((RIVAL, 130), (THIRD, 90)):
        await with_points(town, tokens[code], total)
    school = await opened(town, SCHOOLS, "points-school", places={**PLACES, "yunshan_school": 1, "luoxi_school": 0})
    forms = {RIVAL: OWN_CHILD, THIRD: pupil(town, "zhao-yichen")}
    cases = {
        code: await applied(town, tokens[code], "points-school", form, **await shows(town, tokens[code])) for code, form in forms.items()
    }
    school = await listed(town, school)
    passing = await run(town, SCHOOLS, school, "conclude")
    assert passing["take_up_until"][:10] == "2026-12-18", "five working days, as the item says"
    engine = town.world.product.engines.round_places
    town.world.clock.forward(days=8)
    assert await engine.tick() == 1
    await town.world.settle()
    assert "place_passed_on" in await town.told(tokens[RIVAL])
    assert "place_offered" in await town.told(tokens[THIRD])
    await town.proven_again(tokens[RIVAL], RIVAL)
    assert (await answered(town, tokens[RIVAL], school, cases[RIVAL], take=True))[0] == 409
    town.world.clock.forward(days=3)
    await engine.tick()
    await engine.tick()
    of = await town.world.product.engines.rounds.get(school["id"])
    assert [(each.why.value, [offer.answer and offer.answer.value for offer in each.offers]) for each in of.vacancies] == [
        ("silent", ["silent"])
    ]
    assert of.vacancies[0].ended_at is not None, "nobody is left who wants it"
    await town.world.settle()
    assert "place_passed_on" in await town.told(tokens[THIRD])
    await run(town, SCHOOLS, school, "conclude")
    assert (await run(town, SCHOOLS, school, "decide"))["done"] == 2


async def test_a_withdrawal_frees_a_place_of_the_quota_and_of_two_at_once_each_goes_once(town: Town) -> None:
    codes = (RIVAL, APPLICANT, THIRD, "tang-jianguo")
    tokens = {code: await town.proven(code) for code in codes}
    for number, code in enumerate(codes):
        await with_points(town, tokens[code], 130 - number)
    settle = await opened(town, OFFICE, "points-settle", quota=2)
    cases = {code: await applied(town, tokens[code], "points-settle", places(town, code)) for code in codes}
    town.world.clock.forward(days=11)
    await run(town, OFFICE, settle, "rank")
    await run(town, OFFICE, settle, "publish")
    for code in codes[:2]:
        await town.proven_again(tokens[code], code)
        await act(town, tokens[code], cases[code], "withdraw", staff=False, reason="不办了")
    town.world.clock.forward(days=9)
    engines = town.world.product.engines
    passing = await run(town, OFFICE, settle, "conclude")
    assert passing["state"]["code"] == "passing"
    await asyncio.gather(*(engines.round_places.pass_on(settle["id"]) for _ in range(3)))
    of = await engines.rounds.get(settle["id"])
    offered = [[offer.case for offer in each.offers] for each in of.vacancies]
    assert offered == [[cases[THIRD]["id"]], [cases["tang-jianguo"]["id"]]], "in order, each place once"
    for code in codes[2:]:
        await town.proven_again(tokens[code], code)
    both = await asyncio.gather(*(answered(town, tokens[code], settle, cases[code], take=True) for code in codes[2:]))
    assert [status for status, _ in both] == [200, 200]
    assert (await run(town, OFFICE, settle, "conclude"))["done"] == 2
    assert (await run(town, POLICE, settle, "decide"))["done"] == 2
    won = (await town.get(f"/api/v1/cases/{cases[THIRD]['id']}", token=tokens[THIRD])).json
    assert "由前面空出的名额递补" in won["decision"]["reason"]


async def test_a_place_freed_while_decisions_are_made_goes_to_the_next(town: Town) -> None:
    codes = (RIVAL, APPLICANT, THIRD)
    tokens = {code: await town.proven(code) for code in codes}
    for number, code in enumerate(codes):
        await with_points(town, tokens[code], 130 - number)
    settle = await opened(town, OFFICE, "points-settle", quota=1)
    cases = {code: await applied(town, tokens[code], "points-settle", places(town, code)) for code in codes}
    settle = await listed(town, settle)
    assert (await run(town, OFFICE, settle, "conclude"))["state"]["code"] == "concluded", "nobody had left"

    police = await town.staff(POLICE)
    beyond = (await town.get(f"/api/v1/staff/cases/{cases[THIRD]['id']}", token=police)).json
    assert "refuse" not in {each["action"] for each in beyond["actions"]}
    body = {"version": beyond["version"], "reason": "不在名额以内", "basis": "年度通告第三条"}
    early = await town.post(f"/api/v1/staff/cases/{cases[THIRD]['id']}/refuse", body, token=police)
    assert (early.status, "可能递补给它" in early.json["detail"]) == (409, True)
    colleague = await town.staff("wenting")
    await act(town, colleague, cases[RIVAL], "claim")
    begun = await run(town, POLICE, settle, "decide")
    assert (begun["done"], len(begun["left"])) == (0, 1), "a colleague has it in hand, and nobody beyond is refused meanwhile"
    await act(town, colleague, cases[RIVAL], "refuse", reason="公示以后查到有犯罪记录", basis="年度通告第三条")
    halfway = await run(town, POLICE, settle, "decide")
    assert (halfway["done"], halfway["state"]["code"]) == (0, "concluded")
    assert "正在按名次递补" in halfway["left"][0]
    assert "正在按名次递补" in halfway["sentence"]
    assert "place_offered" in await town.told(tokens[APPLICANT])
    for code in (APPLICANT, THIRD):
        await town.proven_again(tokens[code], code)
    assert (await answered(town, tokens[APPLICANT], settle, cases[APPLICANT], take=False))[0] == 200
    status, seen = await answered(town, tokens[THIRD], settle, cases[THIRD], take=True)
    assert (status, seen["outcome"]["label"]) == (200, "递补入围")
    public = (await town.get(f"/api/v1/points/rounds/{settle['id']}/ranking")).json
    assert [each["standing"] for each in public["rows"]] == ["没有保留名额", "未入围", "递补入围"]

    done = await run(town, POLICE, settle, "decide")
    assert (done["done"], done["left"], done["state"]["code"]) == (2, [], "decided")
    ends = {code: (await town.get(f"/api/v1/cases/{case['id']}", token=tokens[code])).json for code, case in cases.items()}
    assert [ends[code]["state"]["state"] for code in codes] == ["refused", "refused", "granted"]
    assert ends[RIVAL]["decision"]["reason"] == "公示以后查到有犯罪记录"
    assert "由前面空出的名额递补" in ends[THIRD]["decision"]["reason"]


async def test_a_freed_place_nobody_answers_for_waits_no_longer_than_the_item_says(town: Town) -> None:
    codes = (RIVAL, THIRD)
    tokens = {code: await town.proven(code) for code in codes}
    for number, code in enumerate(codes):
        await with_points(town, tokens[code], 130 - number)
    settle = await opened(town, OFFICE, "points-settle", quota=1)
    cases = {code: await applied(town, tokens[code], "points-settle", places(town, code)) for code in codes}
    settle = await listed(town, settle)
    await run(town, OFFICE, settle, "conclude")
    held = await act(town, await town.staff("wenting"), cases[RIVAL], "claim")
    assert (await run(town, POLICE, settle, "decide"))["done"] == 0, "a colleague has it in hand, and nobody beyond is refused meanwhile"
    await act(town, await town.staff("wenting"), held, "release")
    await town.proven_again(tokens[RIVAL], RIVAL)
    status, seen = await answered(town, tokens[RIVAL], settle, cases[RIVAL], take=False)
    assert (status, "请撤回申请" in seen["detail"]) == (409, True)
    await act(town, tokens[RIVAL], cases[RIVAL], "withdraw", staff=False, reason="不办了")
    engine = town.world.product.engines.round_places
    await engine.tick()
    assert "place_offered" in await town.told(tokens[THIRD])
    town.world.clock.forward(days=6)
    await engine.tick()
    assert "place_passed_on" in await town.told(tokens[THIRD])
    done = await run(town, POLICE, settle, "decide")
    assert (done["done"], done["state"]["code"]) == (1, "decided")
    refused = (await town.get(f"/api/v1/cases/{cases[THIRD]['id']}", token=tokens[THIRD])).json
    assert refused["decision"]["reason"].endswith("在名额以外。")


async def test_a_list_somebody_left_before_it_was_public_is_ranked_again(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    settle = await opened(town, OFFICE, "points-settle", quota=1)
    case = await applied(town, rival, "points-settle", places(town, RIVAL))
    town.world.clock.forward(days=11)
    ranked = await run(town, OFFICE, settle, "rank")
    await town.proven_again(rival, RIVAL)
    await act(town, rival, case, "withdraw", staff=False, reason="不办了")
    answer = await town.post(f"{STAFF}/rounds/{settle['id']}/publish", {"version": ranked["version"]}, token=await town.staff(OFFICE))
    assert (answer.status, "请重新排名" in answer.json["detail"]) == (409, True)
