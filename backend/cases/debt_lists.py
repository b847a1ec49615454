"""The desk of what was promised later (容缺后补): what came in and waits for a look first, then by the day it is due."""

from collections.abc import Iterator
from datetime import datetime

from backend.cases import debts
from backend.cases.queues import cursor_at, position
from backend.errors import Forbidden
from backend.store import Document
from backend.store.indexes import SOME_DAY, TEXT
from models.acts import Act, StaffActor
from models.cases import Case, CaseState, DebtRow, Obligation, ObligationKind

_OWING = (CaseState.ACCEPTED, CaseState.CORRECTION_AFTER_ACCEPTANCE, CaseState.PAUSED, CaseState.GRANTED)
_UNDATED = [("_id", 1)]  # what came in, or is overdue, has no next moment: it stands first
_NEXT_FIRST = [("obliged_at", 1), ("_id", 1)]
Sorted = tuple[Document, list[tuple[str, int]]]


def owing(act: Act, cursor: str | None) -> list[Sorted]:
    """The filters of cases that owe something at the viewer's desk, from `cursor` on, one after the other, each with its order: of their department; at a
    one-window counter, and in a town, what that counter took in. Raises `Forbidden` without a desk, `BadRequest` for a cursor that is
    none."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or actor.department is None:
        raise Forbidden()
    where: Document = {"tolerance.number": TEXT, "state": {"$in": [each.value for each in _OWING]}, "recused.id": {"$ne": actor.id}}
    where["obligations"] = {"$elemMatch": {"kind": ObligationKind.DEBT.value, "met_at": None, "ended_at": None, "declined_at": None}}
    where |= _taken_in_by(actor) if actor.one_window or actor.town is not None else {"department": actor.department}
    return [(where | half, order) for half, order in _halves(cursor)]


def _halves(cursor: str | None) -> list[Sorted]:
    """What has no next moment, then what has, from `cursor` on."""
    first: Sorted = ({"obliged_at": None}, _UNDATED)
    dated: Sorted = ({"obliged_at": SOME_DAY}, _NEXT_FIRST)
    if cursor is None:
        return [first, dated]
    undated, at, id = position(cursor)
    if undated:
        return [({"obliged_at": None, "_id": {"$gt": id}}, _UNDATED), dated]
    return [({"obliged_at": {"$gte": at}, "$nor": [{"obliged_at": at, "_id": {"$lte": id}}]}, _NEXT_FIRST)]


def _taken_in_by(actor: StaffActor) -> Document:
    """What the actor's counter took in, as `at_counter` has it."""
    hands: list[Document] = [{"received_by.department": actor.department}, {"accepted_by.department": actor.department}]
    town = {"received_town": actor.town} if actor.town is not None else {}
    return {"region": {"$in": [None, actor.region]} if actor.region is not None else {"$ne": ""}, "$or": hands} | town


def cursor_after(case: Case) -> str:
    """Where the list goes on after a case."""
    return cursor_at(case.id, case.obliged_at or case.created_at, first=case.obliged_at is None)


def debt_rows(case: Case, now: datetime) -> Iterator[DebtRow]:
    """What a case owes still, one row a material, with what follows where it does not come."""
    came = {each.id for each in debts.unexamined(case)}
    lines = {each.material: each for each in case.tolerance.lines} if case.tolerance else {}
    for debt in debts.open_debts(case).values():
        line = lines.get(debt.key)
        yield DebtRow(
            case=case.id,
            case_number=case.number or "",
            item_name=case.item_name,
            person_name=case.person_name,
            name=debt.name,
            due=debt.due,
            came_at=debt.handed_at,
            came=debt.id in came,
            overdue=debt.id not in came and _is_late(debt, now),
            promised=debts.has_word(case, debt.key),
            before=debts.BEFORE[debt.blocks],
            consequence=line.consequence.label if line else "",
        )


def _is_late(debt: Obligation, now: datetime) -> bool:
    return debt.lapsed_at is not None or (debt.due is not None and debt.due <= now)
