"""What a district's published standards (标准) come to for an application: of a field officers fill in, the one that fits. Pure."""

from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from backend.catalogue.forms import bound_value, hold
from models.catalogue import Fill
from models.catalogue.deciding import Standard
from models.forms import FieldType

Answers = Mapping[str, JsonValue]


def standard_for(field: Fill, answers: Answers, region: str | None, today: date) -> Standard | None:
    """The first standard of the district whose conditions hold; None where there is none."""
    fits = (each for each in field.standards if each.region in (None, region) and hold(each.when, answers, today))
    return next(fits, None)


def most_of(standard: Standard, answers: Answers) -> float | None:
    """Up to how much officers may go, in yuan; None where the standard names a value."""
    if standard.most is None:
        return None
    return max(0.0, standard.most * _number(answers, standard.per, 1) - _number(answers, standard.less, 0))


def value_of(standard: Standard, field: Fill, today: date) -> JsonValue:
    """The value a standard names; of one that only bounds it, what the field begins with."""
    value = bound_value(standard.value, {}, today) if standard.value is not None else field.default
    return value[:7] if field.type is FieldType.MONTH and isinstance(value, str) else value


def _number(answers: Answers, key: str | None, otherwise: float) -> float:
    value = answers.get(key) if key is not None else None
    return value if isinstance(value, int | float) else otherwise
