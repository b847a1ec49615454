"""Sharing a certificate for a time: a link its holder made, who looked through it, and what they see."""

from datetime import datetime

from pydantic import BaseModel, Field

from models.base import Body, ShortText, Stored, View
from models.certificates import VerificationView

LONGEST_HOURS = 7 * 24


class Look(BaseModel):
    """Somebody looked: when, and who it was where they were logged in; their name masked."""

    at: datetime
    name: str = ""
    file: bool = False  # opened the file, too


class Share(Stored):
    """One link. `token` is all it takes to look, until `until`, or until its holder ended it."""

    token: str
    certificate: str
    person: str
    purpose: str
    made_at: datetime
    until: datetime
    ended_at: datetime | None = None
    count: int = 0
    looks: list[Look] = Field(default_factory=list[Look])  # the newest last

    def is_open(self, at: datetime) -> bool:
        """Whether one can look through it."""
        return self.ended_at is None and at < self.until


class ShareBody(Body):
    """For how long, and what for: the holder's own note, which whoever looks reads, too."""

    hours: int = Field(ge=1, le=LONGEST_HOURS)
    purpose: ShortText


class LookView(View):
    """`who`: a masked name, or that nobody was logged in."""

    at: datetime
    who: str
    file: bool


class ShareView(View):
    """A link as its holder sees it. `scene`: what a QR code of the mini-program carries."""

    id: str
    scene: str
    purpose: str
    made_at: datetime
    until: datetime
    open: bool
    count: int
    looks: list[LookView]  # the newest first


class SharesView(View):
    """The links of a certificate, the newest first."""

    items: list[ShareView]


class VerifiedView(View):
    """Somebody checked the certificate by its code or with its file."""

    at: datetime
    how: str
    who: str


class ChecksView(View):
    """Who checked a certificate, the newest first."""

    items: list[VerifiedView]


class SharedView(View):
    """What whoever has the link sees: the certificate as anybody may verify it, its holder's name in full, and the file."""

    holder_name: str
    purpose: str
    until: datetime
    until_text: str
    certificate: VerificationView
    file_url: str
