"""Watchers (关注者): whom somebody lets see how their cases stand. They see words of progress, and can do nothing."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.base import Body, Identifier, Stored, View
from models.grants import InvitationToken, InvitationView


class WatchState(StrEnum):
    """An invitation, somebody who watches, or the end of either."""

    INVITED = "invited"
    ACTIVE = "active"
    ENDED = "ended"

    @property
    def label(self) -> str:
        return {"invited": "等对方打开", "active": "能看到进度", "ended": "已经结束"}[self.value]


class Watch(Stored):
    """`person` lets `watcher` see. An empty `cases` is every case they handed in, later ones too."""

    person: str
    person_name: str
    watcher: str | None = None
    watcher_name: str = ""
    cases: list[str]
    state: WatchState
    token: str | None = None  # of the invitation; gone once answered
    answer_by: datetime
    created_at: datetime
    ended_at: datetime | None = None

    def as_of(self, now: datetime) -> WatchState:
        """An invitation nobody took in time has ended, even before anything writes so."""
        unanswered = self.state is WatchState.INVITED and self.answer_by <= now
        return WatchState.ENDED if unanswered else self.state


class WatchBody(Body):
    """Which of one's own cases; left out: all of them."""

    cases: Annotated[list[Identifier], Field(max_length=20)] = Field(default_factory=list[str])


class WatchAnswerBody(Body):
    """`token`: of the code or link."""

    token: InvitationToken


class WatchView(View):
    """`mine`: the reader is the one whose cases they are. Names are masked for the other side."""

    id: str
    mine: bool
    state: WatchState
    state_label: str
    principal: str
    watcher: str
    items: list[str]  # names of the items of the chosen cases; empty where it is all of them
    created_at: datetime
    invitation: InvitationView | None = None
    ends: bool


class WatchesView(View):
    """Whom I let see, and whose I see; the newest first."""

    items: list[WatchView]


class WatchedCaseView(View):
    """How one case stands, in words; nothing of what is in it."""

    item_name: str
    status: str
    turn: str  # whose turn it is and until when; empty where it is nobody's
    over: bool
    updated_at: datetime


class WatchedView(View):
    """The cases, the one that changed last first."""

    principal: str
    items: list[WatchedCaseView]
