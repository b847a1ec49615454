"""Whom an item serves: people, units, or both (GB/T 39046 A.4); and whether it can be applied for here at all."""

from backend.errors import DoneElsewhere, Forbidden
from models.acts import Act
from models.catalogue import ItemVersion


def require_object(version: ItemVersion, act: Act) -> None:
    """Raises `Forbidden` where a person asks for what only units may have, or a unit's handler for a person's item."""
    if act.for_enterprise and not version.for_units:
        raise Forbidden(f"「{version.name}」是个人办的事，不能以单位名义办理。请本人办理，或者由本人委托您代办。")
    if not act.for_enterprise and not version.for_people:
        raise Forbidden(
            f"「{version.name}」由单位办理，个人不能以自己的名义办。请单位的法定代表人在「亲友代办」里发起单位授权，指定您为经办人，"
            "您同意后以单位名义办理；法定代表人自己办，指定自己就可以。"
        )


def require_applicable(version: ItemVersion) -> None:
    """Raises `DoneElsewhere`, which says where to go, where the item has a guide here and nothing to apply for."""
    if version.elsewhere is not None:
        place = version.elsewhere
        raise DoneElsewhere(f"「{version.name}」不在这里提交申请。{place.text}", link=place.link, phone=place.phone)
