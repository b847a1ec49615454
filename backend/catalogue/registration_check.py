"""What a registration enters in the enterprise register must be to its form, and a claimed name to its item."""

from backend.catalogue.checks import Faults, unknown
from models.catalogue import ItemVersion
from models.forms import Claim, FieldType

_TYPES = {"address": (FieldType.ADDRESS, " address 字段"), "representative": (FieldType.PERSON, " person 字段")}


def registration_faults(version: ItemVersion) -> Faults:
    """Everything wrong with what a version, or a part of a bundle, registers."""
    registration = version.registration
    if registration is None:
        return
    claims = [field.key for field in version.form if field.claims is Claim.COMPANY_NAME]
    if registration.name is not None:
        yield from unknown(("registration", "name"), [registration.name], claims, "写了 claims: company_name 的字段")
    for place, (kind, what) in _TYPES.items():
        key = getattr(registration, place)
        yield from unknown(("registration", place), [key] if key else [], [f.key for f in version.form if f.type is kind], what)
    if not registration.founds and version.for_people:
        yield ("registration",), "变更登记改的是申请单位自己的登记，objects 里不能有个人"


def claim_faults(version: ItemVersion) -> Faults:
    """One name a case, and some registration that enters it."""
    claims = [index for index, field in enumerate(version.form) if field.claims is not None]
    for index in claims[1:]:
        yield ("form", index, "claims"), "一件申请只能申报一个名称"
    registers = [version.registration, *(part.registration for part in version.parts)]
    names = [each.name for each in registers if each is not None]
    if claims and version.form[claims[0]].key not in names:
        yield ("form", claims[0], "claims"), "申报的名称批准以后要登记，请在 registration 里写 name"
    if version.parts and version.registration is not None:
        yield ("registration",), "一件事由它的环节登记，请写到环节里"
