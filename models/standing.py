"""Whoever stands at a counter, by the document they show, and what waits for them there."""

from datetime import datetime

from models.base import View
from models.case_views import CaseRow
from models.deliveries import DeliveryView
from models.grants import GrantView
from models.payments import BillView
from models.people import Day, PersonView


class StandingView(View):
    """`known`: whether they were registered before. `lost_on`: since when the register holds the document for lost. `proven_until`: until
    when somebody attested, or they proved, that it is them; `attested`: whether whoever looks here did so themselves today. `bills`, `deliveries`: their own, and of those they act for, which this
    counter may see; `making`: cases of the same people that are granted, with nothing to be handed out yet; `grants`: theirs, `you`
    being the side of whoever stands there."""

    person: PersonView
    known: bool
    lost_on: Day | None
    expired: bool
    proven_until: datetime | None
    attested: bool
    bills: list[BillView]
    deliveries: list[DeliveryView]
    making: list[CaseRow]
    grants: list[GrantView]
