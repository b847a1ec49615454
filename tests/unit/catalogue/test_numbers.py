"""No two items issue the same number: what the numbers of result papers begin with differs from item to item."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend.catalogue import CatalogueFaults, check, load_catalogue
from backend.catalogue.load import examine_text
from tests.unit.catalogue.conftest import CATALOGUE

Spoil = Callable[[str, Callable[[dict[str, Any]], None]], Path]


def numbered(prefix: str) -> Callable[[dict[str, Any]], None]:
    """Gives the paper of an item's first version another beginning."""

    def change(item: dict[str, Any]) -> None:
        next(each for each in item["versions"][0]["results"] if "paper" in each)["paper"]["prefix"] = prefix

    return change


@pytest.mark.parametrize(("prefix", "other"), [("江残补字", "disability-allowance"), ("云税转字", "tax-proof")])
def test_the_beginning_of_another_items_numbers_is_a_fault(spoil: Spoil, prefix: str, other: str):
    home = spoil("items/longevity.yaml", numbered(prefix))
    [fault] = check(home / "items/longevity.yaml")
    assert fault.pointer == "/versions/0/results/0/paper/prefix"
    assert fault.message.startswith(f"编号字头「{prefix}」已经是 {other} 的")
    with pytest.raises(CatalogueFaults) as told:
        load_catalogue(home)
    assert "items/longevity.yaml" in {each.file for each in told.value.faults}


def test_an_editors_draft_is_compared_with_what_is_there(spoil: Spoil):
    text = (spoil("items/longevity.yaml", numbered("江残补字")) / "items/longevity.yaml").read_text("utf-8")
    assert [each.pointer for each in examine_text(text, CATALOGUE).faults] == ["/versions/0/results/0/paper/prefix"]


def test_an_item_keeps_its_own_beginning():
    for path in sorted((CATALOGUE / "items").glob("*.yaml")):
        if "prefix:" in (text := path.read_text("utf-8")):
            assert [each for each in examine_text(text, CATALOGUE).faults if each.pointer.endswith("/prefix")] == []


def test_items_nobody_can_read_are_told_by_their_own_check(copied: Path, spoil: Spoil):
    (copied / "items/disability-allowance.yaml").write_text("code: disability-allowance\nprefix: 江残补字\n", "utf-8")
    home = spoil("items/longevity.yaml", numbered("江残补字"))
    assert check(home / "items/longevity.yaml") == []


@pytest.mark.parametrize("other", ["archive-proof", "tax-proof"])
def test_one_organ_has_one_item_by_one_national_code(copied: Path, other: str):
    text = (copied / f"items/{other}.yaml").read_text("utf-8")
    (copied / "items/second.yaml").write_text(text.replace(f"code: {other}\n", "code: second\n", 1), "utf-8")
    told = {(each.file, each.pointer) for each in check(copied) if "基本编码" in each.message}
    assert told == {(f"items/{other}.yaml", "/catalog_code"), ("items/second.yaml", "/catalog_code")}
    assert "/catalog_code" in {
        each.pointer for each in examine_text(text.replace(f"code: {other}\n", "code: second\n", 1), CATALOGUE).faults
    }


def test_of_many_with_one_code_the_first_are_named(copied: Path):
    text = (copied / "items/tax-proof.yaml").read_text("utf-8")
    for name in ("ta", "tb", "tc", "td"):
        (copied / f"items/{name}.yaml").write_text(text.replace("code: tax-proof\n", f"code: {name}\n", 1), "utf-8")
    told = {each.file: each.message for each in check(copied) if "基本编码" in each.message}
    assert len(told) == 5
    assert " ta、tax-proof、tb等 " in told["items/td.yaml"]
    assert " tax-proof、tb、tc等 " in told["items/ta.yaml"]
