"""What the parts of a bundle must be to its form, its materials and each other."""

from backend.catalogue.checks import Faults, asked_fields, unknown
from backend.catalogue.issued_check import issued_faults
from backend.catalogue.procedure_check import procedure_faults
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import BundlePart, ItemVersion, StepActor, StepPhase


def bundle_faults(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with the parts of a version; nothing where it is no bundle."""
    before: set[str] = set()
    for index, part in enumerate(version.parts):
        for place, message in _part_faults(version, part, before, vocabulary):
            yield ("parts", index, *place), message
        before.add(part.key)
    yield from unknown(("reception_fields",), version.reception_fields, [field.key for field in version.form], "field")
    if version.parts:
        yield from _unseen(version)


def _part_faults(version: ItemVersion, part: BundlePart, before: set[str], vocabulary: Vocabulary) -> Faults:
    fields = {field.key: field for field in version.form}
    yield from unknown(("department",), [part.department], vocabulary.departments, "department")
    yield from unknown(("fields",), part.fields, fields, "field")
    yield from unknown(("materials",), part.materials, [material.key for material in version.materials], "material")
    yield from unknown(("when",), asked_fields(part.when), fields, "field")
    yield from unknown(("after",), part.after, before, "earlier part")
    yield from unknown(("any_of",), part.any_of, before, "earlier part")
    if len(part.any_of) == 1 or set(part.any_of) & set(part.after):
        yield ("any_of",), "names two parts or more that do not stand in after: a part that must be granted stands there"
    for name in sorted(_leaned_on(version, part) - set(part.fields)):
        yield ("fields",), f"needs {name} too: a field or material of this part is asked for by it"
    if not any(step.actor is StepActor.STAFF and step.phase is StepPhase.ACCEPTED for step in part.steps):
        yield ("steps",), "needs a step by staff in phase accepted: the last of them decides"
    if (part.after or part.any_of) and part.clocks.statutory is not None:
        yield ("clocks", "statutory"), "begins with the part: the law's limit counts from acceptance and stands in the bundle's clocks"
    yield from procedure_faults(version.of_part(part))
    yield from issued_faults(version.of_part(part), vocabulary)
    if not part.results:
        yield ("results",), "cannot be empty"


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
            yield ("form", index), f"no part sees {field.key}"
    for index, material in enumerate(version.materials):
        if material.uploadable and material.key not in materials:
            yield ("materials", index), f"no part sees {material.key}"
