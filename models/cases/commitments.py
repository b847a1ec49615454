"""告知承诺 on a case: the letter as it was read and signed, and what is shown of it."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from models.base import View
from models.cases.bodies import VersionBody
from models.cases.parts import Part
from models.cases.promises import Word, WordView
from models.forms import Key
from models.people import PersonDocument
from models.staff_text import StaffText

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Term(Part):
    """One thing the letter says: what it is about, and in which words."""

    name: str
    text: str


class CommitmentLetter(Part):
    """告知承诺书: what was read and committed to, by whom, and what it stands for."""

    number: str
    at: datetime
    digest: str  # SHA-256 of the terms with the answers they were signed over
    word: Word
    terms: list[Term]
    materials: list[Key] = Field(default_factory=list)  # what it replaced then
    skips: list[Key] = Field(default_factory=list)  # steps the decision does not wait for


class DeclinedCommitment(Part):
    """That the applicant would rather prove it after all: which letter stands no more, and on whose word."""

    letter: str
    word: Word


class CommitBody(VersionBody):
    """`digest`: of exactly what was read (`CommitmentView`)."""

    digest: Digest


class HearCommitmentBody(CommitBody):
    """The same, signed before a member of staff. `person`: the document of who signed; `note`: where and how they were told."""

    person: PersonDocument
    note: StaffText


class HearDeclineBody(VersionBody):
    """The applicant says at a counter that they do not commit. `person`: the document of who said so; `note`: where and how."""

    person: PersonDocument
    note: StaffText


class TermView(View):
    """One thing the letter says."""

    name: str
    text: str


class LetterView(View):
    """The letter that was given. `stands`: whether the answers are still those it was signed over."""

    number: str
    at: datetime
    word: WordView
    stands: bool


class CommitmentView(View):
    """What may be committed to in this case now, and the letter where it was given.

    `digest` is handed back with the commitment. `why_not`: why no commitment may be made now; empty where one may.
    `materials`, `steps`: names of what it replaces and of what the decision does not wait for.
    """

    terms: list[TermView]
    materials: list[str]
    steps: list[str]
    digest: str
    why_not: str
    given: LetterView | None
    declined: WordView | None  # who said that they do not commit, where nothing was committed to since
