"""The demo district: whole, consistent, and enough of everybody."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyotp.totp
import pytest
import yaml

from backend.demo import DemoDataError, DemoDistrict, demo_people
from backend.notices.templates import NoticeTemplates
from models.acts import Role
from models.demo import SENSITIVE_ROLES
from models.documents import DocumentType, Relation, born_of, check_digit, is_well_formed
from models.registers import EnterpriseState
from sandbox.wechat_rules import fault_of_data
from sandbox.wechat_world import MiniProgram

DEMO = Path(__file__).parents[2] / "catalogue" / "demo"
DEPARTMENTS = {
    "government_services",
    "public_security",
    "civil_affairs",
    "human_resources",
    "social_insurance",
    "medical_insurance",
    "taxation",
    "health",
    "housing",
    "market_regulation",
    "education",
    "disabled_federation",
}


@pytest.fixture(scope="module")
def district() -> DemoDistrict:
    return DemoDistrict(DEMO)


def test_the_places_the_product_names(district: DemoDistrict) -> None:
    assert (district.district.region, district.district.name, district.district.city) == ("990101", "云城区", "江州市")
    assert {town.id: town.name for town in district.district.towns} == {"qingshi": "青石镇", "luoxi": "罗溪街道", "shuibei": "水北镇"}
    assert {department.id for department in district.departments} >= DEPARTMENTS
    assert {hall.id for hall in district.halls} == {"center", "household", "qingshi", "luoxi"}


def test_items_that_are_booked_have_counters(district: DemoDistrict) -> None:
    served = {
        item: {hall.id for hall in district.halls if item in hall.items}
        for item in ("idcard-lost", "longevity", "ssc-apply", "retiree-proof")
    }
    assert served["idcard-lost"] == {"household", "luoxi"}
    assert all(len(halls) >= 2 for halls in served.values())


def test_a_guide_that_tells_the_days_of_a_counter_tells_those_that_are_booked(district: DemoDistrict) -> None:
    """The lost card's guide names the days of one counter of the police; whoever read others stayed away, or came for nothing."""
    items = yaml.safe_load((DEMO.parent / "items" / "idcard-lost.yaml").read_text("utf-8"))
    [told] = {guide["when"] for guide in _guides(items)}
    [hall] = [hall for hall in district.halls if hall.id == "luoxi"]
    [counter] = [counter for counter in hall.counters if "idcard-lost" in counter.items]
    days = {tuple(each.days) for each in counter.schedule}
    names = "、".join(f"周{'一二三四五六日'[day - 1]}" for day in days.pop())
    assert not days
    assert f"罗溪街道的公安窗口只在{names}开。" in told
    assert all(f"{each.start:%-H:%M}–{each.end:%-H:%M}" in told for each in counter.schedule)


def _guides(document: Any) -> Iterator[dict[str, Any]]:
    """Every guide somewhere in an item's file."""
    if isinstance(document, dict):
        if "guide" in document:
            yield document["guide"]
        document = list(document.values())
    for each in document if isinstance(document, list) else ():
        yield from _guides(each)


def test_every_role_is_held_and_sensitive_ones_have_a_second_factor(district: DemoDistrict) -> None:
    assert {role for staff in district.staff for role in staff.roles} == set(Role)
    for staff in district.staff:
        assert (staff.totp_secret is not None) == (not SENSITIVE_ROLES.isdisjoint(staff.roles)), staff.username
        if staff.totp_secret:
            assert pyotp.totp.TOTP(staff.totp_secret).verify(pyotp.totp.TOTP(staff.totp_secret).now())


def test_who_receives_and_who_decides_can_be_two(district: DemoDistrict) -> None:
    for department in ("human_resources", "civil_affairs", "public_security"):
        for role in (Role.PRE_REVIEWER, Role.REVIEWER):
            held = [staff for staff in district.staff if staff.department == department and role in staff.roles]
            assert len(held) >= 2, (department, role)


def test_enterprises_that_exist_and_that_do_not(district: DemoDistrict) -> None:
    assert {each.state for each in district.enterprises} == set(EnterpriseState)
    for each in district.enterprises:
        representative = district.citizen(each.legal_representative)
        assert representative is not None
        assert representative.phone, "who names a handler has a phone"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("91990101MA990001XM", "91990101MA990001XA", "not a unified social credit code"),
        ("91990101MA990001XM", "91990101MA9900028M", "uscc 91990101MA9900028M stands twice"),
        ("legal_representative: huang-lili", "legal_representative: nobody", "no citizen nobody"),
        ("town: luoxi", "town: nowhere", "no town nowhere"),
        ("state: 存续", "state: 搬家", "enterprises.yaml"),
    ],
)
def test_a_wrong_enterprise_is_refused(tmp_path: Path, before: str, after: str, told: str) -> None:
    copy = shutil.copytree(DEMO, tmp_path / "demo")
    file = copy / "enterprises.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    with pytest.raises(DemoDataError, match=told):
        DemoDistrict(copy)


def test_citizens_of_all_ages_and_documents(district: DemoDistrict) -> None:
    assert len(district.citizens) >= 40
    assert {citizen.document_type for citizen in district.citizens} == set(DocumentType)
    ages = [(date(2026, 11, 23) - citizen.born).days // 365 for citizen in district.citizens]
    assert min(ages) == 0
    assert max(ages) > 100
    assert any("·" in citizen.name for citizen in district.citizens)
    assert any(ord(character) > 0xFFFF for citizen in district.citizens for character in citizen.name)
    phones = [citizen.phone for citizen in district.citizens if citizen.phone]
    assert len(set(phones)) < len(phones)
    assert any(citizen.phone is None for citizen in district.citizens)


def test_resident_numbers_carry_the_birthday_and_the_sex(district: DemoDistrict) -> None:
    for citizen in district.citizens:
        if citizen.document_type is DocumentType.RESIDENT_CARD:
            assert citizen.id_number.startswith(("990101", "990102"))
            assert citizen.id_number[17] == check_digit(citizen.id_number[:17])
            assert born_of(citizen.document_type, citizen.id_number) == citizen.born
            assert (int(citizen.id_number[16]) % 2 == 1) == (citizen.sex == "男"), citizen.code


def test_families_are_told_from_both_sides(district: DemoDistrict) -> None:
    close = {Relation.SPOUSE, Relation.FATHER, Relation.MOTHER, Relation.SON, Relation.DAUGHTER}
    told = {(citizen.code, relative.code) for citizen in district.citizens for relative in citizen.family}
    for citizen in district.citizens:
        for relative in citizen.family:
            if relative.relation in close:
                assert (relative.code, citizen.code) in told, (citizen.code, relative.code)


def test_parents_are_older_than_children_and_of_the_right_sex(district: DemoDistrict) -> None:
    for citizen in district.citizens:
        for relative in citizen.family:
            other = district.citizen(relative.code)
            assert other is not None
            if relative.relation in {Relation.FATHER, Relation.MOTHER}:
                assert (citizen.born - other.born).days > 18 * 365
            sexes = {Relation.FATHER: "男", Relation.SON: "男", Relation.MOTHER: "女", Relation.DAUGHTER: "女"}
            assert sexes.get(relative.relation, other.sex) == other.sex, (citizen.code, relative.code)


@pytest.mark.parametrize(
    ("kind", "number", "right"),
    [
        (DocumentType.RESIDENT_CARD, "11010519491231002X", True),
        (DocumentType.RESIDENT_CARD, "110105194912310021", False),
        (DocumentType.RESIDENT_CARD, "110105194913310026", False),
        (DocumentType.RESIDENT_CARD, "11010519491231002x", False),
        (DocumentType.HK_MACAU_PERMIT, "H12345678", True),
        (DocumentType.HK_MACAU_PERMIT, "12345678", False),
        (DocumentType.TAIWAN_PERMIT, "12345678", True),
        (DocumentType.PERMANENT_RESIDENCE, "ABC123456789012", True),
        (DocumentType.PASSPORT, "E12345678", True),
        (DocumentType.PASSPORT, "E 1", False),
    ],
)
def test_numbers_of_documents(kind: DocumentType, number: str, right: bool) -> None:
    assert is_well_formed(kind, number) is right


def test_what_scripts_read() -> None:
    people = demo_people(DEMO)
    assert set(people) == {"citizens", "staff", "enterprises"}
    assert {frozenset(citizen) for citizen in people["citizens"]} == {frozenset({"name", "code", "id_number", "phone", "born", "family"})}
    assert {frozenset(staff) for staff in people["staff"]} == {
        frozenset({"name", "username", "password", "totp_secret", "roles", "department", "hall"})
    }
    mother = next(citizen for citizen in people["citizens"] if citizen["name"] == "王桂芳")
    assert mother["code"] == "demo:wang-guifang"
    assert {"relation": "女儿", "name": "李敏"} in mother["family"]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("staff.yaml", "hall: center", "hall: nowhere", "no hall nowhere"),
        ("halls.yaml", "department: public_security", "department: nobody", "no department nobody"),
        ("citizens.yaml", "town: luoxi", "town: nowhere", "no town nowhere"),
        ("citizens.yaml", "code: li-qiang}", "code: nobody-there}", "no relative nobody-there"),
        ("citizens.yaml", "990101194403080025", "990101194403080026", "is not a 居民身份证 number"),
        ("departments.yaml", "11990101MB9900013F", "11990101MB9900013G", "unified social credit code"),
        ("staff.yaml", "username: zhengkai", "username: linxiaoyan", "username linxiaoyan stands twice"),
        ("halls.yaml", "embargo_minutes: 10", "embargo: 10", "embargo"),
    ],
)
def test_a_fault_is_named_with_its_file(tmp_path: Path, file: str, old: str, new: str, told: str) -> None:
    copy = tmp_path / "demo"
    shutil.copytree(DEMO, copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DemoDataError, match=told):
        DemoDistrict(copy)


def test_every_file_says_that_it_is_demo_data() -> None:
    for path in DEMO.rglob("*.yaml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["demo"] is True, path


def test_wechat_would_take_the_messages_our_notices_send() -> None:
    program = MiniProgram.model_validate(yaml.safe_load((DEMO / "wechat.yaml").read_text(encoding="utf-8")))
    approved = {template.id: template for template in program.templates}
    notices = NoticeTemplates.load(DEMO.parent / "notices.yaml")
    sent = {key: wechat for key in sorted(notices.keys()) if (wechat := notices.get(key).wechat) is not None}
    assert sent
    for key, wechat in sent.items():
        assert set(wechat.fields) == set(approved[wechat.template].fields), key
        assert wechat.page in program.pages, key
        fixed = {name: {"value": text} for name, text in wechat.fields.items() if "{" not in text}
        assert fault_of_data(fixed, fixed) is None, key
