"""Staff of towns and villages: a case is theirs by a step of their own town, never by department."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from backend.clock import SHANGHAI
from backend.permissions import may
from models.acts import Act, Role, StaffActor
from models.catalogue import HandleArea, StepLevel

STEP = SimpleNamespace(department="civil_affairs", role=Role.VILLAGE_OFFICER, level=StepLevel.VILLAGE)
DISTRICT = SimpleNamespace(department="government_services", role=Role.REVIEWER, level=StepLevel.DISTRICT)


def case(*steps: SimpleNamespace, state: str = "accepted", town: str | None = "luoxi", **more: object) -> SimpleNamespace:
    fields = {
        "department": "government_services",
        "formerly": None,
        "region": "990101",
        "received_town": "luoxi",
        "received_by": None,
        "accepted_by": None,
        "awaits_statement": False,
    }
    other = {
        "intake": None,
        "handle_area": next(each for each in HandleArea if not each.crosses_districts),
        "reviewer": None,
        "recused": [],
    }
    return SimpleNamespace(
        **{**fields, **other, "steps": list(steps), "state": state, "town": town, "item": "biz-start", "handed_in": True, **more}
    )


def act(*roles: Role, town: str | None = "luoxi") -> Act:
    actor = StaffActor(id="staff_v", name="柳芳", roles=frozenset(roles), department="government_services", town=town, region="990101")
    return Act(actor=actor, at=datetime(2026, 11, 23, 10, tzinfo=SHANGHAI), channel="test")


def both(who: Act, subject: SimpleNamespace) -> tuple[bool, bool]:
    return may("case.see", who, subject), may("case.read_form", who, subject)


@pytest.mark.parametrize("state", ["submitted", "received", "accepted", "granted", "closed"])
def test_the_department_alone_shows_a_village_officer_nothing(state: str) -> None:
    for subject in (case(state=state), case(DISTRICT, state=state), case(state=state, formerly="government_services")):
        assert both(act(Role.VILLAGE_OFFICER), subject) == (False, False)


def test_a_step_of_their_own_town_does() -> None:
    assert both(act(Role.VILLAGE_OFFICER), case(STEP)) == (True, True)
    assert both(act(Role.VILLAGE_OFFICER, town="qingshi"), case(STEP)) == (False, False)
    assert both(act(Role.REVIEWER), case(STEP)) == (False, False), "somebody else's step"


def test_a_town_reviewer_looks_before_acceptance_and_at_what_they_have_in_hand() -> None:
    assert both(act(Role.REVIEWER), case(state="submitted")) == (True, True)
    assert both(act(Role.REVIEWER, town="qingshi"), case(state="submitted")) == (False, False)
    assert both(act(Role.REVIEWER), case(DISTRICT)) == (False, False)
    assert both(act(Role.REVIEWER), case(DISTRICT, reviewer=SimpleNamespace(id="staff_v"))) == (True, True)


def test_the_district_sees_by_department() -> None:
    assert both(act(Role.REVIEWER, town=None), case(DISTRICT)) == (True, True)
