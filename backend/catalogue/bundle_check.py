"""What the parts of a bundle must be to its form, its materials and each other."""

from backend.catalogue.checks import Faults, asked_fields, unknown
from backend.catalogue.issued_check import issued_faults
from backend.catalogue.procedure_check import procedure_faults
from backend.catalogue.registration_check import registration_faults
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import BundlePart, ItemVersion, StepActor, StepPhase


def bundle_faults(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with the parts of a version; nothing where it is no bundle."""
    before: set[str] = set()
    for index, part in enumerate(version.parts):
        for place, message in _part_faults(version, part, before, vocabulary):
            yield ("parts", index, *place), message
        before.add(part.key)
    yield from unknown(("reception_fields",), version.reception_fields, [field.key for field in version.form], "字段")
    if version.parts:
        yield from _unseen(version)
        yield from _left_alone(version)


def _part_faults(version: ItemVersion, part: BundlePart, before: set[str], vocabulary: Vocabulary) -> Faults:
    fields = {field.key: field for field in version.form}
    yield from unknown(("department",), [part.department], vocabulary.departments, "部门")
    yield from unknown(("fields",), part.fields, fields, "字段")
    yield from unknown(("materials",), part.materials, [material.key for material in version.materials], "材料")
    yield from unknown(("when",), asked_fields(part.when), fields, "字段")
    yield from unknown(("after",), part.after, before, "环节（要排在前面）")
    yield from unknown(("any_of",), part.any_of, before, "环节（要排在前面）")
    if len(part.any_of) == 1 or set(part.any_of) & set(part.after):
        yield ("any_of",), "要写两个以上不在 after 里的环节；必须准予的环节写在 after 里"
    for name in sorted(_leaned_on(version, part) - set(part.fields)):
        yield ("fields",), f"还要写上 {name}：这个环节的字段或材料要不要，由它决定"
    if not any(step.actor is StepActor.STAFF and step.phase is StepPhase.ACCEPTED for step in part.steps):
        yield ("steps",), "缺少工作人员在 accepted 阶段的步骤，最后一个步骤作决定，请补上"
    if (part.after or part.any_of) and part.clocks.statutory is not None:
        yield ("clocks", "statutory"), "法定时限从受理起算，要写在整件事自己的 clocks 里，后开始的环节不能有"
    yield from procedure_faults(version.of_part(part))
    yield from issued_faults(version.of_part(part), vocabulary)
    yield from registration_faults(version.of_part(part))
    if not part.results:
        yield ("results",), "不能空着，请填写"


def _left_alone(version: ItemVersion) -> Faults:
    """Of what may be granted while an essential part is still open, the item says what becomes of it where that one is lost."""
    essential = {part.key for part in version.parts if part.essential}
    before: dict[str, set[str]] = {}
    for index, part in enumerate(version.parts):
        before[part.key] = set(part.after).union(*(before.get(key, set()) for key in part.after))
        handed_out = any(each.delivery for each in part.results)
        may_be_left = handed_out and not (essential - {part.key}) <= before[part.key]
        if may_be_left and not part.ends_with_essential:
            yield ("parts", index), "可能在必须办成的环节（essential）以前办好，要用 ends_with_essential 写明必须的环节没有办成时它怎么办"
        elif part.ends_with_essential and not may_be_left:
            yield ("parts", index, "ends_with_essential"), "必须的环节没有办成时它不可能已经办好，或者没有结果给申请人，请删去"


def _leaned_on(version: ItemVersion, part: BundlePart) -> set[str]:
    """The fields that decide whether what this part holds is asked for at all."""
    conditions = [condition for field in version.form if field.key in part.fields for condition in field.show_when]
    conditions += [condition for material in version.materials if material.key in part.materials for condition in material.when]
    rules = {name for field in version.form if field.key in part.fields for rule in field.rules for name in rule.references()}
    return (asked_fields(conditions) | rules) & {field.key for field in version.form}


def _unseen(version: ItemVersion) -> Faults:
    """A bundle asks nothing that nobody needs: every field and material belongs to a part, decides about one, or is the reception's."""
    fields = {key for part in version.parts for key in (*part.fields, *asked_fields(part.when))} | set(version.reception_fields)
    materials = {key for part in version.parts for key in part.materials}
    for index, field in enumerate(version.form):
        if field.key not in fields:
            yield ("form", index), f"没有一个环节用到 {field.key}，请写进环节的 fields 或删去"
    for index, material in enumerate(version.materials):
        if material.uploadable and material.key not in materials:
            yield ("materials", index), f"没有一个环节用到 {material.key}，请写进环节的 materials 或删去"
