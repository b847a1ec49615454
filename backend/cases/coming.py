"""Cases nothing of which can be examined before somebody has come (`visits.before_acceptance` of the item).

Filed from afar such a case waits for them: the visit is an obligation of the applicant's side that holds up acceptance, and the days
for telling deficiencies begin once they are there. Who does not come is asked once more; then the papers go back, and a new
application is open. Where and for how long: the item's `visits.within`, else `visit` of catalogue/cases.yaml.
"""

from datetime import datetime
from typing import Any

from backend.audit import event_of
from backend.cases import clocks
from backend.cases.actions import Action
from backend.cases.book import over
from backend.cases.core import Core
from backend.cases.obligations import changes_to, ended, replaced
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid, Unavailable, WrongState
from backend.ids import new_id
from backend.outbox import OutboxRow
from backend.spoken import deadline, full_day
from backend.workdays import WorkCalendar
from models.acts import Act, StaffActor
from models.base import Event, NoticeOrder
from models.booking import BOOKED, Place, PlaceState
from models.cases import Blocks, Case, CasePolicy, CaseState, Completion, Obligation, ObligationKind, Somebody
from models.catalogue import ItemVersion, Span

CAME = frozenset({"appointment.checked_in", "appointment.called", "appointment.done"})
"""Events of an appointment after which its visitor is there."""

_VISIT = "visit"
_STILL = "到期没有到场，已再次通知"
_THERE = frozenset({PlaceState.CHECKED_IN, PlaceState.SERVING, PlaceState.DONE})
_NOT_OF_CASE = "没有找到这份申请的这个预约。请从今天的预约里选来人的那一个；没有预约的，不用填。"
_ELSEWHERE = "这个预约在{hall}，不在您这个大厅。没有预约到这里的，不用填预约，可以直接收件。"
_OTHER_DAY = "这个预约是{day}的，不是今天的。请选今天的预约；今天没有预约的，不用填。"
_NOT_THERE = "来人还没有签到。请先给来人签到，再办这一步；没有预约的，不用填预约。"
_OVER = "这个预约已经不算数（{state}）。来人今天没有别的预约的，不用填预约，可以直接办。"
_RECEIVED = frozenset({CaseState.RECEIVED, CaseState.CORRECTION})


def wanted(case: Case, version: ItemVersion, at: datetime, calendar: WorkCalendar, policy: CasePolicy) -> Obligation | None:
    """The visit a case filed now has to wait for; None where nobody must come first, or it is known already."""
    if not version.visits.before_acceptance or any(each.kind is ObligationKind.VISIT for each in case.obligations):
        return None
    return _visit(version, at, version.visits.within or Span(n=policy.visit.within), calendar, policy)


def _visit(version: ItemVersion, at: datetime, within: Span, calendar: WorkCalendar, policy: CasePolicy) -> Obligation:
    due = calendar.deadline(at, within).at
    remind_at = clocks.workdays_before(calendar, due, policy.visit.remind)
    return Obligation(
        id=new_id("visit"),
        kind=ObligationKind.VISIT,
        key=_VISIT,
        name=f"到场（{version.visits.reason}）",
        blocks=Blocks.ACCEPTANCE,
        since=at,
        remind_at=remind_at if remind_at > at else None,
        due=due,
    )


def met(case: Case, at: datetime, by: Somebody) -> list[Obligation]:
    """The obligations once they are there."""
    visit = case.awaited_visit
    return replaced(case, visit.model_copy(update={"met_at": at, "met_by": by, "remind_at": None})) if visit else case.obligations


def _is_of(place: Place, case: Case) -> bool:
    """Whether somebody booked it for this case; or the applicant, who acts for them, or somebody they came along with, for its item."""
    if place.case is not None:
        return place.case == case.id
    who = {case.person, case.agent.id if case.agent else None}
    return case.item in place.items and (place.person in who or case.person_name in place.people)


class Coming(Core):
    """What follows from somebody coming, or not."""

    def _arrived(self, act: Act, case: Case, by: Somebody, appointment: str | None) -> dict[str, Any]:
        """What to set where somebody is there: the visit is met, and the office has its days from now on. Of a case that is mended
        they begin with the answer."""
        visits = {"appointments": [*case.appointments, appointment]} if appointment and appointment not in case.appointments else {}
        if case.awaited_visit is None:
            return visits
        received = clocks.received(case.clock, self.calendar, self.policy, act.at)
        clock = {"clock": received} if case.state is CaseState.RECEIVED else {}
        return {**changes_to(met(case, act.at, by)), **clock, **visits, "may_book": False}

    async def _require_visit(self, act: Act, case: Case, appointment: str | None) -> None:
        """That an appointment somebody is said to have come with is one of theirs for this, here and today, and that they are there.

        Raises `Invalid` for any other, told apart only as far as the counter may see it; `WrongState` before they have checked in.
        """
        if appointment is None:
            return
        document = await self.store.places.get(appointment)
        place = Place.of(document) if document else None
        if place is None or not _is_of(place, case):
            raise Invalid(errors=[FieldError("/appointment", _NOT_OF_CASE)])
        hall = act.actor.hall if isinstance(act.actor, StaffActor) else None
        if hall is not None and place.hall != hall:
            raise Invalid(errors=[FieldError("/appointment", _ELSEWHERE.format(hall=place.hall_name))])
        if place.state not in _THERE:
            raise WrongState(_NOT_THERE if place.state in BOOKED else _OVER.format(state=place.state_text))
        if (day := place.start.astimezone(SHANGHAI).date()) != act.at.astimezone(SHANGHAI).date():
            raise Invalid(errors=[FieldError("/appointment", _OTHER_DAY.format(day=full_day(day)))])

    async def on_visitor(self, row: OutboxRow) -> None:
        """Whoever checks in with an appointment for a case is there. Consumes `CAME`; safe to run twice.

        Raises `Unavailable` where somebody acted on the case at this moment: the outbox delivers again.
        """
        place = Place.of(await self.store.places.get(row.subject_id) or {})
        case = Case.of(document) if place.case and (document := await self.store.cases.get(place.case)) else None
        if case is None or case.state not in _RECEIVED or case.awaited_visit is None:
            return
        act = self._system()
        changes = self._arrived(act, case, Somebody(id=case.person, name=place.name or case.person_name), place.id)
        if not await self._note(case, changes, event_of(act, "case.visitor_came", detail={"item": case.item, "appointment": place.id})):
            raise Unavailable()

    def _tell_received(self, case: Case) -> list[NoticeOrder]:
        """The receipt, and until when they hear what is missing; of what cannot be examined without them, that they must come."""
        receipt, visit = case.receipt or "", case.awaited_visit
        if visit is not None:
            return self._to_come(case, self.version_of(case), visit, "case_received_come", receipt=receipt)
        assert case.clock.deficiency_due is not None
        return self._tell(case, "case_received", receipt=receipt, due=deadline(case.clock.deficiency_due))

    def _to_come(self, case: Case, version: ItemVersion, visit: Obligation, template: str, **data: str) -> list[NoticeOrder]:
        """Tells the applicant's side that they must come: why, where, until when, and whether to book."""
        how = "请先在手机上预约时间；没有预约的，也可以直接来" if version.appointment.bookable else "不用预约"
        where = f"{version.guide.where[0]}，{version.guide.when.rstrip('。')}"
        due = deadline(visit.due) if visit.due else ""
        return self._tell(case, template, reason=version.visits.reason, where=where, how=how, due=due, **data)

    async def _absent(self, act: Act, case: Case, visit: Obligation) -> None:
        """The day has come and nobody did: they are asked once more, then the papers go back. What is being mended is only asked again."""
        version = self.version_of(case)
        asked = [each for each in case.obligations if each.kind is ObligationKind.VISIT]
        if len(asked) > 1 and case.state is CaseState.RECEIVED:
            await self._unattended(act, case)
            return
        again = _visit(version, act.at, Span(n=self.policy.visit.again), self.calendar, self.policy)
        over = replaced(case, visit.model_copy(update={"ended_at": act.at, "ended_for": _STILL, "remind_at": None}))
        event = event_of(
            act, "case.visit_asked_again", detail={"item": case.item}, notices=self._to_come(case, version, again, "case_come_again")
        )
        await self._note(case, changes_to([*over, again]), event)

    async def _unattended(self, act: Act, case: Case) -> None:
        """Nobody came for what cannot be examined without them: returned, and a new application is open."""
        row = self._allowed(act, case, Action.LAPSE, case.version)
        changes: dict[str, Any] = {
            **changes_to(ended(case.obligations, act.at, "没有到场，已退件")),
            **over(case, act.at),
            "completion": Completion.INCOMPLETE,
            "ended_for": "逾期没有到场",
        }
        await self._apply(act, case, row, changes, notices=self._tell(case, "case_unattended"))

    async def _note(self, case: Case, changes: dict[str, Any], event: Event) -> bool:
        """Sets it if the case is still as it was seen."""
        document = case.model_copy(update=changes).to_document()
        written = await self.store.cases.change(self._filter(case), {"$set": {key: document[key] for key in changes}}, event)
        return written is not None
