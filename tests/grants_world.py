"""Grants over `tests.people_world`, with the real catalogue, and shortcuts to the states tests begin at."""

import asyncio
import json
from datetime import date, timedelta
from typing import Any

from backend.clock import SetClock
from backend.grants import Grants
from backend.store import Session, Store
from models.acts import Act, Acting, CitizenActor, Power, StaffActor
from models.documents import Relation
from models.grants import AnswerBody, EndBody, Grant, GrantBody
from models.people import AttestBody
from tests.people_edge import end_of_day, real_catalogue
from tests.people_world import Person, World

ITEM = "longevity"
OTHER_ITEM = "ssc-apply"
NOT_BY_PROXY = "idcard-lost"


class FakeCodes:
    """Paints the scene as its own bytes."""

    async def mini_program_code(self, scene: str, page: str) -> bytes:
        return f"{page}?{scene}".encode()


class GrantsWorld(World):
    """A mother without patience for phones, her daughter, and who else may appear."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        super().__init__(store, clock)
        self.grants = Grants(store, clock, self.people, real_catalogue(), self.audit, FakeCodes(), end_of_day)
        self.mother = self.knows("王桂芳", "99010119440308002", phone="16900000001")
        self.daughter = self.knows("李敏", "99010119700912006", phone="16900000002")
        self.stranger = self.knows("赵刚", "99010119800101003", phone="16900000003")
        self.child = self.knows("周子涵", "99010120150601002", phone="16900000002")
        self.teenager = self.knows("李小龙", "99010120100601003", phone="16900000004")

    def related(self, guardian: Person, ward: Person, relation: Relation) -> None:
        """The register knows what `ward` is to `guardian`."""
        guardian.relatives = (*guardian.relatives, ward.relative(relation))

    def terms(self, **more: Any) -> dict[str, Any]:
        """A grant of one item for a month."""
        until = (self.clock.now() + timedelta(days=30)).date()
        return {"items": [ITEM], "until": until.isoformat(), **more}

    def body(self, **more: Any) -> GrantBody:
        """An offer as it comes over HTTP."""
        return GrantBody.model_validate_json(json.dumps(self.terms(**more)))

    def party(self, person: Person) -> dict[str, Any]:
        """Names a person by document."""
        return {"name": person.name, "id_number": person.number, "document_type": person.document_type.value}

    async def offered(self, mother: CitizenActor, **more: Any) -> Grant:
        """The mother offers a grant to her daughter."""
        return await self.grants.create(self.act(mother), self.body(**{"agent": self.party(self.daughter), **more}))

    async def granted(self, **more: Any) -> tuple[CitizenActor, CitizenActor, Grant]:
        """Mother, daughter and a grant between them that holds."""
        mother, daughter = await self.proven(self.mother), await self.matched(self.daughter)
        offer = await self.offered(mother, **more)
        grant = await self.grants.offers.accept(self.act(daughter), offer.id, AnswerBody())
        return mother, daughter, grant

    async def acting(self, agent: CitizenActor, grant: Grant) -> Act:
        """An act of the agent under the grant, as the edge builds it."""
        acting: Acting = await self.grants.resolve(agent, grant.id)
        return self.act(agent, acting=acting)

    async def attested(self, clerk: StaffActor, person: Person) -> None:
        """A clerk looked at somebody and their document today."""
        await self.people.proofs.attest(self.act(clerk), AttestBody(citizen=person.document, purpose="登记授权"))

    async def revoke(self, actor: CitizenActor, grant: Grant) -> Grant:
        return await self.grants.endings.end(self.act(actor), grant.id, EndBody())

    async def do(self, act: Act, power: Power = Power.SUBMIT, item: str = ITEM, subject: str | None = None) -> str:
        """An act that writes one document of its own; returns its id. Kept among the counters, which carry no acts."""
        made = f"act-{act.key}"

        async def write(session: Session | None) -> str:
            await asyncio.sleep(0)
            await self.store.counters.insert({"_id": made, "acting": act.acting is not None}, session=session)
            return made

        return await self.grants.under(act, power, item, write, subject=subject)

    async def done(self) -> int:
        """How many acts were written."""
        return await self.store.counters.count({"_id": {"$regex": "^act-"}})

    def day(self, days: int) -> date:
        return (self.clock.now() + timedelta(days=days)).date()
