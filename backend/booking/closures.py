"""Closing a hall or a counter for a period: who is affected, moving them or telling them, to the end, whatever happens."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from backend import permissions
from backend.audit import event_of
from backend.booking.calendar import day_name
from backend.booking.changes import Changes
from backend.booking.closed_people import ClosedPeople
from backend.booking.core import Places, Visit, Wish, claimed
from backend.booking.halls import BookableItem, counters_for
from backend.booking.notes import Note
from backend.booking.priority import first_in_line
from backend.clock import SHANGHAI
from backend.errors import Invalid, NotFound, Problem, SlotFull, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.spoken import when
from backend.store import DuplicateKeyError, Session, Store
from models.acts import Act, SystemActor
from models.base import Event
from models.booking import BOOKED, STANDING, Closure, ClosureState, InHall, Place, PlaceState, Remedy
from models.closures import ClosureBody, LiftBody
from models.waitlist import Waiting

log = structlog.get_logger()
_ACTOR = SystemActor(id="booking", name="预约系统")
_AROUND = timedelta(days=14)  # so far from the old time an equal slot is looked for
_LONGEST_SLOT = timedelta(hours=4)
_LONGEST = timedelta(days=366)
_CANDIDATES = 20
_BATCH = 200  # places withdrawn in one transaction
_LISTED = 100
_BOOKED = [state.value for state in BOOKED]
_UNCLAIMED = [PlaceState.FREE.value, PlaceState.HELD.value]
_CHOOSE = "请在小程序里另选时间"
_FIRST = "没有找到相近的时段，已把您排在这个大厅候补的最前面，空出时段先通知您；也可以自己另选时间"


class Closures:
    """A closure withdraws free places first, then takes one appointment after another; the worker finishes what a crash left."""

    def __init__(self, places: Places, changes: Changes) -> None:
        self.store: Store = places.store
        self._places = places
        self._changes = changes
        self.people = ClosedPeople(places)

    async def preview(self, act: Act, hall_id: str, body: ClosureBody) -> tuple[Closure, int, list[Place]]:
        """The closure as it would be, how many free places it withdraws, and whose appointments it hits."""
        closure = await self._closure(act, hall_id, body)
        free = await self.store.places.count({**self._inside(closure), "state": {"$in": _UNCLAIMED}})
        return closure, free, await self.affected(closure)

    @once("closures", Closure)
    async def close(self, act: Act, hall_id: str, body: ClosureBody) -> Closure:
        """Closes. The answer comes when everybody has been moved or told, or the worker is left to go on."""
        closure = await self._closure(act, hall_id, body)
        detail = {"hall": hall_id, **closure.model_dump(include={"counter", "start", "end", "reason"})}
        await self.store.closures.insert(closure, event_of(act, "hall.closed", detail=detail))
        return await self.carry_out(closure)

    async def lift(self, act: Act, hall_id: str, closure_id: str, body: LiftBody) -> Closure:
        """Takes a closure back. Its places are the planner's to give back; who had just come and lost their number of today has it again;
        who was moved or told otherwise keeps what they were told.

        Raises `NotFound`, `Forbidden` to staff of elsewhere, `WrongState` where it was lifted or is over.
        """
        lifted = await self._lift(act, hall_id, closure_id, body)
        await self.people.give_back(self._act(), lifted)
        return lifted

    @once("closures", Closure)
    async def _lift(self, act: Act, hall_id: str, closure_id: str, body: LiftBody) -> Closure:
        permissions.require("hall.close", act, InHall(hall=hall_id))
        event = event_of(act, "hall.closure_lifted", detail={"hall": hall_id, "reason": body.reason})
        change = {"$set": {"state": ClosureState.LIFTED.value, "lifted_for": body.reason}}
        own = {"_id": closure_id, "hall": hall_id}
        lifted = await self.store.closures.change({**own, **STANDING, "end": {"$gt": act.at}}, change, event)
        if lifted is not None:
            return Closure.of(lifted)
        if await self.store.closures.find_one(own, fields=["_id"]) is None:
            raise NotFound("没有找到这次关闭，请刷新列表。")
        raise WrongState("这次关闭已经撤销或已经过去，不用再撤销。请刷新列表查看。")

    async def of_hall(self, act: Act, hall_id: str) -> list[Closure]:
        """The closures of a hall, also lifted ones and those that are over, the one that ends last first. Raises `Forbidden`."""
        permissions.require("hall.close", act, InHall(hall=hall_id))
        rows = await self.store.closures.find({"hall": hall_id}, sort=[("end", -1), ("_id", -1)], limit=_LISTED)
        return [Closure.of(row) for row in rows]

    async def tick(self) -> None:
        """Goes on with closures that are not over: places born again inside one are withdrawn, people left behind are seen to."""
        now = self._places.clock.now()
        unfinished = {"state": ClosureState.RUNNING.value}  # also where its end has passed meanwhile
        for row in await self.store.closures.find({"$or": [{"end": {"$gt": now}, **STANDING}, unfinished]}):
            await self.carry_out(Closure.of(row))
        for row in await self.store.closures.find({"end": {"$gt": now}, "state": ClosureState.LIFTED.value}):
            await self.people.give_back(self._act(), Closure.of(row))  # what a crash between lifting and giving back left

    async def finish(self, hall_id: str) -> None:
        """Carries out what a hall has begun to close, now and not at the next turn."""
        for row in await self.store.closures.find({"hall": hall_id, "state": ClosureState.RUNNING.value}):
            await self.carry_out(Closure.of(row))

    async def carry_out(self, closure: Closure) -> Closure:
        """Withdraws free places and sees to everybody affected. Safe to run twice or at once: each person is one swap or one end.

        A closure lifted meanwhile stops it where it is: each write holds that it still stands.
        """
        if not await self._withdraw(closure):
            return await self.get(closure.id)
        passed_over: set[str] = set()
        while batch := [place for place in await self.affected(closure) if place.id not in passed_over]:
            for place in batch:
                try:
                    await self._see_to(closure, place)
                except Problem as error:  # changed by the citizen meanwhile, or the database is busy: the next turn looks again
                    log.info("closure_passes_over", place=place.id, reason=error.type)
                    passed_over.add(place.id)
        if passed_over or closure.state is ClosureState.DONE:
            return await self.get(closure.id)
        where = {"_id": closure.id, "state": ClosureState.RUNNING.value}
        done = event_of(self._act(), "hall.closure_carried_out")
        await self.store.closures.change(where, {"$set": {"state": ClosureState.DONE.value}}, done)
        return await self.get(closure.id)

    def of_counters(
        self, act: Act, hall: str, counters: Sequence[str], start: datetime, end: datetime, terms: LiftBody, remedy: Remedy
    ) -> list[tuple[Closure, Event]]:
        """A closure of each of some counters, with its event, for whoever inserts them together with what closes them. The act's key is
        that other document's."""
        keyless = replace(act, key=None, digest=None)
        facts = {"hall": hall, "start": start, "end": end, "reason": terms.reason}
        closures = [Closure(_id=new_id("closure"), counter=counter, remedy=remedy, **facts) for counter in counters]
        return [(each, event_of(keyless, "hall.closed", detail={**facts, "counter": each.counter})) for each in closures]

    async def get(self, closure_id: str) -> Closure:
        """The closure as it is now."""
        return Closure.of(await self.store.closures.get(closure_id) or {})

    async def _closure(self, act: Act, hall_id: str, body: ClosureBody) -> Closure:
        hall = await self._places.halls.get(hall_id, act.at.date())
        permissions.require("hall.close", act, InHall(hall=hall_id))
        if body.counter is not None and hall.counter(body.counter) is None:
            raise Invalid("这个大厅没有这个窗口，请从列表里选择。")
        if body.end <= act.at:
            raise Invalid("这段时间已经过去了，请选今后的时间。")
        if body.start is None and body.end - act.at > _LONGEST:
            raise Invalid("一次最多关闭一年，请选近一些的结束时间。")
        facts = body.model_dump(exclude={"preview", "start"})
        return Closure(_id=new_id("closure"), hall=hall_id, start=body.start or act.at, **facts)

    def _inside(self, closure: Closure) -> dict[str, Any]:
        """Places that overlap the closure and have not begun."""
        where = self._overlapping(closure)
        where["start"]["$gt"] = max(closure.start - _LONGEST_SLOT, self._places.clock.now())
        return where

    def _overlapping(self, closure: Closure) -> dict[str, Any]:
        """Places that overlap the closure, begun or not: a hall may close in the middle of a slot, and be said to have closed later."""
        start = {"$gt": closure.start - _LONGEST_SLOT, "$lt": closure.end}
        where: dict[str, Any] = {"hall": closure.hall, "start": start, "end": {"$gt": closure.start}}
        if closure.counter is not None:
            where["counter"] = closure.counter
        return where

    async def _withdraw(self, closure: Closure) -> bool:
        """Free and held places can be had no more; whether the closure still stands.

        A held one's proposal runs out by itself: accepting finds it gone.
        """
        unclaimed = {**self._inside(closure), "state": {"$in": _UNCLAIMED}}
        while rows := await self.store.places.find(unclaimed, fields=["_id"], limit=_BATCH):
            try:
                await self._withdraw_these(closure, [row["_id"] for row in rows])
            except StaleVersion:
                return False
        return True

    async def _withdraw_these(self, closure: Closure, ids: list[str]) -> None:
        """Raises `StaleVersion` where the closure was lifted."""
        update = {
            "$set": {"state": PlaceState.WITHDRAWN.value},
            "$unset": {"held_for": "", "held_until": "", "due_at": ""},
            "$inc": {"version": 1},
        }

        async def write(session: Session) -> None:
            await self._still_standing(closure, {"$set": {}}, session)
            await self.store.places.change_many({"_id": {"$in": ids}, "state": {"$in": _UNCLAIMED}}, update, session=session)

        await self.store.transact(write)

    async def _still_standing(self, closure: Closure, change: dict[str, Any], session: Session) -> None:
        """Changes the closure in a transaction, so that it cannot be lifted at the same moment. Raises `StaleVersion`.

        Its days are not as the planner noted them any more: the next turn makes them again, so that lifting is noticed.
        """
        first, last = (day_name(closure.hall, moment.astimezone(SHANGHAI).date()) for moment in (closure.start, closure.end))
        days = {"$gte": first, "$lte": last}
        await self.store.booked_days.change_many({"_id": days}, {"$set": {"digest": ""}}, session=session)
        if await self.store.closures.change({"_id": closure.id, **STANDING}, change, session=session) is None:
            raise StaleVersion()

    async def affected(self, closure: Closure) -> list[Place]:
        """Whom the closure hits: appointments inside it, and once a whole hall has closed, whoever still waits in it.

        In the order in which they are given another time: first those who have come already, then by time. Nobody among them is
        ever counted as not having come.
        """
        rows = await self.store.places.find({**self._overlapping(closure), "state": {"$in": _BOOKED}})
        if closure.counter is None and closure.start <= self._places.clock.now():
            waiting = {"hall": closure.hall, "state": PlaceState.CHECKED_IN.value, "start": {"$lt": closure.end}}
            rows += await self.store.places.find(waiting)
        return sorted((Place.of(row) for row in rows), key=lambda each: (each.state in BOOKED, each.start, each.id))

    async def _see_to(self, closure: Closure, place: Place) -> None:
        """Moves one appointment to an equal slot, or ends it and asks the citizen to choose again."""
        items = [item for code in place.items if (item := self._places.items(code)) is not None]
        movable = closure.remedy is Remedy.MOVE and not place.walk_in and len(items) == len(place.items)
        for candidate in await self._equal_places(place, items) if movable else []:
            if await self._move(closure, place, items, candidate):
                return
        ahead = await first_in_line(self._places, place) if movable else None
        try:
            await self._tell(closure, place, ahead)
        except DuplicateKeyError:  # they joined the line themselves at this moment
            await self._tell(closure, place, None)

    async def _move(self, closure: Closure, place: Place, items: Sequence[BookableItem], candidate: Place) -> bool:
        """Whether the swap worked; somebody else may have taken the candidate."""
        again = (place.people, place.case, place.grant, place.channel or "", place.companion)
        wish = Wish(place.person or "", place.name or "", items, *again)
        visit = Visit(candidate.hall_name, candidate.counter_name, candidate.start, candidate.end)
        confirmed = place.state is not PlaceState.PENDING
        new = claimed(wish, visit, self._places.clock.now(), self._places.rules, code=place.code, confirmed=confirmed)
        which = {"_id": candidate.id, "state": PlaceState.FREE.value}
        told = {"old_time": when(place.start, place.end), "reason": closure.reason}
        swap = await self._changes.swap(self._act(), place, which, new, Note.MOVED, **told)
        swap = replace(
            swap, reborn=await self._closed_seat(place), cancel_freely=True, freeze=place.freeze, reason=closure.reason, closure=closure.id
        )

        async def write(session: Session) -> None:
            await self._changes.swap_within(swap, session)
            await self._still_standing(closure, {"$inc": {"moved": 1}}, session)

        try:
            await self.store.transact(write)
        except SlotFull:
            return False
        return True

    async def _tell(self, closure: Closure, place: Place, ahead: Waiting | None) -> None:
        """`ahead`: their place in the hall's line, before everybody else."""
        notices = self._places.notices(place, Note.CLOSED, reason=closure.reason, next=_FIRST if ahead else _CHOOSE)
        event = event_of(self._act(), "appointment.closed", detail={"closure": closure.id}, notices=notices)
        joined = event_of(self._act(), "waitlist.put_first", detail={"closure": closure.id})
        reborn = await self._closed_seat(place)

        async def write(session: Session) -> None:
            ended = {"state": PlaceState.CANCELLED, "reason": closure.reason, "closure": closure.id}
            await self._changes.end(place, reborn, event, session, **ended)
            if ahead is not None:
                await self.store.waitlist.insert(ahead, joined, session=session)
            await self._still_standing(closure, {"$inc": {"told": 1}}, session)

        await self.store.transact(write)

    async def _closed_seat(self, place: Place) -> Place | None:
        """The next life of a seat in a closed slot: it can't be had, but it is not forgotten."""
        reborn = await self._places.next_life(place, self._places.clock.now())
        return reborn.model_copy(update={"state": PlaceState.WITHDRAWN}) if reborn else None

    async def _equal_places(self, place: Place, items: Sequence[BookableItem]) -> list[Place]:
        """Free places of the same hall for the same items, those nearest in time first."""
        now = self._places.clock.now()
        hall = await self._places.halls.get(place.hall, place.start.date())
        counters = [counter.id for counter in counters_for(hall, items)]
        where = {"hall": place.hall, "counter": {"$in": counters}, "state": PlaceState.FREE.value, "released_at": {"$lte": now}}
        soonest = now + timedelta(hours=self._places.rules.cancel_hours)
        later = {**where, "start": {"$gt": max(soonest, place.start), "$lt": place.start + _AROUND}}
        sooner = {**where, "start": {"$gt": max(soonest, place.start - _AROUND), "$lte": place.start}}
        rows = await self.store.places.find(later, sort=[("start", 1)], limit=_CANDIDATES)
        rows += await self.store.places.find(sooner, sort=[("start", -1)], limit=_CANDIDATES)
        return sorted((Place.of(row) for row in rows), key=lambda each: (abs(each.start - place.start), each.id))

    def _act(self) -> Act:
        return Act(actor=_ACTOR, at=self._places.clock.now(), channel="system")
