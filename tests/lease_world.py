"""A lease over `tests.cases_world`: a tenant files, the landlord confirms, a co-owner signs."""

from typing import Any

from models.acts import Act, CitizenActor
from models.cases import Case, DraftBody, Obligation, VersionBody
from models.others import ConfirmBody, DeclineBody, SignBody
from tests.cases_world import CasesWorld
from tests.people_world import Person

LEASE: dict[str, Any] = {
    "role": "tenant",
    "other_kind": "person",
    "house_address": {"town": "罗溪街道", "detail": "榕树里12号2栋301"},
    "title_number": "江（2020）云城区不动产权第0001234号",
    "area": 68,
    "usage": "living",
    "occupants": 2,
    "signed_on": "2026-11-20",
    "lease_from": "2026-12-01",
    "lease_to": "2027-11-30",
    "rent": 1800,
    "deposit": 1800,
    "owned": "alone",
    "phone": "16900000001",
    "truthful": True,
}


def named(person: Person) -> dict[str, str]:
    """A person as a form names them."""
    return {"name": person.name, "id_number": person.number}


async def lease_draft(world: CasesWorld, act: Act, landlord: Person, *co_owners: Person, **form: Any) -> Case:
    """A complete draft of the tenant."""
    answers = {**LEASE, "other_person": named(landlord), **form}
    if co_owners:
        answers |= {"owned": "shared", "co_owners": [named(each) for each in co_owners]}
    answers = {key: value for key, value in answers.items() if value is not None}
    return await world.with_materials(act, await world.cases.create(act, DraftBody(item="lease-filing", form=answers)))


async def lease(world: CasesWorld, act: Act, landlord: Person, *co_owners: Person, **form: Any) -> Case:
    """Filed formally by the tenant."""
    draft = await lease_draft(world, act, landlord, *co_owners, **form)
    return await world.cases.submit(world.again(act), draft.id, VersionBody(version=draft.version))


def asked(case: Case, key: str = "other_person", who: str = "") -> Obligation:
    """The latest obligation of a key, of somebody where they are named."""
    return next(each for each in reversed(case.obligations) if each.key == key and who in each.who_name)


async def now(world: CasesWorld, case: Case) -> Case:
    """The case as it stands."""
    return Case.of(await world.store.cases.get(case.id) or {})


async def confirm(world: CasesWorld, actor: CitizenActor, case: Case, **answers: Any) -> Case:
    """The counterpart confirms."""
    one = asked(case)
    return await world.cases.confirm(world.act(actor), one.id, ConfirmBody(digest=one.digest, answers={"as_agreed": True, **answers}))


async def sign(world: CasesWorld, actor: CitizenActor, case: Case) -> Case:
    """A co-owner signs."""
    one = asked(case, "co_owner_consent", actor.name)
    return await world.cases.sign(world.act(actor), one.id, SignBody(digest=one.digest))


async def decline(
    world: CasesWorld, actor: CitizenActor, case: Case, key: str = "other_person", reason: str = "租金写错了，是1700元"
) -> Case:
    """Somebody says no."""
    return await world.cases.decline(world.act(actor), asked(case, key).id, DeclineBody(reason=reason))
