"""What the fee of an item must be to its form, its materials and to how it is decided."""

from backend.catalogue.checks import Faults, asked_fields, unknown
from models.catalogue import Blocks, ItemVersion
from models.forms import FieldType


def fee_faults(version: ItemVersion) -> Faults:
    """Everything wrong with what a version charges."""
    fee, fields = version.fee, {field.key for field in version.form}
    names = [charge.name for charge in fee.charges]
    for index, charge in enumerate(fee.charges):
        yield from unknown(("fee", "charges", index, "when"), asked_fields(charge.when), fields, "field")
        if charge.per is not None:
            yield from unknown(("fee", "charges", index, "per"), [charge.per], _numbers(version), "number of the form")
    for index, waiver in enumerate(fee.waivers):
        yield from unknown(("fee", "waivers", index, "when"), asked_fields(waiver.when), fields, "field")
        yield from unknown(("fee", "waivers", index, "charges"), waiver.charges, names, "charge")
        if waiver.material is not None:
            known = [material.key for material in version.materials]
            yield from unknown(("fee", "waivers", index, "material"), [waiver.material], known, "material")
    if fee.charges:
        yield from _collected(version)


def _collected(version: ItemVersion) -> Faults:
    """What is charged must be paid before something that still waits for it."""
    at_once = bool(version.results) and version.result.certificate is not None
    if version.instant:
        yield ("fee", "charges"), "what is decided at once waits for no payment"
    elif at_once and version.fee.before is Blocks.HAND_OUT:
        yield ("fee", "before"), "a certificate of ours is handed out with the decision: it is paid before that"
    if version.parts and version.fee.before is not Blocks.ACCEPTANCE:
        yield ("fee", "before"), "a bundle is paid before acceptance: its parts decide, each for itself"


def _numbers(version: ItemVersion) -> list[str]:
    return [field.key for field in version.form if field.type is FieldType.NUMBER]
