"""One need, one open case: what a case asks for, in a form that two of them cannot both hold.

An item that is had once at a time is one need whatever the answers. A certificate that waits for a person is the same
need with the same answers only: last year's record beside this year's is another matter. And what is had once, such as a monthly
allowance, is not asked for again while it is granted.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from backend.errors import AlreadyGranted, AlreadyOpen
from backend.permissions import may
from backend.store import Store
from models.acts import Act
from models.cases import Case, Completion
from models.catalogue import ItemVersion


def need_of(version: ItemVersion, person: str, form: Mapping[str, JsonValue]) -> str | None:
    """What `person` asks for with these answers; None where it may be asked for as often as they like."""
    if version.instant is not None:
        answers = json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return f"{person}|{version.item}|{hashlib.sha256(answers.encode()).hexdigest()}"
    return f"{person}|{version.item}" if version.one_at_a_time else None


async def require_none_open(store: Store, act: Act, need: str | None, own: str = "") -> None:
    """Raises `AlreadyOpen` where a case other than `own` holds `need`: it names it to whoever may see it."""
    document = await store.cases.find_one({"open_need": need}) if need else None
    if document is None or document["_id"] == own:
        return
    case = Case.of(document)
    if not may("case.see", act, case):  # an agent without the power to see
        raise AlreadyOpen(f"申请人的「{case.item_name}」已经有一件正在办理，等它办完才能再申请。请联系申请人查看进度。")
    whose = "申请人" if act.acting else "您"
    raise AlreadyOpen(
        f"{whose}的「{case.item_name}」已经有一件正在办理，办件编号{case.number}，不用再提交。"
        "请打开那一件查看进度；要改内容重新申请的，请先撤回那一件。",
        case=case.id,
        number=case.number,
    )


async def require_not_granted(store: Store, act: Act, case: Case, version: ItemVersion) -> None:
    """Raises `AlreadyGranted` where a grant of the item holds that is had once at a time: it names it to whoever may see it."""
    if version.held_once is None or version.held_once.looked_into:
        return
    holding = {"decision.outcome": Completion.GRANTED.value, "decision.revoked": None, "decision.ended": None}
    found = await store.cases.find({"person": case.person, "item": version.item, "_id": {"$ne": case.id}, **holding})
    granted = next((each for each in map(Case.of, found) if is_the_same(version.held_once.by, each.form, case.form)), None)
    if granted is None:
        return
    whose = "申请人" if act.acting else "您"
    told = f"{whose}的「{granted.item_name}」已经批准，现在还有效，不用再申请。情况变了的，请联系承办部门变更。"
    if may("case.see", act, granted):
        raise AlreadyGranted(told + f"批准的那一件，办件编号{granted.number}。", case=granted.id, number=granted.number)
    raise AlreadyGranted(told)


def is_the_same(by: Sequence[str], one: Mapping[str, JsonValue], other: Mapping[str, JsonValue]) -> bool:
    """Whether two forms ask for one grant: `by` are the fields that tell them apart."""
    return all(_meet(one.get(key), other.get(key)) for key in by)


def _meet(one: JsonValue, other: JsonValue) -> bool:
    """Whether two answers are the same, or two lists have an entry in common."""
    if isinstance(one, list) and isinstance(other, list):
        return any(each in other for each in one)
    return one == other
