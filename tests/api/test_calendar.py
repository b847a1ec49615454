"""Catalogue editors change single days of the working calendar over HTTP; booking and clocks follow."""

import pytest

from tests.factories import WEDNESDAY_NINE, Town

DAY = "/api/v1/staff/calendar/days/2026-11-25"
CLOSED = {"kind": "holiday", "name": "台风停工", "source": "区政府通告2026年第9号"}


@pytest.fixture
async def editor(town: Town) -> str:
    """A token of the catalogue editor."""
    return await town.head("fuxiaolan")


async def test_a_day_is_made_a_holiday_and_listed(town: Town, editor: str) -> None:
    answer = await town.put(DAY, CLOSED, token=editor)
    assert answer.status == 200, answer.text
    assert (answer.json["day"], answer.json["label"], answer.json["version"]) == ("2026-11-25", "放假", 0)
    listed = await town.get("/api/v1/staff/calendar?year=2026", token=editor)
    assert (listed.json["published"], [each["name"] for each in listed.json["items"]]) == (True, ["台风停工"])
    again = await town.put(DAY, CLOSED, token=editor)
    assert again.status == 409, "somebody who has not seen the change does not overwrite it"
    back = await town.put(DAY, {**CLOSED, "kind": "workday", "version": 0}, token=editor)
    assert (back.status, back.json["version"]) == (200, 1)


async def test_the_places_of_that_day_go_too(town: Town, editor: str) -> None:
    token = await town.proven("li-min")
    where = "/api/v1/halls/center/slots?item=ssc-apply&from=2026-11-25&to=2026-11-25"
    assert any(slot["start"] == WEDNESDAY_NINE for slot in (await town.get(where, token=token)).json["items"])
    assert (await town.put(DAY, CLOSED, token=editor)).status == 200
    await town.world.product.engines.booking.planner.tick()
    town.world.product.engines.booking.forget()
    assert [slot for slot in (await town.get(where, token=token)).json["items"] if slot["free"]] == []


async def test_nobody_else_changes_it_and_no_other_day(town: Town, editor: str) -> None:
    head = await town.head("xuwenjing")
    citizen = await town.proven("li-min")
    assert (await town.put(DAY, CLOSED, token=citizen)).status in (401, 403)
    assert (await town.put(DAY, CLOSED, token=head)).status == 403
    past = await town.put("/api/v1/staff/calendar/days/2026-11-20", CLOSED, token=editor)
    assert (past.status, past.json["errors"][0]["pointer"]) == (422, "/day")
    assert (await town.put("/api/v1/staff/calendar/days/2026-13-45", CLOSED, token=editor)).status == 422
    assert (await town.get("/api/v1/staff/calendar?year=2026", token=editor)).json["items"] == []
