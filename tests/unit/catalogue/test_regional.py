"""Editions: what a version is in each district, and who exercises it since when."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backend.catalogue import Catalogue, check
from backend.catalogue.exchange import tables_of
from backend.catalogue.regional import exercised_words
from backend.errors import NotFound
from models.catalogue import PowerLevel, StepLevel
from tests.unit.catalogue.conftest import Change

HERE, THERE = "990101", "990102"
BEFORE, AFTER = date(2026, 11, 30), date(2026, 12, 1)


def test_a_variant_changes_what_it_names_and_nothing_else(catalogue: Catalogue) -> None:
    own, there = catalogue.version("longevity", BEFORE), catalogue.version("longevity", BEFORE, THERE)
    assert (own.id, there.id) == ("longevity@2026-01-01", "longevity@2026-01-01/990102")
    assert {each.key for each in own.materials} - {each.key for each in there.materials} == {"account_proof", "recent_photo"}
    assert (own.clocks.promised.words(), there.clocks.promised.words()) == ("5个工作日", "1个工作日")
    assert (there.guide.summary, there.guide.faq) == (own.guide.summary, own.guide.faq)
    assert there.guide.phone != own.guide.phone
    assert (there.department, there.form, there.results) == ("linjiang_civil_affairs", own.form, own.results)
    assert catalogue.version_by_id(there.id) == there


def test_powers_move_on_their_day_and_each_district_has_its_own_days(catalogue: Catalogue) -> None:
    city, district = catalogue.version("edu-naming", BEFORE, THERE), catalogue.version("edu-naming", AFTER, THERE)
    assert [each.department for each in (city, district)] == ["city_human_resources", "linjiang_human_resources"]
    assert (city.exercised.level if city.exercised else None) is PowerLevel.CITY
    assert catalogue.version("edu-naming", BEFORE).department == "human_resources", "here the first list came earlier"
    assert catalogue.version_by_id("edu-naming@2026-01-01/990102") == city
    assert catalogue.version_by_id("edu-naming@2026-01-01/990102~2026-12-01") == district


def test_the_town_decides_in_the_name_of_who_entrusted_it(catalogue: Catalogue) -> None:
    before, after = catalogue.version("longevity", BEFORE, THERE), catalogue.version("longevity", AFTER, THERE)
    assert [each.deciding_steps[-1].level for each in (before, after)] == [StepLevel.DISTRICT, StepLevel.TOWN]
    assert after.exercised is not None
    assert after.exercised.named == "linjiang_civil_affairs", "a department of the own district stands for its counterpart"
    words = [exercised_words(each, catalogue.vocabulary) for each in (before, after)]
    assert words == ["由临江区民政局办理和决定，以临江区民政局的名义出具结果。", "由您所在的镇街办理和决定，以临江区民政局的名义出具结果。"]


def test_a_district_without_the_item_has_none_of_it(catalogue: Catalogue) -> None:
    assert catalogue.offered_in("longevity", BEFORE) == [HERE, THERE]
    assert catalogue.offered_in("ss-proof", BEFORE) == [HERE]
    assert catalogue.version_there("ss-proof", BEFORE, THERE) is None
    with pytest.raises(NotFound, match="临江区还没有开通"):
        catalogue.version("ss-proof", BEFORE, THERE)
    there = {item.code for item in catalogue.browse(BEFORE, region=THERE).items}
    assert there >= {"longevity", "edu-naming"}
    assert "ss-proof" not in there


def test_who_exercises_an_item_has_a_list_of_its_own_in_the_exchange_tables(catalogue: Catalogue) -> None:
    rows = tables_of([catalogue.item("edu-naming")], catalogue.vocabulary)["basic"]
    told = [[row[name] for name in ("local_task_code", "task_version", "use_level", "dept_name", "power_source")] for row in rows]
    assert told == [
        ["edu-naming", "1", "4", "人力资源和社会保障局", "2"],
        ["edu-naming-990102", "1", "3", "江州市人力资源和社会保障局", "1"],
        ["edu-naming-990102", "2", "4", "临江区人力资源和社会保障局", "2"],
    ]
    entrusted = tables_of([catalogue.item("longevity")], catalogue.vocabulary)["basic"][-1]
    assert (entrusted["use_level"], entrusted["power_source"], entrusted["entrust_name"]) == ("5", "5", "临江区民政局")


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda region: region.update(within="990109"), "没有代码是 990109 的区域"),
        (lambda region: region.pop("within"), "区要写属于哪个市"),
        (lambda region: region.update(level="town"), "镇街不是单独的区域"),
        (lambda region: region["one_seal"].update(bureau="taxation"), "taxation 不是临江区的部门"),
    ],
)
def test_a_region_that_cannot_be_is_told(spoil: Any, edit: Change, told: str) -> None:
    def change(data: dict[str, Any]) -> None:
        edit(data["regions"][2])

    directory: Path = spoil("demo/district.yaml", change)
    assert any(told in str(fault) for fault in check(directory)), [str(fault) for fault in check(directory)]
