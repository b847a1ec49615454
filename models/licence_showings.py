"""Showing an electronic licence (亮证): as a code on the holder's own screen for minutes, or as a copy that names its one use."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, StringConstraints

from models.base import Body, Sealing, Stored, View
from models.catalogue.codes import Worded
from models.staff_text import holds_personal_number

MOST_DAYS = 180  # how long a copy may say that it holds


class ShowingKind(Worded):
    """How a licence is shown."""

    SCREEN = "screen", "当面出示"
    COPY = "copy", "带水印的副本"


class CheckResult(StrEnum):
    """What whoever checks a code learns."""

    SHOWN = "shown"  # the licence holds
    OVER = "over"  # it held when it was shown, and does no more
    UNCHECKED = "unchecked"  # its register did not answer
    ENDED = "ended"  # the code has run out
    UNKNOWN = "unknown"


class Showing(Stored):
    """One showing. Of the licence it keeps what whoever checks it is told, and nothing that stands on it beside.

    `token` is all a check takes, until `until`: the minute the code on the screen runs out, the end of the last day of a copy.
    """

    SEALED: ClassVar[Mapping[str, Sealing]] = {"identifier": Sealing.RANDOM}

    token: str
    kind: ShowingKind
    person: str
    identifier: str = Field(repr=False)
    licence: str  # its name: 结婚证
    holder_name: str  # masked
    number: str  # masked
    issuer: str
    issued_on: str  # ISO
    valid_until: str | None
    purpose: str = ""
    made_at: datetime
    until: datetime

    def is_open(self, at: datetime) -> bool:
        """Whether whoever has the token is told of the licence."""
        return at < self.until


def _without_numbers(text: str) -> str:
    if holds_personal_number(text):
        raise ValueError("用途里不要写身份证号、手机号")
    return text


LicenceIdText = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Purpose = Annotated[str, StringConstraints(min_length=2, max_length=20, strip_whitespace=True), AfterValidator(_without_numbers)]


# Requests


class ShowBody(Body):
    """Which of my licences: its identifier, as my list names it. In the body, since addresses are logged."""

    identifier: LicenceIdText


class CopyBody(ShowBody):
    """What the copy is for and the last day it holds: both are printed across it."""

    purpose: Purpose
    last_day: date


# Answers


class ShowingView(View):
    """A showing as its holder gets it. `url`: what the code on the screen says; `seconds`: how long it says so."""

    id: str
    licence: str
    holder_name: str
    url: str
    made_at: datetime
    until: datetime
    seconds: int
    purpose: str
    file_url: str | None


class LicenceCheckView(View):
    """What anybody is told who scans the code: names and number masked, nothing once it has run out."""

    result: CheckResult
    label: str
    detail: str
    how: str | None = None
    licence: str | None = None
    holder_name: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    valid_until: date | None = None
    purpose: str | None = None
    made_at: datetime | None = None
    made_text: str | None = None
    until: datetime | None = None
    until_text: str | None = None
    checked_at: datetime
    demo: bool = False
