"""Which cards a history earns, for whom, and when it is looked at next."""

from datetime import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from backend.supervision.rules import earned, next_moment
from models.cases import Case, CaseClock, PauseGround
from models.supervision import Card, CardRule, CardState, Level, Scope, SupervisionRules
from tests.unit.supervision.history import CALENDAR, DAY, GONG, RULES, YAO, at, case, event, returned, step, stopped, watched

QUEUED = case(event("23 09:00", "received", "received"))  # five working days: until the 30th, 17:00
CLAIMED = case(event("23 09:00", "received", "received"), event("23 10:00", "claimed", "received", YAO))


def got(told: Case, now: str, *given: Card) -> list[str]:
    """The cards earned: step, level, rule, to whom."""
    found = earned(watched(told, now), RULES, list(given), DAY)
    return [f"{each.step} {each.rule.level.value} {each.rule.key} {each.holder.name or each.holder.department}" for each in found]


def card(step: str, level: Level, when: str, **more: Any) -> Card:
    fields = {"kind": "cases", "subject": "case_1", "subject_number": "", "title": "", "group": "", "step_name": step, "rule": "r"}
    fields |= {"number": "D1", "name": "", "department": "civil_affairs", "scope": Scope.STEP, "step": step}
    return Card.model_validate({"_id": f"card_{step}_{level.value}", "at": at(when), "level": level} | fields | more)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("26 10:00", []),
        ("27 10:23", []),
        ("27 10:24", ["acceptance reminder step_most_used 姚淑贤"]),  # 70 % of six working days
        ("30 16:59", ["acceptance reminder step_most_used 姚淑贤"]),
        ("30 17:00", ["acceptance yellow step_overdue 姚淑贤"]),
    ],
)
def test_reminder_then_yellow_at_the_due_moment(now: str, expected: list[str]) -> None:
    assert got(CLAIMED, now) == expected


def test_red_a_working_day_later_beside_the_yellow() -> None:
    late = case(event("16 09:00", "received", "received"))
    assert got(late, "24 16:59") == ["acceptance yellow step_overdue civil_affairs"]
    assert got(late, "24 17:00", card("acceptance", Level.YELLOW, "23 17:00")) == ["acceptance red step_long_overdue civil_affairs"]


def test_one_breach_seen_late_is_one_card_and_the_gravest() -> None:
    """After a standstill of the product, a day moved in the calendar: a red card stands for the yellow that was not given in its time."""
    late = case(event("16 09:00", "received", "received"))
    assert got(late, "24 17:00") == ["acceptance red step_long_overdue civil_affairs"]
    red = card("acceptance", Level.RED, "24 17:00")
    assert got(late, "25 10:00", red) == [], "nor afterwards"
    assert got(late, "25 10:00", red.model_copy(update={"state": CardState.WITHDRAWN})) == [], "nor where it was taken back"
    untold = red.model_copy(update={"scope": None, "rule": "deficiency_untold"})
    assert got(late, "24 16:59", untold) == ["acceptance yellow step_overdue civil_affairs"], "a breach of another kind is another"


def test_a_step_that_stands_still_too_long_is_carded_and_the_promise_is_not() -> None:
    clock = CaseClock(accepted_at=at("16 09:00"), stops=[stopped("16 09:00", None, PauseGround.SITE_VISIT, "check")])
    told = case(event("16 08:00", "accepted", "accepted", YAO), steps=[step("check", "16 09:00", limit=3)], clock=clock)
    assert got(told, "18 09:00") == []
    assert next_moment(watched(told, "18 09:00"), RULES, CALENDAR, at("18 09:00")) is not None, "it is looked at again by itself"
    assert got(told, "19 10:00") == ["check reminder step_most_used civil_affairs"]
    assert [each.split(" ")[1] for each in got(told, "20 10:00")] == ["yellow"]
    assert [each.split(" ")[1] for each in got(told, "23 10:00")] == ["red"]


def test_a_card_is_earned_once_withdrawn_or_not() -> None:
    given = card("acceptance", Level.YELLOW, "30 17:00", state=CardState.WITHDRAWN)
    assert got(CLAIMED, "30 17:00", given) == []


def test_yellow_before_the_end_where_nothing_was_done_after_the_reminder() -> None:
    reminder = card("acceptance", Level.REMINDER, "27 10:24")
    assert got(CLAIMED, "30 13:29", reminder) == []
    assert got(CLAIMED, "30 13:30", reminder) == ["acceptance yellow step_nothing_done 姚淑贤"]
    acted = case(*CLAIMED.events[1:], event("30 09:00", "material_passed", "received", YAO))
    assert got(acted, "30 13:30", reminder) == []


def test_a_working_day_left_is_reminded_of_only_where_the_limit_is_longer() -> None:
    clock = CaseClock(accepted_at=at("23 09:00"), promised_due=at("25 17:00"))
    told = case(event("23 09:00", "accepted", "accepted", YAO), steps=[step("decide", "23 09:00", limit=None)], clock=clock)
    assert got(told, "25 09:00") == ["promised reminder promised_one_day_left civil_affairs"]
    hours = case(
        event("23 09:00", "accepted", "accepted", YAO),
        steps=[step("decide", "23 09:00", limit=None)],
        clock=clock.model_copy(update={"promised_due": at("23 11:00")}),
    )
    assert got(hours, "23 09:30") == []


def test_who_used_the_time_up_gets_it_and_not_who_has_it_now() -> None:
    told = case(
        event("16 09:00", "accepted", "accepted", YAO),
        event("16 10:00", "claimed", "accepted", YAO),
        event("20 16:00", "step_completed", "accepted", YAO),
        event("20 16:30", "claimed", "accepted", GONG),
        steps=[step("check", "16 09:00", "20 16:00"), step("decide", "20 16:00")],
        clock=CaseClock(accepted_at=at("16 09:00"), promised_due=at("20 17:00")),
    )
    assert got(told, "20 17:00") == [
        "promised yellow promised_overdue 姚淑贤",
        "check red step_long_overdue 姚淑贤",
    ]


@pytest.mark.parametrize("state", ["correction", "returned"])
def test_nothing_is_given_while_the_citizen_is_waited_for(state: str) -> None:
    events = (*CLAIMED.events[1:], event("30 16:00", "correction_requested", state, YAO))
    told = case(*events, returns=[returned("30 16:00")])
    assert got(told, "30 18:00") == []
    assert next_moment(watched(told, "30 18:00"), RULES, CALENDAR, at("30 18:00")) is None


def test_a_late_return_is_carded_when_the_case_is_back() -> None:
    events = (*CLAIMED.events[1:], event("24 09:00", "correction_requested", "correction", GONG))
    slip = returned("24 09:00", against=YAO)
    waiting = case(*events, returns=[slip])
    assert got(waiting, "30 17:00") == []
    back = case(*events, event("30 17:00", "resubmitted", "received"), returns=[slip])
    assert got(back, "30 17:01") == [
        "acceptance yellow step_overdue 姚淑贤",
        "〔2026〕补24 09:00 red late_return 姚淑贤",
    ]


def _stopped_again_and_again(*stops: tuple[str, str]) -> Case:
    """A case somebody stopped by hand from one moment to another, each time for a site visit."""
    events = [each for start, end in stops for each in (event(start, "paused", "paused", YAO), event(end, "resumed", "accepted", YAO))]
    clock = CaseClock(accepted_at=at("23 09:00"), stops=[stopped(start, end, PauseGround.SITE_VISIT) for start, end in stops])
    return case(event("23 09:00", "accepted", "accepted", GONG), *events, steps=[step("decide", "23 09:00", limit=5)], clock=clock)


def test_short_stops_again_and_again_are_carded_to_whoever_made_them() -> None:
    twice = [("23 10:00", "23 10:01"), ("23 11:00", "23 11:59")]
    assert got(_stopped_again_and_again(*twice), "23 16:00") == []
    third = _stopped_again_and_again(*twice, ("23 16:59", "24 09:01"))
    assert got(third, "24 10:00") == ["short_stops reminder short_stops 姚淑贤"]
    assert got(_stopped_again_and_again(*twice, ("23 13:00", "23 14:00")), "23 16:00") == [], "an hour is no short one"
    given = card("short_stops", Level.REMINDER, "24 09:01")
    assert got(third, "24 10:00", given) == []


def test_short_stops_of_steps_and_of_what_follows_by_itself_are_nobodys_doing() -> None:
    told = _stopped_again_and_again(("23 10:00", "23 10:01"), ("23 11:00", "23 11:30"), ("23 13:00", "23 13:05"))
    told.clock.stops[0] = told.clock.stops[0].model_copy(update={"step": "visit"})
    assert got(told, "23 16:00") == []
    told.clock.stops[0] = stopped("23 10:00", "23 10:01", PauseGround.CORRECTION)
    assert got(told, "23 16:00") == []


def test_a_stop_of_the_promise_leaves_only_the_statutory_limit_to_be_watched() -> None:
    clock = CaseClock(accepted_at=at("23 09:00"), statutory_due=at("25 17:00"), stops=[stopped("23 10:00", None, PauseGround.SITE_VISIT)])
    told = case(
        event("23 09:00", "accepted", "accepted", YAO),
        event("23 10:00", "paused", "paused", YAO),
        steps=[step("decide", "23 09:00")],
        clock=clock,
    )
    assert got(told, "25 16:59") == []
    assert got(told, "25 17:00") == ["statutory red statutory_overdue civil_affairs"]
    assert next_moment(watched(told, "24 09:00"), RULES, CALENDAR, at("24 09:00")) == at("25 17:00")
    lawful = clock.model_copy(update={"stops": [stopped("23 10:00", None, PauseGround.HEARING)], "statutory_due": None})
    assert got(told.model_copy(update={"clock": lawful}), "27 17:00") == []


def test_two_yellows_of_one_case_are_a_red_for_who_got_the_last() -> None:
    yellows = [card("check", Level.YELLOW, "24 09:00"), card("decide", Level.YELLOW, "25 09:00", given_to=GONG)]
    assert got(QUEUED, "25 10:00", *yellows) == ["* red two_yellows 龚晓东"]
    assert got(QUEUED, "25 10:00", yellows[0].model_copy(update={"state": CardState.WITHDRAWN}), yellows[1]) == []
    whole = card("promised", Level.YELLOW, "25 09:00", scope=Scope.PROMISED)
    assert got(QUEUED, "25 10:00", yellows[0], whole) == [], "the whole's limit is no second step"


def test_what_is_over_is_carded_for_what_happened_and_not_reminded_of() -> None:
    told = case(*CLAIMED.events[1:], event("30 17:30", "not_accepted", "not_accepted", YAO))
    assert got(told, "30 18:00") == ["acceptance yellow step_overdue 姚淑贤"]
    soon = case(*CLAIMED.events[1:], event("30 16:00", "not_accepted", "not_accepted", YAO))
    assert got(soon, "30 18:00") == []


@pytest.mark.parametrize(
    ("now", "moment"),
    [("23 10:00", "27 10:24"), ("27 10:24", "27 17:00"), ("27 17:00", "30 13:30"), ("30 13:30", "30 17:00")],
)
def test_the_next_look_is_when_the_next_rule_holds(now: str, moment: str) -> None:
    assert next_moment(watched(CLAIMED, now), RULES, CALENDAR, at(now)) == at(moment)


def test_after_the_last_rule_there_is_nothing_to_look_for() -> None:
    far = datetime(2026, 12, 31, 12, tzinfo=at("23").tzinfo)
    assert next_moment(watched(CLAIMED, "30 17:00"), RULES, CALENDAR, far) is not None
    assert next_moment(watched(case(event("02 09:30", "received", "received")), "30 17:00"), RULES, CALENDAR, at("30 17:00")) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"share": 0.7},
        {"share": 0.7, "left_days": 1, "scope": "step"},
        {"breach": "late_return", "scope": "step"},
        {"share": 1.2, "scope": "step"},
    ],
)
def test_a_rule_has_one_trigger(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        CardRule.model_validate({"key": "a_rule", "name": "规则", "level": "red", **wrong})


def test_two_rules_do_not_share_a_key() -> None:
    rule = {"key": "a_rule", "name": "规则", "level": "red", "breach": "late_return"}
    numbers = {"hand_out": {"n": 1}, "short_stops": {"count": 3, "minutes": 60}, "appeal_days": 2, "points": {}}
    whole = numbers | {"villages": "government_services", "rules": [rule, rule]}
    with pytest.raises(ValidationError, match="two rules"):
        SupervisionRules.model_validate(whole)
