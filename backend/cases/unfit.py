"""Answers a register gave and a rule of the form does not take (登记不合要求), such as a card that has run out.

They keep nobody from beginning a draft or going on with one: nobody typed them. What is wrong is shown beside the field with what to
do, and is in the way only when the draft is handed in. Pure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from backend.cases.actions import Action
from backend.cases.flow import rows
from backend.catalogue import form_faults, unfit_words
from backend.errors import FieldError
from models.answer_views import UnfitView
from models.cases import Case
from models.catalogue import ItemVersion
from models.forms import Origin, ValueSource

_FORM = "/form/"


def typed(faults: Sequence[FieldError], sources: Mapping[str, Origin]) -> list[FieldError]:
    """The faults of what people typed: those of a register's own answers left out."""
    return [fault for fault in faults if _given(fault, sources) is None]


def advised(faults: Sequence[FieldError], sources: Mapping[str, Origin]) -> list[FieldError]:
    """The faults, those of a register's own answers with what to do about them."""
    return [
        replace(fault, detail=unfit_words(fault.detail, given.label)) if (given := _given(fault, sources)) else fault for fault in faults
    ]


def unfit_views(case: Case, version: ItemVersion, on: date) -> list[UnfitView]:
    """What registers gave to a case the applicant can change and that its form does not take, in the order of the form."""
    if not rows(Action.SAVE, case.state):
        return []
    found = form_faults(version.form, case.form, on, complete=False, applicant=case.person_name)
    given = [(fault, source) for fault in found if (source := _given(fault, case.sources)) is not None]
    return [
        UnfitView(
            field=_key(fault),
            label=field.label if (field := version.field(_key(fault))) else "",
            register=source.label,
            told=unfit_words(fault.detail, source.label),
        )
        for fault, source in given
    ]


def _given(fault: FieldError, sources: Mapping[str, Origin]) -> ValueSource | None:
    """Which register gave the answer a fault is of; none where somebody typed it."""
    origin = sources.get(_key(fault)) if fault.pointer.startswith(_FORM) else None
    return origin.source if origin is not None and origin.by == "register" else None


def _key(fault: FieldError) -> str:
    return fault.pointer.removeprefix(_FORM).partition("/")[0]
