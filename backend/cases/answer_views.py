"""Answers of a form as the office reads them: in the words of the form, in its order, with where each comes from."""

from collections.abc import Collection, Mapping

from pydantic import JsonValue

from backend.cases.words import said
from models.answer_views import AnswerView, EarlierAnswerView
from models.catalogue import ItemVersion
from models.forms import FieldType, FormField, Origin

_PEOPLE = (FieldType.PERSON, FieldType.PEOPLE)


def answer_views(
    version: ItemVersion,
    form: Mapping[str, JsonValue],
    sources: Mapping[str, Origin],
    earlier: Mapping[str, list[EarlierAnswerView]],
    *,
    clear: bool,
    bound: Collection[str] = (),
) -> list[AnswerView]:
    """What was answered, and what was answered before and is not now; not `clear`: `form` is masked, and shows only that something was."""
    return [
        AnswerView(
            field=field.key,
            label=field.label,
            shown=_said(field, form.get(field.key), clear=clear),
            source=_source(sources.get(field.key)),
            bound=field.key in bound,
            earlier=earlier.get(field.key, []),
        )
        for field in version.form
        if form.get(field.key) is not None or field.key in earlier
    ]


def _said(field: FormField, value: JsonValue, *, clear: bool) -> str:
    if value is None:
        return ""
    return shown(field, value) if clear else _joined(value)


def shown(field: FormField, value: JsonValue) -> str:
    """An answer in the words of the form."""
    return _joined(value) if field.type in _PEOPLE or field.type is FieldType.BANK_ACCOUNT else said(field, value)


def _joined(value: JsonValue) -> str:
    """The members of a person or an account with a space between; one person after another with a stop."""
    if isinstance(value, list):
        return "；".join(_joined(each) for each in value)
    if isinstance(value, dict):
        return " ".join(_joined(each) for each in value.values() if each is not None)
    return str(value)


def _source(origin: Origin | None) -> str:
    """The register's name while the answer is as it gave it."""
    if origin is None or origin.by != "register" or origin.source is None:
        return ""
    return origin.source.label
