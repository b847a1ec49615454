"""Numbers and verification codes."""

from backend.certificates.numbers import (
    certificate_number,
    new_code,
    sequence_name,
)


def test_a_number_reads_as_people_write_it() -> None:
    assert certificate_number("云社证字", 2026, 123) == "云社证字〔2026〕第000123号"


def test_each_year_and_item_counts_for_itself() -> None:
    assert len({sequence_name("ss-proof", 2026), sequence_name("ss-proof", 2027), sequence_name("archive-proof", 2026)}) == 3


def test_codes_are_long_enough_not_to_be_guessed() -> None:
    codes = {new_code() for _ in range(1000)}
    assert len(codes) == 1000
    assert all(len(code) >= 10 and code.isascii() and code.isalnum() for code in codes)
