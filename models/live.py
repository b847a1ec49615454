"""What a stream of changes says."""

from enum import StrEnum

from models.base import View


class ChangedBy(StrEnum):
    """Who made a change, as seen by whoever is told of it."""

    YOU = "you"
    SYSTEM = "system"  # the product itself, often because of what somebody did a moment before
    OTHERS = "others"


class LiveView(View):
    """Something changed: which case, appointment, closure of a hall, ask of a kiosk or waiting grant, and how it stands now. Its content is read
    under the reader's own rights."""

    id: str
    state: str
    version: int
    items: list[str]
    desk: str | None  # of a case: the department whose turn it is
    hall: str | None  # of an appointment, a closure or a kiosk
    by: ChangedBy
