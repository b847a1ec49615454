"""Masks: the same everywhere, and never more shown than meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.people import mask_name, mask_number, mask_phone


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王小芳", "王*芳"),
        ("王芳", "王*"),
        ("欧阳小芳", "欧**芳"),
        ("阿依古丽·买买提", "阿***·**提"),
        ("𠮷小田", "𠮷*田"),
        ("𠮷田", "𠮷*"),
        ("JOHN SMITH", "J*** ****H"),
        ("王", "*"),
        ("", ""),
    ],
)
def test_a_name_keeps_its_first_and_last_character(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("990101194803120071", "9901**********0071"),
        ("E12345678", "E1*****78"),
        ("H12345678", "H1*****78"),
        ("CAN110078010100", "CAN1*******0100"),
        ("12", "**"),
        ("1234", "****"),
    ],
)
def test_a_number_keeps_its_ends(number: str, masked: str) -> None:
    assert mask_number(number) == masked


def test_a_phone_keeps_three_and_four() -> None:
    assert mask_phone("13800000001") == "138****0001"
    assert mask_phone("110") == "***"


@given(st.text(alphabet="王小芳欧阳𠮷田一二三", min_size=2, max_size=12))
def test_a_masked_name_is_as_long_and_always_hides_something(name: str) -> None:
    masked = mask_name(name)
    assert len(masked) == len(name)
    assert "*" in masked
    assert masked[0] == name[0]
