"""A step of a town or village that nobody there could do is a fault of the catalogue."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from catalogue_commands import check_files

Spoil = Callable[[str, Callable[[dict[str, Any]], None]], Path]


def test_a_towns_step_nobody_of_its_department_there_could_do(spoil: Spoil, capsys: pytest.CaptureFixture[str]) -> None:
    def unnamed(data: dict[str, Any]) -> None:
        step = next(each for each in data["versions"][0]["steps"] if each["key"] == "town_review")
        del step["department"]

    home = spoil("items/lease-filing.yaml", unnamed)
    assert check_files(home, home) == 1
    told = capsys.readouterr().out
    assert "环节「镇街初审」（town_review）在罗溪街道没有人能办：那里没有住房和城乡建设局（housing）的审批员。" in told
    assert "items/lease-filing.yaml:" in told
    assert "/versions/0/steps/" in told
    assert told.count("没有人能办") == 2, "of both towns of the district, and of no other district's"


def test_a_village_has_no_departments(spoil: Spoil, capsys: pytest.CaptureFixture[str]) -> None:
    def leave(data: dict[str, Any]) -> None:
        data["staff"] = [each for each in data["staff"] if each["username"] != "qiaoshuigen"]

    home = spoil("demo/staff.yaml", leave)
    assert check_files(home, home) == 1
    assert "在水北镇没有人能办：那里没有村居工作人员。" in capsys.readouterr().out
