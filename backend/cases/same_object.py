"""Applications about one and the same thing, such as a flat, whoever made them (`same_object`): those whose days overlap are found by
a digest of the answers that name it, which is kept sealed, since the answers themselves cannot be compared in the database.

Nobody is refused for another's: rooms of one flat are let to several people. It is a difference that staff look into, when an
application is handed in and again in the act that grants. Only the very same application of the same person is refused.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime

from pydantic import JsonValue

from backend.cases.had_already import LABEL, REGISTER, counts, had_already
from backend.errors import AlreadyGranted, AlreadyOpen
from backend.people import People
from backend.permissions import may
from backend.spoken import full_day
from backend.store import Store
from models.acts import Act
from models.cases import Case, Completion, LookedUp
from models.catalogue import ItemVersion, SameObject

_FOUND = "另一份申请{how}，办件编号{number}，{since}至{until}，和这份的日期有重叠"
_TWICE = "同样的内容、同样的日期，{whose}已经提交过，{how}，办件编号{number}，不用再提交。{otherwise}"
_UNSEEN = "同样的内容、同样的日期，申请人已经提交过，不用再提交。请联系申请人查看进度。"
_WITHDRAW = "请打开那一件查看进度；要改内容重新申请的，请先撤回那一件。"
_CHANGE = "情况变了的，请联系承办部门变更。"

Answers = Mapping[str, JsonValue]


def object_of(version: ItemVersion, form: Answers) -> str | None:
    """What an application is about, so that two of them compare, however it was typed; None where the item names nothing."""
    same = version.same_object
    if same is None:
        return None
    named = json.dumps([form.get(key) for key in same.fields], ensure_ascii=False, sort_keys=True)
    typed = "".join(unicodedata.normalize("NFKC", named).split()).casefold()
    return f"{version.item}|{hashlib.sha256(typed.encode()).hexdigest()}"


async def require_not_filed(store: Store, act: Act, case: Case, version: ItemVersion, form: Answers) -> None:
    """Raises `AlreadyOpen` or `AlreadyGranted` where the same person's application is the very same as one under way or granted: it
    names it to whoever may see it."""
    same = version.same_object
    if same is None:
        return
    keys = (same.since, same.until, *same.again)
    found = await _overlapping(store, case, version, form)
    twin = next((each for each in found if each.person == case.person and all(each.form.get(key) == form.get(key) for key in keys)), None)
    if twin is None:
        return
    problem, otherwise = (AlreadyGranted, _CHANGE) if _is_granted(twin) else (AlreadyOpen, _WITHDRAW)
    if not may("case.see", act, twin):
        raise problem(_UNSEEN)
    whose = "申请人" if act.acting else "您"
    said = _TWICE.format(whose=whose, how=_how(twin), number=twin.number, otherwise=otherwise)
    raise problem(said, case=twin.id, number=twin.number)


async def filed_besides(store: Store, case: Case, version: ItemVersion, form: Answers, at: datetime) -> dict[str, list[LookedUp]]:
    """Other applications for the same thing on overlapping days, beside the first of the answers that name it; of nobody's name."""
    same = version.same_object
    found = await _overlapping(store, case, version, form)
    if same is None or not found:
        return {}
    field = version.field(same.fields[0])
    label = field.label if field else ""
    return {same.fields[0]: [_said(each, same, label, at) for each in found]}


async def own_cases(
    store: Store, people: People, case: Case, version: ItemVersion, form: Answers, at: datetime
) -> dict[str, list[LookedUp]]:
    """What our own cases have of the same matter and of the same thing, by field."""
    had = await had_already(store, people, case, version, form, at)
    others = await filed_besides(store, case, version, form, at)
    return {key: [*had.get(key, []), *others.get(key, [])] for key in {**had, **others}}


async def _overlapping(store: Store, case: Case, version: ItemVersion, form: Answers) -> list[Case]:
    """Those under way or granted, the earliest first; dates of a form are in ISO, and order like the days."""
    same, key = version.same_object, object_of(version, form)
    if same is None or key is None:
        return []
    rows = await store.cases.find({"same_object": key, "_id": {"$ne": case.id}}, sort=[("_id", 1)])
    return [each for each in map(Case.of, rows) if counts(each) and _overlap(same, each.form, form)]


def _overlap(same: SameObject, one: Answers, other: Answers) -> bool:
    latest_begin = max(str(one.get(same.since) or ""), str(other.get(same.since) or ""))
    return latest_begin <= min(str(each.get(same.until) or "9999") for each in (one, other))


def _said(found: Case, same: SameObject, label: str, at: datetime) -> LookedUp:
    since, until = (_day(found.form.get(key)) for key in (same.since, same.until))
    told = _FOUND.format(how=_how(found), number=found.number, since=since, until=until)
    return LookedUp(name=label, register_name=REGISTER, label=LABEL, record_id=found.number or "", fetched_at=at, found=[told])


def _day(answer: JsonValue) -> str:
    return full_day(date.fromisoformat(str(answer))) if answer else "没有写明的日期"


def _is_granted(case: Case) -> bool:
    return case.decision is not None and case.decision.outcome is Completion.GRANTED


def _how(case: Case) -> str:
    return "已经批准过" if _is_granted(case) else "正在办理"
