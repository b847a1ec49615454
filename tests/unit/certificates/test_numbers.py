"""Numbers, licence identifiers and verification codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.certificates.numbers import (
    certificate_number,
    is_licence_identifier,
    licence_identifier,
    licence_serial,
    new_code,
    sequence_name,
)

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PUBLISHED = "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"


def test_a_number_reads_as_people_write_it() -> None:
    assert certificate_number("云社证字", 2026, 123) == "云社证字〔2026〕第000123号"


def test_each_year_and_item_counts_for_itself() -> None:
    assert len({sequence_name("ss-proof", 2026), sequence_name("ss-proof", 2027), sequence_name("archive-proof", 2026)}) == 3


def test_a_published_identifier_has_the_check_character_we_compute() -> None:
    assert licence_identifier("11100000000013338W009", "11330105002500287C", "2025052201", 2) == PUBLISHED
    assert is_licence_identifier(PUBLISHED)


@pytest.mark.parametrize(
    "identifier",
    ["", PUBLISHED[:-1] + "1", PUBLISHED.replace("2201", "2210"), "9." + PUBLISHED, PUBLISHED + ".0", PUBLISHED.removesuffix(".0")],
)
def test_a_wrong_identifier_is_recognised(identifier: str) -> None:
    assert not is_licence_identifier(identifier)


@given(st.text(ALPHABET, min_size=21, max_size=21), st.integers(1, 9_999_999), st.data())
def test_one_wrong_character_is_always_found(type_code: str, number: int, data: st.DataObject) -> None:
    good = licence_identifier(type_code, "12990101MB9900056R", licence_serial(2026, number))
    assert is_licence_identifier(good)
    place = data.draw(st.integers(good.index(type_code), len(good) - 1).filter(lambda each: good[each] != "."))
    other = data.draw(st.sampled_from(ALPHABET).filter(lambda letter: letter != good[place]))
    assert not is_licence_identifier(good[:place] + other + good[place + 1 :])


def test_codes_are_long_enough_not_to_be_guessed() -> None:
    codes = {new_code() for _ in range(1000)}
    assert len(codes) == 1000
    assert all(len(code) >= 10 and code.isascii() and code.isalnum() for code in codes)
