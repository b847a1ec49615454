"""Answers for who does not work on a case: that something was answered, and not what."""

from pydantic import JsonValue

from models.answer_views import ChangeView
from models.cases import Case, LookedUp
from models.forms import Origin


def masked(value: JsonValue) -> JsonValue:
    """The shape of an answer without what it says."""
    if isinstance(value, dict):
        return {key: masked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [masked(inner) for inner in value]
    return None if value is None else "***"


def masked_origin(origin: Origin) -> Origin:
    """Where an answer comes from, without what the register said."""
    return origin.model_copy(update={"original": masked(origin.original)})


def masked_findings(case: Case) -> dict[str, list[LookedUp]]:
    """That somebody is not known as what they are named for, without who and in what."""
    hidden = {"name": "***", "found": ["***"]}
    return {key: [each.model_copy(update=hidden) for each in said if each.found] for key, said in case.looked_up.items()}


def masked_change(change: ChangeView) -> ChangeView:
    """That an answer changed, without from what to what."""
    return change.model_copy(update={"before": masked(change.before), "after": masked(change.after)})
