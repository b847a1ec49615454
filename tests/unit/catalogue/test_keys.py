"""Every key of an item's YAML has its Chinese name and its meaning, and is filled in the way its value wants."""

from functools import cache

import pytest

from backend.catalogue import Catalogue
from backend.catalogue.keys import means_of, shapes
from models.catalogue.keys import KeyView
from tests.unit.catalogue.conftest import CATALOGUE
from tests.unit.catalogue.faults import in_chinese

MEANS = means_of(CATALOGUE)


@cache
def _described(catalogue: Catalogue) -> dict[tuple[str, str], KeyView]:
    return {(shape.name, each.key): each for shape in shapes(catalogue, MEANS) for each in shape.keys}


def test_each_has_a_name_and_a_meaning(catalogue: Catalogue) -> None:
    found = _described(catalogue)
    assert [place for place, each in found.items() if each.label == each.key or not in_chinese(each.label)] == []
    assert [place for place, each in found.items() if not in_chinese(each.help)] == []
    assert [place for place, each in found.items() for option in each.options if not option.label] == []


def test_no_meaning_is_of_a_key_that_is_not_there(catalogue: Catalogue) -> None:
    found = _described(catalogue)
    own = {(part, key) for part, keys in MEANS.items() if part != "any" for key in keys}
    assert own - found.keys() == set()
    rest = {key for part, key in found if (part, key) not in own}
    assert MEANS["any"].keys() - rest == set(), "a meaning nobody reads"


KINDS = {
    ("Item", "aliases"): "lines",
    ("Item", "themes"): "choices",
    ("Guide", "summary"): "text",
    ("Guide", "phone"): "line",
    ("Guide", "faq"): "shapes",
    ("ItemVersion", "effective_until"): "day",
    ("ItemVersion", "guide"): "shape",
    ("ItemVersion", "instant"): "other",
    ("ItemVersion", "channels"): "choices",
    ("Material", "need"): "choice",
    ("Material", "licence"): "choice",
    ("Material", "against"): "choices",
    ("Material", "when"): "other",
    ("Material", "max_files"): "number",
    ("Material", "bring_original"): "flag",
    ("Charge", "yuan"): "line",
    ("Charge", "per"): "choice",
    ("Clocks", "promised"): "shape",
    ("PhotoBackground", "colour"): "other",
}


@pytest.mark.parametrize("place", KINDS, ids=lambda place: ".".join(place))
def test_how_it_is_filled_in(catalogue: Catalogue, place: tuple[str, str]) -> None:
    assert _described(catalogue)[place].kind == KINDS[place]


def test_choices_are_told_in_words(catalogue: Catalogue) -> None:
    found = _described(catalogue)
    need = found["Material", "need"]
    assert next((each.code, each.label) for each in need.options) == ("required", "必须提供")
    assert (need.preset, need.required, found["Material", "source"].required) == ("required", False, True)
    assert ("qingshi", "青石镇便民服务中心") in [(each.code, each.label) for each in found["AppointmentHall", "hall"].options]
    assert found["Fee", "refunds"].preset == ["withdrawn", "refused", "ended"]
    assert (found["Charge", "per"].among, found["Waiver", "material"].among, found["Commitment", "skips"].among) == (
        "form",
        "materials",
        "steps",
    )
    assert found["Competence", "step"].kind == "line", "a name of its own, no step of the version"
