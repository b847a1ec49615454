"""One spelling for one name."""

import pytest

from backend.people import normalise_name, same_name


@pytest.mark.parametrize(
    "typed",
    [
        "阿依古丽\u00b7买买提",
        "阿依古丽\u2022买买提",
        "阿依古丽\u30fb买买提",
        "阿依古丽\uff65买买提",
        "阿依古丽 \u2022 买买提",
        "阿依古丽.买买提",
        "阿依古丽\u200b\u00b7买买提",
    ],
)
def test_every_dot_becomes_the_one_of_the_registers(typed: str) -> None:
    assert normalise_name(typed) == "阿依古丽\u00b7买买提"


def test_blanks_leave_chinese_names_and_are_single_in_latin_ones() -> None:
    assert normalise_name(" 王 小 芳 ") == "王小芳"
    assert normalise_name("JOHN   Q.  SMITH ") == "JOHN Q. SMITH"


def test_rare_characters_stay_and_compatibility_forms_become_plain() -> None:
    assert normalise_name("\U00020bb7田") == "\U00020bb7田"
    assert normalise_name("\uf9e1") == "\u674e"  # 李 as a compatibility ideograph


def test_latin_names_do_not_differ_by_case() -> None:
    assert same_name("John Smith", "JOHN  SMITH")
    assert not same_name("王芳", "王芬")
