"""Why a whole was refused, in the words of its parts: each part's own reason, and what could not follow from it."""

from datetime import datetime

import pytest

from backend.cases.wholes import own_decisions, why_refused
from backend.clock import SHANGHAI
from models.cases import (
    Case,
    CaseState,
    Completion,
    Decision,
    DecisionForm,
    PartStanding,
    PartStatus,
    Return,
    ReturnKind,
    Somebody,
    Termination,
)

AT = datetime(2026, 12, 7, 17, tzinfo=SHANGHAI)
BY = Somebody(id="staff_2", name="秦岭", department="natural_resources")


def part(key: str, state: CaseState, **more: object) -> Case:
    fields = {"_id": f"case_{key}", "person": "citizen_1", "person_name": "王桂芳", "item": "land-merge", "item_name": key, "part": key}
    stored = {"item_version": "land-merge@2026-01-01", "department": "natural_resources", "created_at": AT, "updated_at": AT}
    return Case.model_validate({**fields, **stored, "state": state, **more})


def standing(key: str, name: str, status: PartStatus) -> PartStanding:
    return PartStanding(key=key, name=name, department="natural_resources", status=status)


SLIP = Return(number="〔2026〕云政补字第000001号", kind=next(iter(ReturnKind)), at=AT, by=BY, submission=1, defects=[])
REFUSED = Decision(outcome=Completion.REFUSED, number="准1", at=AT, by=BY, reason="容积率超出上限")


@pytest.mark.parametrize(
    ("contract", "told"),
    [
        (
            {"completion": Completion.INCOMPLETE, "ended_for": "逾期未补正", "returns": [SLIP]},
            "「合同审查」到期没有收到补正，已退件（补正告知书〔2026〕云政补字第000001号）；「规划审查」不予批准：容积率超出上限（准1）。",
        ),
        ({"completion": Completion.VOID}, "因此「合同审查」不再办理；「规划审查」不予批准：容积率超出上限（准1）。"),
    ],
)
def test_a_part_that_lapsed_has_its_own_reason_and_follows_from_nothing(contract: dict[str, object], told: str) -> None:
    cases = {"contract": part("contract", CaseState.WITHDRAWN, **contract), "plan": part("plan", CaseState.REFUSED, decision=REFUSED)}
    parts = [standing("contract", "合同审查", PartStatus.ENDED), standing("plan", "规划审查", PartStatus.REFUSED)]
    assert why_refused(parts, cases) == (told, "")


ENDED = Termination(number="终1", at=AT, by=BY, reason="地块已收回", basis="土地管理法", remedies="可以申请行政复议")


@pytest.mark.parametrize(
    ("contract", "plan", "named"),
    [
        ({}, {"decision": REFUSED}, ["「规划审查」的不予批准决定书（准1）"]),
        ({"termination": ENDED}, {"decision": REFUSED}, ["「合同审查」的终止办理决定书（终1）", "「规划审查」的不予批准决定书（准1）"]),
        ({}, {"decision": REFUSED.model_copy(update={"form": DecisionForm.OPINION})}, []),
        ({}, {"decision": REFUSED.model_copy(update={"form": DecisionForm.ANSWER})}, []),
        ({"completion": Completion.INCOMPLETE}, {"decision": REFUSED}, []),
    ],
)
def test_a_whole_names_the_decisions_that_are_contested_instead_of_it(
    contract: dict[str, object], plan: dict[str, object], named: list[str]
) -> None:
    cases = {"contract": part("contract", CaseState.ABORTED, **contract), "plan": part("plan", CaseState.REFUSED, **plan)}
    parts = [standing("contract", "合同审查", PartStatus.ENDED), standing("plan", "规划审查", PartStatus.REFUSED)]
    assert own_decisions(parts, cases) == named
