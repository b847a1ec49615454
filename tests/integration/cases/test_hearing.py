"""Whoever has no phone is heard at any one-window counter: it finds what waits for a word of theirs, and nothing else."""

from datetime import timedelta
from typing import Any

import pytest

from backend.cases import asked_view, awaited_word
from backend.errors import Forbidden, Invalid, NotFound, WrongState
from backend.permissions import may
from models.acts import Role
from models.cases import Case
from models.catalogue import HandleArea, ProxyBasis
from models.grants import HearingBody, HearingMethod
from models.others import HeardBody, StandingBody
from tests.cases_world import CasesWorld
from tests.committing import clerk
from tests.integration.cases.test_inspections import drawn, found, said
from tests.integration.cases.test_town_counter import LUOXI, QINGSHI
from tests.lease_world import asked, lease
from tests.people_world import Person

REASON = "本人没有手机，来窗口确认"
HEARING = HearingBody(place="青石镇便民服务中心1号窗口", method=HearingMethod.IN_PERSON, note="逐项念给本人听过")


def standing(person: Person) -> StandingBody:
    """Whoever stands at the counter."""
    return StandingBody(person=person.document, reason=REASON)


def yes(case: Case, person: Person, **more: Any) -> HeardBody:
    """They agree to what the landlord is asked."""
    return HeardBody(person=person.document, heard=HEARING, digest=asked(case).digest, agree=True, answers={"as_agreed": True}, **more)


async def taken_in(world: CasesWorld) -> Case:
    """A lease that another town's counter has taken in: this one's staff see nothing of it."""
    case = await lease(world, world.act(await world.proven(world.mother)), world.stranger)
    hand = {"id": LUOXI.id, "name": LUOXI.name, "department": LUOXI.department}
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"received_town": "luoxi", "received_by": hand}})
    with pytest.raises(Forbidden):
        await world.cases.get(world.act(QINGSHI), case.id)
    return case


async def test_a_counterpart_is_found_read_to_and_heard_where_the_case_is_not_seen(world: CasesWorld) -> None:
    case = await taken_in(world)
    (word,) = await world.cases.awaited_words(world.act(QINGSHI), standing(world.stranger))
    row = awaited_word(word)
    assert (row.case, row.kind.code, row.obligation, row.here) == (case.id, "confirmation", asked(case).id, True)
    assert (row.applicant, row.until, row.proposed_for) == ("王*芳", asked(case).due, None)
    seen, one = await world.cases.asked_at_counter(world.act(QINGSHI), asked(case).id, standing(world.stranger))
    page = asked_view(world.act(QINGSHI), seen, one, world.cases.version_of(seen), await world.people.applicant(seen.person))
    assert {"rent", "lease_from"} <= {each.key for each in page.shown}
    reads = await world.store.audit.find({"person": case.person, "actor.id": QINGSHI.id})
    assert {each["action"] for each in reads} == {"case.awaited_read", "case.obligation_read"}
    assert all(REASON in each["detail"]["purpose"] for each in reads)
    assert [(each.key, each.number, each.name) for each in page.papers] == [("contract", 0, "房屋租赁合同")]
    content_type, copy = await world.cases.paper_at_counter(world.act(QINGSHI), one.id, "contract", 0, standing(world.stranger))
    assert (content_type, copy.stat().st_size > 0) == ("image/jpeg", True), "the contract they judge it by, without seeing the case"
    copy.unlink()
    with pytest.raises(NotFound, match="没有找到这份材料"):
        await world.cases.paper_at_counter(world.act(QINGSHI), one.id, "title", 0, standing(world.stranger))
    case = await world.cases.hear(world.act(QINGSHI), one.id, yes(case, world.stranger))
    hearing = case.replies[one.id].hearing
    met = asked(case).met_by
    assert (met and met.name, hearing and hearing.by_name) == ("赵刚", "常秀英")
    assert await world.cases.awaited_words(world.act(QINGSHI), standing(world.stranger)) == []
    assert not may("case.hear", world.act(QINGSHI), case), "nothing waits there any more"


async def test_nobody_else_is_read_to_or_heard(world: CasesWorld) -> None:
    case = await taken_in(world)
    for person in (world.mother, world.daughter):
        assert await world.cases.awaited_words(world.act(QINGSHI), standing(person)) == []
        with pytest.raises(Invalid, match="不是要确认"):
            await world.cases.asked_at_counter(world.act(QINGSHI), asked(case).id, standing(person))
        with pytest.raises(Invalid, match="不是要确认"):
            await world.cases.paper_at_counter(world.act(QINGSHI), asked(case).id, "contract", 0, standing(person))
        with pytest.raises(Invalid, match="不是要确认"):
            await world.cases.hear(world.act(QINGSHI), asked(case).id, yes(case, person))
    with pytest.raises(NotFound):
        await world.cases.asked_at_counter(world.act(QINGSHI), "obl_nobodys", standing(world.stranger))


async def test_a_look_that_finds_nothing_is_in_the_log_of_whom_it_was_about(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    assert await world.cases.awaited_words(world.act(QINGSHI), standing(world.mother)) == []
    (row,) = await world.store.audit.find({"person": mother.id, "action": "person.looked_up"})
    assert (row["actor"]["name"], row["detail"]["purpose"]) == ("常秀英", f"窗口听取：{REASON}")
    assert await world.cases.awaited_words(world.act(QINGSHI), standing(world.stranger)) == []
    assert await world.store.citizens.count({"name": world.stranger.name}) == 0, "who is only looked up is not registered"


async def test_only_one_window_counters_hear_for_others(world: CasesWorld) -> None:
    case = await taken_in(world)
    window = QINGSHI.model_copy(update={"department": "taxation", "one_window": False})
    officer = QINGSHI.model_copy(update={"roles": frozenset({Role.VILLAGE_OFFICER})})
    (word,) = await world.cases.awaited_words(world.act(window), standing(world.stranger))
    assert (word.here, "这里不能听取意见" in word.says) == (False, True)
    for actor in (window, officer):
        with pytest.raises(Forbidden):
            await world.cases.asked_at_counter(world.act(actor), asked(case).id, standing(world.stranger))
        with pytest.raises(Forbidden):
            await world.cases.hear(world.act(actor), asked(case).id, yes(case, world.stranger))
    with pytest.raises(Forbidden):
        await world.cases.awaited_words(world.act(officer), standing(world.stranger))


@pytest.mark.parametrize(("area", "here"), [(HandleArea.DISTRICT, False), (HandleArea.CITY, True)])
async def test_another_district_hears_what_is_done_there_too(world: CasesWorld, area: HandleArea, here: bool) -> None:
    case = await taken_in(world)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"region": "990101", "handle_area": area.value}})
    elsewhere = world.act(QINGSHI.model_copy(update={"region": "990102", "town": None}))
    (word,) = await world.cases.awaited_words(elsewhere, standing(world.stranger))
    assert word.here is here
    if here:
        assert asked(await world.cases.hear(elsewhere, asked(case).id, yes(case, world.stranger))).met_at is not None
        return
    assert word.says.startswith("「房屋租赁登记备案」由")
    assert "请到：" in word.says
    with pytest.raises(Forbidden):
        await world.cases.hear(elsewhere, asked(case).id, yes(case, world.stranger))


async def test_a_company_is_heard_through_whom_its_register_names(world: CasesWorld) -> None:
    uscc, name = "91990101MA990001XM", "江州晨光印刷有限公司"
    world.keeps_enterprise(uscc, name, world.stranger)
    await world.proven(world.stranger)
    unit = {"other_kind": "unit", "other_person": None, "other_unit": {"name": name, "uscc": uscc}}
    case = await lease(world, world.act(await world.proven(world.mother)), world.stranger, **unit)
    (word,) = await world.cases.awaited_words(world.act(QINGSHI), standing(world.stranger))
    assert word.obligation is not None
    assert (word.case.id, word.obligation.who_name) == (case.id, name)


async def test_an_applicant_speaks_to_a_decision_wherever_they_come(world: CasesWorld) -> None:
    _, case = await drawn(world)
    assert await world.cases.awaited_words(world.act(QINGSHI), standing(world.mother)) == [], "nothing is proposed yet"
    with pytest.raises(WrongState, match="还没有拟撤销"):
        await world.cases.hear_statement_here(world.act(QINGSHI), case.id, said(world, case, "登记有误"))
    case = await found(world, case, "false")
    (word,) = await world.cases.awaited_words(world.act(QINGSHI), standing(world.mother))
    row = awaited_word(word)
    assert (row.kind.code, row.obligation, row.applicant, row.here) == ("statement", None, "王桂芳", True)
    proposal = case.inspection and case.inspection.proposal
    assert (row.proposed_for, row.until) == ("比对婚姻登记，与承诺不一致", proposal and proposal.until)
    with pytest.raises(Invalid, match="证件上的人不是本人"):
        await world.cases.hear_statement_here(world.act(QINGSHI), case.id, said(world, case, "登记有误", by=world.stranger))
    case = await world.cases.hear_statement_here(world.act(QINGSHI), case.id, said(world, case, "登记有误，已更正"))
    assert case.statement is not None
    assert (case.statement.text, case.statement.heard_by and case.statement.heard_by.name) == ("登记有误，已更正", "常秀英")


async def test_a_counter_that_only_hears_is_not_shown_the_case_for_it(world: CasesWorld) -> None:
    _, case = await drawn(world)
    case = await found(world, case, "false")
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"state": "closed"}})
    with pytest.raises(Forbidden):
        await world.cases.hear_statement(world.act(QINGSHI), case.id, said(world, case, "登记有误"))
    with pytest.raises(Forbidden):
        await world.cases.get(world.act(QINGSHI), case.id)
    assert (await world.cases.hear_statement_here(world.act(QINGSHI), case.id, said(world, case, "登记有误"))).statement is not None
    department = world.act(clerk(world, Role.RECEPTIONIST))
    with pytest.raises(WrongState, match="不举行听证"):
        await world.cases.hear_statement_here(department, case.id, said(world, await now(world, case), "要听证", wants_hearing=True))


async def now(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


async def test_when_the_time_to_speak_is_over_nothing_waits(world: CasesWorld) -> None:
    _, case = await drawn(world)
    case = await found(world, case, "false")
    world.clock.at += timedelta(days=30)
    assert await world.cases.awaited_words(world.act(QINGSHI), standing(world.mother)) == []


@pytest.mark.parametrize(("items", "finds"), [((), True), (("fp-reward-audit",), True), (("longevity",), False)])
async def test_a_guardian_finds_what_waits_for_their_ward(world: CasesWorld, items: tuple[str, ...], finds: bool) -> None:
    _, case = await drawn(world)
    case = await found(world, case, "false")
    world.later(minutes=2)
    _, _, grant = await world.granted(items=["longevity"])
    ward = grant.model_copy(update={"id": "grant_ward", "basis": ProxyBasis.GUARDIANSHIP, "items": list(items), "keys": []})
    await world.store.grants.insert(ward)
    assert bool(await world.cases.awaited_words(world.act(QINGSHI), standing(world.daughter))) is finds
