"""Whose licence may stand for a material: the applicant's own, unless the item names whose (`holders`). Pure."""

from collections.abc import Mapping

from pydantic import JsonValue

from backend.cases.others import named_in
from models.catalogue import AGENT, ANYONE, APPLICANT, ItemVersion, Material
from models.registers import PersonKey

Answers = Mapping[str, JsonValue]
_WORDS = {APPLICANT: "申请人", AGENT: "代办人"}


def fits(version: ItemVersion, material: Material, holder: PersonKey, answers: Answers, own: Mapping[str, PersonKey]) -> bool:
    """Whether this holder's licence stands for the material with these answers. `own`: the documents of applicant and agent, by
    their word in `holders`."""
    return any(each == ANYONE or holder.id_number in _numbers(version, each, answers, own) for each in material.whose)


def whose_words(version: ItemVersion, material: Material) -> str:
    """Whose licence it takes, as people read it."""
    fields = {field.key: field.label for field in version.form}
    return "或".join(_WORDS.get(each) or f"表里填的「{fields[each]}」" for each in material.whose if each != ANYONE)


def _numbers(version: ItemVersion, whose: str, answers: Answers, own: Mapping[str, PersonKey]) -> set[str]:
    if whose in (APPLICANT, AGENT):
        return {own[whose].id_number} if whose in own else set()
    field = version.field(whose)
    return {each.number for each in named_in(field, answers.get(whose))} if field else set()
