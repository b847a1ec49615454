"""Who may see a payment slip, take its money in and hand it back: each kind of staff by where the papers were taken in."""

from datetime import datetime
from typing import Any

import pytest

from backend.clock import SHANGHAI
from backend.errors import Forbidden
from backend.permissions import may, require
from models.acts import Act, CitizenActor, Role, StaffActor
from models.cases import Blocks
from models.payments import Bill, BillState

AT = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
HOME, AWAY, THIRD = "990101", "990102", "990103"
R = Role


def bill(**more: Any) -> Bill:
    return Bill(
        _id="bill_1",
        number="99010120261123000001",
        person="citizen_wang",
        person_name="王桂芳",
        case="case_1",
        case_number="1",
        item="idcard-lost",
        item_name="补领居民身份证",
        department="public_security",
        blocks=Blocks.DECISION,
        lines=[],
        state=BillState.OPEN,
        drawn_at=AT,
        due=AT,
        **more,
    )


def staff(role: Role, department: str, region: str | None, town: str | None = None) -> Act:
    """The counters of government services are one-window ones."""
    where = {"department": department, "region": region, "town": town, "one_window": department.endswith("services")}
    return Act(actor=StaffActor(id="staff_1", name="童静", roles=frozenset({role}), **where), at=AT, channel="test")


AT_HOME = bill(region=HOME)
TAKEN_IN_AWAY = bill(region=HOME, window=AWAY)
TAKEN_IN_BY_A_TOWN = bill(region=HOME, window=AWAY, window_town="shuibei")
WHO = {
    "the department's window": staff(R.RECEPTIONIST, "public_security", HOME),
    "the department's reviewer": staff(R.REVIEWER, "public_security", HOME),
    "the district's window": staff(R.RECEPTIONIST, "government_services", HOME),
    "a town's window": staff(R.RECEPTIONIST, "government_services", HOME, "luoxi"),
    "the city's window": staff(R.RECEPTIONIST, "city_services", None),
    "another district's window": staff(R.RECEPTIONIST, "linjiang_services", AWAY),
    "its town's window": staff(R.RECEPTIONIST, "linjiang_services", AWAY, "shuibei"),
    "its other town's window": staff(R.RECEPTIONIST, "linjiang_services", AWAY, "matou"),
    "a third district's window": staff(R.RECEPTIONIST, "third_services", THIRD),
    "another department's own window": staff(R.RECEPTIONIST, "taxation", HOME),
    "another department's reviewer": staff(R.REVIEWER, "taxation", HOME),
    "another district's reviewer": staff(R.REVIEWER, "linjiang_services", AWAY),
    "another district's head": staff(R.CHIEF_REPRESENTATIVE, "linjiang_services", AWAY),
}
ALWAYS = {"the department's window", "the department's reviewer", "the district's window", "a town's window", "the city's window"}
BY_PLACE = [
    (AT_HOME, ALWAYS),
    (TAKEN_IN_AWAY, ALWAYS | {"another district's window"}),
    (TAKEN_IN_BY_A_TOWN, ALWAYS | {"another district's window", "its town's window"}),
]


@pytest.mark.parametrize("action", ["bill.see", "bill.collect"])
@pytest.mark.parametrize(("slip", "theirs"), BY_PLACE, ids=["at home", "taken in elsewhere", "taken in by a town elsewhere"])
def test_whose_counter_it_is(action: str, slip: Bill, theirs: set[str]) -> None:
    assert {name for name, act in WHO.items() if may(action, act, slip)} == theirs


def test_others_are_told_no_and_a_head_of_elsewhere_lets_nobody_off() -> None:
    for action in ("bill.see", "bill.collect", "bill.reduce"):
        with pytest.raises(Forbidden):
            require(action, WHO["another district's head"], TAKEN_IN_AWAY)


def test_the_department_sees_without_taking_money_where_the_role_is_another() -> None:
    supervisor = staff(R.SUPERVISOR, "public_security", HOME)
    assert (may("bill.see", supervisor, AT_HOME), may("bill.collect", supervisor, AT_HOME)) == (True, False)


def test_whoever_owes_it_sees_it_and_nobody_else_does() -> None:
    acts = [Act(actor=CitizenActor(id=id, name="王桂芳", level=2), at=AT, channel="test") for id in ("citizen_wang", "citizen_li")]
    assert [may("bill.see", act, AT_HOME) for act in acts] == [True, False]
    assert [may("bill.collect", act, AT_HOME) for act in acts] == [False, False]
