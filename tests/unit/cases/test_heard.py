"""What the paper that takes a decision back says of what its applicant said."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.cases.heard import heard_lines
from backend.clock import SHANGHAI
from models.cases import Case, Inspection, InspectionOutcome, InspectionState, Proposal, Somebody
from models.cases.inspections import Statement

AT = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
MOTHER, CLERK = Somebody(id="citizen_1", name="王桂芳"), Somebody(id="staff_2", name="秦岭")


def case(ground: InspectionOutcome, **said: Any) -> Case:
    proposal = Proposal(
        number="撤告1", at=AT, ground=ground, reason="材料是假的", basis="办法", until=AT + timedelta(days=7), hearing=False
    )
    fields = {"_id": "case_1", "person": "citizen_1", "person_name": "王桂芳", "item": "longevity", "item_name": "长寿保健金"}
    stored = {"item_version": "longevity@2026-01-01", "department": "civil_affairs", "created_at": AT, "updated_at": AT}
    checked = Inspection(department="civil_affairs", since=AT, due=AT, state=InspectionState.OVER, proposal=proposal)
    statement = Statement(**{"at": AT, "by": MOTHER, "wants_hearing": False, **said}) if said else None
    return Case.model_validate({**fields, **stored, "inspection": checked, "statement": statement})


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            case(InspectionOutcome.MISTAKEN),
            "我们已书面告知您（撤告1），您在11月30日（周一）10:00前可以说明情况、提出不同意见，您没有提出。",
        ),
        (
            case(InspectionOutcome.MISTAKEN, text="照片是我的"),
            "您2026年11月23日提出：“照片是我的”我们听取并复核了这些意见，仍按上述理由决定。",
        ),
        (
            case(InspectionOutcome.MISTAKEN, text="照片是我的", by=Somebody(id="citizen_2", name="李敏"), heard_by=CLERK),
            "李敏2026年11月23日提出，由秦岭当面听取并记录：“照片是我的”",
        ),
        (case(InspectionOutcome.MISTAKEN, text="早就说过", at=AT - timedelta(days=1)), "您没有提出。"),
        (case(InspectionOutcome.REFUSED_MISTAKENLY, text="谢谢"), "“谢谢”我们已经听取。"),
        (case(InspectionOutcome.MISTAKEN, text="长" * 600), "长" * 500 + "……（全文在案卷里）”"),
    ],
)
def test_it_stands_on_the_paper(found: Case, line: str) -> None:
    (said,) = heard_lines(found)
    assert said.startswith("您的陈述申辩：")
    assert line in said


def test_where_nobody_had_to_be_heard_and_nothing_was_said_nothing_stands_there() -> None:
    assert heard_lines(case(InspectionOutcome.REFUSED_WRONGLY)) == []
    assert heard_lines(case(InspectionOutcome.MISTAKEN).model_copy(update={"inspection": None})) == []
