"""Booking on a real store: two halls, a few items, and directories as small tables. No network, no other engine."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, time
from typing import TypeVar

from backend import ids
from backend.audit import Audit
from backend.booking import BookableItem, Booking
from backend.clock import SHANGHAI, SetClock
from backend.errors import Conflict
from backend.outbox import OutboxRow, person_of
from backend.store import Session, Store
from backend.workdays import WorkCalendar
from models.acts import Act, Acting, CitizenActor, Power, Role, StaffActor
from models.appointments import CancelBody, ClaimBody, RescheduleBody, SlotsView
from models.base import NoticeOrder
from models.booking import BookingRules, Place, WaitlistRules
from models.counter import CallerBody, PreparedView, StaffClaimBody, VisitBody
from models.demo import Counter, Hall
from models.demo import Session as Opening
from models.documents import DocumentType
from models.people import Citizen, PersonDocument
from tests.people_edge import real_calendar

T = TypeVar("T")
TUESDAY_NINE = datetime(2026, 11, 24, 9, 0, tzinfo=SHANGHAI)
TUESDAY_TEN = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)
WEDNESDAY_NINE = datetime(2026, 11, 25, 9, 0, tzinfo=SHANGHAI)
DAYS = real_calendar()
RULES = BookingRules(
    release_time=time(8),
    cancel_hours=2,
    confirm_hours=2,
    reminder_hours=(24, 1),
    check_in_minutes=15,
    grace_minutes=10,
    proposal_hours=24,
    no_show_limit=3,
    no_show_days=90,
    block_days=30,
    waitlist=WaitlistRules(offer_from=time(8), offer_until=time(18), answer_minutes=30, notice_hours=2, unanswered_limit=2),
    cache_seconds=0,
)
ITEMS = {
    "ssc-apply": BookableItem("ssc-apply", "社会保障卡申领"),
    "retiree-proof": BookableItem("retiree-proof", "退休人员证明"),
    "longevity": BookableItem("longevity", "长寿保健金", staff_confirms=True, bring=("老人的身份证",)),
    "idcard-lost": BookableItem("idcard-lost", "居民身份证丢失补领", staff_confirms=True),
}
ONLY_FOR_WHO_COMES = {"ss-proof": BookableItem("ss-proof", "参保证明", bookable=False)}
WEEK = (1, 2, 3, 4, 5)


def hall(hall_id: str, counters: tuple[Counter, ...], *, offline_share: float = 0.0, embargo: int = 10) -> Hall:
    """A declared hall, open two weeks ahead."""
    return Hall(
        id=hall_id,
        name=f"{hall_id}大厅",
        address="云山大道1号",
        phone="0600-81009100",
        opening="工作日 9:00–12:00",
        towns=("qingshi",),
        departments=("government_services",),
        embargo_minutes=embargo,
        offline_share=offline_share,
        counters=counters,
    )


def counter(counter_id: str, items: tuple[str, ...], seats: int) -> Counter:
    """A counter open on weekday mornings."""
    opening = Opening(days=WEEK, start=time(9), end=time(12), seats=seats)
    return Counter(id=counter_id, name=f"{counter_id}窗口", department="government_services", items=items, schedule=(opening,))


def center(seats: int = 2, *, offline_share: float = 0.0, embargo: int = 10) -> Hall:
    """The hall most tests use: one counter for three items."""
    return hall(
        "center", (counter("c1", ("ssc-apply", "longevity", "retiree-proof"), seats),), offline_share=offline_share, embargo=embargo
    )


class Grants:
    """Grants as a table: an act under one of `ended` is refused, every use is counted."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.ended: set[str] = set()
        self.uses: list[tuple[str, Power, str]] = []

    async def under(self, act: Act, power: Power, item: str, write: Callable[[Session | None], Awaitable[T]], *, what: str) -> T:
        if act.acting is None:
            return await write(None)
        if act.acting.grant in self.ended:
            raise Conflict("授权已经结束")
        done = await self._store.transact(write)
        self.uses.append((act.acting.grant, power, item))
        return done


class Directory:
    """The directory of citizens over the real collection, without a register to ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def find(self, document_type: DocumentType, number: str) -> Citizen | None:
        found = await self._store.citizens.find_one({"identity.number": number, "identity.document_type": document_type.value})
        return Citizen.of(found) if found else None

    async def find_or_register(self, act: Act, person: PersonDocument) -> Citizen:
        known = await self.find(person.document_type, person.id_number)
        if known is not None:
            return known
        identity = {"document_type": person.document_type, "number": person.id_number, "name": person.name, "matched_at": act.at}
        citizen = Citizen.model_validate({"_id": ids.new_id("citizen"), "created_at": act.at, "name": person.name, "identity": identity})
        await self._store.citizens.insert(citizen)
        return citizen


class World:
    """Booking and the few verbs tests speak in."""

    def __init__(self, store: Store, clock: SetClock, rules: BookingRules = RULES, days: WorkCalendar | None = None) -> None:
        self.store = store
        self.clock = clock
        self.rules = rules
        self.grants = Grants(store)
        self.cases: set[tuple[str, str, str]] = set()
        self.booking = Booking(
            store,
            clock,
            rules,
            days or DAYS,
            ITEMS.get,
            (ITEMS | ONLY_FOR_WHO_COMES).get,
            self.grants,
            Directory(store),
            Audit(store, clock),
            self._case_may_be_booked,
            self._prepared,
        )

    async def _case_may_be_booked(self, act: Act, case: str, item: str) -> bool:
        return (act.person, case, item) in self.cases

    async def _prepared(self, places: Sequence[Place]) -> Mapping[str, PreparedView]:
        return {}

    def act(self, who: str, key: str | None = None, *, acting: Acting | None = None, digest: str | None = None) -> Act:
        """Citizen `who` does something now."""
        actor = CitizenActor(id=f"citizen_{who}", name=who, level=1)
        return Act(actor=actor, at=self.clock.now(), channel="mini_program", acting=acting, key=key, digest=digest)

    def for_parent(
        self,
        agent: str,
        parent: str,
        *,
        grant: str = "grant_1",
        items: tuple[str, ...] = (),
        powers: tuple[Power, ...] = (Power.SUBMIT, Power.SEE),
    ) -> Act:
        """`agent` acts for `parent`."""
        acting = Acting(grant=grant, principal=f"citizen_{parent}", principal_name=parent, items=frozenset(items), powers=frozenset(powers))
        return self.act(agent, acting=acting)

    def staff(self, *roles: Role, hall_id: str | None = "center", key: str | None = None) -> Act:
        """A member of staff of a hall does something now; a receptionist unless told otherwise."""
        actor = StaffActor(id="staff_1", name="刘敏", roles=frozenset(roles or {Role.RECEPTIONIST}), hall=hall_id)
        return Act(actor=actor, at=self.clock.now(), channel="console", key=key)

    async def claim(
        self, who: str | Act, start: datetime = TUESDAY_NINE, item: str = "ssc-apply", *, hall_id: str = "center", case: str | None = None
    ) -> Place:
        """Somebody books a slot."""
        act = self.act(who) if isinstance(who, str) else who
        return await self.booking.claims.claim(act, ClaimBody(items=[item], hall=hall_id, start=start, case=case))

    async def cancel(self, place: Place, who: str | Act) -> Place:
        """Its citizen cancels."""
        act = self.act(who) if isinstance(who, str) else who
        return await self.booking.changes.cancel(act, place.id, CancelBody(version=place.version))

    async def move(self, place: Place, who: str | Act, start: datetime) -> Place:
        """Its citizen moves it."""
        act = self.act(who) if isinstance(who, str) else who
        return await self.booking.changes.reschedule(act, place.id, RescheduleBody(version=place.version, start=start))

    async def call_in(
        self, name: str, phone: str = "13800000001", start: datetime | None = TUESDAY_NINE, *, act: Act | None = None
    ) -> Place:
        """Staff book for a caller; a walk-in without `start`."""
        caller = CallerBody(name=name, phone=phone)
        return await self.booking.callers.book(
            act or self.staff(), StaffClaimBody(caller=caller, items=["ssc-apply"], hall="center", start=start)
        )

    async def get(self, place_id: str) -> Place:
        """The place as it is now."""
        return Place.of(await self.store.places.get(place_id) or {})

    async def live(self, **where: object) -> list[Place]:
        """Live appointments."""
        return [Place.of(row) for row in await self.store.places.find({"live": True, **where})]

    async def free(self, start: datetime, item: str = "ssc-apply", hall_id: str = "center") -> int | None:
        """Free places as the list of slots tells it; None where there is no such slot."""
        listed = SlotsView.model_validate_json(await self.booking.slots.listing(hall_id, (item,), start.date(), start.date()))
        return next((slot.free for slot in listed.items if slot.start == start), None)

    async def rows(self, action: str) -> list[OutboxRow]:
        """What the outbox would say of every event of `action`."""
        found: list[OutboxRow] = []
        for collection in (self.store.places, self.store.booking_blocks, self.store.closures, self.store.waitlist):
            for document in await collection.find({"events.action": action}):
                for event in document["events"]:
                    if event["action"] == action:
                        subject, person = f"{collection.name}/{document['_id']}", person_of(document)
                        known = {key: event[key] for key in ("id", "at", "action", "actor", "detail")}
                        notices = [NoticeOrder.model_validate(notice) for notice in event["notices"]]
                        found.append(OutboxRow(subject=subject, person=person, notices=notices, **known))
        return found

    async def told(self, who: str) -> list[str]:
        """Templates of every notice to citizen `who`, in order of events."""
        to = {"events.notices.to": f"citizen_{who}"}
        rows = await self.store.places.find(to) + await self.store.waitlist.find(to)
        events = [event for row in rows for event in row["events"]]
        events.sort(key=lambda event: (event["at"], event["id"]))
        return [notice["template"] for event in events for notice in event["notices"] if notice["to"] == f"citizen_{who}"]

    def at(self, moment: datetime) -> None:
        """The clock now says `moment`."""
        self.clock.at = moment


def seen(place: Place) -> VisitBody:
    """What somebody looking at `place` sends."""
    return VisitBody(version=place.version)
