"""Who of the demo district's staff reads a case, its answers in the clear and its files: every post × items × how far the case is."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from backend.catalogue import Catalogue
from backend.clock import SHANGHAI
from backend.demo import DemoDistrict
from backend.permissions import may
from models.acts import Act, StaffActor
from models.cases import Blocks, Case, CaseState, Obligation, ObligationKind, Somebody, StepRecord, Submission
from models.demo import DemoStaff
from tests.unit.catalogue.conftest import CATALOGUE

AT = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
NICHEN = Somebody(id="staff-45", name="倪晨", department="government_services")
CENTER, TOWNS = {"林晓燕", "郑凯"}, {"常秀英", "倪晨"}
LOOKERS = {"严正", "尚清源", "崔明察"}  # supervision and audit
FEDERATION, HOSPITAL = {"江海燕", "明雪"}, {"施文涛", "卓雅", "商秋水"}
HOUSING, HEALTH = {"白云飞", "何木春", "罗小禾"}, {"万晓慧", "段志强", "侯佩玲"}


def who(names: Catalogue, staff: DemoStaff) -> Act:
    region, one_window = names.vocabulary.region_of(staff.department), names.vocabulary.is_one_window(staff.department)
    given: dict[str, Any] = {"id": staff.id, "name": staff.name, "roles": staff.roles, "department": staff.department, "town": staff.town}
    return Act(StaffActor(**given, hall=staff.hall, region=region, one_window=one_window), AT, channel="test")


def case(catalogue: Catalogue, item: str, state: CaseState, **more: Any) -> Case:
    """A case of somebody of 罗溪, taken in there once it has been accepted."""
    version = catalogue.item(item).versions[-1]
    accepted = state not in (CaseState.RECEIVED, CaseState.PRE_APPROVED)
    steps = [
        StepRecord(key=each.key, name=each.name, role=each.role, department=each.department or version.department, level=each.level)
        for each in version.deciding_steps
        if accepted and each.role is not None
    ]
    taken = {"received_by": NICHEN, "accepted_by": NICHEN, "received_town": "luoxi"} if accepted else {}
    about: dict[str, Any] = {"person": "citizen_1", "person_name": "蔡明远", "item": item, "item_name": version.name, "town": "luoxi"}
    about |= {"item_version": version.id, "department": version.department, "region": "990101", "created_at": AT, "updated_at": AT}
    handed = Submission(number=1, mode="formal", at=AT, by=Somebody(id="citizen_1", name="蔡明远"))
    return Case(_id="case_1", state=state, steps=steps, submissions=[handed], **about, **taken, **more)


@pytest.fixture(scope="module")
def acts(catalogue: Catalogue) -> list[Act]:
    return [who(catalogue, each) for each in DemoDistrict(CATALOGUE / "demo").staff]


S = CaseState
TABLE: list[tuple[str, CaseState, set[str], set[str]]] = [
    # item, state, who reads it in the clear with its files, who else sees it masked and without files
    ("disability-cert", S.RECEIVED, FEDERATION | {"区志文"} | CENTER | TOWNS, LOOKERS),
    ("disability-cert", S.ACCEPTED, FEDERATION | HOSPITAL | {"区志文"}, {"倪晨"} | CENTER | LOOKERS),
    ("disability-cert", S.GRANTED, FEDERATION, {"倪晨"} | CENTER | LOOKERS),
    ("disability-cert", S.CLOSED, FEDERATION, LOOKERS),
    ("lease-filing", S.RECEIVED, HOUSING | CENTER | TOWNS, LOOKERS),
    ("lease-filing", S.ACCEPTED, HOUSING | {"卢燕平"}, {"倪晨"} | CENTER | LOOKERS),
    ("lease-filing", S.GRANTED, HOUSING, {"倪晨"} | CENTER | LOOKERS),
    ("lease-filing", S.CLOSED, HOUSING, LOOKERS),
    ("doctor-reg", S.RECEIVED, HEALTH | {"骆春梅"} | CENTER | TOWNS, LOOKERS),
    ("doctor-reg", S.CLOSED, HEALTH, LOOKERS),
]


@pytest.mark.parametrize(("item", "state", "clear", "masked"), TABLE, ids=lambda value: str(value) if isinstance(value, str) else "")
def test_who_reads_what(catalogue: Catalogue, acts: list[Act], item: str, state: CaseState, clear: set[str], masked: set[str]) -> None:
    subject = case(catalogue, item, state)
    assert set(allowed("case.see", acts, subject)) == clear | masked
    assert set(allowed("case.read_form", acts, subject)) == clear
    assert set(allowed("case.read_files", acts, subject)) == clear


def test_what_somebody_else_has_in_hand_a_counter_sees_masked(catalogue: Catalogue, acts: list[Act]) -> None:
    subject = case(catalogue, "disability-cert", S.RECEIVED, reviewer=Somebody(id="staff-02", name="林晓燕"))
    assert set(allowed("case.read_files", acts, subject)) == FEDERATION | {"区志文", "林晓燕"}


def test_what_came_in_later_is_read_by_the_counter_that_examines_it(catalogue: Catalogue, acts: list[Act]) -> None:
    owed = Obligation(id="o", kind=ObligationKind.DEBT, key="photo", name="照片", blocks=Blocks.HAND_OUT, since=AT, handed_at=AT)
    subject = case(catalogue, "doctor-reg", S.ACCEPTED, obligations=[owed])
    assert set(allowed("case.read_files", acts, subject)) == HEALTH | {"倪晨"} | CENTER
    assert set(allowed("case.read_form", acts, subject)) == HEALTH


def allowed(action: str, acts: list[Act], subject: Case) -> Iterator[str]:
    return (act.actor.name for act in acts if may(action, act, subject))
