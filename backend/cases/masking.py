"""Answers for who does not work on a case: that something was answered, and not what."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import JsonValue

from backend.people import mask_name
from models.acts import is_enterprise
from models.answer_views import ChangeView
from models.base import View
from models.cases import Case, LookedUp
from models.forms import Origin

V = TypeVar("V", bound=View)


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


def without_names(view: V, case: Case) -> V:
    """The same with everybody's name masked who has part in the case, wherever it stands; of units and of staff as they are."""
    names = sorted({each for each in _people(case) if len(each) > 1}, key=len, reverse=True)
    return type(view).model_validate(_renamed(view.model_dump(), {each: mask_name(each) for each in names}))


def _people(case: Case) -> Iterator[str]:
    """Its applicant and agent, whoever acted on it or stood there, and whoever is or was asked something."""
    yield from (each.actor["name"] for each in case.events if each.actor["kind"] == "citizen" and not is_enterprise(each.actor["id"]))
    yield from (each.who_name for each in case.obligations if not is_enterprise(each.who or ""))
    yield from (each.met_by.name for each in case.obligations if each.met_by is not None and not is_enterprise(each.met_by.id))
    if case.agent is not None:
        yield case.agent.name
    if not is_enterprise(case.person):
        yield case.person_name


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(inner, names) for key, inner in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list | tuple):
        return [_renamed(inner, names) for inner in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, str):
        for name, mask in names.items():
            value = value.replace(name, mask) if name in value else value
    return value
