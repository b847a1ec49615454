"""What an applicant owes after the decision, as an item's YAML says it: by when, and how the office looks whether it was done."""

from typing import Self

from pydantic import model_validator

from models.base import Declared
from models.catalogue.limits import Span
from models.forms import Condition, Key, Label, Text


class DutyCheck(Declared):
    """The look on the spot (事后验收): until when after the day it is due, or is reported done; how long what was found not done may
    take to be put right."""

    within: Span
    correct_within: Span

    @model_validator(mode="after")
    def counts_days(self) -> Self:
        if any(span.n < 1 or span.minutes is not None for span in (self.within, self.correct_within)):
            raise ValueError("验收和整改的期限要按天计算")
        return self


class Duty(Declared):
    """One thing owed after the grant, such as a road restored. `until`: the date of the form by which it is done; `text` is told with the
    decision. It holds up nothing: what it is about happens after the result is handed out."""

    key: Key
    name: Label
    text: Text
    until: Key
    when: tuple[Condition, ...] = ()  # only where every condition holds for the form's answers
    check: DutyCheck
