"""Every endpoint of /api/openapi.json, called with what a machine makes up: bodies and queries that fit its description
and such that do not; and every form, answered with anything. Never a 500; every refusal in Chinese, in the form every
problem has; every success declared."""

import asyncio
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import schemathesis
import yarl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

from handlers import openapi
from handlers.routes import endpoints
from models.acts import Act, AnonymousActor, Role
from models.staff import StaffAccount
from tests.api.bad_input.conftest import SLOT, Owned
from tests.api.bad_input.shapes import Call, assert_clear
from tests.api.kiosk_hall import CREDENTIAL
from tests.client import Answer
from tests.people_edge import Edge
from tests.world import World

EACH = 4  # made up for each endpoint, that fit and that do not
FORMS = 15  # sets of answers an item
AT_ONCE = 8
ELSEWHERE = (303, 304)  # look there, or at what you have
ENDS_SESSIONS = ("DELETE", "/password")  # the token would be of no use afterwards
_REAL = {"item": "archive-proof", "items": ["ssc-apply"], "hall": "center", "start": SLOT["start"]}
_COLLECTIONS = {"appointments": "places", **{name: name for name in ("cases", "materials", "certificates", "grants", "notices")}}
_PATIENT = (HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)
_GENERATED = settings(derandomize=True, database=None, deadline=None, suppress_health_check=_PATIENT, phases=[Phase.generate])
_LIKELY = st.sampled_from(["1944-03-08", "work", "same", "16900000001", "李敏", "99010119440308002X", "", "0", "2026-02-30"])
_SMALL = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20) | _LIKELY
_NAMES = st.text(max_size=8) | st.sampled_from(["holder", "bank", "account"])
_ANYTHING = st.recursive(_SMALL, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3), max_leaves=5)


pytestmark = pytest.mark.long


@dataclass(frozen=True)
class Made:
    """One made-up call. Without `ids`, real ones are put in."""

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
    operations = schemathesis.openapi.from_dict(openapi.document(endpoints())).get_all_operations()
    known = {(verb, openapi._path(pattern)[0]): Call(pattern, verb, declared) for pattern, verb, declared in endpoints()}
    found = [each for result in operations if isinstance(result, Ok) for each in _made_up(result.ok(), known)]
    return [each for each in found if each.call.declared.reply.get(200) != "text/event-stream"]  # a line that stays open


def _made_up(operation: Any, known: dict[tuple[str, str], Call]) -> Iterator[Made]:
    call = known[operation.method.upper(), operation.path]
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        found = _examples(operation.as_strategy(generation_mode=mode), EACH)
        yield from (_call_of(call, case, real=index % 2 == 0) for index, case in enumerate(found))


def _examples(strategy: Any, most: int) -> list[Any]:
    found: list[Any] = []

    @settings(_GENERATED, max_examples=most)
    @given(example=strategy)
    def collect(example: Any) -> None:
        found.append(example)

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
        value = case.body if isinstance(case.body, (dict, list, str, int, float)) else None
        body = json.dumps(_grounded(call, value) if real else value).encode()
    return Made(call, {} if real else dict(case.path_parameters or {}), dict(case.query or {}), body, headers)


def _grounded(call: Call, body: Any) -> Any:
    """The body about an item, a hall, a slot that exist."""
    if not isinstance(body, dict) or call.declared.body is None:
        return body
    return {**body, **{name: value for name, value in _REAL.items() if name in call.declared.body.model_fields and name in body}}


@pytest.fixture
async def everyone(owned: Owned, world: World) -> dict[str, str]:
    """Tokens by kind of access. The member of staff holds every role there is."""
    document = (await world.store.staff.find({"hall": "center", "department": "civil_affairs"}, limit=1))[0]
    account = StaffAccount.of(document).model_copy(update={"roles": list(Role)})
    act = Act(actor=AnonymousActor(), at=world.clock.now())
    token, _ = await world.product.engines.sessions.open_staff(act, account, "test")
    return {"public": "", "citizen": owned.token, "staff": token, "kiosk": CREDENTIAL}


@dataclass
class Sender:
    """Sends made-up calls, those about real things with the version that stands there now."""

    edge: Edge
    world: World
    owned: Owned
    tokens: dict[str, str]
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def send(self, made: Made) -> tuple[Made, Answer]:
        call = made.call
        ends = any(call.verb == mark or call.pattern.endswith(mark) for mark in ENDS_SESSIONS)
        token = "" if ends else self.tokens[call.declared.access.kind]
        kind = {"Content-Type": call.declared.consumes, "Authorization": f"Bearer {token}"}
        headers = {"Idempotency-Key": uuid.uuid4().hex, **made.headers, **kind}
        async with self.gate:
            url = yarl.URL(self.edge.url + self._path(made), encoded=True).with_query([*_parameters(made.query)])
            body = await self._of_today(made)
            async with self.edge._session.request(call.verb, url, data=body, headers=headers, allow_redirects=False) as answer:
                return made, Answer(answer.status, answer.headers, await answer.read())

    def _path(self, made: Made) -> str:
        call = made.call
        if not made.ids:
            return call.path(*filter(None, [self.owned.id_for(call)])) if call.names_something else call.path()
        path, _ = openapi._path(call.pattern)
        for name, value in made.ids.items():
            path = path.replace("{" + name + "}", str(value))
        return path

    async def _of_today(self, made: Made) -> bytes | None:
        collection = _COLLECTIONS.get(made.call.of_what) if made.call.names_something else None
        if made.ids or made.body is None or collection is None or b'"version"' not in made.body:
            return made.body
        document = await self.world.store.collection(collection).get(self.owned.id_for(made.call) or "") or {}
        return json.dumps({**json.loads(made.body), "version": document.get("version", 0)}).encode()


def _parameters(query: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in query.items():
        for each in value if isinstance(value, list) else [value]:
            yield str(name), (each if isinstance(each, str) else json.dumps(each)).encode("utf-8", "replace").decode()


async def test_whatever_is_sent_the_answer_is_clear(
    edge: Edge, owned: Owned, everyone: dict[str, str], made: list[Made], world: World
) -> None:
    sender = Sender(edge, world, owned, everyone)
    answers = await asyncio.gather(*(sender.send(each) for each in made))
    for each, answer in answers:
        about = f"{each.call} {each.query} {(each.body or b'')[:300]!r}"
        if answer.status >= 400 and answer.status not in each.call.declared.reply:
            assert_clear(answer, about)
        else:
            assert answer.status in {*each.call.declared.reply, *ELSEWHERE}, f"{about}: {answer.status}"
    statuses = [answer.status for _, answer in answers]
    assert len(statuses) > 4 * len(endpoints())
    assert sum(status < 300 for status in statuses) > 100, "some of it must be good for something"
    assert sum(status == 422 for status in statuses) > 100, "and some of it wrong"


async def test_whatever_is_answered_to_a_form_the_answer_is_clear(edge: Edge, owned: Owned, world: World) -> None:
    """Rules look at answers of any type, and never fail."""
    catalogue, today = world.product.engines.catalogue, world.clock.now().date()
    statuses: list[int] = []
    for item in catalogue.items:
        version = catalogue.version(item.code, today)
        path = "/api/v1/certificates" if version.instant else "/api/v1/cases"
        answers = st.dictionaries(st.sampled_from([each.key for each in version.form] or ["nothing"]), _ANYTHING, min_size=1)
        for form in _examples(answers, FORMS):
            answer = await edge.post(path, {"item": item.code, "form": form}, token=owned.token)
            if answer.status >= 300:
                assert_clear(answer, f"{item.code} {form}")
            statuses.append(answer.status)
    assert len(statuses) >= 10 * FORMS
    assert 422 in statuses
