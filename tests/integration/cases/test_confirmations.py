"""The other half of a case: asked for, seen, confirmed or declined by a counterpart under their own identity, and by nobody else."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.cases import asked_row, asked_view
from backend.erasure import Erasure
from backend.errors import Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.outbox import OutboxRow
from backend.own_data import register_own_data
from backend.people import mask_number
from models.acts import Role, StaffActor
from models.cases import Case, CaseState, MaterialChoice, PreReviewBody, ReturnBody, ReturnKind, SaveBody, VersionBody
from models.grants import AnswerBody, HearingBody, HearingMethod
from models.others import ConfirmBody, DeclineBody, HeardBody, ObligationsQuery
from tests.cases_world import CasesWorld, defect
from tests.lease_world import asked, confirm, decline, lease, lease_draft, now, sign
from tests.people_world import Person


def _notices(case: Case) -> list[tuple[str, str]]:
    return [(each.to, each.template) for each in case.events[-1].notices]


async def test_the_landlord_is_told_sees_what_is_shown_and_confirms(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await lease(world, world.act(tenant), world.stranger)
    assert (landlord.id, "confirmation_asked") in _notices(case)
    [(found, one)], after = await world.cases.asked_of_me(world.act(landlord), ObligationsQuery())
    row = asked_row(world.act(landlord), found, one)
    assert (row.applicant, row.case, row.open, after) == ("王*芳", None, True, None)
    found, one = await world.cases.asked(world.act(landlord), one.id)
    page = asked_view(world.act(landlord), found, one, world.cases.version_of(found), await world.people.applicant(found.person))
    assert (page.applicant, page.applicant_number) == ("王桂芳", mask_number(world.mother.number)), (
        "whom they agree with, to tell by name and number"
    )
    answers = [(each.label, each.words) for each in page.shown]
    assert answers[:3] == [("申请人身份", "租客（承租人）"), ("合同另一方", "赵刚"), ("房屋地址", "罗溪街道榕树里12号2栋301")], (
        "nobody is asked"
    )
    assert not {"phone", "occupants", "truthful"} & {each.key for each in page.shown}
    assert page.actions == ["confirm", "decline"]
    assert (page.materials, [(each.key, each.number) for each in page.papers]) == (["房屋租赁合同"], [("contract", 0)])
    paper, pieces = await world.cases.asked_paper(world.act(landlord), one.id, "contract", 0)
    assert (paper.content_type, b"".join([piece async for piece in pieces])[:2]) == ("image/jpeg", b"\xff\xd8")
    [look] = await world.store.audit.find({"action": "material.read", "person": tenant.id})
    assert (look["actor"]["id"], look["detail"]["purpose"]) == (landlord.id, "房屋租赁登记备案，对方确认租赁信息")
    for key, number in (("contract", 1), ("title", 0)):
        with pytest.raises(NotFound, match="没有找到这份材料"):
            await world.cases.asked_paper(world.act(landlord), one.id, key, number)
    with pytest.raises(NotFound, match="没有找到这件事"):
        await world.cases.asked_paper(world.act(await world.proven(world.daughter)), one.id, "contract", 0)
    case = await confirm(world, landlord, case, phone="16900000003")
    done = asked(case)
    assert (done.met_by and done.met_by.name, done.method, case.replies[done.id].answers["phone"]) == (
        "赵刚",
        "network_identity",
        "16900000003",
    )
    assert _notices(case) == [(tenant.id, "obligation_met")]
    reads = await world.store.audit.find({"action": "case.obligation_read", "person": tenant.id})
    assert [each["actor"]["id"] for each in reads] == [landlord.id]


async def test_what_waits_for_the_landlord_is_not_accepted(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    clerk = world.staff_of(Role.REVIEWER, department="housing")
    case = await world.passed(clerk, await world.claimed(clerk, await lease(world, world.act(tenant), world.stranger)))
    with pytest.raises(WrongState, match="要由赵刚完成"):
        await world.cases.accept(world.act(clerk), case.id, VersionBody(version=case.version))
    case = await confirm(world, landlord, case)
    assert (await world.cases.accept(world.act(clerk), case.id, VersionBody(version=case.version))).state is CaseState.ACCEPTED


async def test_somebody_who_comes_later_finds_it_and_nobody_is_told_before_that_they_do_not_exist(world: CasesWorld) -> None:
    tenant = await world.proven(world.mother)
    case = await lease(world, world.act(tenant), world.stranger)
    assert asked(case).who is None
    assert [each for each in _notices(case) if each[1] == "confirmation_asked"] == []
    landlord = await world.proven(world.stranger)
    row = OutboxRow("evt", world.clock.now(), "person.identified", f"citizens/{landlord.id}", landlord.id, {}, {}, [])
    for _ in range(2):
        await world.cases.on_person_identified(row)
    case = await now(world, case)
    assert (asked(case).who, _notices(case)) == (landlord.id, [(landlord.id, "confirmation_asked")])
    assert case.events[-1].action == "case.counterpart_known"
    assert case.events[-2].action == "case.received"
    assert (await confirm(world, landlord, case)).obligations[0].met_at is not None


async def test_a_number_under_another_name_opens_nothing(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await lease(world, world.act(tenant), world.stranger, other_person={"name": "赵钢", "id_number": world.stranger.number})
    assert (await world.cases.asked_of_me(world.act(landlord), ObligationsQuery()))[0] == []
    with pytest.raises(NotFound):
        await world.cases.asked(world.act(landlord), asked(case).id)


async def test_others_see_nothing_and_nobody_confirms_their_own_half(world: CasesWorld) -> None:
    tenant, daughter = await world.proven(world.mother), await world.proven(world.daughter)
    with pytest.raises(Invalid) as refused:
        await lease(world, world.act(tenant), world.mother)
    assert [each.pointer for each in refused.value.errors] == ["/form/other_person"]
    case = await lease(world, world.act(tenant), world.stranger)
    for actor in (tenant, daughter):
        with pytest.raises(NotFound):
            await world.cases.asked(world.act(actor), asked(case).id)
        with pytest.raises(NotFound):
            await confirm(world, actor, case)


async def test_the_agent_of_one_side_does_not_confirm_the_other(world: CasesWorld) -> None:
    tenant, agent = await world.proven(world.mother), await world.proven(world.daughter)
    offer = await world.grants.create(world.act(tenant), world.body(items=["lease-filing"], agent=world.party(world.daughter)))
    grant = await world.grants.offers.accept(world.act(agent), offer.id, AnswerBody())
    act = await world.acting(agent, grant)
    case = await lease(world, act, world.daughter)
    with pytest.raises(Forbidden, match="不能又代对方确认"):
        await confirm(world, agent, case)
    with pytest.raises(Forbidden, match="不能又代对方确认"):
        await decline(world, agent, case)
    with pytest.raises(Forbidden, match="要由本人办理"):
        await world.cases.asked_of_me(await world.acting(agent, grant), ObligationsQuery())


async def test_a_no_sends_the_case_back_and_after_mending_it_is_asked_anew(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await decline(world, landlord, await lease(world, world.act(tenant), world.stranger))
    slip = case.returns[0]
    assert (case.state, slip.kind, slip.due) == (CaseState.CORRECTION, ReturnKind.UNAGREED, case.clock.mend_due)
    assert "没有同意：租金写错了" in slip.defects[0].advice
    assert _notices(case) == [(tenant.id, "obligation_sent_back")]
    with pytest.raises(WrongState, match="已经结束"):
        await confirm(world, landlord, case)
    form = {**case.form, "rent": 1700}
    case = await world.cases.save(world.act(tenant), case.id, SaveBody(version=case.version, form=form))
    case = await world.cases.resubmit(world.act(tenant), case.id, VersionBody(version=case.version))
    first, second = case.obligations
    assert (case.state, first.ended_for, second.is_open) == (CaseState.RECEIVED, "填写内容或材料有改动，已重新请对方办理", True)
    assert (landlord.id, "confirmation_asked") in _notices(case)
    assert (await confirm(world, landlord, case)).obligations[1].met_at is not None


async def test_after_a_no_the_same_may_be_handed_in_again_when_they_have_talked(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await decline(world, landlord, await lease(world, world.act(tenant), world.stranger))
    case = await world.cases.resubmit(world.act(tenant), case.id, VersionBody(version=case.version))
    assert [each.is_open for each in case.obligations] == [False, True]


async def test_what_is_not_changed_stays_confirmed_and_what_is_changed_does_not(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    clerk = world.staff_of(Role.REVIEWER, department="housing")
    case = await confirm(world, landlord, await lease(world, world.act(tenant), world.stranger))
    for field, value, kept in (("phone", "16900000009", True), ("rent", 1900, False)):
        case = await _returned(world, clerk, case, field)
        case = await world.cases.save(world.act(tenant), case.id, SaveBody(version=case.version, form={**case.form, field: value}))
        case = await world.cases.resubmit(world.act(tenant), case.id, VersionBody(version=case.version))
        assert (len(case.obligations) == 1) == kept
    assert case.obligations[1].is_open


async def test_another_contract_is_asked_about_again(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await decline(world, landlord, await lease(world, world.act(tenant), world.stranger))
    before = asked(case).digest
    photo = await world.photo(world.act(tenant), "green")
    chosen = {"contract": MaterialChoice(files=[photo.id])}
    case = await world.cases.save(world.again(world.act(tenant)), case.id, SaveBody(version=case.version, materials=chosen))
    case = await world.cases.resubmit(world.again(world.act(tenant)), case.id, VersionBody(version=case.version))
    assert (asked(case).digest != before, asked(case).is_open) == (True, True), "the yes is to these very files"


async def _returned(world: CasesWorld, clerk: StaffActor, case: Case, field: str) -> Case:

    case = await world.passed(clerk, await world.claimed(clerk, case))
    body = ReturnBody(version=case.version, defects=[defect(field=field)], late_reason="上次漏看了背面。")
    head = world.staff_of(Role.CHIEF_REPRESENTATIVE, department="housing", id="staff_2")
    return await world.cases.request_correction(world.act(head), case.id, body)


async def test_the_page_that_was_read_is_confirmed_and_no_other(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await lease(world, world.act(tenant), world.stranger)
    with pytest.raises(StaleVersion, match="看过新的内容"):
        await world.cases.confirm(world.act(landlord), asked(case).id, ConfirmBody(digest="0" * 64, answers={"as_agreed": True}))
    with pytest.raises(Invalid) as refused:
        await world.cases.confirm(world.act(landlord), asked(case).id, ConfirmBody(digest=asked(case).digest, answers={}))
    assert [each.pointer for each in refused.value.errors] == ["/answers/as_agreed"]


async def test_once_is_once_and_twice_is_told(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await lease(world, world.act(tenant), world.stranger)
    body = ConfirmBody(digest=asked(case).digest, answers={"as_agreed": True})
    act = world.act(landlord)
    first = await world.cases.confirm(act, asked(case).id, body)
    assert (await world.cases.confirm(act, asked(case).id, body)).version == first.version
    with pytest.raises(WrongState, match="已经办过"):
        await world.cases.confirm(world.act(landlord), asked(case).id, body)


async def test_a_clerk_at_work_on_the_case_is_nothing_to_the_counterpart(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    clerk = world.staff_of(Role.REVIEWER, department="housing")
    case = await lease(world, world.act(tenant), world.stranger)
    done = await asyncio.gather(confirm(world, landlord, case), world.claimed(clerk, case), return_exceptions=True)
    assert isinstance(done[0], Case)
    assert asked(await now(world, case)).met_at is not None


async def test_silence_reminds_then_sends_back(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await lease(world, world.act(tenant), world.stranger)
    world.clock.at += timedelta(hours=32)  # past the office hours of the next day
    await world.cases.tick()
    case = await now(world, case)
    assert {each.template for each in case.events[-1].notices} == {"obligation_reminder"}
    world.clock.at += timedelta(days=2)
    for _ in range(2):
        await world.cases.tick()
    case = await now(world, case)
    assert (case.state, case.returns[0].by.name) == (CaseState.CORRECTION, "系统")
    assert _notices(case) == [(tenant.id, "obligation_silent"), (landlord.id, "obligation_lapsed")]
    assert "对方补办好了，申请自己接着办" in case.returns[0].defects[0].advice


async def _sent_back_for_silence(world: CasesWorld, case: Case, days: int = 4) -> Case:
    world.clock.at += timedelta(days=days)
    for _ in range(3):
        await world.cases.tick()
    case = await now(world, case)
    assert case.state is CaseState.CORRECTION
    return case


async def test_a_late_yes_counts_and_the_tenant_need_do_nothing(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    clerk = world.staff_of(Role.REVIEWER, department="housing")
    case = await _sent_back_for_silence(world, await lease(world, world.act(tenant), world.stranger))
    assert case.clock.deficiency_due is None
    case = await confirm(world, landlord, case)
    assert (case.state, case.open_returns, len(case.submissions)) == (CaseState.RECEIVED, [], 1)
    told = case.events[-1]
    assert (told.action, told.detail["from"], told.detail["to"]) == ("case.agreed_late", "correction", "received")
    assert _notices(case) == [(tenant.id, "obligation_met_late")]
    assert "12月4日" in told.notices[0].data["expected"], "the five days begin again"
    assert (case.clock.mend_due, case.clock.deficiency_due is not None) == (None, True)
    case = await world.passed(clerk, await world.claimed(clerk, case))
    assert (await world.cases.accept(world.act(clerk), case.id, VersionBody(version=case.version))).state is CaseState.ACCEPTED


async def test_a_late_yes_does_not_hand_in_what_the_tenant_is_changing(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await _sent_back_for_silence(world, await lease(world, world.act(tenant), world.stranger))
    case = await world.cases.save(world.act(tenant), case.id, SaveBody(version=case.version, form={**case.form, "rent": 1700}))
    found, one = await world.cases.asked(world.act(landlord), asked(case).id)
    page = asked_view(world.act(landlord), found, one, world.cases.version_of(found), await world.people.applicant(found.person))
    assert next(each.value for each in page.shown if each.key == "rent") == 1800, "what they are asked about, not what may come"
    case = await confirm(world, landlord, case)
    assert (case.state, _notices(case)) == (CaseState.CORRECTION, [(tenant.id, "obligation_met")])
    case = await world.cases.resubmit(world.act(tenant), case.id, VersionBody(version=case.version))
    assert [each.is_open for each in case.obligations] == [False, True], "they said yes to another rent"


async def test_of_two_who_are_late_the_last_lets_the_case_go_on(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    wife = await world.proven(world.daughter)
    case = await lease(world, world.act(tenant), world.stranger, world.daughter)
    case = await _sent_back_for_silence(world, case, days=8)
    assert [each.lapsed_at is not None for each in case.obligations] == [True, True]
    case = await confirm(world, landlord, case)
    assert (case.state, _notices(case)) == (CaseState.CORRECTION, [(tenant.id, "obligation_met")])
    case = await sign(world, wife, case)
    assert (case.state, _notices(case)) == (CaseState.RECEIVED, [(tenant.id, "obligation_met_late")])


async def test_a_no_of_somebody_else_still_has_to_be_mended(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    wife = await world.proven(world.daughter)
    case = await _sent_back_for_silence(world, await lease(world, world.act(tenant), world.stranger, world.daughter))
    case = await decline(world, wife, case, "co_owner_consent", "我不同意出租")
    case = await confirm(world, landlord, case)
    assert (case.state, _notices(case)) == (CaseState.CORRECTION, [(tenant.id, "obligation_met")])


async def test_a_late_yes_to_a_pre_review_puts_it_before_the_reviewer_again(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    draft = await lease_draft(world, world.act(tenant), world.stranger)
    case = await world.cases.pre_review(world.act(tenant), draft.id, PreReviewBody(version=draft.version))
    world.clock.at += timedelta(days=4)
    await world.cases.tick()
    case = await confirm(world, landlord, await now(world, case))
    assert (case.state, case.desk and case.desk.role, case.queued_at) == (CaseState.SUBMITTED, "pre_reviewer", world.clock.at)
    assert case.review_due is not None


@pytest.mark.parametrize(("asked_on", "due"), [(0, "2026-11-26T17:00:00+08:00"), (2, "2026-11-30T17:00:00+08:00")])
async def test_days_to_answer_end_with_office_hours_and_not_on_a_day_off(world: CasesWorld, asked_on: int, due: str) -> None:
    """Three natural days from a Monday; from a Wednesday, whose third is a Saturday."""
    tenant = await world.proven(world.mother)
    world.clock.at += timedelta(days=asked_on)
    case = await lease(world, world.act(tenant), world.stranger)
    assert asked(case).due == datetime.fromisoformat(due)


async def test_whoever_has_no_phone_is_heard_at_a_counter(world: CasesWorld) -> None:
    tenant = await world.proven(world.mother)
    case = await lease(world, world.act(tenant), world.stranger)
    clerk = world.staff_of(Role.RECEPTIONIST, department="government_services")

    def heard(person: Person, **more: object) -> HeardBody:
        hearing = HearingBody(place="罗溪街道便民服务中心2号窗口", method=HearingMethod.IN_PERSON, note="房东本人看过租赁信息，说没有问题")
        shape = {"person": person.document, "heard": hearing, "digest": asked(case).digest, "agree": True, "answers": {"as_agreed": True}}
        return HeardBody.model_validate({**shape, **more})

    with pytest.raises(Invalid, match="不是要确认"):
        await world.cases.hear(world.act(clerk), asked(case).id, heard(world.daughter))
    with pytest.raises(Forbidden):
        await world.cases.hear(world.act(world.staff_of(Role.REVIEWER, department="taxation")), asked(case).id, heard(world.stranger))
    case = await world.cases.hear(world.act(clerk), asked(case).id, heard(world.stranger))
    one = asked(case)
    hearing = case.replies[one.id].hearing
    assert (one.met_by and one.met_by.name, one.method, hearing and hearing.by_name) == ("赵刚", "in_person", clerk.name)


async def test_a_company_confirms_by_its_representative_or_its_handler(world: CasesWorld) -> None:
    uscc, name = "91990101MA990001XM", "江州晨光印刷有限公司"
    world.keeps_enterprise(uscc, name, world.stranger)
    tenant, head = await world.proven(world.mother), await world.proven(world.stranger)
    unit = {"other_kind": "unit", "other_person": None, "other_unit": {"name": name, "uscc": uscc}}
    case = await lease(world, world.act(tenant), world.stranger, **unit)
    one = asked(case, "other_unit")
    assert one.who is not None
    assert (one.who, "confirmation_asked") in _notices(case)
    assert [each.id for _, each in (await world.cases.asked_of_me(world.act(head), ObligationsQuery()))[0]] == [one.id]
    handler = await world.proven(world.daughter)
    body = world.body(items=["lease-filing"], basis="company", enterprise={"uscc": uscc, "name": name}, agent=world.party(world.daughter))
    offer = await world.grants.create(world.act(head), body)
    grant = await world.grants.offers.accept(world.act(handler), offer.id, AnswerBody())
    with pytest.raises(NotFound):
        await world.cases.asked(world.act(handler), one.id)
    yes = ConfirmBody(digest=one.digest, answers={"as_agreed": True})
    case = await world.cases.confirm(await world.acting(handler, grant), one.id, yes)
    assert (asked(case, "other_unit").met_by or head).name == "李敏"
    assert case.events[-1].grant == grant.id
    uses = await world.store.grants.get(grant.id)
    assert (uses or {})["uses"] == 1


async def test_a_company_the_register_does_not_know_is_named_in_words(world: CasesWorld) -> None:
    tenant = await world.proven(world.mother)
    unit = {"other_kind": "unit", "other_person": None, "other_unit": {"name": "江州晨光印刷有限公司", "uscc": "91990101MA990001XM"}}
    draft = await lease_draft(world, world.act(tenant), world.stranger, **unit)
    with pytest.raises(Invalid) as refused:
        await world.cases.submit(world.act(tenant), draft.id, VersionBody(version=draft.version))
    assert [each.pointer for each in refused.value.errors] == ["/form/other_unit/uscc"]


async def test_open_ones_come_first_and_pages_go_on(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    done = await confirm(world, landlord, await lease(world, world.act(tenant), world.stranger))
    rooms = [{"town": "罗溪街道", "detail": f"榕树里12号2栋301{each}间"} for each in ("南", "北")]
    first, second = [await lease(world, world.act(tenant), world.stranger, house_address=each) for each in rooms]
    seen: list[str] = []
    cursor = None
    for _ in range(9):
        found, cursor = await world.cases.asked_of_me(world.act(landlord), ObligationsQuery(limit=1, cursor=cursor))
        seen += [each.id for _, each in found]
        if cursor is None:
            break
    assert seen == [asked(each).id for each in (second, first, done)]
    open_ones, _ = await world.cases.asked_of_me(world.act(landlord), ObligationsQuery(open=True))
    assert len(open_ones) == 2


async def test_a_reason_holds_no_personal_numbers() -> None:
    with pytest.raises(ValueError, match="不要写身份证号"):
        DeclineBody(reason="请打 16900000003 转 13800000000 找我")


async def test_each_side_exports_its_own_half_and_both_stay_when_one_leaves(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    await confirm(world, landlord, await lease(world, world.act(tenant), world.stranger), phone=world.stranger.phone)
    register_own_data(world.people.records, world.store)
    answer: Any = (await world.people.records.export(world.act(landlord))).records["answers"][0]
    assert (answer["name"], answer["reply"]["answers"]["phone"]) == ("对方确认租赁信息", world.stranger.phone)
    own = await world.people.records.export(world.act(tenant))
    assert own.records["answers"] == []
    assert world.stranger.phone not in str(own.records["cases"])
    assert "给别人的申请作过的确认和签名（随办件归档）" in (await Erasure(world.store).plan(landlord.id)).stays


async def test_numbers_of_counterparts_are_sealed(world: CasesWorld) -> None:
    tenant, landlord = await world.proven(world.mother), await world.proven(world.stranger)
    case = await confirm(world, landlord, await lease(world, world.act(tenant), world.stranger), phone=world.stranger.phone)
    raw = await world.store._plain[world.store.database].cases.find_one({"_id": case.id})  # pyright: ignore[reportPrivateUsage]
    assert raw is not None
    assert world.stranger.number not in str(raw)
    assert world.stranger.phone not in str(raw)
