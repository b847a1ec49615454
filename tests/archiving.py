"""Closed cases of the office for roads, as far as tests of archives need them."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import JsonValue

from backend.archives import Archives
from models.acts import CitizenActor, Role, StaffActor
from models.archives import ArchiveBody
from models.cases import Case
from tests.cases_world import CasesWorld
from tests.road_digging import accepted, decided, given_out

KEEPER = StaffActor(id="staff_9", name="甲", roles=frozenset({Role.REVIEWER}), department="urban_management")
OTHER = KEEPER.model_copy(update={"department": "taxation"})
HEAD = KEEPER.model_copy(update={"id": "staff_8", "name": "乙", "roles": frozenset({Role.CHIEF_REPRESENTATIVE})})
TERM = 365 * 10 + 60  # days after which a case archived in November 2026 has served its ten years


class Printer:
    """Keeps what was to be printed."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, Mapping[str, JsonValue]]] = []

    async def pdf(self, template: str, data: Mapping[str, JsonValue], at: datetime, max_pages: int = 20) -> bytes:
        return await self.sealed(template, data, at, "", max_pages)

    async def sealed(self, template: str, data: Mapping[str, JsonValue], at: datetime, reason: str, max_pages: int = 20) -> bytes:
        self.printed.append((template, data))
        return b"%PDF-"


async def now(world: CasesWorld, case: Case) -> Case:
    """The case as it is stored."""
    return Case.of(await world.store.cases.get(case.id) or {})


async def handed_out(world: CasesWorld, citizen: CitizenActor) -> Case:
    """A permit that was handed out now, nothing owed for it any more."""
    case = await decided(world, await accepted(world, citizen))
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"obligations": [], "duties": [], "duty_at": None}})
    return await given_out(world, await now(world, case), f"云掘2026-{citizen.id[-4:]}")


async def closed(world: CasesWorld) -> Case:
    """The mother's permit, handed out two months ago."""
    case = await handed_out(world, await world.proven(world.mother))
    world.clock.forward(days=61)
    return case


async def transferred(world: CasesWorld, archives: Archives, *cases: Case) -> None:
    """Handed over with one list."""
    await archives.transfer(world.act(KEEPER), ArchiveBody(cases=[each.id for each in cases]))
