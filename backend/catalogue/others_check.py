"""What an item may ask of others: whom confirmations and signatures name, what these see, fill in and sign; that nobody is named to an
office of a company without their own yes; and of two officers."""

import re
from datetime import date

from backend.catalogue.checks import Faults, Place, asked_fields, lacking, meant, twice, unknown
from backend.catalogue.form_check import fields_faults
from backend.catalogue.forms import on_day_asked
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

_ANY_DAY = date(2026, 1, 1)  # a rule is right or wrong on every day
_NAMED = (FieldType.PERSON, FieldType.PEOPLE, FieldType.ENTERPRISE)
_REPRESENTATIVE = "法定代表人"
_OFFICES = (_REPRESENTATIVE, "股东", "监事", "董事")
_BRACED = re.compile(r"\{([^{}]*)\}")


def others_faults(item: Item, version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with the confirmations and signatures of a version."""
    if item.kind is ItemKind.INSTANT and version.asked_of_others:
        yield ("instant",), "当场办结的事项等不了别人，请去掉 confirmations 和 signatures"
    if item.kind is ItemKind.INSTANT and version.tells:
        yield ("tells",), "当场办结的事项不写 tells：告诉被查询的人是在提交给工作人员的时候"
    yield from _tells(version)
    yield from _two_officers(version)
    yield from _offices(version)
    for index, each in enumerate(version.confirmations):
        yield from _confirmation(version, each, ("confirmations", index), vocabulary)
    for index, each in enumerate(version.signatures):
        yield from _signature(version, each, ("signatures", index), vocabulary)


def _tells(version: ItemVersion) -> Faults:
    """Who is told is named by the form; what for is a choice of its own words, so that nothing typed gets into the notice."""
    people = {field.key for field in version.form if field.type in (FieldType.PERSON, FieldType.PEOPLE)}
    reasons = {field.key for field in version.form if field.type is FieldType.CHOICE and not field.sealed}
    for index, each in enumerate(version.tells):
        yield from unknown(("tells", index, "who"), [each.who], people, " person 或 people 字段")
        yield from unknown(("tells", index, "why"), [each.why], reasons, "不是 sealed 的 choice 字段")


def _two_officers(version: ItemVersion) -> Faults:
    """A step for somebody other than who did an earlier one: both are staff's, one after another."""
    staff = [step.key for step in version.deciding_steps]
    for index, step in enumerate(version.steps):
        before = staff[: staff.index(step.key)] if step.key in staff else []
        for other in (each for each in step.others if each not in before):
            yield ("steps", index, "other_than"), f"{other} 不是 {step.key} 之前的工作人员步骤"


def _offices(version: ItemVersion) -> Faults:
    """Whoever a form names to an office of a company signs for themselves; whom the register has is not named by a form."""
    signing = {each.who for each in version.signatures}
    for index, field in enumerate(version.form):
        if field.label not in _OFFICES or field.type not in (FieldType.PERSON, FieldType.PEOPLE):
            continue
        if field.label == _REPRESENTATIVE and not version.for_people:
            yield ("form", index), f"{field.label}以企业登记为准，表里不用填；签名请写 who: {REPRESENTATIVE}"
        elif field.key not in signing:
            yield ("form", index), f"{field.key} 填了任职的人，请写一项 signatures，让本人用自己的身份签名"


def _confirmation(version: ItemVersion, each: Confirmation, place: Place, vocabulary: Vocabulary) -> Faults:
    yield from _named(version, each, place)
    yield from _when_and_whom(version, each, place, vocabulary)
    yield from unknown((*place, "shows"), each.shows, _fields(version), "字段")
    yield from unknown((*place, "materials"), each.materials, {material.key for material in version.materials}, "材料")
    yield from fields_faults(on_day_asked(each.asks, _ANY_DAY), (*place, "asks"), vocabulary)
    texts = [field.key for field in each.asks if field.type is FieldType.TEXT and not field.sealed]
    yield from unknown((*place, "numbers"), list(each.numbers), texts, "相对方填写的、不是 sealed 的 text 字段")
    yield from unknown(
        (*place, "stated"), each.stated, [field.key for field in each.asks if not field.sealed], "相对方填写的、不是 sealed 的字段"
    )
    if any(field.source or field.listed for field in each.asks):
        yield (*place, "asks"), "相对方自己填的部分不能预先填好，也不和基础库核对，请去掉 source 和 listed"
    for at, message in twice("files", each.files):
        yield (*place, *at), message


def _signature(version: ItemVersion, each: Signature, place: Place, vocabulary: Vocabulary) -> Faults:
    if each.who == REPRESENTATIVE:
        if version.for_people:
            yield (*place, "who"), f"{each.who} 只用于单位办理的事项，而这个事项个人也能办"
    elif each.who != APPLICANT:
        yield from _named(version, each, place)
    yield from _when_and_whom(version, each, place, vocabulary)
    yield from unknown((*place, "text"), _BRACED.findall(each.text), _fields(version), "字段")
    yield from unknown((*place, "fields"), each.fields, _fields(version), "字段")
    yield from unknown((*place, "materials"), each.materials, {material.key for material in version.materials}, "材料")


def _named(version: ItemVersion, asked: AskedOfOthers, place: Place) -> Faults:
    field = version.field(asked.who)
    if field is None:
        yield (*place, "who"), f"没有叫 {asked.who} 的字段"
    elif field.type not in _NAMED:
        yield (*place, "who"), f"{asked.who} 填的不是人，也不是单位，请换一个字段"
    elif field.type is FieldType.ENTERPRISE and ProxyBasis.COMPANY not in version.proxy.bases:
        yield (*place, "who"), f"{asked.who} 填的是单位，由经办人凭授权办理，请在 proxy.bases 里写上 company"
    elif field.type is not FieldType.ENTERPRISE and not {"name", "id_number"} <= set(field.asked_parts):
        yield (*place, "who"), f"{asked.who} 要问 name 和 id_number，两项一起才能找到本人"
    yield from unknown((*place, "when"), asked_fields(asked.when), _fields(version), "字段")


def _when_and_whom(version: ItemVersion, asked: AskedOfOthers, place: Place, vocabulary: Vocabulary) -> Faults:
    """The step they are asked after is always done before the deciding one; a register that lists them is known, and lists units."""
    if asked.after is not None:
        yield from unknown(
            (*place, "after"), [asked.after], [step.key for step in version.deciding_steps[:-1]], "工作人员步骤（要在最后一步之前）"
        )
        step = version.step(asked.after)
        if step is not None and lacking(asked.when, step.when):
            yield (*place, "when"), f"请照样写上 {step.key} 的条件：没有那一步，就不会去问"
        if version.commitment and asked.after in version.commitment.skips:
            yield (*place, "after"), f"告知承诺会跳过 {asked.after}，那样就不会去问，请换一步"
    if asked.listed_in is not None:
        yield from _listed(version, asked, asked.listed_in, (*place, "listed_in"), vocabulary)


def _listed(version: ItemVersion, asked: AskedOfOthers, test: RegisterTest, place: Place, vocabulary: Vocabulary) -> Faults:
    field = version.field(asked.who)
    if field is None or field.type is not FieldType.ENTERPRISE:
        yield place, f"{asked.who} 填的不是单位，而名录里列的是单位，请换成 enterprise 字段"
    yield from register_faults(test, place, vocabulary)


def register_faults(test: RegisterTest, place: Place, vocabulary: Vocabulary) -> Faults:
    """A register there is not, or that keeps no such thing."""
    name, member = test.register_name, test.path.partition(".")[0]
    yield from unknown((*place, "register"), [name], vocabulary.registers, "基础库")
    members = vocabulary.members(name)
    if members and member not in members:
        yield (*place, "path"), f"{name} 的记录里没有 {member}{meant(member, members)}"


def _fields(version: ItemVersion) -> set[str]:
    return {field.key for field in version.form}
