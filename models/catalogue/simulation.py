"""What would become of cases under another version of their item."""

from datetime import date, datetime

from pydantic import Field

from models.base import View
from models.catalogue.changes import DraftBody


class SimulateBody(DraftBody):
    """A draft, and what it is tried on: the last decided cases, or a made-up year of applications."""

    last: int = Field(default=100, ge=1, le=500)
    demo_year: bool = False
    seed: int = Field(default=2026, ge=0, le=2**31)  # the same seed makes the same year


class Verdict(View):
    """What is decided of one case: the outcome in words, the line of the rule or the condition that says so (empty: a person did), and
    what people are told."""

    outcome: str
    branch: str
    reason: str = ""


class CaseEffect(View):
    """What would be different for one case. A member that is empty or None: nothing of that kind."""

    number: str
    on: date
    said: str = ""  # all of it in one sentence
    before: Verdict | None = None  # where the decision would change
    after: Verdict | None = None
    ended: str = ""  # where the rule had given it to a person: what that person decided in the end
    data: list[str] = Field(default_factory=list)  # what would stand otherwise on a certificate with the same outcome
    fixed: list[str] = Field(default_factory=list)  # what officers would have to fix otherwise by the standards, such as an amount
    newly_asked: list[str] = Field(default_factory=list)
    no_longer_asked: list[str] = Field(default_factory=list)
    to_fill: list[str] = Field(default_factory=list)  # what of its form would have to be filled in otherwise
    due_before: datetime | None = None
    due_after: datetime | None = None
    proxy: str = ""  # why its agent could not act any more


class Simulation(View):
    """The result. `unknown` cases could not be decided anew, for the reasons named: they count neither as changed nor as unchanged."""

    item: str
    name: str
    after: str  # id of the version tried
    tried_on: str  # in words
    cases: int
    changed: int  # decisions that would change, what is fixed by them included
    unknown: int
    unknown_because: list[str]
    summary: list[str]
    effects: list[CaseEffect]
