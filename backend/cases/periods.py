"""For what time something is granted, where an item says so (`licence: {since, until}`, `not_after` of a result): never for one that is over. Pure."""

from collections.abc import Iterator
from datetime import date, datetime

from backend.cases.words import said
from backend.clock import SHANGHAI
from backend.errors import WrongState
from models.cases import Case, Decision
from models.catalogue import ItemVersion
from models.forms import FormField


def require_not_over(case: Case, version: ItemVersion, now: datetime) -> None:
    """Raises `WrongState` where the last day of what would be granted has passed, or the day before which it had to be granted."""
    today = _day(now)
    for field, day in [*_days(case, version, "until"), *_days(case, version, "not_after")]:
        if day < today:
            told = f"「{field.label}」填的是{said(field, day.isoformat())}，已经过了，不能再批准这段时间。"
            raise WrongState(f"{told}请发补正告知，请申请人改成以后的日期，再批准。")


def begun(case: Case, version: ItemVersion, decision: Decision) -> list[str]:
    """What the decision says of a first day that had passed when it was made."""
    issued_on = _day(decision.at)
    return [
        f"申请的{field.on_paper}{said(field, day.isoformat())}已经过了，准予的期限自{said(field, issued_on.isoformat())}起算。"
        for field, day in _days(case, version, "since")
        if day < issued_on
    ]


def _days(case: Case, version: ItemVersion, end: str) -> Iterator[tuple[FormField, date]]:
    """The answers that say when a licence of the item begins, or ends, or after which day its result is not granted."""
    for result in version.results:
        key = result.not_after if end == "not_after" else getattr(result.licence, end, None)
        field, answer = (version.field(key), case.form.get(key)) if key else (None, None)
        if field is not None and isinstance(answer, str):
            yield field, date.fromisoformat(answer)


def _day(at: datetime) -> date:
    return at.astimezone(SHANGHAI).date()
