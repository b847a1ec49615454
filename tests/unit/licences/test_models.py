"""What a licence on record must be to itself, and what kinds may say."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from models.licence_identifier import LicenceIdentifier
from models.licences import HolderKind, LicenceKind, LicenceOnRecord, LicenceStatus

TYPE, ISSUER = "11990101MB990003X2101", "11990101MB990003X2"


def on_record(**changes: Any) -> LicenceOnRecord:
    """A marriage certificate that holds, with `changes`."""
    record = {
        "identifier": str(LicenceIdentifier(TYPE, ISSUER, "1")),
        "type_code": TYPE,
        "name": "结婚证",
        "number": "J990101-2014-001107",
        "issuer": "民政局",
        "issuer_code": ISSUER,
        "issued_on": date(2014, 10, 8),
        "valid_from": date(2014, 10, 8),
        "status": LicenceStatus.VALID,
        "holders": ("赵鹏", "陈洁"),
    }
    return LicenceOnRecord.model_validate(record | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"type_code": "11990101MB990003X2102"},
        {"issuer_code": "11990101MB9900099A"},
        {"identifier": "1.2.156.3005.2.1"},
        {"valid_until": date(2014, 10, 7)},
        {"status": "停用"},
    ],
)
def test_what_contradicts_itself_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        on_record(**changes)


def test_it_holds_through_its_last_day_whatever_the_register_forgets_to_mark() -> None:
    licence = on_record(valid_until=date(2026, 11, 23))
    assert licence.status_on(date(2026, 11, 23)) is LicenceStatus.VALID
    assert licence.status_on(date(2026, 11, 24)) is LicenceStatus.EXPIRED
    assert on_record(status=LicenceStatus.LOST).status_on(date(2026, 11, 24)) is LicenceStatus.LOST


def test_numbers_stay_out_of_what_is_printed() -> None:
    assert "J990101" not in repr(on_record())


def test_a_kind_names_real_codes_and_who_can_hold_it() -> None:
    row = {"id": "a", "name": "甲", "type_code": TYPE, "issuer": "民政局", "issuer_code": ISSUER, "renew": "请补办。"}
    assert LicenceKind.model_validate(row).holder is HolderKind.PERSON
    for wrong in ({"type_code": "11990101MB990003X3101"}, {"issuer_code": "11990101MB990003X3"}, {"type_code": "101"}):
        with pytest.raises(ValidationError):
            LicenceKind.model_validate(row | wrong)
    assert [HolderKind.EITHER.fits(enterprise=True), HolderKind.PERSON.fits(enterprise=True)] == [True, False]
    assert [HolderKind.ENTERPRISE.fits(enterprise=True), HolderKind.ENTERPRISE.fits(enterprise=False)] == [True, False]
