"""Whoever stands at a counter shows a document: what they owe there, what waits to be handed to them or is still being made, and who may
act for whom.

Nothing is written by a look, and whom nobody knows yet is not registered. Every look is logged with its reason: to whoever stands there,
and to each other person whose slip, case or result was shown.
"""

from dataclasses import dataclass

from backend.audit import Audit
from backend.cases import Cases
from backend.delivery import Deliveries
from backend.grants import Grants
from backend.payments import Payments
from backend.people import People, Registration
from backend.store import Document
from models.acts import Act, Power, StaffActor
from models.cases import Case
from models.deliveries import Delivery
from models.grants import Grant
from models.others import StandingBody
from models.payments import Bill


@dataclass(frozen=True)
class Stands:
    """Who stands there, and what waits for them at this counter."""

    who: Registration
    attested: bool  # by whoever looks, today
    bills: list[Bill]
    deliveries: list[Delivery]
    making: list[Case]  # granted, and nothing to be handed out yet
    grants: list[Grant]


class Standing:
    """Looks up everything a counter does for one person, but the cases that wait for their papers."""

    def __init__(self, people: People, grants: Grants, payments: Payments, deliveries: Deliveries, cases: Cases, audit: Audit) -> None:
        self._people = people
        self._grants = grants
        self._payments = payments
        self._deliveries = deliveries
        self._cases = cases
        self._audit = audit

    async def look(self, act: Act, body: StandingBody) -> Stands:
        """What waits for the person of a document: their own, their company's, and what a grant lets them pay or collect. Raises as
        `People.in_person`."""
        who = await self._people.in_person(act, body.person)
        citizen = who.citizen.id
        own = [citizen, *(each.id for each in await self._people.enterprises.represented_by(who.citizen))]
        held = await self._grants.held_by(act, citizen)
        bills = await self._payments.open_of(act, _whose(own, held, Power.SUBMIT))
        collects = _whose(own, held, Power.COLLECT)
        deliveries = await self._deliveries.open_of(act, collects)
        making = await self._cases.being_made(act, collects)
        await self._log(act, body, who, {each.person for each in (*bills, *deliveries, *making)} - {citizen})
        attested = isinstance(act.actor, StaffActor) and await self._people.proofs.saw(act.actor, citizen, act.at)
        return Stands(who, attested, bills, deliveries, making, await self._grants.open_of(act, citizen))

    async def _log(self, act: Act, body: StandingBody, who: Registration, others: set[str]) -> None:
        purpose = f"窗口服务：{body.reason}"
        if who.lost_on is not None:
            purpose += f"；证件已挂失，核对了{body.person.shown}"
        people = [who.citizen.id, *sorted(others)] if who.is_known else sorted(others)
        for person in people:
            await self._audit.read(act, "person.looked_up", person=person, subject=f"citizens/{person}", purpose=purpose)


def _whose(own: list[str], held: list[Grant], power: Power) -> Document:
    """The filter of what is of one of `own`, or of a principal whose grant lets its holder do it."""
    lets = [each for each in held if power in each.powers and each.person is not None]
    covered = [{"person": each.person, **({"item": {"$in": each.items}} if each.items else {})} for each in lets]
    return {"$or": [{"person": {"$in": own}}, *covered]}
