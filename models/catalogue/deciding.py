"""What a decision rests on and fixes beside the application, as an item's data says: registers asked again, fields officers fill in."""

from typing import Annotated

from pydantic import StringConstraints

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

    `by`: fields of the form that make it another grant; two lists with an entry in common are the same.
    """

    by: tuple[Key, ...] = ()


class Standard(Declared):
    """What a district has published for a field officers fill in (标准), such as an amount by age: it is proposed to them where every
    condition holds for the application's answers. Without `region`: in every district. `verified`: whether somebody has checked it."""

    region: Annotated[str, StringConstraints(pattern=r"^\d{6}$")] | None = None
    when: tuple[Condition, ...] = ()
    value: Bound  # `{of: today, months: 1}`: next month
    basis: Text
    verified: bool = False


class Fill(FormField):
    """What the officer fixes at a step, such as the amount: declared as a field of a form, printed on what is granted, shown to the
    applicant. `show_when` looks at the application's answers."""

    standards: tuple[Standard, ...] = ()
