"""What staff ask and are answered about the appointments of somebody who phones."""

from datetime import datetime
from typing import Annotated

from pydantic import StringConstraints

from models.appointments import PersonName
from models.base import Body, View

LAST_DIGITS = 4


class SoughtCallerBody(Body):
    """What a caller can say. `sought`: the booking code, which stands alone, or with the name the number of a document or a telephone,
    whole or its last four. In the body, for none of it belongs into an address."""

    name: PersonName | None = None
    sought: Annotated[str, StringConstraints(min_length=LAST_DIGITS, max_length=30, strip_whitespace=True)]


class CallerAppointmentView(View):
    """An appointment as it is told on the telephone: names masked. `bring`: what to bring; `papers`: how those handed in online stand,
    empty where none were; `actions`: what may be done for the caller now, `why_not` in words why nothing may."""

    id: str
    version: int
    name: str
    people: list[str]
    agent: str | None  # who booked it under a grant
    hall: str
    hall_name: str
    counter_name: str
    start: datetime
    when: str
    items: list[str]
    item_names: list[str]
    status: str
    moved: str | None  # what it was moved to
    code: str
    bring: list[str]
    papers: str
    actions: list[str]
    why_not: str


class CallerAppointmentsView(View):
    """What was found; nothing where nothing fits."""

    items: list[CallerAppointmentView]
