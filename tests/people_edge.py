"""People and grants over HTTP, against the real sandbox: the routes of `handlers` that belong to them and nothing else."""

import functools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import aiohttp
import tornado.httpserver
import tornado.netutil
import tornado.web

from backend.audit import Audit
from backend.catalogue import Catalogue, load_catalogue
from backend.clock import SetClock
from backend.demo import DemoDistrict
from backend.grants import Grants
from backend.limits import Limits
from backend.network_identity import NetworkIdentityService
from backend.outside import http_client
from backend.people import Accounts, Attempts, Passwords, People, Population, Sessions, Staff, StaffLogins, StandIns
from backend.refusals import Refusals
from backend.registers import Registers
from backend.sms import CodeSms, Sms
from backend.store import Store
from backend.wechat import Wechat
from backend.workdays import WorkCalendar
from handlers import grants, people, sessions, staff_people
from handlers.base import NotFoundHandler
from models.demo import DemoCitizen
from models.settings import Settings
from tests.client import Answer, Api
from tests.sandbox_control import ROOT, SandboxProcess

_MODULES = (sessions, people, staff_people, grants)
PASSWORD = "Yici-demo-2026"


@functools.cache
def real_catalogue() -> Catalogue:
    """The catalogue of the product, loaded once a run."""
    return load_catalogue(ROOT / "catalogue")


@functools.cache
def real_calendar() -> WorkCalendar:
    """The working days of the product, read once a run."""
    return WorkCalendar.load(ROOT / "catalogue" / "calendars")


@functools.cache
def demo_district() -> DemoDistrict:
    """The demo district, read once a run."""
    return DemoDistrict(ROOT / "catalogue" / "demo")


async def end_of_day(hall: str | None, at: datetime) -> datetime:
    """Shifts end at five o'clock."""
    return at.replace(hour=17, minute=0, second=0, microsecond=0) + timedelta(days=int(at.hour >= 17))


class Edge(Api):
    """An HTTP client that knows the demo people."""

    def __init__(self, url: str, session: aiohttp.ClientSession, sandbox: SandboxProcess, engines: SimpleNamespace) -> None:
        super().__init__(url, session)
        self.sandbox = sandbox
        self.engines = engines
        self.district = demo_district()

    def citizen(self, code: str) -> DemoCitizen:
        person = self.district.citizen(code)
        assert person is not None
        return person

    def document(self, code: str) -> dict[str, Any]:
        """A demo citizen's document, as a body names it."""
        person = self.citizen(code)
        return {"document_type": person.document_type.value, "id_number": person.id_number, "name": person.name}

    async def login(self, code: str) -> str:
        """A token of level 0."""
        answer = await self.post("/api/v1/sessions", {"code": f"demo:{code}"}, key="")
        assert answer.status == 201, answer.text
        return answer.json["token"]

    async def bind(self, token: str, code: str, phone: str = "") -> Answer:
        """Level 1 for the demo citizen `code`."""
        phone = phone or self.citizen(code).phone or ""
        sent = await self.post("/api/v1/sms-codes", {"phone": phone}, token=token, key="")
        assert sent.status == 202, sent.text
        body = {**self.document(code), "phone": phone, "sms_code": await self.sandbox.sms_code(phone)}
        return await self.put("/api/v1/me/identity", body, token=token)

    async def matched(self, code: str) -> str:
        """A token of level 1."""
        token = await self.login(code)
        answer = await self.bind(token, code)
        assert answer.status == 200, answer.text
        return token

    async def proven(self, code: str) -> str:
        """A token of level 2."""
        return await self.proven_again(await self.matched(code), code)

    async def proven_again(self, token: str, code: str) -> str:
        """The token, at level 2 again after a proof has run out."""
        body = {"method": "network_identity", "token": f"demo:{code}"}
        answer = await self.post("/api/v1/me/identity/proofs", body, token=token)
        assert answer.status == 201, answer.text
        return token

    async def staff(self, username: str) -> str:
        """A bearer token of a member of staff without a second factor."""
        body = {"username": username, "password": PASSWORD, "bearer": True}
        answer = await self.post("/api/v1/staff/sessions", body, key="")
        assert answer.status == 201, answer.text
        return answer.json["token"]


@asynccontextmanager
async def people_edge(store: Store, clock: SetClock, sandbox: SandboxProcess, redis_url: str) -> AsyncIterator[Edge]:
    """Serves people and grants until the end of the block."""
    async with http_client() as http, aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as client:
        wall = SetClock(clock.now())
        wechat = Wechat(f"{sandbox.url}/wechat", "wx-sandbox", "sandbox-secret")
        audit, attempts = Audit(store, clock), Attempts(store, wall)
        logins = Sessions(store, wechat, clock, wall)
        directory = People(
            store,
            clock,
            wall,
            logins,
            audit,
            attempts,
            Population(registers := Registers(sandbox.registers, http, clock)),
            registers,
            NetworkIdentityService(f"{sandbox.url}/identity", http),
            CodeSms(Sms(f"{sandbox.url}/sms", http)),
            b"k" * 32,
            real_catalogue().vocabulary.department,
        )
        refusals = Refusals(store, clock)
        passwords = Passwords(memory_kib=64, rounds=1)
        staff = Staff(store, logins, attempts, passwords, real_catalogue().vocabulary)
        engines = SimpleNamespace(
            settings=Settings(),
            clock=clock,
            wall=wall,
            store=store,
            limits=Limits(redis_url),
            audit=audit,
            sessions=logins,
            people=directory,
            staff=staff,
            staff_logins=StaffLogins(staff, logins, attempts, passwords, wall, refusals),
            accounts=Accounts(staff),
            stand_ins=StandIns(store, clock, logins.presences),
            refusals=refusals,
            grants=Grants(store, clock, directory, real_catalogue(), audit, wechat, end_of_day),
        )
        directory.records.register("grants", engines.grants.export, engines.grants.obstacle)
        await staff.seed(demo_district().staff, clock.now())
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
        yield Edge(f"http://127.0.0.1:{sockets[0].getsockname()[1]}", client, sandbox, engines)
        server.stop()
        await server.close_all_connections()
        await engines.limits.close()
        await wechat.close()
