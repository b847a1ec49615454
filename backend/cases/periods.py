"""For what time something is granted, where an item says so (`licence: {since, until}` of a result): never for one that is over. Pure."""

from collections.abc import Iterator
from datetime import date, datetime

from backend.cases.words import said
from backend.clock import SHANGHAI
from backend.errors import WrongState
from models.cases import Case, Decision
from models.catalogue import ItemVersion
from models.forms import FormField


def require_not_over(case: Case, version: ItemVersion, now: datetime) -> None:
    """Raises `WrongState` where the last day of what would be granted has passed."""
    today = _day(now)
    for field, day in _days(case, version, "until"):
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
    """The answers that say when a licence of the item begins, or ends."""
    for result in version.results:
        key = getattr(result.licence, end) if result.licence is not None else None
        field, answer = (version.field(key), case.form.get(key)) if key else (None, None)
        if field is not None and isinstance(answer, str):
            yield field, date.fromisoformat(answer)


def _day(at: datetime) -> date:
    return at.astimezone(SHANGHAI).date()
