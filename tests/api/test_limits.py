"""How often a network address may call what needs no account: many people stand behind one, wrong codes are few."""

import asyncio
import time
from types import SimpleNamespace

import pytest

from backend import limits
from tests.client import Answer
from tests.factories import Town

LOGIN = "/api/v1/sessions"


@pytest.fixture(autouse=True)
def _one_person_behind_an_address(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(town.world.product.engines.settings, "people_per_address", 1)
    monkeypatch.setattr(limits, "time", SimpleNamespace(time=lambda: 1_800_000_000.0, monotonic=time.monotonic))  # no minute ends meanwhile


async def log_in(town: Town, code: str) -> Answer:
    return await town.post(LOGIN, {"code": code}, key="")


async def many(town: Town, code: str, times: int) -> list[int]:
    return [answer.status for answer in await asyncio.gather(*(log_in(town, code) for _ in range(times)))]


async def test_an_address_may_log_in_so_often_for_each_person_behind_it(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(await many(town, "demo:li-min", 30)) == {201}
    over = await log_in(town, "demo:li-min")
    assert (over.status, "网络" in over.json["detail"]) == (429, True)
    assert 0 < int(over.headers["Retry-After"]) <= 60
    monkeypatch.setattr(town.world.product.engines.settings, "people_per_address", 2)
    assert (await log_in(town, "demo:li-min")).status == 201


async def test_codes_wechat_refuses_are_few_for_an_address_however_many_stand_behind_it(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(town.world.product.engines.settings, "people_per_address", 20)
    for _ in range(3):  # what WeChat takes is not counted
        assert set(await many(town, "demo:li-min", 8)) == {201}
    for _ in range(6):  # no more at once than WeChat's gate lets through
        assert set(await many(town, "nonsense", 5)) == {401}
    refused = await log_in(town, "demo:li-min")
    assert (refused.status, "多次无效" in refused.json["detail"]) == (429, True)
    assert 0 < int(refused.headers["Retry-After"]) <= 60


async def test_a_log_in_that_fails_for_other_reasons_is_not_held_against_anybody(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(town.world.product.engines.settings, "people_per_address", 20)
    await town.sandbox.switch("wechat.login", error_code=45011)
    for _ in range(7):
        assert set(await many(town, "demo:li-min", 5)) == {429}
    await town.sandbox.reset_switches()
    assert (await log_in(town, "demo:li-min")).status == 201


async def test_what_one_person_does_is_not_multiplied(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(town.world.product.engines.settings, "people_per_address", 20)
    token = await town.login("li-min")
    looks = await asyncio.gather(*(town.get("/verify/aaaaaaaaaaaa", token=token) for _ in range(31)))
    assert sorted({look.status for look in looks}) == [404, 429]
    assert (await town.get("/verify/aaaaaaaaaaaa")).status == 404
