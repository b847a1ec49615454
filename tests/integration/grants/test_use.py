"""Acting under a grant: what it covers, what it counts, and that it collides with a revocation."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import pytest

from backend.errors import Forbidden, NotFound, ProofNeeded
from backend.grants.use import Use
from backend.store import Session
from models.acts import Act, Power
from models.grants import Grant, GrantState
from tests.grants_world import ITEM, NOT_BY_PROXY, OTHER_ITEM, GrantsWorld


async def test_an_act_of_ones_own_needs_no_grant_and_no_transaction(world: GrantsWorld) -> None:
    actor = await world.login("one")
    seen: list[Session | None] = []

    async def write(session: Session | None) -> None:
        seen.append(session)

    await world.grants.under(world.act(actor), Power.SUBMIT, NOT_BY_PROXY, write)
    assert seen == [None]


async def test_an_act_under_a_grant_is_counted_with_both_names(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()
    act = await world.acting(daughter, grant)
    assert (act.person, act.person_name) == (mother.id, "王桂芳")
    await world.do(act, subject="cases/case_1")
    changed = await world.grants.get(world.act(mother), grant.id)
    assert changed.uses == 1
    event = changed.events[-1]
    assert (event.action, event.actor["name"], event.principal, event.grant) == (
        "grant.used",
        "李敏",
        {"id": mother.id, "name": "王桂芳"},
        grant.id,
    )
    assert changed.keys.count(act.key or "") == 0


async def test_the_principal_sees_acts_and_reads(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()
    await world.do(await world.acting(daughter, grant), Power.MEND)
    world.later(minutes=1)
    act = await world.acting(daughter, grant)
    await world.audit.read(act, "case.read", person=mother.id, subject="cases/case_1")
    for side in (mother, daughter):
        listed = await world.grants.acts(world.act(side), grant.id)
        assert [(each.agent, each.what, each.item != "") for each in listed] == [("李敏", "查看", False), ("李敏", "补正", True)]


async def test_an_act_that_fails_is_not_counted(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()

    async def write(session: Session | None) -> None:
        raise Forbidden("no")

    with pytest.raises(Forbidden):
        await world.grants.under(await world.acting(daughter, grant), Power.SUBMIT, ITEM, write)
    assert (await world.grants.get(world.act(mother), grant.id)).uses == 0


@pytest.mark.parametrize(
    ("power", "item", "said"),
    [
        (Power.SUBMIT, OTHER_ITEM, "没有"),
        (Power.COLLECT, ITEM, "没有授权您代为领取"),
        (Power.SUBMIT, NOT_BY_PROXY, "不能由别人代办"),
    ],
)
async def test_nobody_acts_beyond_items_and_powers(world: GrantsWorld, power: Power, item: str, said: str) -> None:
    _, daughter, grant = await world.granted(powers=["submit", "see"])
    act = await world.acting(daughter, grant)
    with pytest.raises(Forbidden, match=said):
        await world.do(act, power, item)
    if item != NOT_BY_PROXY:
        with pytest.raises(Forbidden, match=said):
            world.grants.require(act, power, item)
    world.grants.require(act, Power.SEE, ITEM)
    assert await world.done() == 0


async def test_nobody_acts_outside_its_dates(world: GrantsWorld) -> None:
    _, daughter, grant = await world.granted(**{"from": world.day(2).isoformat()})
    with pytest.raises(Forbidden, match="开始"):
        await world.grants.resolve(daughter, grant.id)
    world.later(days=2)
    act = await world.acting(daughter, grant)
    await world.do(act)
    world.later(days=28, hours=13, minutes=59)
    late = await world.acting(daughter, grant)
    world.later(minutes=1)
    with pytest.raises(Forbidden, match="到期"):
        await world.grants.resolve(daughter, grant.id)
    past = Act(actor=late.actor, at=world.clock.now(), acting=late.acting, key="late")
    with pytest.raises(Forbidden, match="到期"):
        await world.do(past)
    assert await world.done() == 1


async def test_somebody_elses_grant_does_not_exist_for_me(world: GrantsWorld) -> None:
    mother, _, grant = await world.granted()
    other = await world.matched(world.stranger)
    for actor in (other, mother):
        with pytest.raises(NotFound):
            await world.grants.resolve(actor, grant.id)
    with pytest.raises(NotFound):
        await world.grants.resolve(other, "grant_nothing")


async def test_an_unmatched_agent_is_sent_to_level_one(world: GrantsWorld) -> None:
    _, daughter, grant = await world.granted()
    with pytest.raises(ProofNeeded):
        await world.grants.resolve(daughter.model_copy(update={"level": 0}), grant.id)


async def test_a_revocation_holds_from_the_next_request_on_and_tells_both(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()
    act = await world.acting(daughter, grant)
    revoked = await world.revoke(mother, grant)
    event = revoked.events[-1]
    assert (event.action, [(order.to, order.template) for order in event.notices]) == (
        "grant.revoked",
        [(mother.id, "grant_revoked"), (daughter.id, "grant_revoked")],
    )
    with pytest.raises(Forbidden, match="已经撤销"):
        await world.grants.resolve(daughter, grant.id)
    with pytest.raises(Forbidden, match="已经撤销"):  # a request that was let in a moment before
        await world.do(act)
    assert await world.done() == 0


async def test_an_agent_may_renounce(world: GrantsWorld) -> None:
    _, daughter, grant = await world.granted()
    ended = await world.revoke(daughter, grant)
    assert (ended.state, ended.events[-1].action) == (GrantState.REVOKED, "grant.renounced")


async def test_an_act_that_began_before_a_revocation_cannot_slip_past_it(world: GrantsWorld) -> None:
    """The act stands in its transaction, its grant counted; the revocation comes. Either the act is in the revoked grant's
    count, or it did not happen."""
    mother, daughter, grant = await world.granted()
    act = await world.acting(daughter, grant)
    counted, revoking = asyncio.Event(), asyncio.Event()

    async def slow(session: Session | None) -> None:
        counted.set()
        await revoking.wait()
        await asyncio.sleep(0.05)
        await world.store.counters.insert({"_id": "act-slow"}, session=session)

    async def revoke() -> Grant:
        await counted.wait()
        revoking.set()
        return await world.revoke(mother, grant)

    task = asyncio.create_task(revoke())
    (outcome,) = await asyncio.gather(world.grants.under(act, Power.SUBMIT, ITEM, slow), return_exceptions=True)
    revoked = await task
    assert revoked.state is GrantState.REVOKED
    assert (outcome is None) == (await world.done() == 1)
    assert revoked.uses == await world.done()
    actions = [event.action for event in revoked.events]
    if outcome is None:
        assert actions.index("grant.used") < actions.index("grant.revoked")


class Unguarded(Use):
    """The negative control: checks the grant, then writes, but counts nothing in it."""

    async def under(
        self,
        act: Act,
        power: Power,
        item: str,
        write: Callable[[Session | None], Awaitable[Any]],
        *,
        subject: str | None = None,
        what: str = "",
    ) -> Any:
        assert act.acting is not None
        await self.resolve(act.actor, act.acting.grant)  # pyright: ignore[reportArgumentType]
        return await self._core.store.transact(write)


async def race(world: GrantsWorld, use: Use) -> int:
    """Six acts and a revocation at once, each act already let in. Returns how many were written after the revocation was done."""
    mother, daughter, grant = await world.granted()
    acts = [await world.acting(daughter, grant) for _ in range(6)]
    revoked = asyncio.Event()

    async def act_once(act: Act) -> None:
        async def write(session: Session | None) -> None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(revoked.wait(), 0.05)
            late = revoked.is_set()
            await world.store.counters.insert({"_id": f"act-{act.key}", "late": late}, session=session)

        await use.under(act, Power.SUBMIT, ITEM, write)

    async def revoke() -> None:
        await world.revoke(mother, grant)
        revoked.set()

    outcomes = await asyncio.gather(
        *(act_once(act) for act in acts[:3]), revoke(), *(act_once(act) for act in acts[3:]), return_exceptions=True
    )
    assert all(each is None or isinstance(each, Forbidden) for each in outcomes)
    assert outcomes[3] is None
    return await world.store.counters.count({"late": True})


async def test_no_act_is_written_after_the_revocation_it_races(world: GrantsWorld) -> None:
    assert await race(world, world.grants) == 0
    grant = Grant.of((await world.store.grants.find({}))[0])
    assert grant.uses == await world.done()
    assert grant.events[-1].action == "grant.revoked"


async def test_without_the_guard_acts_slip_past_the_revocation(world: GrantsWorld) -> None:
    assert await race(world, Unguarded(world.grants._core, world.grants.companies)) > 0


async def test_a_single_grant_is_used_by_one_matter_even_when_raced(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted(single_use=True)
    acts = [await world.acting(daughter, grant) for _ in range(8)]
    outcomes = await asyncio.gather(*(world.do(act, subject=f"case_{n}") for n, act in enumerate(acts)), return_exceptions=True)
    assert sum(isinstance(each, str) for each in outcomes) == 1
    assert all("只能办一次" in str(each) for each in outcomes if not isinstance(each, str))
    assert await world.done() == 1
    assert (await world.grants.get(world.act(mother), grant.id)).state is GrantState.USED_UP


async def test_a_single_grants_matter_is_seen_through(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted(single_use=True)
    await world.do(await world.acting(daughter, grant), subject="case_1")
    await world.do(await world.acting(daughter, grant), subject="case_1")  # submitted again after a return
    await world.do(await world.acting(daughter, grant), Power.MEND, subject="case_1")
    await world.do(await world.acting(daughter, grant))  # the visit for it
    with pytest.raises(Forbidden, match="只能办一次"):
        await world.do(await world.acting(daughter, grant), subject="case_2")
    await world.revoke(mother, grant)
    with pytest.raises(Forbidden, match="已经撤销"):
        await world.grants.resolve(daughter, grant.id)


async def test_a_repeated_grant_is_used_often(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()
    await asyncio.gather(*[world.do(await world.acting(daughter, grant)) for _ in range(12)])
    assert await world.done() == 12
    assert (await world.grants.get(world.act(mother), grant.id)).uses == 12


async def test_a_death_in_the_register_refuses_the_next_request(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()
    world.mother.died_on = date(2026, 11, 24)
    world.later(days=2)
    await world.people.recheck()
    with pytest.raises(Forbidden, match="去世"):
        await world.grants.resolve(daughter, grant.id)
    assert mother.id == grant.person
