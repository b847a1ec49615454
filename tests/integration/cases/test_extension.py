"""The one extension of a case's limits: by the head, before they end, as long as the item's rule allows, in writing."""

import pytest

from backend.cases import clocks, papers
from backend.errors import Forbidden, Invalid, WrongState
from models.acts import Role
from models.cases import Case, ClockStop, ExtendBody, PauseBody, PauseGround, VersionBody
from models.catalogue import Clocks, Extension, Span, StatutoryClock
from tests import road_digging
from tests.cases_world import LATER, CasesWorld

LIMITS = Clocks(statutory=StatutoryClock(n=20), promised=Span(n=5), extension=Extension(n=10, basis="行政许可法第四十二条", verified=True))


def body(case: Case, n: int | None = None) -> ExtendBody:
    return ExtendBody(version=case.version, reason="需要向外地核实档案", n=n)


@pytest.fixture
async def case(world: CasesWorld) -> Case:
    """Accepted on Monday 23 November: promised until the 30th, by law until 21 December."""
    world.alter("longevity", clocks=LIMITS)
    return await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))


async def test_both_limits_are_longer_and_the_applicant_is_told(world: CasesWorld, case: Case) -> None:
    head = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
    assert "extend" in await world.cases.actions(world.act(head), case)
    longer = await world.cases.extend(world.act(head), case.id, body(case))
    assert longer.clock.promised_due is not None
    assert longer.clock.promised_due.isoformat() == "2026-12-14T17:00:00+08:00"
    assert longer.clock.statutory_due is not None
    assert longer.clock.statutory_due.isoformat() == "2027-01-05T17:00:00+08:00"
    event = longer.events[-1]
    assert (event.action, event.notices[0].template) == ("case.extended", "case_extended")
    assert event.notices[0].data["due"] == "我们承诺12月14日（周一）17:00前办完"
    paper = next(each for each in papers.papers_of(longer) if each.key == "extension")
    assert (paper.title, paper.number, paper.at) == ("延期告知书", "〔2026〕云政延字第000001号", world.clock.now())
    text = "".join(paper.lines)
    for said in ("11月30日（周一）17:00", "延长10个工作日", "需要向外地核实档案", "行政许可法第四十二条"):
        assert said in text
    assert paper.lines[1] == (
        "我们承诺在2026年12月14日（周一）17:00前办结。法律规定的最后期限延到2027年1月5日（周二）17:00，最晚不能超过这一天。"
    )


async def test_while_the_promise_stands_still_the_law_s_day_is_called_that(world: CasesWorld, case: Case) -> None:
    """A public notice, and what an item stops by itself, leave the case with whoever may extend it."""
    head = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
    stop = ClockStop(ground=PauseGround.SITE_VISIT, reason="上门核实", start=world.clock.now(), notice="停1", step="village_check")
    clock = clocks.stopped(case.clock, world.cases.calendar, world.cases.policy, LIMITS, stop)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"clock": clock.model_dump()}})
    longer = await world.cases.extend(world.act(head), case.id, body(case))
    assert (longer.clock.promised_due, longer.clock.extension and longer.clock.extension.promised) == (None, None)
    assert longer.events[-1].notices[0].data["due"] == "承诺时限暂停，恢复后另行告知；法律规定的最后期限是1月5日（周二）17:00"
    paper = next(each for each in papers.papers_of(longer) if each.key == "extension")
    assert paper.lines[1].startswith(
        "承诺办理时限现在暂停（见特别程序告知书），恢复后我们告诉您新的承诺日期。法律规定的最后期限延到2027年1月5日"
    )


async def test_where_the_law_sets_no_limit_the_promised_day_stands_alone(world: CasesWorld) -> None:
    world.alter("longevity", clocks=LIMITS.model_copy(update={"statutory": None}))
    case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))
    longer = await world.cases.extend(world.act(world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")), case.id, body(case))
    paper = next(each for each in papers.papers_of(longer) if each.key == "extension")
    assert paper.lines[1] == "我们承诺在2026年12月14日（周一）17:00前办结。"


async def test_a_second_one_is_refused_in_words(world: CasesWorld, case: Case) -> None:
    head = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
    longer = await world.cases.extend(world.act(head), case.id, body(case, 2))
    assert longer.clock.extension is not None
    assert longer.clock.extension.due.isoformat() == "2026-12-02T17:00:00+08:00", "the head took two of the ten days"
    assert "extend" not in await world.cases.actions(world.act(head), longer)
    with pytest.raises(WrongState, match="已经延长过一次（〔2026〕云政延字第000001号）"):
        await world.cases.extend(world.act(head), case.id, body(longer))


async def test_only_the_head_extends(world: CasesWorld, case: Case) -> None:
    for staff in (world.staff_of(Role.REVIEWER), world.staff_of(Role.CHIEF_REPRESENTATIVE, department="taxes")):
        assert "extend" not in await world.cases.actions(world.act(staff), case)
        with pytest.raises(Forbidden):
            await world.cases.extend(world.act(staff), case.id, body(case))


async def test_after_the_due_date_it_is_too_late(world: CasesWorld, case: Case) -> None:
    head = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
    world.later(days=7, hours=7)  # Monday 30 November, 17:00
    assert "extend" not in await world.cases.actions(world.act(head), case)
    with pytest.raises(WrongState, match="只能在到期前延长"):
        await world.cases.extend(world.act(head), case.id, body(case))


async def test_no_more_than_the_rule_allows(world: CasesWorld, case: Case) -> None:
    with pytest.raises(Invalid) as caught:
        await world.cases.extend(world.act(world.staff_of(Role.CHIEF_REPRESENTATIVE)), case.id, body(case, 11))
    assert caught.value.errors[0].detail == "最多只能延长10个工作日。"


async def test_an_item_without_the_rule_cannot_be_extended(world: CasesWorld) -> None:
    case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))
    with pytest.raises(WrongState, match="办理期限不能延长"):
        await world.cases.extend(world.act(world.staff_of(Role.CHIEF_REPRESENTATIVE)), case.id, body(case))


async def test_what_stands_still_is_resumed_first(world: CasesWorld, case: Case) -> None:
    head = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
    pause = PauseBody(until=LATER, version=case.version, ground=PauseGround.SITE_VISIT, reason="上门核查")
    paused = await world.cases.pause(world.act(head), case.id, pause)
    with pytest.raises(WrongState, match="特别程序中"):
        await world.cases.extend(world.act(head), case.id, body(paused))
    world.later(days=1)
    resumed = await world.cases.resume(world.act(head), case.id, VersionBody(version=paused.version))
    longer = await world.cases.extend(world.act(head), case.id, body(resumed))
    assert longer.clock.promised_due is not None
    assert longer.clock.promised_due.isoformat() == "2026-12-15T17:00:00+08:00", "the 24th stood still, ten days were added"


async def test_a_rule_nobody_has_checked_is_not_told_as_law(world: CasesWorld) -> None:
    unchecked = LIMITS.model_copy(update={"extension": Extension(n=10, basis="某条例")})
    world.alter("longevity", clocks=unchecked)
    case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))
    longer = await world.cases.extend(world.act(world.staff_of(Role.CHIEF_REPRESENTATIVE)), case.id, body(case))
    assert "某条例" not in "".join(line for paper in papers.papers_of(longer) for line in paper.lines)


async def test_a_permit_under_the_general_limit_is_extended_by_ten_days(world: CasesWorld) -> None:
    case = await road_digging.accepted(world, await world.proven(world.mother))
    head = road_digging.head(world)
    with pytest.raises(Invalid) as caught:
        await world.cases.extend(world.act(head), case.id, body(case, 11))
    assert caught.value.errors[0].detail == "最多只能延长10个工作日。"
    longer = await world.cases.extend(world.act(head), case.id, body(case))
    assert case.clock.statutory_due is not None
    assert longer.clock.statutory_due is not None
    assert longer.clock.statutory_due.date() == world.cases.calendar.deadline(case.clock.statutory_due, Span(n=10)).at.date()
    text = "".join(line for paper in papers.papers_of(longer) for line in paper.lines)
    assert "行政许可法" not in text, "nobody has checked the rule against the law yet"
