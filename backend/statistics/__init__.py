"""Statistics: facts of decided cases, kept as they are decided, and figures over them."""

from backend.statistics.engine import Statistics
from backend.statistics.facts import Facts

__all__ = ["Facts", "Statistics"]
