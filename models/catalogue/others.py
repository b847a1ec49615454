"""What an item asks of others than the applicant: the confirmation of a counterpart, the signatures of signatories."""

from typing import Self

from pydantic import Field, model_validator

from models.base import Declared
from models.catalogue.codes import Blocks, Unagreed
from models.catalogue.limits import Span
from models.forms import Condition, FormField, Key, Label, Text

APPLICANT = "applicant"
"""`who` of a signature: the person or enterprise whose matter it is. No form field bears this name there."""


class AskedOfOthers(Declared):
    """What confirmations and signatures share.

    `who` is a field of the form that names them: a person, several people, or an enterprise. They are asked when the case is
    handed in, where every condition of `when` holds; `within` and `remind_after` count from then, days by the clock.
    `blocks`: what waits for them. `if_declined` and `if_lapsed`: what a no, and no answer in time, do to the case.
    """

    key: Key
    name: Label  # what people read: 「房东确认租赁信息」
    who: Key
    when: tuple[Condition, ...] = ()
    within: Span
    remind_after: Span | None = None
    blocks: Blocks = Blocks.ACCEPTANCE
    if_declined: Unagreed = Unagreed.RETURN
    if_lapsed: Unagreed = Unagreed.WAIT

    @model_validator(mode="after")
    def a_no_has_a_consequence(self) -> Self:
        if self.if_declined is Unagreed.WAIT:
            raise ValueError("if_declined is return or end: nobody waits after a no")
        if self.remind_after and self.remind_after.in_days() >= self.within.in_days():
            raise ValueError("remind_after comes before within")
        return self


class Confirmation(AskedOfOthers):
    """The half of a counterpart (相对方确认): what they see of the form, and what they fill in themselves."""

    shows: tuple[Key, ...] = Field(min_length=1)
    asks: tuple[FormField, ...] = ()


class Signature(AskedOfOthers):
    """An electronic signature (电子签名) of each signatory, under their own identity.

    They sign `text` — a form field in braces is filled in — with the answers and materials named here; none named: all of them.
    """

    text: Text
    fields: tuple[Key, ...] = ()
    materials: tuple[Key, ...] = ()
