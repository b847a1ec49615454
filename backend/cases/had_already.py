"""What is had once and may have been given already, to the applicant or to who shares the matter with them: as the other parent's
registration of the same child (`held_once` with `looked_into`).

Nobody is refused for it: answers can be the same for another matter, as after a lost pregnancy. It is a difference that staff look into.
Of two handed in at one moment neither finds the other, so it is looked for once more in the act that decides: one is granted, and whoever
decides the other is told of it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from pydantic import JsonValue

from backend.cases.needs import is_the_same
from backend.cases.others import Named, named_in
from backend.people import People
from backend.store import Store
from models.cases import Case, Completion, LookedUp
from models.catalogue import HeldOnce, ItemVersion

REGISTER, LABEL = "cases", "本系统的办件"
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
    counting = [each for each in map(Case.of, rows) if counts(each) and is_the_same(once.by, each.form, form)]
    same = [
        _said(each, at, known=each.person == case.person or number in named)
        for each in counting
        for named in [[person.number for person in _named(each.form, once, version)]]
        if each.person == case.person or not named or number in named
    ]
    return {once.by[0]: same} if same else {}


def come_since(before: Mapping[str, list[LookedUp]], now: Mapping[str, list[LookedUp]]) -> dict[str, list[LookedUp]]:
    """What of the same matter was not kept `before`, by field, with all the rest that is kept beside it."""
    found = dict[str, list[LookedUp]]()
    for key, each in now.items():
        kept = before.get(key, [])
        said = {tuple(one.found) for one in kept}
        if any(tuple(one.found) not in said for one in each):
            found[key] = [*(one for one in kept if one.register_name != REGISTER), *each]
    return found


def told_of_it(looked_up: Iterable[LookedUp]) -> bool:
    """Whether the applicant is told that the same may have been given or be under way: never of what another handed in who does not
    name them, for anybody can name anybody."""
    return any(each.register_name == REGISTER and each.known_to_them for each in looked_up)


async def _sharing(people: People, once: HeldOnce, version: ItemVersion, form: Answers) -> list[str]:
    named = _named(form, once, version)
    return [found for each in named if (found := await people.account_of(each.number, each.name)) is not None]


def beside(looked_up: Mapping[str, list[LookedUp]], ours: Mapping[str, list[LookedUp]]) -> dict[str, list[LookedUp]]:
    """What registers say, and what our own cases say now instead of what they said before."""
    said = {key: [each for each in found if each.register_name != REGISTER] for key, found in looked_up.items()}
    return said | {key: [*said.get(key, []), *found] for key, found in ours.items()}


def counts(case: Case) -> bool:
    """Whether it is under way, or was granted and still holds."""
    decision = case.decision
    holds = decision is not None and decision.outcome is Completion.GRANTED and decision.revoked is None and decision.ended is None
    return holds or case.state.is_under_way


def _named(form: Answers, once: HeldOnce, version: ItemVersion) -> list[Named]:
    """Whom the answers say the matter is shared with; another's that name others and not the applicant are about another matter."""
    fields = [field for key in once.shared_with if (field := version.field(key)) is not None]
    return [each for field in fields for each in named_in(field, form.get(field.key))]


def _said(found: Case, at: datetime, *, known: bool) -> LookedUp:
    granted = found.decision is not None and found.decision.outcome is Completion.GRANTED
    return LookedUp(
        name=found.person_name,
        register_name=REGISTER,
        label=LABEL,
        record_id=found.number or "",
        fetched_at=at,
        found=[_FOUND.format(how="已经批准过" if granted else "正在办理", number=found.number)],
        known_to_them=known,
    )
