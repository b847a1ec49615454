"""A person's rights over their own data."""

import pytest

from backend.errors import Conflict
from models.acts import Act
from tests.people_world import World

WANG = "99010119440308002"


async def test_the_person_sees_who_read_their_data_and_why_but_not_their_own_reads(world: World) -> None:
    actor = await world.matched(world.knows("王桂芳", WANG))
    other = await world.matched(world.knows("李敏", "99010119700912006", phone="16900000002"))
    for reader in (world.clerk(), actor):
        await world.audit.read(world.act(reader), "case.read", person=actor.id, subject="cases/case_1", purpose="预审")
    await world.audit.read(world.act(world.clerk()), "case.read", person=other.id, subject="cases/case_2", purpose="预审")
    log = await world.people.records.access_log(actor.id, None, 50)
    assert [(each.reader, each.role, each.department, each.subject, each.purpose, each.case) for each in log] == [
        ("陈晓", "窗口受理员", "政务服务和数据管理局", "办件", "预审", "case_1")
    ]
    assert await world.people.records.access_log(actor.id, log[0].at, 50) == []


async def test_the_export_gathers_every_subject_and_masks_nothing_it_should_not(world: World) -> None:
    actor = await world.matched(world.knows("王桂芳", WANG))

    async def cases(person: str) -> list[dict[str, object]]:
        return [{"id": "case_1", "person": person}]

    world.people.records.register("cases", cases)
    export = await world.people.records.export(Act(actor=actor, at=world.clock.now()))
    assert export.person.name == "王桂芳"
    assert export.records == {"cases": [{"id": "case_1", "person": actor.id}]}


async def test_erasure_is_refused_while_something_is_open(world: World) -> None:
    actor = await world.matched(world.knows("王桂芳", WANG))
    open_matters: list[str | None] = ["还有 1 件正在办理的事项"]

    async def nothing(person: str) -> list[dict[str, object]]:
        return []

    async def obstacle(person: str) -> str | None:
        return open_matters[0]

    world.people.records.register("cases", nothing, obstacle)
    with pytest.raises(Conflict, match="还有 1 件正在办理的事项"):
        await world.people.records.erase(Act(actor=actor, at=world.clock.now()))
    open_matters[0] = None
    await world.people.records.erase(Act(actor=actor, at=world.clock.now()))


async def test_erasure_leaves_nothing_that_names_the_person_and_they_may_come_back(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    token, _ = await world.sessions.login(world.public_act(), person.name, "phone")
    actor = await world.matched(person)
    answer = await world.people.records.erase(Act(actor=actor, at=world.clock.now()))
    assert answer.erased == ["微信账号绑定", "姓名和证件号码", "手机号"]
    assert await world.sessions.citizen(token) is None
    citizen = await world.citizen(actor)
    assert (citizen.name, citizen.identity, citizen.phone, citizen.openid, citizen.bindings) == ("", None, None, None, [])
    world.later(minutes=2)
    back = await world.matched(person)
    assert back.id != actor.id
