"""What somebody still has to do for a case, as it is answered."""

from datetime import datetime

from pydantic import JsonValue

from models.base import View
from models.common_views import WordView


class EnclosureView(View):
    """A file a counterpart uploaded with their yes; `key` and `number`, from 0, are the last parts of its address below the obligation."""

    key: str
    number: int
    name: str  # of what was asked for
    content_type: str
    size: int
    pages: int


class ObligationView(View):
    """What somebody still has to do for a case, or has done. `blocks`: what waits for it.

    `digest`: SHA-256 of exactly what was confirmed or signed; `intact`: whether that is what the case holds now. `method`: how it was
    shown to be them. `answers`, `files`, `reason`: what they answered; what is sealed is masked for those who do not work on the case.
    """

    id: str
    kind: WordView
    key: str
    name: str
    who_name: str | None
    blocks: str
    since: datetime
    due: datetime | None
    handed_at: datetime | None
    met_at: datetime | None
    declined_at: datetime | None
    ended_for: str
    open: bool
    overdue: bool
    met_by: str | None
    method: str
    digest: str
    intact: bool | None
    answers: dict[str, JsonValue]
    reason: str
    files: list[EnclosureView]
