"""The line of a hall: its worker offers freed places in order, asks the next where nobody answers, ends what is past."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime
from typing import Any

import structlog
from pydantic import BaseModel
from pymongo.errors import PyMongoError

from backend.audit import event_of
from backend.booking.core import Places
from backend.booking.halls import BookableItem, counters_for
from backend.booking.notes import Note
from backend.booking.openings import Openings, Range, fitting, openings
from backend.booking.waiting import next_turn, soonest_start
from backend.errors import SlotFull, StaleVersion
from backend.outbox import OutboxRow
from backend.spoken import moment, when
from backend.store import Session
from models.acts import Act, SystemActor
from models.base import Event, NoticeOrder
from models.booking import Hall, Place, PlaceState
from models.waitlist import Offer, Waiting, WaitingState

log = structlog.get_logger()
_ACTOR = SystemActor(id="booking", name="预约系统")
_LIVE = [WaitingState.WAITING.value, WaitingState.OFFERED.value]
_LONG = 500  # so many of a hall's line are looked at in one turn


class Line:
    """Every step is a compare-and-set of the entry together with its places: two workers, or a worker and an answer, do one."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._store = places.store
        self._rules = places.rules.waitlist

    async def tick(self) -> None:
        """What falls due now: offers nobody answered, days that are past, then freed places offered."""
        now = self._places.clock.now()
        unanswered = {"state": WaitingState.OFFERED.value, "offer.until": {"$lte": now}}
        await self._each(unanswered, lambda waiting: self.pass_on(waiting, now, silent=True))
        past = {"state": WaitingState.WAITING.value, "last": {"$lt": now.date().isoformat()}}
        await self._each(past, lambda waiting: self._end(waiting, WaitingState.OVER, self._in_vain(waiting)))
        if next_turn(now, self._rules) == now:
            for hall in await self._places.halls.on(now.date()):
                await self._offer_in(hall, now)

    async def on_person_deceased(self, row: OutboxRow) -> None:
        """Ends what the deceased waited for. Nobody is told: the family is not written to."""
        where = {"person": row.person, "state": {"$in": _LIVE}}
        await self._each(where, lambda waiting: self._end(waiting, WaitingState.ENDED, [], "登记人已去世"), strict=True)

    async def on_grant_ended(self, row: OutboxRow) -> None:
        """Ends what an agent waited for under the grant; both sides are told."""
        why = "代办授权已经结束，代办人替您排的候补随之结束；您还需要的话请自己重新排"

        async def end(waiting: Waiting) -> None:
            await self._end(waiting, WaitingState.ENDED, self.told(waiting, Note.WAITING_ENDED, reason=why), why)

        await self._each({"grant.id": row.subject_id, "state": {"$in": _LIVE}}, end, strict=True)

    async def ahead_of(self, waiting: Waiting) -> int:
        """How many before them wait in that hall for days of theirs."""
        days = {"first": {"$lte": waiting.last}, "last": {"$gte": waiting.first}}
        return await self._store.waitlist.count({"hall": waiting.hall, "state": {"$in": _LIVE}, "rank": {"$lt": waiting.rank}, **days})

    async def pass_on(self, waiting: Waiting, at: datetime, *, silent: bool = False) -> None:
        """What was held goes to the next; the entry waits on for other times, unless it was `silent` once too often."""
        if waiting.offer is None:
            return
        unanswered = waiting.unanswered + silent
        lapsed = unanswered >= self._rules.unanswered_limit
        state = WaitingState.LAPSED if lapsed else WaitingState.WAITING
        what = "候补已结束；还需要的话请重新排" if lapsed else "您仍在排队，有新的空位会再通知您"
        time = when(waiting.offer.start, waiting.offer.end)
        notices = self.told(waiting, Note.UNANSWERED, time=time, what=what) if silent else []
        event = event_of(self._act(), "waitlist.unanswered" if silent else "waitlist.place_gone", notices=notices)
        fields: dict[str, Any] = {"passed": [*waiting.passed, waiting.offer.start], "unanswered": unanswered, "offer": None}
        await self._write(waiting, event, at, state=state, **fields)

    async def change(self, waiting: Waiting, event: Event, session: Session | None, **fields: Any) -> Waiting | None:
        """Sets `fields` if `waiting` is still as it was seen; None where somebody was faster."""
        state = fields.get("state", waiting.state)
        values = {**fields, "live": state.value in _LIVE}
        update: dict[str, Any] = {"$set": {name: _stored(value) for name, value in values.items() if value is not None}}
        if gone := {name: "" for name, value in values.items() if value is None}:
            update["$unset"] = gone
        where = {"_id": waiting.id, "state": waiting.state.value, "version": waiting.version}
        document = await self._store.waitlist.change(where, update, event, session=session)
        return Waiting.of(document) if document else None

    async def reopening(self, waiting: Waiting, at: datetime) -> dict[str, datetime]:
        """The places held for `waiting`, and when each opens for everybody once it is free again. Asked before a transaction."""
        held = {"_id": {"$in": waiting.offer.places if waiting.offer else []}, "held_for": waiting.id}
        found = [Place.of(row) for row in await self._store.places.find(held)]
        return {place.id: await self._places.opens_at(place, at, place.released_at) for place in found}

    async def free(self, waiting: Waiting, places: dict[str, datetime], session: Session) -> None:
        """Frees what was held for `waiting`; a place closed meanwhile stays closed."""
        for place, opens_at in places.items():
            where = {"_id": place, "state": PlaceState.HELD.value, "held_for": waiting.id}
            update = {"$set": {"state": PlaceState.FREE.value, "released_at": opens_at}, "$unset": {"held_for": "", "held_until": ""}}
            await self._store.places.change(where, update, session=session)

    def told(self, waiting: Waiting, note: Note, **data: str) -> list[NoticeOrder]:
        """The same message to the applicant and to the agent who waits for them."""
        facts = {"name": waiting.name, "item": waiting.item_text, "hall": waiting.hall_name, **data}
        people = [waiting.person, *([waiting.grant.agent] if waiting.grant else [])]
        return [NoticeOrder(to=person, template=note, data=facts) for person in people]

    async def _each(self, where: dict[str, Any], do: Callable[[Waiting], Awaitable[None]], *, strict: bool = False) -> None:
        """Does it to each. One that fails waits for the next turn, unless `strict`: a consumer is called again."""
        for row in await self._store.waitlist.find(where, sort=[("rank", 1)]):
            try:
                await do(Waiting.of(row))
            except (PyMongoError, StaleVersion) as error:
                if strict:
                    raise
                log.warning("waiting_passed_over", waiting=row["_id"], error=type(error).__name__)

    async def _offer_in(self, hall: Hall, now: datetime) -> None:
        """Offers what is free in a hall, to the first in its line whom it fits."""
        where = {"hall": hall.hall, "state": WaitingState.WAITING.value}
        line = [Waiting.of(row) for row in await self._store.waitlist.find(where, sort=[("rank", 1)], limit=_LONG)]
        if not line:
            return
        days = (min(_days(each)[0] for each in line), max(_days(each)[1] for each in line))
        after = soonest_start(now, self._rules)
        free = await openings(self._store, hall.hall, after, days, {"opens_at": {"$lte": now}})
        for waiting in line:
            try:
                await self._offer(hall, waiting, free, now)
            except (PyMongoError, StaleVersion) as error:  # they answered or left at this moment; the others are asked
                log.warning("waiting_passed_over", waiting=waiting.id, error=type(error).__name__)

    async def _offer(self, hall: Hall, waiting: Waiting, free: Openings, now: datetime) -> None:
        items = self._bookable(waiting)
        counters = [counter.id for counter in counters_for(hall, items)] if items else []
        start = fitting(free, counters, waiting.places, _days(waiting), waiting.passed)
        if not counters:
            why = "这个大厅现在不办理所选事项了，候补已结束，请换一个大厅预约"
            await self._end(waiting, WaitingState.ENDED, self.told(waiting, Note.WAITING_ENDED, reason=why), why)
        elif start is not None and await self._has_one(waiting):
            await self._end(waiting, WaitingState.ENDED, [], "您已经另外约到了，候补已结束")
        elif start is not None:
            await self._hold(waiting, counters, start, now)
            free.pop(start)  # what is left of it is looked at anew in the next turn

    async def _has_one(self, waiting: Waiting) -> bool:
        return await self._store.places.find_one({"live": True, "needs": {"$in": waiting.needs}}, fields=["_id"]) is not None

    async def _hold(self, waiting: Waiting, counters: Sequence[str], start: datetime, now: datetime) -> None:
        """Holds the places and tells of them; nothing where somebody was faster."""
        until = now + self._rules.answer_time
        where = {"hall": waiting.hall, "start": start, "counter": {"$in": list(counters)}, "online": True}
        free = {**where, "state": PlaceState.FREE.value}
        rows = await self._store.places.find(free, sort=[("_id", 1)], limit=waiting.places, fields=["_id", "end"])
        if len(rows) < waiting.places:
            return
        offer = Offer(places=[row["_id"] for row in rows], start=start, end=min(row["end"] for row in rows), until=until)
        time = when(offer.start, offer.end)
        notices = self.told(waiting, Note.OFFERED, time=time, until=moment(until), count=str(waiting.places))
        event = event_of(self._act(), "waitlist.offered", detail={"start": start, "places": waiting.places}, notices=notices)
        held = {"$set": {"state": PlaceState.HELD.value, "held_for": waiting.id, "held_until": until}}

        async def write(session: Session) -> None:
            for place in offer.places:
                if await self._store.places.change({"_id": place, "state": PlaceState.FREE.value}, held, session=session) is None:
                    raise SlotFull()
            if await self.change(waiting, event, session, state=WaitingState.OFFERED, offer=offer) is None:
                raise StaleVersion()

        try:
            await self._store.transact(write)
        except (SlotFull, StaleVersion):
            log.info("offer_came_too_late", waiting=waiting.id)

    async def _end(self, waiting: Waiting, state: WaitingState, notices: list[NoticeOrder], reason: str | None = None) -> None:
        event = event_of(self._act(), "waitlist.ended", detail={"state": state.value}, notices=notices)
        await self._write(waiting, event, self._places.clock.now(), state=state, reason=reason, offer=None)

    async def _write(self, waiting: Waiting, event: Event, at: datetime, **fields: Any) -> None:
        """Changes the entry and frees what was held for it. Raises `StaleVersion` where somebody was faster."""
        freed = await self.reopening(waiting, at)

        async def write(session: Session) -> None:
            if await self.change(waiting, event, session, **fields) is None:
                raise StaleVersion()
            await self.free(waiting, freed, session)

        await self._store.transact(write)

    def _in_vain(self, waiting: Waiting) -> list[NoticeOrder]:
        first, last = _days(waiting)
        days = f"{first.month}月{first.day}日" if first == last else f"{first.month}月{first.day}日到{last.month}月{last.day}日"
        return self.told(waiting, Note.WAITED_IN_VAIN, days=days)

    def _bookable(self, waiting: Waiting) -> list[BookableItem]:
        """The items, all of them; none where one can't be booked any more."""
        found = [item for code in waiting.items if (item := self._places.items(code)) is not None]
        return found if len(found) == len(waiting.items) else []

    def _act(self) -> Act:
        return Act(actor=_ACTOR, at=self._places.clock.now(), channel="system")


def _days(waiting: Waiting) -> Range:
    return date.fromisoformat(waiting.first), date.fromisoformat(waiting.last)


def _stored(value: Any) -> Any:
    if isinstance(value, WaitingState):
        return value.value
    return value.model_dump() if isinstance(value, BaseModel) else value
