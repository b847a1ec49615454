"""What was handed in before stands beside what is there now."""

from datetime import date
from typing import Any

import pytest
from pydantic import JsonValue

from backend.cases.answer_views import answer_views
from backend.cases.earlier import earlier_answers, earlier_file, earlier_materials
from backend.errors import NotFound
from models.cases import CaseMaterial, FileUse, Snapshot, Submission
from tests.cases_world import real_catalogue
from tests.unit.cases.test_papers import BY, at, case

CARD = "resident_card"


def handed_in(day: int, *marks: str, **form: JsonValue) -> tuple[Submission, Snapshot]:
    return Submission(number=day, mode="mended", at=at(day), by=BY), Snapshot(form=form, materials={CARD: list(marks)})


def after(*handed: tuple[Submission, Snapshot], **more: Any) -> Any:
    use = FileUse(material="mat_new", version=1, name="新的", content_type="image/jpeg", size=1)
    return case(
        materials=[CaseMaterial(key=CARD, name="身份证", files=[use])],
        submissions=[each[0] for each in handed],
        snapshots=[each[1] for each in handed],
        **more,
    )


def test_every_paper_that_stood_there_is_told_once_the_newest_first_and_opened_by_its_number() -> None:
    found = after(
        handed_in(1, "licence:digest"), handed_in(2, "mat_a:1", "mat_b:3"), handed_in(3, "mat_a:1", "mat_b:3"), handed_in(4, "mat_new:1")
    )
    told = [(each.number, each.at, each.files, each.licence) for each in earlier_materials(found)]
    assert told == [(3, at(3), 2, False), (1, at(1), 0, True)]
    assert earlier_file(found, CARD, 3, 1) == ("mat_b", 3)
    for number, file in ((3, 2), (1, 0), (0, 0), (5, 0)):
        with pytest.raises(NotFound):
            earlier_file(found, CARD, number, file)


def test_what_came_later_on_a_promise_has_no_day_of_a_handing_in() -> None:
    found = after(handed_in(1, "mat_a:1"))
    owed = found.model_copy(update={"snapshots": [*found.snapshots, Snapshot(form={}, materials={CARD: ["mat_new:1"]})]})
    assert [(each.number, each.at) for each in earlier_materials(owed)] == [(1, None)]


def test_an_answer_that_was_taken_back_still_says_what_it_was_and_is_masked_for_others() -> None:
    version = real_catalogue().version("longevity", date(2026, 11, 23))
    found = after(handed_in(1, phone="16900000001"), handed_in(2))
    earlier = earlier_answers(found, version, {}, clear=True)
    [answer] = answer_views(version, {}, {}, earlier, clear=True)
    assert (answer.field, answer.shown, [(each.number, each.at, each.shown) for each in answer.earlier]) == (
        "phone",
        "",
        [(1, at(1), "16900000001")],
    )
    assert earlier_answers(found, version, {}, clear=False) == {}
