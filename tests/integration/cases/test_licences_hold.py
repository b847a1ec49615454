"""The act that grants looks again at the licences a case stands on: what was cancelled since is not granted on."""

from datetime import date
from typing import Any

import pytest

from backend.errors import Unavailable, WrongState
from models.acts import Role
from models.cases import Case, MaterialChoice, SaveBody, StepBody, VersionBody
from models.licence_identifier import LicenceIdentifier
from models.licences import LicenceOnRecord, LicenceStatus
from models.registers import LicencesRecord, PersonKey, RegisterAnswer
from tests.cases_world import CasesWorld

CARD = "resident_card"


async def to_decide(world: CasesWorld, days: int = 1) -> Case:
    """An application with the holder's own card in place of a copy, before the last step; so many days have passed."""
    mother = world.act(await world.proven(world.mother))
    case = await world.draft(mother)
    by_card = SaveBody(version=case.version, materials={CARD: MaterialChoice(licence=True)})
    case = await world.cases.save(world.again(mother), case.id, by_card)
    case = await world.cases.submit(world.again(mother), case.id, VersionBody(version=case.version))
    clerk = world.staff_of(Role.REVIEWER, Role.RECEPTIONIST, town="luoxi")
    case = await world.passed(clerk, await world.claimed(clerk, case))
    case = await world.cases.accept(world.act(clerk), case.id, VersionBody(version=case.version))
    while len([each for each in case.steps if each.done_at is None]) > 1:
        step = case.current_step
        assert step is not None
        body = StepBody(version=case.version, step=step.key, finding="无误")
        case = await world.cases.complete_step(world.act(world.whose(case)), case.id, body)
    world.clock.forward(days=days)
    return case


async def grant(world: CasesWorld, case: Case) -> Case:
    return await world.cases.grant(world.act(world.whose(case)), case.id, world.granting(case))


def register(world: CasesWorld, monkeypatch: pytest.MonkeyPatch, *, newer: bool = False, **changes: Any) -> None:
    """The register of licences has the card otherwise now; `newer`: and another one since."""
    ask = world.registers.fetch

    async def fetch(name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        answer = await ask(name, person, purpose, **criteria)
        if not isinstance(answer.record, LicencesRecord):
            return answer
        held = [LicenceOnRecord.model_validate(each.model_dump() | changes) for each in answer.record.licences]
        if newer:
            parts = LicenceIdentifier.parse(held[0].identifier)
            second = str(LicenceIdentifier(parts.type_code, parts.issuer_code, "2"))
            held.append(held[0].model_copy(update={"identifier": second, "status": LicenceStatus.VALID, "issued_on": date(2026, 11, 20)}))
        return answer.model_copy(update={"record": answer.record.model_copy(update={"licences": tuple(held)})})

    monkeypatch.setattr(world.registers, "fetch", fetch)


async def test_what_was_cancelled_since_is_not_granted_on_and_it_is_said_what_to_do(
    world: CasesWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await to_decide(world)
    register(world, monkeypatch, status="注销")
    with pytest.raises(WrongState, match="《居民身份证》，现在已经注销，不能凭它批准。请发补正告知"):
        await grant(world, case)
    looks = [row["detail"]["purpose"] for row in await world.store.audit.find({"action": "licence.read"}, sort=[("_id", 1)])]
    assert "决定前再核对证照「居民身份证」" in looks[-1], "its holder sees who looked"
    assert (await world.store.cases.get(case.id) or {})["state"] == "accepted"


@pytest.mark.parametrize(
    "changes",
    [{}, {"status": "遗失"}, {"status": "注销", "newer": True}, {"valid_until": date(2026, 11, 23)}],
    ids=["as it was", "lost", "a newer one", "run out"],
)
async def test_what_it_says_of_its_holder_still_holds(world: CasesWorld, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]) -> None:
    case = await to_decide(world)
    register(world, monkeypatch, **changes)
    assert (await grant(world, case)).state.value == "granted"


async def test_a_licence_that_holds_for_a_time_is_over_with_it(world: CasesWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    case = await to_decide(world)
    kinds = world.catalogue.vocabulary.licences
    monkeypatch.setitem(world.lookup.kinds, CARD, kinds[CARD].model_copy(update={"identifies": False}))  # type: ignore[arg-type]
    register(world, monkeypatch, valid_until=date(2026, 11, 23))
    with pytest.raises(WrongState, match="到期"):
        await grant(world, case)


@pytest.mark.parametrize("days", [0, 1])
async def test_nothing_is_granted_unasked_and_none_is_asked_twice_on_a_day(
    world: CasesWorld, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    case = await to_decide(world, days)
    ask = world.registers.fetch

    async def silent(name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        if name == "licences":
            raise Unavailable()
        return await ask(name, person, purpose, **criteria)

    monkeypatch.setattr(world.registers, "fetch", silent)
    if days == 0:
        assert (await grant(world, case)).state.value == "granted"
        return
    with pytest.raises(Unavailable):
        await grant(world, case)
