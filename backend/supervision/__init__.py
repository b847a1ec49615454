"""Supervision (电子监察): who used the time of a case, and the cards (红黄牌) given for it by the district's rules."""

from backend.supervision.appeals import Appeals
from backend.supervision.core import Office, load_card_rules
from backend.supervision.export import Export
from backend.supervision.giving import Giving
from backend.supervision.subjects import CaseSource

__all__ = ["CaseSource", "Office", "Supervision", "load_card_rules"]


class Supervision(Giving, Appeals, Export):
    """Everything supervision does."""
