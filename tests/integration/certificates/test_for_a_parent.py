"""Certificates for a parent, under a grant: both names, its limits, and a revocation at the same moment."""

import asyncio
import json
from typing import Any

import pytest

from backend.errors import Forbidden
from models.acts import Acting, CitizenActor
from models.cases import Case, CaseState
from models.grants import AnswerBody, EndBody, Grant, GrantBody
from tests.certificates_world import CertificatesWorld


async def granted(world: CertificatesWorld, *items: str, **more: Any) -> tuple[CitizenActor, CitizenActor, Grant]:
    """Mother, son, and a grant between them."""
    mother, son = await world.demo("wang-guifang"), await world.demo("li-qiang")
    identity = (await world.people.get(son.id)).identity
    assert identity is not None
    agent = {"name": identity.name, "id_number": identity.number, "document_type": identity.document_type.value}
    body = {"items": list(items), "until": "2026-12-31", "agent": agent, **more}
    offer = await world.grants.create(world.act(mother), GrantBody.model_validate_json(json.dumps(body)))
    return mother, son, await world.grants.offers.accept(world.act(son), offer.id, AnswerBody())


async def acting(world: CertificatesWorld, agent: CitizenActor, grant: Grant) -> Acting:
    return await world.grants.resolve(agent, grant.id)


async def test_a_son_gets_his_mothers_certificate_and_both_names_stand_on_it(world: CertificatesWorld) -> None:
    mother, son, grant = await granted(world, "retiree-proof")
    as_agent = await acting(world, son, grant)
    case = await world.issue(son, "retiree-proof", acting=as_agent)
    certificate = await world.certificate(case)
    assert (certificate.person, certificate.holder.name) == (mother.id, "王桂芳")
    assert certificate.agent is not None
    assert (certificate.agent.name, certificate.grant) == ("李强", grant.id)
    assert certificate.data["agent"] == {"name": "李强", "basis": "授权"}
    stored = Case.of(await world.store.cases.get(case.id) or {})
    assert {order.to for order in stored.events[0].notices} == {mother.id, son.id}
    used = await world.grants.get(world.act(mother), grant.id)
    assert used.uses == 1
    assert (await world.certificates.file(world.act(son, acting=as_agent), certificate.id))[1].startswith(b"%PDF")
    assert (await world.certificates.file(world.act(mother), certificate.id))[1].startswith(b"%PDF")


async def test_beyond_the_grants_items_no_register_is_asked(world: CertificatesWorld) -> None:
    _, son, grant = await granted(world, "retiree-proof")
    await world.sandbox.switch("registers.personnel", down=True)
    with pytest.raises(Forbidden, match="没有"):
        await world.issue(son, "archive-proof", acting=await acting(world, son, grant))
    assert await world.store.cases.count({}) == 0


async def test_a_single_grant_gives_one_certificate(world: CertificatesWorld) -> None:
    _, son, grant = await granted(world, "retiree-proof", single_use=True)
    as_agent = await acting(world, son, grant)
    assert (await world.issue(son, "retiree-proof", acting=as_agent)).state is CaseState.CLOSED
    with pytest.raises(Forbidden, match="只能办一次"):
        await world.issue(son, "retiree-proof", acting=as_agent)
    assert await world.store.certificates.count({}) == 1


async def test_after_a_revocation_nothing_is_issued_even_where_the_request_was_let_in_before(world: CertificatesWorld) -> None:
    mother, son, grant = await granted(world, "retiree-proof")
    let_in = await acting(world, son, grant)
    await world.grants.endings.end(world.act(mother), grant.id, EndBody())
    with pytest.raises(Forbidden, match="撤销"):
        await world.issue(son, "retiree-proof", acting=let_in)
    for name in ("cases", "certificates", "certificate_files"):
        assert await world.store.collection(name).count({}) == 0


@pytest.mark.parametrize("turns", [0, 1, 5, 20, 60])
async def test_a_revocation_at_the_same_moment_leaves_all_or_nothing(world: CertificatesWorld, turns: int) -> None:
    mother, son, grant = await granted(world, "retiree-proof")
    as_agent = await acting(world, son, grant)
    issuing = asyncio.create_task(world.issue(son, "retiree-proof", acting=as_agent))
    for _ in range(turns):
        await asyncio.sleep(0)
    await asyncio.gather(world.grants.endings.end(world.act(mother), grant.id, EndBody()), issuing, return_exceptions=True)
    expected = 0 if issuing.exception() else 1
    for name in ("cases", "certificates", "certificate_files"):
        assert await world.store.collection(name).count({}) == expected
