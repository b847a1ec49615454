"""The HTTP edge alone, over real HTTP on a tiny application: who gets in, what comes back when something is wrong."""

import asyncio
import json
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
import tornado.httpserver
import tornado.netutil
import tornado.web
from structlog.testing import capture_logs
from tornado.iostream import StreamClosedError

from backend.clock import SetClock
from backend.errors import TooMany, Unavailable, WrongState
from backend.limits import Limit
from handlers import openapi, routes
from handlers.access import PUBLIC, citizen, endpoint, staff
from handlers.base import REQUESTS, BaseHandler, NotFoundHandler
from models.acts import Act, CitizenActor, Role, StaffActor
from models.base import Body, Query, ShortText, View
from models.settings import Settings
from tests.client import Api, NoLimits
from tests.conftest import MONDAY


class WishBody(Body):
    name: ShortText
    seats: int


class WishQuery(Query):
    limit: int = 3


class WishView(View):
    who: str
    name: str = ""
    key: str = ""


class OpenHandler(BaseHandler):
    @endpoint(access=PUBLIC, query=WishQuery, reply={200: WishView}, summary="anyone")
    async def get(self, query: WishQuery) -> WishView:
        return WishView(who=self.act.actor.kind, name=str(query.limit))


class WishHandler(BaseHandler):
    @endpoint(access=citizen(level=1), body=WishBody, reply={201: WishView, 202: WishView}, summary="citizens")
    async def post(self, body: WishBody) -> WishView:
        return WishView(who=self.act.actor.id, name=body.name, key=self.act.key or "")

    @endpoint(access=citizen(level=2), reply={204: None}, summary="proven citizens")
    async def delete(self) -> None:
        return None


class DeskHandler(BaseHandler):
    @endpoint(access=staff(Role.AUDITOR), reply={200: WishView}, summary="auditors")
    async def get(self) -> WishView:
        return WishView(who=self.act.actor.id)

    @endpoint(access=staff(), reply={200: WishView}, summary="staff")
    async def post(self) -> WishView:
        return WishView(who=self.act.actor.id)


class BrokenHandler(BaseHandler):
    @endpoint(access=PUBLIC, reply={204: None}, summary="fails", limit=Limit("broken", 5, 60))
    async def get(self, how: str) -> None:
        if how == "state":
            raise WrongState()
        if how == "often":
            raise TooMany(retry_after=7)
        if how == "away":
            raise Unavailable()
        if how == "upstream":
            raise StreamClosedError()  # ours, to somewhere else: nothing was sent yet
        raise RuntimeError("a secret of the machine")


class LongHandler(BaseHandler):
    @endpoint(access=PUBLIC, reply={200: "application/octet-stream"}, summary="an answer without an end")
    async def get(self) -> None:
        self.set_header("Content-Length", str(2**40))
        while True:
            self.write(bytes(65_536))
            await self.flush()


class Sessions:
    async def citizen(self, token: str) -> CitizenActor | None:
        level = {"zero": 0, "one": 1, "two": 2}.get(token)
        return None if level is None else CitizenActor(id="citizen_1", name="王桂芳", level=level)

    async def staff(self, token: str, *, attended: bool = True) -> StaffActor | None:
        roles = {"auditor": frozenset({Role.AUDITOR}), "clerk": frozenset({Role.RECEPTIONIST})}.get(token)
        return None if roles is None else StaffActor(id="staff_1", name="林", roles=roles)


class Refusals:
    """Who was refused what."""

    def __init__(self) -> None:
        self.looks: list[tuple[str, str]] = []

    async def look(self, act: Act, actor: StaffActor, path: str, address: str) -> None:
        assert act.actor is actor
        assert address
        self.looks.append((actor.id, path))


REFUSED = Refusals()


@pytest.fixture
async def edge() -> AsyncIterator[Api]:
    engines = SimpleNamespace(settings=Settings(), sessions=Sessions(), limits=NoLimits(), clock=SetClock(MONDAY), refusals=REFUSED)
    table: list[Any] = [
        ("/open", OpenHandler),
        ("/wishes", WishHandler),
        ("/desk", DeskHandler),
        (r"/broken/(\w+)", BrokenHandler),
        ("/long", LongHandler),
    ]
    app = tornado.web.Application(
        [(pattern, handler, {"route": pattern}) for pattern, handler in table],
        default_handler_class=NotFoundHandler,
        default_handler_args={"route": "(unknown)"},
        engines=engines,
        log_function=lambda handler: None,
    )
    server = tornado.httpserver.HTTPServer(app, max_body_size=10_000)
    sockets = tornado.netutil.bind_sockets(0, "127.0.0.1")
    server.add_sockets(sockets)
    async with aiohttp.ClientSession() as session:
        yield Api(f"http://127.0.0.1:{sockets[0].getsockname()[1]}", session)
    server.stop()
    await server.close_all_connections()


WISH = {"name": "预约", "seats": 1}


async def test_what_is_declared_is_served(edge: Api) -> None:
    answer = await edge.post("/wishes", WISH, token="one")
    assert (answer.status, answer.json["who"], answer.json["name"]) == (201, "citizen_1", "预约")
    assert answer.json["key"].startswith("citizen_1|POST /wishes|")
    assert answer.headers["X-Request-Id"].startswith("req_")


@pytest.mark.parametrize(
    ("token", "status", "kind"), [("", 401, "unauthenticated"), ("forged", 401, "unauthenticated"), ("zero", 403, "proof_needed")]
)
async def test_who_may_not_is_told_why(edge: Api, token: str, status: int, kind: str) -> None:
    answer = await edge.post("/wishes", WISH, token=token)
    assert (answer.status, answer.json["type"]) == (status, f"/problems/{kind}")
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert answer.json["instance"] == answer.headers["X-Request-Id"]


async def test_level_two_is_asked_for_by_name(edge: Api) -> None:
    answer = await edge.delete("/wishes", token="one")
    assert answer.status == 403
    assert "本人" in answer.json["detail"]
    assert (await edge.delete("/wishes", token="two")).status == 204


async def test_roles_are_held_apart(edge: Api) -> None:
    assert (await edge.get("/desk", token="auditor")).status == 200
    REFUSED.looks.clear()
    assert (await edge.get("/desk", token="clerk")).status == 403
    assert REFUSED.looks == [("staff_1", "/desk")], "staff who are refused are on record"
    assert (await edge.get("/desk", token="one")).status == 401
    assert len(REFUSED.looks) == 1, "whoever is no staff is not"


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        (b'{"name": ', 400, None),
        (b"[]", 422, ""),
        (b'{"name": "x"}', 422, "/seats"),
        (b'{"name": "x", "seats": "1"}', 422, "/seats"),
        (b'{"name": "x", "seats": 1, "more": 2}', 422, "/more"),
        (json.dumps({"name": "长" * 61, "seats": 1}).encode(), 422, "/name"),
        (b'{"name": "   ", "seats": 1}', 422, "/name"),
        (b"\xff\xfe", 400, None),
    ],
)
async def test_a_bad_body_is_answered_with_a_pointer(edge: Api, body: bytes, status: int, pointer: str | None) -> None:
    answer = await edge.post("/wishes", body, token="one", headers={"Content-Type": "application/json"})
    assert answer.status == status
    if pointer is not None:
        assert [each["pointer"] for each in answer.json["errors"]] == [pointer]
        assert all("一" <= each["detail"][0] <= "鿿" for each in answer.json["errors"])


async def test_a_body_too_large_is_refused(edge: Api) -> None:
    try:
        answer = await edge.post("/wishes", b"x" * 20_000, token="one")
    except aiohttp.ClientError:
        return  # the connection is closed before the rest is read: as good an answer to a flood
    assert answer.status in (400, 413)


async def test_a_query_is_coerced_and_checked(edge: Api) -> None:
    assert (await edge.get("/open", limit=5)).json["name"] == "5"
    wrong = await edge.get("/open", limit="many")
    assert (wrong.status, wrong.json["errors"][0]["pointer"]) == (422, "/limit")
    assert (await edge.get("/open", unknown=1)).status == 422


async def test_a_post_without_a_key_is_refused(edge: Api) -> None:
    answer = await edge.post("/wishes", WISH, token="one", key="")
    assert (answer.status, answer.json["type"]) == (400, "/problems/idempotency_key_missing")
    assert (await edge.post("/wishes", WISH, token="one", key="k" * 81)).status == 400


async def test_unknown_addresses_and_verbs_are_problems_too(edge: Api) -> None:
    missing = await edge.get("/nowhere")
    assert (missing.status, missing.json["status"]) == (404, 404)
    verb = await edge.put("/open")
    assert (verb.status, verb.json["status"]) == (405, 405)


async def test_failures_tell_what_to_do_and_nothing_of_the_machine(edge: Api) -> None:
    crash = await edge.get("/broken/crash")
    assert crash.status == 500
    assert "secret" not in crash.text
    assert (await edge.get("/broken/state")).status == 409
    often = await edge.get("/broken/often")
    assert (often.status, often.headers["Retry-After"]) == (429, "7")


@pytest.mark.parametrize(
    ("how", "event", "has_trace"),
    [("crash", "request_failed", True), ("upstream", "request_failed", True), ("away", "unavailable", False), ("state", None, False)],
)
async def test_only_a_crash_is_logged_as_one(edge: Api, how: str, event: str | None, has_trace: bool) -> None:
    with capture_logs() as logged:
        await edge.get(f"/broken/{how}")
    told = [entry for entry in logged if entry["event"] in ("request_failed", "unavailable")]
    assert [entry["event"] for entry in told] == ([event] if event else [])
    assert any("exc_info" in entry for entry in told) is has_trace


async def test_a_caller_who_leaves_in_the_middle_is_no_failure(edge: Api, caplog: pytest.LogCaptureFixture) -> None:
    """No crash in the log, neither ours nor the server's; no 500 in the figures."""
    with capture_logs() as logged:
        async with aiohttp.ClientSession() as session, session.get(f"{edge.url}/long") as answer:
            await answer.content.readexactly(10)
            answer.close()
        async with asyncio.timeout(10):
            while not any(entry["event"] == "request" for entry in logged):
                await asyncio.sleep(0.01)
    assert [(entry["event"], entry["log_level"]) for entry in logged] == [("caller_left", "info"), ("request", "info")]
    assert [record.getMessage() for record in caplog.records if record.name.startswith("tornado")] == []
    counted = {sample.labels["status"] for metric in REQUESTS.collect() for sample in metric.samples if sample.labels["route"] == "/long"}
    assert counted == {"200"}


async def test_a_cookie_counts_only_from_our_own_pages(edge: Api) -> None:
    cookie = {"Cookie": "yici_staff=clerk"}
    assert (await edge.post("/desk", headers={**cookie, "Sec-Fetch-Site": "same-origin"})).status == 200
    assert (await edge.post("/desk", headers={**cookie, "Origin": edge.url})).status == 200
    for foreign in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://elsewhere.example"}, {}):
        answer = await edge.post("/desk", headers={**cookie, **foreign})
        assert (answer.status, answer.json["type"]) == (403, "/problems/forbidden")


async def test_two_credentials_at_once_are_refused(edge: Api) -> None:
    answer = await edge.get("/desk", token="auditor", headers={"Cookie": "yici_staff=auditor"})
    assert answer.status == 400


async def test_acting_is_refused_where_it_is_not_declared(edge: Api) -> None:
    answer = await edge.post("/wishes", WISH, token="one", acting="grant_1")
    assert (answer.status, answer.json["type"]) == (400, "/problems/bad_request")


def test_a_verb_without_a_declaration_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare(BaseHandler):
        async def get(self) -> None:
            return None

    monkeypatch.setattr(routes, "MODULES", (SimpleNamespace(ROUTES=[("/bare", Bare)]),))
    with pytest.raises(TypeError, match="GET /bare"):
        routes.endpoints()


def test_every_route_is_described() -> None:
    declared = routes.endpoints()
    described = openapi.document(declared)
    assert described["openapi"] == "3.1.0"
    assert sum(len(verbs) for verbs in described["paths"].values()) == len(declared)
    operations = [verb["operationId"] for path in described["paths"].values() for verb in path.values()]
    assert len(set(operations)) == len(operations)
    text = json.dumps(described)
    for name in {part.partition('"')[0] for part in text.split('"#/components/schemas/')[1:]}:
        assert name in described["components"]["schemas"]
