"""What a counterpart uploads with their yes, and one who is asked only after a step: every way it can go wrong, on a lease told so."""

from datetime import timedelta
from typing import Any

import pytest

from backend.cases import asked_view
from backend.erasure import Erasure
from backend.errors import Forbidden, Invalid, NotFound, WrongState
from backend.own_data import register_own_data
from models.acts import CitizenActor, Role
from models.cases import Case, CaseState, GrantBody, ReturnBody, SaveBody, StepBody, VersionBody, WithdrawBody
from models.catalogue import AskedFile, Blocks, Confirmation, FileKind
from models.grants import HearingBody, HearingMethod
from models.others import ConfirmBody, DeclineBody, HeardBody
from tests.cases_world import CasesWorld, defect
from tests.lease_world import asked, lease, named, now

MEGABYTE = 1 << 20


def keys_wanted(world: CasesWorld, **changes: Any) -> None:
    """The landlord is asked after the town's review only, and uploads a photograph of the keys."""
    keys = AskedFile(key="keys", name="钥匙照片", accepts=(FileKind.JPEG,), max_files=2)
    plan = AskedFile(key="plan", name="平面图", accepts=(FileKind.PDF,), required=False)
    known: Confirmation = world.cases.catalogue.version("lease-filing", world.clock.now().date()).confirmations[0]
    told: dict[str, Any] = {"after": "town_review", "blocks": Blocks.DECISION, "files": (keys, plan), **changes}
    world.alter("lease-filing", confirmations=(known.model_copy(update=told),))


async def accepted(world: CasesWorld, tenant: CitizenActor, **form: Any) -> Case:
    """A lease that is accepted: nobody has been asked so far."""
    clerk = world.staff_of(Role.REVIEWER, department="housing")
    case = await lease(world, world.act(tenant), world.stranger, **form)
    case = await world.passed(clerk, await world.claimed(clerk, case))
    return await world.cases.accept(world.act(clerk), case.id, VersionBody(version=case.version))


async def reviewed(world: CasesWorld, case: Case) -> Case:
    """The town is done with it."""
    clerk = world.staff_of(Role.REVIEWER, department="newcomers", town="luoxi")
    return await world.cases.complete_step(
        world.act(clerk), case.id, StepBody(version=case.version, step="town_review", finding="合同与填写的一致")
    )


async def said_yes(world: CasesWorld, actor: CitizenActor, case: Case, **files: list[str]) -> Case:
    one = asked(case)
    body = ConfirmBody(digest=one.digest, answers={"as_agreed": True}, files=files)
    return await world.cases.confirm(world.act(actor), one.id, body)


async def test_nobody_is_asked_before_the_step_and_their_time_begins_with_it(world: CasesWorld) -> None:
    keys_wanted(world)
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await accepted(world, tenant)
    assert case.obligations == []
    world.clock.at += timedelta(hours=5)
    case = await reviewed(world, case)
    one = asked(case)
    assert (one.since, one.due, one.blocks) == (world.clock.now(), world.clock.now() + timedelta(days=3, hours=2), Blocks.DECISION)
    assert (landlord.id, "confirmation_asked") in [(each.to, each.template) for each in case.events[-1].notices]
    clerk = world.staff_of(Role.REVIEWER, department="housing")
    with pytest.raises(WrongState, match="要由赵刚完成"):
        await world.cases.grant(world.act(clerk), case.id, GrantBody(version=case.version))


async def test_a_yes_without_the_file_or_with_a_wrong_one_is_no_yes(world: CasesWorld) -> None:
    keys_wanted(world)
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await reviewed(world, await accepted(world, tenant))
    photo = await world.photo(world.act(landlord))
    theirs = await world.photo(world.act(tenant), "green")
    more = [(await world.photo(world.act(landlord), each)).id for each in ("red", "blue", "black")]
    for files, pointer, words in (
        ({}, "/files/keys", "请上传「钥匙照片」"),
        ({"keys": [photo.id], "plan": [photo.id]}, "/files/plan/0", "只收PDF"),
        ({"keys": [photo.id], "deed": [photo.id]}, "/files/deed", "没有要交"),
        ({"keys": [theirs.id]}, "/files/keys/0", "不属于您"),
        ({"keys": ["mat_nowhere"]}, "/files/keys/0", "不属于您"),
        ({"keys": more}, "/files/keys", "最多上传2份"),
    ):
        with pytest.raises(Invalid) as refused:
            await said_yes(world, landlord, case, **files)
        assert [(each.pointer, words in each.detail) for each in refused.value.errors] == [(pointer, True)]
    assert asked(await now(world, case)).is_open
    case = await said_yes(world, landlord, case, keys=[photo.id])
    one = asked(case)
    assert (one.met_at is not None, [use.material for use in case.replies[one.id].files["keys"]]) == (True, [photo.id])
    assert case.events[-1].detail["uses"] == [{"material": photo.id, "version": 1}]


async def test_a_file_that_is_too_large_is_told(world: CasesWorld) -> None:
    keys_wanted(world)
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await reviewed(world, await accepted(world, tenant))
    photo = await world.photo(world.act(landlord))
    await world.store.materials.change({"_id": photo.id}, {"$set": {"versions.0.size": 21 * MEGABYTE}})
    with pytest.raises(Invalid) as refused:
        await said_yes(world, landlord, case, keys=[photo.id])
    assert [each.detail for each in refused.value.errors] == ["「钥匙照片」每份不超过20MB。"]


async def test_the_two_sides_and_staff_see_the_file_and_nobody_else_does(world: CasesWorld) -> None:
    keys_wanted(world)
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    outsider = await world.proven(world.daughter)
    case = await reviewed(world, await accepted(world, tenant))
    case = await said_yes(world, landlord, case, keys=[(await world.photo(world.act(landlord))).id])
    one = asked(case)
    page = asked_view(world.act(landlord), case, one, world.cases.version_of(case), await world.people.applicant(case.person))
    assert ([each.key for each in page.uploads], [(each.key, each.number) for each in page.files]) == (["keys", "plan"], [("keys", 0)])
    for actor in (landlord, tenant):
        version, pieces = await world.cases.enclosure(world.act(actor), one.id, "keys", 0)
        assert (version.content_type, b"".join([piece async for piece in pieces])[:2]) == ("image/jpeg", b"\xff\xd8")
    reads = await world.store.audit.find({"action": "material.read", "person": landlord.id})
    assert [each["actor"]["id"] for each in reads] == [tenant.id], "the landlord sees who looked; their own looks are nobody's business"
    with pytest.raises(NotFound):
        await world.cases.enclosure(world.act(outsider), one.id, "keys", 0)
    for key, number in (("keys", 1), ("plan", 0), ("deed", 0)):
        with pytest.raises(NotFound, match="没有找到这个文件"):
            await world.cases.enclosure(world.act(landlord), one.id, key, number)
    clerk = world.staff_of(Role.REVIEWER, department="housing")
    content_type, copy = await world.cases.enclosure_copy(world.act(clerk), one.id, "keys", 0)
    assert (content_type, copy.stat().st_size > 0) == ("image/jpeg", True)
    copy.unlink()
    with pytest.raises(Forbidden):
        await world.cases.enclosure_copy(world.act(world.staff_of(Role.REVIEWER, department="taxation")), one.id, "keys", 0)


async def test_after_withdrawal_there_is_nothing_to_confirm(world: CasesWorld) -> None:
    keys_wanted(world)
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await reviewed(world, await accepted(world, tenant))
    photo = await world.photo(world.act(landlord))
    case = await world.cases.withdraw(world.act(tenant), case.id, WithdrawBody(version=case.version))
    with pytest.raises(WrongState, match="已经结束"):
        await said_yes(world, landlord, case, keys=[photo.id])


async def test_no_counter_uploads_for_somebody_but_it_records_their_no(world: CasesWorld) -> None:
    keys_wanted(world)
    tenant = await world.proven(world.mother)
    case = await reviewed(world, await accepted(world, tenant))
    window = world.staff_of(Role.RECEPTIONIST, department="government_services")
    hearing = HearingBody(place="罗溪街道便民服务中心2号窗口", method=HearingMethod.IN_PERSON, note="房东本人看过租赁信息")
    shape = {"person": world.stranger.document, "heard": hearing, "digest": asked(case).digest}
    yes = HeardBody.model_validate({**shape, "agree": True, "answers": {"as_agreed": True}})
    elsewhere = window.model_copy(update={"department": "taxation", "one_window": False})
    with pytest.raises(Forbidden):
        await world.cases.hear(world.act(elsewhere), asked(case).id, yes)
    taker = {"id": "staff_8", "name": "倪晨", "department": "government_services"}
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"received_by": taker}})
    with pytest.raises(Invalid) as refused:
        await world.cases.hear(world.act(window), asked(case).id, yes)
    assert [(each.pointer, "窗口不能代传" in each.detail) for each in refused.value.errors] == [("/agree", True)]
    no = HeardBody.model_validate({**shape, "agree": False, "reason": "钥匙还没有配好"})
    case = await world.cases.hear(world.act(window), asked(case).id, no)
    assert case.state is CaseState.CORRECTION_AFTER_ACCEPTANCE


async def test_a_correction_after_acceptance_changes_what_it_asks_for(world: CasesWorld) -> None:
    keys_wanted(world)
    citizen = await world.proven(world.mother)
    tenant, clerk = world.act(citizen), world.act(world.staff_of(Role.REVIEWER, department="housing"))
    case = await accepted(world, citizen)
    case = await world.cases.request_correction(clerk, case.id, ReturnBody(version=case.version, defects=[defect(field="rent")]))
    mended = {**case.form, "rent": 900}
    case = await world.cases.save(world.again(tenant), case.id, SaveBody(version=case.version, form={**mended, "usage": "office"}))
    with pytest.raises(Invalid) as refused:
        await world.cases.resubmit(world.again(tenant), case.id, VersionBody(version=case.version))
    assert [(each.pointer, "请改回原来的内容" in each.detail) for each in refused.value.errors] == [("/form/usage", True)]
    case = await world.cases.save(world.again(tenant), case.id, SaveBody(version=case.version, form=mended))
    case = await world.cases.resubmit(world.again(tenant), case.id, VersionBody(version=case.version))
    assert (case.state, case.form["rent"]) == (CaseState.ACCEPTED, 900)


async def test_after_a_no_somebody_else_is_named_and_nothing_else_of_what_was_looked_at_is_changed(world: CasesWorld) -> None:
    keys_wanted(world)
    tenant, landlord, other = [await world.proven(each) for each in (world.mother, world.stranger, world.daughter)]
    case = await reviewed(world, await accepted(world, tenant))
    case = await world.cases.decline(world.act(landlord), asked(case).id, DeclineBody(reason="房子已经卖了"))
    chosen = {**case.form, "other_person": named(world.daughter)}
    case = await world.cases.save(world.act(tenant), case.id, SaveBody(version=case.version, form={**chosen, "rent": 900}))
    with pytest.raises(Invalid) as refused:
        await world.cases.resubmit(world.act(tenant), case.id, VersionBody(version=case.version))
    assert [(each.pointer, "「镇街初审」已经按原来的内容办过" in each.detail) for each in refused.value.errors] == [("/form/rent", True)]
    case = await world.cases.save(world.act(tenant), case.id, SaveBody(version=case.version, form={**chosen, "phone": "16900000009"}))
    case = await world.cases.resubmit(world.act(tenant), case.id, VersionBody(version=case.version))
    assert (case.state, [each.who for each in case.obligations]) == (CaseState.ACCEPTED, [landlord.id, other.id])
    case = await said_yes(world, other, case, keys=[(await world.photo(world.act(other))).id])
    assert asked(case).met_at is not None


async def test_what_was_uploaded_stays_with_the_case_and_stands_in_ones_own_export(world: CasesWorld) -> None:
    keys_wanted(world)
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await reviewed(world, await accepted(world, tenant))
    kept, gone = [await world.photo(world.act(landlord), each) for each in ("red", "blue")]
    await said_yes(world, landlord, case, keys=[kept.id])
    register_own_data(world.people.records, world.store)
    records = (await world.people.records.export(world.act(landlord))).records
    answer: Any = records["answers"][0]
    assert answer["reply"]["files"]["keys"][0]["material"] == kept.id
    assert {each["id"] for each in records["materials"]} == {kept.id, gone.id}
    own = await world.people.records.export(world.act(tenant))
    assert kept.id not in str(own.records["cases"])
    await Erasure(world.store)._delete_uploads(landlord.id)  # pyright: ignore[reportPrivateUsage]
    assert await world.store.materials.get(gone.id) is None
    version, pieces = await world.cases.enclosure(world.act(tenant), asked(await now(world, case)).id, "keys", 0)
    assert version.size == sum([len(piece) async for piece in pieces])
