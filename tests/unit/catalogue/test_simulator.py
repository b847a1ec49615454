"""A version is tried on cases before it is published: decisions, materials, forms, due dates and proxies that would change."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from backend.catalogue import Catalogue
from backend.catalogue.simulator import Replay, demo_year, effect_words, simulate
from backend.clock import SHANGHAI
from backend.workdays import Pause, WorkCalendar
from models.catalogue import Item, ItemVersion
from models.catalogue.simulation import Simulation
from models.kept_answers import KeptAnswer
from models.registers import RECORD_MODELS, Outcome, Provenance, RegisterAnswer
from server import main
from tests.unit.catalogue.conftest import CATALOGUE

Edit = Callable[[dict[str, Any]], object]
ACCEPTED = datetime(2026, 11, 20, 10, 0, tzinfo=SHANGHAI)
POPULATION = {"name": "李敏"}
NAMES = {"personnel": "人事档案", "social_insurance": "社会保险"}


@cache
def _read(code: str) -> dict[str, Any]:
    return yaml.safe_load((CATALOGUE / "items" / f"{code}.yaml").read_text("utf-8"))


def edited(code: str, edit: Edit) -> Item:
    data = deepcopy(_read(code))
    edit(data["versions"][0])
    return Item.model_validate(data)


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    return WorkCalendar.load(CATALOGUE / "calendars")


def case(before: ItemVersion, **more: Any) -> Replay:
    given = {"population": POPULATION, "social_insurance": {"insured": [], "payments": []}} if before.instant else None
    form = {"range": "all", "purpose": "loan"} if before.instant else {"under_age": "minor", "collection": "post"}
    return Replay(**{"number": "99010120261123000012", "on": date(2026, 11, 23), "before": before, "form": form, "given": given, **more})


def tried(code: str, catalogue: Catalogue, calendar: WorkCalendar, edit: Edit, **more: Any) -> Simulation:
    item = edited(code, edit)
    return simulate(item, item.versions[0], [case(catalogue.item(code).versions[0], **more)], calendar, NAMES, "一件")


def hand_over(version: dict[str, Any]) -> None:
    version["instant"]["branches"][1] = {"when": "paid == []", "outcome": "person", "reason": "没有缴费的，由人工核对。"}


def test_a_decision_that_would_change_is_told_with_its_branches(catalogue: Catalogue, calendar: WorkCalendar):
    told = tried("ss-proof", catalogue, calendar, hand_over)
    effect = told.effects[0]
    assert (told.cases, told.changed, told.unknown, effect.number) == (1, 1, 0, "99010120261123000012")
    assert effect.before
    assert effect.after
    assert (effect.before.outcome, effect.before.branch) == ("出具无记录证明", "第2条：paid == []")
    assert (effect.after.outcome, effect.after.reason) == ("转人工", "没有缴费的，由人工核对。")
    assert "决定从「出具无记录证明" in effect_words(effect)


def test_a_decision_without_the_registers_answers_is_not_guessed(catalogue: Catalogue, calendar: WorkCalendar):
    told = tried("ss-proof", catalogue, calendar, hand_over, given=None)
    assert (told.changed, told.unknown, told.effects) == (0, 1, [])
    assert told.unknown_because == ["1件：当时各部门系统返回的内容没有保存（或者本人注销账户时已经删除），规则又有改动，不能重算，也不猜。"]
    same = tried("ss-proof", catalogue, calendar, lambda v: v["guide"].update(phone="12345"), given=None)
    assert (same.changed, same.unknown, same.effects) == (0, 0, []), "the same rule decides the same"


PERSON = {"document_type": "resident_card", "id_number": "11010519491231002X", "name": "李敏", "updated_at": "2026-11-01T00:00:00+08:00"}
MONTHS = [{"month": f"2026-0{month}", "insurance": "失业保险", "employer": "江州精工", "base": "9100.00"} for month in (1, 2, 3)]
INSURED = {"insurance": "失业保险", "state": "参保缴费", "since": "2026-01", "until": "2026-03", "total_months": 3, "employer": "江州精工"}


def kept(catalogue: Catalogue) -> dict[str, KeptAnswer]:
    """What the rule of ss-proof used of the registers' answers for somebody with three months paid."""
    version = catalogue.item("ss-proof").versions[0]
    rule = catalogue.rule(version)
    records = {
        "population": {**PERSON, "record_id": "P-1", "sex": "女", "born": "1949-12-31", "address": "", "status": "正常"},
        "social_insurance": {
            **PERSON,
            "record_id": "S-1",
            "personal_number": "1",
            "period": {"start": "2025-12", "end": "2026-11"},
            "insured": [INSURED],
            "payments": MONTHS,
        },
    }
    answers = {
        name: RegisterAnswer(
            outcome=Outcome.FOUND,
            record=RECORD_MODELS[name].model_validate(record),
            provenance=Provenance(source=name, record_id=record["record_id"], fetched_at=ACCEPTED, digest="0"),
        )
        for name, record in records.items()
    }
    return rule.keep(answers, rule.criteria({"range": "year", "purpose": "loan"}, date(2026, 11, 23)))


def replayed(catalogue: Catalogue, calendar: WorkCalendar, edit: Edit, **more: Any) -> Simulation:
    """The rule of ss-proof changed, tried on a case with what its registers answered."""
    told = {"given": None, "form": {"range": "year", "purpose": "loan"}, "answers": kept(catalogue), **more}
    return tried("ss-proof", catalogue, calendar, edit, **told)


def at_least(months: int) -> Edit:
    return lambda v: v["instant"]["branches"][1].update(
        when=f"paid.all(p, p.count < {months})", outcome="person", reason="缴费月数不够，由人工核对。"
    )


def test_only_what_the_rule_used_is_kept(catalogue: Catalogue) -> None:
    answers = kept(catalogue)
    assert (answers["population"].record, answers["population"].members) == ({}, []), "whether they live, and nothing else"
    insurance = answers["social_insurance"]
    assert (list(insurance.record), insurance.criteria) == (["insured"], {"from": "2025-12", "to": "2026-11"})
    [group] = insurance.groups
    assert (group.found[0]["count"], group.found[0]["key"]) == (3, "失业保险"), "the sum of the payments, not the payments"
    assert insurance.provenance.record_id == "S-1"


def test_a_moved_threshold_decides_kept_answers_anew(catalogue: Catalogue, calendar: WorkCalendar) -> None:
    higher = replayed(catalogue, calendar, at_least(4)).effects[0]
    assert higher.before
    assert higher.after
    assert (higher.before.outcome, higher.after.reason) == ("当场出证", "缴费月数不够，由人工核对。")
    lower = replayed(catalogue, calendar, at_least(3))
    assert (lower.changed, lower.unknown, lower.effects) == (0, 0, [])


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (lambda i: i["registers"].append({"register": "personnel"}), "新规则要查「人事档案」，这些办件当时没有查过"),
        (lambda i: i["registers"][1]["criteria"].update({"from": '"1990-01"'}), "查询的范围和当时不一样"),
        (lambda i: i["branches"][1].update(when='social_insurance.personal_number == ""'), "要用「社会保险」里的personal_number"),
        (lambda i: i["groups"]["paid"].update(group="employer"), "要用「社会保险」里的payments"),
        (lambda i: i["branches"][1].update(when="social_insurance == {}"), "要用「社会保险」里的整条记录"),
    ],
)
def test_what_was_not_kept_is_named_and_not_guessed(
    catalogue: Catalogue, calendar: WorkCalendar, edit: Callable[[dict[str, Any]], object], why: str
) -> None:
    told = replayed(catalogue, calendar, lambda version: edit(version["instant"]))
    assert (told.changed, told.unknown, told.effects) == (0, 1, [])
    assert why in told.unknown_because[0]


def test_what_the_rule_would_have_granted_but_for_the_file_is_no_matter_of_the_rule(catalogue: Catalogue, calendar: WorkCalendar) -> None:
    told = replayed(catalogue, calendar, at_least(4), handed_over_for="开具部门没有返回证明文件，需要工作人员联系核对。")
    assert (told.changed, told.unknown) == (0, 1)
    assert "不由规则决定" in told.unknown_because[0]


def test_criteria_that_fail_on_old_answers_hand_to_a_person(catalogue: Catalogue, calendar: WorkCalendar) -> None:
    told = replayed(catalogue, calendar, lambda v: v["instant"]["registers"][1]["criteria"].update({"from": "form.purpose + 1"}))
    assert told.effects[0].after
    assert "算不出结果" in told.effects[0].after.reason


def test_an_item_people_decide_from_now_on_cannot_be_decided_anew(catalogue: Catalogue, calendar: WorkCalendar):
    item = edited("ss-proof", lambda v: v.update(instant=None))
    told = simulate(item, item.versions[0], [case(catalogue.item("ss-proof").versions[0])], calendar, NAMES, "一件")
    assert "改为由工作人员决定" in told.unknown_because[0]


def test_a_rule_that_fails_hands_to_a_person(catalogue: Catalogue, calendar: WorkCalendar):
    told = tried("ss-proof", catalogue, calendar, lambda v: v["instant"]["branches"][1].update(when="population.missing.name == 'a'"))
    assert told.effects[0].after
    assert "算不出结果" in told.effects[0].after.reason


def test_a_certificate_that_would_say_something_else(catalogue: Catalogue, calendar: WorkCalendar):
    told = tried("ss-proof", catalogue, calendar, lambda v: v["instant"]["data"].update(place='"江州市"'))
    assert (told.changed, told.effects[0].data) == (0, ["place"])
    assert "1件证明的结果不变，但证明上的内容会不一样。" in told.summary


def test_materials_are_those_of_the_cases_own_answers(catalogue: Catalogue, calendar: WorkCalendar):
    def edit(version: dict[str, Any]) -> None:
        version["materials"] = [each for each in version["materials"] if each["key"] != "guardianship"]
        version["materials"].append({"key": "lease", "name": "租房合同", "source": "self", "accepts": ["pdf"]})

    told = tried("ssc-apply", catalogue, calendar, edit)
    assert (told.effects[0].newly_asked, told.effects[0].no_longer_asked) == (["租房合同"], ["看得出监护关系的证件"])
    adult = tried("ssc-apply", catalogue, calendar, edit, form={"under_age": "adult"})
    assert adult.effects[0].no_longer_asked == []
    agent = tried("ssc-apply", catalogue, calendar, lambda v: v["materials"].pop(3), agent=True)
    assert agent.effects[0].no_longer_asked == ["代办人的居民身份证"]


def test_a_field_more_and_an_option_less_must_be_filled_in(catalogue: Catalogue, calendar: WorkCalendar):
    def edit(version: dict[str, Any]) -> None:
        version["form"].append({"key": "school", "label": "学校", "type": "text"})
        version["form"][2]["options"].pop(1)

    told = tried("ssc-apply", catalogue, calendar, edit)
    assert told.effects[0].to_fill == ["「持卡人满16周岁了吗」请从列出的选项里选一项。", "请填写「学校」。"]


def test_due_dates_move_and_stops_still_count(catalogue: Catalogue, calendar: WorkCalendar):
    edit: Edit = lambda version: version["clocks"]["promised"].update(n=5)
    plain = tried("ssc-apply", catalogue, calendar, edit, accepted_at=ACCEPTED).effects[0]
    assert plain.due_before
    assert plain.due_after
    assert (plain.due_before.date(), plain.due_after.date()) == (date(2026, 12, 4), date(2026, 11, 27))
    stop = Pause(datetime(2026, 11, 24, 9, tzinfo=SHANGHAI), datetime(2026, 11, 25, 17, tzinfo=SHANGHAI))
    stopped = tried("ssc-apply", catalogue, calendar, edit, accepted_at=ACCEPTED, pauses=(stop,)).effects[0]
    assert stopped.due_after
    assert stopped.due_after.date() > plain.due_after.date()
    open_stop = Pause(datetime(2026, 11, 24, 9, tzinfo=SHANGHAI), None)
    assert tried("ssc-apply", catalogue, calendar, edit, accepted_at=ACCEPTED, pauses=(open_stop,)).effects == []


def test_an_agent_who_could_not_act_any_more(catalogue: Catalogue, calendar: WorkCalendar):
    edit: Edit = lambda version: version.update(proxy={"allowed": False, "reason": "要看本人"})
    assert tried("ssc-apply", catalogue, calendar, edit, agent=True).effects[0].proxy == "要看本人"
    assert tried("ssc-apply", catalogue, calendar, edit).effects == []


def elder(born: str, **more: Any) -> dict[str, Any]:
    """A longevity case of somebody born then, granted by people on what the population register says."""
    form = {"elder_name": "王桂芳", "born": born, "household_place": "罗溪街道榕树里12号", "living": "same"}
    form |= {
        "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"},
        "phone": "16900000001",
        "alive_statement": True,
    }
    day = date(2026, 11, 25)
    kept = {"form": form, "facts": frozenset({"born"}), "region": "990101", "decided": "准予办结", "decided_on": day}
    return {"given": None, **kept, **more}


def from_age(years: int) -> Edit:
    return lambda v: v["form"][1]["rules"][0].update(max={"of": "today", "months": -12 * years}, message=f"年满{years}周岁才能申领。")


def test_a_moved_age_limit_keeps_out_who_was_granted_on_their_birth_date(catalogue: Catalogue, calendar: WorkCalendar) -> None:
    told = tried("longevity", catalogue, calendar, from_age(85), **elder("1944-05-01"))
    effect = told.effects[0]
    assert (told.changed, told.unknown, effect.to_fill) == (1, 0, [])
    assert effect.before
    assert effect.after
    assert (effect.before.outcome, effect.after.outcome) == ("准予办结", "不能申请")
    assert "1件以后不能申请。" in told.summary
    assert "决定从「准予办结」变为「不能申请（申请条件「出生日期」，年满85周岁才能申领。）」" in effect_words(effect)
    older = tried("longevity", catalogue, calendar, from_age(85), **elder("1940-05-01"))
    assert (older.changed, older.effects) == (0, [])
    refused = tried("longevity", catalogue, calendar, from_age(85), **elder("1944-05-01", refused=True))
    assert refused.changed == 0, "who was refused anyway is decided no other way"


def test_an_age_limit_on_an_answer_no_register_gave_is_the_applicants_to_mend(catalogue: Catalogue, calendar: WorkCalendar) -> None:
    told = tried("longevity", catalogue, calendar, from_age(85), **elder("1944-05-01", facts=frozenset()))
    assert (told.changed, told.effects[0].to_fill) == (0, ["年满85周岁才能申领。"])


def test_an_amount_by_age_moves_with_the_age_of_its_standard(catalogue: Catalogue, calendar: WorkCalendar) -> None:
    def edit(version: dict[str, Any]) -> None:
        fills = {each["key"]: each for step in version["steps"] for each in step.get("fills", ())}
        fills["monthly_amount"]["standards"][1]["when"][0]["max"] = {"of": "today", "months": -1020}

    told = tried("longevity", catalogue, calendar, edit, **elder("1940-05-01"))
    assert (told.changed, told.effects[0].fixed) == (1, ["每月发放金额（元）从「100」变为「300」"])
    assert "1件核定的内容（例如金额）会不一样。" in told.summary
    assert tried("longevity", catalogue, calendar, edit, **elder("1944-05-01")).effects == []
    assert tried("longevity", catalogue, calendar, edit, **elder("1940-05-01", region="990102")).effects == [], "another district's"


def test_what_registers_would_be_asked_otherwise_is_not_guessed(catalogue: Catalogue, calendar: WorkCalendar) -> None:
    edit: Edit = lambda version: version["rests_on"][0].update(equals="正常居住")
    told = tried("longevity", catalogue, calendar, edit, **elder("1940-05-01"))
    assert (told.changed, told.unknown) == (0, 1)
    assert "当时的回答没有保存" in told.unknown_because[0]

    def both(version: dict[str, Any]) -> None:
        edit(version)
        from_age(85)(version)

    barred = tried("longevity", catalogue, calendar, both, **elder("1944-05-01"))
    assert (barred.changed, barred.unknown) == (1, 0), "too young whatever a register says"


def test_a_made_up_year_shows_a_moved_age_limit(catalogue: Catalogue, calendar: WorkCalendar) -> None:
    version, after = catalogue.item("longevity").versions[0], edited("longevity", from_age(85))
    told = simulate(after, after.versions[0], demo_year(version, version, calendar, 7), calendar, NAMES, "一年")
    assert 0 < told.changed <= 240
    assert all(each.after and each.after.outcome == "不能申请" for each in told.effects)


@pytest.mark.parametrize("code", ["ss-proof", "archive-proof", "ss-proof-unit", "ssc-apply", "longevity"])
def test_a_made_up_year_is_the_same_for_the_same_seed_and_changes_nothing_by_itself(
    catalogue: Catalogue, calendar: WorkCalendar, code: str
):
    item = catalogue.item(code)
    version = item.versions[0]
    year = demo_year(version, version, calendar, 7)
    assert year == demo_year(version, version, calendar, 7)
    assert year != demo_year(version, version, calendar, 8)
    assert all(each.on.year == 2026 and calendar.is_workday(each.on) for each in year)
    told = simulate(item, version, year, calendar, NAMES, "一年")
    assert (told.cases, told.changed, told.unknown, told.effects) == (240, 0, 0, [])


def test_a_made_up_year_reaches_every_line_of_a_rule(catalogue: Catalogue, calendar: WorkCalendar):
    """Taking away any branch that decides something is seen in the year."""
    item = catalogue.item("ss-proof")
    assert item.versions[0].instant
    for number in range(len(item.versions[0].instant.branches)):
        after = edited("ss-proof", lambda v, number=number: v["instant"]["branches"][number].update(outcome="person", reason="人工核对"))
        year = demo_year(item.versions[0], after.versions[0], calendar, 2026)
        assert simulate(after, after.versions[0], year, calendar, NAMES, "一年").changed > 10, number


def test_no_case_is_said_so(catalogue: Catalogue, calendar: WorkCalendar):
    item = catalogue.item("ss-proof")
    assert simulate(item, item.versions[0], [], calendar, NAMES, "一件").summary == ["没有可以用来试的办件。"]


def test_the_command_tries_a_file_on_a_year(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    path = tmp_path / "ssc-apply.yaml"
    text = (CATALOGUE / "items" / "ssc-apply.yaml").read_text("utf-8")
    path.write_text(text.replace("promised: {n: 10,", "promised: {n: 1,", 1).replace("duration: 10个", "duration: 1个", 1), "utf-8")
    assert main(["simulate", str(path), "--demo-year", "--seed", "3"]) == 0
    out = capsys.readouterr().out
    assert "按种子 3 编出的一年申请，共240件（不是真实办件）" in out
    assert "240件的办结日期会提前。" in out
    assert "  · 演示0001（2026年" in out
