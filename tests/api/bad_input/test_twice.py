"""Double taps, retries and replays: one key is one act, two keys never break what may be only once."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from pymongo import MongoClient

from backend.clock import SHANGHAI
from handlers import base
from tests import invariants
from tests.api.bad_input.conftest import ARCHIVE, GRANT, LONGEVITY, SLOT, photo, staff_token
from tests.api.bad_input.shapes import assert_clear
from tests.client import Answer
from tests.people_edge import Edge
from tests.world import World

TAPS = 5


class Hand:
    """Somebody's hand on the button: a request that can be sent again."""

    def __init__(self, edge: Edge, token: str, path: str, body: Any, other: Any = None, headers: dict[str, str] | None = None) -> None:
        """`other`: a body that is valid too and says something else."""
        self.edge, self.token, self.path, self.body, self.other, self.headers = edge, token, path, body, other, headers

    async def tap(self, key: str, body: Any = None, token: str = "") -> Answer:
        return await self.edge.post(
            self.path, self.body if body is None else body, token=token or self.token, key=key, headers=self.headers
        )

    async def taps(self, *keys: str) -> list[Answer]:
        """All at once."""
        return list(await asyncio.gather(*(self.tap(key) for key in keys)))


async def booking(edge: Edge, world: World) -> Hand:
    return Hand(edge, await edge.matched("wang-guifang"), "/api/v1/appointments", SLOT, {**SLOT, "start": "2026-11-25T10:00:00+08:00"})


async def moving(edge: Edge, world: World) -> Hand:
    first = await booking(edge, world)
    place = (await first.tap("first")).json
    path = f"/api/v1/appointments/{place['id']}/reschedule"
    body = {"version": place["version"], "start": "2026-11-26T09:00:00+08:00"}
    return Hand(edge, first.token, path, body, {**body, "start": "2026-11-27T09:00:00+08:00"})


async def cancelling(edge: Edge, world: World) -> Hand:
    first = await booking(edge, world)
    place = (await first.tap("first")).json
    return Hand(edge, first.token, f"/api/v1/appointments/{place['id']}/cancel", {"version": place["version"]}, {"version": 99})


async def drafting(edge: Edge, world: World) -> Hand:
    return Hand(edge, await edge.matched("wang-guifang"), "/api/v1/cases", {"item": "longevity"}, {"item": "ssc-apply"})


async def filing(edge: Edge, world: World) -> Hand:
    begun = Hand(edge, await edge.proven("wang-guifang"), "/api/v1/cases", {"item": "longevity"})
    draft = (await begun.tap("begun")).json
    licences = {key: {"licence": True} for key in ("resident_card", "account_proof")}
    body = {"version": draft["version"], "form": LONGEVITY, "materials": licences}
    saved = await edge.put(f"/api/v1/cases/{draft['id']}", body, token=begun.token)
    assert saved.status == 200, saved.text
    return Hand(edge, begun.token, f"/api/v1/cases/{draft['id']}/submit", {"version": saved.json["version"]}, {"version": 99})


async def issuing(edge: Edge, world: World) -> Hand:
    return Hand(edge, await edge.proven("wang-guifang"), "/api/v1/certificates", ARCHIVE, {**ARCHIVE, "form": {"purpose": "loan"}})


async def offering(edge: Edge, world: World) -> Hand:
    body = {**GRANT, "agent": edge.document("li-min")}
    return Hand(edge, await edge.proven("wang-guifang"), "/api/v1/grants", body, {**body, "single_use": True})


async def accepting(edge: Edge, world: World) -> Hand:
    grant = (await (await offering(edge, world)).tap("offered")).json["id"]
    return Hand(edge, await edge.matched("li-min"), f"/api/v1/grants/{grant}/accept", {}, {"token": "0123456789"})


async def revoking(edge: Edge, world: World) -> Hand:
    offered = await offering(edge, world)
    grant = (await offered.tap("offered")).json["id"]
    accepted = await edge.post(f"/api/v1/grants/{grant}/accept", {}, token=await edge.matched("li-min"))
    assert accepted.status == 200, accepted.text
    return Hand(edge, offered.token, f"/api/v1/grants/{grant}/revoke", {}, {"reason": "不用了"})


async def uploading(edge: Edge, world: World) -> Hand:
    token = await edge.matched("wang-guifang")
    return Hand(edge, token, "/api/v1/materials", photo(), photo("black"), {"Content-Type": "image/jpeg"})


async def confirming(edge: Edge, world: World) -> Hand:
    body = {"items": ["longevity"], "hall": "center", "start": "2026-11-25T09:00:00+08:00"}
    pending = (await edge.post("/api/v1/appointments", body, token=await edge.matched("wang-guifang"))).json
    assert pending["state"] == "pending"
    path = f"/api/v1/staff/appointments/{pending['id']}/confirm"
    return Hand(edge, await staff_token(world, hall="center"), path, {"version": pending["version"]}, {"version": 99})


ONCE = [booking, moving, cancelling, filing, accepting, revoking, confirming]
AS_OFTEN_AS_ASKED = [drafting, issuing, offering, uploading]


@pytest.fixture
async def broken(world: World, mongodb_uri: str) -> AsyncIterator[Callable[[], list[str]]]:
    """Asks the database what is broken."""
    with MongoClient[dict[str, Any]](mongodb_uri, tz_aware=True, tzinfo=SHANGHAI) as client:
        yield lambda: invariants.settled(client[world.store.database])


@pytest.mark.parametrize("act", [*ONCE, *AS_OFTEN_AS_ASKED], ids=lambda act: act.__name__)
async def test_one_key_is_one_act(edge: Edge, world: World, broken: Callable[[], list[str]], act: Any) -> None:
    hand = await act(edge, world)
    answers = await hand.taps(*["tap"] * TAPS)
    answers.append(await hand.tap("tap"))
    assert all(answer.status in (200, 201) for answer in answers), [answer.text for answer in answers]
    assert len({answer.json["id"] for answer in answers}) == 1
    assert await acts_with(world, "tap") == 1
    other = await hand.tap("tap", hand.other)
    assert_clear(other)
    assert (other.status, other.json["type"]) == (422, "/problems/idempotency_key_reused")
    await world.settle()
    assert broken() == []


@pytest.mark.parametrize("act", ONCE, ids=lambda act: act.__name__)
async def test_two_keys_are_still_one_act(edge: Edge, world: World, broken: Callable[[], list[str]], act: Any) -> None:
    """A double tap of an app that makes a new key for each: one wins, the others are told."""
    hand = await act(edge, world)
    answers = await hand.taps(*(uuid.uuid4().hex for _ in range(TAPS)))
    won = [answer for answer in answers if answer.status < 300]
    assert len(won) == 1, [answer.text for answer in answers]
    for answer in answers:
        if answer is not won[0]:
            assert_clear(answer)
            assert answer.status in (404, 409), answer.text
    await world.settle()
    assert broken() == []


@pytest.mark.parametrize("act", AS_OFTEN_AS_ASKED, ids=lambda act: act.__name__)
async def test_what_may_be_asked_for_often_is_made_as_often(edge: Edge, world: World, broken: Callable[[], list[str]], act: Any) -> None:
    hand = await act(edge, world)
    answers = await hand.taps(*(uuid.uuid4().hex for _ in range(TAPS)))
    assert all(answer.status == 201 for answer in answers), [answer.text for answer in answers]
    made = {answer.json["id"] for answer in answers}
    assert len(made) == (1 if act is uploading else TAPS), "the same photograph is one material"
    await world.settle()
    assert broken() == []


async def test_a_key_is_ones_own(edge: Edge, world: World) -> None:
    """The same key from somebody else, or for another address, is another act."""
    hand = await drafting(edge, world)
    stranger = await edge.matched("li-qiang")
    mine, theirs = await hand.tap("key"), await hand.tap("key", {"item": "ssc-apply"}, stranger)
    assert (mine.status, theirs.status) == (201, 201)
    booked = await edge.post("/api/v1/appointments", SLOT, token=hand.token, key="key")
    assert booked.status == 201
    assert len({answer.json["id"] for answer in (mine, theirs, booked)}) == 3


async def test_without_the_key_a_double_tap_is_five_drafts(edge: Edge, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: were keys not told apart by what the phone sends, the first test would fail."""
    monkeypatch.setattr(base, "scoped_key", lambda *parts: uuid.uuid4().hex)
    hand = await drafting(edge, world)
    answers = await hand.taps(*["tap"] * TAPS)
    assert len({answer.json["id"] for answer in answers}) == TAPS


async def acts_with(world: World, key: str) -> int:
    """How many acts carry the key."""
    count = 0
    for collection in world.store.collections():
        if collection.declaration.acts:
            for document in await collection.find({"keys": {"$regex": rf"\|{key}$"}}, fields=["events"]):
                count += sum((event.get("key") or "").endswith(f"|{key}") for event in document["events"])
    return count
