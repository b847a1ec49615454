"""The catalogue (事项目录): load and check it, find items, fill forms in advance, write advice slips.

This face is all other rooms may use.
"""

from backend.catalogue.catalogue import Catalogue, Slice
from backend.catalogue.load import check, load_catalogue
from backend.catalogue.rules import Decision, Question, Rule, RuleFailed
from backend.catalogue.source import CatalogueFaults, Fault

__all__ = ["Catalogue", "CatalogueFaults", "Decision", "Fault", "Question", "Rule", "RuleFailed", "Slice", "check", "load_catalogue"]
