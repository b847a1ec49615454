"""The green channel: on published grounds, by the head, first in every queue, and nothing that was promised changes."""

from datetime import datetime, timedelta

import pytest

from backend.clock import SHANGHAI
from backend.errors import Forbidden, Invalid, WrongState
from models.acts import Role, StaffActor
from models.cases import Case, GreenBody, GreenGround, PauseBody, PauseGround, Queue, QueueQuery, VersionBody
from models.catalogue import Span, TimeUnit
from tests.cases_world import LATER, CasesWorld

DAY = GreenGround(key="relief", name="急难救助", within=Span(n=1))
LONG = GreenGround(key="long", name="慢慢办", within=Span(n=60))
OTHERS = GreenGround(key="project", name="重大项目", items=("land-merge",), within=Span(n=4, unit=TimeUnit.HOUR))


@pytest.fixture
async def case(world: CasesWorld) -> Case:
    """An accepted application for the longevity allowance, five working days promised."""
    world.book.policy = world.book.policy.model_copy(update={"green_channel": (DAY, LONG, OTHERS)})
    act = world.act(await world.proven(world.mother))
    return await world.accepted(act, world.staff_of(Role.REVIEWER))


@pytest.fixture
def head(world: CasesWorld) -> StaffActor:
    return world.staff_of(Role.CHIEF_REPRESENTATIVE, id="staff_head")


async def marked(world: CasesWorld, head: StaffActor, case: Case, ground: str | None = "relief") -> Case:
    return await world.cases.green_channel(world.act(head), case.id, GreenBody(version=case.version, ground=ground, reason="家里着火"))


async def test_the_office_hurries_and_the_promise_stays(world: CasesWorld, case: Case, head: StaffActor) -> None:
    green = await marked(world, head, case)
    assert green.green is not None
    assert (green.green.name, green.green.by.id, green.first) == ("急难救助", "staff_head", True)
    assert green.clock.internal_due == datetime(2026, 11, 24, 17, tzinfo=SHANGHAI)
    unchanged = {"internal", "internal_due"}
    assert green.clock.model_dump(exclude=unchanged) == case.clock.model_dump(exclude=unchanged)
    assert (await world.events(case))[-1] == "case.green_channel"


async def test_it_never_gives_itself_more_than_was_promised(world: CasesWorld, case: Case, head: StaffActor) -> None:
    green = await marked(world, head, case, "long")
    assert green.clock.internal_due == green.clock.promised_due


async def test_a_stop_moves_it_as_it_moves_the_promise(world: CasesWorld, case: Case, head: StaffActor) -> None:
    green = await marked(world, head, case)
    body = PauseBody(until=LATER, version=green.version, ground=PauseGround.SITE_VISIT, reason="上门看看")
    stopped = await world.cases.pause(world.act(world.staff_of(Role.REVIEWER)), case.id, body)
    assert stopped.clock.internal_due is None
    world.clock.forward(days=1)
    went_on = await world.cases.resume(world.act(world.staff_of(Role.REVIEWER)), case.id, VersionBody(version=stopped.version))
    assert went_on.clock.internal_due == datetime(2026, 11, 25, 17, tzinfo=SHANGHAI)


async def test_it_stands_first_and_again_where_it_was_when_it_is_taken_out(world: CasesWorld, case: Case, head: StaffActor) -> None:
    other = (await world.store.cases.get(case.id) or {}) | {"_id": "case_0", "number": "9", "open_need": "other", "events": [], "keys": []}
    waiting = Case.of(other).model_copy(update={"queued_at": case.queued_at - timedelta(days=2) if case.queued_at else None})
    await world.store.cases.insert(waiting)

    async def order() -> list[str]:
        page, _ = await world.cases.queue(world.act(head), QueueQuery(queue=Queue.PROCESSING))
        return [each.id for each in page]

    assert await order() == ["case_0", case.id]
    green = await marked(world, head, case)
    assert await order() == [case.id, "case_0"]
    out = await marked(world, head, green, None)
    assert (out.green, out.first, out.clock.internal_due) == (None, False, None)
    assert await order() == ["case_0", case.id]
    with pytest.raises(WrongState, match="不在绿色通道里"):
        await marked(world, head, out, None)


@pytest.mark.parametrize("ground", ["project", "friendship"])
async def test_only_what_was_published_for_the_item(world: CasesWorld, case: Case, head: StaffActor, ground: str) -> None:
    with pytest.raises(Invalid) as told:
        await marked(world, head, case, ground)
    assert "急难救助（relief）" in told.value.errors[0].detail
    assert "重大项目" not in told.value.errors[0].detail


async def test_only_the_head(world: CasesWorld, case: Case) -> None:
    for actor in (world.staff_of(Role.REVIEWER), world.staff_of(Role.CHIEF_REPRESENTATIVE, department="housing")):
        with pytest.raises(Forbidden):
            await marked(world, actor, case)


async def test_where_nothing_is_published_nothing_is_offered(world: CasesWorld, case: Case, head: StaffActor) -> None:
    assert "green-channel" in await world.cases.actions(world.act(head), case)
    world.book.policy = world.book.policy.model_copy(update={"green_channel": (OTHERS,)})
    assert "green-channel" not in await world.cases.actions(world.act(head), case)
