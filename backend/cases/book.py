"""Numbers of cases and of written notices, and what acceptance gives a case whichever way it came."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from backend.calendars import Calendars
from backend.cases import clocks
from backend.cases.findings import against
from backend.cases.reopening import Anew, steps_after
from backend.cases.standings import first_standings
from backend.cases.waiting import chosen_day, stop_of, waits_until
from backend.catalogue import Vocabulary, asked_answers, decider, handler, hold, variant_for
from backend.clock import SHANGHAI
from backend.declared import declared
from backend.store import Session, Store
from backend.workdays import WorkCalendar
from models.acts import Act
from models.cases import Acceptance, Case, CaseClock, CasePolicy, CaseState, DecisionForm, Desk, Organ, StepRecord
from models.catalogue import ItemVersion, Step

_WITH_THE_WHOLE = "本意见是整件申请审查的一部分。对整件申请的决定不服的，可以按那份决定书写明的途径申请行政复议或者提起行政诉讼。"
_NO_ACT = "本答复由{office}作出，不是行政决定。有异议的，可以向{complaints}反映，也可以拨打12345。"


def load_policy(path: Path) -> CasePolicy:
    """What the district has set, of catalogue/cases.yaml. Raises `ValidationError`."""
    return declared(path, CasePolicy)


UNCLAIMED: dict[str, Any] = {"reviewer": None, "claimed_at": None, "claimed_until": None, "claimed_for": None}
"""What to set on a case nobody has in hand any more."""
OFF_DESK: dict[str, Any] = {**UNCLAIMED, "desk": None, "queued_at": None}
"""What to set on a case that lies on no desk any more."""


def over(case: Case, at: datetime) -> dict[str, Any]:
    """What to set on a case that ends here: nobody works on it, no clock runs, nothing is booked for it."""
    return {**OFF_DESK, "clock": clocks.ended(case.clock), "closed_at": at, "may_book": False}


class CaseBook:
    """Shared by the cases engine and by instant certificates, so that both write the same kind of case."""

    def __init__(self, store: Store, calendars: WorkCalendar | Calendars, policy: CasePolicy, names: Vocabulary) -> None:
        self._store = store
        self._calendars = calendars
        self._names = names
        self.policy = policy

    @property
    def calendar(self) -> WorkCalendar:
        """The working days of the moment."""
        return self._calendars.current

    async def next_number(self, act: Act, region: str | None) -> str:
        """The next case number (办件编号): region, day, and the day's running number in all of them. Gaps mean nothing."""
        day = f"{act.at.astimezone(SHANGHAI):%Y%m%d}"
        return f"{region or self.policy.region}{day}{await self._store.next_number(f'cases:{day}'):05d}"

    def handler(self, case: Case) -> Organ:
        """Whose name, seal and numbers the notices before the decision bear."""
        return handler(case, self._names)

    def decider(self, case: Case, version: ItemVersion) -> Organ:
        """Whose name, seal, numbers and remedies the decision bears, and what takes it back."""
        return decider(case, version, self._names)

    def in_the_name_of(self, case: Case, version: ItemVersion) -> str:
        """Whose the decision is; nobody's is said where it is the case's department of the own district in its own name."""
        own = case.organ is None and version.deciding_department == version.department
        return "" if own else self.decider(case, version).name

    async def notice_number(self, act: Act, by: Organ, word: str, session: Session | None = None) -> str:
        """The next number of a kind of written notice of an organ: 「〔2026〕云政补字第000012号」."""
        year = act.at.astimezone(SHANGHAI).year
        home = self._names.regions[self._names.home].organ
        counter = f"case_notices:{word}:{year}" if by.word == home else f"case_notices:{by.word}:{word}:{year}"
        running = await self._store.next_number(counter, session)
        return f"〔{year}〕{by.word}{word}字第{running:06d}号"

    def form_of(self, case: Case, version: ItemVersion) -> DecisionForm:
        """What a decision on the case is to the law. A part nobody gets anything of is an opinion for the whole."""
        if self.decider(case, version).complaints:
            return DecisionForm.ANSWER
        is_opinion = case.bundle is not None and not any(each.delivery for each in version.results)
        return DecisionForm.OPINION if is_opinion else DecisionForm.DECISION

    async def decision_number(self, act: Act, case: Case, version: ItemVersion, word: str) -> str:
        """The number of a decision; an opinion has a row of its own, and a body that is no organ takes none of the government's."""
        form = self.form_of(case, version)
        if form is DecisionForm.ANSWER:
            return case.number or ""
        return await self.notice_number(act, self.decider(case, version), "审" if form is DecisionForm.OPINION else word)

    def remedies(self, by: Organ, form: DecisionForm = DecisionForm.DECISION) -> str:
        """What can be done against what that organ decided, and where."""
        if form is DecisionForm.OPINION:
            return _WITH_THE_WHOLE
        if by.complaints:
            return _NO_ACT.format(office=by.name, complaints=by.complaints)
        return self.policy.remedies.format(government=by.government)

    async def accepted(self, case: Case, version: ItemVersion, act: Act, *, deemed: bool = False, session: Session | None = None) -> Case:
        """`case` as accepted now — deemed accepted: from the day of receipt — with its numbered acceptance notice, its clock,
        its steps, and whose desk it lies on."""
        at = (case.clock.received_at or act.at) if deemed else act.at
        today = act.at.date()
        answers, parts = asked_answers(version.form, case.form, today), first_standings(version, case, today)
        variant = variant_for(version.clocks, answers, today)
        clock = clocks.accepted(case.clock, self.calendar, self.policy, version.clocks, at, deemed=deemed, variant=variant)
        begun = [
            each.model_copy(update={"started_at": act.at if index == 0 else None})
            for index, each in enumerate(_records(_steps_of(case, version, answers, today), version))
        ]
        acceptance = await self._acceptance(case, act, clock)
        clock = await self.turned(case.model_copy(update={"clock": clock, "steps": begun}), version, act, session=session)
        steps = clocks.with_due(begun, clock, self.calendar)
        return case.model_copy(
            update={
                "state": CaseState.ACCEPTED,
                "acceptance": acceptance,
                "filed_at": case.filed_at or act.at,
                "clock": clock,
                "steps": steps,
                "hand_out": version.hand_out,
                "parts": parts,
                "desk": None if parts else desk_of(steps[0]),
                "queued_at": None if parts else act.at,
                **UNCLAIMED,
                "may_book": False,
            }
        )

    async def unspared(self, case: Case, version: ItemVersion, act: Act) -> dict[str, Any]:
        """What changes of an accepted case whose applicant declines the commitment after all: the steps it spared are done before the
        decision, after the one that has begun; where that is the decision itself, their turn is now."""
        spared, current = case.commitment.skips if case.commitment else [], case.current_step
        answers, today = asked_answers(version.form, case.form, act.at.date()), act.at.date()
        free = case.model_copy(update={"commitment": None})
        added = _records([each for each in _steps_of(free, version, answers, today) if each.key in spared], version)
        added = [each.model_copy(update={"added_at": act.at}) for each in added]
        if not added or current is None:
            return {}
        at = min(case.steps.index(current) + 1, len(case.steps) - 1)
        steps = [*case.steps[:at], *added, *case.steps[at:]]
        if case.steps[at] is not current:
            return {"steps": clocks.with_due(steps, case.clock, self.calendar)}
        steps[at] = added[0].model_copy(update={"started_at": act.at})
        steps[-1] = current.model_copy(update={"started_at": None})
        clock = await self.turned(case.model_copy(update={"steps": steps}), version, act, over="")
        return {"clock": clock, "steps": clocks.with_due(steps, clock, self.calendar), "desk": desk_of(steps[at])}

    def steps_anew(self, case: Case, version: ItemVersion, anew: Anew, at: datetime) -> list[StepRecord]:
        """The steps of an accepted case whose answers were changed: those that rested on them to be done again, and those they want now."""
        answers = asked_answers(version.form, case.form, at.date())
        return steps_after(case.steps, _records(_steps_of(case, version, answers, at.date()), version), anew.steps, at)

    async def turned_back(
        self, before: Case, after: Case, version: ItemVersion, act: Act, session: Session | None = None
    ) -> dict[str, Any]:
        """The clock, steps and desk of `after`, a case with its steps as they are wanted now, where it is another step's turn than `before`:
        what the broken-off step had stopped goes on, the public notice after a step that is done anew ends, and begins again after it."""
        was, now = before.current_step, after.current_step
        if now is None or (was is not None and was.key == now.key and now.started_at == was.started_at):
            clock = await self._waiting_anew(after, version, act, session)
            return {"clock": clock, "steps": clocks.with_due(after.steps, clock, self.calendar)}
        clock, notice = clocks.step_over(after.clock, act.at, was.key if was else ""), version.public_notice
        if notice is not None and any(each.key == notice.after and each.done_at is None for each in after.steps):
            clock = clocks.unpublished(clock, act.at)
        clock = clocks.counted(clock, self.calendar, self.policy, version.clocks)
        clock = await self.turned(after.model_copy(update={"clock": clock}), version, act, over="", session=session)
        desk = desk_of(now)
        return {"clock": clock, "steps": clocks.with_due(after.steps, clock, self.calendar), "desk": desk, "queued_at": act.at}

    def as_if_accepted(self, case: Case, version: ItemVersion, at: datetime) -> CaseClock:
        """The clock the case would have were it accepted at that moment: to tell beforehand what that would mean. Numbers nothing."""
        answers = asked_answers(version.form, case.form, at.date())
        variant = variant_for(version.clocks, answers, at.date())
        clock = clocks.accepted(case.clock, self.calendar, self.policy, version.clocks, at, variant=variant)
        notice, first = version.public_notice, next(iter(_steps_of(case, version, answers, at.date())), None)
        if notice is not None and notice.after is None and hold(notice.when, answers, at.date()):
            clock = clocks.published(clock, self.calendar, notice.within, "", at, "")
        if first is not None and (stop := stop_of(first, case.form, at)) is not None:
            clock = clock.model_copy(update={"stops": [*clock.stops, stop]})
        return clocks.counted(clock, self.calendar, self.policy, version.clocks)

    async def turned(
        self, case: Case, version: ItemVersion, act: Act, over: str | None = None, session: Session | None = None
    ) -> CaseClock:
        """The clock of an accepted case whose turn has passed to its current step: what the step `over` had stopped goes on,
        the public notice that follows it begins, and a special procedure stops what its ground stops."""
        clock, notice = clocks.step_over(case.clock, act.at, over or ""), version.public_notice
        wanted = notice is not None and notice.after == over and hold(notice.when, case.form, act.at.date())
        if notice is not None and wanted and against(case, version) is None:  # what cannot be granted is not published
            number = await self.notice_number(act, self.handler(case), "示", session)
            clock = clocks.published(clock, self.calendar, notice.within, notice.note, act.at, number)
        step = version.step(case.current_step.key) if case.current_step else None
        if step is not None and (stop := stop_of(step, case.form, act.at)) is not None:
            stop = stop.model_copy(update={"notice": await self.notice_number(act, self.handler(case), "特", session)})
            if step.ground is not None and step.limit is not None:
                stop = stop.model_copy(update={"until": self.calendar.deadline(act.at, step.limit).at.astimezone(SHANGHAI).date()})
            clock = clock.model_copy(update={"stops": [*clock.stops, stop]})
        return clock if clock == case.clock else clocks.counted(clock, self.calendar, self.policy, version.clocks)

    async def _waiting_anew(self, after: Case, version: ItemVersion, act: Act, session: Session | None) -> CaseClock:
        """The clock of a case whose turn it stays, where the applicant has chosen another day for it: waited for in a stop of its own."""
        step = version.step(after.current_step.key) if after.current_step else None
        if step is None or step.on_day is None or waits_until(after.clock, step.key, act.at) == chosen_day(step, after.form, act.at):
            return after.clock
        clock = clocks.counted(clocks.step_over(after.clock, act.at, step.key), self.calendar, self.policy, version.clocks)
        return await self.turned(after.model_copy(update={"clock": clock}), version, act, session=session)

    async def _acceptance(self, case: Case, act: Act, clock: CaseClock) -> Acceptance | None:
        """The acceptance notice; of a bundle there is one, given with the bundle and not with its parts."""
        if case.bundle is not None:
            return None
        number, due = await self.notice_number(act, self.handler(case), "受"), clocks.nearest(clock)
        return Acceptance(number=number, at=act.at, due=due, deemed=clock.deemed, provisional=due is not None and clock.provisional)


def _steps_of(case: Case, version: ItemVersion, answers: Mapping[str, JsonValue], today: date) -> list[Step]:
    """The steps of staff these answers want, without those a commitment puts off until after the decision."""
    skips = case.commitment.skips if case.commitment else []
    return [step for step in version.deciding_steps if step.key not in skips and hold(step.when, answers, today)]


def _records(steps: list[Step], version: ItemVersion) -> list[StepRecord]:
    """Steps of staff as a case keeps them, not begun."""
    return [
        StepRecord(
            key=step.key,
            name=step.name,
            role=step.role,
            department=step.department or version.department,
            level=step.level,
            limit=step.limit,
            other_hand=step.other_hand,
        )
        for step in steps
        if step.role is not None
    ]


def desk_of(step: StepRecord) -> Desk:
    """Whose turn a step is."""
    return Desk(department=step.department, role=step.role.value, level=step.level.value)
