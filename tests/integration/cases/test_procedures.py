"""Special procedures begun by a step, and public notices: what stops by itself, is told in writing, and goes on by itself."""

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from backend.cases import papers
from backend.cases.clock_views import clock_view
from backend.cases.open_clocks import clock_row
from backend.cases.papers import papers_of
from backend.clock import SHANGHAI
from backend.errors import Forbidden, Invalid, WrongState
from models.acts import CitizenActor, Role, StaffActor
from models.cases import (
    Case,
    CaseState,
    ClockKind,
    Completion,
    GrantBody,
    PauseBody,
    PauseGround,
    RefuseBody,
    StepBody,
    VersionBody,
    WithdrawBody,
)
from models.catalogue import Clocks, PublicNotice, Span, StatutoryClock, Step, StepActor, StepPhase
from models.forms import Condition
from models.public_notices import PublicNoticesQuery, PublicNoticeView
from tests.cases_world import LATER, CasesWorld

LIMITS = Clocks(statutory=StatutoryClock(n=20), promised=Span(n=5))
NOTICE = PublicNotice(within=Span(n=3), note="对公示有异议的，请在公示期内提出。", after="check", shows=("living",))


def a_step(key: str, name: str, ground: PauseGround | None = None, law: str = "") -> Step:
    return Step(
        key=key,
        name=name,
        phase=StepPhase.ACCEPTED,
        actor=StepActor.STAFF,
        role=Role.REVIEWER,
        special=ground is not None,
        ground=ground,
        law=law,
    )


DECIDE = a_step("decide", "审批")
APPRAISAL = (a_step("check", "核对"), a_step("assess", "医院评定", PauseGround.APPRAISAL, "行政许可法第四十五条"), DECIDE)
VISIT = (a_step("check", "核对"), a_step("visit", "上门核查", PauseGround.SITE_VISIT), DECIDE)


@pytest.fixture
def clerk(world: CasesWorld) -> StaffActor:
    return world.staff_of(Role.REVIEWER)


async def accepted(world: CasesWorld, clerk: StaffActor, **item: object) -> Case:
    """Accepted on Monday 23 November, 10:00: promised until the 30th, by law until 21 December."""
    world.alter("longevity", clocks=LIMITS, **item)
    return await world.accepted(world.act(await world.proven(world.mother)), clerk)


async def done(world: CasesWorld, clerk: StaffActor, case: Case, step: str) -> Case:
    return await world.cases.complete_step(world.act(clerk), case.id, StepBody(version=case.version, step=step, finding="无误"))


def dues(case: Case) -> tuple[str | None, str | None]:
    clock = case.clock
    return tuple(f"{due:%m-%d}" if due else None for due in (clock.promised_due, clock.statutory_due))  # pyright: ignore[reportReturnType]


def told(case: Case) -> list[str]:
    return [each.template for each in case.events[-1].notices]


async def shown(world: CasesWorld, **query: str) -> list[PublicNoticeView]:
    return (await world.cases.public_notices(PublicNoticesQuery.model_validate(query), world.clock.now())).items


class TestSteps:
    async def test_an_appraisal_stops_both_clocks_from_its_begin_to_its_end(self, world: CasesWorld, clerk: StaffActor) -> None:
        case = await accepted(world, clerk, steps=APPRAISAL)
        assert dues(case) == ("11-30", "12-21")
        world.later(days=1)
        begun = await done(world, clerk, case, "check")
        assert (begun.state, dues(begun), told(begun)) == (CaseState.ACCEPTED, (None, None), ["case_paused"])
        stop = begun.clock.stops[0]
        assert (stop.ground, stop.statutory, stop.step, stop.legal_basis) == (PauseGround.APPRAISAL, True, "assess", "行政许可法第四十五条")
        paper = next(each for each in papers.papers_of(begun) if each.key == "stop-0")
        assert (paper.title, paper.number) == ("特别程序告知书", "〔2026〕云政特字第000001号")
        assert any("行政许可法第四十五条" in line for line in paper.lines)
        world.later(days=2)  # Thursday
        over = await done(world, clerk, begun, "assess")
        assert (dues(over), told(over)) == (("12-03", "12-24"), ["case_resumed"]), "three days were not counted"
        assert over.clock.stops[0].end == world.clock.now()

    async def test_a_step_with_a_limit_says_how_long_it_takes(self, world: CasesWorld, clerk: StaffActor) -> None:
        assess = APPRAISAL[1].model_copy(update={"limit": Span(n=4)})
        begun = await accepted(world, clerk, steps=(assess, DECIDE))
        assert begun.clock.stops[0].until == date(2026, 11, 27)
        assert begun.events[-1].notices[1].data["needed"] == "预计到2026年11月27日结束"
        paper = next(each for each in papers.papers_of(begun) if each.key == "stop-0")
        assert "所需时间：到2026年11月27日为止，共5天（自然日）。" in paper.lines

    async def test_a_site_visit_stops_the_promised_one_alone(self, world: CasesWorld, clerk: StaffActor) -> None:
        case = await accepted(world, clerk, steps=VISIT)
        begun = await done(world, clerk, case, "check")
        assert dues(begun) == (None, "12-21")
        world.later(days=1)
        assert dues(await done(world, clerk, begun, "visit")) == ("12-01", "12-21")

    async def test_one_that_comes_first_begins_with_acceptance(self, world: CasesWorld, clerk: StaffActor) -> None:
        case = await accepted(world, clerk, steps=APPRAISAL[1:])
        assert (dues(case), told(case)) == ((None, None), ["case_accepted", "case_paused"])
        assert case.events[-1].notices[0].data["due"] == "11月30日（周一）17:00", "what is promised is said all the same"

    async def test_whoever_stops_it_says_for_how_long_and_the_applicant_is_told_in_writing(
        self, world: CasesWorld, clerk: StaffActor
    ) -> None:
        """行政许可法 art. 45: 应当将所需时间书面告知申请人."""
        case = await accepted(world, clerk, steps=(DECIDE,))
        ground = {"ground": PauseGround.EXPERT_REVIEW, "reason": "请专家评审", "legal_basis": "行政许可法第四十五条"}
        for until, words in ((date(2026, 11, 22), "不能早于今天"), (date(2027, 11, 24), "最远到2027年11月23日")):
            body = PauseBody(version=case.version, until=until, **ground)
            with pytest.raises(Invalid) as caught:
                await world.cases.pause(world.act(clerk), case.id, body)
            assert (caught.value.errors[0].pointer, words in caught.value.errors[0].detail) == ("/until", True)
        with pytest.raises(ValidationError):
            PauseBody.model_validate({"version": case.version, **ground})
        body = PauseBody(version=case.version, until=date(2026, 12, 3), **ground)
        paused = await world.cases.pause(world.act(clerk), case.id, body)
        assert paused.events[-1].notices[0].data["needed"] == "预计到2026年12月3日结束"
        paper = next(each for each in papers.papers_of(paused) if each.key == "stop-0")
        assert "所需时间：到2026年12月3日为止，共11天（自然日）。" in paper.lines
        assert clock_view(paused.clock, world.cases.version_of(paused)).stops[0].until == date(2026, 12, 3)
        row = [
            clock_row(paused, ClockKind.PAUSED, day, world.book.calendar, "")
            for day in (datetime(2026, 12, 3, 17, tzinfo=SHANGHAI), datetime(2026, 12, 4, 9, tzinfo=SHANGHAI))
        ]
        assert [(each.overdue, each.words) for each in row] == [
            (False, "停了 10 天，告知申请人到12月3日结束"),
            (True, "停了 11 天，告知申请人到12月3日结束，已经过了"),
        ]

    async def test_what_is_resumed_too_late_names_no_day_that_has_passed(self, world: CasesWorld, clerk: StaffActor) -> None:
        case = await accepted(world, clerk, steps=VISIT)
        world.later(days=14)
        pause = PauseBody(until=LATER, version=case.version, ground=PauseGround.COUNTERPART, reason="等医院排期")
        paused = await world.cases.pause(world.act(clerk), case.id, pause)
        resumed = await world.cases.resume(world.act(clerk), case.id, VersionBody(version=paused.version))
        said = resumed.events[-1].notices[0].data["expected"]
        assert said == "办理期限11月30日（周一）17:00已经过了，督办系统会提醒承办部门；您可以在办件里催办，也可以拨打12345"

    async def test_a_stop_by_hand_within_a_day_moves_neither_limit(self, world: CasesWorld, clerk: StaffActor) -> None:
        case = await accepted(world, clerk, steps=(DECIDE,))
        for _ in range(3):
            world.later(days=1)
            pause = PauseBody(
                until=LATER,
                version=case.version,
                ground=PauseGround.HEARING,
                reason="申请人要求举行听证",
                legal_basis="行政许可法第四十五条",
            )
            paused = await world.cases.pause(world.act(clerk), case.id, pause)
            assert dues(paused) == (None, None)
            world.later(minutes=1)
            case = await world.cases.resume(world.act(clerk), case.id, VersionBody(version=paused.version))
            assert dues(case) == ("11-30", "12-21")

    async def test_resuming_by_hand_ends_no_step(self, world: CasesWorld, clerk: StaffActor) -> None:
        begun = await done(world, clerk, await accepted(world, clerk, steps=APPRAISAL), "check")
        pause = PauseBody(until=LATER, version=begun.version, ground=PauseGround.COUNTERPART, reason="等医院排期")
        paused = await world.cases.pause(world.act(clerk), begun.id, pause)
        resumed = await world.cases.resume(world.act(clerk), begun.id, VersionBody(version=paused.version))
        assert [stop.end is None for stop in resumed.clock.stops] == [True, False]
        assert (dues(resumed), told(resumed)) == ((None, None), [])


class TestPublicNotice:
    async def test_it_runs_stops_the_promise_and_is_over_by_itself(self, world: CasesWorld, clerk: StaffActor) -> None:
        case = await accepted(world, clerk, steps=(a_step("check", "核对"), DECIDE), public_notice=NOTICE)
        assert await shown(world) == []
        running = await done(world, clerk, case, "check")
        assert (dues(running), told(running)) == (("12-03", "12-21"), ["case_published"]), "Monday and three days after it"
        assert running.events[-1].notices[0].data["until"] == "11月26日（周四）17:00"
        paper = next(each for each in papers.papers_of(running) if each.key == "stop-0")
        assert (paper.title, paper.number) == ("公示告知书", "〔2026〕云政示字第000001号")
        world.later(days=3, hours=6, minutes=59)  # Thursday 16:59
        await world.cases.tick()
        assert len(await shown(world)) == 1
        assert "grant" not in await world.cases.actions(world.act(clerk), running)
        with pytest.raises(WrongState, match="公示到11月26日"):
            await world.cases.grant(world.act(clerk), running.id, GrantBody(version=running.version))
        world.later(minutes=1)
        assert await shown(world) == [], "gone with its last minute, whether the watch has come by or not"
        for _ in range(2):
            await world.cases.tick()
        assert (await world.events(running)).count("case.public_notice_over") == 1
        over = await world.cases.get(world.act(clerk), running.id)
        granted = await world.cases.grant(world.act(clerk), over.id, GrantBody(version=over.version))
        assert granted.state is CaseState.GRANTED

    async def test_names_and_numbers_are_cut(self, world: CasesWorld, clerk: StaffActor) -> None:
        case = await accepted(world, clerk, steps=(a_step("check", "核对"), DECIDE), public_notice=NOTICE)
        await done(world, clerk, case, "check")
        notice = (await shown(world, item="longevity", department="civil_affairs"))[0]
        assert (notice.applicant, notice.department_name, notice.note) == ("王*", "民政局", NOTICE.note)
        assert [(fact.label, "same" in fact.value) for fact in notice.facts] == [(notice.facts[0].label, False)]
        everything = notice.model_dump_json()
        assert "王桂芳" not in everything
        assert case.number is not None
        assert case.number not in everything
        assert await shown(world, item="idcard-lost") == []

    async def test_a_refusal_does_not_wait_and_ends_it(self, world: CasesWorld, clerk: StaffActor) -> None:
        case = await accepted(world, clerk, steps=(a_step("check", "核对"), DECIDE), public_notice=NOTICE)
        running = await done(world, clerk, case, "check")
        body = RefuseBody(version=running.version, reason="公示期间查明不符合条件", basis="津贴办法")
        await world.cases.refuse(world.act(clerk), running.id, body)
        assert await shown(world) == []

    async def test_a_withdrawn_case_is_shown_no_more(self, world: CasesWorld, clerk: StaffActor) -> None:
        case = await accepted(
            world, clerk, steps=(a_step("check", "核对"), DECIDE), public_notice=NOTICE.model_copy(update={"after": None})
        )
        assert len(await shown(world)) == 1, "without a step before it, it begins with acceptance"
        assert told(case) == ["case_accepted", "case_published"]
        mother = CitizenActor(id=case.person, name=case.person_name, level=2)
        await world.cases.withdraw(world.act(mother), case.id, WithdrawBody(version=case.version))
        assert await shown(world) == []

    async def test_only_where_its_conditions_hold(self, world: CasesWorld, clerk: StaffActor) -> None:
        never = NOTICE.model_copy(update={"when": (Condition(field="living", equals="moved"),)})
        case = await accepted(world, clerk, steps=(a_step("check", "核对"), DECIDE), public_notice=never)
        assert (await done(world, clerk, case, "check")).clock.public_notice is None
        assert await shown(world) == []


@pytest.mark.parametrize("ground", [each for each in PauseGround if not each.is_by_hand])
async def test_what_follows_from_an_act_of_its_own_is_no_stop_by_hand(world: CasesWorld, ground: PauseGround) -> None:
    case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))
    body = PauseBody(until=LATER, version=case.version, ground=ground, reason="先等一等医院排期")
    with pytest.raises(Invalid) as refused:
        await world.cases.pause(world.act(world.staff_of(Role.REVIEWER)), case.id, body)
    assert refused.value.errors[0].pointer == "/ground"


async def test_ended_by_the_head_it_is_a_paper_with_reason_rule_and_remedies(world: CasesWorld) -> None:
    case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))
    boss = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="staff_2")
    body = RefuseBody(version=case.version, reason="事项已经取消", basis="设定它的某办法已废止")
    with pytest.raises(Forbidden, match="首席代表授权"):
        await world.cases.abort(world.act(boss), case.id, body)
    await world.authorised(boss, case.item)
    ended = await world.cases.abort(world.act(boss), case.id, body)
    assert (ended.state, ended.completion) == (CaseState.ABORTED, Completion.VOID)
    paper = next(each for each in papers_of(ended) if each.key == "termination")
    assert (paper.title, paper.lines[1:3]) == ("终止办理决定书", ["理由：事项已经取消", "依据：设定它的某办法已废止"])
    assert "行政复议" in paper.lines[3]
    assert paper.sealed
