"""What staff write carries no identity number and no mobile number (invariant 10); everything else passes as it is."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from stdnum.cn import ric

from handlers.problems import invalid
from models.appointments import ReasonBody as DeclineBody
from models.cases import GrantBody, PauseBody, ReasonBody, RefuseBody, ResultBody, ReturnBody, StepBody
from models.certificates import RevokeBody
from models.closures import ClosureBody
from models.counter import ForwardBody, ProposeBody
from models.grants import CheckBody
from models.notices import CallBody
from models.people import AttestBody
from models.staff_text import holds_personal_number

TOLD = "说明里不要写身份证号、手机号，办件里已有这些信息"
WORDS = st.text(st.sampled_from("请家属带户口簿来，。 abcX"), max_size=12)
MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    """18 digits with the right check digit; the register's regions are not ours to know."""
    seventeen = draw(st.from_regex(r"[1-9][0-9]{5}(19|20)[0-9]{9}", fullmatch=True))
    return seventeen + ric.calc_check_digit(seventeen + "0")


@given(WORDS, identity_numbers() | MOBILES, WORDS)
def test_a_personal_number_is_found_wherever_it_stands(before: str, number: str, after: str) -> None:
    assert holds_personal_number(before + number + after)


@given(identity_numbers())
def test_a_wrong_check_digit_is_no_identity_number(number: str) -> None:
    other = "0" if number[-1] != "0" else "1"
    assert not holds_personal_number(f"编号{number[:-1]}{other}")


@given(identity_numbers() | MOBILES, st.sampled_from("0123456789"), st.booleans())
def test_digits_inside_a_longer_run_are_neither(number: str, digit: str, in_front: bool) -> None:
    longer = digit + number if in_front else number + digit
    if not number.endswith("X") and len(longer) != 18:
        assert not holds_personal_number(f"办件{longer}")


@given(st.text(st.characters(blacklist_categories=["Nd", "No", "Nl", "Cs"])))
def test_a_text_without_digits_passes(text: str) -> None:
    assert not holds_personal_number(text)


@pytest.mark.parametrize(
    "text",
    ["138 0000 0000", "138-0000-0000", "电话+8613800000000", "１３８００００００００", "11010519491231002x", "110105 19491231 002X"],
)
def test_numbers_as_people_write_them(text: str) -> None:
    assert holds_personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "9901012026112300001",
        "〔2026〕云政补字第000012号",
        "0600-81009200",
        "12345",
        "11990101MB9900013F",
        "2026-11-23 10:00",
        "12800000000",
    ],
)
def test_numbers_of_cases_notices_halls_and_offices_pass(text: str) -> None:
    assert not holds_personal_number(text)


PAGE: dict[str, Any] = {"version": 1}
DEFECT = {"material": "photo", "reason": "unclear"}
TIMES = {"start": "2026-11-25T09:00:00+08:00", "end": "2026-11-25T10:00:00+08:00"}
PERSON = {"id_number": "99010119440308002X", "name": "王桂芳"}
FIELDS: list[tuple[type[BaseModel], dict[str, Any], str]] = [
    (ReasonBody, PAGE, "/reason"),
    (ReturnBody, {**PAGE, "defects": [DEFECT]}, "/defects/0/advice"),
    (PauseBody, {**PAGE, "ground": "hearing", "until": "2026-12-18"}, "/reason"),
    (StepBody, {**PAGE, "step": "verify"}, "/finding"),
    (GrantBody, PAGE, "/reason"),
    (RefuseBody, {**PAGE, "basis": "某条例第八条"}, "/reason"),
    (ResultBody, {**PAGE, "kind": "卡", "way": "notice"}, "/number"),
    (DeclineBody, PAGE, "/reason"),
    (ProposeBody, {**PAGE, "start": TIMES["start"]}, "/reason"),
    (ForwardBody, {**PAGE, "counter": "a1"}, "/note"),
    (ClosureBody, TIMES, "/reason"),
    (RevokeBody, PAGE, "/reason"),
    (CheckBody, {**PAGE, "confirmed": True}, "/note"),
    (CallBody, {"outcome": "reached"}, "/note"),
    (AttestBody, {"citizen": PERSON}, "/purpose"),
]


@pytest.mark.parametrize(("model", "body", "pointer"), FIELDS, ids=[f"{model.__name__}{pointer}" for model, _, pointer in FIELDS])
def test_every_text_of_staff_refuses_them_with_a_pointer(model: type[BaseModel], body: dict[str, Any], pointer: str) -> None:
    def written(text: str) -> str:
        filled = json.loads(json.dumps(body))
        place = filled["defects"][0] if "defects" in pointer else filled
        place[pointer.rpartition("/")[2]] = text
        return json.dumps(filled)

    model.model_validate_json(written("请带户口簿来"))
    with pytest.raises(ValidationError) as caught:
        model.model_validate_json(written("请打13800000000"))
    problem = invalid(caught.value)
    assert (problem.status, [(each.pointer, each.detail) for each in problem.errors]) == (422, [(pointer, TOLD)])
