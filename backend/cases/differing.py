"""Answers that differ from what a register says (与登记不一致): found at each handing-in, told to the applicant, looked into by staff.

A difference is not refused: registers are wrong, too. But nobody decides on the typed answer alone. Pure.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import JsonValue

from backend.cases.had_already import told_of_it
from backend.cases.words import listed
from backend.errors import FieldError, Invalid
from models.answer_views import DifferenceView
from models.cases import Case, Compared, LookedUp, Somebody
from models.catalogue import ItemVersion
from models.forms import FieldType, FormField, Origin

_LOOK = "填写的{names}与登记的不一致，要先核实。请在“与登记信息不一致的，核实情况”一栏写明核实到的情况，再批准。"
_TOLD = "您填的和{register}登记的不一样，工作人员会核实，可能请您补充说明。"
_TOLD_NAME = "这个名称要由工作人员核对以后才能用：{why}。"
_TOLD_NAMED = "您写到的人，工作人员会再核实，可能请您补充证明。"
_TOLD_OWN = "「{label}」和登记的核对时没有对上，工作人员会再核实，可能请您补充说明。"
_TOLD_SAME = (
    "「{label}」：同一件事可能已经登记过，或者您自己、您写到的人正在办，只办一次就行。已经有了的，请撤回这一件；"
    "不是同一件事的，工作人员会核实，也可以到窗口说明。"
)
_TOLD_UNIT = "您写到的单位，工作人员会再核实，可能请您补充证明。"
_TOLD_ABSENT = "{register}里没有查到您的这项登记，工作人员会核实，可能请您补充证明。"


LookUps = Mapping[str, Sequence[LookedUp]]


def differing(version: ItemVersion, sources: Mapping[str, Origin], looked_up: LookUps) -> list[str]:
    """Keys of the fields that were answered otherwise than their register has it, or name somebody a register does not know as what
    they are named for, in the order of the form."""
    return [field.key for field in version.form if is_other(field.key, sources) or findings(field.key, looked_up)]


def is_other(key: str, sources: Mapping[str, Origin]) -> bool:
    """Whether the answer is another than its register's."""
    origin = sources.get(key)
    return origin is not None and origin.differs


def findings(key: str, looked_up: LookUps) -> list[LookedUp]:
    """The people a field names of whom a register does not say what it must."""
    return [each for each in looked_up.get(key, ()) if each.found]


def to_look_into(case: Case, version: ItemVersion) -> list[str]:
    """Labels of those that decide and nobody has looked into since they were handed in."""
    seen = case.compared.fields if case.compared else []
    fields = [field for field in version.form if field.key in case.differs and field.key not in seen]
    return [field.label for field in fields if field.decides or findings(field.key, case.looked_up)]


def compared(case: Case, note: str | None, by: Somebody, at: datetime) -> dict[str, Any]:
    """What to set where a member of staff wrote down what they found about the differences."""
    if note is None or not case.differs:
        return {}
    return {"compared": Compared(fields=list(case.differs), note=note, by=by, at=at)}


def still_compared(case: Case, changed: Sequence[str]) -> Compared | None:
    """What staff found, while none of the answers they looked into is handed in otherwise."""
    return case.compared if case.compared is not None and not set(case.compared.fields) & set(changed) else None


def require_looked_into(case: Case, version: ItemVersion, note: str | None) -> None:
    """Raises `Invalid` where a case would be granted on an answer that differs from its register and nobody wrote what they found."""
    if note is None and (names := to_look_into(case, version)):
        raise Invalid(_LOOK.format(names=listed(names)), errors=[FieldError("/differing", _LOOK.format(names=listed(names)))])


def difference_views(
    case: Case, version: ItemVersion, form: Mapping[str, JsonValue], sources: Mapping[str, Origin], looked_up: LookUps | None
) -> list[DifferenceView]:
    """The differences as they are shown; `form`, `sources`: as far as the reader may see them, masked where not. `looked_up`: for
    staff; None where it is not theirs to know what registers say of other people."""
    found: list[DifferenceView] = []
    for field in (version.field(key) for key in case.differs):
        if field is not None and is_other(field.key, sources):
            found.append(_of_answer(field, sources[field.key], form.get(field.key)))
        if field is not None and findings(field.key, case.looked_up):
            same = told_of_it(case.looked_up.get(field.key, ()))
            told = _TOLD_SAME.format(label=field.label) if same else _told_of(field)
            found += _of_named(field, form.get(field.key), None if looked_up is None else findings(field.key, looked_up), told)
    return found


def _of_answer(field: FormField, origin: Origin, typed: JsonValue) -> DifferenceView:
    register = origin.source.label if origin.source else ""
    return DifferenceView(
        field=field.key,
        label=f"{field.label}（登记里有、这里没有写的人）" if field.roll else field.label,
        register=register,
        registered=origin.original,
        typed=typed,
        decides=field.decides,
        told=_told(field, origin, register),
        finding="",
    )


def _of_named(field: FormField, typed: JsonValue, looked_up: list[LookedUp] | None, told: str) -> list[DifferenceView]:
    """One for each register that says otherwise of somebody; for the applicant one that says nothing of it."""
    said = [("", "")] if looked_up is None else [(each.label, f"{each.name}：{'；'.join(each.found)}") for each in looked_up]
    return [
        DifferenceView(
            field=field.key,
            label=field.label,
            register=register,
            registered=None,
            typed=typed,
            decides=True,
            told=told,
            finding=finding,
        )
        for register, finding in said
    ]


def _told_of(field: FormField) -> str:
    if not field.names_somebody:
        return _TOLD_OWN.format(label=field.label)
    return _TOLD_UNIT if field.type is FieldType.ENTERPRISE else _TOLD_NAMED


def _told(field: FormField, origin: Origin, register: str) -> str:
    if field.claims is not None:
        return _TOLD_NAME.format(why=origin.original)
    return (_TOLD_ABSENT if origin.original is None else _TOLD).format(register=register)
