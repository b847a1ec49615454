"""Checks of commitments after the decision: drawn by lot, given to somebody without a hand in it, and what follows."""

from datetime import datetime

import pytest

from backend.cases.actions import Action
from backend.cases.flow import rows
from backend.cases.lots import Lots
from backend.cases.papers import papers_of
from backend.clock import SHANGHAI
from backend.errors import Forbidden, Invalid, NotFound, WrongState
from models.acts import CitizenActor, Role, StaffActor
from models.cases import (
    AnnulBody,
    Case,
    CaseState,
    Completion,
    HearStatementBody,
    InspectBody,
    InspectionOutcome,
    InspectionsQuery,
    InspectionState,
    InspectorBody,
    ReasonBody,
    ReportDoneBody,
    Somebody,
    SpeakBody,
)
from models.marks import MarkKind
from tests.cases_world import CasesWorld
from tests.committing import clerk, granted
from tests.people_world import Person
from tests.road_digging import told

S = InspectionState
BASIS = "行政许可法第六十九条"


def inspector(world: CasesWorld) -> StaffActor:
    """Who had no hand in the case."""
    return clerk(world, Role.REVIEWER, id="staff_9")


def boss(world: CasesWorld) -> StaffActor:
    """The chief representative of the health office."""
    return clerk(world, Role.CHIEF_REPRESENTATIVE, Role.REVIEWER, id="staff_8")


def all_are_checked(world: CasesWorld, percent: int = 100, *, hearing: bool = False) -> None:
    commitment = world.catalogue.version_by_id("fp-reward-audit@2026-01-01").commitment
    assert commitment is not None
    check = commitment.check.model_copy(update={"percent": percent, "hearing": hearing})
    world.alter("fp-reward-audit", commitment=commitment.model_copy(update={"check": check}))


async def drawn(world: CasesWorld, *, hearing: bool = False) -> tuple[CitizenActor, Case]:
    """Decided on a commitment, and drawn; the lot fell on who had no hand in it."""
    all_are_checked(world, hearing=hearing)
    world.officers = [Somebody(id=f"staff_{each}", name=f"审批员{each}", department="health") for each in (1, 2, 3, 9)]
    mother = await world.proven(world.mother)
    case = await granted(world, mother)
    assert case.inspection is not None
    assert case.inspection.inspector is not None
    assert case.inspection.inspector.id == "staff_9", "all others received, accepted, reviewed or decided it"
    return mother, case


async def found(world: CasesWorld, case: Case, outcome: str, *, by: StaffActor | None = None, basis: str | None = BASIS) -> Case:
    body = InspectBody.model_validate({"version": case.version, "outcome": outcome, "note": "比对婚姻登记，与承诺不一致", "basis": basis})
    return await world.cases.inspect(world.act(by or inspector(world)), case.id, body)


def said(world: CasesWorld, case: Case, text: str, *, by: Person | None = None, wants_hearing: bool = False) -> HearStatementBody:
    """What the mother, or somebody else, says at the counter."""
    return HearStatementBody(version=case.version, text=text, wants_hearing=wants_hearing, person=(by or world.mother).document)


async def annulled(world: CasesWorld, case: Case, hearing: str | None = None) -> Case:
    body = AnnulBody(version=case.version, reason="承诺不实", basis=BASIS, hearing=hearing)
    return await world.annulled(boss(world), case, body)


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 17, tzinfo=SHANGHAI)


def until(world: CasesWorld, moment: datetime) -> None:
    world.clock.forward(seconds=(moment - world.clock.now()).total_seconds())


def test_the_lot_is_the_same_each_time_and_not_to_be_guessed_without_the_key() -> None:
    cases = [f"case_{number}" for number in range(2000)]
    first, again, other = Lots(b"one"), Lots(b"one"), Lots(b"two")
    assert [first.number(each) for each in cases] == [again.number(each) for each in cases]
    both = sum(first.is_drawn(first.number(each), 20) == other.is_drawn(other.number(each), 20) for each in cases)
    share = sum(first.is_drawn(first.number(each), 20) for each in cases)
    assert 320 < share < 480, "about one in five"
    assert both < 1500, "another key draws others"
    assert {first.choice(each, ["a", "b", "c"]) for each in cases} == {"a", "b", "c"}
    assert first.choice("case", list[str]()) is None


async def test_what_is_not_drawn_is_not_checked_and_the_draw_is_on_record(world: CasesWorld) -> None:
    all_are_checked(world, percent=1)
    world.cases.lots = Lots(b"a key that does not draw this one")
    case = await granted(world, await world.proven(world.mother))
    if world.cases.lots.is_drawn(world.cases.lots.number(case.id), 1):  # one in a hundred
        return
    assert (case.inspection, case.inspect_at) == (None, None)
    assert case.events[-1].detail["draw"] == world.cases.lots.number(case.id)
    assert case.events[-1].detail["percent"] == 1
    with pytest.raises(WrongState, match="没有抽中核查"):
        await found(world, case, "true")


async def test_true_and_it_is_over(world: CasesWorld) -> None:
    mother, case = await drawn(world)
    assert case.inspection is not None
    assert (case.inspection.due, case.inspect_at) == (at(12, 21), at(12, 21))
    assert Action.INSPECT in await world.cases.actions(world.act(inspector(world)), case)
    case = await found(world, case, "true")
    assert case.inspection is not None
    assert (case.inspection.state, case.inspection.outcome, case.inspect_at) == (S.OVER, InspectionOutcome.TRUE, None)
    assert [each.template for each in case.events[-1].notices] == ["commitment_kept"]
    assert Action.INSPECT not in await world.cases.actions(world.act(inspector(world)), case)
    await told(world, case, "case.annulled")
    assert await world.marks.own(world.act(mother)) == []


async def test_only_who_was_drawn_checks_until_the_head_names_another(world: CasesWorld) -> None:
    _, case = await drawn(world)
    assert Action.INSPECT not in await world.cases.actions(world.act(boss(world)), case), "what the attempt is refused is not offered"
    with pytest.raises(Forbidden, match="抽中由审批员9核查"):
        await found(world, case, "true", by=boss(world))
    with pytest.raises(Forbidden, match="作出决定的人不能核查"):
        await found(world, case, "true", by=clerk(world, Role.REVIEWER, id="staff_3"))
    head = boss(world)
    assert [each.id for each in await world.cases.inspectors(world.act(head), case.id)] == ["staff_1", "staff_2", "staff_9"]
    with pytest.raises(Forbidden):
        await world.cases.inspectors(world.act(inspector(world)), case.id)
    for wrong in ("staff_3", "nobody"):
        with pytest.raises(Invalid):
            await world.cases.assign_inspector(world.act(head), case.id, InspectorBody(version=case.version, inspector=wrong))
    case = await world.cases.assign_inspector(world.act(head), case.id, InspectorBody(version=case.version, inspector="staff_2"))
    case = await found(world, case, "true", by=clerk(world, Role.REVIEWER, id="staff_2"))
    assert case.inspection is not None
    assert case.inspection.outcome is InspectionOutcome.TRUE
    with pytest.raises(WrongState, match="已经核查完毕"):
        await world.cases.inspectors(world.act(head), case.id)


async def test_where_everybody_had_a_hand_in_it_anybody_but_who_decided_checks(world: CasesWorld) -> None:
    all_are_checked(world)
    world.officers = [Somebody(id=f"staff_{each}", name=f"审批员{each}", department="health") for each in (2, 3)]
    case = await granted(world, await world.proven(world.mother))
    assert case.inspection is not None
    assert case.inspection.inspector is not None
    assert case.inspection.inspector.id == "staff_2"
    world.officers = []
    nobody = case.inspection.model_copy(update={"inspector": None})
    await world.store.cases.change({"_id": case.id}, {"$set": {"inspection": nobody.model_dump()}})
    case = Case.of(await world.store.cases.get(case.id) or {})
    with pytest.raises(Forbidden, match="还没有核查人员"):
        await found(world, case, "true")


async def test_not_kept_is_put_right_in_time(world: CasesWorld) -> None:
    mother, case = await drawn(world)
    case = await found(world, case, "not_kept")
    assert case.inspection is not None
    assert case.inspection.correction is not None
    assert (case.inspection.state, case.inspection.correction.due) == (S.CORRECTING, at(12, 7))
    assert [each.template for each in case.events[-1].notices] == ["commitment_not_kept"]
    assert "限期改正通知书" in [each.title for each in papers_of(case)]
    for hasty in ("not_kept", "false"):
        with pytest.raises(WrongState, match="期限没有到"):
            await found(world, case, hasty)
    until(world, at(12, 4))
    await world.cases.tick()
    case = Case.of(await world.store.cases.get(case.id) or {})
    assert [each.template for each in case.events[-1].notices] == ["correction_due_soon"]
    assert case.inspect_at == at(12, 7)
    case = await found(world, case, "true")
    assert case.inspection is not None
    assert case.inspection.outcome is InspectionOutcome.CORRECTED
    await told(world, case, "case.annulled")
    assert await world.marks.own(world.act(mother)) == []


async def test_what_the_applicant_says_is_put_right_is_looked_at_again(world: CasesWorld) -> None:
    mother, case = await drawn(world)
    assert Action.REPORT_DONE not in await world.cases.actions(world.act(mother), case)
    case = await found(world, case, "not_kept")
    assert Action.REPORT_DONE in await world.cases.actions(world.act(mother), case)
    case = await world.cases.report_done(world.act(mother), case.id, ReportDoneBody(version=case.version))
    assert case.inspection is not None
    assert (case.inspection.state, case.inspection.due, case.inspect_at) == (S.WAITING, at(12, 21), at(12, 21))
    assert case.inspection.inspector is not None
    assert case.inspection.inspector.id == "staff_9", "the same person looks again"
    assert [each.template for each in case.events[-1].notices] == ["correction_reported"]
    with pytest.raises(WrongState):
        await world.cases.report_done(world.act(mother), case.id, ReportDoneBody(version=case.version))
    with pytest.raises(WrongState, match="期限没有到"):
        await found(world, case, "false")
    over = await found(world, case, "true")
    assert over.inspection is not None
    assert over.inspection.outcome is InspectionOutcome.CORRECTED


async def test_what_was_said_to_be_put_right_and_is_not_goes_on_when_the_time_is_over(world: CasesWorld) -> None:
    mother, case = await drawn(world)
    case = await found(world, case, "not_kept")
    case = await world.cases.report_done(world.act(mother), case.id, ReportDoneBody(version=case.version))
    until(world, at(12, 7))
    case = await found(world, case, "not_kept")
    assert case.inspection is not None
    assert case.inspection.state is S.PROPOSED


async def test_not_put_right_the_decision_is_annulled_after_the_time_to_speak(world: CasesWorld) -> None:
    mother, case = await drawn(world)
    case = await found(world, case, "not_kept")
    until(world, at(12, 8))
    assert await world.cases.tick() == 1
    assert await world.cases.tick() == 0, "told once"
    case = Case.of(await world.store.cases.get(case.id) or {})
    with pytest.raises(Invalid) as refused:
        await found(world, case, "not_kept", basis=None)
    assert refused.value.errors[0].pointer == "/basis"
    case = await found(world, case, "not_kept")
    assert case.inspection is not None
    assert case.inspection.state is S.PROPOSED
    with pytest.raises(WrongState, match="听过以后或者到期以后再决定"):
        await annulled(world, case)
    until(world, at(12, 15))
    with pytest.raises(WrongState, match="已经过了"):
        await world.cases.speak(world.act(mother), case.id, SpeakBody(version=case.version, text="我改了"))
    case = await annulled(world, case)
    assert (case.state, case.completion, case.ended_for) == (CaseState.CLOSED, Completion.VOID, "决定已撤销")
    await told(world, case, "case.annulled")
    (mark,) = await world.marks.own(world.act(mother))
    assert mark.kind is MarkKind.BROKEN_COMMITMENT


async def test_untrue_the_applicant_is_heard_and_the_decision_annulled_with_a_mark(world: CasesWorld) -> None:
    mother, case = await drawn(world, hearing=True)
    case = await found(world, case, "false")
    assert [each.template for each in case.events[-1].notices] == ["decision_to_be_annulled"]
    proposal = next(each for each in papers_of(case) if each.key == "proposal")
    assert proposal.title == "拟撤销决定告知书"
    assert "您也可以要求听证。" in proposal.lines[2]
    body = SpeakBody(version=case.version, text="登记信息是错的", wants_hearing=True)
    case = await world.cases.speak(world.act(mother), case.id, body)
    raw = await world.store._plain[world.store.database].cases.find_one({"_id": case.id})  # pyright: ignore[reportPrivateUsage]
    assert "登记信息" not in str(raw), "what somebody says for themselves is sealed"
    with pytest.raises(Invalid) as refused:
        await annulled(world, case)
    assert refused.value.errors[0].pointer == "/hearing"
    case = await annulled(world, case, hearing="十二月一日在区政务中心举行，申请人到场")
    assert case.decision is not None
    assert case.decision.revoked is not None
    assert case.decision.revoked.annulled
    paper = next(each for each in papers_of(case) if each.key == "revocation")
    assert (paper.title, paper.lines[0][:3]) == ("撤销决定通知书", "现撤销")
    assert any("您的陈述申辩：您2026年" in line and "提出：“登记信息是错的”" in line for line in paper.lines)
    for _ in range(2):
        await told(world, case, "case.annulled")
    (mark,) = await world.marks.own(world.act(mother))
    assert (mark.kind, mark.what) == (MarkKind.FALSE_COMMITMENT, "告知承诺")


async def test_the_head_may_let_the_decision_stand(world: CasesWorld) -> None:
    _, case = await drawn(world)
    case = await found(world, case, "false")
    by_counter = clerk(world, Role.RECEPTIONIST)
    with pytest.raises(WrongState, match="不举行听证"):
        await world.cases.hear_statement(world.act(by_counter), case.id, said(world, case, "有误", wants_hearing=True))
    with pytest.raises(Invalid, match="证件上的人不是本人"):
        await world.cases.hear_statement(world.act(by_counter), case.id, said(world, case, "登记有误", by=world.daughter))
    case = await world.cases.hear_statement(world.act(by_counter), case.id, said(world, case, "登记有误，已更正"))
    assert case.statement is not None
    assert (case.statement.by.name, case.statement.heard_by and case.statement.heard_by.name) == ("王桂芳", "姚淑贤")
    case = await world.cases.keep_decision(world.act(boss(world)), case.id, ReasonBody(version=case.version, reason="登记已更正"))
    assert case.inspection is not None
    assert (case.inspection.state, case.state) == (S.OVER, CaseState.GRANTED)
    assert case.decision is not None
    assert case.decision.revoked is None


async def test_nobody_but_the_applicant_speaks_for_them(world: CasesWorld) -> None:
    _, case = await drawn(world)
    case = await found(world, case, "false")
    stranger = await world.proven(world.daughter)
    with pytest.raises(NotFound):
        await world.cases.speak(world.act(stranger), case.id, SpeakBody(version=case.version, text="不是我"))


async def test_a_check_that_is_not_done_in_time_stands_out(world: CasesWorld) -> None:
    _, case = await drawn(world)
    until(world, at(12, 22))
    await world.cases.tick()
    assert (await world.events(case))[-1] == "case.inspection_overdue"
    assert await world.cases.tick() == 0
    (row,), after = await world.cases.inspections(world.act(inspector(world)), InspectionsQuery(mine=True))
    assert (row.id, after) == (case.id, None)
    assert await world.cases.inspections(world.act(boss(world)), InspectionsQuery(mine=True)) == ([], None)
    assert (await world.cases.inspections(world.act(boss(world)), InspectionsQuery()))[0] == [row]
    assert (await world.cases.inspections(world.act(boss(world)), InspectionsQuery(state=S.OVER)))[0] == []
    elsewhere = world.staff_of(Role.REVIEWER, department="taxation")
    assert await world.cases.inspections(world.act(elsewhere), InspectionsQuery()) == ([], None)
    assert (await world.cases.inspections(world.act(boss(world)), InspectionsQuery(cursor=case.id)))[0] == []


@pytest.mark.parametrize("action", [Action.INSPECT, Action.ASSIGN_INSPECTOR, Action.SPEAK, Action.HEAR_STATEMENT, Action.KEEP_DECISION])
def test_a_check_leaves_the_state_of_the_case(action: Action) -> None:
    decided = {CaseState.GRANTED, CaseState.CLOSED}
    if action not in (Action.INSPECT, Action.ASSIGN_INSPECTOR):
        decided.add(CaseState.REFUSED)  # a refusal that a re-check finds wrong
    for state in CaseState:
        assert [row.target for row in rows(action, state)] == ([state] if state in decided else [])


async def test_before_it_is_to_be_annulled_nobody_speaks_keeps_or_annuls(world: CasesWorld) -> None:
    mother, case = await drawn(world)
    with pytest.raises(WrongState, match="还没有拟撤销"):
        await world.cases.speak(world.act(mother), case.id, SpeakBody(version=case.version, text="登记有误"))
    with pytest.raises(WrongState, match="还没有拟撤销"):
        await annulled(world, case)
    with pytest.raises(WrongState, match="还没有拟撤销"):
        await world.cases.keep_decision(world.act(boss(world)), case.id, ReasonBody(version=case.version, reason="登记已更正"))


async def test_what_was_said_stays_and_a_hearing_stays_asked_for(world: CasesWorld) -> None:
    mother, case = await drawn(world, hearing=True)
    case = await found(world, case, "false")
    case = await world.cases.speak(world.act(mother), case.id, SpeakBody(version=case.version, text="我要求听证", wants_hearing=True))
    window = world.act(clerk(world, Role.RECEPTIONIST))
    case = await world.cases.hear_statement(window, case.id, said(world, case, "申请人说没有意见"))
    assert case.statement is not None
    assert (case.statement.text, case.statement.wants_hearing) == ("我要求听证\n申请人说没有意见", True)
    with pytest.raises(Invalid):
        await annulled(world, case)
