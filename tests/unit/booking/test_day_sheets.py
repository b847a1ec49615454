"""The printout of a hall's day, on visits made by hand."""

import io
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pikepdf

from backend.booking.day_sheets import slots_of
from backend.clock import SHANGHAI
from backend.printing.render import Press
from models.booking import Place, PlaceState
from models.counter import PreparedView

TEMPLATES = Path(__file__).parents[3] / "catalogue" / "templates"
NINE = datetime(2026, 11, 24, 9, tzinfo=SHANGHAI)
PAPERS = PreparedView(case="case_1", ready=True, says="材料已预审通过")


def visit(number: int, **more: object) -> Place:
    facts: dict[str, object] = {"hall": "h", "hall_name": "H", "counter": "c1", "counter_name": "1号窗口", "seat": number, "slot": "s"}
    facts |= {"start": NINE, "end": NINE + timedelta(minutes=30), "opens_at": NINE, "released_at": NINE, "state": PlaceState.CONFIRMED}
    facts |= {"name": "李小强", "code": f"CODE{number}", "items": ["ssc-apply"], "item_names": ["社保卡申领"]}
    return Place.model_validate({"_id": f"p{number}", **facts, **more})


def test_visits_stand_under_their_time_with_number_masked_name_counter_and_papers() -> None:
    later = {"start": NINE + timedelta(hours=5), "end": NINE + timedelta(hours=5, minutes=30)}
    here = visit(2, state=PlaceState.CHECKED_IN, ticket="A001", people=["王芳"])
    slots: Any = slots_of([visit(1), here, visit(3, **later)], {"p1": PAPERS})
    assert [(slot["time"], len(slot["rows"])) for slot in slots] == [("上午9:00–9:30", 2), ("下午2:00–2:30", 1)]
    assert slots[0]["rows"] == [
        ["CODE1", "李*强", "社保卡申领", "1号窗口", "材料已预审通过", "已约好"],
        ["A001", "李*强，同来 1 人", "社保卡申领", "1号窗口", "没有预交", "已到场"],
    ]


def test_a_long_day_takes_as_many_pages_as_it_needs() -> None:
    places = [visit(number) for number in range(120)]
    data: dict[str, Any] = {"hall": "云城区政务服务中心", "day": "2026年11月24日", "made": "11月24日 周二 上午8:00", "by": "郑凯"}
    pdf = Press(TEMPLATES).pdf("day_sheet", {**data, "slots": slots_of(places, {}), "visits": 120, "blank": 12}, NINE, max_pages=123)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert 3 <= len(document.pages) <= 12
        assert str(document.docinfo["/Title"]) == "云城区政务服务中心 2026年11月24日 预约清单"
