"""The catalogue (事项目录): load and check it, find items, show guides, fill forms in advance, write advice slips.

This face is all other rooms may use.
"""

from backend.catalogue.advice_slips import AdviceSlips
from backend.catalogue.by_hand import asked_for, facts_asked, require_asked, require_facts
from backend.catalogue.catalogue import Catalogue, Slice
from backend.catalogue.conditions import asked_when
from backend.catalogue.forms import (
    asked_answers,
    bound_value,
    form_faults,
    hold,
    needed_materials,
    on_day_asked,
    require_form,
    visible_fields,
)
from backend.catalogue.guides import Guides
from backend.catalogue.halves import stated_by_others
from backend.catalogue.limits import limits_for, variant_for
from backend.catalogue.load import check, load_catalogue
from backend.catalogue.objects import not_open, open_to, require_applicable, require_object, require_of_age
from backend.catalogue.organs import decider, handler, is_by_town, organ_of, own_organ
from backend.catalogue.prefill import Forms, completed, origins, unfit_words
from backend.catalogue.rule_check import expression_faults
from backend.catalogue.rules import Decision, Question, Rule, RuleFailed, Values, context_of, evaluate
from backend.catalogue.scribes import read_out, require_scribe
from backend.catalogue.source import CatalogueFaults, Fault
from backend.catalogue.vocabulary import ELSEWHERE, Vocabulary

__all__ = [
    "ELSEWHERE",
    "AdviceSlips",
    "Catalogue",
    "CatalogueFaults",
    "Decision",
    "Fault",
    "Forms",
    "Guides",
    "Question",
    "Rule",
    "RuleFailed",
    "Slice",
    "Values",
    "Vocabulary",
    "asked_answers",
    "asked_for",
    "asked_when",
    "bound_value",
    "check",
    "completed",
    "context_of",
    "decider",
    "evaluate",
    "expression_faults",
    "facts_asked",
    "form_faults",
    "handler",
    "hold",
    "is_by_town",
    "limits_for",
    "load_catalogue",
    "needed_materials",
    "not_open",
    "on_day_asked",
    "open_to",
    "organ_of",
    "origins",
    "own_organ",
    "read_out",
    "require_applicable",
    "require_asked",
    "require_facts",
    "require_form",
    "require_object",
    "require_of_age",
    "require_scribe",
    "stated_by_others",
    "unfit_words",
    "variant_for",
    "visible_fields",
]
