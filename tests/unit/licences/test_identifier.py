"""Licence identifiers, against ones that real places have published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.certificates.numbers import licence_serial
from models.licence_identifier import LicenceIdentifier

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PUBLISHED = [
    "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
    "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
    "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S",
    "1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3",
    "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",  # the issuer as its region
]
SAMPLE = "1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M"  # of a manual; made up
FIRST = PUBLISHED[0]


@pytest.mark.parametrize("text", PUBLISHED)
def test_published_identifiers_have_the_check_character_we_compute(text: str) -> None:
    assert str(LicenceIdentifier.parse(text)) == text


def test_an_identifier_is_made_of_its_parts() -> None:
    made = LicenceIdentifier("11100000000013338W009", "11330105002500287C", "2025052201", 2)
    assert (str(made), LicenceIdentifier.parse(FIRST)) == (FIRST, made)


@pytest.mark.parametrize(
    "text",
    ["", SAMPLE, FIRST[:-1] + "1", FIRST.replace("2201", "2210"), "9." + FIRST, FIRST + ".0", FIRST.removesuffix(".0"), FIRST.lower()],
)
def test_a_wrong_identifier_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no licence identifier"):
        LicenceIdentifier.parse(text)


@given(st.text(ALPHABET, min_size=21, max_size=21), st.integers(1, 9_999_999), st.data())
def test_one_wrong_character_is_always_found(type_code: str, number: int, data: st.DataObject) -> None:
    good = str(LicenceIdentifier(type_code, "12990101MB9900056R", licence_serial(2026, number)))
    place = data.draw(st.integers(good.index(type_code), len(good) - 1).filter(lambda each: good[each] != "."))
    other = data.draw(st.sampled_from(ALPHABET).filter(lambda letter: letter != good[place]))
    with pytest.raises(ValueError, match="no licence identifier"):
        LicenceIdentifier.parse(good[:place] + other + good[place + 1 :])
