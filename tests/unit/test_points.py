"""Points without a database: the scheme's checks, what it counts, the order of a round and who gets which wish."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backend.catalogue import load_catalogue
from backend.clock import SHANGHAI
from backend.errors import Invalid
from backend.points import PointsScheme, load_scheme
from backend.points.lines import require_points, settled, total_of
from backend.points.ranking import Contender, Ranked, digest_of_rows, ranked
from backend.points.scheme import scheme_faults
from models.cases import PartStanding, PartStatus
from models.catalogue import Tie
from models.points import PlaceOutcome, Scheme, SheetLine
from tests.sandbox_control import ROOT

CATALOGUE = load_catalogue(ROOT / "catalogue")
RAW = (ROOT / "catalogue" / "points.yaml").read_text(encoding="utf-8")
MONDAY = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
TIES = (Tie(figure="residence_months", name="居住时间"), Tie.model_validate({"figure": "handed_in", "name": "提交时间", "first": "lowest"}))


def raw() -> dict[str, Any]:
    return yaml.safe_load(RAW)


def indicator(data: dict[str, Any], key: str) -> dict[str, Any]:
    return next(each for each in data["indicators"] if each["key"] == key)


class TestScheme:
    def test_the_repositorys_scheme_has_no_fault(self) -> None:
        assert load_scheme(ROOT / "catalogue", CATALOGUE).scheme.item == "points-confirm"

    @pytest.mark.parametrize(
        ("change", "told"),
        [
            (lambda d: d.update(item="flying"), "unknown item flying"),
            (lambda d: indicator(d, "home").update(part="navy"), "unknown part navy"),
            (lambda d: indicator(d, "home").update(registers=["magic"]), "unknown register magic"),
            (lambda d: d["criteria"].update(magic={}), "unknown register magic"),
            (lambda d: indicator(d, "home").update(points="homes.kindd"), "homes has no member kindd"),
            (lambda d: indicator(d, "home").update(points="1 +"), "not CEL"),
            (lambda d: indicator(d, "home").update(points="tax.total_tax"), "undeclared variable tax"),
            (lambda d: d["criteria"]["tax"].update(to="fly(today)"), "undeclared function fly"),
            (lambda d: d.update(claims="employment"), "but claimed indicators are"),
            (lambda d: indicator(d, "tax").update(claimed=False), "but claimed indicators are"),
            (lambda d: d["figures"].pop(0), "breaks ties by residence_months"),
            (lambda d: d["examples"][0]["points"].update(age=99), "the scheme gives"),
            (lambda d: d["examples"][0]["figures"].update(residence_months=9), "the figures are"),
            (lambda d: d["examples"][0].update(doubts=["skills"]), "left to a person are none"),
        ],
    )
    def test_a_fault_is_named(self, change: Callable[[dict[str, Any]], None], told: str) -> None:
        data = raw()
        change(data)
        assert told in "; ".join(scheme_faults(Scheme.model_validate(data), CATALOGUE))

    @pytest.mark.parametrize(
        "change",
        [
            lambda d: indicator(d, "home").update(least=20),
            lambda d: indicator(d, "service").update(registers=["homes"]),
            lambda d: d["figures"].append(d["figures"][0]),
            lambda d: d.update(examples=[]),
        ],
    )
    def test_what_cannot_be_is_refused(self, change: Callable[[dict[str, Any]], None], tmp_path: Any) -> None:
        data = raw()
        change(data)
        (tmp_path / "points.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        with pytest.raises(ValueError, match=r"points\.yaml"):
            load_scheme(tmp_path, CATALOGUE)

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
