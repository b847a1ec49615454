"""What the parts of an item must be to each other and to the rest of the catalogue. Each check yields every
fault it finds as (place inside the item, message); none stops at the first."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from stdnum.cn import uscc

from backend.catalogue.answer_check import answer_faults
from backend.catalogue.bundle_check import bundle_faults
from backend.catalogue.checks import Faults, Place, asked_fields, twice, unknown
from backend.catalogue.fee_check import fee_faults
from backend.catalogue.form_check import fields_faults
from backend.catalogue.issued_check import issued_faults
from backend.catalogue.others_check import others_faults
from backend.catalogue.partial import as_far_as_is, as_far_as_possible
from backend.catalogue.procedure_check import procedure_faults
from backend.catalogue.promise_check import promise_faults
from backend.catalogue.regional_check import broken_by_variants, competence_faults, variant_faults
from backend.catalogue.rule_check import rule_faults
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import (
    AGENT,
    ANYONE,
    APPLICANT,
    Delivery,
    FileKind,
    Item,
    ItemKind,
    ItemVersion,
    Outcome,
    ProxyBasis,
    ResultForm,
    ServiceObject,
    StepPhase,
)
from models.catalogue.instant import ENTERPRISE, POPULATION
from models.forms import FieldType

_NAMED = (FieldType.PERSON, FieldType.PEOPLE, FieldType.ENTERPRISE)
_WORDS_OF_HOLDERS = (APPLICANT, AGENT, ANYONE)


def item_faults(item: Item, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with an item, or with what is right of it (`partial_item`)."""
    for faults in (
        _names(item, vocabulary),
        _codes(item, vocabulary),
        _emptiness(item),
        _objects(item),
        _dates(item),
        competence_faults(item, vocabulary),
    ):
        yield from as_far_as_possible(faults)
    for index, version in enumerate(as_far_as_is(item, "versions")):
        found = list(version_faults(item, version, vocabulary))
        wrong = list(variant_faults(item, version, vocabulary))
        if not wrong:
            broken = broken_by_variants(version, vocabulary, found, lambda edition: version_faults(item, edition, vocabulary))
            wrong = list(as_far_as_possible(broken))
        for place, message in (*found, *wrong):
            yield ("versions", index, *place), message


def version_faults(item: Item, version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with one version."""
    for group in ("form", "materials", "steps", "results", "parts", "confirmations", "signatures"):
        yield from twice(group, as_far_as_is(version, group))
    for faults in (
        _form(version, vocabulary),
        answer_faults(version),
        others_faults(item, version, vocabulary),
        _materials(version),
        _sources(version, vocabulary),
        _replaced(version),
        _photo(version),
        _steps(version),
        procedure_faults(version),
        promise_faults(version, vocabulary.tolerance),
        fee_faults(version),
        _departments(version, vocabulary),
        _channels(version),
        _results(version, vocabulary),
        issued_faults(version, vocabulary),
        bundle_faults(version, vocabulary),
        _halls(version, vocabulary),
        _elsewhere(version),
        _openings(version, vocabulary),
        _kind(item, version),
        _identity(version),
        _papers(version),
        _instant(version, vocabulary),
    ):
        yield from as_far_as_possible(faults)


def _names(item: Item, vocabulary: Vocabulary) -> Faults:
    groups = (("department", vocabulary.departments), ("joint_departments", vocabulary.departments), ("themes", vocabulary.themes))
    for name, known in groups:
        given = as_far_as_is(item, name)
        names = [given] if isinstance(given, str) else given
        yield from unknown((name,), names, known, name.removeprefix("joint_").removesuffix("s"))


def _codes(item: Item, vocabulary: Vocabulary) -> Faults:
    yield from unknown(("task_type",), [item.task_type], vocabulary.codes.task_types, "task type")
    if item.is_licence != (item.task_type == "01"):
        yield ("is_licence",), "task type 01 is an administrative licence (行政许可), and no other one is"
    yield from unknown(("use_level",), [item.use_level], vocabulary.codes.use_levels, "level")
    if not item.catalog_code.startswith("99"):
        yield ("catalog_code",), "a demo catalogue uses region 99, which no real province has"
    if item.catalog_code[2:4] != item.task_type:
        yield ("catalog_code",), f"its digits 3-4 are the task type, {item.task_type}"


def _emptiness(item: Item) -> Faults:
    for group in ("themes", "objects", "versions"):
        if not getattr(item, group):
            yield (group,), "cannot be empty"


def _objects(item: Item) -> Faults:
    if item.kind is ItemKind.INSTANT and {ServiceObject.PERSON}.issubset(item.objects) and len(item.objects) > 1:
        yield ("objects",), "an instant item serves either people or units: its rule asks one register who they are"
    if ServiceObject.PERSON not in item.objects and any(version.proxy.bases - {ProxyBasis.COMPANY} for version in item.versions):
        yield ("objects",), "a unit acts through its handler (proxy basis company) only"


def _dates(item: Item) -> Faults:
    for index, (earlier, later) in enumerate(pairwise(item.versions), start=1):
        if earlier.effective_from >= later.effective_from:
            yield ("versions", index, "effective_from"), f"does not come after {earlier.effective_from}"
        if earlier.effective_until not in (None, later.effective_from):
            yield ("versions", index - 1, "effective_until"), f"gap or overlap with {later.effective_from}"
    for index, version in enumerate(item.versions):
        if version.effective_until and version.effective_until <= version.effective_from:
            yield ("versions", index, "effective_until"), "ends before it begins"


def _form(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    yield from fields_faults(version.form, ("form",), vocabulary)


def _materials(version: ItemVersion) -> Faults:
    fields = {field.key for field in version.form}
    named = {field.key for field in version.form if field.type in _NAMED}
    for index, material in enumerate(version.materials):
        yield from unknown(("materials", index, "when"), asked_fields(material.when), fields, "field")
        yield from unknown(("materials", index, "holders"), material.holders, {*_WORDS_OF_HOLDERS, *named}, "person or enterprise")


def _sources(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    for index, material in enumerate(version.materials):
        place: Place = ("materials", index)
        if material.licence:
            yield from unknown((*place, "licence"), [material.licence], vocabulary.licences, "licence")
        if material.register_name:
            yield from unknown((*place, "register"), [material.register_name], vocabulary.registers, "register")


def _replaced(version: ItemVersion) -> Faults:
    known = {material.key for material in version.materials}
    if version.commitment is None:
        return
    yield from unknown(("commitment", "replaces"), version.commitment.replaces, known, "material")
    before = [step.key for step in version.deciding_steps[:-1]]
    yield from unknown(("commitment", "skips"), version.commitment.skips, before, "step of staff before the last")
    if version.public_notice and version.public_notice.after in version.commitment.skips:
        yield ("commitment", "skips"), f"the public notice comes after {version.public_notice.after}: it cannot be skipped"
    if version.instant or version.parts:
        yield ("commitment",), "belongs to an item that people decide, one office after another: neither instant nor a bundle"


def _photo(version: ItemVersion) -> Faults:
    """The machine looks at one picture."""
    if version.photo_check is None:
        return
    known = {material.key: material for material in version.materials}
    yield from unknown(("photo_check", "material"), [version.photo_check.material], known, "material")
    material = known.get(version.photo_check.material)
    if material and (material.max_files != 1 or not material.accepts or FileKind.PDF in material.accepts):
        yield ("photo_check", "material"), f"{material.key} takes one picture: max_files 1, and no pdf"


def _steps(version: ItemVersion) -> Faults:
    order = list(StepPhase)
    for index, (earlier, later) in enumerate(pairwise(version.steps), start=1):
        if order.index(earlier.phase) > order.index(later.phase):
            yield ("steps", index, "phase"), f"{later.phase.value} cannot come after {earlier.phase.value}"
    if not version.elsewhere and bool(version.deciding_steps) == bool(version.parts):
        alone = "a bundle is decided by its parts alone: no step of its own by staff in phase accepted"
        yield ("steps",), alone if version.parts else _UNDECIDED


_UNDECIDED = "needs a step by staff in phase accepted, the last of which decides, or elsewhere: where the item is done"


def _departments(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    for index, step in enumerate(version.steps):
        if step.department:
            yield from unknown(("steps", index, "department"), [step.department], vocabulary.departments, "department")


def _channels(version: ItemVersion) -> Faults:
    if not version.channels:
        yield ("channels",), "cannot be empty"


def _results(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    if not version.results and not version.elsewhere:
        yield ("results",), "cannot be empty"
    for index, result in enumerate(version.results):
        if result.certificate:
            yield from unknown(("results", index, "certificate"), [result.certificate], vocabulary.templates, "template")
        if Delivery.POST in result.delivery and result.post_to is None:
            yield ("results", index, "delivery"), "what is sent by post needs post_to and post_phone: the fields that say where to"
        for fault in _downloaded(version, result, vocabulary):
            yield ("results", index, *fault[0]), fault[1]
        for name, kind in (("post_to", FieldType.ADDRESS), ("post_phone", FieldType.PHONE)):
            known = [field.key for field in version.form if field.type is kind]
            yield from unknown(
                ("results", index, name), [key for key in [getattr(result, name)] if key], known, f"{kind.value} of the form"
            )


def _downloaded(version: ItemVersion, result: ResultForm, vocabulary: Vocabulary) -> Faults:
    """What is downloaded must be made by somebody: the item's certificate, the authority whose file is handed on, or a paper."""
    paper, relayed = result.paper, version.instant is not None and version.instant.relayed is not None
    if Delivery.DOWNLOAD in result.delivery and not (result.certificate or paper or relayed):
        yield ("delivery",), "there is nothing to download: needs a certificate or a paper"
    if paper is None:
        return
    if result.certificate or version.instant is not None or sum(each.paper is not None for each in version.results) > 1:
        yield ("paper",), "one paper an item, and none where the decision itself is a certificate"
    yield from unknown(("paper", "template"), [paper.template], vocabulary.templates, "template")
    yield from unknown(("paper", "shows"), paper.shows, [field.key for field in version.form], "field")
    if not uscc.is_valid(paper.type_code[:18]):
        yield ("paper", "type_code"), "begins with a unified social credit code"


def _halls(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    for index, place in enumerate(version.appointment.halls):
        yield from unknown(("appointment", "halls", index, "hall"), [place.hall], vocabulary.halls, "hall")


def _openings(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    """What a grant opens is another item of this catalogue, under conditions on answers there are."""
    fields = {field.key for field in version.form}
    for index, each in enumerate(version.opens):
        yield from unknown(("opens", index, "item"), [each.item], vocabulary.items - {version.item}, "other item")
        yield from unknown(("opens", index, "when"), asked_fields(each.when), fields, "field")


def _elsewhere(version: ItemVersion) -> Faults:
    """What is done elsewhere is not asked for here: there is no form, no rule, no visit to book and nothing to act for."""
    if version.elsewhere is None:
        return
    given = {"form": version.form, "instant": version.instant, "appointment": version.appointment.bookable, "proxy": version.proxy.allowed}
    for name in [name for name, part in given.items() if part]:
        yield (name,), "an item that is done elsewhere has nothing of this here"


def _kind(item: Item, version: ItemVersion) -> Faults:
    if version.elsewhere is None and (item.kind is ItemKind.INSTANT) != (version.instant is not None):
        yield ("instant",), "belongs to items of kind instant, and those need it"


def _instant(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    instant = version.instant
    if instant is None:
        return
    names = [call.register_name for call in instant.registers]
    yield from unknown(("instant", "registers"), names, vocabulary.registers, "register")
    if not instant.examples:
        yield ("instant", "examples"), "a rule carries examples"
    for place, message in rule_faults(version, instant, _members(version, vocabulary, names)):
        yield ("instant", *place), message


def _papers(version: ItemVersion) -> Faults:
    instant = version.instant
    if instant is None:
        return
    if not instant.relayed and version.results and not version.result.certificate:
        yield ("results", 0, "certificate"), "an instant item renders a certificate or relays the authority's file"
    offers = bool(version.results) and version.result.offers_no_record
    for number, branch in enumerate(instant.branches):
        if branch.outcome is Outcome.NO_RECORD and not offers:
            yield ("instant", "branches", number, "outcome"), "the result does not offer a proof of no record"


def _identity(version: ItemVersion) -> Faults:
    register = POPULATION if version.for_people else ENTERPRISE
    if version.instant is not None and register not in [call.register_name for call in version.instant.registers]:
        yield ("instant", "registers"), f"does not ask {register} who the applicant is"


def _members(version: ItemVersion, vocabulary: Vocabulary, names: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """For each variable of a rule, the members an expression may ask of it."""
    members = {name: vocabulary.members(name) for name in names if vocabulary.members(name)}
    form = frozenset(field.key for field in as_far_as_is(version, "form"))
    return {**members, **({"form": form} if "form" in vars(version) else {}), "found": frozenset(names)}
