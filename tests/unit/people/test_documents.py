"""Well-formed numbers of every document kind, and what is said of the others."""

from datetime import date

import pytest

from backend.errors import Invalid
from backend.people.documents import check_number
from models.documents import DocumentType, check_digit, normal_number

TODAY = date(2026, 11, 23)
CARD = DocumentType.RESIDENT_CARD
PERMIT = DocumentType.HKMT_RESIDENCE
GREEN = DocumentType.PERMANENT_RESIDENCE


def _with_check(seventeen: str) -> str:
    return seventeen + check_digit(seventeen)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (CARD, "11010519491231002x", "11010519491231002X"),
        (CARD, " 110105 19491231 002X ", "11010519491231002X"),
        (CARD, "\uff11\uff11010519491231002X", "11010519491231002X"),
        (PERMIT, _with_check("81000019800101001"), None),
        (PERMIT, _with_check("83000019800101002"), None),
        (GREEN, _with_check("91184019780101001"), None),
        (GREEN, "CAN110078010100", None),
        (DocumentType.HK_MACAU_PERMIT, "H12345678", None),
        (DocumentType.HK_MACAU_PERMIT, "m1234567801", "M1234567801"),
        (DocumentType.TAIWAN_PERMIT, "12345678", None),
        (DocumentType.TAIWAN_PERMIT, "1234567801", None),
        (DocumentType.PASSPORT, "e12345678", "E12345678"),
    ],
)
def test_a_well_formed_number_is_kept_in_its_normal_form(kind: DocumentType, typed: str, kept: str | None) -> None:
    assert check_number(kind, typed, TODAY) == (kept or typed)


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (CARD, "110105194912310021", "最后一位"),
        (CARD, "11010519491331002X", "出生日期"),
        (CARD, _with_check("11010520270101001"), "出生日期"),  # born tomorrow
        (CARD, _with_check("11010518700101001"), "出生日期"),
        (CARD, "1101051949123100", "18 位"),
        (CARD, "\u0661\u0661010519491231002X", "18 位"),  # digits of another script
        (CARD, _with_check("81000019800101001"), "证件类型"),
        (PERMIT, "11010519491231002X", "证件类型"),
        (PERMIT, _with_check("81000019801301001"), "出生日期"),
        (GREEN, _with_check("11010519491231001"), "证件类型"),
        (GREEN, "CAN110078130100", "出生日期"),
        (GREEN, "CA1100780101001", "18 位"),
        (DocumentType.HK_MACAU_PERMIT, "K12345678", "H 或 M"),
        (DocumentType.HK_MACAU_PERMIT, "H123456789", "8 位或 10 位"),
        (DocumentType.TAIWAN_PERMIT, "1234567", "8 位或 10 位"),
        (DocumentType.PASSPORT, "ABCDEFG", "字母和数字"),
        (DocumentType.PASSPORT, "E123", "5 至 17 位"),
    ],
)
def test_a_malformed_number_is_refused_with_what_is_wrong(kind: DocumentType, typed: str, said: str) -> None:
    with pytest.raises(Invalid) as caught:
        check_number(kind, typed, TODAY)
    assert caught.value.errors[0].pointer == "/id_number"
    assert said in caught.value.errors[0].detail


def test_one_wrong_digit_is_always_noticed() -> None:
    number = "11010519491231002X"
    for place in range(17):
        for digit in "0123456789":
            if digit == number[place]:
                continue
            with pytest.raises(Invalid):
                check_number(CARD, number[:place] + digit + number[place + 1 :], TODAY)


def test_a_number_is_read_as_it_is_meant_however_it_was_typed() -> None:
    assert normal_number("\u200e９９０１０１ 1944-0308 002ｘ\ufeff") == "99010119440308002X"
    assert normal_number("ｈ12345678") == "H12345678"
