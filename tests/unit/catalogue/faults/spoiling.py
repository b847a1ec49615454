"""What the tables of faults spoil an item with."""

import re
from typing import Any

from tests.unit.catalogue.conftest import Change

_ENGLISH = re.compile(r"[A-Za-z]+(?: [a-z]+){2,}")

Faults = dict[str, tuple[str, Change, str, str]]  # the item, how it is spoiled, and the pointer and words it is told by


def version(data: dict[str, Any]) -> dict[str, Any]:
    """The first version of an item's data."""
    return data["versions"][0]


def in_chinese(message: str) -> bool:
    """Whether an editor reads a message in Chinese: names and keys of the file are English words, sentences are not."""
    return re.search("[一-鿿]", message) is not None and _ENGLISH.search(message) is None


COMMITMENT: dict[str, Any] = {
    "basis": [{"title": "某意见", "verified": True}],
    "proves": "住所可以用作经营场所",
    "text": "住所属实",
    "consequence": "撤销登记",
    "inspection": "抽查",
    "check": {"percent": 10, "within": {"n": 5}, "correct_within": {"n": 5}},
}
SIGNED: dict[str, Any] = {"key": "owner", "name": "本人签名", "who": "applicant", "text": "属实", "within": {"n": 3, "unit": "day"}}
ANY = {"field": "from_month", "min": "2026-01"}


def gap(data: dict[str, Any]) -> None:
    later = {**version(data), "effective_from": "2026-07-01"}
    version(data)["effective_until"] = "2026-06-01"
    data["versions"].append(later)
