"""Answers that name several people, or an enterprise."""

from datetime import date

import pytest
from pydantic import JsonValue

from backend.catalogue.forms import form_faults
from models.forms import FieldType, FormField

TODAY = date(2026, 11, 23)
PEOPLE = FormField(key="owners", label="共有人", type=FieldType.PEOPLE, sealed=True)
UNIT = FormField(key="unit", label="单位", type=FieldType.ENTERPRISE)
LI: dict[str, JsonValue] = {"name": "李敏", "id_number": "990101197009120061"}
WANG: dict[str, JsonValue] = {"name": "王桂芳", "id_number": "990101194403080025"}


@pytest.mark.parametrize(
    ("field", "value", "pointer"),
    [
        (PEOPLE, [LI, WANG], None),
        (PEOPLE, [LI, {**LI, "name": "李 敏"}], "/form/owners/1/id_number"),
        (PEOPLE, [LI, {"name": "王桂芳"}], "/form/owners/1/id_number"),
        (PEOPLE, [LI, "王桂芳"], "/form/owners/1"),
        (PEOPLE, {"name": "李敏"}, "/form/owners"),
        (PEOPLE, [LI] * 21, "/form/owners"),
        (PEOPLE, [], "/form/owners"),
        (UNIT, {"name": "江州晨光印刷有限公司", "uscc": "91990101MA990001XM"}, None),
        (UNIT, {"name": "江州晨光印刷有限公司", "uscc": "91990101MA9900011M"}, "/form/unit/uscc"),
        (UNIT, {"name": "江州晨光印刷有限公司"}, "/form/unit/uscc"),
        (UNIT, {"uscc": "91990101MA990001XM"}, "/form/unit/name"),
        (UNIT, "江州晨光印刷有限公司", "/form/unit"),
    ],
)
def test_each_fault_stands_where_it_is(field: FormField, value: JsonValue, pointer: str | None):
    found = [each.pointer for each in form_faults([field], {field.key: value}, TODAY, complete=True)]
    assert found == ([pointer] if pointer else [])


def test_a_draft_may_stop_anywhere():
    assert form_faults([PEOPLE, UNIT], {"owners": [{"name": "李"}, {}], "unit": {"name": "江州"}}, TODAY, complete=False) == []


@pytest.mark.parametrize(("value", "fine"), [(12, True), (0.1234, True), (0.1, True), (-3.5, True), (0.1000000001, False), (1e-9, False)])
def test_a_number_has_four_decimals_at_most(value: float, fine: bool) -> None:
    field = FormField(key="area", label="面积", type=FieldType.NUMBER)
    told = [each.detail for each in form_faults([field], {"area": value}, TODAY, complete=True)]
    assert told == ([] if fine else ["「面积」最多填4位小数。"])
