"""What the written notices of a case say."""

from datetime import datetime

from backend.cases.papers import papers_of
from backend.clock import SHANGHAI
from models.cases import (
    Acceptance,
    Case,
    CaseClock,
    CaseMaterial,
    ClockStop,
    Completion,
    Decision,
    Defect,
    PauseGround,
    ReasonClass,
    Return,
    ReturnKind,
    Somebody,
)

BY = Somebody(id="staff_1", name="姚淑贤")


def at(day: int) -> datetime:
    return datetime(2026, 11, day, 10, tzinfo=SHANGHAI)


def case(**more: object) -> Case:
    given = {
        "_id": "case_1",
        "person": "citizen_1",
        "person_name": "王桂芳",
        "item": "longevity",
        "item_name": "高龄津贴",
        "item_version": "longevity@2026-01-01",
        "department": "civil_affairs",
        "created_at": at(1),
        "updated_at": at(1),
    }
    return Case.model_validate({**given, **more})


def slip(kind: ReturnKind, number: str, day: int, due: datetime | None = None, late: str = "") -> Return:
    defect = Defect(target="form/phone", name="联系电话", reason=ReasonClass.WRONG_ANSWER, advice="请核对号码。")
    return Return(number=number, kind=kind, at=at(day), by=BY, submission=1, defects=[defect], due=due, late_reason=late)


def test_a_draft_has_none() -> None:
    assert papers_of(case()) == []


def test_the_receipt_names_what_came_in_and_by_when_deficiencies_are_told() -> None:
    materials = [CaseMaterial(key="a", name="户口簿", exempt="已核验"), CaseMaterial(key="b", name="近照")]
    clock = CaseClock(deficiency_due=at(30))
    receipt = papers_of(case(receipt="收1", filed_at=at(23), materials=materials, clock=clock))[0]
    assert (receipt.key, receipt.title, receipt.number) == ("receipt", "收件凭证", "收1")
    assert "户口簿" in receipt.lines[1]
    assert "近照" not in receipt.lines[1]
    assert "11月30日（周一）10:00" in receipt.lines[2]


def test_a_correction_notice_lists_everything_and_its_deadline() -> None:
    paper = papers_of(case(returns=[slip(ReturnKind.CORRECTION, "补1", 24, due=at(27), late="漏看。")]))[0]
    assert (paper.key, paper.title) == ("return-0", "补正告知书")
    assert paper.rows == [("联系电话", "填写有误", "请核对号码。")]
    assert "11月27日（周五）10:00" in paper.lines[1]
    assert "漏看" in paper.lines[2]


def test_a_pre_review_slip_is_no_correction_notice() -> None:
    assert papers_of(case(returns=[slip(ReturnKind.PRE_REVIEW, "预告1", 24)]))[0].title == "预审一次性告知单"


def test_a_stop_says_which_clock_stands_still() -> None:
    stops = [
        ClockStop(ground=PauseGround.HEARING, reason="申请人要求", legal_basis="第四十五条", start=at(24), statutory=True, notice="特1"),
        ClockStop(ground=PauseGround.SITE_VISIT, reason="上门核查", start=at(25), notice="特2"),
        ClockStop(ground=PauseGround.CORRECTION, reason="等待补正", start=at(26), notice="补1"),
    ]
    papers = papers_of(case(clock=CaseClock(stops=stops), returns=[slip(ReturnKind.AFTER_ACCEPTANCE, "补1", 26)]))
    assert [paper.number for paper in papers] == ["特1", "特2", "补1"], "a correction is told once, by its own notice"
    assert papers[0].lines[-1].startswith("法定办理时限和承诺办理时限都暂停")
    assert papers[1].lines[-1].startswith("法定办理时限照常计算")


def test_a_refusal_is_a_paper_of_its_own() -> None:
    decision = Decision(
        outcome=Completion.REFUSED, number="不准1", at=at(27), by=BY, reason="未满80周岁", basis="津贴办法", remedies="可以申请行政复议。"
    )
    paper = papers_of(case(decision=decision))[0]
    assert (paper.key, paper.title, paper.number) == ("decision", "不予批准决定书", "不准1")


def test_the_acceptance_notice_says_what_was_promised_then() -> None:
    acceptance = Acceptance(number="受1", at=at(24), due=at(30))
    moved = CaseClock(accepted_at=at(24), promised_due=datetime(2026, 12, 7, 17, tzinfo=SHANGHAI))
    paper = papers_of(case(filed_at=at(23), acceptance=acceptance, clock=moved))[0]
    assert (paper.key, paper.title, paper.number, paper.at) == ("acceptance", "受理通知书", "受1", at(24))
    assert "2026年11月23日" in paper.lines[0]
    assert "予以受理" in paper.lines[0]
    assert "11月30日（周一）10:00" in paper.lines[1], "a later stop has a notice of its own"


def test_of_a_promise_that_had_passed_with_the_silence_no_past_day_is_promised() -> None:
    acceptance = Acceptance(number="受1", at=at(30), due=at(26), deemed=True)
    lines = papers_of(case(filed_at=at(23), acceptance=acceptance))[0].lines
    assert "这个期限已经过了" in lines[1]
    assert not any("承诺" in line for line in lines)


def test_deemed_acceptance_is_told_as_what_it_is() -> None:
    paper = papers_of(case(filed_at=at(23), acceptance=Acceptance(number="受1", at=at(30), deemed=True)))[0]
    assert "视为受理" in paper.lines[0]
    assert len(paper.lines) == 1


def test_an_acceptance_says_that_its_day_rests_on_a_calendar_that_is_not_published():
    given = [Acceptance(number="受1", at=at(24), due=at(30), provisional=each) for each in (False, True)]
    said = ["放假调休安排" in papers_of(case(filed_at=at(23), acceptance=each))[0].lines[-1] for each in given]
    assert said == [False, True]
