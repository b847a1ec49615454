"""What the parts of the grants engine share: the collection, people, terms, and how a grant is told of."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from backend.clock import Clock
from backend.errors import Invalid, NotFound, StaleVersion
from backend.grants.terms import Terms
from backend.people import People, Registration, mask_name
from backend.permissions import require
from backend.spoken import full_day, wechat_time
from backend.store import Session, Store
from models.acts import Act
from models.base import Event, NoticeOrder
from models.catalogue import ProxyBasis
from models.grants import Grant, GrantState, Side
from models.people import Citizen, PersonDocument

NO_GRANT = "没有找到这份授权，或它与您无关。"


class Core:
    """Reads and writes grants."""

    def __init__(self, store: Store, clock: Clock, people: People, terms: Terms) -> None:
        self.store = store
        self.clock = clock
        self.people = people
        self.terms = terms

    async def get(self, grant_id: str, *, session: Session | None = None) -> Grant:
        """Raises `NotFound`."""
        document = await self.store.grants.get(grant_id, session=session)
        if document is None:
            raise NotFound(NO_GRANT)
        return Grant.of(document)

    async def of_party(self, act: Act, grant_id: str) -> tuple[Grant, Side]:
        """A grant the actor is a side of, and which side. Raises `NotFound`."""
        grant = await self.get(grant_id)
        require("grant.see", act, grant)
        return grant, grant.side_of(act.actor.id) or Side.AGENT

    async def town_of(self, act: Act, principal: PersonDocument, agent: Citizen) -> str | None:
        """Where the principal lives, as the register has it; of whom it does not know, where their agent does. Raises `Conflict`
        for the dead, so that nobody is promised a look or a call that reaches no one, and `Unavailable`; whom the register does not know
        is for staff to see to: nobody learns from us which numbers and names belong together."""
        known = ""
        with suppress(Invalid):
            document = (principal.document_type, principal.id_number, principal.name)
            known = (await self.people.match(act, *document, "核实授权"))[1].town
        return known or (agent.identity.town if agent.identity else "") or None

    async def are_of(self, uploads: Sequence[str], *people: str | None) -> bool:
        """Whether all of these uploads are of one of these people: nobody shows staff what is another's."""
        wanted = set(uploads)
        where = {"_id": {"$in": sorted(wanted)}, "person": {"$in": [each for each in people if each is not None]}}
        return not wanted or await self.store.materials.count(where) == len(wanted)

    async def change(
        self, grant: Grant, states: tuple[GrantState, ...], changes: dict[str, Any], event: Event, *, session: Session | None = None
    ) -> Grant | None:
        """Compare-and-set on state and version; None where somebody was faster."""
        where = {"_id": grant.id, "version": grant.version, "state": {"$in": [state.value for state in states]}}
        document = await self.store.grants.change(where, {"$set": changes}, event, session=session)
        return Grant.of(document) if document else None

    async def insert(self, grant: Grant, event: Event, *people: Registration) -> Grant:
        """A new grant, and with it whoever of its sides was not registered yet; all of it or nothing. Raises `DuplicateKeyError`."""

        async def write(session: Session) -> Grant:
            for each in people:
                await self.people.register(each, session)
            await self.store.grants.insert(grant, event, session=session)
            return grant

        return await self.store.transact(write)

    async def change_or_tell(
        self, grant: Grant, states: tuple[GrantState, ...], changes: dict[str, Any], event: Event, *, session: Session | None = None
    ) -> Grant:
        """`change`, or `StaleVersion`."""
        changed = await self.change(grant, states, changes, event, session=session)
        if changed is None:
            raise StaleVersion("这份授权刚刚有了变化，请刷新后查看。")
        return changed

    def data(self, grant: Grant, **more: str) -> dict[str, str]:
        """What every notice about a grant may name."""
        now = self.clock.now()
        return {
            "grant": grant.id,
            "items": self.terms.names_of(grant.items, now.date()),
            "principal": shown_name(grant, Side.PRINCIPAL),
            "agent": shown_name(grant, Side.AGENT),
            "until": last_day(grant.until),
            "at": wechat_time(now),
            **more,
        }

    def tell(self, grant: Grant, template: str, *sides: Side, **more: str) -> list[NoticeOrder]:
        """One message to each of the named sides that is known; for a company to the representative who gave the grant."""
        people = {Side.PRINCIPAL: grant.representative or grant.person, Side.AGENT: grant.agent}
        told = dict.fromkeys(person for side in sides if (person := people.get(side)) is not None)
        return [NoticeOrder(to=person, template=template, data=self.data(grant, **more)) for person in told]


def shown_name(grant: Grant, side: Side) -> str:
    """One side's name, masked: as they are known, else as the other side named them, else 对方. A company's is public."""
    if side is Side.PRINCIPAL and grant.basis is ProxyBasis.COMPANY:
        return grant.person_name
    name = grant.person_name if side is Side.PRINCIPAL else grant.agent_name
    if not name and grant.target is not None:
        name = grant.target.name
    return mask_name(name) or "对方"


def last_day(until: datetime) -> str:
    """The end of a grant as people say it: the last day that counts, or the minute where it is not midnight."""
    if (until.hour, until.minute) == (0, 0):
        return full_day((until - timedelta(days=1)).date())
    return f"{full_day(until.date())} {until.hour}:{until.minute:02}"


def named(citizen: Citizen, side: Side) -> dict[str, Any]:
    """The fields that put a citizen on one side of a grant."""
    if side is Side.PRINCIPAL:
        return {"person": citizen.id, "person_name": citizen.name}
    return {"agent": citizen.id, "agent_name": citizen.name}
