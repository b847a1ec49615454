"""A permit nobody pays for: reminded of after its day, over with its own last day or as its item says, and its slip with it."""

from datetime import datetime

import pytest

from backend.archives.matters import open_matter
from backend.cases.billing import unpaid_end
from backend.cases.unpaid import never_paid
from backend.cases.words import situation
from backend.clock import SHANGHAI
from backend.outbox import OutboxRow
from models.acts import CitizenActor
from models.cases import (
    Case,
    CaseState,
    Completion,
    InspectionOutcome,
    InspectionState,
    Obligation,
    ObligationKind,
    ReportDoneBody,
)
from models.catalogue import Blocks
from models.payments import Bill, BillState
from tests.cases_world import CasesWorld
from tests.road_digging import accepted, decided


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def payment(case: Case) -> Obligation:
    return next(each for each in case.obligations if each.kind is ObligationKind.PAYMENT)


async def permitted(world: CasesWorld) -> Case:
    return await decided(world, await accepted(world, await world.proven(world.mother)))


async def on(world: CasesWorld, day: str, case: Case) -> Case:
    """The case after the watch has looked at that moment."""
    world.clock.at = at(day)
    await world.cases.tick()
    return await world.cases._load(case.id)


async def test_it_is_reminded_of_and_ends_with_the_permit_and_its_slip_with_it(world: CasesWorld) -> None:
    case = await permitted(world)
    slip = payment(case)
    assert (slip.due, slip.ends_at) == (at("2026-12-07T17:00"), at("2026-12-20T17:00")), "the last day of digging"
    said = "已批准，等您缴费和补交材料；请在12月7日（周一）17:00前缴「人行道铺装修复费」，缴清后发放结果，到12月20日（周日）17:00仍没有缴的，批准失效"
    assert situation(case, world.clock.now()).startswith(said)
    late = await on(world, "2026-12-08T09:00", case)
    told = [each.template for event in late.events for each in event.notices]
    assert (late.state, told.count("payment_late")) == (CaseState.GRANTED, 1)
    assert payment(late).is_open, "it can still be paid"
    assert "；请尽快缴「人行道铺装修复费」，缴清后发放结果，到12月20日" in situation(late, world.clock.now())
    assert (await on(world, "2026-12-20T16:00", case)).state is CaseState.GRANTED
    over = await on(world, "2026-12-21T09:00", case)
    assert (over.state, over.completion) == (CaseState.ABORTED, Completion.VOID)
    assert over.decision is not None
    assert over.decision.ended is not None
    assert over.decision.ended.unpaid
    assert situation(over, world.clock.now()).startswith("批准的期限到2026年12月20日为止，费用一直没有缴")
    assert [(each.label, each.is_open) for each in over.duties] == [("批准已经失效，不用做了", False)]
    assert over.duty_at is None
    assert "修复路面" not in situation(over, world.clock.now())
    assert await open_matter(world.store, over) == "", "nothing keeps its file from the archives"
    row = OutboxRow("evt", world.clock.now(), "case.ended_unpaid", f"cases/{case.id}", case.person, {}, {}, [])
    for _ in range(2):
        await world.bills.on_case_ended(row)
    assert Bill.of(await world.store.bills.get(slip.id) or {}).state is BillState.CANCELLED, "nothing is collected for it any more"
    await world.cases.tick()
    assert (await world.cases._load(case.id)).version == over.version, "it ends once"


async def test_what_was_being_looked_at_ends_with_it(world: CasesWorld) -> None:
    """Nobody could record a check of a case that is over."""
    case = await permitted(world)
    applicant = CitizenActor(id=case.person, name=case.person_name, level=2)
    case = await world.cases.report_done(world.act(applicant), case.id, ReportDoneBody(version=case.version))
    assert case.inspection is not None
    assert case.inspection.is_open
    over = await on(world, "2026-12-21T09:00", case)
    assert over.inspection is not None
    assert (over.state, over.inspection.state, over.inspection.outcome) == (
        CaseState.ABORTED,
        InspectionState.OVER,
        InspectionOutcome.LAPSED,
    )
    assert (over.inspect_at, over.reportable, await open_matter(world.store, over)) == (None, None, "")


async def test_the_item_says_how_long_it_waits_where_the_permit_holds_longer(world: CasesWorld) -> None:
    case = await permitted(world)
    version, due = world.catalogue.version_by_id(case.item_version), at("2026-12-07T17:00")
    longer = case.model_copy(update={"form": case.form | {"end": "2027-06-30"}})
    found = unpaid_end(longer, version, due, world.cases.calendar)
    assert found is not None
    assert (found[0], version.fee.late and version.fee.late.words) == (at("2027-01-05T17:00"), found[1])
    patient = version.model_copy(update={"fee": version.fee.model_copy(update={"late": None})})
    assert unpaid_end(longer, patient, due, world.cases.calendar) == (at("2027-06-30T17:00"), unpaid_words("2027年6月30日"))
    before = version.model_copy(update={"fee": version.fee.model_copy(update={"before": Blocks.DECISION})})
    assert unpaid_end(longer, before, due, world.cases.calendar) is None, "nothing was granted that could end"


def unpaid_words(day: str) -> str:
    return f"批准的期限到{day}为止，费用一直没有缴，没有发证，批准失效。"


@pytest.mark.parametrize("settled", ["met_at", "ended_at"])
async def test_what_was_paid_or_waived_does_not_end(world: CasesWorld, settled: str) -> None:
    case = await permitted(world)
    late = at("2027-02-01T09:00")
    assert never_paid(case, late) is not None
    done = payment(case).model_copy(update={settled: late})
    assert never_paid(case.model_copy(update={"obligations": [done]}), late) is None
