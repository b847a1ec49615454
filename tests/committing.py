"""An audit whose proof a commitment stands for, as far as tests of commitments need it."""

from typing import Any

from models.acts import Act, CitizenActor, Role, StaffActor
from models.cases import Case, CommitBody, DraftBody, GrantBody, HearCommitmentBody, MaterialChoice, SaveBody, StepBody, VersionBody
from models.people import PersonDocument
from tests.cases_world import CasesWorld

AUDIT: dict[str, Any] = {
    "reward_kind": "only_child",
    "recipient": "王桂芳",
    "household_place": "罗溪街道榕树里12号",
    "marriage_change": "none",
    "children_change": "none",
    "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"},
    "phone": "16900000001",
}
FILLED_IN = {key: value for key, value in AUDIT.items() if key != "household_place"}  # over HTTP the register says where they live
PROOF = "unchanged_proof"


def clerk(world: CasesWorld, *roles: Role, id: str = "staff_1", town: str | None = None) -> StaffActor:
    """Somebody of the health office, or of its people in a town."""
    return world.staff_of(*(roles or (Role.RECEPTIONIST, Role.REVIEWER)), department="health", id=id, town=town)


async def drafted(world: CasesWorld, act: Act, **form: Any) -> Case:
    """A draft with everything but what a commitment stands for."""
    case = await world.cases.create(act, DraftBody(item="fp-reward-audit", form=AUDIT | form))
    spared = (PROOF, "marriage_proof", "children_proof")
    chosen: dict[str, MaterialChoice] = {}
    for slot, colour in zip((each for each in case.materials if each.key not in spared), ("white", "black"), strict=False):
        chosen[slot.key] = MaterialChoice(files=[(await world.photo(world.again(act), colour, case.item)).id])
    return await world.cases.save(world.again(act), case.id, SaveBody(version=case.version, materials=chosen))


async def digest(world: CasesWorld, act: Act, case: Case) -> str:
    """Of what is to be read now."""
    return (await world.cases.commitment(world.again(act), case.id)).digest


async def committed(world: CasesWorld, act: Act, case: Case) -> Case:
    """The applicant's own word."""
    body = CommitBody(version=case.version, digest=await digest(world, act, case))
    return await world.cases.commit(world.again(act), case.id, body)


async def heard(world: CasesWorld, staff: StaffActor, case: Case, person: PersonDocument | None = None) -> Case:
    """Told and signed at the counter; `person`: who stands there, where it is not the applicant."""
    seen = await digest(world, world.act(staff), case)
    document = person or world.mother.document
    body = HearCommitmentBody(version=case.version, digest=seen, person=document, note="申请人本人在综合窗口当面签")
    return await world.cases.hear_commitment(world.act(staff), case.id, body)


async def filed(world: CasesWorld, act: Act, case: Case) -> Case:
    """Filed, claimed, every material passed: ready to be accepted."""
    case = await world.cases.submit(world.again(act), case.id, VersionBody(version=case.version))
    return await world.passed(clerk(world), await world.claimed(clerk(world), case))


async def accepted(world: CasesWorld, citizen: CitizenActor) -> Case:
    """Accepted on a commitment."""
    act = world.act(citizen)
    case = await filed(world, act, await committed(world, act, await drafted(world, act)))
    return await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))


async def granted(world: CasesWorld, citizen: CitizenActor) -> Case:
    """Decided on a commitment, by two others than who accepted it."""
    case = await accepted(world, citizen)
    town, office = clerk(world, Role.REVIEWER, id="staff_2", town="luoxi"), clerk(world, Role.REVIEWER, id="staff_3")
    case = await world.cases.complete_step(world.act(town), case.id, StepBody(version=case.version, step="town_review", finding="无误"))
    return await world.cases.grant(world.act(office), case.id, GrantBody(version=case.version))
