"""What whoever decides on a certificate the rule did not give sees before they do: why it came to them, what the registers said, what
the page still needs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import JsonValue

from backend.cases.actions import Action
from backend.catalogue import Catalogue, Question, asked_for, facts_asked
from models.cases import Case
from models.catalogue import Outcome
from models.fill_views import ByHandView, ToStateView, WantedView
from models.forms import FieldType
from models.kept_answers import KeptAnswer


def by_hand_view(case: Case, catalogue: Catalogue, actions: list[Action], today: date) -> ByHandView | None:
    """For whoever may grant it now; None for all others, and where no rule of ours gives the paper."""
    version = catalogue.version_by_id(case.item_version)
    if version.instant is None or Action.GRANT not in actions:
        return None
    said = case.snapshots[-1].answers if case.snapshots else {}
    question = Question(form=case.form, today=today, answers=said, agent=case.agent is not None)
    page = catalogue.rule(version).page(question, Outcome.GRANT)
    facts = [
        ToStateView(
            fact=fact,
            asked={
                key: WantedView(said=said, choice=field.type is FieldType.CHOICE)
                for key, (field, said) in asked_for(fact, version, case.form).items()
            },
            proposed=page.get(fact.key),
            on_record=_on_record(said, fact.on_record) if fact.on_record else None,
        )
        for fact in facts_asked(version.instant, case.form, today)
    ]
    return ByHandView(facts=facts, offers_no_record=version.result.offers_no_record)


def _on_record(said: Mapping[str, KeptAnswer], path: str) -> list[dict[str, JsonValue]]:
    """The records at a path of what a register said, one or several; none where there is nothing."""
    register, *members = path.split(".")
    value: Any = said[register].record if register in said else {}
    for member in members:
        value = value.get(member) if isinstance(value, dict) else None
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]
