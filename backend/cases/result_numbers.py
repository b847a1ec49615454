"""The number of a result that staff type: one organ gives no two people the same number of one kind.

A renewal keeps its number: the same holder's may come again. An organ stands in the key by its unified social credit code; numbers that
were recorded before organs had one bear the department's code instead, and are looked for as well.
"""

import re
import unicodedata
from typing import Any

from backend.errors import FieldError, Invalid
from backend.store import Store
from models.cases import Case, Organ

_TAKEN = "这个编号已经登记给另一位申请人了，请对照证照核对编号后再登记。"
_BETWEEN = re.compile(r"\s+")


async def taken_as(store: Store, case: Case, by: Organ, kind: str, number: str | None) -> dict[str, Any]:
    """What to set on a case whose result, decided `by` whom, bears this number; nothing where it has none, or is its holder's already.

    Raises `Invalid` where somebody else has it; of two at once, the unique index lets one through: see `taken`.
    """
    if not number:
        return {}
    keys = [f"{organ} {_plain(kind)} {_plain(number)}" for organ in (by.code or by.name, case.department)]
    holders = await store.cases.find({"issued_as": {"$in": keys}}, fields=("person",))
    if any(each["person"] != case.person for each in holders):
        raise taken()
    return {} if holders else {"issued_as": keys[0]}


def taken() -> Invalid:
    """That the number is somebody else's."""
    return Invalid(errors=[FieldError("/number", _TAKEN)])


def _plain(text: str) -> str:
    """As it is compared: full-width signs, capitals and spaces make no other number."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).upper()
