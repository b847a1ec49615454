"""What the fields of a form must be to each other and to the registers: of an item, and of a counterpart's own half."""

from collections.abc import Sequence

from backend.catalogue.answers import answer_fault
from backend.catalogue.checks import Faults, Place, asked_fields, meant, unknown
from backend.catalogue.vocabulary import Vocabulary
from models.forms import FieldType, FormField, Listed

_PERSONAL = (FieldType.PERSON, FieldType.PEOPLE, FieldType.ADDRESS, FieldType.BANK_ACCOUNT, FieldType.PHONE)


def fields_faults(form: Sequence[FormField], at: Place, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with the fields at that place of a version."""
    known = {field.key for field in form}
    people = {field.key for field in form if field.type is FieldType.PEOPLE}
    seen: set[str] = set()
    for index, field in enumerate(form):
        place: Place = (*at, index)
        asked = asked_fields(field.show_when)
        yield from unknown((*place, "show_when"), asked, known, "字段")
        for name in sorted(asked & known - seen):
            yield (*place, "show_when"), f"{name} 排在它后面，请把 {name} 移到前面"
        for number, rule in enumerate(field.rules):
            yield from unknown((*place, "rules", number), rule.references(), known, "字段")
        yield from _default(field, place)
        yield from _prefill(field.source and (field.source.register_name, field.source.path), (*place, "source"), vocabulary)
        yield from _counting(field, (*place, "source"))
        yield from _prefill(field.roll and (field.roll.register_name, field.roll.path), (*place, "roll"), vocabulary)
        yield from unknown((*place, "roll", "beside"), field.roll.beside if field.roll else (), people, " people 字段")
        for number, each in enumerate(field.listed):
            yield from _listed(each, (*place, "listed", number), known, vocabulary)
        if field.type in _PERSONAL and not field.sealed:
            yield (*place, "sealed"), f"{field.type.value} 是个人信息，请写 sealed: true"
        seen.add(field.key)


def _listed(each: Listed, place: Place, known: set[str], vocabulary: Vocabulary) -> Faults:
    """What it looks at is in the register's records; who is to be asked about is said by the form."""
    for path in each.paths:
        yield from _prefill((each.register_name, path), place, vocabulary)
    yield from unknown((*place, "when"), asked_fields(each.when), known, "字段")
    entries = each.among or each.none
    tests = [each.must] if each.must else list(entries.where) if entries else []
    for name in sorted({name for test in tests for name in test.references()}):
        yield place, f"登记的内容只能和固定的值或 today 比，不能和 {name} 比"


def _counting(field: FormField, place: Place) -> Faults:
    """A count looks at fixed values alone, and what a number answers is an answer."""
    source = field.source
    for name in sorted({name for each in (source.count if source else ()) for name in each.references()}):
        yield (*place, "count"), f"登记的内容只能和固定的值或 today 比，不能和 {name} 比"
    if source is not None and field.options:
        yield from unknown((*place, "by_number"), source.by_number, [each.value for each in field.options], "选项")


def _default(field: FormField, place: Place) -> Faults:
    if field.default is not None and (message := answer_fault(field, field.default, complete=True, applicant="")[0]):
        yield (*place, "default"), message


def _prefill(source: tuple[str, str] | None, place: Place, vocabulary: Vocabulary) -> Faults:
    if source is None:
        return
    name, path = source
    member, members = path.split(".")[0], vocabulary.members(name)
    yield from unknown((*place, "register"), [name], vocabulary.registers, "基础库")
    if name in vocabulary.registers and member not in members:
        yield (*place, "path"), f"{name} 的记录里没有 {member}{meant(member, members)}"
