"""What the department owes of a round by a day, so that a list which is never made is nobody's secret.

Which duty runs follows from the round (`Round.duty`), its last day from the item's data and the calendar of the moment. That it began
and that its day has passed are marked in the round, each with an event: supervision gives its cards by them (`RoundSource`), and
everybody who waits in the round is told.
"""

from contextlib import suppress
from datetime import datetime

from backend.audit import event_of
from backend.cases import Cases, LateRound
from backend.catalogue import Catalogue
from backend.clock import Clock
from backend.errors import StaleVersion
from backend.outbox import OutboxRow
from backend.store import Store
from backend.workdays import WorkCalendar
from models.acts import Act, SystemActor
from models.points import OwedDuty, Round, RoundDuty

WATCHED = frozenset(
    f"round.{each}"
    for each in ("duty_began", "duty_ended", "overdue", "published", "passing", "concluded", "decided", "objection_answered")
)
"""The events after which supervision looks at a round: something is owed from now on, is overdue, or was done."""


class Duties:
    """The watch over rounds. Safe to run several times at once."""

    def __init__(self, store: Store, clock: Clock, catalogue: Catalogue, cases: Cases) -> None:
        self._store = store
        self._clock = clock
        self._catalogue = catalogue
        self._cases = cases

    async def tick(self) -> int:
        """Marks duties that began, are over, or whose day has passed. Returns how many rounds were marked."""
        marked = 0
        for document in await self._store.rounds.find({"live": True}):
            with suppress(StaleVersion):  # somebody acts on it at this moment; the next turn looks again
                marked += await self._look(Round.of(document))
        return marked

    async def on_overdue(self, row: OutboxRow) -> None:
        """Consumes `round.overdue`: tells everybody who waits in the round. Safe to run twice; each case remembers what it was told."""
        of = Round.of(await self._store.rounds.get(row.subject_id) or {})
        if (late := of.owed) is None or late.passed_at is None:
            return  # it was done meanwhile
        told = LateRound(key=f"{of.id}:{late.duty}:{late.since.isoformat()}", name=of.name, what=late.duty.label, due=self.due(of, late))
        for document in await self._store.cases.find({"round": of.id}, fields=["_id"]):
            await self._cases.tell_round_late(self._act(), document["_id"], told)

    def due(self, of: Round, owed: OwedDuty) -> datetime:
        """Until when it is to be done."""
        return due_of(self._catalogue, self._cases.calendar, of, owed)

    async def _look(self, of: Round) -> bool:
        now = self._clock.now()
        wanted = of.duty if of.duty is not None and of.duty[1] <= now else None
        if of.owed is None:
            duties = [each.model_copy(update={"ended_at": each.ended_at or now}) for each in of.duties]
            if wanted is not None:
                return await self._mark(of, [*duties, OwedDuty(duty=wanted[0], since=wanted[1])], "round.duty_began", wanted[0], now)
            return duties != of.duties and await self._mark(of, duties, "round.duty_ended", duties[-1].duty, now)
        owed = of.owed
        if owed.passed_at is not None or now < self.due(of, owed):
            return False
        passed = owed.model_copy(update={"passed_at": now})
        return await self._mark(of, [*of.duties[:-1], passed], "round.overdue", owed.duty, now)

    async def _mark(self, of: Round, duties: list[OwedDuty], action: str, duty: RoundDuty, now: datetime) -> bool:
        event = event_of(self._act(now), action, detail={"item": of.item, "duty": duty.value})
        changes = {"duties": [each.model_dump() for each in duties], "updated_at": now}
        if await self._store.rounds.change({"_id": of.id, "version": of.version}, {"$set": changes}, event) is None:
            raise StaleVersion()
        return True

    def _act(self, at: datetime | None = None) -> Act:
        return Act(actor=SystemActor(id="points"), at=at or self._clock.now(), channel="system")


def due_of(catalogue: Catalogue, calendar: WorkCalendar, of: Round, owed: OwedDuty) -> datetime:
    """Until when something of a round is to be done."""
    ranking = catalogue.version(of.item, of.opens_at.date()).ranking
    assert ranking is not None  # else the item would have no rounds
    spans = {RoundDuty.PUBLIC: ranking.deadlines.public, RoundDuty.ENDED: ranking.deadlines.ended}
    return calendar.deadline(owed.since, spans.get(owed.duty, ranking.deadlines.decided)).at


def owed_by(catalogue: Catalogue, of: Round, duty: RoundDuty) -> str:
    """Whose it is: the office that ranks, or the one that decides."""
    return catalogue.version(of.item, of.opens_at.date()).deciding_department if duty is RoundDuty.DECIDED else of.department
