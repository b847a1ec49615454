"""Numbers of things somebody else reports, such as the codes of seals: no two cases have one in common.

An item says which answers of a counterpart are such (`numbers` of a confirmation: by field, what they are numbers of). A case keeps
them while it runs, and for good once it was granted; of two answers at once the unique index of `numbers_held` lets one through.
"""

from collections import Counter
from collections.abc import Mapping

from pydantic import JsonValue

from backend.errors import FieldError, Invalid
from backend.store import Store
from models.cases import Case, Completion
from models.catalogue import Confirmation

_BETWEEN = "、"
_TWICE = "编码{numbers}写了两遍，一枚章一个编码，请对照实物核对后再填。"
_TAKEN = "编码{numbers}已经在别的办件里登记过，一枚章一个编码。请对照实物核对；确实没有写错的，请联系办理部门的窗口核对。"


def numbers_of(asked: Confirmation, answers: Mapping[str, JsonValue]) -> dict[str, str]:
    """The numbers somebody reported, each by its key in the index. Raises `Invalid` where one stands there twice."""
    found: dict[str, str] = {}
    for field, kind in asked.numbers.items():
        numbers = str(answers.get(field) or "").split(_BETWEEN)
        if twice := [number for number, times in Counter(numbers).items() if times > 1]:
            raise Invalid(errors=[FieldError(f"/answers/{field}", _TWICE.format(numbers=_BETWEEN.join(twice)))])
        found |= {f"{kind} {number}": field for number in numbers if number}
    return found


async def require_unheld(store: Store, case: Case, numbers: Mapping[str, str]) -> None:
    """Raises `Invalid`, at the answer it stands in, where another case has one of them."""
    where = {"numbers_held": {"$in": list(numbers)}, "_id": {"$ne": case.id}}
    held = {each for document in await store.cases.find(where, fields=("numbers_held",)) for each in document["numbers_held"]}
    taken = [key for key in numbers if key in held]
    if taken:
        said = _BETWEEN.join(key.partition(" ")[2] for key in taken)
        raise Invalid(errors=[FieldError(f"/answers/{numbers[taken[0]]}", _TAKEN.format(numbers=said))])


def still_numbered(case: Case) -> list[str]:
    """What a case goes on keeping: what it was not granted for may be reported anew."""
    granted = case.decision is not None and case.decision.outcome is Completion.GRANTED and case.decision.over is None
    return case.numbers_held if case.state.is_under_way or granted else []
