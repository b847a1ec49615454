"""What falls due: reminders, escalation, confirmation by itself, proposals that run out, the end of the day."""

from collections.abc import Awaitable, Callable

import structlog
from pymongo.errors import PyMongoError

from backend.audit import event_of
from backend.booking.core import Places
from backend.booking.counter import CounterDesk
from backend.booking.due import Due, Step, already_near, timetable
from backend.booking.notes import Note
from backend.store import Session
from models.acts import Act, SystemActor
from models.base import Event
from models.booking import IN_HALL, Place, PlaceState

log = structlog.get_logger()
_BATCH = 200
_ACTOR = SystemActor(id="booking", name="预约系统")


class Worker:
    """Takes places whose time has come, one step at a time. Each step is a compare-and-set: two workers do it once."""

    def __init__(self, places: Places, counter: CounterDesk) -> None:
        self._places = places
        self._store = places.store
        self._counter = counter
        self._steps: dict[Step, Callable[[Act, Place, Due], Awaitable[object]]] = {
            Step.LET_GO: self._let_go,
            Step.ESCALATE: self._escalate,
            Step.CONFIRM: self._confirm,
            Step.REMIND: self._remind,
            Step.END_DAY: self._end_day,
        }

    async def tick(self) -> None:
        """Does everything that is due now."""
        now = self._places.clock.now()
        act = Act(actor=_ACTOR, at=now, channel="system")
        failed: list[str] = []
        while True:
            where = {"due_at": {"$lte": now}, "_id": {"$nin": failed}}
            rows = await self._store.places.find(where, sort=[("due_at", 1)], limit=_BATCH)
            if not rows:
                return
            for row in rows:
                place = Place.of(row)
                try:
                    await self._do(act, place)
                except PyMongoError as error:  # this one waits for the next turn; the others do not wait for it
                    log.warning("due_step_failed", place=place.id, error=type(error).__name__)
                    failed.append(place.id)

    async def _do(self, act: Act, place: Place) -> None:
        steps = [due for due in timetable(place, self._places.rules) if due.at <= act.at]
        if steps:
            await self._steps[steps[0].step](act, place, steps[0])
        else:  # the rules have changed since: the time is set anew
            await self._places.change(place, None)

    async def _remind(self, act: Act, place: Place, due: Due) -> None:
        """Reminders that were overtaken by a later one, such as after a night's outage, are passed over in silence."""
        nearer = [other for other in timetable(place, self._places.rules) if other.step is Step.REMIND and due.at < other.at <= act.at]
        event = None if nearer or act.at >= place.start else self._reminder(act, place, due.hours)
        await self._places.change(place, event, reminded=[*place.reminded, due.hours])

    def _reminder(self, act: Act, place: Place, hours: float) -> Event:
        template = Note.REMINDER_DAY if hours >= 12 else Note.REMINDER_HOUR
        return event_of(act, "appointment.reminded", detail={"hours": hours}, notices=self._places.notices(place, template))

    async def _escalate(self, act: Act, place: Place, due: Due) -> None:
        """The hall manager sees it at the top of the desk's list."""
        await self._places.change(place, event_of(act, "appointment.escalated"), escalated_at=act.at)

    async def _confirm(self, act: Act, place: Place, due: Due) -> None:
        event = event_of(act, "appointment.confirmed_by_itself", notices=self._places.notices(place, Note.CONFIRMED))
        passed = already_near(place.start, act.at, self._places.rules)  # this notice reminds as well
        await self._places.change(place, event, state=PlaceState.CONFIRMED, reminded=passed)

    async def _end_day(self, act: Act, place: Place, due: Due) -> None:
        """Who never came has missed it; who was being served is done; who waited in vain has left."""
        if place.state is PlaceState.SERVING:
            await self._places.change(place, event_of(act, "appointment.done"), state=PlaceState.DONE, done_at=act.at)
            return
        came = place.state in IN_HALL
        await self._places.change(place, self._counter.missed_event(act, place), state=PlaceState.MISSED, no_show=not came)

    async def _let_go(self, act: Act, held: Place, due: Due) -> None:
        """A proposal nobody answered: the place is free again, the appointment as it was."""
        document = await self._store.places.get(held.held_for or "")
        place = Place.of(document) if document else None
        event = event_of(act, "appointment.proposal_expired")

        async def write(session: Session) -> None:
            where = {"_id": held.id, "state": PlaceState.HELD.value, "version": held.version}
            update = {"$set": {"state": PlaceState.FREE.value}, "$unset": {"held_for": "", "held_until": "", "due_at": ""}}
            freed = await self._store.places.change(where, update, session=session)
            if freed is not None and place is not None and place.proposal is not None and place.proposal.place == held.id:
                await self._places.change(place, event, session=session, proposal=None)

        await self._store.transact(write)
