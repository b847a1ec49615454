"""A grant as it is answered: to either side, masked for the other, and to staff."""

from datetime import date, datetime

from pydantic import Field

from models.acts import Power
from models.base import View
from models.catalogue import ProxyBasis
from models.grants.desk import TriedView
from models.grants.grant import GrantState, Half, Side


class PartyView(View):
    """One side, masked for the other. Staff who took on one that waits read the names in full, and the document (`document_title`,
    `id_number`) of whom the agent named: it is compared with the paper, and they are asked for."""

    name: str
    known: bool  # whether this side has answered
    document_title: str = ""
    id_number: str = ""


class GrantedItemView(View):
    """`instant`: decided in seconds, so that it can be asked for without reading the guide first."""

    code: str
    name: str
    instant: bool


class InvitationView(View):
    """What the QR code carries; only for the side that offers."""

    token: str
    answer_by: datetime


class CallBackView(View):
    """`phone`: for staff only, masked until they take it on, else empty. `agents_own`: for them, too, whether it is the agent's: whoever
    answers need not be the principal. `missed`: the half-day is over, and nobody has heard them. For staff, too: `tries`, the calls in which
    they were not heard, `not_before`, when to call next, and `due`, whether it is time."""

    day: date
    half: Half
    half_label: str
    missed: bool = False
    phone: str = ""
    agents_own: bool = False
    not_before: datetime | None = None
    due: bool = True
    tries: list[TriedView] = Field(default_factory=list[TriedView])


class InHandView(View):
    """Who of the staff has a waiting grant in hand, since when, and until when it is theirs."""

    by_name: str
    at: datetime
    until: datetime
    mine: bool


class GrantView(View):
    """`you` is the reader's side; `actions` what they may do now. `evidence`: for staff only, ids to look at; of one that waits, for whoever
    took it on (`in_hand`)."""

    id: str
    basis: ProxyBasis
    basis_label: str
    state: GrantState
    state_label: str
    you: Side | None
    principal: PartyView
    agent: PartyView
    items: list[GrantedItemView]
    all_items: bool
    powers: list[Power]
    starts_at: datetime
    until: datetime
    single_use: bool
    uses: int
    heard_by: str = ""
    relation: str = ""
    reason: str = ""
    invitation: InvitationView | None = None
    call_back: CallBackView | None = None
    in_hand: InHandView | None = None
    evidence: list[str] = Field(default_factory=list[str])
    actions: list[str]
    version: int


class GrantActView(View):
    """One act of the agent, or one reading of the principal's data by them."""

    at: datetime
    agent: str
    power: Power | None = None
    what: str
    item: str = ""


class GrantActsView(View):
    items: list[GrantActView]
