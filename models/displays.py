"""What the screen of a waiting room shows."""

from datetime import date, datetime

from models.base import View
from models.closures import ClosedView


class CalledView(View):
    """Somebody called to a counter. `name` is masked; `voice`: what is spoken, the number and the counter and nobody's name."""

    number: str
    name: str
    counter: str
    calls: int
    called_at: datetime
    voice: str


class CallsView(View):
    """A hall as it is `at`, by the product's clock: the latest call first, without those to what has closed since; how many wait, and how many of
    them are called before the others; what is closed today."""

    hall: str
    hall_name: str
    today: date
    at: datetime
    waiting: int
    urgent: int
    closed: list[ClosedView]
    items: list[CalledView]


class SlipView(View):
    """A number slip (号单): what a visitor takes along to the waiting room. The name is masked; `before`: how many are called before them
    now, None where they are not waiting."""

    ticket: str
    hall_name: str
    name: str
    item_names: list[str]
    counter_names: list[str]
    before: int | None
    urgent: bool
    at: datetime
