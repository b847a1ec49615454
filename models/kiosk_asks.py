"""What a kiosk asks of somebody elsewhere: of the phone that scans the code on its screen, or of staff of its hall."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from models.base import Body, Identifier, Stored, View
from models.kiosks import KioskSessionView


class AskKind(StrEnum):
    """What is to come of it."""

    ENTER = "enter"  # a session for whoever has no card with them, of the level of their phone
    PROVE = "prove"  # the second factor of a session, by the person's own phone
    CARRY = "carry"  # an application goes on, on the person's own phone
    STAFF = "staff"  # the second factor of a session, by staff who look at the card and at the person


class AskState(StrEnum):
    OPEN = "open"
    AGREED = "agreed"
    REFUSED = "refused"  # by another person's phone
    USED = "used"  # of `ENTER`: the session that came of it was opened
    OVER = "over"  # never stored: its time ran out


class KioskAsk(Stored):
    """The one thing a session asks for, or a device before which nobody is known: `_id` is theirs, the next one replaces it.

    Says nothing of the person but which account it is; goes away by itself soon after `until` (machine's time).
    """

    kind: AskKind
    kiosk: str
    kiosk_name: str
    hall: str
    session: str | None = None
    person: str | None = None
    case: str | None = None
    item_name: str = ""
    scene: str | None = None  # what the code on the screen carries
    number: str | None = None  # what the screen shows to staff: four digits, no other open one in the hall
    tries: int = 0  # wrong answers of staff
    level: int = 0  # of the phone that agreed
    state: AskState = AskState.OPEN
    by: str = ""  # name of the member of staff who looked
    created_at: datetime
    until: datetime


class KioskAskBody(Body):
    """`case`: which application goes on, and only there."""

    kind: Literal[AskKind.PROVE, AskKind.CARRY, AskKind.STAFF]
    case: Identifier | None = None

    @model_validator(mode="after")
    def names_a_case_where_one_goes_on(self) -> "KioskAskBody":
        """See the class."""
        if (self.case is not None) != (self.kind is AskKind.CARRY):
            raise ValueError("用手机接着填的，请选一份申请；别的不用选。")
        return self


class AttestAtKioskBody(Body):
    """What staff read: the number on the kiosk's screen, and the last four of the number on the card of whoever stands there."""

    number: Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
    last_four: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{4}$")]


class KioskAskView(View):
    """How it stands, as the kiosk shows it. `picture`: the code as a data URI, once, when it is made. `session`: as it is now."""

    kind: AskKind
    state: AskState
    told: str
    picture: str = ""
    number: str | None = None
    expires_in: int
    session: KioskSessionView | None = None


class ScannedAskView(View):
    """What whoever scanned the code is asked, before they say yes. Whose session it is, is not said."""

    kind: AskKind
    kiosk_name: str
    hall_name: str
    item_name: str
    until: datetime


class AgreedAskView(View):
    """`case`: the application that goes on here."""

    kind: AskKind
    detail: str
    case: str | None = None


class KioskHelpView(View):
    """Somebody at a kiosk of the hall asks staff to come. `person`: masked. The number is read off the kiosk's screen, there."""

    kiosk_name: str
    person: str
    created_at: datetime
    until: datetime


class KioskHelpsView(View):
    items: list[KioskHelpView]


class AttestedAtKioskView(View):
    detail: str
