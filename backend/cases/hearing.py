"""Whoever has no phone is heard wherever they come to: any one-window counter finds by their document what waits for a word of theirs.

It finds nothing else of anybody: without the document no case, and of a case no more than what the person is asked.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from backend.cases.answering import Answering, Me
from backend.cases.enclosing import paper_shown
from backend.cases.inspecting import Inspecting
from backend.cases.others import declared, is_named
from backend.cases.whose import not_heard_here
from backend.errors import Forbidden
from backend.idempotency import once
from backend.people import Registration
from backend.permissions import may, require
from backend.store import Document
from models.acts import Act, Role, StaffActor
from models.cases import Case, CaseState, HearStatementBody, InspectionState, Obligation
from models.others import StandingBody

_MOST = 50
_OVER = [state.value for state in CaseState if state.is_final]
_HERE = "可以在这里听取。"


@dataclass(frozen=True)
class Awaited:
    """One word somebody may give at the counter: an answer they are asked for, or a statement on the decision (`obligation` None).

    `here`: whether this counter hears it; `says`: that, or where to go. `own`: whether the case is their own matter.
    """

    case: Case
    obligation: Obligation | None = None
    own: bool = True
    here: bool = True
    says: str = _HERE


class Hearing(Answering, Inspecting):
    """What a counter hears from whoever stands before it, whichever department or counter has the case."""

    async def awaited_words(self, act: Act, body: StandingBody) -> list[Awaited]:
        """What waits for a word of the person of a document, or of whom they speak for, newest first. The look is logged with its
        reason: to the person themselves, and for each case to its applicant.

        Raises `Forbidden` away from counters, and as `People.in_person`.
        """
        actor = act.actor
        if not isinstance(actor, StaffActor) or not actor.has(Role.RECEPTIONIST):
            raise Forbidden()
        standing = await self.people.in_person(act, body.person)
        await self._log_standing(act, standing, body.reason)
        me, wards = await self._person(standing.citizen), await self.grants.speakers.wards(act, standing.citizen.id)
        found = [*await self._answers_of(act, me), *await self._statements_of(act, me, wards)]
        for case in {each.case.id: each.case for each in found}.values():
            purpose = f"窗口听取：{body.reason}"
            await self.audit.read(act, "case.awaited_read", person=case.person, subject=f"cases/{case.id}", purpose=purpose)
        return sorted(found, key=lambda each: each.case.id, reverse=True)

    async def asked_at_counter(self, act: Act, obligation_id: str, body: StandingBody) -> tuple[Case, Obligation]:
        """What somebody at the counter is asked, to be read to them before they answer. The look is logged with its reason.

        Raises `NotFound`, `Forbidden` where the case is not heard here, `Invalid` where they are not whom it waits for.
        """
        case, obligation = await self._found(obligation_id)
        require("case.hear", act, case)
        await self._require_named((await self.people.in_person(act, body.person)).citizen, obligation)
        purpose = f"{obligation.name}，窗口听取：{body.reason}"
        await self.audit.read(act, "case.obligation_read", person=case.person, subject=f"cases/{case.id}", purpose=purpose)
        return case, obligation

    async def paper_at_counter(self, act: Act, obligation_id: str, key: str, number: int, body: StandingBody) -> tuple[str, Path]:
        """A watermarked copy of a paper they are asked about, to be shown to them at the counter. Raises as `asked_at_counter`."""
        case, obligation = await self.asked_at_counter(act, obligation_id, body)
        use = paper_shown(case, declared(self.version_of(case), obligation), key, number)
        version, path = await self.materials.marked_copy(act, use.material, use.version, f"{case.item_name}，{obligation.name}")
        return version.content_type, path

    @once("cases", Case)
    async def hear_statement_here(self, act: Act, case_id: str, body: HearStatementBody) -> Case:
        """As `hear_statement`, at a counter that sees no more of the case than this."""
        return await self._heard_saying(act, case_id, body)

    async def _log_standing(self, act: Act, standing: Registration, reason: str) -> None:
        """For whom we know already: whom we do not has no log to read."""
        if standing.is_known:
            citizen = standing.citizen.id
            await self.audit.read(act, "person.looked_up", person=citizen, subject=f"citizens/{citizen}", purpose=f"窗口听取：{reason}")

    async def _answers_of(self, act: Act, me: Me) -> list[Awaited]:
        named: list[Document] = [{"obligations.who": {"$in": sorted(me.ids)}}]
        if me.number is not None:
            named.append({"obligations.number": me.number})
        where: Document = {"$or": named, "state": {"$nin": _OVER}}
        cases = [Case.of(each) for each in await self.store.cases.find(where, sort=[("_id", -1)], limit=_MOST)]
        return [
            self._awaited(act, case, each, own=case.person in me.ids)
            for case in cases
            for each in case.obligations
            if case.awaits_answers and each.is_of_others and each.is_open and is_named(each, me.ids, me.number, me.name)
        ]

    async def _statements_of(self, act: Act, me: Me, wards: dict[str, tuple[str, ...]]) -> list[Awaited]:
        where = {"person": {"$in": sorted({*me.ids, *wards})}, "inspection.state": InspectionState.PROPOSED.value}
        cases = [Case.of(each) for each in await self.store.cases.find(where, sort=[("_id", -1)], limit=_MOST)]
        return [self._awaited(act, case, None, own=True) for case in cases if _may_speak(case, me, wards, act.at)]

    def _awaited(self, act: Act, case: Case, obligation: Obligation | None, *, own: bool) -> Awaited:
        if may("case.hear", act, case):
            return Awaited(case, obligation, own)
        says = not_heard_here(case, self.version_of(case), self.catalogue.vocabulary)
        return Awaited(case, obligation, own, here=False, says=says)


def _may_speak(case: Case, me: Me, wards: dict[str, tuple[str, ...]], at: datetime) -> bool:
    """Whether somebody may still speak to what is proposed: in their own matter, their company's, or their ward's in that item."""
    proposal = case.inspection.proposal if case.inspection else None
    if proposal is None or at >= proposal.until:
        return False
    items = wards.get(case.person, ())
    return case.person in me.ids or (case.person in wards and (not items or case.item in items))
