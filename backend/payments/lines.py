"""What a case is charged, in lines: by the item's charges, the form's answers and the declared waivers. Pure."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from pydantic import JsonValue

from backend.catalogue import hold
from backend.registers import canonical
from models.cases import CaseMaterial
from models.catalogue import Charge, Fee, Waiver
from models.payments import BillLine

Answers = Mapping[str, JsonValue]
_FEN = 100


def lines_of(fee: Fee, form: Answers, materials: Iterable[CaseMaterial], on: date) -> list[BillLine]:
    """The lines of a slip drawn now; none where nothing is charged."""
    shown = [each.key for each in materials if _verified(each, on)]
    waivers = [each for each in fee.waivers if hold(each.when, form, on) and (each.material is None or each.material in shown)]
    return [_line(charge, form, waivers) for charge in fee.charges if hold(charge.when, form, on)]


def digest_of(lines: list[BillLine]) -> str:
    """SHA-256 of what is charged, so that a slip is drawn anew only where that has changed."""
    content: list[JsonValue] = [line.model_dump(mode="json") for line in lines]
    return hashlib.sha256(canonical(content)).hexdigest()


def _verified(material: CaseMaterial, on: date) -> bool:
    """Whether a material lets somebody off a fee: the applicant's own licence as the register has it, or what a clerk passed.
    What was returned, another holder's licence, and what has run out before anybody looked, do not."""
    licence, verdict = material.licence, material.verdict
    if verdict is not None and not verdict.passed:
        return False
    if licence is None:
        return verdict is not None
    in_force = licence.valid_until is None or on <= date.fromisoformat(licence.valid_until)
    return licence.own and (verdict is not None or in_force)


def _line(charge: Charge, form: Answers, waivers: list[Waiver]) -> BillLine:
    quantity = _quantity(form.get(charge.per)) if charge.per else Decimal(1)
    fen = (charge.yuan * quantity * _FEN).quantize(Decimal(1), ROUND_HALF_UP)
    waived = next((each.reason for each in waivers if not each.charges or charge.name in each.charges), "")
    return BillLine(
        name=charge.name,
        fen=int(fen),
        price=f"{charge.yuan:.2f}",
        quantity=f"{quantity.normalize():f}",
        unit=charge.unit,
        basis=charge.basis if charge.verified else "",  # what nobody has checked is not told as law
        waived_for=waived,
    )


def _quantity(value: JsonValue) -> Decimal:
    """A number of the form; what was not answered counts nothing. JSON's 12.1 is exactly 12.1."""
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else Decimal(0)
