"""Whom an item serves: people, units, or both (GB/T 39046 A.4), from what age by themselves; and whether it can be applied for here at all."""

from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import JsonValue

from backend.errors import DoneElsewhere, FieldError, Forbidden
from models.acts import Act, ScribeActor
from models.catalogue import ItemVersion, ProxyBasis
from models.forms import FormField, Only
from models.people import completed_years

_NOT_OPEN = {
    Only.ENTERPRISES: "「{label}」要由本人办理，不能以单位名义办。请本人申请，或者由本人委托家里人代办。",
    Only.PEOPLE: "「{label}」由单位办理，个人不能选。请选别的一项；单位经办人请以单位名义申请。",
}


def require_object(version: ItemVersion, act: Act) -> None:
    """Raises `Forbidden` where a person asks for what only units may have, or a unit's handler for a person's item."""
    if act.for_enterprise and not version.for_units:
        raise Forbidden(f"「{version.name}」是个人办的事，不能以单位名义办理。请本人办理，或者由本人委托您代办。")
    if not act.for_enterprise and not version.for_people:
        raise Forbidden(
            f"「{version.name}」由单位办理，个人不能以自己的名义办。请单位的法定代表人在「家人代办」里发起单位授权，指定您为经办人，"
            "您同意后以单位名义办理；法定代表人自己办，指定自己就可以。"
        )


def require_of_age(version: ItemVersion, act: Act, born: date | None) -> None:
    """Raises `Forbidden` to a child who applies by themselves before the age from which the item lets them (民法典 art. 17–20), on the phone,
    on the web and at a kiosk alike. Whoever acts for them is of age; at a counter a clerk sees who stands beside them. `born` None: not known.
    """
    alone = act.acting is None and not isinstance(act.actor, ScribeActor)
    if not alone or born is None or completed_years(born, act.at.date()) >= version.own_from_age:
        return
    by_phone = ProxyBasis.GUARDIANSHIP in version.proxy.bases
    way = (
        "请监护人在自己的手机小程序里选「替家人办」，或者带上身份证和户口簿到窗口办理"
        if by_phone
        else "请监护人带上身份证和户口簿，陪着到窗口办理"
    )
    raise Forbidden(f"「{version.name}」满{version.own_from_age}周岁才能自己申请，您还没满，要由爸爸、妈妈或者别的监护人来办。{way}。")


def require_applicable(version: ItemVersion) -> None:
    """Raises `DoneElsewhere`, which says where to go, where the item has a guide here and nothing to apply for."""
    if version.elsewhere is not None:
        place = version.elsewhere
        raise DoneElsewhere(f"「{version.name}」不在这里提交申请。{place.text}", link=place.link, phone=place.phone)


def open_to(fields: Sequence[FormField], *, enterprise: bool) -> list[FormField]:
    """The fields as they are asked of that applicant: without the options that are not theirs to choose."""
    return [_of(field, Only.ENTERPRISES if enterprise else Only.PEOPLE) for field in fields]


def _of(field: FormField, theirs: Only) -> FormField:
    options = tuple(option for option in field.options if option.only in (None, theirs))
    return field if len(options) == len(field.options) else field.model_copy(update={"options": options})


def not_open(fields: Sequence[FormField], answers: Mapping[str, JsonValue], act: Act) -> list[FieldError]:
    """The chosen options that are only for people, or only for units, where the applicant is the other."""
    theirs = Only.ENTERPRISES if act.for_enterprise else Only.PEOPLE
    closed = [(field, option) for field in fields for option in field.options if option.only not in (None, theirs)]
    return [
        FieldError(f"/form/{field.key}", _NOT_OPEN[theirs].format(label=option.label))
        for field, option in closed
        if option.value in _chosen(answers.get(field.key))
    ]


def _chosen(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else [value]
