"""Whose it is: other people's ids, tokens that do not hold, keys to the wrong door. Generated from the declarations."""

from datetime import timedelta

import pytest

from backend.ids import new_id, token
from backend.people.sessions import digest_of
from models.acts import Role
from models.people import Session
from tests.api.bad_input.conftest import Owned, staff_token
from tests.api.bad_input.shapes import Call, assert_clear, calls
from tests.client import Answer
from tests.people_edge import Edge
from tests.world import World

# public, or the id itself is the right
EVERYBODYS = {"items", "form", "grant-invitations", "watch-invitations", "advice-slips", "kiosk-asks"}
CITYWIDE = {"grants", "accounts", "authorisations", "items", "days", "kiosks", "drafts"}  # any member of staff of the role serves everybody
QUERIES = {  # what some calls ask for before they look whose it is
    "slots": {"item": "ssc-apply", "from": "2026-11-25", "to": "2026-11-25"},
    "figures": {"since": "2026-11-01", "until": "2026-12-01"},
    "visits": {"since": "2026-11-01", "until": "2026-12-01", "figure": "served"},
    "day-sheet": {"date": "2026-11-25"},
}
ELSEWHERE = {
    "appointments": {"hall": "qingshi"},
    "halls": {"hall": "qingshi"},
    "cases": {"department": "taxation"},
    "certificates": {"department": "taxation"},
    "cards": {"department": "taxation"},
    "marks": {"department": "taxation"},
    "sheets": {"department": "taxation"},
    "rounds": {"department": "taxation"},
    "obligations": {"department": "taxation"},
    "ledgers": {"department": "taxation"},
    "rechecks": {"department": "taxation"},
    "archives": {"department": "taxation"},
    "destructions": {"department": "taxation"},
    "bills": {"department": "taxation"},
    "deliveries": {"department": "taxation"},
    "notices": {"town": "qingshi"},
    "sessions": {"department": "taxation"},
    "stand-ins": {"department": "taxation"},
}
NAMED = [call for call in calls("citizen", "staff") if call.names_something]


async def sent(edge: Edge, call: Call, by: str, *ids: str) -> Answer:
    """The call with the smallest body."""
    query = next((asked for ending, asked in QUERIES.items() if call.pattern.endswith(ending)), {})
    return await edge.send(call.verb, call.path(*ids), call.body(), token=by, query=query)


async def test_another_citizens_things_are_not_there(edge: Edge, owned: Owned) -> None:
    stranger = await edge.proven("li-qiang")
    tried = 0
    for call in NAMED:
        if call.is_for_staff or call.of_what in EVERYBODYS:
            continue
        mine = owned.id_for(call)
        assert mine is not None, f"{call}: give {call.of_what} to the owner in conftest.py"
        answer = await sent(edge, call, stranger, mine)
        assert_clear(answer, call)
        assert answer.status == 404, f"{call}: {answer.status} {answer.text}"
        assert (await sent(edge, call, stranger)).status == 404, "what does not exist is answered alike"
        tried += 1
    assert tried > 20


async def test_an_agent_sees_nothing_beyond_the_grant(edge: Edge, owned: Owned) -> None:
    """The daughter's grant is for the longevity allowance: the mother's certificate and appointment are not hers to see."""
    agent = owned.agent
    for call in NAMED:
        if call.declared.acting and call.of_what in ("appointments", "certificates", "materials"):
            path = call.path(owned.ids[call.of_what])
            answer = await edge.send(call.verb, path, call.body(), token=agent, acting=owned.ids["grants"])
            assert_clear(answer, call)
            assert answer.status in (403, 404), f"{call}: {answer.status} {answer.text}"
            assert (await sent(edge, call, agent, owned.ids[call.of_what])).status == 404, "without the grant there is nothing"


async def test_a_grant_is_of_no_use_to_others(edge: Edge, owned: Owned) -> None:
    stranger = await edge.proven("li-qiang")
    for call in calls("citizen"):
        if call.declared.acting:
            answer = await edge.send(call.verb, call.path(), call.body(), token=stranger, acting=owned.ids["grants"])
            assert_clear(answer, call)
            assert answer.status in (400, 404), f"{call}: {answer.status} {answer.text}"


async def test_staff_of_elsewhere_are_kept_out(edge: Edge, owned: Owned, world: World) -> None:
    tried = 0
    for call in NAMED:
        if not call.is_for_staff or call.of_what in CITYWIDE:
            continue
        assert call.of_what in ELSEWHERE, f"{call}: say in ELSEWHERE who is a stranger to {call.of_what}"
        roles = (call.declared.access.roles or frozenset(Role)) - {Role.SUPERVISOR, Role.AUDITOR, Role.RECEPTIONIST}
        if call.of_what in ("appointments", "halls"):
            roles |= call.declared.access.roles & {Role.RECEPTIONIST}
        by = await staff_token(world, roles=roles, **ELSEWHERE[call.of_what])
        answer = await sent(edge, call, by, owned.id_for(call) or "")
        assert_clear(answer, call)
        assert answer.status in (403, 404), f"{call}: {answer.status} {answer.text}"
        tried += 1
    assert tried > 25


async def test_nothing_of_this_changed_anything(edge: Edge, owned: Owned, world: World) -> None:
    """After all of these attempts everything is as its owner left it."""
    kept = {name: await world.store.collection(name).find({}) for name in ("cases", "places", "certificates", "grants", "materials")}
    await test_another_citizens_things_are_not_there(edge, owned)
    await test_staff_of_elsewhere_are_kept_out(edge, owned, world)
    for name, documents in kept.items():
        assert await world.store.collection(name).find({}) == documents, name


@pytest.mark.parametrize("kind", ["none", "forged", "expired", "ended", "of the other side", "not a token"])
async def test_a_token_that_does_not_hold_opens_nothing(edge: Edge, world: World, kind: str) -> None:
    citizen, clerk = await bad_tokens(edge, world, kind)
    for call in calls("citizen", "staff"):
        by = clerk if call.is_for_staff else citizen
        headers = {"Authorization": by} if kind == "not a token" else None
        token = "" if headers else by
        answer = await edge.send(call.verb, call.path(), call.body(), token=token, headers=headers)
        assert_clear(answer, call)
        assert (answer.status, answer.json["type"]) == (401, "/problems/unauthenticated"), f"{call}: {answer.text}"
        assert answer.headers["WWW-Authenticate"] == "Bearer"


async def bad_tokens(edge: Edge, world: World, kind: str) -> tuple[str, str]:
    """What is tried on citizens' routes, and on those of staff."""
    if kind in ("none", "forged", "not a token"):
        forged = {"none": "", "forged": token(), "not a token": "Basic " + token()}[kind]
        return forged, forged
    citizen, clerk = await edge.matched("li-qiang"), await staff_token(world, hall="center")
    if kind == "of the other side":
        return clerk, citizen
    if kind == "expired":
        past = world.product.engines.sessions._wall.now() - timedelta(seconds=1)
        await world.store.sessions.change_many({}, {"$set": {"expires_at": past}})
        await world.store.staff_sessions.change_many({}, {"$set": {"expires_at": past}})
        return citizen, clerk
    assert (await edge.delete("/api/v1/sessions/current", token=citizen)).status == 204
    assert (await edge.delete("/api/v1/staff/sessions/current", token=clerk)).status == 204
    return citizen, clerk


async def test_a_level_that_is_too_low_is_told_how_to_rise(edge: Edge, world: World) -> None:
    just_arrived = await edge.login("li-qiang")
    matched = await edge.matched("li-min")
    for call in calls("citizen"):
        needed = call.declared.access.level
        for by, level in ((just_arrived, 0), (matched, 1)):
            if level < needed:
                answer = await edge.send(call.verb, call.path(), call.body(), token=by)
                assert_clear(answer, call)
                assert (answer.status, answer.json["type"]) == (403, "/problems/proof_needed"), str(call)


async def test_a_session_of_a_deleted_account_opens_nothing(edge: Edge, world: World) -> None:
    """A token whose citizen is gone, as after an erasure that was interrupted."""
    now = world.product.engines.sessions._wall.now()
    orphan = token()
    session = Session(
        _id=new_id("session"),
        digest=digest_of(orphan),
        person="citizen_gone",
        matched=True,
        created_at=now,
        seen_at=now,
        expires_at=now + timedelta(days=1),
    )
    await world.store.sessions.insert(session)
    for call in calls("citizen"):
        answer = await edge.send(call.verb, call.path(), call.body(), token=orphan)
        assert answer.status < 500, f"{call}: {answer.status} {answer.text}"
