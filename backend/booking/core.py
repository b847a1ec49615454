"""What every engine of booking shares: reading a place, changing it by compare-and-set, giving a seat back."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel

from backend import permissions
from backend.booking.calendar import Days, has_seat, successor
from backend.booking.due import already_near, next_due
from backend.booking.halls import BookableItem, Halls, ItemSource
from backend.booking.notes import Note
from backend.booking.waiting import kept_until
from backend.clock import SHANGHAI, Clock
from backend.errors import Forbidden, NotFound, StaleVersion, WrongState
from backend.ids import readable_code
from backend.spoken import wechat_time, when
from backend.store import Session, Store
from models.acts import Act, Power
from models.base import Event, NoticeOrder
from models.booking import BOOKED, LIVE, BookingRules, ByGrant, Place, PlaceState
from models.waitlist import WaitingState

T = TypeVar("T")
Write = Callable[[Session], Awaitable[T]]


class Grants(Protocol):
    """What booking asks of grants: to count an act under a grant in the transaction of the act."""

    async def under(self, act: Act, power: Power, item: str, write: Callable[[Session | None], Awaitable[T]], *, what: str) -> T:
        """Runs `write`: with None for an actor's own matter, else with a session that also counts the grant's use."""
        ...


@dataclass(frozen=True)
class Wish:
    """Who wants to be seen for what. `person` is the applicant's citizen id."""

    person: str
    name: str
    items: Sequence[BookableItem]
    people: Sequence[str] = ()
    case: str | None = None
    grant: ByGrant | None = None
    channel: str = ""
    companion: str | None = None  # whose seat it is, where each of a family has one

    @property
    def needs(self) -> list[str]:
        """One need an item: applicant, item and case (and whose seat). Each is live once in the whole city."""
        whose = f"|{self.companion}" if self.companion else ""
        return [f"{self.person}|{item.code}|{self.case or ''}{whose}" for item in self.items]

    @property
    def first_state(self) -> PlaceState:
        """Pending where staff confirm any of the items."""
        return PlaceState.PENDING if any(item.staff_confirms for item in self.items) else PlaceState.CONFIRMED


def grant_of(act: Act) -> ByGrant | None:
    """The grant an act comes under, with its agent's name."""
    if act.acting is None:
        return None
    return ByGrant(id=act.acting.grant, agent=act.actor.id, agent_name=act.actor.name)


@dataclass(frozen=True)
class Visit:
    """Where and when somebody is to be seen."""

    hall_name: str
    counter_name: str
    start: datetime
    end: datetime


_CLAIMED = (
    "state",
    "live",
    "needs",
    "person",
    "name",
    "people",
    "items",
    "item_names",
    "case",
    "grant",
    "code",
    "channel",
    "claimed_at",
    "reminded",
    "due_at",
    "companion",
)


def claimed(wish: Wish, visit: Visit, at: datetime, rules: BookingRules, *, code: str | None = None, confirmed: bool = False) -> Place:
    """The appointment a claim makes of a free place, whichever it will be: without id, seat and hall.

    What would be confirmed by itself right away is confirmed at once. `code`: kept from the appointment it replaces.
    """
    state = wish.first_state
    if confirmed or visit.start - rules.confirm_lead <= at:
        state = PlaceState.CONFIRMED
    place = Place(
        _id="",
        hall="",
        hall_name=visit.hall_name,
        counter="",
        counter_name=visit.counter_name,
        seat=0,
        start=visit.start,
        end=visit.end,
        opens_at=at,
        released_at=at,
        state=state,
        live=True,
        needs=wish.needs,
        person=wish.person,
        name=wish.companion or wish.name,
        companion=wish.companion,
        people=list(wish.people),
        items=[item.code for item in wish.items],
        item_names=[item.name for item in wish.items],
        case=wish.case,
        grant=wish.grant,
        code=code or readable_code(),
        channel=wish.channel,
        claimed_at=at,
        reminded=already_near(visit.start, at, rules),
    )
    place.due_at = next_due(place, rules)
    return place


def first_notice(place: Place, made: Note = Note.BOOKED) -> Note:
    """What tells of a new appointment: `made`, or that it was asked for."""
    return Note.REQUESTED if place.state is PlaceState.PENDING else made


def fields_of(place: Place) -> dict[str, Any]:
    """What claiming sets on the free place: everything of the appointment that the place does not bring itself."""
    values = {name: getattr(place, name) for name in _CLAIMED}
    return {name: _stored(value) for name, value in values.items() if value is not None}


class Places:
    """The shared ground: store, clock, rules, halls and items, and the few operations on one place."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        rules: BookingRules,
        halls: Halls,
        items: ItemSource,
        served: ItemSource,
        grants: Grants,
        days: Days,
    ) -> None:
        """`items`: what can be booked; `served`: what is done at counters at all, for whoever comes."""
        self.store = store
        self.clock = clock
        self.rules = rules
        self.halls = halls
        self.items = items
        self.served = served
        self.grants = grants
        self.days = days

    async def get(self, act: Act, place_id: str, action: str) -> Place:
        """The appointment, where the actor may do `action` to it. Raises `NotFound`, `Forbidden`."""
        place = await self.find(place_id)
        if place is None or place.person is None:
            raise NotFound("没有找到这个预约，或它不属于您。请返回「我的预约」重新进入。")
        permissions.require(action, act, place)
        return place

    async def find(self, place_id: str) -> Place | None:
        """The place, whoever has it."""
        document = await self.store.places.get(place_id)
        return Place.of(document) if document else None

    def update(self, place: Place, **fields: Any) -> dict[str, Any]:
        """The MongoDB update that sets `fields` on `place` and what follows from them: `live` and `due_at`."""
        changed = place.model_copy(update=fields)
        values = {**fields, "live": changed.state in LIVE, "due_at": next_due(changed, self.rules)}
        update: dict[str, Any] = {"$set": {name: _stored(value) for name, value in values.items() if value is not None}}
        if gone := {name: "" for name, value in values.items() if value is None}:
            update["$unset"] = gone
        return update

    async def change(self, place: Place, event: Event | None, *, session: Session | None = None, **fields: Any) -> Place | None:
        """Sets `fields` if `place` is still as it was seen; None where somebody was faster."""
        where = {"_id": place.id, "state": place.state.value, "version": place.version}
        document = await self.store.places.change(where, self.update(place, **fields), event, session=session)
        return Place.of(document) if document else None

    async def change_or_tell(self, place: Place, event: Event, **fields: Any) -> Place:
        """`change`, or `StaleVersion`."""
        changed = await self.change(place, event, **fields)
        if changed is None:
            raise StaleVersion()
        return changed

    async def together(self, act: Act, items: Sequence[str], write: Write[T]) -> T:
        """Runs `write` in one transaction, with the use of the grant in it where the actor acts for somebody."""

        async def within(session: Session | None) -> T:
            return await (self.store.transact(write) if session is None else write(session))

        return await self.under(act, items, within)

    async def under(self, act: Act, items: Sequence[str], write: Callable[[Session | None], Awaitable[T]]) -> T:
        """Runs `write`, under the grant where the actor acts for somebody.

        Who may submit may book. It is counted as seeing: a single grant is used up by submitting, not by the visit
        that prepares it. Raises `Forbidden`.
        """
        if act.acting is not None:
            if Power.SUBMIT not in act.acting.powers:
                raise Forbidden("委托里没有包含提交申请，不能代为预约。请联系委托人补充授权。")
            if act.acting.items and not set(items) <= act.acting.items:
                raise Forbidden("委托里没有包含这个事项，不能代为预约。请联系委托人补充授权。")
        return await self.grants.under(act, Power.SEE, items[0], write, what="预约")

    def due(self, place: Place) -> datetime | None:
        """When a worker must look at `place` again."""
        return next_due(place, self.rules)

    @property
    def proposal_time(self) -> timedelta:
        """How long a proposed time is held."""
        return timedelta(hours=self.rules.proposal_hours)

    async def next_life(self, place: Place, at: datetime) -> Place | None:
        """The seat of `place` born again, open after the hall's embargo; None where its time has come. Asked before a transaction.

        A seat the hall does not have any more, such as of extended hours that were taken back, is not forgotten, but can't be had.
        """
        if place.walk_in or place.start <= at:
            return None
        hall = await self.halls.get(place.hall, place.start.date())
        reborn = successor(place, await self.opens_at(place, at, at + hall.embargo))
        return reborn if has_seat(hall, reborn, self.days) else reborn.model_copy(update={"state": PlaceState.WITHDRAWN})

    async def opens_at(self, place: Place, at: datetime, otherwise: datetime) -> datetime:
        """When a seat given back opens for everybody: later than `otherwise` where somebody waits, who is asked first."""
        day = place.start.astimezone(SHANGHAI).date().isoformat()
        waiting = {"hall": place.hall, "state": WaitingState.WAITING.value, "first": {"$lte": day}, "last": {"$gte": day}}
        if await self.store.waitlist.find_one(waiting, fields=["_id"]) is None:
            return otherwise
        return max(otherwise, kept_until(at, place.start, self.rules.waitlist))

    async def let_go(self, place: Place, *, session: Session) -> None:
        """What was held for `place` is free again. It was nobody's, so it needs neither a next life nor an embargo."""
        if place.proposal is None:
            return
        where = {"_id": place.proposal.place, "state": PlaceState.HELD.value, "held_for": place.id}
        update = {"$set": {"state": PlaceState.FREE.value}, "$unset": {"held_for": "", "held_until": "", "due_at": ""}}
        await self.store.places.change(where, update, session=session)

    def notices(self, place: Place, note: Note, **data: str) -> list[NoticeOrder]:
        """The same message to the applicant and to the agent who booked for them, unless their grant ended."""
        told = [place.person or ""]
        if place.grant is not None and place.freeze is None:
            told.append(place.grant.agent)
        filled = {**self.notice_data(place), **data}
        return [NoticeOrder(to=person, template=note, data=filled) for person in told]

    def notice_data(self, place: Place) -> dict[str, str]:
        """What every template about an appointment may name."""
        return {
            "name": place.name or "",
            "item": place.item_text,
            "hall": place.hall_name,
            "counter": place.counter_name,
            "time": when(place.start, place.end),
            "wechat_time": wechat_time(place.start),
            "code": place.code or "",
            "bring": "；".join(self.bring(place)),
        }

    def bring(self, place: Place) -> tuple[str, ...]:
        """What to bring, each once; the own document where its items name nothing."""
        items = [item for code in place.items if (item := self.items(code)) is not None]
        return tuple(dict.fromkeys(thing for item in items for thing in item.bring)) or ("本人有效身份证件",)


def seen(place: Place, version: int, states: frozenset[PlaceState], why: str = "") -> None:
    """Raises `StaleVersion` where the actor looked at an older page, `WrongState` where the act does not fit."""
    if place.version != version:
        raise StaleVersion()
    if place.state not in states:
        raise WrongState(why)


def may_still_change(place: Place, at: datetime, rules: BookingRules) -> bool:
    """Whether the citizen may cancel or move it online: up to some hours before, or at any time after a closure moved it."""
    if place.state not in BOOKED or place.start <= at:
        return False
    return place.cancel_freely or at <= cancel_until(place, rules)


def cancel_until(place: Place, rules: BookingRules) -> datetime:
    """The last moment to cancel or move it online."""
    return place.start if place.cancel_freely else place.start - timedelta(hours=rules.cancel_hours)


def _stored(value: Any) -> Any:
    """A field value as MongoDB keeps it."""
    if isinstance(value, PlaceState):
        return value.value
    return value.model_dump() if isinstance(value, BaseModel) else value
