"""Every endpoint of /api/openapi.json, called with what a machine makes up: bodies and queries that fit its description
and such that do not. Never a 500; every refusal in Chinese, in the form every problem has; every success declared."""

import asyncio
import json
import uuid
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import schemathesis
import yarl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

from handlers import openapi
from handlers.routes import endpoints
from models.acts import Act, AnonymousActor, Role
from models.people import StaffAccount
from tests.api.bad_input.conftest import SLOT, Owned
from tests.api.bad_input.shapes import Call, assert_clear
from tests.client import Answer
from tests.people_edge import Edge
from tests.world import World

EACH = 4  # made up for each endpoint, that fit and that do not
AT_ONCE = 8
KEPT = ("places", "cases", "materials", "certificates", "grants", "notices")
ELSEWHERE = (303, 304)  # look there, or at what you have
ENDS_SESSIONS = ("DELETE", "/password")  # the token is of no use afterwards
_GENERATED = settings(
    max_examples=EACH, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)


@dataclass(frozen=True)
class Made:
    """One made-up call. `path` may hold strange ids, or none: then real ones are put in."""

    call: Call
    ids: dict[str, str]
    query: dict[str, Any]
    body: bytes | None
    headers: dict[str, str] = field(default_factory=dict[str, str])


@schemathesis.serializer("application/pdf")
def _file(context: schemathesis.SerializationContext, value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()


@pytest.fixture(scope="module")
def made() -> list[Made]:
    """Everything that will be tried, the same in every run."""
    described = openapi.document(endpoints())
    operations = schemathesis.openapi.from_dict(described).get_all_operations()
    known = {(verb, openapi._path(pattern)[0]): Call(pattern, verb, declared) for pattern, verb, declared in endpoints()}
    return [each for result in operations if isinstance(result, Ok) for each in _made_up(result.ok(), known)]


def _made_up(operation: Any, known: dict[tuple[str, str], Call]) -> Iterator[Made]:
    call = known[operation.method.upper(), operation.path]
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        found = _examples(operation.as_strategy(generation_mode=mode))
        yield from (_call_of(call, case, real=index % 2 == 0) for index, case in enumerate(found))


def _examples(strategy: Any) -> list[Any]:
    found: list[Any] = []

    @_GENERATED
    @given(case=strategy)
    def collect(case: Any) -> None:
        found.append(case)

    try:
        collect()
    except Unsatisfiable:  # an endpoint that takes nothing cannot be given anything wrong
        return []
    return found


def _call_of(call: Call, case: Any, *, real: bool) -> Made:
    """Half of the calls are about real things: what is made up seldom hits one."""
    key = (case.headers or {}).get("Idempotency-Key", "")
    headers = {"Idempotency-Key": key} if key.isascii() and key.isprintable() and key.strip() else {}
    body: bytes | None = None
    if isinstance(case.body, (bytes, bytearray)):
        body = bytes(case.body)
    elif call.declared.body is not None:
        body = json.dumps(case.body if isinstance(case.body, (dict, list, str, int, float, bool, type(None))) else None).encode()
    return Made(call, {} if real else dict(case.path_parameters or {}), dict(case.query or {}), body, headers)


def _grounded(made: Made, version: int) -> bytes | None:
    """The body about real things: an item, a hall, a slot that exist, and the version that stands there."""
    if made.ids or made.body is None or made.call.declared.body is None:
        return made.body
    body, fields = json.loads(made.body), made.call.declared.body.model_fields
    if not isinstance(body, dict):
        return made.body
    real = {"version": version, "item": "archive-proof", "items": ["ssc-apply"], "hall": "center", "start": SLOT["start"]}
    return json.dumps({**body, **{name: value for name, value in real.items() if name in fields and name in body}}).encode()


@pytest.fixture
async def everyone(edge: Edge, owned: Owned, world: World) -> dict[str, str]:
    """Tokens by kind of access. The member of staff holds every role there is."""
    document = (await world.store.staff.find({"hall": "center", "department": "civil_affairs"}, limit=1))[0]
    account = StaffAccount.of(document).model_copy(update={"roles": list(Role)})
    act = Act(actor=AnonymousActor(), at=world.clock.now())
    token, _ = await world.product.engines.sessions.open_staff(act, account, "test")
    return {"public": "", "citizen": owned.token, "staff": token}


async def test_whatever_is_sent_the_answer_is_clear(
    edge: Edge, owned: Owned, everyone: dict[str, str], made: list[Made], world: World
) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def version_of(call: Call) -> int:
        place = {"appointments": "places"}.get(call.of_what, call.of_what)
        return ((await world.store.collection(place).get(owned.id_for(call) or "")) or {}).get("version", 0) if place in KEPT else 0

    async def tried(each: Made) -> tuple[Made, Answer]:
        async with gate:
            return each, await _send(edge, each, everyone, owned, version_of)

    answers = await asyncio.gather(*(tried(each) for each in made))
    for each, answer in answers:
        about = f"{each.call} {each.query} {(each.body or b'')[:300]!r}"
        if answer.status >= 400 and answer.status not in each.call.declared.reply:
            assert_clear(answer, about)
        else:
            assert answer.status in {*each.call.declared.reply, *ELSEWHERE}, f"{about}: {answer.status}"
    statuses = [answer.status for _, answer in answers]
    assert len(statuses) > 4 * len(endpoints())
    assert sum(status < 300 for status in statuses) > 50, "some of it must be good for something"
    assert sum(status == 422 for status in statuses) > 100, "and some of it wrong"


async def _send(edge: Edge, made: Made, everyone: dict[str, str], owned: Owned, version_of: Callable[[Call], Awaitable[int]]) -> Answer:
    call = made.call
    ends = any(call.verb == mark or call.pattern.endswith(mark) for mark in ENDS_SESSIONS)
    token = "" if ends else everyone[call.declared.access.kind]
    body = _grounded(made, await version_of(call)) if call.names_something else _grounded(made, 0)
    headers = {"Idempotency-Key": uuid.uuid4().hex, **made.headers, "Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    if call.declared.consumes != "application/json":
        headers["Content-Type"] = call.declared.consumes
    url = yarl.URL(edge.url + _path(call, made.ids, owned), encoded=True).with_query([*_parameters(made.query)])
    async with edge._session.request(call.verb, url, data=body, headers=headers, allow_redirects=False) as answer:
        return Answer(answer.status, answer.headers, await answer.read())


def _path(call: Call, ids: dict[str, str], owned: Owned) -> str:
    """With the made-up ids, else with those of real things."""
    if not ids:
        return call.path(*filter(None, [owned.id_for(call)])) if call.names_something else call.path()
    path, _ = openapi._path(call.pattern)
    for name, value in ids.items():
        path = path.replace("{" + name + "}", str(value))
    return path


def _parameters(query: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in query.items():
        for each in value if isinstance(value, list) else [value]:
            yield str(name), (each if isinstance(each, str) else json.dumps(each)).encode("utf-8", "replace").decode()
