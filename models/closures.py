"""What is asked and answered about closing a hall or one of its counters."""

from datetime import datetime, timedelta
from typing import Self

from pydantic import AwareDatetime, model_validator

from models.base import Body, Identifier, View
from models.booking import ClosureState, Remedy
from models.staff_text import StaffText

_YEAR = 366  # days


class ClosureBody(Body):
    """`preview` only lists those affected. Without `start`, from now on."""

    start: AwareDatetime | None = None
    end: AwareDatetime
    reason: StaffText
    counter: Identifier | None = None
    remedy: Remedy = Remedy.MOVE
    preview: bool = False

    @model_validator(mode="after")
    def is_a_period(self) -> Self:
        if self.start is not None and self.end <= self.start:
            raise ValueError("结束时间要晚于开始时间")
        if self.start is not None and self.end - self.start > timedelta(days=_YEAR):
            raise ValueError("一次最多关闭一年")
        return self


class AffectedView(View):
    """An appointment a closure hits; the name is masked. `ticket`: of who has come already; `reached`: they have a telephone or an account,
    so that notices reach them."""

    id: str
    ticket: str | None
    start: datetime
    name: str
    items: list[str]
    reached: bool


class ClosedView(View):
    """What is closed, as a notice says it: the whole hall or one counter, now (`begun`) or later today, until when and why."""

    whole: bool
    begun: bool
    says: str


class LiftBody(Body):
    """Why a closure is taken back."""

    reason: StaffText


class ClosureView(View):
    """`id` is absent from a preview."""

    id: str | None
    hall: str
    counter: str | None
    start: datetime
    end: datetime
    reason: str
    remedy: Remedy
    state: ClosureState | None
    free: int  # free places a closure would withdraw; 0 once it has
    affected: list[AffectedView]  # those who would be moved or told; once it is carried out, those still waiting for it
    moved: int
    told: int
    lifted_for: str  # why it was taken back; empty where it stands
    begun: bool  # its start has passed, by the clock of the hall
    over: bool  # its end has passed


class ClosedPersonView(View):
    """Somebody a closure hit; the name is masked. `became`: what they have instead, in words; `reached`: they have a telephone or an
    account, so that notices reach them. Without either only somebody who sees them can tell them."""

    id: str
    ticket: str | None
    start: datetime
    name: str
    items: list[str]
    became: str
    reached: bool


class ClosedPeopleView(View):
    """Everybody a closure moved or told, by time, at any time afterwards."""

    items: list[ClosedPersonView]


class ClosuresView(View):
    """Closures of a hall, the one that ends last first."""

    items: list[ClosureView]
