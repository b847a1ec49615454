"""Staff book for people who phone, stand at the counter, or just walk in."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from backend import permissions
from backend.audit import event_of
from backend.booking.claims import Claims
from backend.booking.closed import closed_today, open_of
from backend.booking.core import Places, Visit, Wish, claimed, fields_of
from backend.booking.halls import BookableItem, bookable, counters_for
from backend.booking.queue import take_number
from backend.booking.slots import Slots
from backend.errors import Invalid, SlotFull
from backend.idempotency import once
from backend.ids import new_id
from backend.store import DuplicateKeyError, Store
from models.acts import Act
from models.booking import BookingRules, Counter, Hall, InHall, Place, PlaceState, Urgent
from models.counter import CallerBody, StaffClaimBody
from models.documents import DocumentType
from models.people import Citizen, PersonDocument


class Directory(Protocol):
    """What booking asks of the directory of citizens."""

    async def find(self, document_type: DocumentType, number: str) -> Citizen | None:
        """The citizen of that document."""
        ...

    async def find_or_register(self, act: Act, person: PersonDocument) -> Citizen:
        """The citizen of a document, matched with the population register."""
        ...


class Callers:
    """A block after missed appointments does not hold here: the door to the counter is never closed."""

    def __init__(self, places: Places, slots: Slots, claims: Claims, directory: Directory) -> None:
        self.store: Store = places.store
        self._places = places
        self._slots = slots
        self._claims = claims
        self._directory = directory

    @once("places", Place)
    async def book(self, act: Act, body: StaffClaimBody) -> Place:
        """Books for a caller, or checks in a walk-in where `start` is left out.

        Raises `Invalid`, `NotFound`, `SlotFull`, `AlreadyBooked`, `WrongState` (closed), `Forbidden` to staff of another hall.
        """
        permissions.require("appointment.book_for", act, InHall(hall=body.hall))
        items = self._items_of(body)
        person, name = await self.who(act, body.caller)
        wish = Wish(person, name, items, tuple(body.people), channel=act.channel)
        if body.start is None:
            return await self._walk_in(act, wish, await self._places.halls.get(body.hall, act.at.date()), body.urgent)
        target = await self._slots.target(body.hall, items, body.start, act.at)
        released = {"released_at": {"$lte": act.at}}
        try:  # places kept from going online are used up first
            return await self._claims.take(act, wish, target, {"online": False, **released})
        except SlotFull:
            return await self._claims.take(act, wish, target, {"online": True, **released})

    def _items_of(self, body: StaffClaimBody) -> list[BookableItem]:
        """Who is here is served also what nobody can book."""
        if body.start is None:
            return bookable(self._places.served, body.items, "没有这个事项，或它不在窗口办理。请从列表里选择。")
        return bookable(self._places.items, body.items)

    async def _walk_in(self, act: Act, wish: Wish, hall: Hall, urgent: str | None) -> Place:
        """Takes a number. Any of the counters that serve what they came for calls them. Raises `WrongState` where all are closed."""
        counters = counters_for(hall, wish.items)
        if not counters:
            raise Invalid("这个大厅没有一个窗口能办所选的全部事项，请分开取号，或请办事人到别的大厅。")
        counter = open_of(counters, await closed_today(self._places, hall.hall, act.at), act.at)[0]
        place = walk_in_of(wish, hall, [counter, *(each for each in counters if each.id != counter.id)], act.at, self._places.rules)
        place.urgent = Urgent(reason=urgent, by=act.actor.name, at=act.at) if urgent else None
        place.due_at = self._places.due(place)
        await self._claims.tell_existing(wish)  # before the number is taken: a refusal leaves no gap in the line
        place.ticket = await take_number(self.store, place, act.at)
        try:
            await self.store.places.insert(place, event_of(act, "appointment.walked_in", detail={"urgent": urgent} if urgent else {}))
        except DuplicateKeyError:
            await self._claims.tell_existing(wish)
            raise
        return Place.of(await self.store.places.get(place.id) or {})

    async def who(self, act: Act, caller: CallerBody) -> tuple[str, str]:
        """Citizen id and name: by document, else by name and phone, else a new entry with the name alone."""
        if caller.id_number is not None and caller.document_type is not None:
            document = PersonDocument(document_type=caller.document_type, id_number=caller.id_number, name=caller.name, phone=caller.phone)
            citizen = await self._directory.find_or_register(act, document)
            return citizen.id, citizen.name
        return await self._by_phone(act, caller), caller.name

    async def _by_phone(self, act: Act, caller: CallerBody) -> str:
        """The one citizen of that name and phone; else a new entry that holds nothing but what they told.

        Such an entry has no account and no identity: it is there so that the caller can be called, or called back.
        """
        if caller.phone is not None:
            known = await self.store.citizens.find({"phone": caller.phone, "name": caller.name}, limit=2, fields=["_id"])
            if len(known) == 1:
                return known[0]["_id"]
        citizen = Citizen(_id=new_id("citizen"), created_at=act.at, name=caller.name, phone=caller.phone)
        noted = event_of(act, "person.noted").model_copy(update={"key": None, "digest": None})
        await self.store.citizens.insert(citizen, noted)
        return citizen.id


def walk_in_of(wish: Wish, hall: Hall, counters: Sequence[Counter], at: datetime, rules: BookingRules) -> Place:
    """The visit of somebody who came `at` some time and waits for any of `counters`, which serve what they came for; without a number."""
    first = counters[0]
    end = at + timedelta(minutes=first.slot_minutes)
    name = first.name if len(counters) == 1 else ""
    fields = fields_of(claimed(wish, Visit(hall.name, name, at, end), at, rules))
    return Place(
        _id=new_id("visit"),
        hall=hall.hall,
        hall_name=hall.name,
        counter=first.id,
        counter_name=name,
        seat=0,
        start=at,
        end=end,
        online=False,
        opens_at=at,
        released_at=at,
        checked_in_at=at,
        **{**fields, "state": PlaceState.CHECKED_IN},
    )
