"""S9: 积分制入学. Points confirmed once settle their holder and send a child to school, with nothing handed in again; the office has
forty working days for it, and the announced wait for the ranking, its publication and the passing on is in none of them."""

from datetime import date, datetime
from typing import Any

from backend.clock import SHANGHAI
from tests.api.stories.business import accepted, act, filed
from tests.api.stories.points import (
    APPLICANT,
    OFFICE,
    PLACES,
    POLICE,
    RECEPTION,
    SCHOOLS,
    STAFF,
    answered,
    applied,
    confirmed,
    listed,
    opened,
    places,
    points,
    pupil,
    run,
)
from tests.factories import Town


async def _seen(town: Town, token: str, case: dict[str, Any]) -> dict[str, Any]:
    answer = await town.get(f"/api/v1/cases/{case['id']}", token=token)
    assert answer.status == 200, answer.text
    return answer.json


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone(SHANGHAI).date()


async def test_points_confirmed_once_settle_and_send_a_child_to_school_within_forty_working_days(town: Town) -> None:
    me = await town.proven(APPLICANT)
    record = await confirmed(town, me)
    settle = await opened(town, OFFICE, "points-settle", quota=1)
    home = await applied(town, me, "points-settle", places(town, APPLICANT))
    settle = await listed(town, settle)
    await run(town, OFFICE, settle, "conclude")
    assert (await run(town, POLICE, settle, "decide"))["done"] == 1
    assert (await _seen(town, me, home))["state"]["state"] == "granted"

    await town.proven_again(me, APPLICANT)
    town.world.clock.forward(days=1)  # a Monday
    school = await opened(town, SCHOOLS, "points-school", places=PLACES)
    await town.proven_again(me, APPLICANT)
    handed = await filed(town, me, "points-school", pupil(town, "aili-maimaiti"))
    shown = [(each["key"], each["files"], each["licence"]["type"]) for each in handed["materials"]]
    assert shown == [("birth_certificate", [], "household_register")], "looked up: neither points nor the child are handed in again"
    assert handed["differences"] == []
    case = await accepted(town, await town.staff(RECEPTION), handed)
    assert (await _seen(town, me, case))["clock"]["promised_due"] is not None, "the days run from acceptance"
    town.world.clock.forward(days=3)
    await act(town, await town.staff(OFFICE), case, "complete-step", step="qualification", finding="符合申请条件")
    clock = (await _seen(town, me, case))["clock"]
    (stop,) = clock["stops"]
    assert (stop["ground"]["label"], stop["statutory"], stop["legal_basis"]) == ("等待统一排名和公示", True, "积分制服务年度通告（演示）")
    assert (clock["promised_due"], clock["statutory_due"]) == (None, None), "nobody is promised a day while the round is on"

    office = await town.staff(SCHOOLS)
    early = await town.post(f"{STAFF}/rounds/{school['id']}/rank", {"version": school["version"]}, token=office)
    assert early.status == 409, "the window is open"
    school = await listed(town, school)
    assert school["published_until"][:10] == "2027-01-05", "five working days: the new year is none"
    await run(town, SCHOOLS, school, "conclude")
    assert (await _seen(town, me, case))["clock"]["stops"][0]["end"] is None, "whoever has a place says first whether they take it"
    await town.proven_again(me, APPLICANT)
    assert (await answered(town, me, school, case, take=True))[1]["sentence"] == "入围。已经接受。"
    await run(town, SCHOOLS, school, "conclude")

    clock = (await _seen(town, me, case))["clock"]
    (stop,) = clock["stops"]
    due = _day(clock["promised_due"])
    calendar = town.world.product.engines.calendars.current
    days = [each for each in _days(_day(clock["accepted_at"]), due) if calendar.is_workday(each)]
    still = [each for each in days if _day(stop["start"]) <= each <= _day(stop["end"])]
    assert len(days) - len(still) == 40, "a day the stop touches is none of the office's"
    assert _day(clock["statutory_due"]) == due
    await run(town, SCHOOLS, school, "decide")
    won = await _seen(town, me, case)
    assert (won["state"]["state"], won["decision"]["reason"].endswith("派到第1志愿「云山实验学校（演示）」。")) == ("granted", True)
    assert _day(won["decision"]["at"]) <= due
    assert [(each["id"], each["current"]) for each in (await points(town, me))["records"]] == [(record["id"], True)], "used, not used up"


def _days(after: date, until: date) -> list[date]:
    return [date.fromordinal(each) for each in range(after.toordinal() + 1, until.toordinal() + 1)]
