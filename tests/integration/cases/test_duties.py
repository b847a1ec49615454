"""What is owed after a grant: told with it, reported or due, looked at on the spot, put right or marked, by any item that says so in YAML."""

from datetime import datetime
from typing import Any

import pytest

from backend.archives.matters import open_matter
from backend.cases.actions import Action
from backend.cases.papers import papers_of
from backend.cases.words import situation
from backend.clock import SHANGHAI
from backend.errors import Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.outbox import OutboxRow
from models.acts import CitizenActor, Role, StaffActor
from models.cases import (
    Case,
    GrantBody,
    InspectBody,
    Inspection,
    InspectionOutcome,
    InspectionsQuery,
    InspectionState,
    ReceiveBody,
    ReportDoneBody,
    Somebody,
    VersionBody,
)
from models.catalogue import Duty
from models.forms import FormField
from models.marks import Mark, Repair
from tests.cases_world import CasesWorld
from tests.integration.cases.test_town_counter import QINGSHI, SEEN

DUTY = Duty.model_validate(
    {
        "key": "tidy",
        "name": "恢复原状",
        "text": "到期以前恢复原状。",
        "until": "day",
        "check": {"within": {"n": 5, "unit": "workday"}, "correct_within": {"n": 3, "unit": "workday"}},
    }
)
DAY = {"key": "day", "label": "做到哪天", "type": "date"}


@pytest.fixture
async def granted(world: CasesWorld) -> tuple[CitizenActor, Case]:
    """王桂芳's case, of an item that was given a day and a duty by data alone, granted on Monday the 23rd, due on Friday the 27th."""
    version = world.catalogue.version("social-town", world.clock.now().date())
    world.alter("social-town", form=(*version.form, FormField.model_validate(DAY)), duties=(DUTY,))
    world.officers = [Somebody(id=each, name=each, department="social_insurance") for each in ("decider", "second")]
    citizen = await world.proven(world.mother)
    case = await world.claimed(QINGSHI, await world.received(world.act(citizen), "social-town", day="2026-11-27"))
    case = await world.cases.check_originals(world.act(QINGSHI), case.id, ReceiveBody(version=case.version, originals=SEEN))
    case = await world.passed(QINGSHI, case)
    case = await world.cases.accept(world.act(QINGSHI), case.id, VersionBody(version=case.version))
    decider = world.staff_of(Role.REVIEWER, department="social_insurance", id="decider")
    return citizen, await world.cases.grant(world.act(decider), case.id, GrantBody(version=case.version))


def inspector(case: Case) -> StaffActor:
    assert case.inspection is not None
    assert case.inspection.inspector is not None
    return StaffActor(
        id=case.inspection.inspector.id, name="验收员", roles=frozenset({Role.REVIEWER}), department="social_insurance", region="990101"
    )


def report(case: Case) -> ReportDoneBody:
    return ReportDoneBody(version=case.version)


def found(case: Case, outcome: Any, note: str = "现场已看") -> InspectBody:
    return InspectBody(version=case.version, outcome=outcome, note=note)


async def now(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


async def marked(world: CasesWorld, case: Case) -> list[Mark]:
    row = OutboxRow("evt_1", world.clock.now(), "case.inspected", f"cases/{case.id}", case.person, {}, {}, [])
    for _ in range(2):
        await world.marks.on_case_event(row)
    return [Mark.of(each) for each in await world.store.marks.find({})]


def told(case: Case) -> list[str]:
    return [each.template for each in case.events[-1].notices]


async def test_it_is_told_with_the_decision_and_holds_up_nothing(world: CasesWorld, granted: tuple[CitizenActor, Case]) -> None:
    _, case = granted
    (duty,) = case.duties
    assert (duty.name, duty.due, duty.label) == ("恢复原状", datetime(2026, 11, 27, 17, tzinfo=SHANGHAI), "待完成")
    assert "duty_owed" in told(case)
    assert "「恢复原状」请在11月27日" in situation(case, world.clock.now())
    assert case.inspection is None
    assert "还没有验收合格" in await open_matter(world.store, case.model_copy(update={"obligations": []}))


async def test_it_is_reminded_once_and_looked_at_on_its_day_unasked(world: CasesWorld, granted: tuple[CitizenActor, Case]) -> None:
    _, case = granted
    world.clock.at = datetime(2026, 11, 26, 17, tzinfo=SHANGHAI)
    await world.cases.tick()
    case = await now(world, case)
    assert (told(case), case.inspection) == (["duty_due_soon"], None)
    before = case.version
    await world.cases.tick()
    assert (await now(world, case)).version == before, "once"
    world.clock.at = datetime(2026, 11, 27, 17, tzinfo=SHANGHAI)
    await world.cases.tick()
    case = await now(world, case)
    assert told(case) == ["duty_to_be_checked"]
    assert case.inspection is not None
    assert (case.inspection.duty, case.inspection.label, case.inspection.due) == (
        "tidy",
        "待现场验收",
        datetime(2026, 12, 4, 17, tzinfo=SHANGHAI),
    )
    assert case.inspection.inspector is not None
    assert case.inspection.inspector.id == "second", "who decided does not look"
    assert case.duty_at is None
    world.clock.at = datetime(2026, 12, 4, 17, tzinfo=SHANGHAI)
    await world.cases.tick()
    assert (await now(world, case)).events[-1].action == "case.inspection_overdue", "supervision replays what the office let pass"


async def test_reported_done_and_found_so(world: CasesWorld, granted: tuple[CitizenActor, Case]) -> None:
    citizen, case = granted
    assert Action.REPORT_DONE in await world.cases.actions(world.act(citizen), case)
    case = await world.cases.report_done(world.act(citizen), case.id, report(case))
    assert (told(case), case.duties[0].label) == (["duty_reported"], "等工作人员现场验收")
    assert Action.REPORT_DONE not in await world.cases.actions(world.act(citizen), case)
    with pytest.raises(WrongState, match="已经报过的"):
        await world.cases.report_done(world.act(citizen), case.id, report(case))
    by = inspector(case)
    listed, _ = await world.cases.inspections(world.act(by), InspectionsQuery(mine=True))
    assert [each.id for each in listed] == [case.id]
    case = await world.cases.inspect(world.act(by), case.id, found(case, "true", "路面平整"))
    assert case.inspection is not None
    assert (case.inspection.state, case.inspection.outcome) == (InspectionState.OVER, InspectionOutcome.DONE)
    paper = next(each for each in papers_of(case) if each.key == "duty-0")
    assert (paper.title, paper.number, any("路面平整" in line for line in paper.lines)) == ("验收单", case.duties[0].number, True)
    assert (told(case), await marked(world, case)) == (["duty_met"], [])
    assert "验收" not in await open_matter(world.store, case.model_copy(update={"obligations": []}))


async def test_not_done_is_put_right_or_marked_until_it_is_done(world: CasesWorld, granted: tuple[CitizenActor, Case]) -> None:
    citizen, case = granted
    case = await world.cases.report_done(world.act(citizen), case.id, report(case))
    by = inspector(case)
    case = await world.cases.inspect(world.act(by), case.id, found(case, "not_kept", "有一处沉陷"))
    assert case.inspection is not None
    assert case.inspection.correction is not None
    assert (case.inspection.state, told(case)) == (InspectionState.CORRECTING, ["duty_not_met"])
    paper = next(each for each in papers_of(case) if each.key == "correction")
    assert "有一处沉陷" in paper.lines[0]
    assert "记入承诺履行记录" in paper.lines[1]
    with pytest.raises(WrongState, match="期限没有到"):
        await world.cases.inspect(world.act(by), case.id, found(case, "not_kept"))
    assert await marked(world, case) == []
    world.clock.at = case.inspection.correction.due
    await world.cases.tick()
    case = await world.cases.inspect(world.act(by), case.id, found(await now(world, case), "not_kept", "还是沉陷"))
    (mark,) = await marked(world, case)
    assert (mark.kind.value, mark.what, mark.is_open) == ("duty", "恢复原状", True)
    assert {each.key for each in papers_of(case)} >= {"correction-0", "correction"}, "what was told stays"
    case = await world.cases.report_done(world.act(citizen), case.id, report(case))
    assert case.inspection is not None
    assert (case.inspection.state, case.inspection.inspector and case.inspection.inspector.id) == (InspectionState.WAITING, by.id)
    case = await world.cases.inspect(world.act(by), case.id, found(case, "true"))
    (mark,) = await marked(world, case)
    assert (mark.is_open, mark.repair) == (False, Repair.DONE_LATER)


async def test_who_may_not(world: CasesWorld, granted: tuple[CitizenActor, Case]) -> None:
    citizen, case = granted
    with pytest.raises(NotFound):
        await world.cases.report_done(world.act(CitizenActor(id="citizen_x", name="别人", level=2)), case.id, report(case))
    with pytest.raises(StaleVersion):
        await world.cases.report_done(world.act(citizen), case.id, ReportDoneBody(version=case.version + 1))
    case = await world.cases.report_done(world.act(citizen), case.id, report(case))
    decider = inspector(case).model_copy(update={"id": "decider"})
    for other in (decider, decider.model_copy(update={"id": "third"}), decider.model_copy(update={"department": "taxation"})):
        with pytest.raises(Forbidden):
            await world.cases.inspect(world.act(other), case.id, found(case, "true"))
    with pytest.raises(Invalid):
        await world.cases.inspect(world.act(inspector(case)), case.id, found(case, "false"))
    supervisor = StaffActor(id="s", name="严正", roles=frozenset({Role.SUPERVISOR}), department="government_services", region="990101")
    seen, _ = await world.cases.inspections(world.act(supervisor), InspectionsQuery())
    assert [each.id for each in seen] == [case.id]
    there = supervisor.model_copy(update={"region": "990102"})
    assert await world.cases.inspections(world.act(there), InspectionsQuery()) == ([], None)


async def test_it_waits_for_another_check_of_the_case_which_is_kept(world: CasesWorld, granted: tuple[CitizenActor, Case]) -> None:
    citizen, case = granted
    by = Somebody(id="second", name="second", department="social_insurance")
    other = Inspection(department="social_insurance", since=world.clock.now(), due=datetime(2027, 1, 4, 17, tzinfo=SHANGHAI), inspector=by)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"inspection": other.model_dump(), "inspect_at": other.due}})
    with pytest.raises(WrongState, match="另一项核查"):
        await world.cases.report_done(world.act(citizen), case.id, report(case))
    world.clock.at = datetime(2026, 11, 30, 17, tzinfo=SHANGHAI)
    await world.cases.tick()
    await world.cases.tick()
    case = await now(world, case)
    assert case.inspection is not None
    assert (case.inspection.duty, case.duty_at) == (None, datetime(2026, 12, 1, 17, tzinfo=SHANGHAI))
    over = other.model_copy(update={"state": InspectionState.OVER, "outcome": InspectionOutcome.TRUE})
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"inspection": over.model_dump(), "inspect_at": None}})
    world.clock.at = datetime(2026, 12, 1, 17, tzinfo=SHANGHAI)
    await world.cases.tick()
    case = await now(world, case)
    assert (case.inspection and case.inspection.duty, [each.outcome for each in case.checks_over]) == ("tidy", [InspectionOutcome.TRUE])
