"""Every act the product records has words an auditor can read."""

import re
from pathlib import Path

import pytest

from backend.cases.flow import TRANSITIONS
from backend.declared import declared
from backend.people.records import SUBJECTS
from models.audit import ActWords

ROOT = Path(__file__).parents[2]
WORDS = declared(ROOT / "catalogue" / "acts.yaml", ActWords)
_RECORDED = re.compile(r'(?:event_of|audit\.read)\(\s*(?:act|self\.act|_?\w*\(?\w*\)?),\s*"([a-z_]+\.[a-z_]+)"')

_LOOKED_AT = re.compile(r'subject(?:, purpose)? ?= ?f?"([a-z_]+)/')
_OF_NOBODY = {"audit", "halls", "stats"}  # a search of the log, a list behind a figure: of nobody, the purpose says what was asked


def recorded() -> set[str]:
    """The acts the engines name in full where they record them."""
    sources = [*(ROOT / "backend").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]
    named = {act for source in sources for act in _RECORDED.findall(source.read_text(encoding="utf-8"))}
    return named | {f"case.{each.effect}" for each in TRANSITIONS}


def test_there_are_acts_to_look_at() -> None:
    assert {"case.claimed", "person.read", "grant.revoked", "staff.totp_offered"} <= recorded()


@pytest.mark.parametrize("action", sorted(recorded()))
def test_every_act_has_words(action: str) -> None:
    assert WORDS.of(action) != action, f"say in catalogue/acts.yaml what {action} is"


def test_what_has_no_words_is_shown_as_it_is() -> None:
    assert WORDS.of("case.never_heard_of") == "case.never_heard_of"
    assert WORDS.of("nonsense") == "nonsense"


def test_the_one_whose_data_it_is_reads_what_was_looked_at() -> None:
    looked_at = {kind for source in (ROOT / "backend").rglob("*.py") for kind in _LOOKED_AT.findall(source.read_text(encoding="utf-8"))}
    assert {"cases", "notices", "forms", "licences"} <= looked_at
    assert looked_at - _OF_NOBODY <= set(SUBJECTS), "say in backend/people/records.py what that is"
