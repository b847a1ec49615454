"""What a granted case hands out enters the district's own licence register, and leaves it with the decision."""

import pytest

from backend.errors import NotFound
from backend.outbox import OutboxRow
from models.cases import Case, ResultBody, RevokeBody
from models.issued_licences import IssuedLicence
from models.licence_identifier import LicenceIdentifier
from models.licences import LicenceOnRecord, LicenceStatus
from models.registers import PersonKey
from tests.cases_world import CasesWorld
from tests.integration.cases.test_tolerance import lapsed
from tests.road_digging import accepted, clerk, decided, head

KIND = "road_digging_permit"


async def follow(world: CasesWorld, case: Case, action: str = "case.granted") -> None:
    """What the outbox does with an event of the case: it may do it twice."""
    row = OutboxRow("evt", world.clock.now(), action, f"cases/{case.id}", case.person, {}, {}, [])
    for _ in range(2):
        await world.issued.on_case_event(row)


async def granted(world: CasesWorld) -> tuple[Case, PersonKey]:
    """The mother may dig, and who she is to registers."""
    mother = await world.proven(world.mother)
    case = await decided(world, await accepted(world, mother))
    await follow(world, case)
    return case, await world.licences.key_of(world.act(mother))


async def held(world: CasesWorld, holder: PersonKey) -> list[LicenceOnRecord]:
    kind = world.catalogue.vocabulary.licences[KIND]
    return await world.issued.held(holder, kind.type_code)


async def test_a_granted_permit_is_in_the_register_once_with_an_identifier_that_checks(world: CasesWorld) -> None:
    case, holder = await granted(world)
    [permit] = await held(world, holder)
    assert case.decision is not None
    assert (permit.number, permit.status, permit.holders) == (case.decision.number, LicenceStatus.VALID, (case.person_name,))
    assert str(permit.valid_until) == case.form["end"]
    assert {line.label: line.value for line in permit.lines}["挖哪条路"] == case.form["road"]
    identifier = LicenceIdentifier.parse(permit.identifier)
    assert identifier.type_code == world.catalogue.vocabulary.licences[KIND].type_code
    with pytest.raises(ValueError, match="check character"):
        LicenceIdentifier.parse(permit.identifier[:-1] + ("A" if permit.identifier[-1] != "A" else "B"))


async def test_the_number_on_the_paper_becomes_its_number(world: CasesWorld) -> None:
    case, holder = await granted(world)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"obligations": []}})
    result = ResultBody(version=case.version, kind="许可证", number="云掘2026-008", delivery="窗口领取")
    case = await world.cases.record_result(world.act(clerk(world)), case.id, result)
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
    """The map of pipelines never comes, and the head takes the permit back."""
    case = await lapsed(world, case)
    body = RevokeBody(version=case.version, reason="到期没有补交管线图", basis="容缺受理通知书所载的后果")
    await follow(world, await world.cases.revoke(world.act(head(world)), case.id, body), "case.revoked")
