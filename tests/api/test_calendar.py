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


async def test_everybody_who_works_reads_the_whole_year_as_it_holds(town: Town, editor: str) -> None:
    assert (await town.put(DAY, CLOSED, token=editor)).status == 200
    for who in ("nichen", "xuwenjing"):
        year = (
            await town.get("/api/v1/staff/calendar?year=2026", token=await town.head(who) if who == "xuwenjing" else await town.staff(who))
        ).json
        days = {each["day"]: each for each in year["days"]}
        assert days["2026-01-01"] == {"day": "2026-01-01", "works": False, "name": "元旦", "changed": False}
        assert days["2026-10-10"] == {"day": "2026-10-10", "works": True, "name": "国庆节调休", "changed": False}
        assert days["2026-11-25"] == {"day": "2026-11-25", "works": False, "name": "台风停工", "changed": True}
        assert list(days) == sorted(days), "in order"
        assert "2026-11-28" not in days, "an ordinary Saturday is what its weekday says"
        assert year["source"] == "国务院办公厅关于2026年部分节假日安排的通知"
    assert (await town.get("/api/v1/staff/calendar?year=2026", token=await town.proven("li-min"))).status in (401, 403)
    later = (await town.get("/api/v1/staff/calendar?year=2027", token=editor)).json
    assert (later["published"], later["source"]) == (False, "法定节假日（推算），调休安排待国务院办公厅通知")
    unknown = (await town.get("/api/v1/staff/calendar?year=2028", token=editor)).json
    assert (unknown["published"], unknown["source"], unknown["days"]) == (False, "", [])
