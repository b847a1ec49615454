"""What stays as it is once a case is accepted: materials, steps and others' words rest on it. A correction opens what it asks for.

A correction after acceptance (受理后补正) opens the answers its slips name, those that must fit them by a rule, and how the applicant is
reached. All else is closed: who finds that something else is wrong asks the office to name it, too, or files anew. Materials stay open:
each file that comes after acceptance is looked at before the decision.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pydantic import JsonValue

from backend.catalogue import visible_fields
from backend.errors import FieldError
from models.cases import Case, CaseState, Defect
from models.catalogue import ItemVersion
from models.forms import FieldType, FormField

Answers = Mapping[str, JsonValue]
_CLOSED = "「{name}」已经按原来的内容受理和审查，这次补正没有要求改，请改回原来的内容；确实填错了的，请联系经办部门一并写进补正，或者撤回后重新申请。"


def closed_answers(case: Case, version: ItemVersion, changed: list[str], now: Answers, today: date) -> list[FieldError]:
    """What is wrong where answers were changed that no open slip of an accepted case opens; `now`: the answers handed in."""
    if case.state is not CaseState.CORRECTION_AFTER_ACCEPTANCE:
        return []
    before: Answers = case.snapshots[-1].form
    asked = {field.key for field in visible_fields(version.form, before, today)} & {
        field.key for field in visible_fields(version.form, now, today)
    }
    free = _named(case, version) | _reached_by(version)
    fields = [field for field in version.form if field.key in changed and field.key in asked - free]
    return [FieldError(f"/form/{field.key}", _CLOSED.format(name=field.on_paper)) for field in fields]


def stays_closed(case: Case, version: ItemVersion, defects: Sequence[Defect], today: date) -> list[str]:
    """What people call the answers of an accepted case that a slip with these defects leaves as they are: told beforehand, on the slip."""
    free = _opened(defects, version) | _named(case, version) | _reached_by(version)
    shown = visible_fields(version.form, case.form, today)
    return [field.on_paper for field in shown if field.key in case.form and field.key not in free]


def _named(case: Case, version: ItemVersion) -> set[str]:
    """The answers the open slips open."""
    return _opened([defect for slip in case.open_returns for defect in slip.defects], version)


def _opened(defects: Iterable[Defect], version: ItemVersion) -> set[str]:
    """The answers these name, and those a rule binds to them."""
    told = {defect.target.removeprefix("form/") for defect in defects}
    bound = {key: {each for rule in field.rules for each in rule.references()} for key, field in _by_key(version).items()}
    return told | {key for key, others in bound.items() if others & told} | {each for key in told for each in bound.get(key, set())}


def _reached_by(version: ItemVersion) -> set[str]:
    """How the applicant is called, and where a parcel goes: nothing was examined on it."""
    phones = {field.key for field in version.form if field.type is FieldType.PHONE}
    return phones | {key for each in version.results for key in (each.post_to, each.post_phone) if key is not None}


def _by_key(version: ItemVersion) -> dict[str, FormField]:
    return {field.key: field for field in version.form}
