"""告知承诺 as an item's YAML says it: what is told and committed to, what that stands for, how it is checked afterwards."""

from typing import Self

from pydantic import Field, model_validator

from models.base import Declared
from models.catalogue.limits import Span
from models.catalogue.parts import LegalBasis
from models.forms import Key, Text


class CommitmentCheck(Declared):
    """The check after a decision that rests on a commitment (事后核查): of how many in a hundred, drawn by lot; until when
    after the decision; how long something that was not kept may take to be put right."""

    percent: int = Field(ge=1, le=100)
    within: Span
    correct_within: Span
    hearing: bool = False  # whether a hearing (听证) is offered before a decision is annulled; speaking for oneself always is

    @model_validator(mode="after")
    def counts_days(self) -> Self:
        if any(span.n < 1 or span.minutes is not None for span in (self.within, self.correct_within)):
            raise ValueError("检查和整改的期限要按天计算")
        return self


class Commitment(Declared):
    """What the applicant is told in writing and commits to instead of proving it (国办发〔2020〕42号).

    Besides the item's name the letter says: the rule behind the proof, what was to be proven, the words committed to, what
    follows from an untrue commitment, how the office checks it; and whether the letter is made public. An applicant may always
    decline and hand in what it `replaces`.
    """

    basis: tuple[LegalBasis, ...]
    proves: Text
    text: Text
    consequence: Text
    inspection: Text
    publicity: Text = "承诺书随办件归档，不对外公开；承诺到办件结果失效为止有效。"
    replaces: tuple[Key, ...] = ()  # keys of materials not asked for any more
    skips: tuple[Key, ...] = ()  # keys of steps of staff the decision does not wait for: the check comes afterwards
    check: CommitmentCheck

    @model_validator(mode="after")
    def stands_for_something(self) -> Self:
        if not self.replaces and not self.skips:
            raise ValueError("告知承诺要写 replaces 或 skips，至少一项")
        return self

    @model_validator(mode="after")
    def rests_on_checked_law(self) -> Self:
        if not any(law.verified for law in self.basis):
            raise ValueError("告知承诺要有核对过的依据：basis 里至少一条 verified: true")
        return self
