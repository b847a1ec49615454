"""Who had a case when, and what that used of which limit."""

from typing import Any

import pytest

from models.base import Event
from models.cases import Blocks, Case, CaseClock, Obligation, ObligationKind, PartStanding, PartStatus, PauseGround, Somebody
from models.catalogue import Span, StepLevel, TimeUnit
from models.supervision import Holder, Scope
from tests.unit.supervision.history import DAY, GONG, YAO, at, case, event, lines, returned, step, stopped, used, watched


def obligation(since: str, met: str | None = None, *, who: str | None = None, blocks: Blocks = Blocks.DECISION, **more: str) -> Obligation:
    moments = {name: at(value) for name, value in more.items()}
    return Obligation(
        id="o",
        kind=ObligationKind.CONFIRMATION,
        key="k",
        name="医院确认",
        who=who,
        blocks=blocks,
        since=at(since),
        met_at=at(met) if met else None,
        **moments,  # pyright: ignore[reportArgumentType]
    )


def test_from_the_queue_to_the_hand_that_took_it() -> None:
    told = case(event("23 09:00", "received", "received"), event("24 09:00", "claimed", "received", YAO))
    assert lines(watched(told, "24 11:00")) == [
        "acceptance office civil_affairs 23 09:00-24 09:00",
        "acceptance office 姚淑贤 24 09:00-",
    ]
    budget = watched(told, "24 11:00").budgets[0]
    assert [(use.holder.name, use.minutes) for use in budget.uses] == [("", DAY), ("姚淑贤", 120)]
    assert (budget.used, budget.due, budget.running) == (DAY + 120, at("30 17:00"), True)


def test_a_draft_is_nobodys_time() -> None:
    assert watched(case(), "24 11:00").segments == ()


def test_who_puts_it_back_no_longer_has_it() -> None:
    told = case(
        event("23 09:00", "received", "received"),
        event("23 10:00", "claimed", "received", YAO),
        event("23 11:00", "released", "received", YAO),
    )
    assert lines(watched(told, "24 11:00"))[-1] == "acceptance office civil_affairs 23 11:00-"


def test_a_claim_ends_with_its_shift_however_late_the_worker_comes_to_it() -> None:
    until = at("24 17:00")
    claimed = [event("23 09:00", "received", "received"), event("24 09:00", "claimed", "received", YAO)]
    lapsed = [event("27 09:00", "claim_lapsed", "received", until=until.isoformat()), event("27 09:00", "claimed", "received", GONG)]
    ended = [
        "acceptance office 姚淑贤 24 09:00-24 17:00",
        "acceptance office civil_affairs 24 17:00-27 09:00",
        "acceptance office 龚晓东 27 09:00-",
    ]
    assert lines(watched(case(*claimed, *lapsed), "27 11:00"))[1:] == ended
    held = case(*claimed, reviewer=YAO, claimed_until=until)
    assert lines(watched(held, "24 16:59"))[-1] == "acceptance office 姚淑贤 24 09:00-"
    assert lines(watched(held, "27 11:00"))[-1] == "acceptance office civil_affairs 24 17:00-", "not yet written down"
    assert {use.holder.name: use.minutes for use in watched(held, "27 11:00").budgets[0].uses}["姚淑贤"] == DAY


def test_who_receives_at_the_counter_has_it_in_hand() -> None:
    told = case(event("23 09:00", "pre_approved", "pre_approved", YAO), event("24 09:00", "received", "received", GONG))
    assert lines(watched(told, "24 11:00")) == ["filing citizen - 23 09:00-24 09:00", "acceptance office 龚晓东 24 09:00-"]


def test_mending_is_the_citizens_time_and_acceptance_begins_anew() -> None:
    told = case(
        event("23 09:00", "received", "received"),
        event("24 09:00", "correction_requested", "correction", YAO),
        event("26 09:00", "resubmitted", "received"),
        returns=[returned("24 09:00", answered="26 09:00")],
    )
    subject = watched(told, "26 12:00")
    assert [line.split(" ")[:2] for line in lines(subject)] == [
        ["acceptance", "office"],
        ["acceptance", "citizen"],
        ["acceptance.2", "office"],
    ]
    assert used(subject)["acceptance"] == (DAY, 6 * DAY)
    assert used(subject)["acceptance.2"] == (180, 6 * DAY)


def test_a_late_return_stops_nothing_and_counts_against_who_missed_it() -> None:
    told = case(
        event("23 09:00", "received", "received"),
        event("24 09:00", "correction_requested", "correction", GONG),
        event("26 09:00", "resubmitted", "received"),
        returns=[returned("24 09:00", answered="26 09:00", against=YAO)],
    )
    subject = watched(told, "26 12:00")
    assert lines(subject)[1] == "acceptance late_return 姚淑贤 24 09:00-26 09:00"
    assert used(subject) == {"acceptance": (3 * DAY + 180, 6 * DAY)}
    assert subject.budgets[0].uses[0].holder.name == "姚淑贤"
    assert [(each.key, each.holder.name) for each in subject.breaches] == [("late_return", "姚淑贤")]


ACCEPTED = (event("23 09:00", "accepted", "accepted", YAO),)
CLOCK = CaseClock(accepted_at=at("23 09:00"), promised_due=at("27 17:00"), statutory_due=at("30 17:00"))


def test_a_step_done_anew_has_a_share_of_its_own_and_blames_nobody_for_the_time_between() -> None:
    mended = event("24 15:00", "resubmitted", "accepted")
    mended = mended.model_copy(update={"detail": {**mended.detail, "turn": "check", "again": ["check", "decide"]}})
    done = event("25 10:00", "step_completed", "accepted", YAO)
    told = case(
        *ACCEPTED,
        event("24 09:00", "step_completed", "accepted", YAO),
        event("24 11:00", "correction_requested", "correction_after_acceptance", GONG),
        mended,
        done,
        steps=[step("check", "24 15:00", "25 10:00"), step("decide", "25 10:00")],
        returns=[returned("24 11:00", answered="24 15:00")],
        clock=CLOCK,
    )
    assert [each for each in lines(watched(told, "25 11:00")) if "citizen" not in each] == [
        "check office civil_affairs 23 09:00-24 09:00",
        "decide office civil_affairs 24 09:00-24 11:00",
        "check.2 office civil_affairs 24 15:00-25 10:00",
        "decide.2 office civil_affairs 25 10:00-",
    ]


def test_each_step_has_its_own_share() -> None:
    told = case(
        *ACCEPTED,
        event("24 09:00", "step_completed", "accepted", YAO),
        event("24 13:00", "claimed", "accepted", GONG),
        steps=[step("check", "23 09:00", "24 09:00"), step("decide", "24 09:00")],
        clock=CLOCK,
    )
    subject = watched(told, "24 15:00")
    assert lines(subject) == [
        "check office civil_affairs 23 09:00-24 09:00",
        "decide office civil_affairs 24 09:00-24 13:00",
        "decide office 龚晓东 24 13:00-",
    ]
    assert used(subject) == {
        "check": (DAY, 2 * DAY),
        "decide": (180 + 120, 2 * DAY),
        "promised": (DAY + 300, 5 * DAY),
        "statutory": (DAY + 300, 6 * DAY),
    }


@pytest.mark.parametrize(
    ("ground", "side", "statutory"),
    [(PauseGround.APPRAISAL, "lawful_stop", 180), (PauseGround.SITE_VISIT, "other_stop", 180 + 2 * DAY)],
)
def test_what_stops_only_the_promise_still_uses_the_statutory_limit(ground: PauseGround, side: str, statutory: int) -> None:
    clock = CLOCK.model_copy(update={"stops": [stopped("23 11:00", "25 11:00", ground)]})
    told = case(
        *ACCEPTED,
        event("23 11:00", "paused", "paused", YAO),
        event("25 11:00", "resumed", "accepted", YAO),
        steps=[step("check", "23 09:00", limit=3)],
        clock=clock,
    )
    subject = watched(told, "25 12:00")
    assert [line.split(" ")[1] for line in lines(subject)] == ["office", side, "office"]
    assert used(subject)["check"][0] == used(subject)["promised"][0] == 180
    assert used(subject)["statutory"][0] == statutory


def test_a_stop_that_goes_on_has_no_due_date_and_nothing_runs() -> None:
    clock = CLOCK.model_copy(update={"stops": [stopped("23 11:00", None, PauseGround.HEARING)], "promised_due": None})
    told = case(*ACCEPTED, event("23 11:00", "paused", "paused", YAO), steps=[step("check", "23 09:00")], clock=clock)
    subject = watched(told, "27 12:00")
    assert subject.now_with is not None
    assert subject.now_with.side.value == "lawful_stop"
    assert [(each.due, each.running) for each in subject.budgets if each.scope is Scope.STEP] == [(None, False)]


@pytest.mark.parametrize("ground", [PauseGround.SITE_VISIT, PauseGround.APPRAISAL, PauseGround.COUNTERPART])
def test_a_step_that_stops_the_clocks_uses_its_own_limit_and_no_other(ground: PauseGround) -> None:
    clock = CLOCK.model_copy(update={"stops": [stopped("23 09:00", None, ground, "check")], "promised_due": None})
    told = case(*ACCEPTED, event("23 14:00", "claimed", "accepted", GONG), steps=[step("check", "23 09:00", limit=3)], clock=clock)
    subject = watched(told, "25 09:00")
    assert [line.split(" ")[2] for line in lines(subject)] == ["civil_affairs", "龚晓东"]
    (own,) = [each for each in subject.budgets if each.scope is Scope.STEP]
    assert (own.used, own.limit, own.due, own.running) == (2 * DAY, 4 * DAY, at("26 17:00"), True)
    assert own.uses[0].holder.name == "龚晓东"
    promised = [each.used for each in subject.budgets if each.scope is Scope.PROMISED]
    assert promised in ([], [0]), "what is promised to the applicant stands still"


@pytest.mark.parametrize(
    ("ground", "side", "statutory"),
    [(PauseGround.TESTING, "lawful_stop", 420 + 120), (PauseGround.SITE_VISIT, "other_stop", 3 * DAY + 120)],
)
def test_a_stop_by_hand_within_a_step_that_is_a_stop_itself_counts_against_nobody(ground: PauseGround, side: str, statutory: int) -> None:
    """Nobody may do the step meanwhile: neither its own limit runs, nor, where the law stopped the clock, the statutory one."""
    stops = [stopped("23 09:00", None, PauseGround.SITE_VISIT, "check"), stopped("23 11:00", "25 11:00", ground)]
    told = case(
        *ACCEPTED,
        event("23 11:00", "paused", "paused", YAO),
        event("25 11:00", "resumed", "accepted", YAO),
        steps=[step("check", "23 09:00", limit=3)],
        clock=CLOCK.model_copy(update={"stops": stops, "promised_due": None}),
    )
    subject = watched(told, "26 11:00")
    assert [(each.side.value, each.own) for each in subject.segments] == [("other_stop", True), (side, False), ("other_stop", True)]
    assert used(subject)["statutory"][0] == statutory
    (own,) = [each for each in subject.budgets if each.scope is Scope.STEP]
    assert (own.used, own.due) == (420 + 120, at("30 17:00")), "two days later"


def test_a_stopped_step_without_a_limit_and_a_day_the_applicant_chose_time_nobody() -> None:
    for ground, limit in ((PauseGround.SITE_VISIT, None), (PauseGround.CHOSEN_DAY, 3)):
        clock = CLOCK.model_copy(update={"stops": [stopped("23 09:00", None, ground, "check")], "promised_due": None})
        told = case(*ACCEPTED, steps=[step("check", "23 09:00", limit=limit)], clock=clock)
        own = [each for each in watched(told, "25 09:00").budgets if each.scope is Scope.STEP]
        assert [(each.used, each.running) for each in own] == [(0, False)]


def test_what_a_village_leaves_lying_is_not_its_departments_time() -> None:
    steps = [step("check", "23 09:00", level=StepLevel.VILLAGE), step("decide")]
    waiting = case(*ACCEPTED, steps=steps, clock=CLOCK)
    assert lines(watched(waiting, "25 09:00")) == ["check office government_services 23 09:00-"]
    assert "government_services" in watched(waiting, "25 09:00").departments, "whose head may see it"
    villager = Somebody(id="staff_v", name="柳芳", department="government_services")
    done = [event("24 09:00", "claimed", "accepted", villager), event("25 09:00", "step_completed", "accepted", villager)]
    told = case(*ACCEPTED, *done, steps=[step("check", "23 09:00", "25 09:00", level=StepLevel.VILLAGE), step("decide")], clock=CLOCK)
    assert [line.split(" ")[2] for line in lines(watched(told, "26 09:00"))] == ["government_services", "柳芳", "civil_affairs"]


@pytest.mark.parametrize(("who", "side"), [(None, "citizen"), ("citizen_1", "citizen"), ("hospital_1", "counterpart")])
def test_what_others_owe_is_not_the_offices_time(who: str | None, side: str) -> None:
    told = case(*ACCEPTED, steps=[step("decide", "23 09:00")], clock=CLOCK, obligations=[obligation("23 11:00", "25 11:00", who=who)])
    subject = watched(told, "25 12:00")
    assert lines(subject)[1] == f"decide {side} - 23 11:00-25 11:00"
    assert used(subject)["decide"][0] == 180


def test_what_others_owe_counts_only_where_it_stands_in_the_way() -> None:
    steps = [step("check", "23 09:00"), step("decide")]
    for blocks in (Blocks.DECISION, Blocks.HAND_OUT):
        told = case(*ACCEPTED, steps=steps, obligations=[obligation("23 11:00", blocks=blocks)])
        assert lines(watched(told, "25 12:00")) == ["check office civil_affairs 23 09:00-"], "the check goes on meanwhile"


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (ObligationKind.DEBT, "decide office civil_affairs 24 11:00-"),
        (ObligationKind.SIGNATURE, "decide citizen - 23 11:00-"),
        (ObligationKind.CONFIRMATION, "decide citizen - 23 11:00-"),
    ],
)
def test_an_overdue_debt_is_the_offices_turn_and_an_overdue_word_is_waited_for(kind: ObligationKind, line: str) -> None:
    owed = obligation("23 11:00", due="24 11:00", lapsed_at="24 11:01").model_copy(update={"kind": kind})
    told = case(*ACCEPTED, steps=[step("decide", "23 09:00")], obligations=[owed])
    assert lines(watched(told, "25 12:00"))[-1] == line


def test_what_came_in_is_the_offices_time_until_it_is_looked_at() -> None:
    owed = obligation("23 11:00", due="27 11:00", blocks=Blocks.DECISION).model_copy(
        update={"kind": ObligationKind.DEBT, "id": "debt_1", "key": "map", "handed_at": at("26 11:00")}
    )
    acts = (
        event("24 11:00", "debt_handed_in", materials=["other"]),
        event("24 12:00", "debt_handed_in", materials=["map"]),
        event("25 09:00", "debt_handed_in", materials=["map"]),
        event("25 11:00", "debt_examined", by=YAO, debt="debt_1", passed=False),
        event("26 11:00", "debt_handed_in", materials=["map"]),
    )
    told = case(*ACCEPTED, *acts, steps=[step("decide", "23 09:00")], clock=CLOCK, obligations=[owed])
    assert lines(watched(told, "27 12:00"))[1:] == [
        "decide citizen - 23 11:00-24 12:00",
        "decide office civil_affairs 24 12:00-25 11:00",
        "decide citizen - 25 11:00-26 11:00",
        "decide office civil_affairs 26 11:00-",
    ]


def test_frozen_is_the_citizens_time_until_they_decide() -> None:
    told = case(
        event("23 09:00", "submitted", "submitted"),
        event("23 10:00", "frozen"),
        event("24 09:00", "taken_over", "submitted"),
    )
    assert [line.split(" ")[1] for line in lines(watched(told, "24 10:00"))] == ["office", "citizen", "office"]


def test_a_pre_review_that_comes_back_is_looked_at_anew() -> None:
    told = case(
        event("23 09:00", "submitted", "submitted"),
        event("23 11:00", "returned", "returned", YAO),
        event("24 09:00", "resubmitted", "submitted"),
        returns=[returned("23 11:00", answered="24 09:00")],
    )
    subject = watched(told, "24 10:00")
    assert used(subject) == {"pre_review": (120, 2 * DAY), "pre_review.2": (60, 2 * DAY)}
    assert [each.name for each in subject.budgets] == ["预审", "预审（第2次）"]


def test_a_certificate_handed_to_a_person_is_accepted_from_the_first() -> None:
    told = case(event("23 09:00", "handed_over"), steps=[step("decide", "23 09:00")], clock=CLOCK, handed_over=True)
    assert lines(watched(told, "23 10:00")) == ["decide office civil_affairs 23 09:00-"]
    issued = case(event("23 09:00", "issued"), handed_over=True)
    assert watched(issued, "23 10:00").segments == ()


def test_the_whole_ends_with_the_decision_and_handing_out_is_counted_for_licences() -> None:
    events = (*ACCEPTED, event("24 09:00", "granted", "granted", GONG), event("27 09:00", "closed", "closed", YAO))
    told = case(*events, steps=[step("decide", "23 09:00", "24 09:00")], clock=CLOCK, decided="24 09:00", is_licence=True)
    subject = watched(told, "28 12:00")
    assert lines(subject)[-1] == "hand_out office civil_affairs 24 09:00-27 09:00"
    assert used(subject)["promised"][0] == DAY
    assert used(subject)["hand_out"] == (3 * DAY, 11 * DAY)
    assert subject.now_with is None


HANDED = (*ACCEPTED, event("24 09:00", "granted", "granted", GONG))


def decided(*events: Event, **more: Any) -> Case:
    return case(*HANDED, *events, steps=[step("decide", "23 09:00", "24 09:00")], clock=CLOCK, decided="24 09:00", **more)


def test_handing_out_has_the_limit_of_the_item_else_the_districts() -> None:
    assert used(watched(decided(), "24 12:00"))["hand_out"][1] == 11 * DAY
    own = watched(decided(hand_out=Span(n=1, unit=TimeUnit.HOUR)), "24 12:00")
    assert used(own)["hand_out"] == (180, 60)
    assert own.budgets[1].is_over


def test_a_parts_result_goes_out_with_the_bundles() -> None:
    assert used(watched(decided(bundle="case_whole"), "24 12:00"))["hand_out"] == (180, None)


def test_while_a_result_waits_at_the_counter_or_is_on_its_way_it_is_nobodys_time() -> None:
    waits = event("24 10:00", "delivery_opened", delivery="d", method="counter")
    back = event("25 09:00", "delivery_moved", delivery="d", method=None)
    sent = event("25 10:00", "delivery_opened", delivery="e", method="post")
    told = decided(waits, back, sent)
    assert lines(watched(told, "26 09:00"))[-4:] == [
        "hand_out office civil_affairs 24 09:00-24 10:00",
        "hand_out citizen - 24 10:00-25 09:00",
        "hand_out office civil_affairs 25 09:00-25 10:00",
        "hand_out counterpart - 25 10:00-",
    ]


def test_deemed_accepted_counts_from_receipt_and_is_a_breach_of_who_had_it() -> None:
    told = case(
        event("20 09:00", "received", "received"),
        event("20 10:00", "claimed", "received", YAO),
        event("27 17:00", "deemed_accepted", "accepted"),
        steps=[step("decide", "27 17:00")],
        clock=CLOCK.model_copy(update={"accepted_at": at("20 09:00")}),
    )
    subject = watched(told, "27 18:00")
    assert used(subject)["promised"][0] == 6 * DAY
    assert [(each.key, each.holder) for each in subject.breaches] == [
        ("deficiency_untold", Holder(department="civil_affairs", person="staff_yao", name="姚淑贤"))
    ]


def test_the_parts_of_a_bundle_have_limits_of_their_own() -> None:
    standing = PartStanding(key="tax", name="税务", department="taxation", status=PartStatus.UNDER_WAY)
    told = case(*ACCEPTED, clock=CLOCK, parts=[standing])
    assert {each.scope for each in watched(told, "27 12:00").budgets} == {Scope.STEP}


def test_a_part_without_a_statutory_limit_of_its_own_uses_up_what_is_left_of_its_bundles() -> None:
    whole = CaseClock(accepted_at=at("16 09:00"), statutory_due=at("24 17:00"))
    share = CaseClock(accepted_at=at("23 09:00"), promised_due=at("27 17:00"))
    told = case(*ACCEPTED, clock=share, steps=[step("decide", "23 09:00")])
    assert used(watched(told, "25 10:00", whole))["statutory"] == (2 * DAY + 60, 2 * DAY), "its own two days, not its bundle's seven"
    own = share.model_copy(update={"statutory_due": at("25 17:00")})
    assert used(watched(told.model_copy(update={"clock": own}), "25 10:00", whole))["statutory"] == (2 * DAY + 60, 3 * DAY)
    late = whole.model_copy(update={"statutory_due": at("20 17:00")})
    assert "statutory" not in used(watched(told, "25 10:00", late)), "what it got too late it did not use up"
