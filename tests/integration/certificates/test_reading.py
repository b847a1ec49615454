"""Who may see and download a certificate, what verification tells, how one ends."""

import asyncio
import io

import pikepdf
import pytest

from backend.certificates import file_verification_of, verification_of
from backend.errors import Conflict, Forbidden, Invalid, NotFound, StaleVersion, Unavailable, WrongState
from models.acts import Act, Acting, AnonymousActor, CitizenActor, Power, Role
from models.certificates import Certificate, CertificateState, FileVerdict, RevokeBody
from tests.certificates_world import CertificatesWorld


async def issued(world: CertificatesWorld, actor: CitizenActor, item: str = "archive-proof") -> Certificate:
    return await world.certificate(await world.issue(actor, item))


def under(certificate: Certificate, *powers: Power, items: frozenset[str] = frozenset({"archive-proof"})) -> Acting:
    return Acting(grant="grant_1", principal=certificate.person, principal_name="王桂芳", items=items, powers=frozenset(powers))


def anybody(world: CertificatesWorld) -> Act:
    return Act(actor=AnonymousActor(), at=world.clock.now())


def revoking(certificate: Certificate, **more: str) -> RevokeBody:
    return RevokeBody.model_validate({"reason": "记录有误，需要重新出具。", "version": certificate.version, **more})


async def test_the_holder_sees_lists_and_downloads_without_leaving_a_trace(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    first, second = await issued(world, actor), await issued(world, actor)
    act = world.act(actor)
    assert [each.id for each in await world.certificates.mine(act)] == [second.id, first.id]
    assert [each.id for each in await world.certificates.mine(act, before=second.id)] == [first.id]
    assert await world.certificates.mine(act, item="ss-proof") == []
    assert (await world.certificates.get(act, first.id)).number == first.number
    assert (await world.certificates.file(act, first.id))[1].startswith(b"%PDF")
    assert await world.store.audit.count({"person": actor.id, "action": {"$regex": "^certificate"}}) == 0


async def test_somebody_else_finds_nothing(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    stranger = world.act(await world.demo("li-qiang"))
    for read in (world.certificates.get, world.certificates.file):
        with pytest.raises(NotFound):
            await read(stranger, certificate.id)
    assert await world.certificates.mine(stranger) == []


async def test_an_agent_with_the_right_downloads_and_it_is_logged(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    son = await world.demo("li-qiang")
    act = world.act(son, acting=under(certificate, Power.COLLECT))
    assert (await world.certificates.file(act, certificate.id))[1].startswith(b"%PDF")
    row = await world.store.audit.find_one({"action": "certificate.downloaded"})
    assert row is not None
    assert (row["person"], row["actor"]["id"], row["grant"]) == (certificate.person, son.id, "grant_1")


@pytest.mark.parametrize("acting", [(Power.WITHDRAW,), (Power.SUBMIT,)])
async def test_an_agent_without_the_power_downloads_nothing(world: CertificatesWorld, acting: tuple[Power, ...]) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    act = world.act(await world.demo("li-qiang"), acting=under(certificate, *acting))
    with pytest.raises(NotFound):
        await world.certificates.file(act, certificate.id)


async def test_an_agent_sees_granted_items_only(world: CertificatesWorld) -> None:
    mother = await world.demo("wang-guifang")
    archive, retiree = await issued(world, mother), await issued(world, mother, "retiree-proof")
    act = world.act(await world.demo("li-qiang"), acting=under(archive, Power.SEE, Power.COLLECT))
    assert [each.id for each in await world.certificates.mine(act)] == [archive.id]
    assert await world.certificates.mine(act, item="retiree-proof") == []
    with pytest.raises(NotFound):
        await world.certificates.get(act, retiree.id)


async def test_staff_of_the_department_read_and_the_holder_can_see_that(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    clerk = world.act(world.reviewer("human_resources"))
    assert (await world.certificates.numbered(clerk, certificate.number)).id == certificate.id
    assert await world.store.audit.count({"person": certificate.person, "action": "certificate.read"}) == 1
    with pytest.raises(Forbidden):
        await world.certificates.get(world.act(world.reviewer("taxation")), certificate.id)
    with pytest.raises(NotFound):
        await world.certificates.numbered(clerk, "云档证字〔2026〕第999999号")


async def test_a_damaged_file_is_not_handed_out(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    one, other = await issued(world, actor), await issued(world, actor)
    stored = await world.store.certificate_files.get(other.id)
    assert stored is not None
    swapped = {"key": stored["key"], "nonce": stored["nonce"], "content": stored["content"]}
    await world.store.certificate_files.change({"_id": one.id}, {"$set": swapped})
    with pytest.raises(Unavailable):
        await world.certificates.file(world.act(actor), one.id)


async def test_anybody_verifies_and_sees_only_masked_names(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    answer = verification_of(await world.certificates.by_code(anybody(world), certificate.code), world.clock.now())
    assert (answer.result, answer.holder_name, answer.number) == ("valid", "王*芳", certificate.number)
    assert certificate.holder.number not in answer.model_dump_json()
    assert "王桂芳" not in answer.model_dump_json()


async def test_each_verification_is_noted_with_who_looked(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    clerk = world.reviewer("education")
    await world.certificates.by_code(anybody(world), certificate.code)
    await world.certificates.by_code(world.act(clerk), certificate.code)
    await world.certificates.by_code(anybody(world), "nothing")
    await world.certificates.drain()
    rows = await world.store.verifications.find({}, sort=[("_id", 1)])
    assert [row["certificate"] for row in rows] == [certificate.id] * 2
    assert {row["who"]["id"] if row["who"] else None for row in rows} == {None, clerk.id}


async def test_an_unknown_code_says_so(world: CertificatesWorld) -> None:
    answer = verification_of(await world.certificates.by_code(anybody(world), "aaaaaaaaaaaa"), world.clock.now())
    assert (answer.result, answer.number) == ("unknown", None)


async def test_after_its_last_day_a_certificate_has_expired(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    world.later(days=90)
    assert verification_of(certificate, world.clock.now()).result == "valid"
    world.later(days=1)
    assert verification_of(certificate, world.clock.now()).result == "expired"


async def test_a_revoked_certificate_says_why_and_when_and_its_holder_is_told(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    revoked = await world.certificates.revoke(world.act(world.reviewer("human_resources")), certificate.id, revoking(certificate))
    assert revoked.state is CertificateState.REVOKED
    notice = revoked.events[-1].notices[0]
    assert (notice.to, notice.template) == (certificate.person, "certificate_revoked")
    answer = verification_of(await world.certificates.by_code(anybody(world), certificate.code), world.clock.now())
    assert (answer.result, answer.ended_on) == ("revoked", world.clock.now().date())
    assert "记录有误" not in answer.model_dump_json(), "what staff write is not for everybody"


async def test_a_superseded_certificate_names_the_new_one(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    old, new = await issued(world, actor), await issued(world, actor)
    clerk = world.act(world.reviewer("human_resources"))
    ended = await world.certificates.revoke(clerk, old.id, revoking(old, superseded_by=new.id))
    assert ended.state is CertificateState.SUPERSEDED
    answer = verification_of(ended, world.clock.now(), successor=await world.certificates.issued(new.id))
    assert (answer.result, answer.superseded_by) == ("superseded", new.number)


async def test_a_successor_must_be_a_valid_one_of_the_same_person_and_item(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    old, other_item = await issued(world, actor), await issued(world, actor, "retiree-proof")
    clerk = world.reviewer("human_resources")
    with pytest.raises(Conflict):
        await world.certificates.revoke(world.act(clerk), old.id, revoking(old, superseded_by=old.id))
    for wrong in (other_item.id, "cert_nothing"):
        with pytest.raises(Invalid):
            await world.certificates.revoke(world.act(clerk), old.id, revoking(old, superseded_by=wrong))


async def test_two_clerks_at_once_one_wins(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    acts = [world.act(world.reviewer("human_resources")) for _ in range(4)]
    ended = await asyncio.gather(
        *(world.certificates.revoke(act, certificate.id, revoking(certificate)) for act in acts), return_exceptions=True
    )
    assert sum(isinstance(each, Certificate) for each in ended) == 1
    assert sum(isinstance(each, WrongState) for each in ended) == 3


async def test_the_same_key_revokes_once_and_answers_again(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    act = world.act(world.reviewer("human_resources"))
    first = await world.certificates.revoke(act, certificate.id, revoking(certificate))
    again = await world.certificates.revoke(act, certificate.id, revoking(certificate))
    assert first.version == again.version
    assert len(again.events) == 1


async def test_a_stale_page_revokes_nothing(world: CertificatesWorld) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    body = RevokeBody(reason="记录有误。", version=certificate.version + 1)
    with pytest.raises(StaleVersion):
        await world.certificates.revoke(world.act(world.reviewer("human_resources")), certificate.id, body)


@pytest.mark.parametrize(("department", "role"), [("taxation", Role.REVIEWER), ("human_resources", Role.RECEPTIONIST)])
async def test_only_reviewers_of_the_department_revoke(world: CertificatesWorld, department: str, role: Role) -> None:
    certificate = await issued(world, await world.demo("wang-guifang"))
    with pytest.raises(Forbidden):
        await world.certificates.revoke(world.act(world.reviewer(department, role)), certificate.id, revoking(certificate))


async def test_an_uploaded_original_is_authentic_and_a_changed_one_is_not(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    certificate = await issued(world, actor)
    _, pdf = await world.certificates.file(world.act(actor), certificate.id)
    assert await world.certificates.check_file(anybody(world), pdf) == (FileVerdict.AUTHENTIC, certificate)
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(changed)
    for altered in (changed.getvalue(), pdf + b"\n", pdf[:2000] + b"X" + pdf[2001:]):
        verdict, found = await world.certificates.check_file(anybody(world), altered)
        assert verdict is FileVerdict.ALTERED
        assert found is not None
        assert found.id == certificate.id


async def test_a_relayed_original_is_authentic_too(world: CertificatesWorld) -> None:
    actor = await world.demo("li-qiang")
    certificate = await issued(world, actor, "tax-proof")
    _, pdf = await world.certificates.file(world.act(actor), certificate.id)
    verdict, found = await world.certificates.check_file(anybody(world), pdf)
    assert (verdict, found and found.number) == (FileVerdict.AUTHENTIC, certificate.number)


async def test_a_file_of_others_is_unknown(world: CertificatesWorld) -> None:
    document, output = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    document.save(output)
    for content in (output.getvalue(), b"%PDF-1.7 broken"):
        assert await world.certificates.check_file(anybody(world), content) == (FileVerdict.UNKNOWN, None)
    assert "不是本平台" in file_verification_of(FileVerdict.UNKNOWN, None).label
