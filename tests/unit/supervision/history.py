"""Histories of cases told in a few words, without a database: for what is derived from history alone."""

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from backend.clock import SHANGHAI
from backend.supervision.subjects import subject_of
from backend.workdays import WorkCalendar
from models.acts import Role
from models.base import Event
from models.cases import Case, CaseClock, CasePolicy, ClockStop, Completion, Decision, PauseGround, Return, ReturnKind, Somebody, StepRecord
from models.catalogue import Span, StepLevel
from models.supervision import Subject, SupervisionRules

ROOT = Path(__file__).parents[3]
CALENDAR = WorkCalendar.load(ROOT / "catalogue" / "calendars")
RULES = SupervisionRules.model_validate(yaml.safe_load((ROOT / "catalogue" / "supervision.yaml").read_text("utf-8")))
DAY = 420  # minutes of a day's office hours
YAO = Somebody(id="staff_yao", name="姚淑贤", department="civil_affairs")
GONG = Somebody(id="staff_gong", name="龚晓东", department="civil_affairs")


def at(text: str) -> datetime:
    """ "23 10:00": a moment of November 2026, whose 23rd is a Monday."""
    day, _, hour = text.partition(" ")
    return datetime.fromisoformat(f"2026-11-{day}T{hour or '10:00'}").replace(tzinfo=SHANGHAI)


def event(when: str, action: str, to: str = "", by: Somebody | None = None, kind: str = "staff", **more: Any) -> Event:
    """One act. `to`: the state it leads to; `more` of its detail."""
    actor = {"kind": kind if by else "citizen", "id": by.id if by else "citizen_1", "name": by.name if by else "王桂芳"}
    if by is not None and by.department:
        actor["department"] = by.department
    detail = ({"from": "…", "to": to} if to else {}) | more
    return Event(id=f"evt_{when}_{action}", at=at(when), action=f"case.{action}", actor=actor, detail=detail)


def step(
    key: str, started: str | None = None, done: str | None = None, limit: int | None = 1, level: StepLevel = StepLevel.DISTRICT
) -> StepRecord:
    """One step; `limit` in working days."""
    return StepRecord(
        key=key,
        name={"check": "入户核实", "decide": "审批"}[key],
        role=Role.REVIEWER,
        department="civil_affairs",
        level=level,
        limit=Span(n=limit) if limit is not None else None,
        started_at=at(started) if started else None,
        done_at=at(done) if done else None,
    )


def returned(when: str, *, answered: str | None = None, against: Somebody | None = None) -> Return:
    """A slip sent then."""
    return Return(
        number=f"〔2026〕补{when}",
        kind=ReturnKind.CORRECTION,
        at=at(when),
        by=YAO,
        submission=1,
        defects=[],
        counts_against=against,
        answered_at=at(answered) if answered else None,
    )


def stopped(start: str, end: str | None, ground: PauseGround, step: str = "") -> ClockStop:
    """A stop by hand, or of a step's own."""
    over = at(end) if end else None
    return ClockStop(ground=ground, reason="", start=at(start), end=over, statutory=ground.stops_statutory_clock, step=step)


def case(*events: Event, **more: Any) -> Case:
    """A case of the longevity allowance with these acts; the first begins it where none is given that does."""
    started = [] if more.pop("handed_over", False) else [event("02 09:00", "begun")]
    decided = more.pop("decided", None)
    if decided:
        more["decision"] = Decision(outcome=Completion.GRANTED, number="1", at=at(decided), by=GONG)
    return Case(
        _id="case_1",
        number="99010120261123000001",
        person="citizen_1",
        person_name="王桂芳",
        item="longevity",
        item_name="长寿保健金",
        item_version="longevity@2026-01-01",
        department="civil_affairs",
        created_at=at("02 09:00"),
        updated_at=at("02 09:00"),
        clock=more.pop("clock", CaseClock()),
        events=[*started, *events],
        **more,
    )


def watched(told: Case, now: str, whole: CaseClock | None = None) -> Subject:
    """The case as supervision sees it at a moment; of a part, beside the clock of its bundle."""
    return subject_of(told, CALENDAR, CasePolicy(), RULES, at(now), case(clock=whole) if whole else None)


def lines(subject: Subject) -> list[str]:
    """The segments in short: step, side, holder, from, to."""
    return [
        f"{each.step} {each.side.value} {each.holder.name or each.holder.department if each.holder else '-'} "
        f"{each.start:%d %H:%M}-{f'{each.end:%d %H:%M}' if each.end else ''}"
        for each in subject.segments
    ]


def used(subject: Subject) -> dict[str, tuple[int, int | None]]:
    """Used and allowed minutes of each budget."""
    return {each.step: (each.used, each.limit) for each in subject.budgets}
