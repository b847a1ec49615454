"""The decision of an archived case can still be gone into: what comes of it is handed over as a supplement, and nothing is destroyed before."""

from datetime import datetime

import pytest

from backend.archives import Archives, transfer_csv
from backend.cases import case_view
from backend.cases.actions import Action
from backend.errors import Invalid, WrongState
from models.acts import CitizenActor, SystemActor
from models.archives import ArchivesQuery
from models.cases import AnnulBody, Case, InspectionOutcome, ReasonBody, RevokeBody, SpeakBody
from models.destructions import DestructionBody, OpinionBody
from tests.archiving import HEAD, KEEPER, TERM, Printer, closed, now, transferred
from tests.cases_world import CasesWorld
from tests.road_digging import clerk, head

BASIS = "行政许可法第六十九条"
WHY = "许可依据的施工图是伪造的"


@pytest.fixture
def archives(world: CasesWorld) -> Archives:
    return Archives(world.store, world.clock, world.catalogue, world.book, Printer(), demo=True)


async def archived(world: CasesWorld, archives: Archives) -> Case:
    case = await closed(world)
    await transferred(world, archives, case)
    return await now(world, case)


async def found_wrong(world: CasesWorld, case: Case) -> Case:
    """The head's notice, and what the applicant says to it."""
    case = await world.cases.find_wrong(world.act(head(world)), case.id, RevokeBody(version=case.version, reason=WHY, basis=BASIS))
    mother = CitizenActor(id=case.person, level=2)
    return await world.cases.speak(world.act(mother), case.id, SpeakBody(version=case.version, text="图纸是施工单位给的"))


async def annulled(world: CasesWorld, case: Case) -> Case:
    body = AnnulBody(version=case.version, reason=WHY, basis=BASIS)
    return await world.annulled(head(world), case, body)


async def against(archives: Archives, world: CasesWorld) -> tuple[str, str]:
    """The only candidate for a transfer: the list it went with, and what stands against it."""
    [row], _ = await archives.archivable(world.act(KEEPER), ArchivesQuery())
    return row.supplements, row.reason


def mark_of(case: Case) -> tuple[str, datetime | None, list[str], str]:
    assert case.archived is not None
    return case.archived.number, case.archived.changed_at, [each.number for each in case.archived.supplements], case.archived.until


async def test_an_archived_grant_is_found_wrong_and_what_comes_of_it_goes_with_a_later_list(world: CasesWorld, archives: Archives) -> None:
    case = await archived(world, archives)
    first = mark_of(case)[0]
    assert await archives.archivable(world.act(KEEPER), ArchivesQuery()) == ([], None)
    assert await world.cases.actions(world.act(head(world)), case) == [Action.FIND_WRONG]
    world.later(days=400)
    found_at = world.clock.now()
    case = await found_wrong(world, case)
    assert mark_of(case) == (first, found_at, [], "2036-12-31")
    supplements, reason = await against(archives, world)
    assert (supplements, "还没有决定撤销还是保留" in reason) == (first, True)
    case = await annulled(world, case)
    assert (await against(archives, world))[1].startswith("申请人还可以申请复议")
    view = case_view(case, world.cases.version_of(case), [], world.clock.now(), {}, "")
    assert (view.archived and view.archived.changed_at) == found_at, "the page says that its file has changed"

    world.later(days=61)
    assert await against(archives, world) == (first, "")
    await transferred(world, archives, case)
    case = await now(world, case)
    [newest, _], _ = await archives.batches(world.act(KEEPER), ArchivesQuery())
    assert mark_of(case) == (first, None, [newest.number], "2038-12-31"), "kept as long as the last that came to it"
    assert [(each.supplements, each.until) for each in newest.entries] == [(first, "2038-12-31")]
    assert transfer_csv(newest).decode("utf-8-sig").splitlines()[1].endswith(f"补充{first}")
    assert await archives.archivable(world.act(KEEPER), ArchivesQuery()) == ([], None)
    with pytest.raises(Invalid) as twice:
        await transferred(world, archives, case)
    assert "归档（" in twice.value.errors[0].detail


async def test_a_decision_that_is_kept_is_a_supplement_too_and_may_be_found_wrong_again(world: CasesWorld, archives: Archives) -> None:
    case = await found_wrong(world, await archived(world, archives))
    case = await world.cases.keep_decision(world.act(head(world)), case.id, ReasonBody(version=case.version, reason="图纸经鉴定为真"))
    assert case.inspection is not None
    assert case.inspection.outcome is InspectionOutcome.KEPT
    first = mark_of(case)[0]
    assert await against(archives, world) == (first, ""), "no decision was made that one could object to"
    await transferred(world, archives, case)
    case = await annulled(world, await found_wrong(world, await now(world, case)))
    world.later(days=61)
    await transferred(world, archives, case)
    assert len(mark_of(await now(world, case))[2]) == 2


async def test_nothing_is_destroyed_while_its_decision_is_gone_into_or_a_supplement_is_due(world: CasesWorld, archives: Archives) -> None:
    case = await archived(world, archives)
    first = mark_of(case)[0]
    world.clock.forward(days=TERM)
    listed = await archives.propose(world.act(KEEPER), DestructionBody(cases=[case.id], appraisal="没有继续保管的价值"))
    case = await found_wrong(world, case)
    with pytest.raises(WrongState, match="还没有决定撤销还是保留"):
        await archives.approve(world.act(HEAD), listed.id, OpinionBody(version=listed.version, opinion="同意"))
    await archives.decline(world.act(KEEPER), listed.id, OpinionBody(version=listed.version, opinion="重新鉴定"))
    body = DestructionBody(cases=[case.id], appraisal="没有继续保管的价值")
    case = await world.cases.keep_decision(world.act(head(world)), case.id, ReasonBody(version=case.version, reason="图纸经鉴定为真"))
    with pytest.raises(Invalid) as due:
        await archives.propose(world.act(KEEPER), body)
    assert "补充移交以后才能销毁" in due.value.errors[0].detail
    await transferred(world, archives, case)
    listed = await archives.propose(world.act(KEEPER), body)
    supplement = mark_of(await now(world, case))[2][0]
    assert [each.archive for each in listed.entries] == [f"{first}、{supplement}"], "every list it went with"

    await archives.approve(world.act(HEAD), listed.id, OpinionBody(version=listed.version, opinion="同意"))
    case = await now(world, case)
    assert Action.FIND_WRONG not in await world.cases.actions(world.act(head(world)), case)
    with pytest.raises(WrongState, match="已经批准销毁"):
        await world.cases.find_wrong(world.act(head(world)), case.id, RevokeBody(version=case.version, reason=WHY, basis=BASIS))


async def test_everything_else_of_it_is_only_read(world: CasesWorld, archives: Archives) -> None:
    case = await archived(world, archives)
    for actor in (clerk(world), CitizenActor(id=case.person, level=2)):
        assert await world.cases.actions(world.act(actor), case) == []


@pytest.mark.parametrize("approved", [False, True])
async def test_what_rested_on_a_licence_taken_back_is_proposed_to_end_in_the_archive_too(
    world: CasesWorld, archives: Archives, *, approved: bool
) -> None:
    case = await archived(world, archives)
    if approved:
        await world.store.cases.change_many({"_id": case.id}, {"$set": {"archived.destruction": "销1"}})
    act = world.act(SystemActor(id="cases"))
    await world.cases._propose_end(act, await now(world, case), "依据的营业执照已经撤销", BASIS)  # pyright: ignore[reportPrivateUsage]
    after = await now(world, case)
    assert after.events[-1].action == ("case.basis_annulled" if approved else "case.found_wrong")
    assert mark_of(after)[1] == (None if approved else act.at)
