"""The applicant's own name in a form is the applicant's: a paper, a seal or a licence in another's name is another's matter. Pure."""

from collections.abc import Mapping

from pydantic import JsonValue

from backend.errors import FieldError
from backend.people import same_name
from models.acts import is_enterprise
from models.catalogue import ItemVersion
from models.forms import FormField, Origin

_PATH = "name"
_OTHER = "「{label}」就是申请人「{name}」，不能写别人的。替别人办，请用对方的授权；名称登记错了的，请先到登记的部门更正。"


def strange_names(
    version: ItemVersion, person: str, name: str, form: Mapping[str, JsonValue], sources: Mapping[str, Origin]
) -> list[FieldError]:
    """The fields for the own name of the applicant `person`, called `name`, that hold another. What a register gave stands: it may
    know a newer name than we do."""
    if not name:
        return []  # nobody has told us yet: they cannot hand in
    own = [field for field in version.form if _is_own_name(field, person) and isinstance(form.get(field.key), str)]
    other = [field for field in own if not _is_called(str(form[field.key]), name, sources.get(field.key))]
    return [FieldError(f"/form/{field.key}", _OTHER.format(label=field.label, name=name)) for field in other]


def bound_fields(version: ItemVersion, person: str) -> frozenset[str]:
    """The fields that take no other answer than the applicant's own name, as it is registered: nobody can mend them in the form."""
    return frozenset(field.key for field in version.form if _is_own_name(field, person))


def own_names(version: ItemVersion, person: str, name: str) -> dict[str, JsonValue]:
    """What those fields hold before a register is asked: nobody types twice what they are called."""
    return {field.key: name for field in version.form if name and _is_own_name(field, person)}


def _is_own_name(field: FormField, person: str) -> bool:
    register = "enterprise" if is_enterprise(person) else "population"
    return field.source is not None and (field.source.register_name, field.source.path) == (register, _PATH)


def _is_called(answer: str, name: str, origin: Origin | None) -> bool:
    return same_name(answer, name) or (origin is not None and origin.by == "register")
