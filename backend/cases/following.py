"""What rests on a decision that was taken back (撤销、撤回), or on a licence that was given up, is not left standing unseen, and never ends
silently.

In its bundle: what was granted after it (`after`), or is nothing without an essential part (`ends_with_essential`). Elsewhere: what was granted
on the licence it had become, used instead of a paper or to fill in its answers, such as a monthly allowance. Each is proposed to end: its applicant is told why and may speak, the head of
its own department has it among the checks of the department and annuls it or lets it stand (`Inspecting`).
"""

from backend.audit import event_of
from backend.cases.actions import Action
from backend.cases.core import somebody
from backend.cases.drawing import inspected
from backend.cases.inspecting import Inspecting
from backend.errors import StaleVersion, Unavailable
from backend.licences import issued_id
from backend.outbox import OutboxRow
from backend.spoken import deadline
from models.acts import Act
from models.cases import Case, Completion, Inspection, InspectionFinding, InspectionOutcome, InspectionState, PartStanding, Revocation
from models.catalogue import BundlePart
from models.issued_licences import IssuedLicence
from models.licences import LicenceStatus

TAKEN_BACK = frozenset({"case.annulled", "case.revoked"})
"""Events after which something else may rest on nothing."""

_BESIDE = "这个决定以「{name}」为前提，「{name}」的决定已经{verb}（{number}）。{words}"
_ON_LICENCE = "这个决定依据的《{licence}》，它的决定已经{verb}（{number}），证照已经失效。"
_GIVEN_UP = "这个决定依据的《{licence}》已经注销（{number}），不再有效。"


class Following(Inspecting):
    """What the system does after a decision in somebody's favour was taken back."""

    async def on_taken_back(self, row: OutboxRow) -> None:
        """Proposes the end of what rests on it. Consumes `TAKEN_BACK`. Safe to run twice.

        Raises `Unavailable` where somebody acted on one of these at this moment: the outbox delivers again.
        """
        case = await self._load(row.subject_id)
        revoked = case.decision.revoked if case.decision else None
        if revoked is None or case.decision is None or case.decision.outcome is not Completion.GRANTED:
            return
        act = self._system()
        for other, why in [*await self._beside(case, revoked), *await self._on_licence(case, revoked)]:
            try:
                await self._propose_end(act, other, why, revoked.basis)
            except StaleVersion:
                raise Unavailable() from None

    async def on_licence_ended(self, row: OutboxRow) -> None:
        """Proposes the end of what stands on a licence its holder has given up, or on one before it, where they hold none now;
        not of what gave it up. Consumes "licence.cancelled". Safe to run twice. Raises `Unavailable` as `on_taken_back`."""
        issued = IssuedLicence.of(await self.store.licences_issued.get(row.subject_id) or {})
        if issued.replaced_by is None:
            return
        theirs = {"holder_number": issued.holder_number, "kind": issued.kind}
        held = [IssuedLicence.of(each) for each in await self.store.licences_issued.find(theirs, sort=[("_id", 1)])]
        by = await self._load(issued.replaced_by)
        if by.decision is None or any(each.record["status"] == LicenceStatus.VALID for each in held):
            return
        why = _GIVEN_UP.format(licence=issued.record["name"], number=by.decision.number)
        basis = "、".join(f"《{each.title}》" for each in self.version_of(by).legal_basis[:1])
        for other in [case for each in held for case in await self._standing_on(each) if case.id != by.id]:
            try:
                await self._propose_end(self._system(), other, why, basis)
            except StaleVersion:
                raise Unavailable() from None

    async def _beside(self, case: Case, revoked: Revocation) -> list[tuple[Case, str]]:
        """Granted parts of the same bundle that rest on this one, each with why."""
        if case.bundle is None:
            return []
        whole = await self._load(case.bundle)
        version, lost = self.version_of(whole), whole.standing(case.part)
        if lost is None:
            return []
        found: list[tuple[Case, str]] = []
        for document in await self.store.cases.find({"bundle": case.bundle}, sort=[("_id", 1)]):
            part = Case.of(document)
            declared = version.part(part.part or "")
            if declared is not None and _rests_on(declared, lost) and _stands(part):
                words = declared.ends_with_essential or ""
                found.append((part, _BESIDE.format(name=lost.name, verb=_verb(revoked), number=revoked.number, words=words)))
        return found

    async def _on_licence(self, case: Case, revoked: Revocation) -> list[tuple[Case, str]]:
        """Cases granted on a licence this one had become, each with why."""
        ids = [issued_id(case, result) for result in self.version_of(case).results if result.licence is not None]
        issued = [IssuedLicence.of(each) for each in await self.store.licences_issued.find({"_id": {"$in": ids}})] if ids else []
        found: list[tuple[Case, str]] = []
        for licence in issued:
            why = _ON_LICENCE.format(licence=licence.record["name"], verb=_verb(revoked), number=revoked.number)
            found += [(each, why) for each in await self._standing_on(licence)]
        return found

    async def _standing_on(self, licence: IssuedLicence) -> list[Case]:
        """What was granted on a licence and holds: handed in with it, or its holder's own and filled in from it."""
        identifier = str(licence.record["identifier"])
        used = await self.store.cases.find({"materials.licence.identifier": identifier}, sort=[("_id", 1)])
        own = await self.store.cases.find({"person": licence.person, "decision.outcome": Completion.GRANTED.value}, sort=[("_id", 1)])
        filled = [each for each in map(Case.of, own) if any(o.source and o.source.record_id == identifier for o in each.sources.values())]
        found = {each.id: each for each in [*map(Case.of, used), *filled]}
        return [each for each in found.values() if _stands(each) and each.id != licence.case]

    async def _propose_end(self, act: Act, case: Case, why: str, basis: str) -> None:
        """One of them: told, and heard. Where something else of it is being checked, whoever decides that sees this too; of one whose
        file is destroyed, or about to be, the head is told in its history."""
        before = case.inspection.findings if case.inspection else []
        if any(each.note == why for each in before) or any(each.detail.get("why") == why for each in case.events):
            return
        finding = InspectionFinding(outcome=InspectionOutcome.BASIS_GONE, note=why, at=act.at, by=somebody(act))
        if _is_gone(case) or (case.inspection is not None and case.inspection.is_open):
            await self._noted(act, case, finding)
            return
        row = self._allowed(act, case, Action.PROPOSE_ANNULMENT, case.version)
        hearing = case.is_licence
        proposal = await self._proposal(act, case, InspectionOutcome.BASIS_GONE, why, basis, hearing=hearing)
        inspection = Inspection(
            department=case.decided_in,
            since=act.at,
            due=proposal.until,
            state=InspectionState.PROPOSED,
            findings=[*before, finding],
            proposal=proposal,
        )
        notices = self._tell(case, "decision_basis_gone", why=why, notice=proposal.number, due=deadline(proposal.until))
        await self._apply(act, case, row, inspected(inspection), detail={"notice": proposal.number}, notices=notices)

    async def _noted(self, act: Act, case: Case, finding: InspectionFinding) -> None:
        event = event_of(act, "case.basis_annulled", detail={"item": case.item, "department": case.decided_in, "why": finding.note})
        changes = {}
        if not _is_gone(case) and case.inspection is not None:
            seen = case.inspection.model_copy(update={"findings": [*case.inspection.findings, finding]})
            changes = {"inspection": seen.model_dump()}
        if await self.store.cases.change({"_id": case.id, "version": case.version}, {"$set": changes}, event) is None:
            raise Unavailable()


def _rests_on(part: BundlePart, lost: PartStanding) -> bool:
    return lost.key in part.after or (lost.essential and bool(part.ends_with_essential))


def _stands(case: Case) -> bool:
    return case.decision is not None and case.decision.outcome is Completion.GRANTED and case.decision.over is None


def _is_gone(case: Case) -> bool:
    return case.archived is not None and bool(case.archived.destruction)


def _verb(revoked: Revocation) -> str:
    return "撤销" if revoked.annulled else "撤回"
