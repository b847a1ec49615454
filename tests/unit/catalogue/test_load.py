"""Every kind of fault in the catalogue is found, with its file and place, and none is survived."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from backend.catalogue import Catalogue, CatalogueFaults, check, load_catalogue
from backend.catalogue.schema import PATH, schema_text
from backend.errors import NotFound
from models.catalogue import ItemKind, Need, StepLevel
from tests.unit.catalogue.conftest import CATALOGUE, Change
from tests.unit.catalogue.faults import FAULTS, in_chinese

ITEMS = sorted(file.stem for file in (CATALOGUE / "items").glob("*.yaml"))


def test_the_repositorys_catalogue_has_no_fault():
    assert check(CATALOGUE) == []


def test_the_items_are_there(catalogue: Catalogue):
    assert [item.code for item in catalogue.items] == ITEMS
    instant = {item.code for item in catalogue.items if item.kind is ItemKind.INSTANT}
    assert instant >= {"ss-proof", "med-proof", "tax-proof", "archive-proof", "relation-proof", "retiree-proof", "ss-proof-unit"}
    bookable = {code for code in ITEMS if catalogue.version(code, date(2026, 11, 23)).appointment.bookable}
    assert bookable >= {"idcard-lost", "longevity", "ssc-apply", "retiree-proof"}


def test_policies_of_the_items(catalogue: Catalogue):
    today = date(2026, 11, 23)
    identity_card, longevity = catalogue.version("idcard-lost", today), catalogue.version("longevity", today)
    assert identity_card.appointment.staff_confirms
    assert longevity.appointment.staff_confirms
    assert not identity_card.proxy.allowed
    assert identity_card.visits.count == 1
    assert [step.level for step in longevity.deciding_steps] == [StepLevel.VILLAGE, StepLevel.TOWN, StepLevel.DISTRICT]
    assert all(catalogue.version(code, today).proxy.allowed for code in ("longevity", "ssc-apply", "biz-start"))
    relayed = {code for code in ITEMS if (rule := catalogue.version(code, today).instant) and rule.relayed}
    assert relayed >= {"tax-proof", "med-proof"}
    assert identity_card.materials[0].need is Need.DEFERRABLE


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_found_where_it_is(kind: str, spoil: Callable[[str, Change], Path]):
    code, change, pointer, message = FAULTS[kind]
    faults = check(spoil(f"items/{code}.yaml", change) / "items" / f"{code}.yaml")
    found = [fault for fault in faults if fault.pointer == pointer and message in fault.message]
    assert found, [str(fault) for fault in faults]
    assert found[0].file == f"items/{code}.yaml"
    assert found[0].line > 0
    assert all(in_chinese(fault.message) for fault in faults), [fault.message for fault in faults]


def test_every_fault_of_every_file_is_told_at_once(copied: Path):
    for code, old, new in (
        ("longevity", "department: civil_affairs", "department: navy"),
        ("ss-proof", "themes: [proof, social_insurance]", "themes: [proof, space, time]"),
        ("tax-proof", "code: tax-proof", "code: [tax"),
    ):
        path = copied / "items" / f"{code}.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(CatalogueFaults) as raised:
        load_catalogue(copied)
    found = {(fault.file, fault.pointer) for fault in raised.value.faults}
    assert {("items/longevity.yaml", "/department"), ("items/ss-proof.yaml", "/themes"), ("items/tax-proof.yaml", "")} <= found
    assert sum(fault.file == "items/ss-proof.yaml" for fault in raised.value.faults) == 2
    assert "items/longevity.yaml:" in str(raised.value)


def test_the_line_is_the_line_of_the_fault(copied: Path):
    path = copied / "items" / "fp-reward-audit.yaml"
    lines = path.read_text("utf-8").splitlines()
    number = next(index for index, line in enumerate(lines) if "level: town" in line)
    lines[number] = lines[number].replace("level: town", "level: moon")
    path.write_text("\n".join(lines), "utf-8")
    faults = check(path)
    assert [(fault.line, fault.pointer) for fault in faults] == [(number + 1, "/versions/0/steps/3/level")]


EXCLUSION = "{{id: a, name: 甲, from: 2026-01-01, basis: 某文件, {}}}"
EXEMPTION = "{{id: a, items: [{}], materials: [{}], because: 甲, basis: 某文件, from: 2026-01-01, {}}}"
OF_FIELD = "when: [{field: mood, equals: good}]"
OF_REGISTER = "registers: [{register: moon, path: kind, equals: a}]"
OF_MEMBER = "registers: [{register: hardship, path: mood, equals: a}]"
LICENCE_KIND = "{id: a, name: 甲, type_code: 11990101MB990003X2001, issuer: 某局, issuer_code: 11990101MB990003X2, renew: 请到窗口补办。}"


def test_a_key_that_stands_twice_is_a_fault(copied: Path):
    path = copied / "items" / "longevity.yaml"
    path.write_text(path.read_text("utf-8") + "kind: instant\n", "utf-8")
    assert [(fault.pointer, fault.message) for fault in check(path)] == [("/kind", "同一个键写了两次，请删去一个")]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("items/longevity.yaml", "", "文件是空的"),
        ("items/longevity.yaml", "code: [", "不是有效的 YAML"),
        ("items/longevity.yaml", "- 1", "这里需要写一组“键: 值”"),
        ("themes.yaml", "themes: 3", "要有一个列表 themes"),
        ("registers.yaml", "registers: [{id: population}]", "缺少这一项，请补上"),
        ("codes.yaml", "task_types: {}", "缺少这一项，请补上"),
        ("calendars/2027.yaml", "year: 2027\nholidays: [{name: 元旦, days: ['2027-13-01']}]", "日期格式不对"),
        ("calendars/2027.yaml", "year: [", "不是有效的 YAML"),
        ("calendars/office_hours.yaml", "sessions: [['12:00', '09:00']]", "按先后排列"),
        ("licences.yaml", f"licences: [{LICENCE_KIND}, {LICENCE_KIND}]", "写了两次"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('moon', 'oath', '')}]", "没有叫 moon 的事项"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('longevity', 'oath', '')}]", "没有叫 oath 的材料（longevity）"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'application', '')}]", "application 本来就不用提交"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'method', OF_FIELD)}]", "没有叫 mood 的字段（road-dig）"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'method', OF_REGISTER)}]", "没有叫 moon 的基础库"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'method', OF_MEMBER)}]", "没有叫 mood 的登记项"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'method', 'until: 2026-01-01')}]", "结束早于开始"),
        ("commitments.yaml", f"commitments: [{EXCLUSION.format('items: [moon]')}]", "没有叫 moon 的事项"),
        ("commitments.yaml", f"commitments: [{EXCLUSION.format('departments: [moon]')}]", "没有叫 moon 的部门"),
        ("commitments.yaml", f"commitments: [{EXCLUSION.format('items: []')}]", "要写 items 或 departments"),
        ("commitments.yaml", f"commitments: [{EXCLUSION.format('items: [longevity], until: 2026-01-01')}]", "结束早于开始"),
        ("licences.yaml", f"licences: [{LICENCE_KIND.replace('X2', 'X3')}]", "不是统一社会信用代码"),
    ],
)
def test_a_file_that_cannot_be_used(copied: Path, file: str, text: str, message: str):
    (copied / file).write_text(text, "utf-8")
    faults = check(copied)
    assert any(fault.file == file and message in fault.message for fault in faults)
    assert all(in_chinese(fault.message) for fault in faults), [fault.message for fault in faults]


def test_a_missing_file_is_a_fault(copied: Path):
    (copied / "themes.yaml").unlink()
    assert any(fault.file == "themes.yaml" and "没有这个文件" in fault.message for fault in check(copied))


def test_a_file_that_is_not_utf8(copied: Path):
    (copied / "items" / "longevity.yaml").write_bytes("名".encode("gbk"))
    assert any("不是 UTF-8 编码的文本" in fault.message for fault in check(copied))


def test_an_empty_catalogue_is_refused(copied: Path):
    for path in (copied / "items").glob("*.yaml"):
        path.unlink()
    assert [fault.message for fault in check(copied)] == ["这里没有一个事项，请在 items 文件夹里放事项文件"]


def test_versions_hold_from_their_day_on(copied: Path):
    path = copied / "items" / "longevity.yaml"
    text = path.read_text("utf-8")
    body = text.split("versions:\n")[1]
    later = body.replace("effective_from: 2026-01-01", "effective_from: 2027-01-01\n    effective_until: 2028-01-01")
    path.write_text(text + later, "utf-8")
    catalogue = load_catalogue(copied)
    assert catalogue.version("longevity", date(2026, 12, 31)).id == "longevity@2026-01-01"
    assert catalogue.version("longevity", date(2027, 1, 1)).id == "longevity@2027-01-01"
    assert catalogue.version_by_id("longevity@2026-01-01").effective_from == date(2026, 1, 1)
    for day in (date(2025, 12, 31), date(2028, 1, 1)):
        with pytest.raises(NotFound):
            catalogue.version("longevity", day)
        assert "longevity" not in {item.code for item in catalogue.browse(day).items}


def test_what_is_not_there_is_not_found(catalogue: Catalogue):
    with pytest.raises(NotFound):
        catalogue.item("flying")
    with pytest.raises(NotFound):
        catalogue.version_by_id("longevity@1999-01-01")


def test_browsing_goes_on_where_it_stopped(catalogue: Catalogue):
    today, seen, after = date(2026, 11, 23), [], ""
    while True:
        found = catalogue.browse(today, after=after, limit=3)
        seen += [item.code for item in found.items]
        if found.after is None:
            break
        after = found.after
    assert seen == ITEMS
    elderly = [item.code for item in catalogue.browse(today, theme="elderly").items]
    assert set(elderly) >= {"fp-reward-audit", "longevity", "retiree-proof", "ssc-apply"}
    police = {item.code for item in catalogue.browse(today, department="public_security").items}
    assert police >= {"fp-reward-audit", "idcard-lost", "biz-start"}, "its own, and those it has a part in"
    assert "tax-proof" not in police


def test_the_schema_for_editors_is_up_to_date():
    assert PATH.read_text("utf-8") == schema_text(), "run: python -m backend.catalogue.schema"


def test_texts_are_as_people_speak():
    """No slogans, no exclamation marks, Chinese punctuation between Chinese words."""
    for path in (CATALOGUE / "items").glob("*.yaml"):
        text = path.read_text("utf-8")
        assert not re.search("[！]|温馨提示|敬请", text), path.name
        assert not re.search(r"[\u4e00-\u9fff][,;?](?=[\u4e00-\u9fff])", text), path.name
