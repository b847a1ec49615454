"""Commitments (告知承诺): what they stand for, whose word they are, what they are signed over, and where none is taken."""

from datetime import date

import pytest

from backend.cases.actions import Action
from backend.cases.papers import papers_of
from backend.errors import Forbidden, Invalid, WrongState
from models.acts import Act, Role
from models.cases import Case, CaseState, CommitBody, HearDeclineBody, MaterialChoice, ReturnBody, SaveBody, StepBody, VersionBody
from models.marks import Mark, MarkKind
from tests import road_digging
from tests.cases_world import CasesWorld, defect
from tests.committing import PROOF, accepted, clerk, committed, drafted, filed, heard
from tests.people_world import Person

VERSION = "fp-reward-audit@2026-01-01"


async def test_without_a_word_the_proof_is_asked_for(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    case = await drafted(world, mother)
    with pytest.raises(Invalid) as refused:
        await world.cases.submit(world.again(mother), case.id, VersionBody(version=case.version))
    (fault,) = refused.value.errors
    assert fault.pointer == f"/materials/{PROOF}"
    assert "您本人看过承诺书、作出承诺，就不用交" in fault.detail


async def test_a_commitment_stands_for_the_proof_and_skips_the_visit(world: CasesWorld) -> None:
    case = await accepted(world, await world.proven(world.mother))
    assert case.commitment is not None
    assert (case.commitment.materials, case.commitment.skips) == ([PROOF], ["village_check"])
    slot = case.material(PROOF)
    assert slot is not None
    assert (slot.committed, slot.handed_in, slot.covered) == (case.commitment.number, False, True)
    assert [each.key for each in case.steps] == ["town_review", "district_decision"]
    letter = next(each for each in papers_of(case) if each.key == "commitment")
    assert (letter.title, letter.number, letter.sealed) == ("告知承诺书", case.commitment.number, True)
    assert [line.partition("：")[0] for line in letter.lines[:7]] == [
        "事项名称", "设定依据", "证明内容", "承诺内容", "不实承诺的责任", "核查方式", "承诺书的公开和期限",
    ]  # fmt: skip
    assert "国办发〔2020〕42号" in letter.lines[1]
    assert "人口与计划生育法" not in letter.lines[1], "a rule nobody has checked is not told as law"
    receipt = next(each for each in papers_of(case) if each.key == "receipt")
    assert "不用交的材料：婚育情况没有变化的证明。" in receipt.lines


async def test_whoever_declines_hands_in_the_proof_and_waits_for_the_village(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    case = await committed(world, mother, await drafted(world, mother))
    case = await world.cases.decline_commitment(world.again(mother), case.id, VersionBody(version=case.version))
    slot = case.material(PROOF)
    assert slot is not None
    assert (case.commitment, slot.settled) == (None, False)
    with pytest.raises(WrongState, match="没有作过告知承诺"):
        await world.cases.decline_commitment(world.again(mother), case.id, VersionBody(version=case.version))
    photo = await world.photo(world.again(mother), "red", case.item)
    body = SaveBody(version=case.version, materials={PROOF: MaterialChoice(files=[photo.id])})
    case = await filed(world, mother, await world.cases.save(world.again(mother), case.id, body))
    case = await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    assert [each.key for each in case.steps] == ["village_check", "town_review", "district_decision"]


async def test_what_was_read_must_be_what_stands_there(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    case = await drafted(world, mother)
    with pytest.raises(Invalid, match="刚刚有变化"):
        await world.cases.commit(world.again(mother), case.id, CommitBody(version=case.version, digest="0" * 64))


async def test_an_answer_changed_afterwards_needs_the_word_anew(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    case = await committed(world, mother, await drafted(world, mother))
    body = SaveBody(version=case.version, form={**case.form, "marriage_change": "changed", "marriage_note": "今年五月离婚"})
    case = await world.cases.save(world.again(mother), case.id, body)
    given = (await world.cases.commitment(world.again(mother), case.id)).given
    assert given is not None
    assert not given.stands
    with pytest.raises(Invalid) as refused:
        await world.cases.submit(world.again(mother), case.id, VersionBody(version=case.version))
    assert {each.pointer for each in refused.value.errors} == {"/commitment", "/materials/marriage_proof"}
    case = await filed(world, mother, await committed(world, mother, case))
    assert case.commitment is not None
    assert case.commitment.materials == ["marriage_proof"]


async def test_the_word_is_the_applicants_own_and_an_agent_goes_on_without(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted(items=["fp-reward-audit"])
    agent = await world.acting(daughter, grant)
    case = await drafted(world, agent)
    assert Action.COMMIT not in await world.cases.actions(world.again(agent), case)
    with pytest.raises(Forbidden, match="承诺要由申请人本人作出，代办人不能代替"):
        await committed(world, agent, case)
    case = await filed(world, agent, case)
    wanted = [each for event in case.events for each in event.notices if each.template == "commitment_wanted"]
    assert [each.to for each in wanted] == [mother.id]
    with pytest.raises(WrongState, match="「婚育情况没有变化的证明」没有提交，申请人本人也还没有作告知承诺"):
        await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    case = await heard(world, clerk(world), case)
    assert case.commitment is not None
    word = case.commitment.word
    assert (word.by.id, word.heard_by and word.heard_by.name, word.note) == (mother.id, "姚淑贤", "申请人本人在综合窗口当面签")
    assert {each.template for each in case.events[-1].notices} == {"commitment_heard"}
    await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))


async def test_where_it_would_spare_nothing_none_is_taken(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    await accepted(world, mother.actor)  # pyright: ignore[reportArgumentType]
    commitment = world.catalogue.version_by_id(VERSION).commitment
    assert commitment is not None
    world.alter("fp-reward-audit", commitment=commitment.model_copy(update={"skips": ()}), one_at_a_time=False)
    case = await drafted(world, mother)
    photo = await world.photo(world.again(mother), "red", case.item)
    case = await world.cases.save(
        world.again(mother), case.id, SaveBody(version=case.version, materials={PROOF: MaterialChoice(files=[photo.id])})
    )
    assert Action.COMMIT not in await world.cases.actions(world.again(mother), case)
    with pytest.raises(WrongState, match="没有可以用承诺代替的"):
        await committed(world, mother, case)
    world.alter("fp-reward-audit", commitment=None)
    with pytest.raises(WrongState, match="这个事项没有告知承诺"):
        await world.cases.commitment(world.again(mother), case.id)


def a_mark(world: CasesWorld, case: Case) -> Mark:
    """For what they owe another department."""
    return Mark(
        _id="mark_1", person=case.person, person_name="王桂芳", kind=MarkKind.DEBT, case="case_0", case_number="1",
        item_name="挖掘城市道路许可", department="urban_management", what="管线图", since=world.clock.now(),
    )  # fmt: skip


async def test_a_mark_made_after_the_commitment_is_told_when_it_is_handed_in(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    case = await committed(world, mother, await drafted(world, mother))
    await world.store.marks.insert(a_mark(world, case))
    with pytest.raises(WrongState, match="「挖掘城市道路许可」（1）的「管线图」") as refused:
        await filed(world, mother, case)
    assert "请把材料交齐再办" in refused.value.detail
    case = await world.cases.decline_commitment(world.again(mother), case.id, VersionBody(version=case.version))
    photo = await world.photo(world.again(mother), "red", case.item)
    body = SaveBody(version=case.version, materials={PROOF: MaterialChoice(files=[photo.id])})
    case = await filed(world, mother, await world.cases.save(world.again(mother), case.id, body))
    assert case.state is CaseState.RECEIVED


async def test_an_agent_is_not_told_what_else_the_applicant_owes(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted(items=["fp-reward-audit"])
    agent = await world.acting(daughter, grant)
    case = await committed(world, world.act(mother), await drafted(world, agent))
    await world.store.marks.insert(a_mark(world, case))
    with pytest.raises(WrongState, match="原因请申请人本人在手机上看") as refused:
        await filed(world, agent, case)
    assert "挖掘" not in refused.value.detail


@pytest.mark.parametrize("by", ["item", "department"])
async def test_no_commitment_in_an_excluded_field_and_staff_see_why(world: CasesWorld, by: str) -> None:
    mother = world.act(await world.proven(world.mother))
    names = {"items": ("fp-reward-audit",)} if by == "item" else {"departments": ("health",)}
    world.exclude(**names)
    case = await drafted(world, mother)
    with pytest.raises(WrongState, match="涉及人身健康，不适用告知承诺"):
        await committed(world, mother, case)
    world.exclude(**names, until=date(2026, 11, 23))
    case = await committed(world, mother, case)
    world.exclude(**names)
    case = await filed(world, mother, case)
    assert "人身健康" in (await world.cases.commitment(world.act(clerk(world)), case.id)).why_not
    case = await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    assert case.commitment is not None, "what was committed to before goes on"


async def test_whose_promise_was_not_kept_proves_it_this_time(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    act = world.act(mother)
    case = await filed(world, act, await committed(world, act, await drafted(world, act)))
    mark = Mark(
        _id="mark_1", person=mother.id, person_name="王桂芳", kind=MarkKind.DEBT, case="case_0", case_number="1",
        item_name="占用、挖掘城市道路审批", department="urban_management", what="地下管线分布图", since=act.at,
    )  # fmt: skip
    await world.store.marks.insert(mark)
    with pytest.raises(WrongState, match="不能再用承诺代替材料"):
        await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    second = await drafted(world, world.act(mother))
    with pytest.raises(WrongState, match="记录还没有修复"):
        await committed(world, act, second)
    seen = await world.cases.commitment(world.act(clerk(world, Role.REVIEWER)), case.id)
    assert "地下管线分布图" in seen.why_not


async def test_the_draft_of_a_commitment_keeps_its_version_of_the_item(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    case = await committed(world, mother, await drafted(world, mother))
    stored = Case.of(await world.store.cases.get(case.id) or {})
    assert (stored.item_version, stored.commitment) == (VERSION, case.commitment)
    assert (await world.events(case))[-1] == "case.committed"


async def test_what_was_mended_after_acceptance_is_committed_to_anew(world: CasesWorld) -> None:
    """The letter spared a visit and no material: it still spares it, over the answers as they are then."""
    mother, office = world.act(await world.proven(world.mother)), world.act(road_digging.clerk(world))
    case = await road_digging.promised(world, mother, await road_digging.drafted(world, mother))
    case = await road_digging.filed(world, mother, await committed(world, mother, case))
    case = await world.cases.accept(office, case.id, VersionBody(version=case.version))
    first, steps = case.commitment, [each.key for each in case.steps]
    assert first is not None
    assert (first.skips, "site_visit" in steps) == (["site_visit"], False)

    asked = ReturnBody(version=case.version, defects=[defect(field="area")])
    case = await world.cases.request_correction(world.again(office), case.id, asked)
    case = await world.cases.save(world.again(mother), case.id, SaveBody(version=case.version, form=case.form | {"area": 14}))
    with pytest.raises(Invalid) as refused:
        await world.cases.resubmit(world.again(mother), case.id, VersionBody(version=case.version))
    (fault,) = refused.value.errors
    assert (fault.pointer, "或者不作承诺，等工作人员办完「现场踏勘」再作决定" in fault.detail) == ("/commitment", True)
    page = await world.cases.commitment(world.again(mother), case.id)
    assert (page.why_not, page.steps) == ("", ["现场踏勘"])
    assert Action.COMMIT in await world.cases.actions(mother, case)

    case = await committed(world, mother, case)
    assert case.commitment is not None
    assert (case.commitment.skips, case.commitment.number == first.number) == (["site_visit"], False)
    assert Action.COMMIT not in await world.cases.actions(mother, case), "the word stands again"
    case = await world.cases.resubmit(world.again(mother), case.id, VersionBody(version=case.version))
    assert (case.state, [each.key for each in case.steps]) == (CaseState.ACCEPTED, steps)


async def test_after_a_mark_the_commitment_is_declined_and_the_paper_is_handed_in(world: CasesWorld) -> None:
    """Nobody commits anew under a mark: changed answers are handed in without a commitment, with the proof and the visit."""
    citizen = await world.proven(world.mother)
    mother, case = world.act(citizen), await accepted(world, citizen)
    asked = ReturnBody(version=case.version, defects=[defect(field="household_place")])
    case = await world.cases.request_correction(world.act(clerk(world, Role.REVIEWER, town="luoxi")), case.id, asked)
    mark = Mark(
        _id="mark_1", person=case.person, person_name="王桂芳", kind=MarkKind.DEBT, case="case_0", case_number="1",
        item_name="占用、挖掘城市道路审批", department="urban_management", what="地下管线分布图", since=mother.at,
    )  # fmt: skip
    await world.store.marks.insert(mark)
    form = case.form | {"household_place": "罗溪街道榕树里14号"}
    case = await world.cases.save(world.again(mother), case.id, SaveBody(version=case.version, form=form))
    with pytest.raises(WrongState):
        await committed(world, mother, case)
    assert Action.DECLINE_COMMITMENT in await world.cases.actions(mother, case)

    case = await world.cases.decline_commitment(world.again(mother), case.id, VersionBody(version=case.version))
    assert [each.key for each in case.steps].count("village_check") == 1
    (told,) = [each for each in case.events[-1].notices if each.to == case.person]
    assert (told.template, "改交" in told.data["instead"], told.data["due"][:3]) == ("commitment_declined", True, "，最迟")
    with pytest.raises(Invalid) as refused:
        await world.cases.resubmit(world.again(mother), case.id, VersionBody(version=case.version))
    assert [each.pointer for each in refused.value.errors] == [f"/materials/{PROOF}"]
    photo = await world.photo(world.again(mother), "red", case.item)
    case = await world.cases.save(
        world.again(mother), case.id, SaveBody(version=case.version, materials={PROOF: MaterialChoice(files=[photo.id])})
    )
    case = await world.cases.resubmit(world.again(mother), case.id, VersionBody(version=case.version))
    assert (case.state, case.commitment) == (CaseState.ACCEPTED, None)


async def test_steps_spared_by_a_declined_commitment_come_before_the_decision(world: CasesWorld) -> None:
    """Where the decision's turn had come, the visit's turn is now, and its time stops the clock as ever."""
    mother, office = world.act(await world.proven(world.mother)), world.act(road_digging.clerk(world))
    case = await road_digging.promised(world, mother, await road_digging.drafted(world, mother))
    case = await road_digging.filed(world, mother, await committed(world, mother, case))
    case = await world.cases.accept(office, case.id, VersionBody(version=case.version))
    step = StepBody(version=case.version, step="traffic", finding="无误")
    case = await world.cases.complete_step(world.act(world.whose(case)), case.id, step)
    asked = ReturnBody(version=case.version, defects=[defect(field="area")])
    case = await world.cases.request_correction(world.again(office), case.id, asked)
    case = await world.cases.decline_commitment(world.again(mother), case.id, VersionBody(version=case.version))
    assert [each.key for each in case.steps] == ["traffic", "site_visit", "decision"]
    assert (case.current_step is not None and case.current_step.key, case.steps[-1].started_at) == ("site_visit", None)
    assert (case.desk is not None and case.desk.role, [each.step for each in case.clock.stops if each.end is None][-1]) == (
        "reviewer",
        "site_visit",
    )
    case = await world.cases.save(world.again(mother), case.id, SaveBody(version=case.version, form=case.form | {"area": 14}))
    case = await world.cases.resubmit(world.again(mother), case.id, VersionBody(version=case.version))
    assert (case.state, case.current_step is not None and case.current_step.key) == (CaseState.ACCEPTED, "site_visit")


async def spared_a_visit(world: CasesWorld, mother: Act) -> Case:
    """Accepted on a letter that spares a visit and no material; the area is asked to be looked at again."""
    office = world.act(road_digging.clerk(world))
    case = await road_digging.promised(world, mother, await road_digging.drafted(world, mother))
    case = await road_digging.filed(world, mother, await committed(world, mother, case))
    case = await world.cases.accept(office, case.id, VersionBody(version=case.version))
    asked = ReturnBody(version=case.version, defects=[defect(field="area")])
    return await world.cases.request_correction(world.again(office), case.id, asked)


async def test_who_declines_where_the_letter_spared_steps_alone_goes_on_with_them(world: CasesWorld) -> None:
    """The answer was right: nothing is changed, and the case comes back to be visited and decided."""
    mother = world.act(await world.proven(world.mother))
    case = await spared_a_visit(world, mother)
    with pytest.raises(Invalid, match="还没有修改任何内容"):
        await world.cases.resubmit(world.again(mother), case.id, VersionBody(version=case.version))
    case = await world.cases.decline_commitment(world.again(mother), case.id, VersionBody(version=case.version))
    assert case.declined is not None
    assert (case.declined.word.by.name, case.declined.word.heard_by) == ("王桂芳", None)
    case = await world.cases.resubmit(world.again(mother), case.id, VersionBody(version=case.version))
    assert (case.state, [each.key for each in case.steps]) == (CaseState.ACCEPTED, ["traffic", "site_visit", "decision"])


def declines(case: Case, person: Person) -> HearDeclineBody:
    return HearDeclineBody(version=case.version, person=person.document, note="申请人在2号窗口说要交材料")


async def test_a_commitment_is_declined_at_the_counter_and_the_paper_is_asked_for(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    act, window = world.act(mother), clerk(world, Role.RECEPTIONIST)
    case = await filed(world, act, await committed(world, act, await drafted(world, act)))
    number = case.commitment.number if case.commitment else ""
    with pytest.raises(Invalid, match="证件上的人不是本人"):
        await world.cases.hear_decline(world.act(clerk(world)), case.id, declines(case, world.stranger))
    assert Action.HEAR_DECLINE in await world.cases.actions(world.act(clerk(world)), case)
    case = await world.cases.hear_decline(world.act(clerk(world)), case.id, declines(case, world.mother))
    assert (case.commitment, case.declined and case.declined.letter) == (None, number)
    page = await world.cases.commitment(world.act(window), case.id)
    assert (page.given, page.declined and (page.declined.by, page.declined.heard_by)) == (None, ("王桂芳", "姚淑贤"))
    (told,) = case.events[-1].notices
    assert (told.template, told.data["who"], "改交" in told.data["instead"]) == ("commitment_declined_heard", "王桂芳", True)
    with pytest.raises(WrongState, match="也还没有作告知承诺"):
        await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    with pytest.raises(WrongState, match="没有作过告知承诺"):
        await world.cases.hear_decline(world.act(clerk(world)), case.id, declines(case, world.mother))
    asked = ReturnBody(version=case.version, defects=[defect(material=PROOF)])
    case = await world.cases.request_correction(world.act(clerk(world)), case.id, asked)
    case = await committed(world, world.act(mother), case)
    assert case.declined is None, "they have changed their mind"


async def test_after_acceptance_it_is_declined_at_the_counter_with_a_day(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    case = await spared_a_visit(world, mother)
    counter = world.act(road_digging.clerk(world))
    case = await world.cases.hear_decline(counter, case.id, declines(case, world.mother))
    assert [each.key for each in case.steps] == ["traffic", "site_visit", "decision"]
    (told,) = case.events[-1].notices
    assert ("等工作人员办完「现场踏勘」" in told.data["instead"], "，最迟" in told.data["then"]) == (True, True)


async def test_in_a_field_excluded_meanwhile_one_may_still_decline_and_not_commit_anew(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    case = await spared_a_visit(world, mother)
    world.exclude(items=(case.item,))
    case = await world.cases.save(world.again(mother), case.id, SaveBody(version=case.version, form=case.form | {"area": 14}))
    with pytest.raises(WrongState, match="不适用告知承诺"):
        await committed(world, mother, case)
    case = await world.cases.decline_commitment(world.again(mother), case.id, VersionBody(version=case.version))
    case = await world.cases.resubmit(world.again(mother), case.id, VersionBody(version=case.version))
    assert (case.state, case.commitment) == (CaseState.ACCEPTED, None)


async def test_an_agent_declines_for_nobody_and_the_principal_does(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted(items=["fp-reward-audit"])
    agent = await world.acting(daughter, grant)
    case = await filed(world, agent, await drafted(world, agent))
    case = await committed(world, world.act(mother), case)
    with pytest.raises(Forbidden):
        await world.cases.decline_commitment(world.again(agent), case.id, VersionBody(version=case.version))
    with pytest.raises(Invalid, match="证件上的人不是本人"):
        await world.cases.hear_decline(world.act(clerk(world)), case.id, declines(case, world.daughter))
    case = await world.cases.decline_commitment(world.act(mother), case.id, VersionBody(version=case.version))
    assert (case.commitment, case.declined and case.declined.word.by.name) == (None, "王桂芳")
