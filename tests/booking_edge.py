"""Booking over HTTP with the halls and items of the release: the routes of `handlers` that belong to it and nothing else."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import aiohttp
import tornado.httpserver
import tornado.netutil
import tornado.web

from backend import ids
from backend.audit import Audit
from backend.booking import Booking, bookable_items, load_rules, served_items
from backend.clock import SetClock
from backend.errors import NotFound
from backend.people import Sessions
from backend.people.sessions import digest_of
from backend.refusals import Refusals
from backend.store import Store
from handlers import appointments, halls, staff_appointments, staff_halls
from handlers.base import NotFoundHandler
from models.acts import Act, Acting, AnonymousActor, CitizenActor, Power, Role
from models.booking import Place
from models.counter import PreparedView
from models.people import Session
from models.settings import Settings
from models.staff import StaffAccount
from tests.booking_world import Directory, Grants
from tests.client import Api, NoLimits
from tests.people_edge import demo_district, real_calendar, real_catalogue

_CATALOGUE = Path(__file__).parents[1] / "catalogue"
_MODULES = (halls, appointments, staff_appointments, staff_halls)


class NoWechat:
    """Nobody logs in here: sessions are made as if they had."""

    async def code_to_session(self, code: str) -> str:
        raise AssertionError("no login in these tests")


class GrantTable(Grants):
    """Grants as a table: what each resolves to."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.table: dict[tuple[str, str], Acting] = {}

    async def resolve(self, actor: CitizenActor, grant: str) -> Acting:
        if (actor.id, grant) not in self.table:
            raise NotFound()
        return self.table[actor.id, grant]


class BookingEdge(Api):
    """An HTTP client on booking, and the tables behind it."""

    def __init__(
        self, url: str, client: aiohttp.ClientSession, store: Store, clock: SetClock, booking: Booking, grants: GrantTable
    ) -> None:
        super().__init__(url, client)
        self.store = store
        self.clock = clock
        self.booking = booking
        self.grants = grants
        self._wall = SetClock(clock.now())
        self.sessions = Sessions(store, NoWechat(), clock, self._wall)

    async def citizen(self, who: str, *, matched: bool = True) -> str:
        """A token of citizen `who`."""
        token, now = ids.token(), self._wall.now()
        session = Session(
            _id=ids.new_id("session"),
            digest=digest_of(token),
            person=f"citizen_{who}",
            name=who,
            matched=matched,
            created_at=now,
            seen_at=now,
            expires_at=now.replace(year=now.year + 1),
        )
        await self.store.sessions.insert(session)
        return token

    async def staff(self, *roles: Role, hall: str | None = "center") -> str:
        """A token of a member of staff."""
        now = self._wall.now()
        account = StaffAccount(
            _id=ids.new_id("staff"),
            username=ids.new_id("u"),
            name="刘敏",
            roles=list(roles),
            hall=hall,
            totp_secret="JBSWY3DPEHPK3PXP",  # sensitive roles do nothing before they have one
            created_at=now,
            password_at=now,
        )
        token, _ = await self.sessions.open_staff(Act(actor=AnonymousActor(), at=now), account, "console")
        return token

    def grant(self, agent: str, principal: str, *items: str) -> str:
        """`principal` lets `agent` act; the grant's id."""
        grant = ids.new_id("grant")
        powers = frozenset({Power.SUBMIT, Power.SEE})
        self.grants.table[f"citizen_{agent}", grant] = Acting(
            grant=grant, principal=f"citizen_{principal}", principal_name=principal, items=frozenset(items), powers=powers
        )
        return grant


@asynccontextmanager
async def booking_edge(store: Store, clock: SetClock) -> AsyncIterator[BookingEdge]:
    """Serves booking until the end of the block."""
    grants = GrantTable(store)

    async def no_case(act: Act, case: str, item: str) -> bool:
        return False

    async def nothing_prepared(places: Sequence[Place]) -> Mapping[str, PreparedView]:
        return {}

    booking = Booking(
        store,
        clock,
        load_rules(_CATALOGUE / "booking.yaml"),
        real_calendar(),
        bookable_items(real_catalogue(), clock),
        served_items(real_catalogue(), clock),
        grants,
        Directory(store),
        Audit(store, clock),
        no_case,
        nothing_prepared,
    )
    declared = demo_district().halls
    await booking.seed(hall.model_copy(update={"days_ahead": 5}) for hall in declared)  # a short horizon is quickly made
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), connector=aiohttp.TCPConnector(limit=0)) as client:
        engines = SimpleNamespace(
            settings=Settings(),
            limits=NoLimits(),
            clock=clock,
            store=store,
            booking=booking,
            grants=grants,
            refusals=Refusals(store, clock),
        )
        table = [(pattern, handler, {"route": pattern}) for module in _MODULES for pattern, handler in module.ROUTES]
        app = tornado.web.Application(
            table,
            default_handler_class=NotFoundHandler,
            default_handler_args={"route": "(unknown)"},
            engines=engines,
            log_function=lambda handler: None,
        )
        server = tornado.httpserver.HTTPServer(app)
        sockets = tornado.netutil.bind_sockets(0, "127.0.0.1")
        server.add_sockets(sockets)
        edge = BookingEdge(f"http://127.0.0.1:{sockets[0].getsockname()[1]}", client, store, clock, booking, grants)
        engines.sessions = edge.sessions
        yield edge
        server.stop()
        await server.close_all_connections()
