"""S9: a ranking that is never made is nobody's secret: its day is known, its office is carded, and those who wait are told."""

from tests.api.stories.points import OFFICE, POLICE, RIVAL, STAFF, applied, opened, places, run, with_points
from tests.factories import Town


async def _duties(town: Town) -> None:
    await town.world.product.engines.round_duties.tick()
    await town.world.settle()
    await town.world.product.engines.supervision.tick()
    await town.world.settle()


async def _levels(town: Town, token: str, of: str) -> list[tuple[str, str]]:
    cards = (await town.get(f"/api/v1/staff/supervision/cards?subject={of}", token=token)).json["items"]
    return [(each["level"], each["step"]) for each in reversed(cards)]


async def test_a_list_that_is_not_made_is_warned_of_carded_and_told(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    settle = await opened(town, OFFICE, "points-settle", quota=1)
    await applied(town, rival, "points-settle", places(town, RIVAL))
    seen = (await town.get("/api/v1/points/rounds?item=points-settle")).json["items"][0]
    assert (seen["due"][:10], seen["overdue"]) == ("2026-12-31", False), "20 working days after the window"
    await _duties(town)
    head, supervisor = await town.head("bishengnan"), await town.head("yanzheng")
    assert await _levels(town, supervisor, settle["id"]) == [], "nothing is owed while the window is open"

    town.world.clock.forward(days=11)
    await _duties(town)
    shown = (await town.get(f"{STAFF}/rounds/{settle['id']}", token=await town.staff(OFFICE))).json
    assert "前公布名单" in shown["sentence"]
    town.world.clock.forward(days=24)
    await _duties(town)
    assert await _levels(town, supervisor, settle["id"]) == [("reminder", "public")], "a warning before"
    assert "round_late" not in await town.told(rival)

    town.world.clock.forward(days=5)
    for _ in range(2):
        await _duties(town)
    given = await _levels(town, supervisor, settle["id"])
    assert ("yellow", "public") in given
    card = (await town.get(f"/api/v1/staff/supervision/cards?subject={settle['id']}&level=yellow", token=head)).json["items"][0]
    assert (card["title"], card["subject_number"], card["step_name"]) == ("积分制入户", "2026年第一批", "审核、排名并公布名单")
    assert (await town.told(rival)).count("round_late") == 1, "told once"
    late = (await town.get("/api/v1/points/rounds?item=points-settle")).json["items"][0]
    assert (late["overdue"], "已经过期，部门负责人和督查人员已经知道" in late["sentence"]) == (True, True)

    for what in ("rank", "publish"):
        settle = await run(town, OFFICE, settle, what)
    assert settle["overdue"] is False
    await _duties(town)
    before = await _levels(town, supervisor, settle["id"])
    town.world.clock.forward(days=12)
    await _duties(town)
    assert await _levels(town, supervisor, settle["id"]) == before, "what was made is not carded any more"
    town.world.clock.forward(days=9)
    await _duties(town)
    assert ("red", "ended") in await _levels(town, supervisor, settle["id"]), "ending it has its day, too"
    await run(town, OFFICE, settle, "conclude")
    await _duties(town)
    of = await town.world.product.engines.rounds.get(settle["id"])
    assert [(each.duty.value, each.ended_at is not None) for each in of.duties] == [("public", True), ("ended", True), ("decided", False)]
    assert (await run(town, POLICE, settle, "decide"))["state"]["code"] == "decided"


async def test_a_list_that_was_taken_back_is_owed_anew(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    settle = await opened(town, OFFICE, "points-settle", quota=1)
    await applied(town, rival, "points-settle", places(town, RIVAL))
    town.world.clock.forward(days=11)
    await _duties(town)
    for what in ("rank", "publish"):
        settle = await run(town, OFFICE, settle, what)
    await town.post(
        f"{STAFF}/rounds/{settle['id']}/objections", {"text": "电话反映第一名不符合条件", "name": "王小芳"}, token=await town.staff(OFFICE)
    )
    entry = (await town.get(f"{STAFF}/rounds/{settle['id']}", token=await town.staff(OFFICE))).json["objections"][0]
    back = await run(town, OFFICE, settle, f"objections/{entry['id']}/answer", upheld=True, finding="居住登记已经注销")
    assert (back["due"][:10], back["overdue"]) == ("2027-01-04", False), "from the day it was taken back"
    await _duties(town)
    subject = await town.world.product.engines.supervision.sources["rounds"].subject(settle["id"], town.world.clock.now())
    assert subject is not None
    assert [each.step for each in subject.segments] == ["public", "public.2"]
    assert [each.end is None for each in subject.segments] == [False, True]


async def test_a_concluded_round_is_decided_by_its_day_or_the_deciding_office_is_carded(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    settle = await opened(town, OFFICE, "points-settle", quota=1)
    await applied(town, rival, "points-settle", places(town, RIVAL))
    guide = (await town.get("/api/v1/items/points-settle")).json
    assert any("批准以后没有用的名额不再递补" in each["answer"] for each in guide["faq"])
    town.world.clock.forward(days=11)
    for what in ("rank", "publish"):
        settle = await run(town, OFFICE, settle, what)
    town.world.clock.forward(days=8)
    settle = await run(town, OFFICE, settle, "conclude")
    assert (settle["due"] is not None, settle["overdue"]) == (True, False)
    await _duties(town)
    town.world.clock.forward(days=75)
    await _duties(town)
    supervisor = await town.head("yanzheng")
    cards = (await town.get(f"/api/v1/staff/supervision/cards?subject={settle['id']}", token=supervisor)).json["items"]
    decided = [each for each in cards if (each["level"], each["step"]) == ("red", "decided")]
    assert [(each["step_name"], each["holder"]["department"]) for each in decided] == [("全部作出决定", "public_security")]
    assert "round_late" in await town.told(rival)
