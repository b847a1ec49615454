"""Whoever decides has a head, to whom what is late is escalated."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend.catalogue import Catalogue
from backend.catalogue.deciding import deciding_departments, headless, unreviewed
from backend.demo import DemoDistrict
from catalogue_commands import check_files
from models.acts import Role
from tests.unit.catalogue.conftest import CATALOGUE


def test_items_parts_and_other_districts_are_decided_by_somebody(catalogue: Catalogue) -> None:
    deciding = deciding_departments(catalogue)
    assert "land-merge" in deciding["natural_resources"]
    assert "biz-start" in deciding["commercial_bank"], "a part of a bundle"
    assert deciding["linjiang_civil_affairs"] == ["longevity"], "another district's edition"
    assert "hotline" not in {code for codes in deciding.values() for code in codes}, "done elsewhere"


def test_every_department_that_decides_has_a_head(catalogue: Catalogue) -> None:
    staff = DemoDistrict(CATALOGUE / "demo").staff
    assert headless(catalogue, {each.department for each in staff if Role.CHIEF_REPRESENTATIVE in each.roles}) == []


def test_whoever_can_be_carded_has_a_supervisor_outside(catalogue: Catalogue) -> None:
    staff = DemoDistrict(CATALOGUE / "demo").staff
    assert unreviewed(catalogue, {each.department for each in staff if Role.SUPERVISOR in each.roles}) == []
    (line,) = unreviewed(catalogue, {"government_services"})
    assert line.startswith("政务服务和数据管理局（government_services）会收到督办牌，但其他部门没有督查员"), "its counters take papers in"
    assert len(unreviewed(catalogue, set())) > len(deciding_departments(catalogue)), "everybody's, where there is none at all"


def test_the_check_warns_of_cards_nobody_could_review(
    spoil: Callable[[str, Callable[[dict[str, Any]], None]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    def leave(data: dict[str, Any]) -> None:
        data["staff"] = [each for each in data["staff"] if each["username"] != "shangqingyuan"]

    home = spoil("demo/staff.yaml", leave)
    assert check_files(home, home) == 0, "a warning is no fault"
    told = capsys.readouterr().out
    assert "提醒：政务服务和数据管理局（government_services）会收到督办牌" in told
    assert told.count("提醒") == 1


def test_the_check_warns_of_one_that_has_none(
    spoil: Callable[[str, Callable[[dict[str, Any]], None]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    def leave(data: dict[str, Any]) -> None:
        data["staff"] = [each for each in data["staff"] if each["id"] != "staff-171"]

    def unsaid(data: dict[str, Any]) -> None:
        data["authorisations"] = [each for each in data["authorisations"] if each["representative"] != "staff-171"]

    spoil("demo/authorisations.yaml", unsaid)
    home = spoil("demo/staff.yaml", leave)
    assert check_files(home, home) == 0, "a warning is no fault"
    told = capsys.readouterr().out
    assert "提醒：教育局（education）要作决定的事项有 points-school，但没有首席代表" in told
    assert told.count("提醒") == 1
