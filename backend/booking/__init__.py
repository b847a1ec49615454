"""Booking (预约): halls and schedules become places; the claimed place is the appointment.

The face of the package. `Booking` holds the engines, each for one kind of act:

| engine | who | what |
|---|---|---|
| `halls`, `slots` | everybody | halls and their counters; slots with free counts |
| `claims`, `changes` | citizen, agent | book; cancel, move, answer a proposal, take over |
| `waitlist` | citizen, agent | wait for a freed place, answer an offer |
| `desk`, `counter`, `callers`, `for_callers`, `closures` | staff | confirm, decline, propose; check in to done; book for callers; find, move, cancel for them; close |
| `on_paper` | staff | what was written on paper while the system was gone |
| `schedules`, `extensions`, `figures` | a hall's manager | what counters serve and when; single days open longer; how the visits went |
| `listings` | all | read appointments |
| `display` | a device | who is called where, names masked |
| `planner`, `worker`, `closures`, `line` | the product itself | places made ahead; what falls due; closures carried out; freed places offered |
| `consequences`, `blocks` | the outbox | deaths, ended grants, cases taken in or over, missed appointments |
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from backend.audit import Audit
from backend.booking.blocks import Blocks
from backend.booking.calendar import Days
from backend.booking.callers import Callers, Directory
from backend.booking.changes import Changes
from backend.booking.claims import Claims, MayBook
from backend.booking.closed import notices_of
from backend.booking.closed_people import affected_views
from backend.booking.closures import Closures
from backend.booking.consequences import COUNTER, Consequences
from backend.booking.core import Grants, Places
from backend.booking.counter import CounterDesk
from backend.booking.desk import Desk
from backend.booking.display import Display
from backend.booking.extensions import Extensions
from backend.booking.figures import HallFigures
from backend.booking.for_callers import ForCallers
from backend.booking.halls import BookableItem, Halls, ItemSource, bookable, counters_for, load_rules
from backend.booking.line import Line
from backend.booking.listings import Listings
from backend.booking.on_paper import OnPaper, may_be_entered, spans
from backend.booking.planner import Planner
from backend.booking.queue import first_of, in_line, served_at, waiting_in
from backend.booking.schedules import Schedules
from backend.booking.slots import Slots
from backend.booking.unattended import unattended
from backend.booking.views import caller_view, citizen_view, closure_view, desk_view
from backend.booking.waitlist import Waitlist
from backend.booking.worker import Worker
from backend.catalogue import Catalogue
from backend.clock import Clock
from backend.grants import ENDING_ACTIONS
from backend.outbox import Consumer
from backend.store import Store
from models.acts import Act
from models.appointments import AppointmentView
from models.booking import BookingRules, Hall, Place
from models.callers import CallerAppointmentView
from models.closures import ClosedPeopleView, ClosureBody, ClosuresView, ClosureView, LiftBody
from models.counter import (
    AnsweredView,
    AnswersBody,
    CountersView,
    CounterView,
    DeskView,
    PaperSpanView,
    PreparedView,
    RefusedView,
    ServedView,
)
from models.demo import Hall as DeclaredHall

__all__ = [
    "BookableItem",
    "Booking",
    "BookingRules",
    "Directory",
    "Grants",
    "ItemSource",
    "Prepared",
    "bookable_items",
    "load_rules",
    "served_items",
]
Prepared = Callable[[Sequence[Place]], Awaitable[Mapping[str, PreparedView]]]  # how the papers of visits stand, by their ids


class Booking:
    """Every engine of booking over one store."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        rules: BookingRules,
        days: Days,
        items: ItemSource,
        served: ItemSource,
        grants: Grants,
        directory: Directory,
        audit: Audit,
        case_may_be_booked: MayBook,
        prepared: Prepared,
    ) -> None:
        """`items`: what can be booked (`bookable_items(catalogue, clock)`); `served`: what is done at counters for whoever comes
        (`served_items`); `case_may_be_booked(act, case, item)` and `prepared`: asked of cases."""
        self.rules = rules
        self._items = items
        self._prepared = prepared
        self.halls = Halls(store, clock)
        self._places = places = Places(store, clock, rules, self.halls, items, served, grants, days)
        self.blocks = Blocks(places)
        self.slots = Slots(places)
        self.claims = Claims(places, self.slots, self.blocks, case_may_be_booked)
        self.changes = Changes(places, self.slots)
        self.desk = Desk(places, self.slots, self.changes)
        self.counter = CounterDesk(places)
        self.callers = Callers(places, self.slots, self.claims, directory)
        self.on_paper = OnPaper(places, self.callers, self.claims)
        self.for_callers = ForCallers(places, self.slots, self.changes, audit, directory)
        self.closures = Closures(places, self.changes)
        self.line = Line(places)
        self.waitlist = Waitlist(places, self.claims, self.line)
        self._served = served
        self.display = Display(places)
        self.listings = Listings(places, audit, directory)
        self.planner = Planner(places, days)
        self.schedules = Schedules(places, self.planner, self.closures, days)
        self.extensions = Extensions(places, self.planner, self.closures, days)
        self.figures = HallFigures(places, audit)
        self.worker = Worker(places, self.counter)
        self.consequences = Consequences(places, self.changes)

    async def seed(self, halls: Iterable[DeclaredHall]) -> None:
        """Puts in the halls of the release that are missing, and makes their places."""
        await self.halls.seed(halls)
        await self.planner.tick()

    async def halls_for(self, item: str | None, at: datetime) -> list[Hall]:
        """Halls as they are today; with `item`, those where it can be booked. Raises `Invalid` where it can't be anywhere."""
        found = bookable(self._items, [item])[0] if item is not None else None
        return await self.halls.serving(found, at)

    def bookable_at(self, hall: Hall) -> list[str]:
        """The codes of the items that can be booked at a hall, in order; it may serve others to whoever comes."""
        found = [item for code in sorted(hall.items) if (item := self._items(code)) is not None]
        return [item.code for item in found if any(counter.windows for counter in counters_for(hall, [item]))]

    def counters_at(self, hall: Hall, item: str | None) -> list[str]:
        """The names of the counters of a hall that serve `item`; none without one."""
        found = self._items(item) if item is not None else None
        return [counter.name for counter in counters_for(hall, [found])] if found is not None else []

    async def preview_closure(self, act: Act, hall: str, body: ClosureBody) -> ClosureView:
        """Whom a closure would hit."""
        closure, free, affected = await self.closures.preview(act, hall, body)
        return closure_view(closure, act.at, free, await affected_views(self._places.store, affected), preview=True)

    async def close(self, act: Act, hall: str, body: ClosureBody) -> ClosureView:
        """Closes; names those who are still waiting to be moved or told, if any."""
        closure = await self.closures.close(act, hall, body)
        left = await self.closures.affected(closure)
        return closure_view(closure, act.at, affected=await affected_views(self._places.store, left))

    async def lift(self, act: Act, hall: str, closure: str, body: LiftBody) -> ClosureView:
        """Takes a closure back; its places that are still to come can be booked again at once."""
        lifted = await self.closures.lift(act, hall, closure, body)
        await self.planner.tick()
        return closure_view(lifted, act.at)

    async def closed_people(self, act: Act, hall: str, closure: str) -> ClosedPeopleView:
        """Whom a closure hit, with what became of each."""
        places = await self.closures.people.hit(act, hall, closure)
        return await self.closures.people.told(places, await self.desk_views(places, act.at))

    async def closures_of(self, act: Act, hall: str) -> ClosuresView:
        """The closures of a hall."""
        return ClosuresView(items=[closure_view(each, act.at) for each in await self.closures.of_hall(act, hall)])

    def citizen_view(self, place: Place, at: datetime) -> AppointmentView:
        """An appointment as its citizen sees it."""
        return citizen_view(place, at, self.rules)

    async def desk_view(self, place: Place, at: datetime) -> DeskView:
        """An appointment as staff see it."""
        return (await self.desk_views([place], at))[0]

    async def desk_views(self, places: Sequence[Place], at: datetime) -> list[DeskView]:
        """Appointments as staff see them, with how the papers of each stand."""
        prepared, instead = await self.prepared_for(places), await self.listings.instead_of(places)
        outages = await spans(self._places.store, {each.hall for each in places})
        return [
            desk_view(place, at, self.rules, prepared.get(place.id), instead.get(place.id), paper=may_be_entered(place, outages))
            for place in places
        ]

    async def caller_views(self, places: Sequence[Place], at: datetime) -> list[CallerAppointmentView]:
        """Appointments as they are told on the telephone."""
        prepared, instead = await self.prepared_for(places), await self.listings.instead_of(places)
        bring = [list(self._places.bring(place)) for place in places]
        return [
            caller_view(place, at, self.rules, brings, prepared.get(place.id), instead.get(place.id))
            for place, brings in zip(places, bring, strict=True)
        ]

    async def prepared_for(self, places: Sequence[Place]) -> Mapping[str, PreparedView]:
        """How the papers of visits stand, by the visits' ids; who handed in nothing online is left out."""
        return await self._prepared(places)

    async def answer_many(self, act: Act, body: AnswersBody) -> AnsweredView:
        """Confirms or declines many appointments at once."""
        done, refused = await self.desk.answer_many(act, body)
        refusals = [RefusedView(id=place, detail=detail) for place, detail in refused.items()]
        return AnsweredView(items=await self.desk_views(done, act.at), refused=refusals)

    async def counters(self, act: Act, hall_id: str) -> CountersView:
        """A hall's counters today and what is served at each. Raises `NotFound`, or `Forbidden` to staff of another hall."""
        hall = await self.listings.to_book(act, hall_id)
        elsewhere, places = await unattended(self._places, hall, act.at), self._places.store.places
        lines = {each.id: in_line(hall, [each], self._served, act.at, elsewhere) for each in hall.counters}
        anywhere = [clause for each in hall.counters if each not in elsewhere.closed for clause in lines[each.id]["$or"]]
        waits = waiting_in(hall_id, act.at)
        counters = [
            CounterView(
                id=counter.id,
                name=counter.name,
                closed=counter in elsewhere.closed,
                waiting=await places.count(lines[counter.id]),
                next=following.id if (following := await first_of(self._places.store, lines[counter.id])) else None,
                serves=[
                    ServedView(item=item.code, name=item.name, bookable=item.bookable) for item in served_at(hall, counter, self._served)
                ],
            )
            for counter in hall.counters
        ]
        closed, until = await notices_of(self._places, hall, act.at)
        return CountersView(
            hall=hall.hall,
            hall_name=hall.name,
            today=act.at.date(),
            at=act.at,
            closed=closed,
            closed_until=until,
            to_confirm=await self.listings.to_confirm(hall_id, act.at),
            waiting=await places.count(waits),
            stranded=await places.count({**waits, "$nor": anywhere} if anywhere else waits),
            paper=[PaperSpanView(id=each.id, start=each.start, end=each.end) for each in await spans(self._places.store, [hall_id])],
            items=counters,
        )

    def forget(self) -> None:
        """Drops what is kept for a moment: halls, free counts, who may not book. For whoever changed the database underneath."""
        self.halls.forget()
        self.slots.forget()
        self.blocks.forget()

    async def tick(self) -> None:
        """What falls due, closures still to be carried out, freed places offered. Every few seconds, under a lease."""
        await self.closures.tick()  # before the day ends: nobody is missed in a hall that was closed
        await self.worker.tick()
        await self.line.tick()

    def consumers(self, case_ends: frozenset[str]) -> list[Consumer]:
        """What booking does because of events elsewhere. `case_ends`: events after which a case may be over."""
        return [
            Consumer("booking_deaths", self.consequences.on_person_deceased, frozenset({"person.deceased"})),
            Consumer("booking_grants", self.consequences.on_grant_ended, ENDING_ACTIONS),
            Consumer("waitlist_deaths", self.line.on_person_deceased, frozenset({"person.deceased"})),
            Consumer("waitlist_grants", self.line.on_grant_ended, ENDING_ACTIONS),
            Consumer("booking_cases", self.consequences.on_case_moved, case_ends | COUNTER),
            Consumer("booking_missed", self.blocks.on_missed, frozenset({"appointment.missed"})),
            Consumer("booking_not_missed", self.blocks.on_not_missed, frozenset({"appointment.not_missed", "appointment.on_paper"})),
        ]


def bookable_items(catalogue: Catalogue, clock: Clock) -> ItemSource:
    """The items of the catalogue that can be booked today."""
    served = served_items(catalogue, clock)

    def find(code: str) -> BookableItem | None:
        item = served(code)
        return item if item is not None and item.bookable else None

    return find


def served_items(catalogue: Catalogue, clock: Clock) -> ItemSource:
    """The items of the catalogue that are done at counters today. Kept for the day: a claim must not cost a search."""
    known: dict[tuple[date, str], BookableItem | None] = {}

    def find(code: str) -> BookableItem | None:
        today = clock.now().date()
        if (today, code) not in known:
            if any(day != today for day, _ in known):
                known.clear()
            known[today, code] = _served(catalogue, code, today)
        return known[today, code]

    return find


def _served(catalogue: Catalogue, code: str, today: date) -> BookableItem | None:
    version = catalogue.item(code).version_on(today) if code in catalogue else None
    if version is None:
        return None
    policy = version.appointment
    halls = {hall.hall: frozenset(hall.counters) for hall in policy.halls}
    return BookableItem(code, version.name, policy.staff_confirms, policy.bring, halls, policy.bookable)
