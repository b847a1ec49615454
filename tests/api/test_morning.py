"""The demo town's morning: `python -m sandbox.morning` leaves something to do on the desks, once."""

import asyncio

from sandbox.morning import MATTERS, come, town_of
from tests.factories import Town

QUEUES = (
    ("huanglijuan", "pre_review"),
    ("wuminyi", "processing"),
    ("guxiaoming", "pre_review"),
    ("shiguoqing", "reception"),
    ("shiguoqing", "results"),
    ("liufang", "processing"),
)


async def _brought(town: Town) -> dict[str, str]:
    """What could not be brought, while the worker tells cases what was paid."""
    coming = asyncio.create_task(asyncio.to_thread(come, town_of(town.url, town.sandbox.url)))
    while not coming.done():
        await town.world.settle()
        await asyncio.sleep(0.1)
    return await coming


async def _waiting(town: Town) -> list[int]:
    return [len((await town.get("/api/v1/staff/cases", token=await town.staff(who), queue=queue)).json["items"]) for who, queue in QUEUES]


async def test_the_desks_have_something_to_do_and_a_second_morning_adds_nothing(town: Town) -> None:
    assert await _brought(town) == {}
    found = await _waiting(town)
    assert all(found), dict(zip(QUEUES, found, strict=True))
    clerk = await town.staff("linxiaoyan")
    visits = await town.get("/api/v1/staff/appointments", token=clerk, hall="center", date="2026-11-23")
    assert {each["name"] for each in visits.json["items"]} >= {"陈国强", "张秀兰", "赵鹏"}
    assert (await town.get("/api/v1/staff/grants", token=await town.staff("nichen"))).json["items"]

    assert await _brought(town) == {}
    assert await _waiting(town) == found


async def test_a_town_that_is_closed_says_what_could_not_be_brought(town: Town) -> None:
    elsewhere = town_of(town.url, town.sandbox.url)
    elsewhere.citizens = {code: {**person, "id_number": "990101200001010000"} for code, person in elsewhere.citizens.items()}
    faults = await asyncio.to_thread(come, elsewhere)
    assert set(faults) >= {"社会保障卡：等人社局预审", "存档证明：已经开出"}
    assert set(faults) <= set(MATTERS)
    assert "/api/v1/me/identity 422" in faults["存档证明：已经开出"]


def test_a_server_that_is_not_there_is_told_in_words() -> None:
    assert "请等 make run 说「已启动」，再运行一次" in come(town_of("http://127.0.0.1:9", "http://127.0.0.1:9"))["存档证明：已经开出"]
