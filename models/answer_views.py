"""A case's answers as they are answered: what they were before, and where they differ from a register."""

from datetime import datetime

from pydantic import ConfigDict, Field, JsonValue

from models.base import View


class DifferenceView(View):
    """An answer that differs from what its register says (`registered`: nothing where it has no record). `decides`: nothing is granted before staff have written what they found. `finding`: what a register says of somebody the answer names, for staff; the applicant is told no more than that staff look into it."""

    model_config = ConfigDict(serialize_by_alias=True)

    field: str
    label: str
    register_label: str = Field(alias="register")
    registered: JsonValue
    typed: JsonValue
    decides: bool
    told: str  # what the applicant is told about it
    finding: str


class UnfitView(View):
    """An answer a register gave and the form does not take as it is: in the way of handing in, not of the draft."""

    model_config = ConfigDict(serialize_by_alias=True)

    field: str
    label: str
    register_label: str = Field(alias="register")
    told: str  # what is wrong and what to do about it


class ComparedView(View):
    """What a member of staff found about answers that differ."""

    fields: list[str]
    note: str
    by: str
    at: datetime


class ChangeView(View):
    """What one answer was at the last handing-in but one, and what it is now."""

    field: str
    label: str
    before: JsonValue
    after: JsonValue


class EarlierAnswerView(View):
    """What was answered at the `number`-th handing-in (from 1), in words; empty where nothing was."""

    number: int
    at: datetime | None
    shown: str


class AnswerView(View):
    """An answer as the office reads it: its label and its words, empty where it was taken back; `source`: which register it was taken
    from, where it is as given. `bound`: it takes no other answer than the registered one, so that only the register can be put right. `earlier`: what was answered before, the newest first."""

    field: str
    label: str
    shown: str
    source: str
    bound: bool
    earlier: list[EarlierAnswerView]
