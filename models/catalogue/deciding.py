"""What a decision rests on and fixes beside the application, as an item's data says: registers asked again, fields officers fill in."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from models.base import Declared
from models.forms import Bound, Condition, FormField, Key, RegisterTest, Text


class RestsOn(RegisterTest):
    """What a register must say of the applicant in the very act that grants, such as that they live.

    `what`: the condition in words; `otherwise`: what staff are told to do where the register says something else.
    """

    what: Text
    otherwise: Text


class HeldOnce(Declared):
    """While a grant of the item holds, its holder does not apply for it again, such as for a monthly allowance.

    `by`: fields of the form that make it another grant; two lists with an entry in common are the same. `looked_into`: nobody is refused
    for it, staff see it beside the first of these fields; what is under way counts, too. `shared_with`: then also what the people these
    fields name have, as the other parent.
    """

    by: tuple[Key, ...] = ()
    looked_into: bool = False
    shared_with: tuple[Key, ...] = ()

    @model_validator(mode="after")
    def is_looked_into_beside_an_answer(self) -> Self:
        if (self.looked_into and not self.by) or (self.shared_with and not self.looked_into):
            raise ValueError("looked_into 要写 by，shared_with 和 looked_into: true 一起写")
        return self


class SameObject(Declared):
    """What applications of whoever it be are about, such as a flat: those of one whose days overlap are shown to who decides.

    `fields`: answers that name it, all together, beside the first of which the others are told; `since`, `until`: the first and the
    last day it is for. `again`: what besides makes it the very same application where applicant and days are the same; that one is
    refused, as it was handed in already.
    """

    fields: Annotated[tuple[Key, ...], Field(min_length=1)]
    since: Key
    until: Key
    again: tuple[Key, ...] = ()


class Standard(Declared):
    """What a district has published for a field officers fill in (标准), such as an amount by age: it is proposed to them where every
    condition holds for the application's answers. Without `region`: in every district. `verified`: whether somebody has checked it."""

    region: Annotated[str, StringConstraints(pattern=r"^\d{6}$")] | None = None
    when: tuple[Condition, ...] = ()
    value: Bound | None = None  # `{of: today, months: 1}`: next month
    most: float | None = None  # instead of a value: officers judge, up to so much, times the number `per`, less the number `less`
    per: Key | None = None
    less: Key | None = None
    basis: Text
    verified: bool = False

    @model_validator(mode="after")
    def says_one_thing(self) -> Self:
        if (self.value is None) == (self.most is None) or (self.most is None and (self.per or self.less)):
            raise ValueError("标准的一项要么写 value，要么写 most（可以加 per、less）")
        return self


class Fill(FormField):
    """What the officer fixes at a step, such as the amount: declared as a field of a form, printed on what is granted, shown to the
    applicant. `show_when` and the bounds of rules look at the application's answers, too. `follows`: where the district has published
    standards, the one that fits is the value, and where none fits nothing can be fixed. `agrees_with`: what somebody else fixes at an
    earlier step, such as the first of two doctors: while both differ, nothing goes on before these steps were done again."""

    standards: tuple[Standard, ...] = ()
    follows: bool = False
    agrees_with: Key | None = None
