"""Supervision over `tests.cases_world`: the district's own rules, and who looks."""

from datetime import timedelta
from pathlib import Path

from backend.clock import SetClock
from backend.processes import Workers
from backend.store import Store
from backend.supervision import CaseSource, Office, Supervision, load_card_rules
from models.acts import CitizenActor, Role, StaffActor
from models.cases import Case, Somebody, StepBody, VersionBody
from models.supervision import Card, Level, TimeView
from tests.cases_world import CasesWorld

RULES = Path(__file__).parent.parent / "catalogue" / "supervision.yaml"
SUPERVISOR = StaffActor(id="staff_yan", name="严正", roles=frozenset({Role.SUPERVISOR}), department="government_services")


async def kept_in_hand(store: Store, case_id: str) -> None:
    """The shift of whoever has the case goes on for a month: whom a card names is tried apart from when shifts end."""
    case = Case.of(await store.cases.get(case_id) or {})
    assert case.claimed_until is not None
    await store.cases.driver.update_one({"_id": case_id}, {"$set": {"claimed_until": case.claimed_until + timedelta(days=30)}})


class SupervisionWorld(CasesWorld):
    """Cases, and supervision over them."""

    def __init__(self, store: Store, clock: SetClock, workers: Workers, folder: Path) -> None:
        super().__init__(store, clock, workers, folder)
        rules = load_card_rules(RULES)
        office = Office(lambda: self.book.calendar, self.catalogue.vocabulary.department, self._heads_of, self._supervisors, "990101")
        self.supervision = Supervision(store, clock, office, rules, [CaseSource(store, self.book, rules)])
        self.supervisors = [SUPERVISOR]
        self.reviewer = self.staff_of(Role.REVIEWER)
        self.town_reviewer = self.staff_of(Role.REVIEWER, id="staff_2", town="luoxi")
        self.head = self.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
        self.villager = self.staff_of(Role.VILLAGE_OFFICER, id="staff_v", department="government_services", town="luoxi")

    async def cards(self, case: Case) -> list[str]:
        """The case's cards in order: step, level, who got it."""
        found = [Card.of(each) for each in await self.store.cards.find({"subject": case.id}, sort=[("_id", 1)])]
        return [f"{each.step} {each.level.value} {each.given_to.name if each.given_to else each.department}" for each in found]

    async def only(self, case: Case, level: Level = Level.YELLOW) -> Card:
        """The case's card of that level."""
        return Card.of(await self.store.cards.find_one({"subject": case.id, "level": level.value}) or {})

    async def overdue(self) -> Case:
        """A case filed on Monday at ten and claimed by 姚淑贤 at once, at the moment it got its yellow card."""
        case = await self.claimed(self.reviewer, await self.filed_by(await self.proven(self.mother)))
        await kept_in_hand(self.store, case.id)
        await self.supervision.look("cases", case.id)
        self.later(days=7, hours=7)
        await self.supervision.tick()
        return case

    async def _heads_of(self, department: str) -> list[Somebody]:
        return [Somebody(id="head", name="廖家明", department=department)] if department == "civil_affairs" else []

    async def _supervisors(self) -> list[Somebody]:
        return [Somebody(id=each.id, name=each.name, department=each.department) for each in self.supervisors]

    async def time(self, case: Case, by: StaffActor = SUPERVISOR) -> TimeView:
        """Who had the case when, as a supervisor sees it."""
        return await self.supervision.time(self.act(by), "cases", case.id)

    async def filed_by(self, mother: CitizenActor) -> Case:
        """Filed formally; nobody has looked yet."""
        return await self.received(self.act(mother))

    async def checked(self, case: Case) -> Case:
        """The village has done its step."""
        case = await self.claimed(self.villager, case)
        body = StepBody(version=case.version, step="village_check", finding="健在，住在本地")
        return await self.cases.complete_step(self.act(self.villager), case.id, body)

    async def accepted_by_clerk(self, case: Case) -> Case:
        """Claimed, passed, accepted."""
        case = await self.passed(self.reviewer, await self.claimed(self.reviewer, case))
        return await self.cases.accept(self.act(self.reviewer), case.id, VersionBody(version=case.version))
