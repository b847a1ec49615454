"""What is kept about a person, for their own export, and what must end before they can be erased (PIPL arts. 45, 47)."""

from collections.abc import Awaitable, Callable
from typing import Any

from backend.people import mask_name
from backend.people.records import OwnRecords
from backend.store import Store
from models.base import Stored
from models.booking import Place
from models.cases import Case, CaseState, Obligation
from models.certificates import Certificate
from models.deliveries import Delivery
from models.issued_licences import IssuedLicence
from models.licence_showings import Showing
from models.licence_uses import LicenceAuthorisation
from models.marks import Mark
from models.materials import Material
from models.notices import Notice
from models.payments import Bill, RefundState
from models.points import PointsRecord, RankedPlace, Sheet
from models.shares import Share
from models.waitlist import Waiting
from models.watching import Watch

# How a document is kept, not what it says of the person; and what says something of somebody else.
_TECHNICAL = {
    "open_for",
    "events",
    "keys",
    "unrelayed",
    "version",
    "due_at",
    "needs",
    "open_need",
    "name_held",
    "numbers_held",
    "same_object",
    "issued_as",
    "entered",
    "round_told",
    "founds",
    "reviewer",
    "desk",
    "queued_at",
    "claimed_at",
}
# what a counterpart answered stands in their own export, what registers say of others nowhere; staff's photographs are the office's own
_OF_OTHERS = {"replies", "looked_up", "photographs"}

_ANSWER = {"name", "kind", "digest", "since", "due", "met_at", "method", "declined_at", "ended_for"}

_OPEN = [state.value for state in CaseState if not state.is_final and state is not CaseState.DRAFT]

Export = Callable[[str], Awaitable[list[dict[str, Any]]]]


def register_own_data(records: OwnRecords, store: Store) -> None:
    """Tells `records` where a person's cases, answers to others' cases, appointments, waiting, materials, certificates, payments and notices are."""

    async def open_cases(person: str) -> str | None:
        count = await store.cases.count({"person": person, "state": {"$in": _OPEN}})
        return f"还有 {count} 件没有办完的办件" if count else None

    async def live_appointments(person: str) -> str | None:
        count = await store.places.count({"person": person, "live": True})
        return f"还有 {count} 个没有结束的预约" if count else None

    async def live_waiting(person: str) -> str | None:
        count = await store.waitlist.count({"person": person, "live": True})
        return f"还有 {count} 个没有结束的候补" if count else None

    async def open_refunds(person: str) -> str | None:
        waiting = {"person": person, "refunds.state": {"$in": [RefundState.DUE.value, RefundState.AT_COUNTER.value]}}
        count = await store.bills.count(waiting)
        return f"还有 {count} 笔没有退完的款" if count else None

    records.register("cases", _exported(store, "cases", Case), open_cases)
    records.register("answers", _answers(store))
    records.register("appointments", _exported(store, "places", Place), live_appointments)
    records.register("waitlist", _exported(store, "waitlist", Waiting), live_waiting)
    records.register("materials", _exported(store, "materials", Material))
    records.register("licence_authorisations", _exported(store, "licence_authorisations", LicenceAuthorisation))
    records.register("licence_showings", _exported(store, "licence_showings", Showing))
    records.register("licences_issued", _exported(store, "licences_issued", IssuedLicence))
    records.register("certificates", _exported(store, "certificates", Certificate))
    records.register("shares", _exported(store, "shares", Share))
    records.register("watches", _watches(store))
    records.register("bills", _exported(store, "bills", Bill), open_refunds)
    records.register("deliveries", _exported(store, "deliveries", Delivery))
    records.register("marks", _exported(store, "marks", Mark))
    records.register("points_sheets", _exported(store, "points_sheets", Sheet))
    records.register("points", _exported(store, "points_records", PointsRecord))
    records.register("rankings", _exported(store, "ranked", RankedPlace))
    records.register("notices", _exported(store, "notices", Notice))


def _exported(store: Store, collection: str, model: type[Stored]) -> Export:
    async def export(person: str) -> list[dict[str, Any]]:
        documents = await store.collection(collection).find({"person": person}, sort=[("_id", 1)])
        return [model.of(each).model_dump(mode="json", exclude=_TECHNICAL | _OF_OTHERS, exclude_none=True) for each in documents]

    return export


def _watches(store: Store) -> Export:
    """Whom somebody lets see how their cases stand, and whose they see; of the other side the name they were shown."""

    async def export(person: str) -> list[dict[str, Any]]:
        documents = await store.watches.find({"$or": [{"person": person}, {"watcher": person}]}, sort=[("_id", 1)])
        return [_watch(Watch.of(each), mine=each["person"] == person) for each in documents]

    return export


def _watch(watch: Watch, *, mine: bool) -> dict[str, Any]:
    kept = watch.model_dump(
        mode="json", include={"id", "state", "created_at", "ended_at"} | ({"cases"} if mine else set()), exclude_none=True
    )
    other = watch.watcher_name if mine else watch.person_name
    return kept | {"mine": mine, "other": mask_name(other)}


def _answers(store: Store) -> Export:
    """What somebody confirmed, signed or declined for others' applications, or is asked to."""

    async def export(person: str) -> list[dict[str, Any]]:
        documents = await store.cases.find({"obligations.who": person, "person": {"$ne": person}}, sort=[("_id", 1)])
        return [_answer(case, each) for case in map(Case.of, documents) for each in case.obligations if each.who == person]

    return export


def _answer(case: Case, obligation: Obligation) -> dict[str, Any]:
    reply = case.replies.get(obligation.id)
    kept = obligation.model_dump(mode="json", include=_ANSWER, exclude_none=True)
    return kept | {"item_name": case.item_name, "reply": reply.model_dump(mode="json", exclude_none=True) if reply else {}}
