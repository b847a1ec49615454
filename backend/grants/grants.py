"""Proxy, family and companies: who may act for whom. One face over offers, guardians, companies, hearings, use and endings."""

from datetime import datetime
from typing import Any, Protocol

from backend.audit import Audit
from backend.catalogue import Catalogue
from backend.clock import Clock
from backend.errors import Forbidden, NotFound, ProofNeeded
from backend.grants.callbacks import CallBacks
from backend.grants.companies import Companies
from backend.grants.core import NO_GRANT, Core
from backend.grants.desks import Desks
from backend.grants.endings import Endings
from backend.grants.guardians import Guardians
from backend.grants.hearings import Hearings
from backend.grants.offers import Offers
from backend.grants.speakers import Speakers
from backend.grants.takings import ShiftEnds, Takings, not_before, require_held
from backend.grants.terms import Terms
from backend.grants.use import Use
from backend.grants.views import view_of
from backend.people import People
from backend.permissions import may
from backend.store import Store
from models.acts import Act, Power, Role, StaffActor
from models.catalogue import ProxyBasis
from models.documents import DocumentType
from models.grants import LIVE, OPEN, CheckBody, Grant, GrantActView, GrantBody, GrantsQuery, GrantState, GrantView, TakeBody, TriedBody
from models.people import Citizen

_ACTS = 200
_NOT_HERE = "没有找到这份授权，或者它不归您核实：由被代办人住的镇街、本区综合窗口和事项所属部门的同事核实。"
_INVITATION_PAGE = "packages/family/grant/grant"


class CodePainter(Protocol):
    """Paints mini-program codes. Raises `Unavailable`."""

    async def mini_program_code(self, scene: str, page: str) -> bytes: ...


class Grants(Use):
    """`resolve`, `require` and `under` are what acts under a grant go through; the rest hangs below by name."""

    def __init__(
        self, store: Store, clock: Clock, people: People, items: Catalogue, audit: Audit, codes: CodePainter, shift_ends: ShiftEnds
    ) -> None:
        """`shift_ends`: when whoever sits in a hall, or in none, goes home."""
        core = Core(store, clock, people, Terms(items))
        companies = Companies(core)
        super().__init__(core, companies)
        self.store = store
        self.offers = Offers(core, companies)
        self.guardians = Guardians(core)
        self.callbacks = CallBacks(core)
        self.speakers = Speakers(core, companies)
        self.hearings = Hearings(core, companies, self.speakers)
        self.endings = Endings(core, companies)
        self.takings = Takings(core, shift_ends)
        self._desks = Desks(items)
        self._audit = audit
        self._codes = codes

    async def create(self, act: Act, body: GrantBody) -> Grant:
        """A new grant by a citizen: an offer to the other side, a guardian's claim, or a call asked for."""
        if body.call_back is not None:
            return await self.callbacks.request(act, body)
        if body.basis is ProxyBasis.GUARDIANSHIP:
            return await self.guardians.claim(act, body)
        return await self.offers.offer(act, body)

    async def check(self, act: Act, grant_id: str, body: CheckBody) -> Grant:
        """What staff found of a guardian's claim, or heard of a principal they called. Raises `NotFound` to whose desk it is not on."""
        waiting = await self._at_desk(act, grant_id)
        if waiting.basis is ProxyBasis.DELEGATION:
            return await self.callbacks.answer(act, grant_id, body)
        return await self.guardians.check(act, grant_id, body)

    async def take(self, act: Act, grant_id: str, body: TakeBody) -> Grant:
        """A waiting grant, in the actor's hand: from now on they see whose it is, and that look is logged. Raises `NotFound` to whose desk
        it is not on, and as `Takings.take`."""
        taken = await self.takings.take(act, await self._at_desk(act, grant_id), body)
        await self._looked(act, taken)
        return taken

    async def give_back(self, act: Act, grant_id: str) -> Grant:
        """It is everybody's again. Raises as `take`, and where it is not the actor's."""
        return await self.takings.give_back(act, await self._at_desk(act, grant_id))

    async def tried(self, act: Act, grant_id: str, body: TriedBody) -> Grant:
        """The principal was not heard on the telephone this time. Raises as `Takings.tried`, `NotFound`."""
        return await self.takings.tried(act, await self._at_desk(act, grant_id), body)

    async def _at_desk(self, act: Act, grant_id: str) -> Grant:
        grant = await self._core.get(grant_id)
        if not may("grant.check", act, self._desks.of(grant, act.at.date())):
            raise NotFound(_NOT_HERE)
        return grant

    async def _looked(self, act: Act, grant: Grant) -> None:
        """The row of a look at a grant one has in hand: about its principal, where they are known here, else found by the document."""
        target = grant.target
        person = (
            await self._core.people.find(target.document_type, target.number) if target and target.document_type and target.number else None
        )
        await self._audit.read(act, "grant.read", person=person.id if person else "", subject=f"grants/{grant.id}", purpose="核实授权")

    async def shown_of(self, document_type: DocumentType, number: str) -> list[str]:
        """The grants in which somebody's document was shown to staff, whether or not they were ever registered here: subjects of log rows."""
        where = {"shown.number": number, "shown.document_type": document_type.value}
        return [f"grants/{each['_id']}" for each in await self.store.grants.find(where, fields=["_id"])]

    async def get(self, act: Act, grant_id: str) -> Grant:
        """A grant the actor is a side of, or is offered. Raises `NotFound`."""
        grant = await self._core.get(grant_id)
        if grant.side_of(act.actor.id) is not None:
            return grant
        me = await self._core.people.get(act.actor.id)
        if not self.offers.is_addressed(grant, me, None):
            raise NotFound(NO_GRANT)
        return grant

    async def mine(self, act: Act, query: GrantsQuery) -> list[Grant]:
        """Grants the actor is a side of or is offered, newest first; one more than the limit where there are more."""
        me = await self._core.people.get(act.actor.id)
        where: dict[str, Any] = _of(me.id)
        where["$or"].append({"_id": {"$in": await self._offered(me)}})
        if query.state is not None:
            where = {"$and": [where, _standing(query.state, act.at)]}
        if query.cursor is not None:
            where = {"$and": [where, {"_id": {"$lt": query.cursor}}]}
        documents = await self.store.grants.find(where, sort=[("_id", -1)], limit=query.limit + 1)
        return [Grant.of(each) for each in documents]

    async def invitation_code(self, act: Act, grant_id: str) -> bytes:
        """The picture of an offer's QR code, for the side that made it. Raises `NotFound`, `Unavailable`."""
        grant, side = await self._core.of_party(act, grant_id)
        if grant.invitation is None or side is not grant.offered_by:
            raise NotFound("这份授权没有可以扫码的邀请，它可能已处理或已过期。")
        return await self._codes.mini_program_code(grant.invitation, _INVITATION_PAGE)

    async def acts(self, act: Act, grant_id: str) -> list[GrantActView]:
        """What was done and read under a grant, newest first; for either side. Raises `NotFound`."""
        grant, _ = await self._core.of_party(act, grant_id)
        reads = await self._audit.rows(
            {"person": grant.person, "grant": grant.id, "action": {"$regex": r"(read|prefilled|downloaded)$"}}, limit=_ACTS
        )
        views = [GrantActView(at=row["at"], agent=row["actor"]["name"], what="查看") for row in reads]
        for event in grant.events:
            if event.action != "grant.used":
                continue
            power, what = Power(event.detail["power"]), str(event.detail["what"])
            name = self._core.terms.name_of(str(event.detail["item"]), event.at.date())
            views.append(GrantActView(at=event.at, agent=event.actor["name"], power=power, what=what, item=name))
        return sorted(views, key=lambda view: view.at, reverse=True)[:_ACTS]

    async def for_staff(self, act: Act, state: GrantState, limit: int = 100) -> list[Grant]:
        """Grants in a state that lie with the actor: what they have in hand, then what may be looked at now, the oldest first, then calls
        whose time has not come. What they have in hand they see in full, and that is logged."""
        documents = await self.store.grants.find(self._lying_with(act, state), sort=[("_id", 1)], limit=limit)
        grants = [Grant.of(each) for each in documents]
        mine = [grant for grant in grants if _has(act, grant)]
        for grant in mine:
            await self._looked(act, grant)
        soonest = {grant.id: max(not_before(grant) or act.at, act.at) for grant in grants}
        return sorted(grants, key=lambda grant: (grant not in mine, soonest[grant.id], grant.id))

    async def count_for_staff(self, act: Act, state: GrantState) -> int:
        """How many of these there are. Nobody's data is looked at, so nothing is logged."""
        return await self.store.grants.count(self._lying_with(act, state))

    def _lying_with(self, act: Act, state: GrantState) -> dict[str, Any]:
        if not isinstance(act.actor, StaffActor):
            raise Forbidden()
        return {"$and": [_standing(state, act.at), self._desks.lying_with(act.actor, act.at.date())]}

    async def evidence(self, act: Act, grant_id: str, material: str) -> None:
        """Before staff look at a photograph of a grant. While it waits: who has it in hand. Then with whom it lies, who heard it, and at
        any counter whoever attested one of its sides that day. Raises `NotFound`, as `require_held` while it waits, and `ProofNeeded` to
        other counters once it does not."""
        grant = await self._core.get(grant_id)
        if grant.state is GrantState.CHECKING:
            require_held(act, await self._at_desk(act, grant_id))
            return await self.callbacks.evidence(grant, material)
        if not may("grant.photographs", act, self._desks.of(grant, act.at.date())):
            await self._require_attested(act, grant)
        return await self.callbacks.evidence(grant, material)

    async def _require_attested(self, act: Act, grant: Grant) -> None:
        actor = act.actor
        if not isinstance(actor, StaffActor):
            raise NotFound(_NOT_HERE)
        sides = [each for each in (grant.person, grant.representative, grant.agent) if each is not None]
        if not any([await self._core.people.proofs.saw(actor, each, act.at) for each in sides]):
            raise ProofNeeded("请先当面核验委托人或代办人的证件（Alt+A），再看这份授权的照片。")

    async def open_of(self, act: Act, person: str) -> list[Grant]:
        """What somebody who stands at a counter has granted, was granted or waits for, newest first; nothing to staff who hear nobody."""
        if not isinstance(act.actor, StaffActor) or not act.actor.has(Role.RECEPTIONIST, Role.VILLAGE_OFFICER):
            return []
        where = {"$and": [_of(person), {"state": {"$in": [each.value for each in OPEN]}}]}
        found = [Grant.of(each) for each in await self.store.grants.find(where, sort=[("_id", -1)], limit=_ACTS)]
        return [each for each in found if each.as_of(act.at).state in OPEN]

    async def held_by(self, act: Act, agent: str) -> list[Grant]:
        """Under which somebody acts for others at the moment of the act."""
        holds = {"state": {"$in": [each.value for each in LIVE]}, "starts_at": {"$lte": act.at}, "until": {"$gt": act.at}}
        return [Grant.of(each) for each in await self.store.grants.find({"agent": agent, **holds}, limit=_ACTS)]

    def view_at_counter(self, grant: Grant, act: Act, person: str) -> GrantView:
        """A grant as staff see it with one of its sides before them, who knows their own name and the other's."""
        return view_of(grant.as_of(act.at), grant.side_of(person), self._core.terms, act.at, staff=True)

    def view(self, grant: Grant, act: Act) -> GrantView:
        """A grant as the actor sees it."""
        if isinstance(act.actor, StaffActor):
            return view_of(grant.as_of(act.at), None, self._core.terms, act.at, staff=True, reader=act.actor.id)
        return view_of(grant.as_of(act.at), grant.side_of(act.actor.id), self._core.terms, act.at, staff=False)

    async def tick(self) -> None:
        """Periodic work."""
        await self.endings.tick()

    async def export(self, person: str) -> list[dict[str, Any]]:
        """Everything kept about a person's grants, for their export."""
        documents = await self.store.grants.find(_of(person), sort=[("_id", 1)])
        kept = ("id", "basis", "state", "person_name", "agent_name", "items", "powers", "starts_at", "until", "uses", "reason")
        now = self._core.clock.now()
        return [Grant.of(each).as_of(now).model_dump(mode="json", include=set(kept)) for each in documents]

    async def obstacle(self, person: str) -> str | None:
        """What keeps a person from being erased: grants that still hold."""
        live = {"state": {"$in": [state.value for state in LIVE]}, "until": {"$gt": self._core.clock.now()}}
        count = await self.store.grants.count({**_of(person), **live})
        return f"还有 {count} 份有效的授权" if count else None

    async def _offered(self, me: Citizen) -> list[str]:
        found: list[str] = []
        for where in self.offers.addressed_to(me):  # one by one: sealed values are found at the top of a filter only
            offers = [Grant.of(each) for each in await self.store.grants.find(where, limit=_ACTS)]
            found += [offer.id for offer in offers if self.offers.is_addressed(offer, me, None)]
        return found


def _has(act: Act, grant: Grant) -> bool:
    taken = grant.in_hand(act.at)
    return taken is not None and taken.by == act.actor.id


def _standing(state: GrantState, now: datetime) -> dict[str, Any]:
    """The filter for grants that stand in `state` at `now` (`Grant.as_of`)."""
    if state in LIVE:
        return {"state": state.value, "until": {"$gt": now}}
    if state is GrantState.INVITED:
        return {"state": state.value, "answer_by": {"$gt": now}}
    if state is not GrantState.EXPIRED:
        return {"state": state.value}
    run_out = {"state": {"$in": [each.value for each in LIVE]}, "until": {"$lte": now}}
    return {"$or": [{"state": state.value}, run_out, {"state": GrantState.INVITED.value, "answer_by": {"$lte": now}}]}


def _of(person: str) -> dict[str, Any]:
    """Grants a person is a side of: principal, legal representative of a company that is, agent."""
    return {"$or": [{"person": person}, {"representative": person}, {"agent": person}]}
