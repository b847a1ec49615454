"""Ledgers as data: periods, what is refused when they are loaded, and cells a spreadsheet cannot run."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from backend import spreadsheets
from backend.catalogue import load_catalogue
from backend.ledgers import as_csv, bounds, load_ledgers
from models.ledgers import ColumnView, LedgerView, Period
from tests.sandbox_control import ROOT

CATALOGUE = load_catalogue(ROOT / "catalogue")
ROLL = yaml.safe_load((ROOT / "catalogue" / "ledgers" / "longevity-roll.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("period", "day", "since", "after"),
    [
        (Period.MONTH, "2026-11-23", "2026-11-01", "2026-12-01"),
        (Period.MONTH, "2026-12-31", "2026-12-01", "2027-01-01"),
        (Period.QUARTER, "2026-11-23", "2026-10-01", "2027-01-01"),
        (Period.QUARTER, "2026-03-31", "2026-01-01", "2026-04-01"),
        (Period.YEAR, "2026-11-23", "2026-01-01", "2027-01-01"),
    ],
)
def test_periods(period: Period, day: str, since: str, after: str) -> None:
    assert bounds(period, date.fromisoformat(day)) == (date.fromisoformat(since), date.fromisoformat(after))


def test_the_repositorys_ledgers_have_no_fault() -> None:
    assert {each.id for each in load_ledgers(ROOT / "catalogue", CATALOGUE)} >= {
        "births-by-child",
        "archive-proofs",
        "longevity-roll",
        "disability-roll",
        "low-income-roll",
    }


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d.update(department="navy"), "unknown department navy"),
        (lambda d: d.update(items=["flying"]), "unknown item flying"),
        (lambda d: d.update(id="other"), "not the name of its file"),
        (lambda d: d["columns"][0].update(path="case.shoe_size"), "case has no shoe_size"),
        (lambda d: d["columns"][0].update(path="form.mood"), "form has no mood"),
        (lambda d: d["columns"][0].update(path="filled.mood"), "filled has no mood"),
        (lambda d: d["columns"][0].update(otherwise=["form.mood"]), "form has no mood"),
        (lambda d: d.update(items=["longevity", "ss-proof"]), "ss-proof has none of form.account.bank"),
        (lambda d: d["columns"][0].update(path="applicant.phone"), "applicant has no phone"),
        (lambda d: d["columns"][0].update(path="form.born"), "born is personal"),
        (lambda d: d.update(where=[{"field": "mood", "equals": "fine"}]), "where asks mood"),
        (lambda d: d.update(unmasked_for=""), "need unmasked_for"),
        (lambda d: d.update(group=["number"]), "no other"),
        (lambda d: d["columns"].append(d["columns"][0]), "unique"),
        (lambda d: d.update(colour="red"), "Extra inputs"),
    ],
)
def test_a_fault_stops_the_start_and_names_its_file(tmp_path: Path, change: Callable[[dict[str, Any]], None], told: str) -> None:
    data = yaml.safe_load(yaml.safe_dump(ROLL))
    change(data)
    (tmp_path / "ledgers").mkdir()
    (tmp_path / "ledgers" / "longevity-roll.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ValueError, match="longevity-roll") as raised:
        load_ledgers(tmp_path, CATALOGUE)
    assert told in str(raised.value)


def test_a_spreadsheet_opens_it_and_runs_nothing() -> None:
    view = LedgerView(
        id="x",
        title="台账",
        department="民政局",
        since=date(2026, 11, 1),
        until=date(2026, 11, 30),
        columns=[ColumnView(key="a", label="姓名")],
        rows=[["=HYPERLINK(1)"], ["王芳"]],
        cases=2,
        defined="",
    )
    assert as_csv(view) == "\ufeff姓名\r\n'=HYPERLINK(1)\r\n王芳\r\n".encode()


def test_long_numbers_keep_all_their_digits_in_a_spreadsheet() -> None:
    text = spreadsheets.as_csv(["证件号码", "件数"], [["990101194403080025", "12"]]).decode("utf-8-sig")
    assert text.splitlines()[1] == "990101194403080025\t,12"
