"""A late change of the calendar after the decision, and beside the clock: debts, slips, checks, time to put right and to speak."""

from datetime import date

import pytest

from backend.calendars import Calendars
from backend.cases.papers import papers_of
from models.acts import Act, Role
from models.base import NoticeOrder
from models.calendar import CalendarDayBody, DayKind
from models.cases import Case, InspectBody, Obligation, SpeakBody
from models.payments import Bill, BillState
from tests.cases_world import CasesWorld
from tests.integration.cases.test_inspections import drawn, found, inspector
from tests.road_digging import accepted, decided

CLOSED = CalendarDayBody(kind=DayKind.HOLIDAY, name="台风停工", source="区政府通告2026年第9号")
WORKED = CLOSED.model_copy(update={"kind": DayKind.WORKDAY, "name": "照常上班"})


@pytest.fixture
def calendars(world: CasesWorld) -> Calendars:
    calendars = Calendars(world.store, world.book.calendar)
    world.book._calendars = calendars
    return calendars


async def changed(world: CasesWorld, calendars: Calendars, *days: date, body: CalendarDayBody = CLOSED) -> None:
    """Those days are changed, and everything is counted anew."""
    for day in days:
        editor: Act = world.act(world.staff_of(Role.CATALOGUE_EDITOR, id="editor"))
        await calendars.set_day(editor, day.isoformat()[:10], body)
    await world.cases.recount()


async def now(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


def moved(case: Case) -> list[NoticeOrder]:
    return [each for each in case.events[-1].notices if each.template == "obligation_due_moved"]


def debt_of(case: Case) -> Obligation:
    [debt] = [each for each in case.obligations if each.kind.value == "debt"]
    return debt


async def slip_of(world: CasesWorld, case: Case) -> tuple[Obligation, Bill]:
    owed = next(each for each in case.obligations if each.kind.value == "payment" and each.is_open)
    return owed, Bill.of(await world.store.bills.get(owed.id) or {})


async def granted_with_debt(world: CasesWorld) -> Case:
    return await decided(world, await accepted(world, await world.proven(world.mother)))


class TestAfterTheDecision:
    async def test_a_debt_keeps_its_working_days(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await granted_with_debt(world)
        due = debt_of(case).due
        assert due is not None
        assert (case.clock.calendar, case.counted_with) == (None, 0)
        await changed(world, calendars, due)
        after = await now(world, case)
        later = debt_of(after).due
        assert later is not None
        assert (later > due, after.counted_with, after.obliged_at is not None) == (True, 1, True)
        told = [each for each in moved(after) if each.data["what"] == debt_of(after).name]
        assert [each.to for each in told] == [case.person]
        assert "台风停工" in told[0].data["reason"]
        world.clock.forward(seconds=(due - world.clock.now()).total_seconds() + 1)
        await world.cases.tick()
        assert debt_of(await now(world, case)).lapsed_at is None, "no mark for a day on which offices are closed"

    async def test_the_slip_moves_with_what_the_case_says_of_it(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await granted_with_debt(world)
        _, bill = await slip_of(world, case)
        await changed(world, calendars, bill.due)
        owed, later = await slip_of(world, await now(world, case))
        assert later.due > bill.due
        assert (later.due, later.number, later.due_fen) == (owed.due, bill.number, bill.due_fen)
        assert (later.events[-1].action, later.events[-1].detail["why"]) == (
            "bill.due_moved",
            (await now(world, case)).events[-1].detail["why"],
        )

    async def test_a_slip_that_is_paid_at_this_moment_stays(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await granted_with_debt(world)
        _, bill = await slip_of(world, case)
        await world.store.bills.change({"_id": bill.id}, {"$set": {"state": BillState.PAID.value}})
        await changed(world, calendars, bill.due)
        assert (await slip_of(world, await now(world, case)))[1].due == bill.due

    async def test_one_more_day_to_work_shortens_nothing(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await granted_with_debt(world)
        await changed(world, calendars, date(2026, 11, 28), date(2026, 11, 29), body=WORKED)
        after = await now(world, case)
        assert [each.due for each in after.obligations] == [each.due for each in case.obligations]
        assert (after.counted_with, after.version) == (2, case.version)

    async def test_nothing_open_is_looked_at_no_more(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await granted_with_debt(world)
        over = [each.model_copy(update={"met_at": world.clock.now()}).model_dump() for each in case.obligations]
        await world.store.cases.change({"_id": case.id}, {"$set": {"obligations": over, "obliged_at": None}})
        await changed(world, calendars, date(2026, 11, 27))
        assert (await now(world, case)).counted_with is None
        assert await world.cases.recount() == 0

    async def test_an_act_between_a_change_and_the_count_hides_nothing(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await accepted(world, await world.proven(world.mother))
        due = debt_of(case).due
        assert due is not None
        editor = world.act(world.staff_of(Role.CATALOGUE_EDITOR, id="editor"))
        await calendars.set_day(editor, due.date().isoformat(), CLOSED)
        case = await decided(world, case)
        await world.cases.recount()
        later = debt_of(await now(world, case)).due
        assert later is not None
        assert later > due


class TestChecks:
    async def test_the_office_gets_its_days_for_a_check(self, world: CasesWorld, calendars: Calendars) -> None:
        _, case = await drawn(world)
        assert case.inspection is not None
        await changed(world, calendars, date(2026, 11, 27))
        after = await now(world, case)
        assert after.inspection is not None
        assert after.inspection.due > case.inspection.due
        assert (after.inspect_at, after.events[-1].notices) == (after.inspection.due, [])
        assert "核查" in after.events[-1].detail["moved"]

    async def test_time_to_put_right_is_never_lost(self, world: CasesWorld, calendars: Calendars) -> None:
        _, case = await drawn(world)
        case = await found(world, case, "not_kept")
        assert case.inspection is not None
        assert case.inspection.correction is not None
        due = case.inspection.correction.due
        await changed(world, calendars, due)
        after = await now(world, case)
        assert after.inspection is not None
        assert after.inspection.correction is not None
        assert after.inspection.correction.due > due
        assert [each.data["what"] for each in moved(after)] == ["改正"]
        assert after.inspect_at is not None
        [paper] = [each for each in papers_of(after) if each.key == "correction"]
        [was] = [each for each in papers_of(case) if each.key == "correction"]
        assert paper.lines == was.lines, "a numbered notice says what it said; the new day was told apart"

    async def test_time_to_speak_is_never_lost(self, world: CasesWorld, calendars: Calendars) -> None:
        mother, case = await drawn(world)
        case = await found(world, case, "false")
        assert case.inspection is not None
        assert case.inspection.proposal is not None
        until = case.inspection.proposal.until
        await changed(world, calendars, until)
        after = await now(world, case)
        assert after.inspection is not None
        assert after.inspection.proposal is not None
        assert after.inspection.proposal.until > until
        assert [each.data["what"] for each in moved(after)] == ["说明情况（陈述申辩）"]
        [paper] = [each for each in papers_of(after) if each.key == "proposal"]
        [was] = [each for each in papers_of(case) if each.key == "proposal"]
        assert paper.lines == was.lines
        world.clock.forward(seconds=(until - world.clock.now()).total_seconds() + 60)
        spoken = await world.cases.speak(world.act(mother), case.id, SpeakBody(version=after.version, text="台风那天办不了"))
        assert spoken.statement is not None

    async def test_a_check_that_is_over_keeps_its_days(self, world: CasesWorld, calendars: Calendars) -> None:
        _, case = await drawn(world)
        body = InspectBody.model_validate({"version": case.version, "outcome": "true", "note": "比对婚姻登记，一致"})
        case = await world.cases.inspect(world.act(inspector(world)), case.id, body)
        assert case.counted_with is None
        await changed(world, calendars, date(2026, 11, 27))
        assert (await now(world, case)).inspection == case.inspection
