"""Supervision over `tests.cases_world`: the district's own rules, and who looks."""

from pathlib import Path

from backend.clock import SetClock
from backend.processes import Workers
from backend.store import Store
from backend.supervision import CaseSource, Supervision, Views, load_card_rules
from models.acts import CitizenActor, Role, StaffActor
from models.cases import Case, StepBody, VersionBody
from models.supervision import TimeView
from tests.cases_world import CasesWorld

RULES = Path(__file__).parent.parent / "catalogue" / "supervision.yaml"
SUPERVISOR = StaffActor(id="staff_yan", name="严正", roles=frozenset({Role.SUPERVISOR}), department="government_services")


class SupervisionWorld(CasesWorld):
    """Cases, and supervision over them."""

    def __init__(self, store: Store, clock: SetClock, workers: Workers, folder: Path) -> None:
        super().__init__(store, clock, workers, folder)
        rules = load_card_rules(RULES)
        views = Views(lambda: self.book.calendar, self.catalogue.vocabulary.department)
        sources = [CaseSource(store, self.book, rules)]
        self.supervision = Supervision(store, clock, lambda: self.book.calendar, rules, sources, views)
        self.reviewer = self.staff_of(Role.REVIEWER)
        self.town_reviewer = self.staff_of(Role.REVIEWER, id="staff_2", town="luoxi")
        self.head = self.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
        self.villager = self.staff_of(Role.VILLAGE_OFFICER, id="staff_v", department="government_services", town="luoxi")

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
