"""One need, one open case: what a case asks for, in a form that two of them cannot both hold.

An item that is had once at a time is one need whatever the answers. A certificate that waits for a person is the same
need with the same answers only: last year's record beside this year's is another matter.
"""

import hashlib
import json
from collections.abc import Mapping

from pydantic import JsonValue

from backend.errors import AlreadyOpen
from backend.permissions import may
from backend.store import Store
from models.acts import Act
from models.cases import Case
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
