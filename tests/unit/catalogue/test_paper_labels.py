"""What stands on papers, or is read by others before they confirm or sign, addresses nobody: such a field lacks a label for papers."""

from datetime import date

import pytest

from backend.catalogue import Catalogue
from backend.catalogue.paper_check import printed_faults
from models.forms import FormField

TODAY = date(2026, 11, 23)


def altered(catalogue: Catalogue, code: str, key: str, **changes: object) -> list[tuple[str, str]]:
    """The faults of an item whose one field is otherwise: where, and what is said."""
    version = catalogue.version(code, TODAY)
    form = tuple(FormField.model_validate(each.model_dump(by_alias=True) | changes) if each.key == key else each for each in version.form)
    return [("/".join(map(str, place)), told) for place, told in printed_faults(version.model_copy(update={"form": form}))]


@pytest.mark.parametrize(
    ("code", "key", "label"),
    [
        ("road-dig", "road", "挖哪条路"),
        ("birth-reg", "name", "您的姓名"),
        ("idcard-lost", "lost_on", "大约哪天丢的"),
        ("biz-start", "seals", "要刻哪些章"),
        ("edu-naming", "wanted_name", "请写名字"),
        ("lease-filing", "role", "您是哪一方"),  # on no licence paper by its own name, but read by the other party
        ("doctor-reg", "hospital", "聘用您的医疗机构"),
        ("disability-cert", "all_categories", "哪一类残疾"),
    ],
)
def test_a_question_on_paper_is_a_fault(catalogue: Catalogue, code: str, key: str, label: str) -> None:
    ((place, told),) = altered(catalogue, code, key, label=label, paper_label=None)
    assert (place.startswith("form/"), place.endswith("/label")) == (True, True)
    assert f"「{label}」" in told
    assert "paper_label" in told


def test_a_paper_label_that_asks_is_one_too(catalogue: Catalogue) -> None:
    ((place, _),) = altered(catalogue, "road-dig", "road", paper_label="您挖的路")
    assert place.endswith("/paper_label")


def test_what_is_not_printed_may_ask(catalogue: Catalogue) -> None:
    assert altered(catalogue, "idcard-lost", "lost_on", paper_label=None, printed=False) == []
    assert altered(catalogue, "road-dig", "road_history", label="这条路修好几年了") == [], "it stands on no licence"
    assert altered(catalogue, "ss-proof", "range", label="您要哪些月份") == [], "a certificate at once has words of its own"


def test_who_applies_is_no_address(catalogue: Catalogue) -> None:
    assert altered(catalogue, "low-income", "head_name", label="申请人姓名", paper_label=None) == []
