"""Supervision (电子监察, 红黄牌): who used the time, cards by rules in data, appeals and reviews. This face is all others use."""

from models.supervision.rules import CardRule, Level, Several, SupervisionRules
from models.supervision.time import (
    Breach,
    Budget,
    BudgetView,
    Holder,
    HolderView,
    Scope,
    Segment,
    SegmentView,
    Side,
    Subject,
    TimeView,
    Use,
    UseView,
)

__all__ = [
    "Breach",
    "Budget",
    "BudgetView",
    "CardRule",
    "Holder",
    "HolderView",
    "Level",
    "Scope",
    "Segment",
    "SegmentView",
    "Several",
    "Side",
    "Subject",
    "SupervisionRules",
    "TimeView",
    "Use",
    "UseView",
]
