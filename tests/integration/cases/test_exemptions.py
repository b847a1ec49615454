"""The exemption list: who is spared which material, from when until when, and what a running case keeps."""

from datetime import date
from typing import Any

import pytest

from backend.errors import Invalid
from models.acts import Act
from models.cases import Case, SaveBody, VersionBody
from models.catalogue.lists import Exemption
from tests.cases_world import CasesWorld
from tests.committing import PROOF, clerk, drafted, filed

SPECIAL: dict[str, Any] = {"when": [{"field": "reward_kind", "equals": "special_support"}]}


def entry(**more: Any) -> Exemption:
    row: dict[str, Any] = {
        "id": "special", "items": ["fp-reward-audit"], "materials": [PROOF], "because": "民政每月比对", "from": date(2026, 1, 1),
        "basis": "某清单",
    }  # fmt: skip
    return Exemption.model_validate(row | more)


def proof(case: Case) -> tuple[str, str]:
    slot = case.material(PROOF)
    assert slot is not None
    return slot.exempt, slot.exempt_by


async def submitted(world: CasesWorld, act: Act, case: Case) -> Case:
    return await world.cases.submit(world.again(act), case.id, VersionBody(version=case.version))


async def test_who_is_exempt_neither_proves_nor_commits(world: CasesWorld) -> None:
    world.exempt(entry(**SPECIAL))
    mother = world.act(await world.proven(world.mother))
    case = await drafted(world, mother, reward_kind="special_support")
    assert proof(case) == ("您不用交「婚育情况没有变化的证明」，因为民政每月比对。", "special")
    case = await filed(world, mother, case)
    case = await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    assert (case.commitment, case.exemptions) == (None, ["special"])
    assert next(each.key for each in case.steps) == "village_check", "an exemption spares the paper, not the visit"


async def test_a_checked_basis_is_told(world: CasesWorld) -> None:
    world.exempt(entry(verified=True))
    case = await drafted(world, world.act(await world.proven(world.mother)))
    assert proof(case)[0].endswith("因为民政每月比对（依据：某清单）。")


async def test_another_answer_asks_for_it_again(world: CasesWorld) -> None:
    world.exempt(entry(**SPECIAL))
    mother = world.act(await world.proven(world.mother))
    case = await drafted(world, mother, reward_kind="special_support")
    body = SaveBody(version=case.version, form={**case.form, "reward_kind": "only_child"})
    case = await world.cases.save(world.again(mother), case.id, body)
    assert proof(case) == ("", "")
    with pytest.raises(Invalid) as refused:
        await submitted(world, mother, case)
    assert [each.pointer for each in refused.value.errors] == [f"/materials/{PROOF}"]


@pytest.mark.parametrize("dates", [{"until": date(2026, 11, 23)}, {"from": date(2026, 11, 24)}])
async def test_an_entry_holds_from_its_day_and_before_its_end(world: CasesWorld, dates: dict[str, Any]) -> None:
    world.exempt(entry(**dates))
    case = await drafted(world, world.act(await world.proven(world.mother)))
    assert (proof(case), case.exemptions) == (("", ""), [])


async def test_it_ends_for_a_draft_and_not_for_what_was_handed_in(world: CasesWorld) -> None:
    world.exempt(entry(until=date(2026, 11, 25)))
    mother = await world.proven(world.mother)
    running = await submitted(world, world.act(mother), await drafted(world, world.act(mother)))
    world.alter("fp-reward-audit", one_at_a_time=False)
    world.clock.forward(days=2)
    mended = await world.store.cases.change({"_id": running.id}, {"$set": {"state": "correction"}})
    assert mended is not None
    running = Case.of(mended)
    body = SaveBody(version=running.version, form={**running.form, "phone": "16900000002"})
    running = await world.cases.save(world.act(mother), running.id, body)
    running = await world.cases.resubmit(world.act(mother), running.id, VersionBody(version=running.version))
    assert proof(running)[1] == "special"


async def test_a_draft_from_before_the_end_is_asked_after_it(world: CasesWorld) -> None:
    world.exempt(entry(until=date(2026, 11, 25)))
    mother = await world.proven(world.mother)
    case = await drafted(world, world.act(mother))
    world.clock.forward(days=2)
    with pytest.raises(Invalid) as refused:
        await submitted(world, world.act(mother), case)
    assert f"/materials/{PROOF}" in [each.pointer for each in refused.value.errors]


async def test_an_entry_that_is_gone_from_the_list_is_kept_by_the_case(world: CasesWorld) -> None:
    world.exempt(entry())
    mother = await world.proven(world.mother)
    case = await drafted(world, world.act(mother))
    world.exempt()
    body = SaveBody(version=case.version, form=dict(case.form))
    assert proof(await world.cases.save(world.act(mother), case.id, body))[1] == "special"


@pytest.mark.parametrize(("applicants", "spared"), [("people", True), ("enterprises", False), ("everybody", True)])
async def test_whom_an_entry_is_for(world: CasesWorld, applicants: str, spared: bool) -> None:
    world.exempt(entry(applicants=applicants))
    case = await drafted(world, world.act(await world.proven(world.mother)))
    assert bool(proof(case)[1]) == spared


@pytest.mark.parametrize(
    ("test", "spared"),
    [
        ({"register": "population", "path": "town", "equals": "luoxi"}, True),
        ({"register": "population", "path": "born", "max": {"of": "today", "months": -840}}, True),
        ({"register": "population", "path": "town", "equals": "qingshi"}, False),
        ({"register": "population", "path": "household.kind", "equals": "家庭户"}, True),
        ({"register": "hardship", "path": "kind", "equals": "低收入家庭成员"}, False),
    ],
)
async def test_what_a_register_says_of_the_applicant(world: CasesWorld, test: dict[str, Any], spared: bool) -> None:
    world.exempt(entry(registers=[test]))
    case = await drafted(world, world.act(await world.proven(world.mother)))
    assert bool(proof(case)[1]) == spared


async def test_a_register_that_does_not_answer_exempts_nobody(world: CasesWorld) -> None:
    world.exempt(entry(registers=[{"register": "population", "path": "town", "equals": "luoxi"}]))
    mother = await world.proven(world.mother)
    world.registers.down = True
    case = await drafted(world, world.act(mother))
    assert proof(case) == ("", "")
