"""What officers fill in at a step, such as the amount of an allowance (核定内容): declared in the item's data as a form's fields are. Pure."""

from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from backend.cases.decided import answered
from backend.catalogue import bound_value, hold, require_form
from backend.errors import FieldError, Invalid
from models.cases import Case
from models.catalogue import Fill, ItemVersion
from models.catalogue.deciding import Standard
from models.fill_views import FilledView, ToFillView
from models.forms import FieldType
from models.staff_text import holds_personal_number

_UNCHECKED = "这个标准还没有人对照文件核对过，请核对后再填。"


def asked(case: Case, version: ItemVersion, today: date) -> list[Fill]:
    """What the step whose turn it is must fix for these answers."""
    step = version.step(case.current_step.key) if case.current_step else None
    return [each for each in (step.fills if step else ()) if hold(each.show_when, case.form, today)]


def require_filled(case: Case, version: ItemVersion, given: Mapping[str, JsonValue], today: date) -> dict[str, JsonValue]:
    """What was filled in, as it is kept. Raises `Invalid` with a pointer for each that is missing, wrong, or not asked for."""
    fields = [each.model_copy(update={"show_when": ()}) for each in asked(case, version, today)]
    kept = require_form(fields, given, today, complete=True, pointer="/fills")
    personal = [key for key, value in kept.items() if isinstance(value, str) and holds_personal_number(value)]
    if personal:
        raise Invalid(errors=[FieldError(f"/fills/{key}", "不要写身份证号、手机号，办件里已有这些信息。") for key in personal])
    return kept


def to_fill(case: Case, version: ItemVersion, today: date) -> list[ToFillView]:
    """The same for the officer's page, each with what the district's standard proposes."""
    if not case.state.is_under_way:
        return []
    return [_to_fill(each, _standard(each, case, today), today) for each in asked(case, version, today)]


def filled_views(case: Case, version: ItemVersion) -> list[FilledView]:
    """What was fixed so far, in words."""
    return [FilledView(label=label, value=words) for label, words in answered(case, version.fills)]


def _to_fill(field: Fill, standard: Standard | None, today: date) -> ToFillView:
    if standard is None:
        return ToFillView(field=field, proposed=field.default, note="")
    note = standard.basis if standard.verified else f"{standard.basis}。{_UNCHECKED}"
    return ToFillView(field=field, proposed=_value(standard, field, today), note=note)


def _value(standard: Standard, field: Fill, today: date) -> JsonValue:
    value = bound_value(standard.value, {}, today)
    return value[:7] if field.type is FieldType.MONTH and isinstance(value, str) else value


def _standard(field: Fill, case: Case, today: date) -> Standard | None:
    fits = (each for each in field.standards if each.region in (None, case.region) and hold(each.when, case.form, today))
    return next(fits, None)
