"""What desks that oversee many cases list: what waits for a head's own act, and clocks in the order of who is next to be late."""

from datetime import datetime

from models.base import View


class HeadRow(View):
    """A case that waits for the head's own act. `act`: which, where it is one thing."""

    case: str
    number: str | None
    item_name: str
    person_name: str
    words: str
    act: str | None


class HeadGroup(View):
    """One kind of what waits for the head; `more`: there are more than are listed."""

    key: str
    label: str
    items: list[HeadRow]
    more: bool


class HeadDeskView(View):
    """Everything of cases that waits for the head of a department; kinds with nothing in them are left out."""

    groups: list[HeadGroup]


class ClockRow(View):
    """A clock that runs, or stands still on a `ground`. `department`: on whose account its time runs now. `words`: what remains of it in working days, or for how long it stands."""

    case: str
    number: str
    item_name: str
    person_name: str
    department: str
    state: str
    reviewer: str | None
    due: datetime | None
    overdue: bool
    words: str
    ground: str | None
    reason: str
