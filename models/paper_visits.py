"""Visits of a time without the system, entered afterwards from the printed day list."""

from pydantic import AwareDatetime

from models.appointments import Items, Version
from models.base import Body, Identifier
from models.counter import CallerBody


class PaperTimes(Body):
    """What stands on paper, within the times of an outage: when somebody came, was called to `counter` and was done, or `left` before that.
    What the system knew already, or nobody wrote down, is left out."""

    outage: Identifier
    came: AwareDatetime | None = None
    called: AwareDatetime | None = None
    counter: Identifier | None = None
    done: AwareDatetime | None = None
    left: bool = False


class OnPaperBody(PaperTimes):
    """Of somebody the day's list has, as it was seen."""

    version: Version


class PaperVisitBody(PaperTimes):
    """Of somebody who just came: who it was, and what for."""

    caller: CallerBody
    items: Items
