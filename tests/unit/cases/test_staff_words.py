"""The sentence of a case as staff read it: of the applicant and not to them."""

from datetime import timedelta

import pytest

from backend.cases.words import situation, situation_for_staff
from models.cases import Blocks, CaseState, Obligation, ObligationKind
from tests.unit.supervision.history import at, case, step

FEE = Obligation(
    id="o", kind=ObligationKind.PAYMENT, key="fee", name="缴费：工本费", blocks=Blocks.DECISION, since=at("23 09:00"), due=at("27 17:00")
)


@pytest.mark.parametrize(
    ("told", "theirs", "ours"),
    [
        (case(state=CaseState.SUBMITTED), "等待工作人员预审，看完以前不用跑", "等待工作人员预审"),
        (
            case(state=CaseState.SUBMITTED, review_due=at("23 17:00")),
            "等待工作人员预审，看完以前不用跑 · 已超过11月23日（周一）17:00的时限，您可以催办",
            "等待工作人员预审 · 已超过11月23日（周一）17:00的时限",
        ),
        (case(state=CaseState.PRE_APPROVED), "预审通过，等您预约到场或正式提交", "预审通过，等申请人预约到场或正式提交"),
        (
            case(state=CaseState.ACCEPTED, steps=[step("decide", "23 09:00")], obligations=[FEE]),
            "办理中：审批；请在11月27日（周五）17:00前缴「工本费」，缴清后作出决定",
            "办理中：审批；申请人应在11月27日（周五）17:00前缴「工本费」，缴清后作出决定",
        ),
    ],
)
def test_each_reads_it_in_their_own_words(told: object, theirs: str, ours: str) -> None:
    assert situation(told, at("24 10:00")) == theirs  # pyright: ignore[reportArgumentType]
    assert situation_for_staff(told, at("24 10:00")) == ours  # pyright: ignore[reportArgumentType]


def test_a_day_of_another_year_says_which() -> None:
    told = case(state=CaseState.SUBMITTED, review_due=at("24 17:00"))
    assert situation(told, at("24 10:00")).endswith("预计11月24日（周二）17:00前")
    assert "已超过2026年11月24日（周二）17:00的时限" in situation_for_staff(told, at("24 10:00") + timedelta(days=60))


@pytest.mark.parametrize("state", list(CaseState))
def test_no_state_speaks_to_the_applicant(state: CaseState) -> None:
    said = situation_for_staff(case(state=state, steps=[step("decide", "23 09:00")], obligations=[FEE]), at("24 10:00") + timedelta(days=9))
    assert not [word for word in ("您", "请在", "请尽快", "不用跑", "催办") if word in said], said
