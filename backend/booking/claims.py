"""Claiming a place: one write. The claimed place is the appointment."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from backend.audit import event_of
from backend.booking.blocks import Blocks
from backend.booking.core import Places, Wish, claimed, fields_of, first_notice, grant_of
from backend.booking.halls import bookable
from backend.booking.slots import Slots, Target
from backend.errors import AlreadyBooked, BookingBlocked, NotFound, SlotFull
from backend.idempotency import once
from backend.spoken import moment, when
from backend.store import DuplicateKeyError, Session, Store
from models.acts import Act
from models.appointments import ClaimBody
from models.booking import Place

_WITHOUT_HISTORY = {"events": 0, "keys": 0, "unrelayed": 0}  # as long as the rest of a place, and nobody reads it here
MayBook = Callable[[Act, str, str], Awaitable[bool]]  # act, case id, item code: may an appointment be made for that case


class Claims:
    """Citizens and agents book online."""

    def __init__(self, places: Places, slots: Slots, blocks: Blocks, case_may_be_booked: MayBook) -> None:
        self.store: Store = places.store
        self._places = places
        self._slots = slots
        self._blocks = blocks
        self._case_may_be_booked = case_may_be_booked

    @once("places", Place)
    async def claim(self, act: Act, body: ClaimBody) -> Place:
        """Books a place of the slot for the applicant.

        Raises `Invalid` (items), `NotFound` (hall, slot, case), `WrongState` (begun), `SlotFull`, `AlreadyBooked`,
        `BookingBlocked` (too many missed).
        """
        wish = await self.wish(act, body.items, body.people, body.case)
        target = await self._slots.target(body.hall, wish.items, body.start, act.at)
        if self._slots.are_full(target.slots):
            raise SlotFull()
        return await self.take(act, wish, target, {"online": True, "released_at": {"$lte": act.at}})

    async def take(self, act: Act, wish: Wish, target: Target, which: Mapping[str, Any]) -> Place:
        """Claims one free place of `target` that `which` admits, for `wish`. Raises `SlotFull`, `AlreadyBooked`, `NotFound`."""
        to_be = claimed(wish, target.visit, act.at, self._places.rules)
        event = event_of(act, "appointment.claimed", notices=self._places.notices(to_be, first_notice(to_be)))
        fields = fields_of(to_be)

        async def write(session: Session | None) -> Place:
            free = {**target.free, **which}
            document = await self.store.places.change(free, {"$set": fields}, event, fields=_WITHOUT_HISTORY, session=session)
            if document is None:
                raise SlotFull()
            return Place.of(document)

        try:
            return await self._places.under(act, [item.code for item in wish.items], write)
        except DuplicateKeyError:
            await self.tell_existing(wish)
            raise
        except SlotFull:
            if not await self._slots.remember_full(target, act.at):
                raise NotFound("这个时间没有安排号源，请从列表里选一个时段。") from None
            raise

    async def tell_existing(self, wish: Wish) -> None:
        """Raises `AlreadyBooked` where one of the needs is live somewhere."""
        document = await self.store.places.find_one({"live": True, "needs": {"$in": wish.needs}})
        if document is None:
            return
        known = Place.of(document)
        raise AlreadyBooked(
            f"{wish.name or '您'}已经有一个「{known.item_text}」的预约（{when(known.start, known.end)}，{known.hall_name}）。"
            "如果想换时间，请在那个预约里改约；不需要了，请先取消它。",
            appointment=known.id,
        )

    async def wish(self, act: Act, codes: Sequence[str], people: Sequence[str], case: str | None) -> Wish:
        """What the applicant wants to be seen for. Raises `Invalid`, `BookingBlocked`, `NotFound` (case)."""
        items = bookable(self._places.items, codes)
        until = await self._blocks.until(act.person, act.at)
        if until is not None:
            raise BookingBlocked(f"因为多次预约后没有到场，网上预约暂停到{moment(until)}。这期间可以直接到大厅现场取号，照常办理。")
        if case is not None:
            for item in codes:
                if not await self._case_may_be_booked(act, case, item):
                    raise NotFound("没有找到这个办件，或它现在不需要预约。请到「我的办件」里查看进度。")
        return Wish(act.person, act.person_name, items, tuple(people), case, grant_of(act), act.channel)
