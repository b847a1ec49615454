"""Changes reach every line whose viewer may see them, in order, and a line that broke goes on where it was."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from backend.audit import event_of
from backend.clock import SetClock
from backend.errors import TooMany, Unavailable
from backend.live import Line, Live, Message
from backend.store import Store
from models.acts import Act, KioskActor, Role, StaffActor, SystemActor

_SECRET = b"the same for all processes"
_SOON = 10.0  # seconds: more than a change stream ever takes, and never waited for


@pytest.fixture
async def live(store: Store) -> AsyncIterator[Live]:
    """The live engine on the emptied store."""
    engine = Live(store, _SECRET)
    yield engine
    await engine.close()


def _viewer(clock: SetClock, role: Role = Role.REVIEWER, department: str = "taxation", hall: str | None = None) -> Act:
    return Act(StaffActor(id="staff_1", name="石磊", roles=frozenset({role}), department=department, hall=hall), clock.now())


async def _case(store: Store, id: str, department: str = "taxation", state: str = "received", times: int = 1) -> None:
    """A case handed in so many `times`."""
    own = {"submissions": [{"number": number + 1, "by": {"name": "王桂芳"}} for number in range(times)]}
    await store.cases.insert({"_id": id, "version": 0, "state": state, "department": department, "item": "tax-proof", "person": "p", **own})


async def _next(line: Line) -> Message:
    message = await line.next(_SOON)
    assert message is not None
    return message


async def test_each_viewer_is_told_of_what_they_may_see(store: Store, clock: SetClock, live: Live) -> None:
    ours, auditor = await live.open(_viewer(clock)), await live.open(_viewer(clock, Role.AUDITOR, "government_services"))
    await _case(store, "case_health", "health")
    await _case(store, "case_draft", state="draft", times=0)
    await _case(store, "case_thrown_away", state="withdrawn", times=0)
    await _case(store, "case_tax")
    await store.cases.change({"_id": "case_tax"}, {"$set": {"state": "accepted"}})
    told = [await _next(ours) for _ in range(2)]
    assert [(each.kind, each.view and each.view.id, each.view and each.view.state) for each in told] == [
        ("case", "case_tax", "received"),
        ("case", "case_tax", "accepted"),
    ]
    assert [each.view.id for each in [await _next(auditor) for _ in range(3)] if each.view] == ["case_health", "case_tax", "case_tax"]


async def test_a_counter_is_told_of_what_lies_there_and_of_what_it_took_in(store: Store, clock: SetClock, live: Live) -> None:
    """A department's own window of no other's; where every department's papers are taken in, of none that went on without it."""
    own, common = _viewer(clock, Role.RECEPTIONIST), _viewer(clock, Role.RECEPTIONIST, "government_services")
    common = replace(common, actor=common.actor.model_copy(update={"one_window": True}))
    window, counter = await live.open(own), await live.open(common)
    await _case(store, "case_1", "health")
    await store.cases.change({"_id": "case_1"}, {"$set": {"state": "accepted"}})
    await _case(store, "case_2", "health")
    taken = {"state": "accepted", "received_by": {"id": "s", "name": "石磊", "department": "government_services"}}
    await store.cases.change({"_id": "case_2"}, {"$set": taken})
    await _case(store, "case_3")
    told = [each.view for each in [await _next(counter) for _ in range(4)] if each.view]
    steps = [("case_1", "received"), ("case_2", "received"), ("case_2", "accepted"), ("case_3", "received")]
    assert [(each.id, each.state) for each in told] == steps
    only = (await _next(window)).view
    assert only is not None
    assert only.id == "case_3"


async def test_a_counter_is_told_of_what_waits_for_somebody_it_may_hear(store: Store, clock: SetClock, live: Live) -> None:
    """A signature under way, a statement on a decision that is to be taken back; of neither, once nobody is waited for."""
    common, own = _viewer(clock, Role.RECEPTIONIST, "government_services"), _viewer(clock, Role.RECEPTIONIST)
    witness = await live.open(_viewer(clock, Role.AUDITOR, "government_services"))
    counter = await live.open(replace(common, actor=common.actor.model_copy(update={"one_window": True, "town": "qingshi"})))
    window = await live.open(own)
    taken = {"received_town": "luoxi", "received_by": {"id": "s", "name": "倪晨", "department": "government_services"}}
    asked = {"kind": "signature", "key": "consent", "met_at": None}
    await _case(store, "case_1", "health", "accepted")
    for changes in (
        taken | {"obligations": [asked]},
        {"obligations": [asked | {"met_at": clock.now()}]},
        {"state": "closed", "obligations": [asked], "inspection": {"state": "waiting"}},
        {"inspection": {"state": "proposed"}},
        {"inspection": {"state": "over"}},
    ):
        await _next(witness)  # a change is told with its case as it is then: one written on top of another would be told for both
        await store.cases.change({"_id": "case_1"}, {"$set": changes})
    await _next(witness)
    await _case(store, "case_2")
    told = [each.view for each in [await _next(counter) for _ in range(3)] if each.view]
    assert [(each.id, each.state) for each in told] == [("case_1", "accepted"), ("case_1", "closed"), ("case_2", "received")]
    only = (await _next(window)).view
    assert only is not None
    assert only.id == "case_2"


async def test_whoever_acted_is_told_that_it_was_them_and_what_the_product_did_by_itself(store: Store, clock: SetClock, live: Live) -> None:
    mine = _viewer(clock)
    line, other = await live.open(mine), await live.open(replace(mine, actor=mine.actor.model_copy(update={"id": "staff_2"})))
    told: list[tuple[str, ...]] = []
    await _case(store, "case_1")
    for each in (line, other):
        await _next(each)
    for actor in (mine.actor, SystemActor(id="deadlines")):
        await store.cases.change({"_id": "case_1"}, {"$set": {"state": "accepted"}}, event_of(Act(actor, clock.now()), "case.changed"))
        told.append(tuple(str(each.view.by) for each in (await _next(line), await _next(other)) if each.view))
    assert told == [("you", "others"), ("system", "system")]


async def test_what_leaves_the_version_as_it_is_is_no_change(store: Store, clock: SetClock, live: Live) -> None:
    line = await live.open(_viewer(clock))
    await _case(store, "case_1")
    await store.cases.change_many({"_id": "case_1"}, {"$set": {"unrelayed": []}})
    await _case(store, "case_2")
    assert [each.view.id for each in [await _next(line) for _ in range(2)] if each.view] == ["case_1", "case_2"]


async def test_appointments_are_told_to_their_hall(store: Store, clock: SetClock, live: Live) -> None:
    center, luoxi = [await live.open(_viewer(clock, Role.RECEPTIONIST, hall=hall)) for hall in ("center", "luoxi")]
    for id, hall, state in (("place_1", "luoxi", "pending"), ("place_2", "center", "free"), ("place_3", "center", "confirmed")):
        await store.places.insert({"_id": id, "version": 0, "state": state, "hall": hall, "items": ["longevity"], "seat": id, "slot": id})
    told = await _next(center)
    assert (told.kind, told.view and told.view.id, told.view and told.view.hall) == ("appointment", "place_3", "center")
    told = await _next(luoxi)
    assert (told.view and told.view.id, luoxi.reached) == ("place_1", luoxi.last)


async def test_a_line_that_broke_goes_on_where_it_was(store: Store, clock: SetClock, live: Live) -> None:
    line = await live.open(_viewer(clock))
    for number in range(3):
        await _case(store, f"case_{number}")
    told = [await _next(line) for _ in range(3)]
    live.leave(line)
    again = await live.open(_viewer(clock), told[0].id)
    assert again.first == told[0].id
    assert [each.view.id for each in [await _next(again) for _ in range(2)] if each.view] == ["case_1", "case_2"]
    assert again.reached == told[2].id


async def test_a_message_s_name_tells_nothing_and_is_the_same_in_every_process(store: Store, clock: SetClock, live: Live) -> None:
    """The database's token of a change holds the id of what changed: whoever may not see a case does not learn of it by that."""
    other, stranger = Live(store, _SECRET), Live(store, b"of another installation")
    lines = [await each.open(_viewer(clock)) for each in (live, other, stranger)]
    blind = await live.open(_viewer(clock, department="health"))
    await _case(store, "case_1")
    here, there, elsewhere = [await _next(line) for line in lines]
    assert (here.id == there.id, here.id == elsewhere.id, blind.last == here.id) == (True, False, True)
    await _case(store, "case_2")
    for line in lines:
        assert (await _next(line)).view
    for id in (here.id, lines[0].last, lines[0].first):
        assert re.fullmatch(r"[0-9a-f]{32}", id), "the digest, and not the token, whose length is that of what it holds"
    again = await other.open(_viewer(clock), here.id)  # the line broke, and goes on at another process
    assert [(await _next(again)).view.id] == ["case_2"]  # pyright: ignore[reportOptionalMemberAccess]
    for each in (other, stranger):
        await each.close()


async def test_a_line_that_was_away_too_long_loads_anew(clock: SetClock, live: Live) -> None:
    line = await live.open(_viewer(clock), "of-another-time")
    assert (line.first, (await _next(line)).kind) == ("", "reset")


async def test_a_console_that_does_not_keep_up_is_cut_off(store: Store, clock: SetClock, live: Live) -> None:
    line, other = await live.open(_viewer(clock)), await live.open(_viewer(clock))
    await _case(store, "case_1")
    first = await _next(other)
    for _ in range(300):
        line.put(first)
    assert line.over
    assert not other.over


async def test_nobody_holds_lines_without_end(clock: SetClock, live: Live) -> None:
    for _ in range(6):
        await live.open(_viewer(clock))
    with pytest.raises(TooMany):
        await live.open(_viewer(clock))


async def test_closing_ends_every_line_and_opens_none(store: Store, clock: SetClock) -> None:
    live = Live(store, _SECRET)
    line = await live.open(_viewer(clock))
    waiting = asyncio.create_task(line.next(_SOON))
    await asyncio.sleep(0)
    await live.close()
    assert await waiting is None
    assert line.over
    with pytest.raises(Unavailable):
        await live.open(_viewer(clock))
    await live.close()


async def test_a_screen_is_told_that_its_own_hall_changed_and_nothing_more(store: Store, clock: SetClock, live: Live) -> None:
    line = await live.open(Act(KioskActor(id="kiosk_1", name="候叫屏", hall="center"), clock.now()))
    for hall in ("luoxi", "center"):
        place = {"_id": f"visit_{hall}", "version": 0, "state": "checked_in", "hall": hall, "items": ["ssc-apply"], "person": "p"}
        await store.places.insert(place)
    await _case(store, "case_tax")
    message = await _next(line)
    assert (message.kind, message.view) == ("appointment", None)
    assert await line.next(0.5) is None


async def test_a_grants_desk_is_told_of_what_waited_there(store: Store, clock: SetClock, live: Live) -> None:
    """Of its own town where it has one; of grants between two people nobody of the staff is told anything."""
    officer = _viewer(clock, Role.VILLAGE_OFFICER, "village")
    there = replace(officer, actor=officer.actor.model_copy(update={"town": "luoxi"}))
    village, center, tax = (
        await live.open(there),
        await live.open(_viewer(clock, Role.RECEPTIONIST)),
        await live.open(_viewer(clock, Role.HALL_MANAGER)),
    )
    for id, town, action in (("a", "qingshi", "grant.claimed"), ("b", "luoxi", "grant.call_asked"), ("c", "luoxi", "grant.offered")):
        event = event_of(there, action).model_dump()
        await store.grants.insert({"_id": f"grant_{id}", "version": 0, "state": "checking", "town": town, "events": [event]})
    assert [(each.kind, each.view and each.view.id) for each in [await _next(center) for _ in range(2)]] == [
        ("grant", "grant_a"),
        ("grant", "grant_b"),
    ]
    only = await _next(village)
    assert (only.kind, only.view and only.view.id) == ("grant", "grant_b")
    assert await tax.next(0.5) is None
    assert await center.next(0.1) is None
