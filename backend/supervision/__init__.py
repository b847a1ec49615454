"""Supervision (电子监察): who used the time of a case, and what follows by the district's rules."""

from backend.supervision.core import Core, load_card_rules
from backend.supervision.subjects import CaseSource
from backend.supervision.views import Views

__all__ = ["CaseSource", "Supervision", "Views", "load_card_rules"]


class Supervision(Core):
    """Everything supervision does."""
