"""After acceptance a correction changes what it was asked to change."""

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import JsonValue

from backend.cases.closed_answers import closed_answers
from backend.catalogue import Catalogue
from backend.clock import SHANGHAI
from models.cases import Case, CaseState, Defect, ReasonClass, Return, ReturnKind, Snapshot, Somebody

AT = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
BY = Somebody(id="staff_1", name="罗小禾", department="housing")
BEFORE: dict[str, JsonValue] = {
    "house_address": "青石大街1号",
    "rent": 1000,
    "lease_from": "2026-12-01",
    "lease_to": "2027-11-30",
    "phone": "1",
}


def _asked(*keys: str, state: CaseState = CaseState.CORRECTION_AFTER_ACCEPTANCE) -> Case:
    defects = [Defect(target=f"form/{key}", name=key, reason=ReasonClass.WRONG_ANSWER, advice="请改") for key in keys]
    slip = Return(number="n", kind=ReturnKind.AFTER_ACCEPTANCE, at=AT, by=BY, submission=1, defects=defects)
    given: dict[str, Any] = {
        "person": "p",
        "person_name": "李强",
        "item": "lease-filing",
        "item_name": "租赁",
        "item_version": "v",
        "department": "housing",
    }
    given |= {"created_at": AT, "updated_at": AT}
    return Case(_id="case_1", state=state, returns=[slip], snapshots=[Snapshot(form=BEFORE, materials={})], **given)


def _closed(catalogue: Catalogue, case: Case, **changes: JsonValue) -> list[str]:
    version = catalogue.version("lease-filing", date(2026, 11, 23))
    faults = closed_answers(case, version, sorted(changes), {**BEFORE, **changes}, date(2026, 11, 23))
    assert all("请改回原来的内容" in each.detail for each in faults)
    return [each.pointer for each in faults]


@pytest.mark.parametrize(
    ("changes", "closed"),
    [
        ({"rent": 900}, []),
        ({"rent": 900, "phone": "2"}, []),
        ({"rent": 900, "house_address": "别处"}, ["/form/house_address"]),
        ({"lease_to": "2028-11-30"}, ["/form/lease_to"]),
    ],
)
def test_only_what_was_asked(catalogue: Catalogue, changes: dict[str, JsonValue], closed: list[str]) -> None:
    assert _closed(catalogue, _asked("rent"), **changes) == closed


def test_what_a_rule_binds_to_it_may_follow(catalogue: Catalogue) -> None:
    assert _closed(catalogue, _asked("lease_from"), lease_from="2027-01-01", lease_to="2027-12-31") == []


def test_before_acceptance_everything_is_open(catalogue: Catalogue) -> None:
    assert _closed(catalogue, _asked("rent", state=CaseState.CORRECTION), house_address="别处") == []
