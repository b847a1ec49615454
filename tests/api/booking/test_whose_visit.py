"""Whom a colleague serves at another counter is taken over or ended by nobody who does not say that this is meant."""

from typing import Any

import pytest

from models.acts import Role
from tests.booking_edge import BookingEdge
from tests.booking_world import TUESDAY_NINE


@pytest.mark.parametrize(
    ("act", "more", "state"),
    [
        ("call", {"counter": "qingshi-01"}, "serving"),
        ("forward", {"counter": "qingshi-01"}, "checked_in"),
        ("park", {}, "checked_in"),
        ("done", {}, "done"),
        ("missed", {}, "missed"),
    ],
)
async def test_whom_a_colleague_serves_is_taken_only_by_who_says_so(edge: BookingEdge, act: str, more: dict[str, Any], state: str) -> None:
    edge.clock.at = TUESDAY_NINE
    kai, lin = await edge.staff(Role.RECEPTIONIST, hall="qingshi"), await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    came = {"caller": {"name": "李强"}, "items": ["ssc-apply"], "hall": "qingshi"}
    visit = (await edge.post("/api/v1/staff/appointments", came, token=kai)).json
    path = f"/api/v1/staff/appointments/{visit['id']}"
    called = (await edge.post(f"{path}/call", {"version": visit["version"], "counter": "qingshi-01"}, token=kai)).json
    assert called["taken"] is None
    body = {"version": called["version"], **more}
    refused = await edge.post(f"{path}/{act}", body, token=lin)
    assert (refused.status, refused.json["type"]) == (409, "/problems/wrong_state")
    assert refused.json["detail"].startswith("B001 李强正在1号综合窗口办理，刘敏叫的号。请先问一声刘敏")
    assert (await edge.get(path, token=kai)).json["version"] == called["version"], "nothing happened to them"
    taken = await edge.post(f"{path}/{act}", {**body, "theirs": True}, token=lin)
    assert (taken.status, taken.json["state"]) == (200, state), taken.text
    assert taken.json["taken"] == {"by": "刘敏", "of": called["called_by"], "at": TUESDAY_NINE.isoformat()}
    stored = await edge.store.places.get(visit["id"]) or {}
    assert stored["events"][-1]["detail"]["called_by"] == "刘敏"


async def test_ones_own_visit_needs_no_such_word_and_out_of_the_line_it_begins_anew(edge: BookingEdge) -> None:
    edge.clock.at = TUESDAY_NINE
    kai, lin = await edge.staff(Role.RECEPTIONIST, hall="qingshi"), await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    came = {"caller": {"name": "李强"}, "items": ["ssc-apply"], "hall": "qingshi"}
    visit = (await edge.post("/api/v1/staff/appointments", came, token=kai)).json
    path = f"/api/v1/staff/appointments/{visit['id']}"
    for token, act, more, taken in (
        (kai, "call", {"counter": "qingshi-01"}, False),
        (lin, "call", {"counter": "qingshi-01", "theirs": True}, True),
        (lin, "call", {"counter": "qingshi-01"}, True),  # hers now
        (lin, "park", {}, True),
        (kai, "call", {"counter": "qingshi-01"}, False),  # who waits is anybody's
        (kai, "done", {}, False),
    ):
        answer = await edge.post(f"{path}/{act}", {"version": visit["version"], **more}, token=token)
        assert answer.status == 200, answer.text
        visit = answer.json
        assert (visit["taken"] is not None) == taken, act
