"""Notices: templates read from catalogue/notices.yaml, and messages as they were sent to a person."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from models.base import Body, Cursor, Declared, Query, Sealing, Stored, View
from models.staff_text import StaffText


class Channel(StrEnum):
    """How a notice reaches a person beside the inbox."""

    WECHAT = "wechat"
    SMS = "sms"
    CALL = "call"  # a member of staff phones and records the outcome


class Delivery(StrEnum):
    """How far a channel got."""

    SENT = "sent"
    REFUSED = "refused"  # the person has not subscribed, or has switched it off
    FAILED = "failed"  # the channel said no for good
    WAITING = "waiting"  # a call that is still to be made


class CallOutcome(StrEnum):
    """What came of a phone call."""

    REACHED = "reached"
    RELATIVE = "relative"  # a relative took it and will pass it on
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    TOLD_AT_DOOR = "told_at_door"  # somebody of their town went there and told them
    LATER = "later"  # nobody took it now: it goes back to the list, behind those nobody has tried


class WechatTemplate(Declared):
    """A subscribe message: `template` is the key of the approved template, `fields` its values with placeholders."""

    template: str
    page: str = ""
    fields: Mapping[str, str]


class NoticeTemplate(Declared):
    """Texts with `{placeholders}` filled from the order's data. `sms` empty: this notice is not sent by SMS."""

    title: str
    body: str
    link: str = ""  # page of the mini-program
    wechat: WechatTemplate | None = None
    sms: str = ""
    important: bool = False  # a person no channel reaches is phoned


class Notice(Stored):
    """A message to one person, kept in their inbox. `id` is the event's id and the order's place in it."""

    SEALED: ClassVar[Mapping[str, Sealing]] = {"body": Sealing.RANDOM}

    person: str
    template: str
    title: str
    body: str
    link: str = ""
    at: datetime
    subject: str = ""
    grant: str | None = None  # of what is done for somebody else: under which the reader acts, and where it leads is opened
    read_at: datetime | None = None
    channels: dict[Channel, Delivery] = Field(default_factory=dict[Channel, Delivery])
    outcome: CallOutcome | None = None
    outcome_note: str = ""
    town: str = ""  # of a call: where the person lives, whose officers may make it; empty where nobody knows
    caller: str = ""  # the member of staff who took the call on
    caller_name: str = ""
    claimed_at: datetime | None = None
    tries: int = 0  # calls nobody took
    tried_at: datetime | None = None


class NoticeView(View):
    """A notice as its reader sees it."""

    id: str
    template: str
    title: str
    body: str
    link: str
    grant: str | None
    at: datetime
    read_at: datetime | None


class NoticeQuery(Query):
    """`unread=true` leaves out what was read."""

    unread: bool = False
    cursor: Cursor | None = None


class NoticeCallView(View):
    """A notice that is to be told by phone. Name and number are masked and `body` is empty until the reader has taken the call on;
    that look is logged. What is read to the person herself names both sides of her grant in full. `caller`: the colleague who has it;
    `door`: whether the reader may tell it at the person's door."""

    id: str
    name: str
    phone: str
    title: str
    body: str
    at: datetime
    caller: str
    claimed_at: datetime | None
    mine: bool
    door: bool
    tries: int  # calls nobody took, the last of them at `tried_at`
    tried_at: datetime | None


class NoticeCallsView(View):
    """Calls that wait, the oldest first, those that were tried behind the others."""

    items: list[NoticeCallView]


class CallBody(Body):
    """What came of the call."""

    outcome: CallOutcome = Field(strict=False)
    note: StaffText | None = None
