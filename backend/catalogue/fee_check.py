"""What the fee of an item must be to its form, its materials and to how it is decided."""

from datetime import date

from backend.catalogue.checks import Faults, asked_fields, unknown
from backend.catalogue.forms import satisfies
from models.catalogue import Blocks, ItemVersion
from models.forms import Condition, FieldType

_ANY_DAY = date(2026, 1, 1)  # an option is the same on every day


def fee_faults(version: ItemVersion) -> Faults:
    """Everything wrong with what a version charges."""
    fee, fields = version.fee, {field.key for field in version.form}
    names = [charge.name for charge in fee.charges]
    for index, charge in enumerate(fee.charges):
        yield from unknown(("fee", "charges", index, "when"), asked_fields(charge.when), fields, "字段")
        if charge.per is not None:
            yield from unknown(("fee", "charges", index, "per"), [charge.per], _numbers(version), "数字字段")
    for index, waiver in enumerate(fee.waivers):
        yield from unknown(("fee", "waivers", index, "when"), asked_fields(waiver.when), fields, "字段")
        yield from unknown(("fee", "waivers", index, "charges"), waiver.charges, names, "收费项目")
        if waiver.material is not None:
            known = [material.key for material in version.materials]
            yield from unknown(("fee", "waivers", index, "material"), [waiver.material], known, "材料")
    if fee.late is not None and (fee.before is not Blocks.HAND_OUT or not fee.charges):
        yield ("fee", "late"), "late 说的是批准以后一直不缴费怎么办，只用于 before: hand_out 的收费"
    if fee.charges:
        yield from _collected(version)
        yield from _uncharged(version)


def _collected(version: ItemVersion) -> Faults:
    """What is charged must be paid before something that still waits for it."""
    at_once = bool(version.results) and version.result.certificate is not None
    if version.instant:
        yield ("fee", "charges"), "当场办结的事项等不了缴费，请去掉收费"
    elif at_once and version.fee.before is Blocks.HAND_OUT:
        yield ("fee", "before"), "证明随决定一起发出，要在决定前缴清，请写 before: decision"
    if version.parts and version.fee.before is not Blocks.ACCEPTANCE:
        yield ("fee", "before"), "一件事由各环节分别决定，要在受理前缴清，请写 before: acceptance"


def _uncharged(version: ItemVersion) -> Faults:
    """An option nothing is charged for where the other options are. It is sure only of a choice every charge hangs on. What costs
    nothing on purpose is a charge of 0.00, or is waived."""
    for field in version.form:
        named = [[each for each in charge.when if each.field == field.key] for charge in version.fee.charges]
        if field.type is not FieldType.CHOICE or not all(named):
            continue
        waived = [[each] for waiver in version.fee.waivers for each in waiver.when if each.field == field.key]
        options = [option.value for option in field.options]
        left = [value for value in options if not any(_chosen(tests, value) for tests in (*named, *waived))]
        if len(left) < len(options):
            yield from ((("fee", "charges"), f"{field.key} 选 {value} 时没有写收多少；不收费的，请写一条 0.00 的收费") for value in left)


def _chosen(tests: list[Condition], value: str) -> bool:
    return all(satisfies(test, value, {}, _ANY_DAY) for test in tests)


def _numbers(version: ItemVersion) -> list[str]:
    return [field.key for field in version.form if field.type is FieldType.NUMBER]
