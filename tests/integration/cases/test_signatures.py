"""Signatures of others: each under their own identity, of exactly what is handed in; void where that changes."""

import pytest

from backend.cases import asked_view, staff_view
from backend.errors import Invalid, NotFound, StaleVersion, WrongState
from models.acts import Role
from models.cases import CaseState, MaterialChoice, SaveBody, VersionBody
from models.grants import HearingBody, HearingMethod
from models.others import ConfirmBody, HeardBody, SignBody
from tests.cases_world import CasesWorld
from tests.lease_world import asked, confirm, decline, lease, now, sign

CONSENT = "co_owner_consent"


async def test_each_co_owner_signs_the_text_the_answers_and_the_contract(world: CasesWorld) -> None:
    tenant, owner = await world.proven(world.mother), await world.proven(world.daughter)
    case = await lease(world, world.act(tenant), world.stranger, world.daughter, world.teenager)
    assert [each.who_name for each in case.obligations if each.key == CONSENT] == ["李敏", "李小龙"]
    found, one = await world.cases.asked(world.act(owner), asked(case, CONSENT, "李敏").id)
    page = asked_view(world.act(owner), found, one, world.cases.version_of(found), await world.people.applicant(found.person))
    assert page.text.endswith("租期从2026-12-01到2027-11-30，每月租金1800元。")
    assert (page.materials, page.actions, "phone" in {each.key for each in page.shown}) == (["房屋租赁合同"], ["sign", "decline"], False)
    case = await sign(world, owner, case)
    one = asked(case, CONSENT, "李敏")
    assert (one.method, one.digest, one.met_by and one.met_by.name) == ("network_identity", page.digest, "李敏")
    event = next(each for each in case.events if each.action == "case.signed")
    assert event.detail["digest"] == page.digest
    assert asked(case, CONSENT, "李小龙").is_open


async def test_staff_see_who_signed_how_and_that_it_still_is_what_was_signed(world: CasesWorld) -> None:
    tenant, owner = await world.proven(world.mother), await world.proven(world.daughter)
    case = await sign(world, owner, await lease(world, world.act(tenant), world.stranger, world.daughter))
    clerk = world.act(world.staff_of(Role.REVIEWER, department="housing"))
    shown = staff_view(case, world.cases.version_of(case), [], clerk.at, {}, "", clear=True, reads_papers=True).obligations
    signed = next(each for each in shown if each.key == CONSENT)
    assert (signed.met_by, signed.method, signed.intact) == ("李敏", "国家网络身份认证", True)
    tampered = case.model_copy(update={"form": {**case.form, "rent": 9000}})
    assert [
        each.intact
        for each in staff_view(tampered, world.cases.version_of(case), [], clerk.at, {}, "", clear=True, reads_papers=True).obligations
    ] == [
        None,
        False,
    ]


async def test_a_change_of_what_was_signed_voids_it_and_asks_anew(world: CasesWorld) -> None:
    tenant, owner = await world.proven(world.mother), await world.proven(world.daughter)
    landlord = await world.proven(world.stranger)
    case = await sign(world, owner, await lease(world, world.act(tenant), world.stranger, world.daughter))
    case = await decline(world, landlord, case)
    photo = await world.photo(world.act(tenant), "green", case.item)
    body = SaveBody(version=case.version, materials={"contract": MaterialChoice(files=[photo.id])})
    case = await world.cases.save(world.act(tenant), case.id, body)
    case = await world.cases.resubmit(world.act(tenant), case.id, VersionBody(version=case.version))
    signed, again = [each for each in case.obligations if each.key == CONSENT]
    assert (signed.met_at is not None, signed.ended_for) == (True, "填写内容或材料有改动，已重新请对方办理")
    assert (again.is_open, again.digest == signed.digest) == (True, False)
    assert (owner.id, "signature_asked") in [(each.to, each.template) for each in case.events[-1].notices]
    with pytest.raises(StaleVersion):
        await world.cases.sign(world.act(owner), again.id, SignBody(digest=signed.digest))


async def test_signing_is_not_confirming_and_neither_is_for_others(world: CasesWorld) -> None:
    tenant, owner = await world.proven(world.mother), await world.proven(world.daughter)
    landlord = await world.proven(world.stranger)
    case = await lease(world, world.act(tenant), world.stranger, world.daughter)
    one, half = asked(case, CONSENT), asked(case)
    with pytest.raises(WrongState, match="请在签名页面"):
        await world.cases.confirm(world.act(owner), one.id, ConfirmBody(digest=one.digest))
    with pytest.raises(WrongState, match="请在确认页面"):
        await world.cases.sign(world.act(landlord), half.id, SignBody(digest=half.digest))
    with pytest.raises(NotFound):
        await world.cases.sign(world.act(landlord), one.id, SignBody(digest=one.digest))


async def test_a_co_owner_may_decline_and_a_signature_is_not_given_by_telephone(world: CasesWorld) -> None:
    tenant, owner = await world.proven(world.mother), await world.proven(world.daughter)
    case = await lease(world, world.act(tenant), world.stranger, world.daughter)
    clerk = world.act(world.staff_of(Role.RECEPTIONIST, department="government_services"))
    hearing = HearingBody(place="2号窗口", method=HearingMethod.PHONE_CALL_BACK, note="电话里说同意")
    heard = HeardBody(person=world.daughter.document, heard=hearing, digest=asked(case, CONSENT).digest, agree=True)
    with pytest.raises(Invalid) as refused:
        await world.cases.hear(clerk, asked(case, CONSENT).id, heard)
    assert [each.pointer for each in refused.value.errors] == ["/heard/method"]
    no = heard.model_copy(update={"agree": False, "reason": "没有跟我商量过"})
    case = await world.cases.hear(clerk, asked(case, CONSENT).id, no)
    assert (case.state, (await now(world, case)).returns[0].defects[0].target) == (CaseState.CORRECTION, "form/co_owners")
    with pytest.raises(WrongState):
        await sign(world, owner, case)


async def test_the_landlords_yes_and_the_signature_are_two_things(world: CasesWorld) -> None:
    tenant, owner = await world.proven(world.mother), await world.proven(world.daughter)
    landlord = await world.proven(world.stranger)
    case = await lease(world, world.act(tenant), world.stranger, world.daughter)
    case = await confirm(world, landlord, case)
    assert asked(case, CONSENT).is_open
    assert all(each.is_settled for each in (await sign(world, owner, case)).obligations)
