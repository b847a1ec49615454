"""Rules of instant items: what the loader refuses, and what a rule says to what the registers answered."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from backend.catalogue import Catalogue, Question, RuleFailed, check
from backend.catalogue.functions import FUNCTIONS, age_on, length, month_before, months_between, same_name
from models.catalogue import Outcome
from models.registers import RECORD_MODELS, Provenance, RegisterAnswer
from models.registers import Outcome as Answered
from tests.unit.catalogue.conftest import Change
from tests.unit.catalogue.faults import in_chinese

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
PERSON = {"record_id": "P-1", "updated_at": "2026-11-01T00:00:00+08:00", "document_type": "resident_card"}
PERSON |= {"id_number": "990101197401200038", "name": "李强"}
POPULATION = {**PERSON, "sex": "男", "born": "1974-01-20", "address": "罗溪街道南门街102号", "status": "正常"}
ARCHIVE = {"number": "YC000004", "state": "在库", "kind": "流动人员", "since": "2012-07-03", "depository": "云城区人才服务中心"}

ENTERPRISE: dict[str, Any] = {
    **PERSON,
    "document_type": "uscc",
    "id_number": "91990101MA990001XM",
    "name": "江州晨光印刷有限公司",
    "kind": "有限责任公司",
    "address": "罗溪街道印刷路6号",
    "state": "存续",
    "legal_representative": {"name": "黄莉莉", "document_type": "resident_card", "id_number": "990101197903270307"},
    "established_on": "2002-04-18",
}


def answer(register: str, record: dict[str, Any] | None, outcome: Answered = Answered.FOUND) -> RegisterAnswer:
    """What a register said; no record: that it has none, or the outcome given."""
    provenance = Provenance(source=register, record_id="R-1", fetched_at=AT, digest="0")
    if record is None:
        outcome = Answered.NO_RECORD if outcome is Answered.FOUND else outcome
        return RegisterAnswer(outcome=outcome, provenance=provenance)
    return RegisterAnswer(outcome=outcome, record=RECORD_MODELS[register].model_validate(record), provenance=provenance)


def decide(catalogue: Catalogue, code: str, form: dict[str, JsonValue], **answers: RegisterAnswer):
    """The decision of an item's rule."""
    rule = catalogue.rule(catalogue.version(code, TODAY))
    return rule.decide(Question(form=form, today=TODAY, answers=rule.keep(answers, {})))


def test_an_archive_in_store_is_certified(catalogue: Catalogue):
    decision = decide(
        catalogue,
        "archive-proof",
        {"purpose": "loan"},
        population=answer("population", POPULATION),
        personnel=answer("personnel", {**PERSON, "archive": ARCHIVE}),
    )
    assert decision.outcome is Outcome.GRANT
    assert decision.data == {"archive": ARCHIVE}


@pytest.mark.parametrize(
    ("population", "personnel", "reason"),
    [
        (answer("population", None), answer("personnel", {**PERSON, "archive": ARCHIVE}), "核对身份"),
        (
            answer("population", {**POPULATION, "status": "死亡", "died_on": "2026-05-18"}),
            answer("personnel", {**PERSON, "archive": ARCHIVE}),
            "登记状态有变化",
        ),
        (answer("population", POPULATION), answer("personnel", None, Answered.NAME_MISMATCH), "姓名与身份证上的不一致"),
        (answer("population", POPULATION), answer("personnel", {**PERSON, "archive": ARCHIVE, "flags": ["档案争议"]}), "档案争议"),
        (answer("population", POPULATION), answer("personnel", None), "没有查到您的档案"),
        (answer("population", POPULATION), answer("personnel", {**PERSON, "archive": {**ARCHIVE, "state": "借出"}}), "不在库内"),
    ],
)
def test_doubt_goes_to_a_person_with_its_reason(catalogue: Catalogue, population: RegisterAnswer, personnel: RegisterAnswer, reason: str):
    decision = decide(catalogue, "archive-proof", {"purpose": "loan"}, population=population, personnel=personnel)
    assert decision.outcome is Outcome.PERSON
    assert reason in decision.reason
    assert decision.data == {}


@pytest.mark.parametrize(
    ("enterprise", "insurance", "reason"),
    [
        (answer("enterprise", None), answer("unit_insurance", None), "没有查到对应的登记"),
        (answer("enterprise", ENTERPRISE | {"state": "注销"}), answer("unit_insurance", None), "单位已注销"),
        (answer("enterprise", ENTERPRISE), answer("unit_insurance", None, Answered.NAME_MISMATCH), "单位名称与营业执照上的不一致"),
        (answer("enterprise", ENTERPRISE | {"flags": ["经营异常名录"]}), answer("unit_insurance", None), "经营异常名录"),
    ],
)
def test_doubt_about_a_unit_goes_to_a_person(catalogue: Catalogue, enterprise: RegisterAnswer, insurance: RegisterAnswer, reason: str):
    decision = decide(catalogue, "ss-proof-unit", {"purpose": "bid"}, enterprise=enterprise, unit_insurance=insurance)
    assert (decision.outcome, reason in decision.reason) == (Outcome.PERSON, True)


def test_no_register_at_all_goes_to_a_person(catalogue: Catalogue):
    assert decide(catalogue, "archive-proof", {}).outcome is Outcome.PERSON


def test_a_rule_that_does_not_fit_fails_aloud(catalogue: Catalogue):
    rule = catalogue.rule(catalogue.version("ss-proof", TODAY))
    with pytest.raises(RuleFailed):
        rule.decide_values({"found": {"social_insurance": True}, "social_insurance": {"payments": 5}})
    with pytest.raises(RuleFailed):
        rule.criteria({"range": "custom"}, TODAY)


def test_criteria_narrow_what_registers_are_asked(catalogue: Catalogue):
    rule = catalogue.rule(catalogue.version("ss-proof", TODAY))
    asked = rule.criteria({"range": "year"}, TODAY)
    assert asked == {"population": {}, "social_insurance": {"from": "2025-12", "to": "2026-11"}}
    custom = {"range": "custom", "from_month": "2020-01", "until_month": "2020-06"}
    assert rule.criteria(custom, TODAY)["social_insurance"] == {"from": "2020-01", "to": "2020-06"}
    tax = catalogue.rule(catalogue.version("tax-proof", TODAY))
    assert tax.file_criteria({"range": "year"}, TODAY) == {"from": "2025-12", "to": "2026-11"}


@settings(deadline=None)  # the machine may be busy
@given(state=st.sampled_from(["在库", "借出", "已转出", "", "?"]), found=st.booleans(), archive=st.booleans())
def test_a_rule_never_refuses(catalogue: Catalogue, state: str, found: bool, archive: bool):
    record = {**PERSON, "archive": {**ARCHIVE, "state": state} if archive else None}
    personnel = answer("personnel", record if found else None)
    decision = decide(catalogue, "archive-proof", {}, population=answer("population", POPULATION), personnel=personnel)
    assert decision.outcome in (Outcome.GRANT, Outcome.PERSON)
    assert (decision.outcome is Outcome.GRANT) == (found and archive and state == "在库")
    assert decision.reason or decision.outcome is Outcome.GRANT


def instant(data: dict[str, Any]) -> dict[str, Any]:
    """The rule of an item's data."""
    return data["versions"][0]["instant"]


def group(**changes: str) -> dict[str, str]:
    """A grouping of relatives."""
    return {"register": "personnel", "rows": "relatives", "group": "relation", "order": "name", **changes}


def _grouped_by(data: dict[str, Any], member: str) -> None:
    instant(data)["groups"] = {"g": group(group=member)}
    instant(data)["examples"][0]["given"]["personnel"]["relatives"] = [{"relation": "父亲", "name": "李德山"}]


RULE_FAULTS: dict[str, tuple[Change, str, str]] = {
    "syntax": (lambda d: instant(d)["branches"][0].update(when="a ["), "/branches/0/when", "不是 CEL 表达式"),
    "variable": (lambda d: instant(d)["branches"][0].update(when="weather == 'fine'"), "/branches/0/when", "没有变量 weather"),
    "member": (lambda d: instant(d)["branches"][0].update(when="personnel.shoes > 3"), "/branches/0/when", "personnel 里没有 shoes"),
    "form member": (lambda d: instant(d)["branches"][0].update(when="form.mood == 'x'"), "/branches/0/when", "form 里没有 mood"),
    "function": (lambda d: instant(d)["branches"][0].update(when="roll(6) > 3"), "/branches/0/when", "没有函数 roll"),
    "bytes for characters": (
        lambda d: instant(d)["branches"][0].update(when="size('人') == 1"),
        "/branches/0/when",
        "size 数的是字节，请用 length 或 count",
    ),
    "result in a condition": (lambda d: instant(d)["branches"][0].update(when="result == 'grant'"), "/branches/0/when", "没有变量 result"),
    "data": (lambda d: instant(d)["data"].update(archive="archives.first"), "/data/archive", "没有变量 archives"),
    "asked of no field": (
        lambda d: instant(d).update(
            by_hand=[{"key": "archive", "label": "甲", "parts": [{"key": "name", "label": "乙", "asked": "mood"}]}]
        ),
        "/by_hand/0/parts/0/asked",
        "表格里没有 mood 这一项",
    ),
    "criteria ask a register": (
        lambda d: instant(d)["registers"][1].update(criteria={"from": "personnel.archive.since"}),
        "/registers/1/criteria/from",
        "没有变量 personnel",
    ),
    "neither true nor false": (
        lambda d: instant(d)["branches"][0].update(when="'maybe'"),
        "/examples/0",
        "档案在库：规则算不出来：第 1 条得出 'maybe'，不是 true 或 false",
    ),
    "no person's reason": (lambda d: instant(d)["branches"][0].pop("reason"), "/branches/0", "转人工要写理由（reason）"),
    "a proof of no record nobody offers": (
        lambda d: instant(d)["branches"][0].update(outcome="no_record"),
        "/branches/0/outcome",
        "结果里没有写可以出具无记录证明（offers_no_record）",
    ),
    "refusal": (
        lambda d: instant(d)["branches"][0].update(outcome="refuse"),
        "/branches/0/outcome",
        "请从这些里选一个：grant、no_record、person",
    ),
    "no examples": (lambda d: instant(d).update(examples=[]), "/examples", "规则要带示例，请补上"),
    "example decided otherwise": (
        lambda d: instant(d)["examples"][0].update(expect="person"),
        "/examples/0/expect",
        "档案在库：规则得出的是 grant",
    ),
    "example with other data": (lambda d: instant(d)["examples"][0].update(data={"archive": None}), "/examples/0/data", "规则给出的是"),
    "example with an unknown variable": (
        lambda d: instant(d)["examples"][0]["given"].update(weather="fine"),
        "/examples/0/given",
        "没有变量 weather",
    ),
    "branch no example reaches": (
        lambda d: instant(d).update(examples=instant(d)["examples"][:1]),
        "/branches/0",
        "没有示例走到这一条，请加一个",
    ),
    "population not asked": (
        lambda d: instant(d)["registers"].pop(0),
        "",
        "当场办结的事项要查 population（单位办的查 enterprise），人已去世、单位已注销时才能发现",
    ),
    "group of a register not asked": (
        lambda d: instant(d).update(groups={"g": group(register="tax")}),
        "",
        "分组用到了 tax，而规则没有查它",
    ),
    "group under a name that is taken": (
        lambda d: instant(d).update(groups={"personnel": group()}),
        "",
        "personnel 这个名字已有别的用处，不能作基础库或分组的名字",
    ),
    "group of unknown rows": (lambda d: instant(d).update(groups={"g": group(rows="shoes")}), "/groups/g/rows", "personnel 里没有 shoes"),
    "group by what rows have not": (
        lambda d: _grouped_by(d, "colour"),
        "/examples/0",
        "档案在库：规则算不出来：relatives 分不了组（KeyError）",
    ),
    "register": (
        lambda d: instant(d)["registers"].append({"register": "stars"}),
        "/registers",
        "没有叫 stars 的基础库；是不是想写 seals？",
    ),
    "register twice": (lambda d: instant(d)["registers"].append({"register": "personnel"}), "", "每个基础库只查一次"),
    "register that is a built-in name": (
        lambda d: instant(d)["registers"].append({"register": "form"}),
        "",
        "form 这个名字已有别的用处，不能作基础库或分组的名字",
    ),
    "file of a register not asked": (lambda d: instant(d).update(relayed={"register": "tax"}), "", "转交的文件要来自规则查过的基础库"),
}


@pytest.mark.parametrize("kind", RULE_FAULTS)
def test_a_rules_fault_is_found_when_loaded(kind: str, spoil: Callable[[str, Change], Path]):
    change, pointer, message = RULE_FAULTS[kind]
    faults = check(spoil("items/archive-proof.yaml", change) / "items" / "archive-proof.yaml")
    found = [each for each in faults if each.pointer == f"/versions/0/instant{pointer}" and message in each.message]
    assert found, [str(fault) for fault in faults]
    assert all(in_chinese(fault.message) for fault in faults)


def test_functions():
    assert months_between("2025-12", "2026-11") == 12
    assert months_between("2026-11", "2025-12") == 0
    assert month_before("2026-11-23", 11) == "2025-12"
    assert month_before("2026-01", 1) == "2025-12"
    assert age_on("1946-11-24", "2026-11-23") == 79
    assert age_on("1946-11-23", "2026-11-23") == 80
    assert length("𠮷中") == 2
    assert same_name("阿依古丽·买买提", "阿依古丽•买买提 ")
    assert not same_name("王桂芳", "王桂方")
    assert FUNCTIONS["count"]([]) == 0
    assert FUNCTIONS["lowest"](["b", "a"]) == "a"
    assert FUNCTIONS["highest"]([]) is None
    assert FUNCTIONS["last"]([1, 2]) == 2
    assert FUNCTIONS["last"]([]) is None


def test_a_rule_has_a_name_that_changes_with_it(catalogue: Catalogue):
    version = catalogue.version("archive-proof", TODAY)
    assert version.instant
    changed = version.instant.model_copy(update={"otherwise": "另有原因"})
    assert version.instant.digest != changed.digest
    assert len(version.instant.digest) == 16


def test_only_instant_items_have_a_rule(catalogue: Catalogue):
    with pytest.raises(ValueError, match="not an instant item"):
        catalogue.rule(catalogue.version("longevity", TODAY))
