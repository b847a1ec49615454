"""What changes between two versions of an item is told in words, and nothing that differs stays untold."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from backend.catalogue import Catalogue
from backend.catalogue.diff import Edition, difference, edition_before, last_two, of_file
from backend.catalogue.load import examine
from backend.errors import Invalid, NotFound
from models.catalogue import Item
from models.catalogue.changes import Change
from tests.unit.catalogue.conftest import CATALOGUE

Edit = Callable[[dict[str, Any]], object]


@cache
def _read(code: str) -> dict[str, Any]:
    return yaml.safe_load((CATALOGUE / "items" / f"{code}.yaml").read_text("utf-8"))


def data_of(code: str) -> dict[str, Any]:
    return deepcopy(_read(code))


def changed(catalogue: Catalogue, code: str, edit: Edit) -> list[str]:
    """The sentences between an item as it is and with its version edited."""
    return [change.text for change in changes_of(catalogue, code, edit)]


def changes_of(catalogue: Catalogue, code: str, edit: Edit) -> list[Change]:
    """The same, with both sides of each."""
    item = catalogue.item(code)
    data = data_of(code)
    edit(data["versions"][0])
    after = Item.model_validate(data)
    return difference(Edition(item, item.versions[0]), Edition(after, after.versions[0]), catalogue.vocabulary).changes


def drop(name: str, *keys: str) -> Edit:
    return lambda v: v.update({name: [each for each in v[name] if each["key"] not in keys]})


SENTENCES: dict[str, tuple[str, Edit, str]] = {
    "a kind less": (
        "power-connect",
        lambda v: v["clocks"]["variants"].pop(1),
        "分情况的时限：取消高压单电源",
    ),
    "a shorter kind": (
        "power-connect",
        lambda v: v["clocks"]["variants"][0]["promised"].update(n=20),
        "分情况的时限「高压双电源」的承诺时限从32个工作日缩短为20个工作日",
    ),
    "a kind for other answers": (
        "power-connect",
        lambda v: v["clocks"]["variants"][2]["when"].append({"field": "user_kind", "equals": "home"}),
        "分情况的时限「低压、不用拉外线」的什么情况下适用从“「旁边有现成的电表箱吗」选“有，不用拉外线””改为",
    ),
    "a step for all": (
        "power-connect",
        lambda v: v["steps"][5].pop("when"),
        "取消办理环节「用户配电工程施工、检验」的什么情况下要办（原为“「低压还是高压」选“高压（10千伏及以上）””）",
    ),
    "materials fewer": (
        "ssc-apply",
        drop("materials", "guardianship", "agent_card"),
        "材料从4件减为2件：不再要看得出监护关系的证件、代办人",
    ),
    "material's need": ("longevity", lambda v: v["materials"][0].update(need="optional"), "必要性从“必须提供”改为“有就提供”"),
    "shorter promise": ("ssc-apply", lambda v: v["clocks"]["promised"].update(n=1), "承诺时限从10个工作日缩短为1个工作日"),
    "longer promise": ("ssc-apply", lambda v: v["clocks"]["promised"].update(n=12), "承诺时限从10个工作日延长为12个工作日"),
    "law checked": ("ssc-apply", lambda v: v["clocks"]["statutory"].update(verified=True), "法定时限（30个工作日）的核实情况有变化"),
    "one visit more": ("ssc-apply", lambda v: v.update(visits={"count": 1, "reason": "要看本人"}), "到现场从0次增为1次"),
    "a fee": (
        "ssc-apply",
        lambda v: v.update(fee={"charges": [{"name": "工本费", "yuan": "25.00"}], "note": "工本费25元"}),
        "收费的收费项目：增加工本费25.00元",
    ),
    "a field": ("ssc-apply", drop("form", "branch"), "表单从7项减为6项：不再要领卡的网点"),
    "a condition": (
        "ssc-apply",
        lambda v: v["form"][5].update(show_when=[{"field": "collection", "in": ["post", "bank"]}]),
        "表单「领卡的网点」的什么情况下要填从“「卡怎么拿」选“到银行网点领””改为“「卡怎么拿」选“邮寄到家”或“到银行网点领””",
    ),
    "a step's role": (
        "ssc-apply",
        lambda v: v["steps"][2].update(role="chief_representative"),
        "办理环节「照片审核」的岗位从“审批员”改为“首席代表”",
    ),
    "no proxy": ("ssc-apply", lambda v: v.update(proxy={"allowed": False, "reason": "要看本人"}), "不再允许别人代办：要看本人"),
    "a proxy": (
        "idcard-lost",
        lambda v: v.update(proxy={"allowed": True, "bases": ["guardianship"], "powers": ["submit"]}),
        "可以由别人代办了：",
    ),
    "channels": ("ssc-apply", lambda v: v.update(channels=["web", "window", "town", "kiosk"]), "办理渠道：增加电脑网页；去掉微信小程序"),
    "order": ("ssc-apply", lambda v: v["materials"].reverse(), "材料的先后次序有调整"),
    "a branch": (
        "ss-proof",
        lambda v: v["instant"]["branches"].insert(0, {"when": "agent", "outcome": "person", "reason": "要本人来"}),
        "规则第1条新增：agent 时转人工（要本人来）",
    ),
    "a branch less": ("ss-proof", lambda v: v["instant"]["branches"].pop(1), "规则原第2条取消：paid == [] 时出具无记录证明"),
    "a datum": ("ss-proof", lambda v: v["instant"]["data"].update(place='"江州市"'), "证明内容的算法「place」从"),
    "a register less": ("ss-proof", lambda v: v["instant"].update(groups={}), "取消即办规则的汇总「paid」（原为"),
    "a condition in the guide": ("ssc-apply", lambda v: v["guide"]["conditions"].append("您已满16周岁。"), "增加您已满16周岁。"),
    "an ending": ("ssc-apply", lambda v: v.update(effective_until="2027-01-01"), "新增失效日期：2027年1月1日"),
    "a renamed key": (
        "ssc-apply",
        lambda v: v["results"][0].update(key="plastic"),
        "办理结果「社会保障卡」的内部名称从“card”改为“plastic”",
    ),
}


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_change_is_told_in_words(catalogue: Catalogue, kind: str):
    code, edit, words = SENTENCES[kind]
    texts = changed(catalogue, code, edit)
    assert any(words in text for text in texts), texts


def test_what_belongs_to_the_item_is_told_too(catalogue: Catalogue):
    before = catalogue.item("longevity")
    data = data_of("longevity") | {"department": "social_insurance", "themes": ["identity"], "one_at_a_time": False}
    after = Item.model_validate(data)
    told = difference(Edition(before, before.versions[0]), Edition(after, after.versions[0]), catalogue.vocabulary)
    names = catalogue.vocabulary.department
    assert [change.part for change in told.changes] == ["themes", "department", "one_at_a_time"]
    assert f"主办部门从“{names('civil_affairs')}”改为“{names('social_insurance')}”" in [change.text for change in told.changes]


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The places of all plain values."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path


@pytest.mark.parametrize("code", ["ss-proof", "idcard-lost"])
def test_nothing_that_differs_stays_untold(catalogue: Catalogue, code: str):
    """Each value that may be another one without breaking the item's shape is changed by itself."""
    item, data = catalogue.item(code), data_of(code)
    tried = 0
    for path in leaves(data["versions"][0]):
        if path == ("effective_from",):
            continue
        copy = data_of(code)
        holder = copy["versions"][0]
        for part in path[:-1]:
            holder = holder[part]
        holder[path[-1]] = _another(holder[path[-1]])
        try:
            after = Item.model_validate(copy)
        except ValueError:
            continue
        if after == item:
            continue
        tried += 1
        told = difference(Edition(item, item.versions[0]), Edition(after, after.versions[0]), catalogue.vocabulary)
        assert told.changes, path
        assert all("从“" not in each.text or _differ(each.text) for each in told.changes), (path, told.changes)
    assert tried > 60


def _another(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value}x"


def _differ(text: str) -> bool:
    before, _, after = text.partition("从“")[2].rpartition("”改为“")
    return before != after.removesuffix("”")


def test_the_versions_are_picked_by_their_days(catalogue: Catalogue, tmp_path: Path):
    data = data_of("longevity")
    later = {**data["versions"][0], "effective_from": "2027-01-01", "home_visit": True}
    path = tmp_path / "longevity.yaml"
    path.write_text(yaml.safe_dump({**data, "versions": [*data["versions"], later]}, allow_unicode=True), "utf-8")
    item = examine(path, CATALOGUE).item
    assert item
    both = Catalogue([item], catalogue.vocabulary)
    was, now = last_two(both, "longevity")
    assert (was.version.id, now.version.id) == ("longevity@2026-01-01", "longevity@2027-01-01")
    assert last_two(both, "longevity", "2027-01-01", "2026-01-01")[0].version.id == "longevity@2027-01-01"
    assert edition_before(catalogue, of_file(item, catalogue.vocabulary)).version.id == "longevity@2026-01-01"
    assert of_file(item, catalogue.vocabulary, "2026-01-01").version.id == "longevity@2026-01-01"
    with pytest.raises(Invalid, match="没有可以对比的"):
        last_two(catalogue, "longevity")
    with pytest.raises(NotFound, match="现有版本：2026-01-01"):
        last_two(catalogue, "longevity", "2025-01-01")
    with pytest.raises(NotFound):
        last_two(catalogue, "flying")


SIDES: dict[str, tuple[str, Edit, tuple[str, str, str]]] = {
    "a value": ("ssc-apply", lambda v: v["clocks"]["promised"].update(n=1), ("承诺时限", "10个工作日", "1个工作日")),
    "what is gone": ("ssc-apply", drop("form", "branch"), ("表单从7项减为6项", "领卡的网点", "")),
    "what is new": ("ssc-apply", lambda v: v.update(effective_until="2027-01-01"), ("失效日期", "", "2027年1月1日")),
    "lines": ("ssc-apply", lambda v: v.update(channels=["web", "window", "town", "kiosk"]), ("办理渠道", "微信小程序", "电脑网页")),
    "visits": ("ssc-apply", lambda v: v.update(visits={"count": 1, "reason": "要看本人"}), ("到现场", "0次", "1次")),
    "order": ("ssc-apply", lambda v: v["materials"].reverse(), ("材料", "", "")),
    "a rule": ("ss-proof", lambda v: v["instant"]["branches"].pop(1), ("规则原第2条", "paid == [] 时出具无记录证明", "")),
}


@pytest.mark.parametrize("kind", SIDES)
def test_both_sides_of_a_change_stand_beside_each_other(catalogue: Catalogue, kind: str):
    code, edit, sides = SIDES[kind]
    assert next((each.where, each.before, each.after) for each in changes_of(catalogue, code, edit)) == sides


def test_two_equal_versions_say_so(catalogue: Catalogue):
    item = catalogue.item("longevity")
    assert difference(Edition(item, item.versions[0]), Edition(item, item.versions[0]), catalogue.vocabulary).changes == []
