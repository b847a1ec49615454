"""What officers fill in at a step, such as the amount of an allowance (核定内容): declared in the item's data as a form's fields are. Pure."""

from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from backend.cases.decided import answered
from backend.catalogue import bound_value, hold, require_form
from backend.catalogue.standards import most_of, standard_for, value_of
from backend.errors import FieldError, Invalid
from models.cases import Case
from models.catalogue import Fill, ItemVersion
from models.catalogue.deciding import Standard
from models.fill_views import FilledView, ToFillView
from models.forms import Bound, Reference
from models.staff_text import holds_personal_number

_OTHER = "按标准是{value}，和填写的不一样（{basis}）。标准变了的，请事项管理员先改标准；申请内容不对的，请退回修改。"
_NONE_FITS = "「{label}」没有一档标准符合这份申请填写的情况，不能核定。请核对申请条件；不符合的，不予批准并说明理由。"
_TOO_MUCH = "最多{most}元，填写的超过了（{basis}）。申请内容不对的，请退回修改。"
_UNCHECKED = "这个标准还没有人对照文件核对过，请核对后再填。"


def asked(case: Case, version: ItemVersion, today: date) -> list[Fill]:
    """What the step whose turn it is must fix for these answers."""
    step = version.step(case.current_step.key) if case.current_step else None
    return [each for each in (step.fills if step else ()) if hold(each.show_when, case.form, today)]


def require_filled(
    case: Case, version: ItemVersion, given: Mapping[str, JsonValue], today: date, *, failed: bool = False
) -> dict[str, JsonValue]:
    """What was filled in, as it is kept. A look that `failed` fixes nothing. Raises `Invalid` with a pointer for each that is missing,
    wrong, or not asked for."""
    if failed and given:
        raise Invalid(errors=[FieldError(f"/fills/{key}", "结论是不通过的，不填核定内容，请删去。") for key in given])
    declared = [] if failed else asked(case, version, today)
    fields = [_about(each, case.form, today) for each in declared]
    kept = require_form(fields, given, today, complete=True, pointer="/fills")
    other = [(each.key, fault) for each in declared if each.key in kept and (fault := _departs(each, kept[each.key], case, today))]
    if other:
        raise Invalid(errors=[FieldError(f"/fills/{key}", fault) for key, fault in other])
    personal = [key for key, value in kept.items() if isinstance(value, str) and holds_personal_number(value)]
    if personal:
        raise Invalid(errors=[FieldError(f"/fills/{key}", "不要写身份证号、手机号，办件里已有这些信息。") for key in personal])
    return kept


def to_fill(case: Case, version: ItemVersion, today: date) -> list[ToFillView]:
    """The same for the officer's page, each with what the district's standard proposes."""
    if not case.state.is_under_way:
        return []
    return [_to_fill(each, standard_for(each, case.form, case.region, today), case, today) for each in asked(case, version, today)]


def filled_views(case: Case, version: ItemVersion) -> list[FilledView]:
    """What was fixed so far, in words."""
    return [FilledView(label=label, value=words) for label, words in answered(case, version.fills)]


def _about(field: Fill, answers: Mapping[str, JsonValue], today: date) -> Fill:
    """The field as it is of this application: bounds that look at its answers put down as they come to."""
    rules = tuple(
        rule.model_copy(update={end: _bound(getattr(rule, end), answers, today) for end in ("min", "max")}) for rule in field.rules
    )
    return field.model_copy(update={"show_when": (), "rules": rules})


def _bound(bound: Bound | None, answers: Mapping[str, JsonValue], today: date) -> Bound | None:
    if not isinstance(bound, Reference) or bound.of not in answers:
        return bound
    value = bound_value(bound, answers, today)
    return value if isinstance(value, int | float | str) else None


def _departs(field: Fill, value: JsonValue, case: Case, today: date) -> str:
    """Why a value is not one the district's standards allow; nothing where they allow it, or there are none."""
    standard = standard_for(field, case.form, case.region, today)
    if standard is None:
        none_fits = field.follows and any(each.region in (None, case.region) for each in field.standards)
        return _NONE_FITS.format(label=field.label) if none_fits else ""
    if (most := most_of(standard, case.form)) is not None:
        return _TOO_MUCH.format(most=f"{most:g}", basis=standard.basis) if isinstance(value, int | float) and value > most else ""
    wanted = value_of(standard, field, today)
    words = field.label_of(str(wanted))
    return _OTHER.format(value=f"「{words}」", basis=standard.basis) if field.follows and value != wanted else ""


def _to_fill(field: Fill, standard: Standard | None, case: Case, today: date) -> ToFillView:
    if standard is None:
        return ToFillView(field=field, proposed=field.default, note="")
    most = most_of(standard, case.form)
    basis = standard.basis if most is None else f"最多{most:g}元：{standard.basis}"
    note = basis if standard.verified else f"{basis}。{_UNCHECKED}"
    return ToFillView(field=field, proposed=value_of(standard, field, today), note=note)
