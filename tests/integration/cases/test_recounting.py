"""A late change of the calendar: open clocks are counted anew, the event says why, whoever was promised another date is told."""

import asyncio
from datetime import datetime

import pytest

from backend.calendars import Calendars
from backend.clock import SHANGHAI
from backend.errors import Invalid, StaleVersion
from models.acts import Act, Role
from models.calendar import CalendarDay, CalendarDayBody, DayKind
from models.cases import Case, Obligation, PauseBody, PauseGround, RefuseBody, ReturnBody
from models.catalogue import Clocks, PublicNotice, Span, StatutoryClock
from tests.cases_world import LATER, CasesWorld, defect

LIMITS = Clocks(statutory=StatutoryClock(n=20), promised=Span(n=5))
MONDAY = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
CLOSED = CalendarDayBody(kind=DayKind.HOLIDAY, name="台风停工", source="区政府通告2026年第9号")


@pytest.fixture
def calendars(world: CasesWorld) -> Calendars:
    """The calendar of the moment, which the cases count with."""
    calendars = Calendars(world.store, world.book.calendar)
    world.book._calendars = calendars
    return calendars


def day(number: int) -> datetime:
    """The end of that November day's office hours."""
    return datetime(2026, 11, number, 17, tzinfo=SHANGHAI)


def editor(world: CasesWorld) -> Act:
    return world.act(world.staff_of(Role.CATALOGUE_EDITOR, id="editor"))


async def now(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


async def accepted(world: CasesWorld, **item: object) -> Case:
    """Accepted on Monday 23 November: promised until Monday the 30th, by law until 21 December."""
    world.alter("longevity", clocks=LIMITS, **item)
    return await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))


class TestDays:
    async def test_a_day_is_changed_and_changed_back(self, world: CasesWorld, calendars: Calendars) -> None:
        day = await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        assert (calendars.is_workday(calendars.current.laid_since(0)[0].day), calendars.current.revision) == (False, 1)
        back = CalendarDayBody(kind=DayKind.WORKDAY, name="照常上班", source="区政府通告2026年第10号", version=day.version)
        changed = await calendars.set_day(editor(world), "2026-11-25", back)
        assert (changed.kind, changed.version, calendars.current.revision) == (DayKind.WORKDAY, 1, 2)
        stored = CalendarDay.of(await world.store.calendar_days.get("2026-11-25") or {})
        assert [(event.detail["kind"], event.detail["was_workday"]) for event in stored.events] == [("holiday", True), ("workday", False)]
        assert [each.id for each in await calendars.days(2026)] == ["2026-11-25"]
        assert await calendars.days(2027) == []

    @pytest.mark.parametrize("day", ["2026-11-22", "2026-13-01", "2030-01-01"])
    async def test_no_other_day_than_today_and_the_next_years(self, world: CasesWorld, calendars: Calendars, day: str) -> None:
        with pytest.raises(Invalid):
            await calendars.set_day(editor(world), day, CLOSED)
        assert calendars.current.revision == 0

    async def test_of_two_editors_one_is_told(self, world: CasesWorld, calendars: Calendars) -> None:
        acts = [calendars.set_day(editor(world), "2026-11-25", CLOSED) for _ in range(2)]
        outcomes = await asyncio.gather(*acts, return_exceptions=True)
        assert sorted(isinstance(each, StaleVersion) for each in outcomes) == [False, True]
        with pytest.raises(StaleVersion):
            await calendars.set_day(editor(world), "2026-11-25", CLOSED.model_copy(update={"version": 7}))

    async def test_another_process_sees_it(self, world: CasesWorld, calendars: Calendars) -> None:
        other = Calendars(world.store, calendars.current)
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        assert other.is_workday(calendars.current.laid_since(0)[0].day)
        await other.refresh()
        assert other.is_holiday(calendars.current.laid_since(0)[0].day)


class TestClocks:
    async def test_a_moved_promise_is_told_with_its_reason(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await accepted(world)
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        assert await world.cases.recount() == 1
        moved = await now(world, case)
        assert moved.clock.promised_due is not None
        assert moved.clock.promised_due.isoformat() == "2026-12-01T17:00:00+08:00"
        assert moved.clock.statutory_due is not None
        assert moved.clock.statutory_due.isoformat() == "2026-12-22T17:00:00+08:00"
        event = moved.events[-1]
        assert event.action == "case.clock_recounted"
        assert event.detail["why"] == "11月25日改为放假（台风停工，区政府通告2026年第9号）"
        assert set(event.detail["moved"]) == {"promised_due", "statutory_due"}
        assert [(each.to, each.template, each.data["before"], each.data["due"]) for each in event.notices] == [
            (case.person, "case_due_moved", "11月30日（周一）17:00", "12月1日（周二）17:00")
        ]

    async def test_a_day_that_changes_after_the_warning_counts_too(self, world: CasesWorld, calendars: Calendars) -> None:
        world.alter("longevity", clocks=Clocks(promised=Span(n=5)))
        case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))
        world.later(days=5)  # Saturday: warned of Monday
        await world.cases.tick()
        assert (await now(world, case)).clock.watch_at is None
        await calendars.set_day(editor(world), "2026-11-30", CLOSED)
        await world.cases.recount()
        moved = (await now(world, case)).clock
        assert moved.promised_due is not None
        assert (moved.promised_due.day, moved.due_warned_at) == (1, None), "and is warned of again"

    async def test_what_is_over_is_not_counted(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await accepted(world)
        body = RefuseBody(version=case.version, reason="事项取消", basis="设定它的某办法已废止")
        boss = world.staff_of(Role.CHIEF_REPRESENTATIVE)
        await world.authorised(boss, case.item)
        await world.cases.abort(world.act(boss), case.id, body)
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        assert await world.cases.recount() == 0

    async def test_the_search_for_them_is_an_index(self, world: CasesWorld, calendars: Calendars) -> None:
        await accepted(world)
        where = {"clock.calendar": {"$gt": -1, "$lt": 1}}
        plan = await world.store.cases.driver.find(where).explain()
        assert "clock.calendar_1" in str(plan["queryPlanner"]["winningPlan"])

    async def test_twice_is_once(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await accepted(world)
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        await asyncio.gather(*(world.cases.recount() for _ in range(3)))
        assert await world.cases.recount() == 0
        assert (await world.events(case)).count("case.clock_recounted") == 1

    async def test_what_does_not_move_is_left_as_it_is(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await accepted(world)
        await calendars.set_day(editor(world), "2027-06-01", CLOSED)
        assert await world.cases.recount() == 1
        after = await now(world, case)
        assert (after.version, after.clock.calendar) == (case.version, 1), "a page that is open does not get stale"
        assert await world.cases.recount() == 0

    async def test_a_process_that_had_not_seen_the_change_is_made_good(self, world: CasesWorld, calendars: Calendars) -> None:
        stale = calendars.current
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        assert await world.cases.recount() == 0
        fresh, calendars.current = calendars.current, stale
        case = await accepted(world)
        calendars.current = fresh
        assert await world.cases.recount() == 1
        assert (await world.events(case))[-1] == "case.clock_recounted"

    async def test_a_stopped_promise_moves_the_statutory_limit_alone_and_nobody_is_told(
        self, world: CasesWorld, calendars: Calendars
    ) -> None:
        case = await accepted(world)
        body = PauseBody(until=LATER, version=case.version, ground=PauseGround.SITE_VISIT, reason="上门核查")
        await world.cases.pause(world.act(world.staff_of(Role.REVIEWER)), case.id, body)
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        await world.cases.recount()
        moved = await now(world, case)
        assert moved.clock.promised_due is None
        assert (set(moved.events[-1].detail["moved"]), moved.events[-1].notices) == ({"statutory_due"}, [])

    async def test_the_five_days_move_before_acceptance(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await world.received(world.act(await world.proven(world.mother)))
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        await world.cases.recount()
        moved = await now(world, case)
        assert moved.clock.deficiency_due is not None
        assert moved.clock.deficiency_due.isoformat() == "2026-12-01T17:00:00+08:00"
        assert [each.template for each in moved.events[-1].notices] == ["case_due_moved"]

    async def test_what_was_asked_of_the_applicant_never_gets_shorter(self, world: CasesWorld, calendars: Calendars) -> None:
        clerk = world.staff_of(Role.REVIEWER)
        case = await world.claimed(clerk, await world.received(world.act(await world.proven(world.mother))))
        body = ReturnBody(version=case.version, defects=[defect(each.key) for each in case.materials])
        case = await world.cases.request_correction(world.act(clerk), case.id, body)
        await calendars.set_day(editor(world), "2026-11-28", CLOSED.model_copy(update={"kind": DayKind.WORKDAY}))
        await world.cases.recount()
        same = await now(world, case)
        assert same.clock.mend_due == case.clock.mend_due
        await calendars.set_day(editor(world), "2026-12-01", CLOSED)
        await calendars.set_day(editor(world), "2026-12-02", CLOSED)
        await world.cases.recount()
        longer = await now(world, case)
        assert case.clock.mend_due is not None
        assert longer.clock.mend_due is not None
        assert longer.clock.mend_due > case.clock.mend_due
        assert longer.returns[-1].due == longer.clock.mend_due

    async def test_a_running_public_notice_runs_its_days(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await accepted(world, public_notice=PublicNotice(within=Span(n=3), note="公示"))
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        await world.cases.recount()
        moved = await now(world, case)
        assert moved.clock.public_until is not None
        assert moved.clock.public_until.isoformat() == "2026-11-27T17:00:00+08:00"
        assert moved.clock.stops[0].end == moved.clock.public_until


class TestWhatOthersHaveToDo:
    async def asked(self, world: CasesWorld, **more: object) -> Case:
        """Asked of the landlord on Monday 23 November, until Friday; and of the applicant, without a day."""
        case = await accepted(world)
        waiting = {"kind": "confirmation", "key": "landlord", "name": "房东确认", "blocks": "decision", "since": world.clock.now()}
        due = world.book.calendar.deadline(world.clock.now(), Span(n=4)).at
        remind = world.book.calendar.deadline(world.clock.now(), Span(n=2)).at
        landlord = {"id": "obl_1", "who": "person_landlord", "who_name": "李房东", "due": due, "remind_at": remind, **waiting, **more}
        own = {"id": "obl_2", **waiting, "name": "补充说明"}
        obligations = [Obligation.model_validate(each) for each in (landlord, own)]
        changes = {"obligations": [each.model_dump() for each in obligations], "obliged_at": remind}
        return Case.of(await world.store.cases.change({"_id": case.id}, {"$set": changes}) or {})

    async def test_it_gets_the_day_that_was_lost_and_they_are_told(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await self.asked(world)
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        await world.cases.recount()
        moved = await now(world, case)
        [landlord, own] = moved.obligations
        assert (landlord.due, landlord.remind_at) == (day(30), day(26))
        assert (own.due, moved.obliged_at) == (None, day(26))
        event = moved.events[-1]
        assert set(event.detail["moved"]) == {"promised_due", "statutory_due", "房东确认"}
        told = [(each.to, each.data["before"], each.data["due"]) for each in event.notices if each.template == "obligation_due_moved"]
        assert told == [("person_landlord", "11月27日（周五）17:00", "11月30日（周一）17:00")]

    async def test_the_applicants_own_is_told_to_them(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await self.asked(world, who=None, who_name="")
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        await world.cases.recount()
        told = [each for each in (await now(world, case)).events[-1].notices if each.template == "obligation_due_moved"]
        assert [(each.to, each.data["what"]) for each in told] == [(case.person, "房东确认")]

    async def test_a_day_more_to_work_makes_nothing_shorter(self, world: CasesWorld, calendars: Calendars) -> None:
        case = await self.asked(world, due=day(30))
        await calendars.set_day(editor(world), "2026-11-28", CLOSED.model_copy(update={"kind": DayKind.WORKDAY}))
        await world.cases.recount()
        assert (await now(world, case)).obligations[0].due == day(30)

    @pytest.mark.parametrize("over", [{"met_at": MONDAY}, {"lapsed_at": MONDAY}, {"declined_at": MONDAY}])
    async def test_what_is_over_keeps_its_day(self, world: CasesWorld, calendars: Calendars, over: dict[str, object]) -> None:
        case = await self.asked(world, **over)
        await calendars.set_day(editor(world), "2026-11-25", CLOSED)
        await world.cases.recount()
        after = await now(world, case)
        assert after.obligations == case.obligations
        assert "obligation_due_moved" not in [each.template for each in after.events[-1].notices]
