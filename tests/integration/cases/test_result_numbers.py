"""The number of a result that staff type is one holder's, per organ and kind."""

import asyncio

import pytest

from backend.errors import Invalid
from models.acts import CitizenActor
from models.cases import Case, CaseState
from tests.cases_world import CasesWorld
from tests.road_digging import accepted, decided, given_out

NUMBER = "云掘2026-008"


async def granted(world: CasesWorld, citizen: CitizenActor) -> Case:
    case = await decided(world, await accepted(world, citizen))
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"obligations": []}})
    return case


async def recorded(world: CasesWorld, case: Case, number: str | None = NUMBER, kind: str = "许可证") -> Case:
    return await given_out(world, case, number, kind)


@pytest.mark.parametrize("typed", [NUMBER, "云掘 2026-008", "云掘２０２６－００８"])
async def test_what_is_somebody_elses_is_refused_however_it_is_typed(world: CasesWorld, typed: str) -> None:
    await recorded(world, await granted(world, await world.proven(world.mother)))
    second = await granted(world, await world.proven(world.daughter))
    with pytest.raises(Invalid) as refused:
        await recorded(world, second, typed)
    (fault,) = refused.value.errors
    assert (fault.pointer, "已经登记给另一位申请人" in fault.detail) == ("/number", True)
    assert (await recorded(world, second, "云掘2026-009")).state is CaseState.CLOSED


async def test_another_kind_no_number_and_the_same_holder_may(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    await recorded(world, await granted(world, mother))
    assert (await recorded(world, await granted(world, mother))).state is CaseState.CLOSED, "a renewal keeps its number"
    daughter = await world.proven(world.daughter)
    assert (await recorded(world, await granted(world, daughter), kind="回执")).state is CaseState.CLOSED
    assert (await recorded(world, await granted(world, daughter), None)).state is CaseState.CLOSED


async def test_of_two_at_once_one_is_told(world: CasesWorld) -> None:
    cases = [await granted(world, await world.proven(person)) for person in (world.mother, world.daughter)]
    done = await asyncio.gather(*(recorded(world, case) for case in cases), return_exceptions=True)
    assert [type(each) for each in done if isinstance(each, BaseException)] == [Invalid]
    assert await world.store.cases.count({"issued_as": {"$exists": True, "$ne": None}}) == 1


async def test_a_number_kept_under_the_departments_code_is_known_too(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    before = await recorded(world, await granted(world, mother))
    assert before.issued_as is not None
    organ, _, rest = before.issued_as.partition(" ")
    assert organ != before.department
    await world.store.cases.change_many({"_id": before.id}, {"$set": {"issued_as": f"{before.department} {rest}"}})
    with pytest.raises(Invalid) as refused:
        await recorded(world, await granted(world, await world.proven(world.daughter)))
    assert [each.pointer for each in refused.value.errors] == ["/number"]
    again = await recorded(world, await granted(world, mother))
    assert (again.state, again.issued_as) == (CaseState.CLOSED, None), "its holder's already"
