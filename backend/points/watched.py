"""Rounds as supervision watches them: a duty of the department is a step with a limit, and nothing else of a round is.

Structurally a `Source` of `backend.supervision`; the two rooms know nothing of each other.
"""

from collections.abc import Callable
from datetime import datetime

from backend.catalogue import Catalogue
from backend.points.duties import due_of, owed_by
from backend.store import Store
from backend.workdays import WorkCalendar
from models.points import OwedDuty, Round
from models.supervision import Budget, Holder, Scope, Segment, Side, Subject, Use


class RoundSource:
    """Rounds as subjects."""

    kind = "rounds"
    breaches = frozenset[str]()

    def __init__(self, store: Store, catalogue: Catalogue, days: Callable[[], WorkCalendar]) -> None:
        self._store = store
        self._catalogue = catalogue
        self._days = days

    async def subject(self, id: str, now: datetime) -> Subject | None:
        """A round with what is and was owed of it; None before anything was."""
        document = await self._store.rounds.get(id)
        of = Round.of(document) if document else None
        if of is None or not of.duties:
            return None
        steps = _steps(of)
        return Subject(
            kind=self.kind,
            id=of.id,
            number=of.name,
            title=self._catalogue.item_name(of.item),
            group=of.item,
            department=of.department,
            version=of.version,
            segments=tuple(self._segment(of, each, step) for each, step in zip(of.duties, steps, strict=True)),
            budgets=tuple(self._budget(of, each, step, now) for each, step in zip(of.duties, steps, strict=True)),
            acted_at=max((event.at for event in of.events if event.actor["kind"] == "staff"), default=None),
            departments=frozenset({of.department, *(owed_by(self._catalogue, of, each.duty) for each in of.duties)}),
        )

    def _budget(self, of: Round, owed: OwedDuty, step: str, now: datetime) -> Budget:
        days, due, end = self._days(), due_of(self._catalogue, self._days(), of, owed), _end(of, owed)
        used = days.office_minutes(owed.since, end or now)
        return Budget(
            step=step,
            name=owed.duty.label,
            scope=Scope.STEP,
            start=owed.since,
            end=end,
            due=due,
            limit=days.office_minutes(owed.since, due),
            used=used,
            uses=(Use(holder=self._holder(of, owed), minutes=used),),
            running=end is None,
        )

    def _segment(self, of: Round, owed: OwedDuty, step: str) -> Segment:
        holder = self._holder(of, owed)
        return Segment(step=step, name=owed.duty.label, side=Side.OFFICE, holder=holder, start=owed.since, end=_end(of, owed))

    def _holder(self, of: Round, owed: OwedDuty) -> Holder:
        return Holder(department=owed_by(self._catalogue, of, owed.duty))


def _end(of: Round, owed: OwedDuty) -> datetime | None:
    """When it was done; what the watch has not marked yet ended with the round's last change."""
    return None if owed == of.owed else owed.ended_at or of.updated_at


def _steps(of: Round) -> list[str]:
    """A step of its own for each time: a list that was taken back is owed anew."""
    times: dict[str, int] = {}
    steps: list[str] = []
    for each in of.duties:
        times[each.duty] = times.get(each.duty, 0) + 1
        steps.append(each.duty.value if times[each.duty] == 1 else f"{each.duty.value}.{times[each.duty]}")
    return steps
