"""When two grants are the same one."""

import pytest
from pydantic import JsonValue

from backend.cases.needs import is_the_same


@pytest.mark.parametrize(
    ("by", "one", "other", "same"),
    [
        ((), {}, {}, True),
        (("kinds",), {"kinds": ["living"]}, {"kinds": ["living", "nursing"]}, True),
        (("kinds",), {"kinds": ["living"]}, {"kinds": ["nursing"]}, False),
        (("child", "year"), {"child": "甲", "year": 1}, {"child": "甲", "year": 2}, False),
    ],
)
def test_lists_that_meet_and_equal_answers_are_the_same(
    by: tuple[str, ...], one: dict[str, JsonValue], other: dict[str, JsonValue], same: bool
) -> None:
    assert is_the_same(by, one, other) is same
