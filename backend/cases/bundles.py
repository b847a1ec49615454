"""What an act on a bundle means for its parts, and an act on a part for its bundle: written in the same transaction.

A part is a case of its own, so departments never stand in each other's way; the bundle's document is where their acts meet.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from backend.audit import event_of
from backend.cases import clocks, wholes
from backend.cases.actions import Action
from backend.cases.book import OFF_DESK, UNCLAIMED, CaseBook
from backend.cases.flow import FILED, Transition, When, rows
from backend.cases.naming import still_held
from backend.cases.obligations import require_whole_met
from backend.cases.offers import offers_of
from backend.cases.others import unagreed_slip
from backend.cases.reopening import told_anew
from backend.cases.shares import Shares
from backend.cases.standings import lost_essential, ready, row_of_bundle, standing_now
from backend.cases.timing import turn_notices
from backend.cases.whole_clocks import whole_clock
from backend.cases.words import listed, new_limit
from backend.catalogue import Catalogue
from backend.store import Session, Store
from models.acts import Act
from models.base import Event, NoticeOrder
from models.cases import (
    Case,
    CaseClock,
    CaseState,
    Completion,
    Decision,
    DecisionForm,
    Defect,
    Desk,
    PartStanding,
    PartStatus,
    Revocation,
    Somebody,
    WholeMoved,
)

FollowUp = Callable[[Session], Awaitable[None]]
Tell = Callable[..., list[NoticeOrder]]
_ENDS = frozenset({Action.WITHDRAW, Action.ABORT, Action.END_BY_DEATH})


class Bundles:
    """Prepares what follows from an act, ids and events and all, so that a transaction may run it twice."""

    def __init__(self, store: Store, catalogue: Catalogue, book: CaseBook, tell: Tell) -> None:
        self._store = store
        self._catalogue = catalogue
        self._book = book
        self._tell = tell
        self._shares = Shares(catalogue, book)

    def follow_up(self, act: Act, row: Transition, before: Case, after: Case) -> FollowUp | None:
        """What else the act writes; None where a case stands alone."""
        quiet = replace(act, key=None, digest=None)  # the idempotency key is that of the act's own document
        if after.bundle is not None:
            return self._after_part(quiet, row, after)
        if not after.parts:
            return None
        if not before.parts:
            return self._after_acceptance(quiet, after)
        if row.action is Action.RESUBMIT:
            return self._after_resubmission(quiet, after)
        if row.action in _ENDS:
            return self._after_end(quiet, row.action, after)
        if row.action in (Action.RECORD_RESULT, Action.DELIVERED, Action.END_UNCONFIRMED):
            return self._after_hand_out(quiet, after)
        return self._after_urging(after) if row.action is Action.URGE else None

    # what the bundle does

    def _after_acceptance(self, act: Act, bundle: Case) -> FollowUp:
        """The parts that need wait for nothing begin."""
        beginning = ready(bundle.parts)
        event = event_of(act, "case.parts_begun", detail={"item": bundle.item, "parts": [standing.key for standing in beginning]})

        async def write(session: Session) -> None:
            parts = [await self._shares.begun(act, bundle, standing, session) for standing in beginning]
            for part in parts:
                await self._begin(act, part, session)
            standings = standing_now(bundle.parts, {part.part or "": part for part in parts})
            await self._set(bundle, {"parts": standings}, event, session)

        return write

    def _after_resubmission(self, act: Act, bundle: Case) -> FollowUp:
        """Every open part sees what was mended; those that had asked go on."""
        derive = self._derivation(act, bundle.id, "resubmitted")

        async def write(session: Session) -> None:
            for part in await self._parts(bundle.id, session):
                if part.state in FILED and (changes := await self._shares.mended(act, bundle, part, session)):
                    await self._set(part, changes, _moved(act, "resubmitted", part, changes), session)
            await derive(session)

        return write

    def _after_end(self, act: Act, action: Action, bundle: Case) -> FollowUp:
        """What is open ends with the bundle; what was granted stands, and is handed out where there is a result of it."""
        over = wholes.ended(bundle, PartStatus.WITHDRAWN if action is Action.WITHDRAW else PartStatus.ENDED)
        completion = None if action is Action.WITHDRAW else Completion.VOID
        handed_out = {each.key for each in bundle.parts if each.hands_out}

        async def write(session: Session) -> None:
            for part in await self._parts(bundle.id, session):
                if part.state in FILED:
                    row = next(row for row in rows(action, part.state) if row.when is None)
                    changes = {"state": row.target, "clock": clocks.ended(part.clock), "closed_at": act.at, **OFF_DESK}
                    changes |= {"ended_for": bundle.ended_for, "completion": completion}
                    await self._set(part, changes, _moved(act, row.effect, part, changes), session)
                elif bundle.state.is_final and part.part not in handed_out:  # an opinion nobody needs any more
                    await self._close(act, part, session)
            await self._set(bundle, {"parts": over}, None, session)

        return write

    def _after_hand_out(self, act: Act, bundle: Case) -> FollowUp:
        """Every decided part closes with the whole: refusals are handed out with the rest."""

        async def write(session: Session) -> None:
            for part in await self._parts(bundle.id, session):
                await self._close(act, part, session)

        return write

    async def _close(self, act: Act, part: Case, session: Session) -> None:
        """A part that was decided is over with the whole."""
        if part.state in (CaseState.GRANTED, CaseState.REFUSED) and part.decision is not None:
            closed = {"state": CaseState.CLOSED, "completion": part.decision.outcome, "closed_at": act.at, **OFF_DESK}
            await self._set(part, closed, _moved(act, "closed", part, closed), session)

    def _after_urging(self, bundle: Case) -> FollowUp:
        """Every department that still works on it sees that it is urged."""

        async def write(session: Session) -> None:
            where = {"bundle": bundle.id, "state": {"$in": [state.value for state in FILED]}}
            await self._store.cases.change_many(where, {"$set": {"urged_at": bundle.urged_at}, "$inc": {"urges": 1}}, session=session)

        return write

    # what a part does

    def _after_part(self, act: Act, row: Transition, part: Case) -> FollowUp:
        assert part.bundle is not None
        derive = self._derivation(act, part.bundle, row.effect, row)
        return self._after_extension(act, part, derive) if row.action is Action.EXTEND else derive

    def _after_extension(self, act: Act, part: Case, derive: FollowUp) -> FollowUp:
        """The whole's days follow those of a part that was extended; its applicant is told of both at once, and the paper says both."""
        extension, bundle_id = part.clock.extension, part.bundle
        assert extension is not None
        assert bundle_id is not None
        event = event_of(act, "case.part_extended", detail={"item": part.item, "part": part.part, "notice": extension.notice})

        async def write(session: Session) -> None:
            before = await self._bundle(bundle_id, session)
            await derive(session)
            after = await self._bundle(bundle_id, session)
            was, now, standing = before.clock, after.clock, after.standing(part.part)
            moved = WholeMoved(name=after.item_name, due_before=clocks.nearest(was), promised=now.promised_due, statutory=now.statutory_due)
            told = {
                "part": standing.name if standing else part.item_name,
                "span": extension.span.words(),
                "notice": extension.notice,
                "reason": extension.reason,
            }
            told |= {"due": new_limit(extension.promised, extension.due), "whole_due": new_limit(now.promised_due, now.statutory_due)}
            notices = self._tell(after, "part_extended", **told)
            clock = part.clock.model_copy(update={"extension": extension.model_copy(update={"whole": moved})})
            await self._set(part, {"clock": clock}, None, session)
            await self._set(after, {"updated_at": act.at}, event.model_copy(update={"notices": notices}), session)

        return write

    def asked_again(self, act: Act, bundle: Case, defect: Defect, fields: Collection[str], by: Somebody) -> FollowUp:
        """Somebody whose word the whole needs did not give it: the departments at work on what it was about ask the applicant to mend it."""
        quiet = replace(act, key=None, digest=None)
        derive = self._derivation(quiet, bundle.id, "parts_ask")

        async def write(session: Session) -> None:
            at_work = [part for part in await self._parts(bundle.id, session) if part.state is CaseState.ACCEPTED]
            for part in [part for part in at_work if not part.form.keys().isdisjoint(fields)] or at_work:
                changes = await self._asking(quiet, part, defect, by, session)
                await self._set(part, changes, _moved(quiet, "sent_back", part, changes), session)
            await derive(session)

        return write

    async def _asking(self, act: Act, part: Case, defect: Defect, by: Somebody, session: Session) -> dict[str, Any]:
        """What a part takes on that sends the applicant back to mend something: a slip of its own, and a stop of its promise."""
        number = await self._book.notice_number(act, self._book.handler(part), "告", session)
        limits = self._catalogue.version_by_id(part.item_version).clocks
        clock = clocks.awaiting_answer(part.clock, self._book.calendar, self._book.policy, limits, act.at, number, late=False)
        slip = unagreed_slip(part, number, act.at, by, defect, clock.mend_due)
        state = CaseState.CORRECTION_AFTER_ACCEPTANCE
        return {"state": state, "returns": [*part.returns, slip], "clock": clock, **UNCLAIMED}

    def _derivation(self, act: Act, bundle_id: str, effect: str, row: Transition | None = None) -> FollowUp:
        """Brings the bundle to where its parts are, and begins what waited for them. `row`: what was done to the part that changed; what
        others owe the whole may hold it up, also where it was asked of them at this very moment."""
        event = event_of(act, "case.parts_changed", detail={"effect": effect})

        async def write(session: Session) -> None:
            bundle = await self._bundle(bundle_id, session)
            if row is not None:
                require_whole_met(bundle, row)
            parts = {each.part or "": each for each in await self._parts(bundle_id, session)}
            known = bundle.model_copy(update={"founded": wholes.founded_by(parts)})
            standings = standing_now(bundle.parts, parts)
            if bundle.state in FILED and (lost := lost_essential(standings)) is not None:
                standings = await self._end_with(act, bundle, lost, standings, parts, session)
            for standing in ready(standings):
                parts[standing.key] = part = await self._shares.begun(act, known, standing, session)
                await self._begin(act, part, session)
            standings = standing_now(standings, parts)
            await self._bring(act, bundle, standings, parts, event, session)

        return write

    async def _end_with(
        self, act: Act, bundle: Case, lost: PartStanding, standings: list[PartStanding], parts: dict[str, Case], session: Session
    ) -> list[PartStanding]:
        """Without the essential part there will be no whole: what is under way ends with it, open corrections too, and nothing begins.
        What was granted and means nothing alone ends by its item's rule; where the essential part was granted itself and is taken back,
        its end is only proposed, and its applicant heard (`Following`)."""
        heard_first = _taken_back(parts[lost.key])
        for key, part in parts.items():
            if not heard_first and (words := self._words_of_end(bundle, part)) is not None:
                changes = wholes.lapsed(part, lost, act.at, words)
                parts[key] = await self._set_result(
                    act, part, changes, "result_ended", "part_result_ended", session, words=words, lost=lost.name
                )
            elif part.state in FILED:
                row = next(row for row in rows(Action.ABORT, part.state) if row.when is None)
                changes = {"state": row.target, "clock": clocks.ended(part.clock), "closed_at": act.at, **OFF_DESK}
                changes |= {"ended_for": f"「{lost.name}」没有办成，随它终止", "completion": Completion.VOID}
                await self._set(part, changes, _moved(act, row.effect, part, changes), session)
                parts[key] = part.model_copy(update=changes)
        never = {"status": PartStatus.IMPOSSIBLE}
        return [each.model_copy(update=never) if each.status is PartStatus.WAITING else each for each in standing_now(standings, parts)]

    def _words_of_end(self, bundle: Case, part: Case) -> str | None:
        """What is said of the end of a part that was granted, and whose result is nothing without the essential part; None of others."""
        granted = part.decision is not None and part.decision.outcome is Completion.GRANTED and part.decision.over is None
        declared = self._catalogue.version_by_id(bundle.item_version).part(part.part or "")
        return declared.ends_with_essential if granted and declared is not None else None

    def refusal_annulled(self, act: Act, part: Case, revoked: Revocation) -> FollowUp | None:
        """The refusal of a part is annulled: what was granted and ended with it holds again, and the refusal of the whole, which rested on
        it, is annulled too. None where the case is no part of a bundle."""
        if part.bundle is None:
            return None
        quiet, bundle_id = replace(act, key=None, digest=None), part.bundle

        async def write(session: Session) -> None:
            bundle = await self._bundle(bundle_id, session)
            for each in await self._parts(bundle_id, session):
                if each.decision is not None and each.decision.ended is not None and each.decision.ended.part == part.part:
                    again = wholes.holds_again(each, act.at)
                    await self._set_result(quiet, each, again, "result_restored", "part_result_restored", session, notice=revoked.number)
            if (standing := bundle.standing(part.part)) is not None and standing.essential and bundle.was_refused:
                await self._annul_whole(quiet, bundle, revoked, session)

        return write

    async def _annul_whole(self, act: Act, bundle: Case, revoked: Revocation, session: Session) -> None:
        """The whole is over with the annulment of its refusal; parts refused beside it are over with it."""
        assert bundle.decision is not None  # it was refused
        row = next(row for row in rows(Action.FOLLOW_PARTS, bundle.state) if row.when is When.ESSENTIAL_ANEW)
        changes: dict[str, Any] = {"state": row.target, "decision": bundle.decision.model_copy(update={"revoked": revoked})}
        changes |= {"completion": Completion.VOID, "ended_for": "决定已撤销", "closed_at": bundle.closed_at or act.at, **OFF_DESK}
        await self._set(bundle, changes, _moved(act, row.effect, bundle, changes), session)
        for each in await self._parts(bundle.id, session):
            if each.state is CaseState.REFUSED:
                await self._close(act, each, session)

    async def _set_result(
        self, act: Act, part: Case, changes: Mapping[str, Any], what: str, template: str, session: Session, **told: str
    ) -> Case:
        """Ends or restores what a part was granted; what was issued on it follows."""
        notices = self._tell(part, template, **told)
        event = event_of(act, f"case.{what}", detail={"item": part.item, "department": part.department}, notices=notices)
        await self._set(part, changes, event, session)
        return part.model_copy(update=dict(changes))

    async def _bring(
        self, act: Act, bundle: Case, standings: list[PartStanding], parts: Mapping[str, Case], event: Event, session: Session
    ) -> None:
        changes: dict[str, Any] = {"parts": standings, "founded": wholes.founded_by(parts)}
        if not bundle.state.is_final:
            changes |= {
                "returns": wholes.returns_of(bundle, parts),
                "materials": wholes.materials_of(bundle, parts),
                "clock": self._clock(bundle, parts),
            }
        row = row_of_bundle(bundle.state, standings)
        if row is not None:
            changes |= self._moved(bundle, row.target, changes["clock"], act.at)
            if row.target is CaseState.REFUSED:
                changes["decision"] = await self._refusal(act, bundle, standings, parts, session)
            detail = event.detail | {"item": bundle.item, "from": row.source.value, "to": row.target.value}
            notices = self._notices(bundle, standings, parts, changes) + self._offers_told(bundle, changes)
            event = event.model_copy(update={"action": f"case.{row.effect}", "detail": detail, "notices": notices})
        if any(getattr(bundle, key) != value for key, value in changes.items()):
            await self._set(bundle, {**changes, "updated_at": act.at}, event, session)

    def _moved(self, bundle: Case, target: CaseState, clock: CaseClock, at: datetime) -> dict[str, Any]:
        if target not in (CaseState.GRANTED, CaseState.REFUSED):
            return {"state": target}
        completion = Completion.GRANTED if target is CaseState.GRANTED else Completion.REFUSED
        desk = Desk(department=bundle.department, role="receptionist")
        open_need = bundle.open_need if target.is_under_way else None
        offers = offers_of(bundle, self._catalogue, at.date()) if target is CaseState.GRANTED else []
        ended = {"offers": offers, "clock": clocks.ended(clock), "desk": desk, "queued_at": at, "open_need": open_need}
        ended["name_held"] = still_held(bundle.model_copy(update={"state": target, "completion": completion}))
        return {"state": target, "completion": completion, **ended}

    async def _refusal(
        self, act: Act, bundle: Case, standings: list[PartStanding], parts: Mapping[str, Case], session: Session
    ) -> Decision:
        """The refusal of the whole, in writing like every other: numbered, with what the departments said, and remedies. Where parts were
        refused by decisions of their own, it is a notice that names these: one refusal is one decision, contested once."""
        reason, basis = wholes.why_refused(standings, parts)
        by = self._book.decider(bundle, self._catalogue.version_by_id(bundle.item_version))
        own = wholes.own_decisions(standings, parts)
        return Decision(
            form=DecisionForm.NOTICE if own else DecisionForm.DECISION,
            outcome=Completion.REFUSED,
            number=await self._book.notice_number(act, by, "告" if own else "不准", session),
            at=act.at,
            by=wholes.refused_by(parts, Somebody(id=act.actor.id, name=act.actor.name)),
            reason=reason,
            basis="" if own else basis,
            remedies=wholes.NO_SECOND_DECISION.format(papers="、".join(own)) if own else self._book.remedies(by),
        )

    def _notices(
        self, bundle: Case, standings: list[PartStanding], parts: Mapping[str, Case], changes: Mapping[str, Any]
    ) -> list[NoticeOrder]:
        """Only the end is news: each department's own step was told when it was taken."""
        if changes["state"] not in (CaseState.GRANTED, CaseState.REFUSED):
            return []
        granted = "、".join(each.name for each in standings if each.status.is_granted)
        failed = "、".join(each.name for each in standings if each.status.is_over and not _is_fine(each.status))
        if isinstance(decision := changes.get("decision"), Decision):
            stands = wholes.what_stands(bundle, standings, self._catalogue.version_by_id(bundle.item_version))
            paper = "、".join(wholes.own_decisions(standings, parts)) or f"不予批准决定书 {decision.number}"
            return self._tell(bundle, "bundle_refused", failed=failed, paper=paper, **stands)
        return self._tell(bundle, "bundle_decided", granted=granted or "无", failed=failed or "无")

    def _offers_told(self, bundle: Case, changes: Mapping[str, Any]) -> list[NoticeOrder]:
        names = listed([each.name for each in changes.get("offers", ())])
        return self._tell(bundle, "case_offers", offers=names) if names else []

    def _clock(self, bundle: Case, parts: Mapping[str, Case]) -> CaseClock:
        limits = self._catalogue.version_by_id(bundle.item_version).clocks
        return whole_clock(bundle, parts, self._book.calendar, self._book.policy, limits)

    # parts

    async def _begin(self, act: Act, part: Case, session: Session) -> None:
        notices = turn_notices(CaseClock(), part, act.at, self._tell)
        detail = {"item": part.item, "part": part.part, "department": part.department}
        began = event_of(act, "case.part_begun", detail=detail, notices=notices)
        await self._store.cases.insert(part, began, session=session)

    async def _bundle(self, bundle_id: str, session: Session) -> Case:
        return Case.of(await self._store.cases.get(bundle_id, session=session) or {})

    async def _parts(self, bundle_id: str, session: Session) -> list[Case]:
        return [Case.of(each) for each in await self._store.cases.find({"bundle": bundle_id}, session=session)]

    async def _set(self, case: Case, changes: Mapping[str, Any], event: Event | None, session: Session) -> None:
        """Inside a transaction the snapshot is the condition: whoever else wrote the document makes this run again."""
        document = case.model_copy(update=changes).to_document()
        await self._store.cases.change({"_id": case.id}, {"$set": {key: document[key] for key in changes}}, event, session=session)


def _moved(act: Act, effect: str, part: Case, changes: Mapping[str, Any]) -> Event:
    """What the whole does to a part, told with the part's states: supervision replays them."""
    to: CaseState = changes.get("state", part.state)
    turn = told_anew(part, part.model_copy(update=dict(changes)))
    return event_of(act, f"case.{effect}", detail={"item": part.item, "from": part.state.value, "to": to.value, **turn})


def _taken_back(part: Case) -> bool:
    """Whether it was granted, and that was annulled or withdrawn."""
    return part.decision is not None and part.decision.outcome is Completion.GRANTED and part.decision.revoked is not None


def _is_fine(status: PartStatus) -> bool:
    return status.is_granted or status is PartStatus.NOT_WANTED
