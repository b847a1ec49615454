"""What is charged: exact decimals, quantities of the form, waivers that are shown."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from backend.clock import SHANGHAI
from backend.payments import digest_of, lines_of
from models.cases import CaseMaterial, LicenceUse, Somebody, Verdict
from models.catalogue import Charge, Fee, Waiver
from models.forms import Condition
from models.payments import yuan

DAY = date(2026, 11, 23)
POOR = Condition(field="hardship", equals="low_income")


def fee(*charges: Charge, waivers: tuple[Waiver, ...] = ()) -> Fee:
    return Fee(charges=charges, note="收费", waivers=waivers)


def shown(*, passed: bool) -> CaseMaterial:
    verdict = Verdict(passed=passed, by=Somebody(id="s", name="林晓燕"), at=datetime(2026, 11, 23, tzinfo=SHANGHAI))
    return CaseMaterial(key="certificate", name="低收入困难家庭证", verdict=verdict)


def looked_up(*, own: bool, valid_until: str | None) -> CaseMaterial:
    at = datetime(2026, 11, 20, tzinfo=SHANGHAI)
    licence = LicenceUse(
        type="low_income_certificate",
        name="低收入困难家庭证",
        record="d",
        register_name="licences",
        holder="王桂芳",
        valid_until=valid_until,
        fetched_at=at,
        authorised_by="王桂芳",
        authorised_at=at,
        purpose="办理",
        own=own,
    )
    return CaseMaterial(key="certificate", name="低收入困难家庭证", licence=licence)


@pytest.mark.parametrize(
    ("price", "area", "fen"),
    [("180.00", 12, 216000), ("0.10", 0.3, 3), ("19.99", 3.7, 7396), ("0.01", 0.5, 1), ("0.01", 0.4, 0), ("320.00", 12.05, 385600)],
)
def test_a_price_by_quantity_is_exact_and_rounded_half_up(price: str, area: float, fen: int) -> None:
    (line,) = lines_of(fee(Charge(name="修复费", yuan=Decimal(price), per="area", unit="平方米")), {"area": area}, [], DAY)
    assert (line.fen, line.quantity, line.unit) == (fen, f"{Decimal(str(area)).normalize():f}", "平方米")


@pytest.mark.parametrize("answer", [None, True, "12"])
def test_what_is_no_number_counts_nothing(answer: Any) -> None:
    (line,) = lines_of(fee(Charge(name="修复费", yuan=Decimal(1), per="area", unit="平方米")), {"area": answer}, [], DAY)
    assert line.fen == 0


def test_a_charge_only_where_its_conditions_hold() -> None:
    charges = fee(
        Charge(name="补领", yuan=Decimal(40)),
        Charge(name="临时", yuan=Decimal(10), when=(Condition(field="temporary_card", equals="wanted"),)),
    )
    assert [each.name for each in lines_of(charges, {"temporary_card": "wanted"}, [], DAY)] == ["补领", "临时"]
    assert [each.name for each in lines_of(charges, {}, [], DAY)] == ["补领"]


def test_a_waiver_with_a_material_needs_it_to_be_shown() -> None:
    waiver = Waiver(reason="低收入困难家庭免收", when=(POOR,), material="certificate", charges=("补领",))
    charges = fee(Charge(name="补领", yuan=Decimal(40)), Charge(name="临时", yuan=Decimal(10)), waivers=(waiver,))
    answers = {"hardship": "low_income"}
    for materials in ([], [CaseMaterial(key="certificate", name="x")], [shown(passed=False)]):
        assert [each.waived_for for each in lines_of(charges, answers, materials, DAY)] == ["", ""]
    assert [each.waived_for for each in lines_of(charges, answers, [shown(passed=True)], DAY)] == ["低收入困难家庭免收", ""]
    assert [each.waived_for for each in lines_of(charges, {"hardship": "none"}, [shown(passed=True)], DAY)] == ["", ""]


@pytest.mark.parametrize(
    ("own", "passed", "valid_until", "waived"),
    [
        (True, None, None, True),
        (True, None, "2026-11-23", True),
        (True, None, "2026-11-22", False),
        (True, True, "2026-11-22", True),
        (True, False, None, False),
        (False, None, None, False),
        (False, True, None, False),
    ],
)
def test_only_the_applicants_own_licence_waives(*, own: bool, passed: bool | None, valid_until: str | None, waived: bool) -> None:
    charges = fee(Charge(name="补领", yuan=Decimal(40)), waivers=(Waiver(reason="免收", when=(POOR,), material="certificate"),))
    material = looked_up(own=own, valid_until=valid_until)
    if passed is not None:
        material = material.model_copy(update={"verdict": shown(passed=passed).verdict})
    (line,) = lines_of(charges, {"hardship": "low_income"}, [material], DAY)
    assert bool(line.waived_for) is waived


def test_a_basis_nobody_has_checked_is_not_told() -> None:
    first, second = lines_of(
        fee(Charge(name="一", yuan=Decimal(1), basis="某办法"), Charge(name="二", yuan=Decimal(1), basis="某办法", verified=True)),
        {},
        [],
        DAY,
    )
    assert (first.basis, second.basis) == ("", "某办法")


def test_the_digest_changes_with_the_amount_alone() -> None:
    charge = fee(Charge(name="修复费", yuan=Decimal(1), per="area", unit="平方米"))
    one, other, same = (digest_of(lines_of(charge, {"area": area}, [], DAY)) for area in (1, 2, 1.0))
    assert one == same != other


def test_amounts_are_said_with_two_decimals() -> None:
    assert [yuan(fen) for fen in (0, 1, 4000, 123456789)] == ["0.00", "0.01", "40.00", "1234567.89"]


@pytest.mark.parametrize("wrong", [{"per": "area"}, {"unit": "平方米"}])
def test_a_unit_belongs_to_a_quantity(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="per 和 unit 要一起写"):
        Charge.model_validate({"name": "修复费", "yuan": "1.00", **wrong})
