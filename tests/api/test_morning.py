"""The demo town's morning: `python -m sandbox.morning` leaves everybody of the staff something to do, once, and says who has what."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

import pytest

from backend.clock import SHANGHAI
from sandbox.morning import MATTERS, Desk, come, roster, town_of
from sandbox.morning import Town as Morning
from tests.factories import Town

_NOT_YET = {"shaoliqun", "yingchanglin"}  # of 临江's 人社局, whose power is handed down to it on 1 December
_BROUGHT = (
    "authorisations",
    "bills",
    "cases",
    "catalogue_drafts",
    "certificates",
    "deliveries",
    "grants",
    "materials",
    "points_sheets",
    "staff",
)
_LAST = MATTERS[-2]  # then supervision has had its turn


class Watch:
    """The hands of the clock that this process shows."""

    def __init__(self, town: Town) -> None:
        self._clock, self._own = town.world.clock, town.world.clock.at

    def now(self) -> datetime:
        return self._clock.at

    def set(self, at: datetime | None) -> None:
        self._clock.at = at or self._own


@asynccontextmanager
async def _worker(town: Town) -> AsyncIterator[None]:
    """Tells beside what is brought, as the product does."""

    over = asyncio.Event()

    async def tells() -> None:
        while not over.is_set():  # a cancelled request may go on
            await town.world.settle()
            await asyncio.sleep(0.2)

    beside = asyncio.create_task(tells())
    try:
        yield
    finally:
        over.set()
        await beside


async def _brought(town: Town, morning: Morning) -> dict[str, str]:
    """What could not be brought."""
    faults: dict[str, str] = {}
    coming, engines = come(morning), town.world.product.engines
    async with _worker(town):
        while (step := await asyncio.to_thread(next, coming, None)) is not None:
            faults |= {step[0]: step[1]} if step[1] else {}
            if step[0] == _LAST:
                await engines.supervision.tick()
                for _ in range(2):  # one look at a time
                    await engines.cases.tick()
                await engines.cases.draw_rechecks()
        await town.world.settle()
    return faults


async def _kept(town: Town) -> dict[str, int]:
    """How many there are of what citizens bring and what is made of it."""
    store = town.world.store
    taken = await store.places.count({"state": {"$ne": "free"}})
    return {"places": taken, **{name: await store.collection(name).count({}) for name in _BROUGHT}}


async def _desks(morning: Morning) -> list[Desk]:
    return await asyncio.to_thread(lambda: list(roster(morning)))


@pytest.mark.long
@pytest.mark.timeout(300)
async def test_everybody_has_something_to_do_and_a_second_morning_adds_nothing(town: Town) -> None:
    morning = town_of(town.url, town.sandbox.url, Watch(town))
    assert await _brought(town, morning) == {}
    desks = await _desks(morning)
    assert {each.username: each.fault for each in desks if each.fault} == {}
    assert {each.username for each in desks if not each.found} == _NOT_YET
    found = {each.username: each.found for each in desks}
    for username, page in (
        ("liaojiaming", "等我决定"),
        ("xuwenjing", "等我决定"),
        ("leizhenyu", "等我决定"),
        ("shimingyuan", "超过法定期限"),
        ("baixueying", "容缺补交"),
        ("qinling", "没有守诺"),
        ("dengliping", "镇街收、区里审"),
        ("gongyuehua", "代收的外区件"),
        ("tongjing", "待交付的结果"),
        ("yanzheng", "督办牌"),
        ("gaoyuan", "电话通知"),
        ("nichen", "授权核实"),
        ("yijianxin", "积分核定"),
        ("qinlan", "积分批次"),
        ("hongan", "账号变动等同意"),
        ("luwenbo", "事项草稿"),
    ):
        assert page in found[username], (username, page, found[username])
    assert found["wuminyi"]["待办理"] > 50, "more than a page"
    checkers = [each for each in found.values() if "要我复核的" in each]
    assert checkers, "a month that is over is drawn from"
    assert str(desks[0]).startswith("何建新（hejianxin，政务服务和数据管理局大厅管理员）：今日 ")
    visits = await town.get("/api/v1/staff/appointments", token=morning.clerk("linxiaoyan"), hall="center", date="2026-11-23")
    assert {each["state"] for each in visits.json["items"]} >= {"confirmed", "checked_in", "done"}

    kept = await _kept(town)
    assert await _brought(town, morning) == {}
    assert await _kept(town) == kept
    assert town.world.clock.at == datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)


async def test_a_town_that_is_closed_says_what_could_not_be_brought(town: Town) -> None:
    elsewhere = town_of(town.url, town.sandbox.url, Watch(town))
    elsewhere.citizens = {code: {**person, "id_number": "990101200001010000"} for code, person in elsewhere.citizens.items()}
    faults = {label: fault for label, fault in await asyncio.to_thread(lambda: list(come(elsewhere))) if fault}
    assert set(faults) >= {"社会保障卡：等人社局预审", "存档证明：已经开出"}
    assert set(faults) <= set(MATTERS)
    assert any("/api/v1/me/identity 422" in fault for fault in faults.values())


def test_a_server_that_is_not_there_is_told_in_words() -> None:
    assert "请等 make run 说「已启动」，再运行一次" in dict(come(town_of("http://127.0.0.1:9", "http://127.0.0.1:9")))["存档证明：已经开出"]
