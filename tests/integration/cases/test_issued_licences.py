"""What a granted case hands out enters the district's own licence register, and leaves it with the decision."""

import pytest

from backend.errors import NotFound
from backend.licences import Issued
from backend.outbox import OutboxRow
from backend.registers import RegisterMismatch, RegisterUnavailable
from models.acts import CitizenActor
from models.cases import Case, Organ, Revocation, Somebody
from models.issued_licences import IssuedLicence
from models.licence_identifier import LicenceIdentifier
from models.licences import LicenceOnRecord, LicenceStatus
from models.registers import PersonKey, RegisterAnswer
from tests.cases_world import CasesWorld
from tests.road_digging import accepted, decided, given_out

KIND = "road_digging_permit"


async def follow(world: CasesWorld, case: Case, action: str = "case.granted") -> None:
    """What the outbox does with an event of the case: it may do it twice."""
    row = OutboxRow("evt", world.clock.now(), action, f"cases/{case.id}", case.person, {}, {}, [])
    for _ in range(2):
        await world.issued.on_case_event(row)


async def granted(world: CasesWorld, again: CitizenActor | None = None) -> tuple[Case, PersonKey]:
    """The mother may dig, and who she is to registers."""
    mother = again or await world.proven(world.mother)
    case = await decided(world, await accepted(world, mother))
    await follow(world, case)
    holder = await world.licences.key_of(world.act(mother))
    assert len(await held(world, holder)) == (1 if again else 0), (
        "the map and the payment are still owed: the paper is not handed out either"
    )
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"obligations": []}})
    await follow(world, case, "case.payment_settled")
    return case, holder


async def held(world: CasesWorld, holder: PersonKey) -> list[LicenceOnRecord]:
    kind = world.catalogue.vocabulary.licences[KIND]
    return await world.issued.held(holder, kind.type_code)


async def test_a_granted_permit_is_in_the_register_once_with_an_identifier_that_checks(world: CasesWorld) -> None:
    case, holder = await granted(world)
    [permit] = await held(world, holder)
    assert case.decision is not None
    assert (permit.number, permit.status, permit.holders) == (case.decision.number, LicenceStatus.VALID, (case.person_name,))
    assert str(permit.valid_until) == case.form["end"]
    assert {line.label: line.value for line in permit.lines}["挖掘位置"] == case.form["road"]
    bureau = world.catalogue.vocabulary.departments["urban_management"]
    assert (permit.issuer, permit.issuer_code) == ("江州市云城区城市管理和综合执法局", bureau.uscc), "whoever decided"
    identifier = LicenceIdentifier.parse(permit.identifier)
    assert identifier.type_code == world.catalogue.vocabulary.licences[KIND].type_code
    with pytest.raises(ValueError, match="check character"):
        LicenceIdentifier.parse(permit.identifier[:-1] + ("A" if permit.identifier[-1] != "A" else "B"))


async def test_the_number_on_the_paper_becomes_its_number(world: CasesWorld) -> None:
    case, holder = await granted(world)
    case = await given_out(world, case, "云掘2026-008")
    await follow(world, case, "case.closed")
    assert [each.number for each in await held(world, holder)] == ["云掘2026-008"]


async def test_it_replaces_a_paper_without_another_register_being_asked(world: CasesWorld) -> None:
    _, holder = await granted(world)
    kind = world.licences.kind_for(KIND, holder)
    before = len(world.registers.asked)
    found = await world.lookup.one(kind, holder, "test", world.clock.now().date())
    assert (found.licence.name, found.provenance.source, len(world.registers.asked)) == (kind.name, "own_licences", before)
    assert found.told(holder.name).identifier == found.licence.identifier


async def test_it_ends_with_the_decision_and_on_its_last_day(world: CasesWorld) -> None:
    case, holder = await granted(world)
    kind = world.licences.kind_for(KIND, holder)
    with pytest.raises(NotFound, match="到期"):
        await world.lookup.one(kind, holder, "test", world.day(365))
    await _revoked(world, case)
    [permit] = await held(world, holder)
    assert permit.status is LicenceStatus.CANCELLED
    with pytest.raises(NotFound, match="注销"):
        await world.lookup.one(kind, holder, "test", world.clock.now().date())


async def test_an_organ_of_another_district_issues_in_its_own_name(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await decided(world, await accepted(world, mother))
    bureau = Organ(name="江州市临江区行政审批局", word="临政", seal="章", government="临江区人民政府", code="11990102MB991030X6")
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"obligations": [], "organ": bureau.model_dump()}})
    await follow(world, case)
    [permit] = await held(world, await world.licences.key_of(world.act(mother)))
    assert (permit.issuer, permit.issuer_code) == (bureau.name, bureau.code)
    assert f".{bureau.code}." in permit.identifier


async def test_what_is_not_granted_issues_nothing(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    await follow(world, await accepted(world, mother))
    assert await world.store.licences_issued.count({}) == 0


async def test_it_is_kept_sealed(world: CasesWorld) -> None:
    _, holder = await granted(world)
    raw = await world.store._plain[world.store.database].licences_issued.find_one({})  # pyright: ignore[reportPrivateUsage]
    assert holder.id_number not in str(raw)
    assert IssuedLicence.of((await world.store.licences_issued.find({}))[0]).person


async def _revoked(world: CasesWorld, case: Case) -> None:
    """The head has taken the decision back after the permit was handed out: what it rested on was untrue."""
    by = Somebody(id="staff_2", name="秦岭", department="urban_management")
    revoked = Revocation(
        number="〔2026〕云政撤字第000001号",
        at=world.clock.now(),
        by=by,
        reason="材料不实",
        basis="行政许可法第六十九条",
        remedies="可以申请行政复议。",
        annulled=True,
    )
    assert case.decision is not None
    decision = case.decision.model_copy(update={"revoked": revoked})
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"decision": decision.model_dump()}})
    await follow(world, case, "case.annulled")


@pytest.mark.parametrize(
    ("fault", "words"), [(RegisterUnavailable, "证照库暂时没有回应"), (RegisterMismatch, "与您的身份对不上")], ids=["silent", "mismatch"]
)
async def test_while_the_other_register_is_silent_the_holder_sees_what_was_issued_here(
    world: CasesWorld, monkeypatch: pytest.MonkeyPatch, fault: type[RegisterUnavailable], words: str
) -> None:
    case, _ = await granted(world)
    holder = CitizenActor(id=case.person, name=case.person_name, level=2)
    whole = await world.licences.mine(world.act(holder))
    assert (len(whole.held) > 1, whole.unasked) == (True, "")
    asked = 0

    async def silent(name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        nonlocal asked
        asked += 1
        raise fault(name, "test")

    monkeypatch.setattr(world.registers, "fetch", silent)
    part = await world.licences.mine(world.act(holder))
    assert [kind.id for kind, _ in part.held] == [KIND]
    assert words in part.unasked
    assert "不等于没有" in part.unasked
    asked = 0
    some = await world.lookup.of_kinds([KIND, "resident_card", "household_register"], await world.licences.key_of(world.act(holder)), "t")
    assert ([kind.id for kind, _ in some.held], asked) == ([KIND], 1), "once silent it is not asked again for each kind"


async def test_a_later_one_of_the_kind_takes_its_place_and_gives_it_back_with_its_own_decision(world: CasesWorld) -> None:
    result = world.catalogue.version("road-dig", world.clock.now().date()).result
    assert result.licence is not None
    world.alter("road-dig", results=(result.model_copy(update={"licence": result.licence.model_copy(update={"replaces_earlier": True})}),))
    world.issued = Issued(world.store, world.cases.catalogue, world.clock)
    first, holder = await granted(world)
    world.clock.forward(days=1)
    second, _ = await granted(world, CitizenActor(id=first.person, name=first.person_name, level=2))
    await follow(world, first, "case.closed")
    kept = {each.case: each for each in map(IssuedLicence.of, await world.store.licences_issued.find({}))}
    assert [kept[each.id].record["status"] for each in (first, second)] == ["注销", "有效"], "an event of the earlier one changes nothing"
    assert kept[first.id].replaced_by == second.id
    await _revoked(world, second)
    kind = world.catalogue.vocabulary.licences[KIND]
    assert sorted(each.status for each in await world.issued.held(holder, kind.type_code)) == [LicenceStatus.VALID, LicenceStatus.CANCELLED]
    await _revoked(world, first)
    assert {each.status for each in await world.issued.held(holder, kind.type_code)} == {LicenceStatus.CANCELLED}
