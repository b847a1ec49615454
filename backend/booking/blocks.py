"""Missed appointments and what follows: too many, and booking online is closed for a time. The counter never is."""

from datetime import datetime, timedelta

from backend.audit import event_of
from backend.booking.core import Places
from backend.booking.notes import Note
from backend.booking.recent import Recent
from backend.outbox import OutboxRow
from backend.spoken import moment
from backend.store import DuplicateKeyError
from models.acts import Act, SystemActor
from models.base import Event, NoticeOrder
from models.booking import Block, PlaceState

_SECONDS = 5.0  # how long a new block may take to be noticed
_ACTOR = SystemActor(id="booking", name="预约系统")


class Blocks:
    """Keeps who may not book online for now. They are few, so claims look them up without asking the database."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._store = places.store
        self._recent: Recent[str, dict[str, datetime]] = Recent(_SECONDS)

    async def until(self, person: str, at: datetime) -> datetime | None:
        """Until when booking online is closed to `person`; None where it is open."""
        until = (await self._recent.get("blocks", self._read)).get(person)
        return until if until is not None and until > at else None

    def forget(self) -> None:
        """Drops what is kept for a moment."""
        self._recent.forget()

    async def on_missed(self, row: OutboxRow) -> None:
        """After a missed appointment: counts, and closes booking online where the limit is reached. Twice is once."""
        if row.person is None:
            return
        until = await self._earned(row.person)
        if until is None:
            return
        block = Block(_id=row.person, person=row.person, until=until, missed=self._places.rules.no_show_limit)
        await self._close(block, self._blocked(row.person, until))
        self._recent.forget()

    async def on_not_missed(self, row: OutboxRow) -> None:
        """After a missed appointment was taken back: booking online is closed no longer than the others close it. Twice is once."""
        if row.person is None:
            return
        now = self._places.clock.now()
        until = await self._earned(row.person)
        if until is not None and until > now:
            event = self._blocked(row.person, until)
        else:
            until = now
            event = event_of(self._act(), "booking.unblocked", notices=[NoticeOrder(to=row.person, template=Note.UNBLOCKED, data={})])
        await self._store.booking_blocks.change({"_id": row.person, "until": {"$gt": until}}, {"$set": {"until": until}}, event)
        self._recent.forget()

    async def _earned(self, person: str) -> datetime | None:
        """Until when what `person` has missed closes booking online; None where it is less than the limit."""
        rules = self._places.rules
        where = {"person": person, "state": PlaceState.MISSED.value, "no_show": True}
        missed = await self._store.places.find(where, sort=[("start", -1)], limit=rules.no_show_limit, fields=["start"])
        if len(missed) < rules.no_show_limit or missed[0]["start"] - missed[-1]["start"] > timedelta(days=rules.no_show_days):
            return None
        return missed[0]["start"] + timedelta(days=rules.block_days)

    def _blocked(self, person: str, until: datetime) -> Event:
        rules = self._places.rules
        data = {"missed": str(rules.no_show_limit), "days": str(rules.no_show_days), "until": moment(until)}
        notice = NoticeOrder(to=person, template=Note.BLOCKED, data=data)
        return event_of(self._act(), "booking.blocked", detail={"missed": rules.no_show_limit}, notices=[notice])

    def _act(self) -> Act:
        return Act(actor=_ACTOR, at=self._places.clock.now(), channel="system")

    async def _close(self, block: Block, event: Event) -> None:
        try:
            await self._store.booking_blocks.insert(block, event)
        except DuplicateKeyError:  # there was one before: it is put off, never shortened
            where = {"_id": block.id, "until": {"$lt": block.until}}
            await self._store.booking_blocks.change(where, {"$set": {"until": block.until, "missed": block.missed}}, event)

    async def _read(self) -> dict[str, datetime]:
        now = self._places.clock.now()
        return {row["_id"]: row["until"] for row in await self._store.booking_blocks.find({"until": {"$gt": now}}, fields=["until"])}
