"""What is had once and may have been given already, to the applicant or to who shares the matter with them: as the other parent's
registration of the same child (`held_once` with `looked_into`).

Nobody is refused for it: answers can be the same for another matter, as after a lost pregnancy. It is a difference that staff look into.
"""

from collections.abc import Mapping
from datetime import datetime

from pydantic import JsonValue

from backend.cases.needs import is_the_same
from backend.cases.others import named_in
from backend.people import People
from backend.store import Store
from models.cases import Case, Completion, LookedUp
from models.catalogue import HeldOnce, ItemVersion

_REGISTER, _LABEL = "cases", "本系统的办件"
_FOUND = "同样的内容{how}，办件编号{number}"

Answers = Mapping[str, JsonValue]


async def had_already(
    store: Store, people: People, case: Case, version: ItemVersion, form: Answers, at: datetime
) -> dict[str, list[LookedUp]]:
    """What holds or is under way of the same matter, beside the first of the answers that tell one from another."""
    once = version.held_once
    if once is None or not once.looked_into:
        return {}
    own = (await people.applicant(case.person)).key
    others = await _sharing(people, once, version, form)
    rows = await store.cases.find({"person": {"$in": [case.person, *others]}, "item": version.item, "_id": {"$ne": case.id}})
    number = own.id_number if own else ""
    counting = [each for each in map(Case.of, rows) if _counts(each) and is_the_same(once.by, each.form, form)]
    same = [each for each in counting if each.person == case.person or _names(each, number, once, version)]
    return {once.by[0]: [_said(each, at) for each in same]} if same else {}


async def _sharing(people: People, once: HeldOnce, version: ItemVersion, form: Answers) -> list[str]:
    field = version.field(once.shared_with) if once.shared_with else None
    named = named_in(field, form.get(field.key)) if field else []
    return [found for each in named if (found := await people.account_of(each.number, each.name)) is not None]


def _counts(case: Case) -> bool:
    decision = case.decision
    holds = decision is not None and decision.outcome is Completion.GRANTED and decision.revoked is None and decision.ended is None
    return holds or case.state.is_under_way


def _names(case: Case, number: str, once: HeldOnce, version: ItemVersion) -> bool:
    """Whether the other one's case is about the applicant, too: it names them, or nobody."""
    field = version.field(once.shared_with or "")
    named = [each.number for each in named_in(field, case.form.get(field.key))] if field else []
    return not named or number in named


def _said(found: Case, at: datetime) -> LookedUp:
    granted = found.decision is not None and found.decision.outcome is Completion.GRANTED
    return LookedUp(
        name=found.person_name,
        register_name=_REGISTER,
        label=_LABEL,
        record_id=found.number or "",
        fetched_at=at,
        found=[_FOUND.format(how="已经批准过" if granted else "正在办理", number=found.number)],
    )
