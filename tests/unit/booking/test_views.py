"""What citizens and staff are told about an appointment, and which acts are offered when."""

import string
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.booking.core import Places
from backend.booking.notes import Note
from backend.booking.views import citizen_actions, citizen_view, desk_actions, desk_view, status_of
from backend.clock import SetClock
from backend.notices import NoticeTemplates
from models.booking import STATE_CHINESE, ByGrant, Freeze, Place, PlaceState, Proposal
from tests.booking_world import DAYS, ITEMS, RULES, TUESDAY_NINE, WEDNESDAY_NINE
from tests.unit.booking.test_calendar import CATALOGUE, appointment

DAY_BEFORE = TUESDAY_NINE - timedelta(days=1)
_EXTRA: Mapping[Note, set[str]] = {
    Note.OFFERED: {"time", "until", "count"},
    Note.UNANSWERED: {"time", "what"},
    Note.WAITED_IN_VAIN: {"days"},
    Note.WAITING_ENDED: {"reason"},
    Note.DECLINED: {"reason"},
    Note.CANCELLED_BY_PHONE: {"reason"},
    Note.RESCHEDULED_BY_PHONE: {"words"},
    Note.PROPOSED: {"proposed", "proposed_hall", "reason", "until"},
    Note.MOVED: {"old_time", "reason"},
    Note.CLOSED: {"reason", "next"},
}


def claimed(state: PlaceState, **more: Any) -> Place:
    facts = {"person": "citizen_1", "name": "王芳", "items": ["longevity"], "item_names": ["长寿保健金"], "code": "ABCD2345"}
    return appointment(state).model_copy(update={**facts, **more})


def offer() -> Proposal:
    end = WEDNESDAY_NINE + timedelta(minutes=30)
    until = TUESDAY_NINE - timedelta(hours=3)
    return Proposal(place="p", hall="h", hall_name="大厅", start=WEDNESDAY_NINE, end=end, reason="检修", until=until)


@pytest.mark.parametrize("state", list(PlaceState))
def test_every_state_has_words_and_both_views(state: PlaceState) -> None:
    place = claimed(state)
    assert STATE_CHINESE[state]
    assert citizen_view(place, DAY_BEFORE, RULES).status
    assert desk_view(place, DAY_BEFORE, RULES).state is state


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (claimed(PlaceState.PENDING), "等待工作人员确认 · 最晚11月24日 周二 上午7:00有结果"),
        (claimed(PlaceState.CONFIRMED), "预约成功 · 请提前15分钟到场签到"),
        (claimed(PlaceState.CONFIRMED, proposal=offer()), "工作人员建议改到11月25日 周三 上午9:00–9:30，请在11月24日 周二 上午6:00前答复"),
        (claimed(PlaceState.SERVING, called_to="1号窗口"), "轮到您了，请到1号窗口"),
        (claimed(PlaceState.CHECKED_IN, called_to="2号窗口"), "已签到，请在2号窗口前等候叫号"),
        (claimed(PlaceState.CHECKED_IN, parked=True), "叫号时您不在，回来后请告诉工作人员"),
        (claimed(PlaceState.CANCELLED, moved_to="p2"), "已改到新的时间"),
        (claimed(PlaceState.MISSED, no_show=True), "未到场"),
        (claimed(PlaceState.MISSED), "未到场"),
        (claimed(PlaceState.MISSED, checked_in_at=TUESDAY_NINE), "来过，没办就离开了"),
        (claimed(PlaceState.DECLINED, reason="停电"), "工作人员未能确认：停电"),
        (claimed(PlaceState.CONFIRMED, freeze=Freeze(reason="…", since=DAY_BEFORE)), "代办授权已结束，等您决定：接手或取消"),
    ],
)
def test_the_state_is_told_in_a_sentence(place: Place, words: str) -> None:
    assert status_of(place, RULES) == words


@pytest.mark.parametrize(
    ("place", "at", "actions"),
    [
        (claimed(PlaceState.PENDING), DAY_BEFORE, ["reschedule", "cancel"]),
        (claimed(PlaceState.CONFIRMED), TUESDAY_NINE - timedelta(hours=1), []),
        (claimed(PlaceState.CONFIRMED), TUESDAY_NINE - timedelta(minutes=15), ["check-in"]),
        (claimed(PlaceState.CONFIRMED, cancel_freely=True), TUESDAY_NINE - timedelta(hours=1), ["reschedule", "cancel"]),
        (claimed(PlaceState.PENDING, proposal=offer()), DAY_BEFORE, ["accept-proposal", "decline-proposal", "reschedule", "cancel"]),
        (claimed(PlaceState.PENDING, freeze=Freeze(reason="…", since=DAY_BEFORE)), DAY_BEFORE, ["take-over", "reschedule", "cancel"]),
        (claimed(PlaceState.SERVING), TUESDAY_NINE, []),
        (claimed(PlaceState.DONE), TUESDAY_NINE, []),
    ],
)
def test_what_the_citizen_may_do_now(place: Place, at: datetime, actions: list[str]) -> None:
    assert citizen_actions(place, at, RULES) == actions


@pytest.mark.parametrize(
    ("place", "at", "actions"),
    [
        (claimed(PlaceState.PENDING), DAY_BEFORE, ["confirm", "decline", "propose"]),
        (claimed(PlaceState.CONFIRMED), TUESDAY_NINE, ["decline", "propose", "check-in"]),
        (claimed(PlaceState.CONFIRMED), TUESDAY_NINE + timedelta(minutes=39), ["decline", "propose", "check-in"]),
        (claimed(PlaceState.CONFIRMED), TUESDAY_NINE + timedelta(minutes=40), ["decline", "propose", "check-in", "missed"]),
        (claimed(PlaceState.MISSED), TUESDAY_NINE + timedelta(hours=1), ["not-missed"]),
        (claimed(PlaceState.MISSED), TUESDAY_NINE + timedelta(days=1), []),
        (claimed(PlaceState.CHECKED_IN), TUESDAY_NINE, ["call", "forward", "park", "urgent", "undo-check-in"]),
        (claimed(PlaceState.CHECKED_IN, slot=""), TUESDAY_NINE, ["call", "forward", "park", "urgent", "void"]),
        (claimed(PlaceState.CHECKED_IN, parked=True, calls=1), TUESDAY_NINE, ["call", "forward", "park", "urgent", "missed"]),
        (claimed(PlaceState.SERVING, calls=1), TUESDAY_NINE, ["call", "forward", "park", "done", "missed"]),
        (claimed(PlaceState.DONE), TUESDAY_NINE, ["resume"]),
        (claimed(PlaceState.DONE), TUESDAY_NINE + timedelta(days=1), []),
        (claimed(PlaceState.CANCELLED), TUESDAY_NINE, []),
    ],
)
def test_what_staff_may_do_now(place: Place, at: datetime, actions: list[str]) -> None:
    assert desk_actions(place, at, RULES) == actions


def test_both_names_stand_on_what_an_agent_booked() -> None:
    view = citizen_view(claimed(PlaceState.CONFIRMED, grant=ByGrant(id="g", agent="citizen_2", agent_name="李强")), DAY_BEFORE, RULES)
    assert view.acting is not None
    assert (view.acting.principal, view.acting.agent) == ("王芳", "李强")


@pytest.mark.parametrize("note", list(Note))
def test_every_notice_has_a_text_that_names_only_what_it_is_given(note: Note) -> None:
    template = NoticeTemplates.load(CATALOGUE / "notices.yaml").get(note)
    places = Places(None, SetClock(DAY_BEFORE), RULES, None, ITEMS.get, ITEMS.get, None, DAYS)  # type: ignore[arg-type]
    given = set(places.notice_data(claimed(PlaceState.CONFIRMED))) | _EXTRA.get(note, set())
    if note is Note.BLOCKED:
        given = {"missed", "days", "until"}
    if note.value.startswith("waitlist_"):
        given = {"name", "item", "hall"} | _EXTRA[note]
    if note is Note.FROZEN_AGENT:
        given = {"item", "time"}
    texts = [template.title, template.body, template.sms, template.link, *(template.wechat.fields.values() if template.wechat else ())]
    named = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
    assert named <= given | {"at"}
