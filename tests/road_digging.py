"""The application to dig up a road, as far as tests of promises need it: complete but for the map of pipelines."""

from typing import Any

from backend.outbox import OutboxRow
from models.acts import Act, CitizenActor, Role, StaffActor
from models.cases import Case, DraftBody, GrantBody, HearPromiseBody, MaterialChoice, PassBody, PromiseBody, SaveBody, StepBody, VersionBody
from models.deliveries import DeliverBody, DeliveryMethod
from models.people import PersonDocument
from tests.cases_world import CasesWorld

ROAD: dict[str, Any] = {
    "applicant_kind": "person",
    "project": "院门口给水支管接驳",
    "road": "罗溪路8号门前人行道",
    "road_history": "older",
    "surface": "paving",
    "area": 12,
    "begin": "2026-12-07",
    "end": "2026-12-20",
    "phone": "16900000001",
}
MAP = "pipeline_map"


def clerk(world: CasesWorld, *roles: Role) -> StaffActor:
    """Somebody of the office for roads."""
    return world.staff_of(*(roles or (Role.RECEPTIONIST, Role.REVIEWER)), department="urban_management")


def head(world: CasesWorld) -> StaffActor:
    """The chief representative there."""
    return world.staff_of(Role.CHIEF_REPRESENTATIVE, department="urban_management", id="staff_2")


async def drafted(world: CasesWorld, act: Act, **form: Any) -> Case:
    """A draft with everything but the map."""
    case = await world.cases.create(act, DraftBody(item="road-dig", form=ROAD | form))
    chosen: dict[str, MaterialChoice] = {}
    for slot, colour in zip((each for each in case.materials if each.key != MAP), ("white", "black", "red", "blue", "green"), strict=False):
        chosen[slot.key] = MaterialChoice(files=[(await world.photo(world.again(act), colour, case.item)).id])
    return await world.cases.save(world.again(act), case.id, SaveBody(version=case.version, materials=chosen))


async def promised(world: CasesWorld, act: Act, case: Case) -> Case:
    """The applicant's own word for the map."""
    return await world.cases.promise(world.again(act), case.id, PromiseBody(version=case.version, materials=[MAP]))


async def filed(world: CasesWorld, act: Act, case: Case) -> Case:
    """Filed, claimed, every material passed: ready to be accepted."""
    case = await world.cases.submit(world.again(act), case.id, VersionBody(version=case.version))
    case = await world.claimed(clerk(world), case)
    keys = [each.key for each in case.materials if each.handed_in]
    return await world.cases.pass_material(world.act(clerk(world)), case.id, PassBody(version=case.version, materials=keys))


async def heard(world: CasesWorld, case: Case, person: PersonDocument | None = None) -> Case:
    """The applicant's word, heard at the counter; `person`: who stands there, where it is somebody else."""
    body = HearPromiseBody(version=case.version, materials=[MAP], person=person or world.mother.document, note="在综合窗口当面说明")
    return await world.cases.hear_promise(world.act(clerk(world)), case.id, body)


async def accepted(world: CasesWorld, citizen: CitizenActor) -> Case:
    """Accepted on a promise."""
    act = world.act(citizen)
    case = await filed(world, act, await promised(world, act, await drafted(world, act)))
    return await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))


async def given_out(world: CasesWorld, case: Case, number: str | None, kind: str = "许可证") -> Case:
    """Waited at the counter and was collected; the case is closed, as once the delivery is done."""
    body = DeliverBody(version=case.version, kind=kind, number=number, method=DeliveryMethod.COUNTER)
    case = await world.cases.deliver(world.act(clerk(world)), case.id, body)
    await world.store.deliveries.change_many({"_id": case.delivery}, {"$set": {"state": "done"}})
    done = OutboxRow("evt", world.clock.now(), "delivery.done", f"deliveries/{case.delivery}", case.person, {}, {}, [])
    await world.cases.on_delivery_done(done)
    return Case.of(await world.store.cases.get(case.id) or {})


async def decided(world: CasesWorld, case: Case) -> Case:
    """Every step done by whose it is, the last one by the chief representative."""
    boss = head(world)
    await world.authorised(boss, "road-dig")
    while len([each for each in case.steps if each.done_at is None]) > 1:
        step = case.current_step
        assert step is not None
        case = await world.cases.complete_step(
            world.act(world.whose(case)), case.id, StepBody(version=case.version, step=step.key, finding="无误")
        )
    return await world.cases.grant(world.act(boss), case.id, GrantBody(version=case.version))


async def told(world: CasesWorld, case: Case, action: str) -> None:
    """What the outbox would do with the last event of that kind: the marks follow it."""
    row = OutboxRow("evt", world.clock.now(), action, f"cases/{case.id}", case.person, {}, {}, [])
    for _ in range(2):
        await world.marks.on_case_event(row)
