"""What an item may ask of others: whom confirmations and signatures name, what these see, fill in and sign; that nobody is named to an
office of a company without their own yes; and of two officers."""

import re

from backend.catalogue.checks import Faults, Place, asked_fields, lacking, meant, twice, unknown
from backend.catalogue.form_check import fields_faults
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import (
    APPLICANT,
    REPRESENTATIVE,
    AskedOfOthers,
    Confirmation,
    Item,
    ItemKind,
    ItemVersion,
    ProxyBasis,
    Signature,
)
from models.forms import FieldType, RegisterTest

_NAMED = (FieldType.PERSON, FieldType.PEOPLE, FieldType.ENTERPRISE)
_REPRESENTATIVE = "法定代表人"
_OFFICES = (_REPRESENTATIVE, "股东", "监事", "董事")
_BRACED = re.compile(r"\{([^{}]*)\}")


def others_faults(item: Item, version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with the confirmations and signatures of a version."""
    if item.kind is ItemKind.INSTANT and version.asked_of_others:
        yield ("instant",), "an instant item waits for nobody: it has no confirmations and no signatures"
    yield from _two_officers(version)
    yield from _offices(version)
    for index, each in enumerate(version.confirmations):
        yield from _confirmation(version, each, ("confirmations", index), vocabulary)
    for index, each in enumerate(version.signatures):
        yield from _signature(version, each, ("signatures", index), vocabulary)


def _two_officers(version: ItemVersion) -> Faults:
    """A step for somebody other than who did an earlier one: both are staff's, one after another, and neither decides."""
    staff = [step.key for step in version.deciding_steps]
    for index, step in enumerate(version.steps):
        if step.other_than is None:
            continue
        if step.key not in staff[:-1] or step.other_than not in staff[: staff.index(step.key)]:
            yield ("steps", index, "other_than"), f"{step.other_than} is no step of staff before {step.key}, or that one decides"


def _offices(version: ItemVersion) -> Faults:
    """Whoever a form names to an office of a company signs for themselves; whom the register has is not named by a form."""
    signing = {each.who for each in version.signatures}
    for index, field in enumerate(version.form):
        if field.label not in _OFFICES or field.type not in (FieldType.PERSON, FieldType.PEOPLE):
            continue
        if field.label == _REPRESENTATIVE and not version.for_people:
            yield ("form", index), f"the enterprise register names the {field.label}, no answer does: who is {REPRESENTATIVE}"
        elif field.key not in signing:
            yield ("form", index), f"{field.key} names somebody to an office: a signature asks them under their own identity"


def _confirmation(version: ItemVersion, each: Confirmation, place: Place, vocabulary: Vocabulary) -> Faults:
    yield from _named(version, each, place)
    yield from _when_and_whom(version, each, place, vocabulary)
    yield from unknown((*place, "shows"), each.shows, _fields(version), "field")
    yield from fields_faults(each.asks, (*place, "asks"), vocabulary)
    if any(field.source for field in each.asks):
        yield (*place, "asks"), "a counterpart's half is not filled in advance"
    for at, message in twice("files", each.files):
        yield (*place, *at), message


def _signature(version: ItemVersion, each: Signature, place: Place, vocabulary: Vocabulary) -> Faults:
    if each.who == REPRESENTATIVE:
        if version.for_people:
            yield (*place, "who"), f"{each.who} is of enterprises, and this item is for people too"
    elif each.who != APPLICANT:
        yield from _named(version, each, place)
    yield from _when_and_whom(version, each, place, vocabulary)
    yield from unknown((*place, "text"), _BRACED.findall(each.text), _fields(version), "field")
    yield from unknown((*place, "fields"), each.fields, _fields(version), "field")
    yield from unknown((*place, "materials"), each.materials, {material.key for material in version.materials}, "material")


def _named(version: ItemVersion, asked: AskedOfOthers, place: Place) -> Faults:
    field = version.field(asked.who)
    if field is None:
        yield (*place, "who"), f"unknown field {asked.who}"
    elif field.type not in _NAMED:
        yield (*place, "who"), f"{asked.who} names no person and no enterprise"
    elif field.type is FieldType.ENTERPRISE and ProxyBasis.COMPANY not in version.proxy.bases:
        yield (*place, "who"), f"{asked.who} names an enterprise, whose handlers act under a grant: proxy.bases needs company"
    elif field.type is not FieldType.ENTERPRISE and not {"name", "id_number"} <= set(field.asked_parts):
        yield (*place, "who"), f"{asked.who} must ask name and id_number: they are found by both"
    yield from unknown((*place, "when"), asked_fields(asked.when), _fields(version), "field")


def _when_and_whom(version: ItemVersion, asked: AskedOfOthers, place: Place, vocabulary: Vocabulary) -> Faults:
    """The step they are asked after is always done before the deciding one; a register that lists them is known, and lists units."""
    if asked.after is not None:
        yield from unknown((*place, "after"), [asked.after], [step.key for step in version.deciding_steps[:-1]], "step before the last")
        step = version.step(asked.after)
        if step is not None and lacking(asked.when, step.when):
            yield (*place, "when"), f"repeats the conditions of {step.key}: without that step nobody is ever asked"
        if version.commitment and asked.after in version.commitment.skips:
            yield (*place, "after"), f"a commitment skips {asked.after}: then nobody is ever asked"
    if asked.listed_in is not None:
        yield from _listed(version, asked, asked.listed_in, (*place, "listed_in"), vocabulary)


def _listed(version: ItemVersion, asked: AskedOfOthers, test: RegisterTest, place: Place, vocabulary: Vocabulary) -> Faults:
    field = version.field(asked.who)
    if field is None or field.type is not FieldType.ENTERPRISE:
        yield place, f"{asked.who} names no enterprise: registers list those"
    name, member = test.register_name, test.path.partition(".")[0]
    yield from unknown((*place, "register"), [name], vocabulary.registers, "register")
    members = vocabulary.members(name)
    if members and member not in members:
        yield (*place, "path"), f"{name} has no member {member}{meant(member, members)}"


def _fields(version: ItemVersion) -> set[str]:
    return {field.key for field in version.form}
