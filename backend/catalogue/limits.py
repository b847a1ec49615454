"""Which of an item's limits hold for given answers."""

from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from backend.catalogue.forms import asked_answers, hold
from models.catalogue import Clocks, ItemVersion


def variant_for(limits: Clocks, answers: Mapping[str, JsonValue], on: date) -> str:
    """The key of the first variant whose every condition holds for the answers of visible fields; empty: the item's own limits."""
    return next((each.key for each in limits.variants if hold(each.when, answers, on)), "")


def limits_for(version: ItemVersion, form: Mapping[str, JsonValue], on: date) -> Clocks:
    """The limits a case with that form would have if it were accepted that day."""
    return version.clocks.of(variant_for(version.clocks, asked_answers(version.form, form, on), on))
