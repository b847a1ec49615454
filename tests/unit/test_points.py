"""Points without a database: the scheme's checks, what it counts, the order of a round and who gets which wish."""

import re
import shutil
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backend.catalogue import Catalogue, CatalogueFaults, Fault, load_catalogue
from backend.clock import SHANGHAI
from backend.errors import Invalid
from backend.points import PointsScheme, check_scheme, load_scheme
from backend.points.lines import require_points, settled, total_of
from backend.points.ranking import Contender, Ranked, digest_of_rows, ranked
from backend.points.views import LAST
from catalogue_commands import check_files
from models.cases import PartStanding, PartStatus
from models.catalogue import Tie
from models.points import PlaceOutcome, Scheme, SheetLine
from tests.sandbox_control import ROOT
from tests.unit.catalogue.faults import in_chinese

CATALOGUE = load_catalogue(ROOT / "catalogue")
RAW = (ROOT / "catalogue" / "points.yaml").read_text(encoding="utf-8")
MONDAY = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
TIES = (Tie(figure="residence_months", name="居住时间"), Tie.model_validate({"figure": "handed_in", "name": "提交时间", "first": "lowest"}))


def raw() -> dict[str, Any]:
    return yaml.safe_load(RAW)


def indicator(data: dict[str, Any], key: str) -> dict[str, Any]:
    return next(each for each in data["indicators"] if each["key"] == key)


def told(change: Callable[[dict[str, Any]], None], directory: Path) -> list[Fault]:
    """The faults of a scheme that was changed."""
    data = raw()
    change(data)
    (directory / "points.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return check_scheme(directory, CATALOGUE)


def _uncounted(data: dict[str, Any]) -> None:
    for example in data["examples"]:
        example["points"].pop("tax", None)


FAULTS: dict[str, tuple[Callable[[dict[str, Any]], None], str, str]] = {  # how it is spoiled, the pointer, the words
    "item": (lambda d: d.update(item="points-confrim"), "/item", "是不是想写 points-confirm？"),
    "part": (
        lambda d: indicator(d, "home").update(part="hoem"),
        "/indicators/5/part",
        "没有叫 hoem 的环节（points-confirm）；是不是想写 home？",
    ),
    "register": (lambda d: indicator(d, "home").update(registers=["magic"]), "/indicators/5/registers", "没有叫 magic 的基础库"),
    "figure's register": (lambda d: d["figures"][0].update(registers=["magic"]), "/figures/0/registers", "没有叫 magic 的基础库"),
    "criteria": (lambda d: d["criteria"].update(magic={}), "/criteria/magic", "没有叫 magic 的基础库"),
    "criteria of what nothing asks": (lambda d: d["criteria"].update(weather={}), "/criteria/weather", "没有指标查 weather，请删去"),
    "asked for nothing": (
        lambda d: indicator(d, "age")["registers"].append("tax"),
        "/indicators/0/registers",
        "查了 tax 却没有用到，请删去",
    ),
    "member": (lambda d: indicator(d, "home").update(points="homes.kindd"), "/indicators/5/points", "homes 里没有 kindd"),
    "expression": (lambda d: indicator(d, "home").update(points="homes + "), "/indicators/5/points", "不是 CEL 表达式"),
    "register it does not ask": (
        lambda d: indicator(d, "home").update(points="homes != {} ? tax.total_tax : 0"),
        "/indicators/5/points",
        "没有变量 tax",
    ),
    "function": (lambda d: d["criteria"]["tax"].update(to="fly(today)"), "/criteria/tax/to", "没有函数 fly"),
    "whose yes": (lambda d: d["confirmation"].update(step="hand_out"), "/confirmation/step", "hand_out 不是申请人的、有时限的步骤"),
    "reminded too late": (lambda d: d["confirmation"]["remind_after"].update(n=5), "/confirmation/remind_after", "提醒要早于时限，请改短"),
    "claims": (
        lambda d: d.update(claims="employment"),
        "/claims",
        "employment 的选项是 ，而要申报的指标是 education、home、service、skills、tax，两边要一致",
    ),
    "claimed": (
        lambda d: indicator(d, "tax").update(claimed=False),
        "/claims",
        "claims 的选项是 education、home、service、skills、tax，而要申报的指标是 education、home、service、skills，两边要一致",
    ),
    "tie": (lambda d: d["figures"].pop(0), "/figures", "同分时比 residence_months，没有这个数值"),
    "more than the most": (
        lambda d: indicator(d, "education").update(most=50),
        "/indicators/3/points",
        "本科给 60 分，不在 0 到 50 之间",
    ),
    "less than the least": (
        lambda d: indicator(d, "skills").update(least=10),
        "/indicators/4/points",
        "初级工给 0 分，不在 10 到 50 之间",
    ),
    "least above most": (lambda d: indicator(d, "home").update(least=20), "/indicators/5", "least 大于 most，请改"),
    "judged by a register": (
        lambda d: indicator(d, "service").update(registers=["homes"]),
        "/indicators/7",
        "由人判断的指标（judged）不查基础库，请只留一项",
    ),
    "given by nobody": (
        lambda d: indicator(d, "service").update(judged=False),
        "/indicators/7",
        "service 得不到分：既不查基础库，也没有人判断",
    ),
    "no time to object": (lambda d: d["objections_within"].update(n=0), "/objections_within", "至少要留 1 天"),
    "keys twice": (lambda d: d["figures"].append(d["figures"][0]), "", "指标和数值的 key 不能重复"),
    "no example": (lambda d: d.update(examples=[]), "/examples", "至少 1 项"),
    "an example of nothing": (lambda d: d["examples"][0]["points"].update(beauty=3), "/examples/0/points", "没有叫 beauty 的指标"),
    "a doubt of nothing": (lambda d: d["examples"][3].update(doubts=["skils"]), "/examples/3/doubts", "是不是想写 skills？"),
    "an example's figure": (lambda d: d["examples"][0]["figures"].update(months=3), "/examples/0/figures", "没有叫 months 的数值"),
    "an example's register": (
        lambda d: d["examples"][0]["given"].update(magic={}),
        "/examples/0/given",
        "没有叫 magic 的本方案的基础库",
    ),
    "never counted": (_uncounted, "/indicators/6", "没有示例算到 tax，请加一个"),
    "points": (lambda d: d["examples"][0]["points"].update(age=99), "/examples/0/points", "方案算出的是"),
    "figures": (lambda d: d["examples"][0]["figures"].update(residence_months=9), "/examples/0/figures", "数值是"),
    "doubts": (
        lambda d: d["examples"][0].update(doubts=["skills"]),
        "/examples/0/doubts",
        "大专毕业、租房、灵活就业参保的人：交给人判断的是 （没有）",
    ),
    "unknown key": (lambda d: d.update(colour="red"), "/colour", "没有这一项，请去掉"),
}


class TestScheme:
    def test_the_repositorys_scheme_has_no_fault(self) -> None:
        assert check_scheme(ROOT / "catalogue", CATALOGUE) == []
        assert load_scheme(ROOT / "catalogue", CATALOGUE).scheme.item == "points-confirm"

    @pytest.mark.parametrize("kind", FAULTS)
    def test_a_fault_is_found_where_it_is(self, kind: str, tmp_path: Path) -> None:
        change, pointer, words = FAULTS[kind]
        faults = told(change, tmp_path)
        found = [fault for fault in faults if fault.pointer == pointer and words in fault.message]
        assert found, [str(fault) for fault in faults]
        assert all(in_chinese(fault.message) for fault in faults)
        assert (found[0].file, found[0].line > 0) == ("points.yaml", True)
        with pytest.raises(CatalogueFaults, match=r"points\.yaml"):
            load_scheme(tmp_path, CATALOGUE)

    def test_a_file_that_is_none_is_told_as_every_other(self, tmp_path: Path) -> None:
        assert "没有这个文件" in check_scheme(tmp_path, CATALOGUE)[0].message
        (tmp_path / "points.yaml").write_text("item: [", encoding="utf-8")
        assert "不是有效的 YAML" in check_scheme(tmp_path, CATALOGUE)[0].message

    def test_what_only_follows_from_a_broken_item_is_not_told(self, tmp_path: Path) -> None:
        (tmp_path / "points.yaml").write_text(RAW, encoding="utf-8")
        assert check_scheme(tmp_path, Catalogue([], CATALOGUE.vocabulary)) == []

    def test_the_command_looks_at_it_too(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        home = Path(shutil.copytree(ROOT / "catalogue", tmp_path / "catalogue"))
        path = home / "points.yaml"
        path.write_text(RAW.replace("part: police", "part: polic", 1), encoding="utf-8")
        for subject in (home, path):
            assert check_files(subject, home) == 1
            assert "points.yaml:18: /indicators/0/part: 没有叫 polic 的环节（points-confirm）" in capsys.readouterr().out

    def test_points_stay_within_their_limits_and_doubt_is_a_persons_matter(self) -> None:
        scheme = PointsScheme(Scheme.model_validate(raw()))
        found = dict.fromkeys(scheme.scheme.registers, False) | {
            "social_insurance": True,
            "conduct": True,
            "homes": True,
            "residence": True,
        }
        values = {
            "form": {"claims": ["home"]},
            "today": "2026-11-23",
            "found": found,
            "social_insurance": {"insured": [{"total_months": 1200}]},
            "conduct": {"offences": 9, "breaches": 0},
            "homes": {},
            "residence": {},
        }
        counting = scheme.counted(values, {"population": "登记的姓名不一致"})
        lines = {each.indicator.key: (each.points, bool(each.doubt)) for each in counting.lines}
        assert lines == {"age": (0, True), "conduct": (-300, False), "insurance": (50, False), "home": (0, True)}
        assert counting.figures["residence_months"] == 0, "what cannot be told breaks no tie"

    def test_only_what_is_needed_is_asked(self) -> None:
        scheme = PointsScheme(Scheme.model_validate(raw()))
        asks = scheme.asks({"claims": ["tax"]}, date(2026, 11, 23))
        assert set(asks) == {"population", "conduct", "social_insurance", "tax", "residence"}
        assert asks["tax"] == {"from": "2023-11", "to": "2026-10"}


def line(**more: Any) -> SheetLine:
    return SheetLine(indicator="home", name="住所", part="home", department="newcomers", least=0, most=10, **more)


class TestLines:
    def test_what_a_department_did_not_agree_to_gives_nothing_but_deductions(self) -> None:
        standing = PartStanding(key="home", name="住所", department="newcomers", status=PartStatus.REFUSED, number="1")
        assert settled(line(proposed=5), standing).points == 0
        assert settled(line(proposed=-20), standing).points == -20
        assert settled(line(proposed=5), standing.model_copy(update={"status": PartStatus.GRANTED})).points == 5
        assert settled(line(proposed=5), None).points == 0

    def test_together_never_less_than_nothing(self) -> None:
        assert total_of([line(proposed=5), line(proposed=-20)]) == 0
        assert total_of([line(proposed=5, points=10), line(proposed=3)]) == 13

    @pytest.mark.parametrize(("points", "reason"), [(11, "多给一点"), (-1, "扣一点"), (6, None), (6, "")])
    def test_points_beyond_the_line_or_without_a_reason_are_refused(self, points: int, reason: str | None) -> None:
        with pytest.raises(Invalid):
            require_points(line(proposed=5), points, reason)


def contender(number: int, total: int, months: int = 0, *wishes: str, after: int = 0) -> Contender:
    case = f"case_{number}"
    handed_in, figures = MONDAY + timedelta(hours=after), {"residence_months": months}
    return Contender(case, f"{number:05d}", f"citizen_{number}", "王*", f"record_{number}", 1, total, figures, handed_in, wishes)


def cases(rows: list[Ranked]) -> list[str]:
    return [row.contender.case for row in rows]


class TestRanking:
    def test_points_then_ties_then_the_number(self) -> None:
        field = [contender(1, 80, 12), contender(2, 90), contender(3, 80, 24), contender(4, 80, 12, after=-1), contender(5, 80, 12)]
        rows = ranked(field, TIES, 3, {})
        assert cases(rows) == ["case_2", "case_3", "case_4", "case_1", "case_5"]
        assert [row.outcome for row in rows] == [PlaceOutcome.WITHIN] * 3 + [PlaceOutcome.BEYOND] * 2
        assert rows[1].ties == (24, "2026-11-23T10:00:00+08:00"), "what decided stands in the row"

    def test_whoever_stands_higher_chooses_first(self) -> None:
        field = [contender(1, 70, 0, "a", "b"), contender(2, 90, 0, "a", "b"), contender(3, 80, 0, "a", "b"), contender(4, 60, 0, "c")]
        rows = {row.contender.case: (row.given, row.wish, row.outcome.value) for row in ranked(field, TIES, 2, {"a": 1, "b": 1, "c": 0})}
        assert rows == {
            "case_2": ("a", 1, "within"),
            "case_3": ("b", 2, "within"),
            "case_1": ("", 0, "beyond"),
            "case_4": ("", 0, "beyond"),
        }

    def test_nobody_is_nothing(self) -> None:
        assert ranked([], TIES, 5, {}) == []

    @given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2), st.permutations("abc")), max_size=12), st.integers(0, 99))
    def test_the_order_of_arrival_changes_nothing_and_no_place_is_given_twice(
        self, people: list[tuple[int, int, list[str]]], seed: int
    ) -> None:
        field = [contender(number, total, months, *wishes) for number, (total, months, wishes) in enumerate(people)]
        shuffled = [*field]
        Random(seed).shuffle(shuffled)
        places = {"a": 1, "b": 2, "c": 0}
        first, second = ranked(field, TIES, 3, places), ranked(shuffled, TIES, 3, places)
        assert first == second
        given_out = [row.given for row in first if row.given]
        assert all(given_out.count(option) <= places[option] for option in places)
        free = {option: count - given_out.count(option) for option, count in places.items()}
        assert all(row.given or not any(free[wish] for wish in row.contender.wishes) for row in first), "no place stays empty"

    def test_a_digest_names_exactly_its_rows(self) -> None:
        assert digest_of_rows([(1, "a")]) == digest_of_rows([[1, "a"]])
        assert digest_of_rows([(1, "a")]) != digest_of_rows([(1, "b")])


def test_every_act_on_a_round_has_words_for_whoever_was_overtaken_by_it() -> None:
    sources = (ROOT / "backend" / "points").glob("*.py")
    named = {each for source in sources for each in re.findall(r'"(round\.[a-z_]+)"', source.read_text(encoding="utf-8"))}
    marks = {"round.duty_began", "round.duty_ended", "round.overdue", "round.run", "round.teller_read"}  # of the watch; a right; a look
    of_rows = {each for each in named if each.startswith("round.place_")}
    assert named - marks - of_rows == set(LAST)
