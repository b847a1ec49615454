"""What an item asks of others than the applicant: the confirmation of a counterpart, the signatures of signatories."""

from typing import Self

from pydantic import Field, model_validator

from models.base import Declared
from models.catalogue.codes import Blocks, FileKind, Unagreed
from models.catalogue.limits import Span
from models.forms import Condition, FormField, Key, Label, RegisterTest, Text

AGENT = "agent"
"""In `holders` of a material: who acts for the applicant. No form field bears this name."""

ANYONE = "anyone"
"""In `holders` of a material: whoever it is, as where a house is somebody else's. No form field bears this name."""

REPRESENTATIVE = "registered_representative"
"""`who` of a signature: the legal representative of the enterprise that applies, as the enterprise register names them."""


class AskedOfOthers(Declared):
    """What confirmations and signatures share.

    `who` is a field of the form that names them: a person, several people, or an enterprise. They are asked when the case is
    handed in, or once the step `after` is done, where every condition of `when` holds; `within` and `remind_after` count from
    then, days by the clock. `blocks`: what waits for them. `if_declined` and `if_lapsed`: what a no, and no answer in time, do to
    the case. Whom the enterprise register knows no form names: a signature of `registered_representative` is asked of the one
    it has. `listed_in`: what a register must say of the enterprise that is named.
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
    after: Key | None = None  # a step of staff before the one that decides
    listed_in: RegisterTest | None = None

    @model_validator(mode="after")
    def a_no_has_a_consequence(self) -> Self:
        if self.if_declined is Unagreed.WAIT:
            raise ValueError("if_declined 只能写 return 或 end，对方不同意后不再等")
        if self.remind_after and self.remind_after.in_days() >= self.within.in_days():
            raise ValueError("remind_after 要早于 within")
        if self.after is not None and self.blocks is Blocks.ACCEPTANCE:
            raise ValueError("某一步之后才问的，blocks 要写 decision 或 hand_out，那时已经受理了")
        return self


class Told(Declared):
    """Somebody whose matters are looked into without their being asked, such as whose file a unit has read: they are told at the
    handing-in, where they have an account. `who`: a field of the form that names people; `why`: the choice that says what for."""

    who: Key
    why: Key


class AskedFile(Declared):
    """What a counterpart uploads with their yes, such as the imprint (印模) of a seal. `max_mb`: of each file."""

    key: Key
    name: Label
    accepts: tuple[FileKind, ...] = Field(min_length=1)
    required: bool = True
    max_files: int = Field(default=1, ge=1, le=20)
    max_mb: int = Field(default=20, ge=1, le=20)
    help: str = ""


class Confirmation(AskedOfOthers):
    """The half of a counterpart (相对方确认): what they see of the form, what they fill in and what they upload themselves.

    `materials`: which of the applicant's papers they look at before they say so, such as the contract; they hold for these files.
    `stated`: what of their answers stands on the decision and on the licence it becomes, such as a doctor's ward and contract.
    `numbers`: which of their answers are numbers of things, several with 、 between, and of what kind: no two cases have one in common.
    In a bound of their answers `of: asked` is the day they were asked.
    """

    shows: tuple[Key, ...] = Field(min_length=1)
    materials: tuple[Key, ...] = ()
    asks: tuple[FormField, ...] = ()
    stated: tuple[Key, ...] = ()
    files: tuple[AskedFile, ...] = ()
    numbers: dict[Key, Key] = Field(default_factory=dict[str, str])

    @property
    def needs_files(self) -> bool:
        """Whether nobody can say yes without uploading something."""
        return any(each.required for each in self.files)


class Signature(AskedOfOthers):
    """An electronic signature (电子签名) of each signatory, under their own identity.

    They sign `text` — a form field in braces is filled in — with the answers and materials named here; none named: all of them.
    """

    text: Text
    fields: tuple[Key, ...] = ()
    materials: tuple[Key, ...] = ()
