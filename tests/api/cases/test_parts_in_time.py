"""Time in a whole and its parts: acceptance by silence, an extension, and a calendar that changes when both are under way."""

from typing import Any

from tests.api.stories.business import COMPANY, accepted, act, filed, part
from tests.api.stories.test_s02_land import COMPANY as LAND_COMPANY
from tests.api.stories.test_s02_land import land_filed, land_handled
from tests.factories import Granted, Town

CLOSED = {"kind": "holiday", "name": "台风停工", "source": "区政府通告2026年第9号"}


async def _closed(town: Town, day: str) -> None:
    """A day becomes a holiday, and everything open is counted anew."""
    editor = await town.head("fuxiaolan")
    answer = await town.put(f"/api/v1/staff/calendar/days/{day}", CLOSED, token=editor)
    assert answer.status == 200, answer.text
    await town.world.product.engines.cases.recount()
    await town.world.settle()


async def _of(town: Town, case: str, token: str, acting: str = "") -> dict[str, Any]:
    return (await town.get(f"/api/v1/cases/{case}", token=token, acting=acting)).json


async def _land(town: Town) -> tuple[Granted, dict[str, Any]]:
    grant = await land_handled(town, "huang-lili", LAND_COMPANY)
    return grant, await land_filed(town, grant)


async def test_nobody_spoke_up_in_five_days_and_every_part_counts_from_the_day_of_receipt(town: Town) -> None:
    grant, case = await _land(town)
    town.world.clock.forward(days=8)
    await town.world.product.engines.cases.tick()
    await town.world.settle()
    handler = await town.login("zhou-zihan")
    mine = await _of(town, case["id"], handler, grant.id)
    assert (mine["state"]["state"], mine["clock"]["deemed"]) == ("accepted", True)
    assert mine["clock"]["accepted_at"] == case["clock"]["received_at"]
    at_it = [each for each in mine["parts"] if each["status"]["code"] == "under_way"]
    assert [each["key"] for each in at_it] == ["contract_review", "planning_review", "land_review"]
    for each in at_it:
        theirs = (await _of(town, each["case"], handler, grant.id))["clock"]
        assert (theirs["accepted_at"], theirs["deemed"]) == (case["clock"]["received_at"], True)
        assert theirs["promised_due"] == "2026-11-27T17:00:00+08:00", "four working days from receipt, as the law has it accepted then"
    for each in at_it:
        await act(town, await town.staff("tangwenjie"), {"id": each["case"]}, "grant")
    decision = part(await _of(town, case["id"], handler, grant.id), "decision")["case"]
    later = (await _of(town, decision, handler, grant.id))["clock"]
    assert (later["deemed"], later["accepted_at"] > case["clock"]["received_at"]) == (False, True), "what begins now counts from now"


async def test_a_late_calendar_moves_the_end_of_a_part_s_notice_in_the_whole_too(town: Town) -> None:
    grant, case = await _land(town)
    case = await accepted(town, await town.staff("zhuangxiaodong"), case)
    for each in case["parts"]:
        if each["status"]["code"] == "under_way":
            await act(town, await town.staff("tangwenjie"), {"id": each["case"]}, "grant")
    decision = part(await _of(town, case["id"], grant.agent, grant.id), "decision")["case"]
    await act(town, await town.staff("luosiyuan"), {"id": decision}, "complete-step", step="publish", finding="方案已拟定")
    before = await _of(town, case["id"], grant.agent, grant.id)
    assert [each["end"] for each in before["clock"]["stops"]] == ["2026-11-30T17:00:00+08:00"]
    await _closed(town, "2026-11-30")
    whole = (await _of(town, case["id"], grant.agent, grant.id))["clock"]
    theirs = (await _of(town, decision, grant.agent, grant.id))["clock"]
    assert [each["end"] for each in theirs["stops"]] == ["2026-12-01T17:00:00+08:00"]
    assert whole["stops"] == theirs["stops"], "the whole stands still as long as its part, whichever was counted first"
    assert whole["promised_due"] > before["clock"]["promised_due"]
    told = [each for each in await town.inbox(grant.agent) if each["template"] == "case_due_moved"]
    assert len(told) == 1, "of the whole alone, once"


async def test_a_late_calendar_moves_a_part_s_extension_and_the_whole_with_it(town: Town) -> None:
    citizen = await town.proven("li-min")
    case = await accepted(town, await town.staff("linxiaoyan"), await filed(town, citizen, "biz-start", COMPANY))
    licence = part(case, "licence")["case"]
    await act(town, await town.head("mengxiangrui"), {"id": licence}, "extend", reason="名称要和外地登记机关核对")
    before = [(await _of(town, each, citizen))["clock"] for each in (case["id"], licence)]
    await _closed(town, "2026-11-25")
    whole, theirs = [(await _of(town, each, citizen))["clock"] for each in (case["id"], licence)]
    assert (before[0]["promised_due"], whole["promised_due"]) == ("2026-11-27T17:00:00+08:00", "2026-11-30T17:00:00+08:00")
    assert theirs["promised_due"] > before[1]["promised_due"]
    assert theirs["promised_due"] <= whole["promised_due"]
    assert theirs["statutory_due"] == whole["statutory_due"] > before[0]["statutory_due"]
    assert theirs["extension"]["due"] == theirs["promised_due"]


async def test_a_part_that_is_over_keeps_what_it_took_and_moves_no_more(town: Town) -> None:
    citizen = await town.proven("li-min")
    case = await accepted(town, await town.staff("linxiaoyan"), await filed(town, citizen, "biz-start", COMPANY))
    licence = part(case, "licence")["case"]
    await act(town, await town.head("mengxiangrui"), {"id": licence}, "extend", reason="名称要和外地登记机关核对", n=1)
    await act(town, await town.staff("miaolixin"), {"id": licence}, "grant")
    decided = (await _of(town, licence, citizen))["clock"]
    whole = (await _of(town, case["id"], citizen))["clock"]
    await _closed(town, "2026-11-24")
    assert (await _of(town, licence, citizen))["clock"]["promised_due"] == decided["promised_due"]
    after = (await _of(town, case["id"], citizen))["clock"]
    assert (whole["promised_due"], after["promised_due"]) == ("2026-11-25T17:00:00+08:00", "2026-11-26T17:00:00+08:00")
