"""Re-checks (抽检复核): drawn once a month, done by a reviewer who had no hand in the case, told to supervision and counted by town.

What is found wrong is not taken away unheard: the same way leads there as after an untrue commitment (拟撤销, the applicant's own say,
the head's decision). A refusal found wrong goes the same way, but need not wait for the applicant: they are decided about anew.
"""

import hashlib
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from backend.audit import event_of
from backend.cases.actions import Action
from backend.cases.core import somebody
from backend.cases.drawing import inspected
from backend.cases.in_place import in_place_by_name, own_and_stood_for
from backend.cases.lots import Lots
from backend.cases.proposing import Proposing
from backend.cases.renewing import recheck_id
from backend.cases.rights import is_head
from backend.clock import SHANGHAI
from backend.errors import FieldError, Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import token
from backend.spoken import deadline
from backend.store import Document, DuplicateKeyError, Session
from backend.store.indexes import TEXT
from backend.store.pages import page
from models.acts import Act, Role, StaffActor
from models.cases import Case, Completion, Inspection, InspectionFinding, InspectionOutcome, InspectionState, Somebody
from models.catalogue import Span, StepLevel
from models.rechecks import FindBody, Recheck, RecheckDraw, RecheckerBody, RecheckFinding, RechecksQuery

_DECIDED = (Completion.GRANTED, Completion.REFUSED)
_LOOKED_BACK = 36  # draws, one a month
_BOTH = "您是首席代表，还要听取申请人的意见、决定是否撤销，不能由您认定决定有误。请先把这一件指定给本部门另一位没有经手的审批人员复核。"


class Rechecking(Proposing):
    """The draw, and the acts on what was drawn."""

    async def draw_rechecks(self) -> int:
        """Draws for each month that is over, where nobody has. Periodic, safe to run twice at once: the seed is kept before anything
        is drawn by it. Returns how many were opened."""
        act = self._system()
        return sum([await self._draw(act, first, after) for first, after in await self._months_due(act.at)])

    async def _months_due(self, at: datetime) -> list[tuple[datetime, datetime]]:
        """The months that are over since the last one that was drawn for, the oldest first, with what broke off; the last month alone
        where there never was a draw."""
        last = _month_before(at)
        draws = [RecheckDraw.of(each) for each in await self.store.recheck_draws.find({}, sort=[("_id", -1)], limit=_LOOKED_BACK)]
        over = {each.id for each in draws if each.done_at is not None}
        since = min((each.id for each in draws), default=f"{last[0]:%Y-%m}")
        due: list[tuple[datetime, datetime]] = []
        while f"{last[0]:%Y-%m}" >= since:
            due.insert(0, last)
            last = _month_before(last[0])
        return [each for each in due if f"{each[0]:%Y-%m}" not in over]

    async def _draw(self, act: Act, first: datetime, after: datetime) -> int:
        draw = await self._draw_of_month(act, f"{first:%Y-%m}")
        if draw.done_at is not None:
            return 0
        cases = await self._taken_in_by_towns(first, after)
        drawn = [each for town in _by_town(cases).values() for each in _share(town, Lots(draw.seed.encode()), draw.percent)]
        opened = sum([await self._open_recheck(act, case, draw, number) for case, number in drawn])
        ids = sorted(each.id for each in cases)
        changes = {
            "among": {town: len(found) for town, found in _by_town(cases).items()},
            "digest": hashlib.sha256("\n".join(ids).encode()).hexdigest(),
            "drawn": len(drawn),
            "done_at": act.at,
        }
        event = event_of(act, "recheck.drawn", detail={"month": draw.id, "of": len(ids), "drawn": len(drawn), "digest": changes["digest"]})
        await self.store.recheck_draws.change({"_id": draw.id, "done_at": None}, {"$set": changes}, event)
        return opened

    async def rechecks(self, act: Act, query: RechecksQuery) -> tuple[list[Recheck], str | None]:
        """Of the viewer's department, for supervision of their district; and where the next page begins. Raises `Forbidden`."""
        where: Document = _seen_by(act)
        where |= {key: value for key in ("month", "town", "refusal") if (value := getattr(query, key)) is not None}
        if query.case is not None:
            where["_id"] = recheck_id(query.case)
        if query.open is not None:
            where["finding"] = None if query.open else TEXT
        if query.finding is not None:
            where["finding"] = query.finding.value
        if query.settled is not None:
            where |= {"finding": RecheckFinding.WRONG.value, "outcome": TEXT if query.settled else None}
        if query.mine:
            where["rechecker.id"] = {"$in": list(own_and_stood_for(act.actor))}
        return await page(self.store.rechecks, Recheck, where, query.cursor, query.limit)

    async def last_drawn_month(self, act: Act) -> str:
        """The last month whose draw is done, as `2026-11`; where there is none the month before this one, which is drawn next."""
        draws = await self.store.recheck_draws.find({}, sort=[("_id", -1)], limit=_LOOKED_BACK, fields=["done_at"])
        return next((each["_id"] for each in draws if each["done_at"] is not None), f"{_month_before(act.at)[0]:%Y-%m}")

    async def rechecks_of_month(self, act: Act, month: str) -> tuple[RecheckDraw | None, list[Recheck]]:
        """A month's draw and everything it opened that the viewer may see. Raises `Forbidden`."""
        document = await self.store.recheck_draws.get(month)
        found = await self.store.rechecks.find({**_seen_by(act), "month": month})
        return RecheckDraw.of(document) if document else None, [Recheck.of(each) for each in found]

    @once("rechecks", Recheck)
    async def record_recheck(self, act: Act, recheck_id: str, body: FindBody) -> Recheck:
        """Records what was found. A wrong decision is to be annulled: the applicant is told why and may speak first.

        Raises `NotFound`, `Forbidden` to whose re-check it is not, `WrongState`, `StaleVersion`.
        """
        recheck, case = await self._to_do(act, recheck_id, body.version)
        self._require_rechecker(act, recheck, case)
        act = in_place_by_name(act, recheck.rechecker)
        if body.finding is RecheckFinding.WRONG and is_head(act, case):
            raise WrongState(_BOTH)
        wrongly_refused = case.was_refused and body.finding is RecheckFinding.WRONG
        found: dict[str, Any] = {"finding": body.finding, "note": body.note, "found_at": act.at, "found_by": somebody(act)}
        found |= {"refusal": wrongly_refused}
        if body.finding is not RecheckFinding.WRONG:
            return await self._set_recheck(act, recheck, found, "recheck.recorded", None)

        async def write(session: Session) -> None:
            await self._set_recheck(act, recheck, found, "recheck.recorded", session)

        await self._propose(replace(act, key=None, digest=None), case, recheck, body, write)
        return (await self._recheck(recheck_id))[0]

    async def recheckers(self, act: Act, recheck_id: str) -> list[Somebody]:
        """Whom the head may give a re-check to. Raises `NotFound`, `Forbidden`, `WrongState` once it is done."""
        recheck, case = await self._recheck(recheck_id)
        self._require_open(act, recheck)
        return await self._may_recheck(case)

    async def _may_recheck(self, case: Case) -> list[Somebody]:
        """The reviewers of the department that decided who had no hand in the case."""
        return [each for each in await self.officers(case.decided_in) if each.id not in _hands(case)]

    @once("rechecks", Recheck)
    async def assign_recheck(self, act: Act, recheck_id: str, body: RecheckerBody) -> Recheck:
        """The head gives it to somebody else who had no hand in the case. Raises as `record_recheck`, and `Invalid`."""
        recheck, case = await self._to_do(act, recheck_id, body.version)
        actor = act.actor
        if not isinstance(actor, StaffActor) or not actor.has(Role.CHIEF_REPRESENTATIVE):
            raise Forbidden("抽检由首席代表指定复核人员。")
        officers = {each.id: each for each in await self._may_recheck(case)}
        if body.rechecker not in officers:
            raise Invalid(errors=[FieldError("/rechecker", "抽检要交给本部门没有收件、受理、审核过这一件的审批人员，请另选一位。")])
        return await self._set_recheck(act, recheck, {"rechecker": officers[body.rechecker]}, "recheck.assigned", None)

    async def _draw_of_month(self, act: Act, month: str) -> RecheckDraw:
        """The month's draw, with its seed and the share that holds now, made where it is missing."""
        draw = RecheckDraw(_id=month, seed=token(), percent=self.policy.recheck.percent, at=act.at)
        try:
            await self.store.recheck_draws.insert(draw, event_of(act, "recheck.seeded", detail={"month": month, "percent": draw.percent}))
        except DuplicateKeyError:
            return RecheckDraw.of(await self.store.recheck_draws.get(month) or {})
        return draw

    async def _taken_in_by_towns(self, first: datetime, after: datetime) -> list[Case]:
        """What a town's counter took in, and the district decided in that time."""
        where = {"received_town": TEXT, "decision.at": {"$gte": first, "$lt": after}}
        found = [Case.of(each) for each in await self.store.cases.find(where)]
        return [each for each in found if _decided_by_district(each)]

    async def _open_recheck(self, act: Act, case: Case, draw: RecheckDraw, number: int) -> bool:
        """Opens one; False where that was done before."""
        candidates = await self._may_recheck(case)
        chosen = Lots(draw.seed.encode()).choice(case.id, candidates)
        recheck = Recheck(
            _id=recheck_id(case.id),
            case=case.id,
            case_number=case.number or "",
            item=case.item,
            item_name=case.item_name,
            department=case.decided_in,
            region=case.region,
            town=case.received_town or "",
            month=draw.id,
            draw=number,
            opened_at=act.at,
            due=self.calendar.deadline(act.at, Span(n=self.policy.recheck.within)).at,
            rechecker=chosen,
        )
        detail = {"case": case.id, "draw": number, "rechecker": chosen.id if chosen else None}
        try:
            await self.store.rechecks.insert(recheck, event_of(act, "recheck.opened", detail=detail))
        except DuplicateKeyError:
            return False
        return True

    async def _propose(self, act: Act, case: Case, recheck: Recheck, body: FindBody, beside: Any) -> None:
        """The decision is to be annulled (拟撤销), with the finding written in the same transaction."""
        row = self._allowed(self._system(), case, Action.PROPOSE_ANNULMENT, case.version)
        if case.inspection is not None and case.inspection.state is not InspectionState.OVER:
            raise WrongState("这份办件正在核查告知承诺，请等核查完毕再登记。")
        if case.decision is None or case.decision.revoked is not None:
            raise WrongState("这份办件的决定已经撤销，请登记为有小差错，并在说明里写明。")
        by = somebody(act)
        ground = InspectionOutcome.REFUSED_WRONGLY if case.was_refused else InspectionOutcome.DECIDED_WRONGLY
        hearing = case.is_licence and not case.was_refused
        proposal = await self._proposal(act, case, ground, body.note, body.basis or "", hearing=hearing)
        inspection = Inspection(
            department=case.decided_in,
            draw=recheck.draw,
            percent=self.policy.recheck.percent,
            since=recheck.opened_at,
            due=recheck.due,
            inspector=by,
            state=InspectionState.PROPOSED,
            findings=[InspectionFinding(outcome=ground, note=body.note, at=act.at, by=by)],
            proposal=proposal,
        )
        template = "refusal_found_wrong" if case.was_refused else "decision_found_wrong"
        notices = self._tell(case, template, notice=proposal.number, due=deadline(proposal.until))
        detail = {"recheck": recheck.id, "notice": proposal.number}
        await self._apply(act, case, row, inspected(inspection), detail=detail, notices=notices, beside=beside)

    async def _to_do(self, act: Act, recheck_id: str, version: int) -> tuple[Recheck, Case]:
        recheck, case = await self._recheck(recheck_id)
        self._require_open(act, recheck)
        if recheck.version != version:
            raise StaleVersion()
        return recheck, case

    @staticmethod
    def _require_open(act: Act, recheck: Recheck) -> None:
        if not isinstance(act.actor, StaffActor) or act.actor.department != recheck.department:
            raise Forbidden()
        if not recheck.is_open:
            raise WrongState("这一件已经登记过抽检结果，不能再改。")

    async def _recheck(self, recheck_id: str) -> tuple[Recheck, Case]:
        document = await self.store.rechecks.get(recheck_id)
        if document is None:
            raise NotFound()
        recheck = Recheck.of(document)
        return recheck, await self._load(recheck.case)

    @staticmethod
    def _require_rechecker(act: Act, recheck: Recheck, case: Case) -> None:
        if act.actor.id in _hands(case):
            raise Forbidden("收件、受理、审核过这一件的人不能抽检同一件。")
        if recheck.rechecker is None or recheck.rechecker.id not in own_and_stood_for(act.actor):
            raise Forbidden(
                f"这一件抽中由{recheck.rechecker.name}复核。" if recheck.rechecker else "这一件还没有复核人员，请首席代表先指定。"
            )

    async def _set_recheck(self, act: Act, recheck: Recheck, changes: dict[str, Any], action: str, session: Session | None) -> Recheck:
        after = recheck.model_copy(update=changes).to_document()
        finding = changes.get("finding")
        detail = {"case": recheck.case, "town": recheck.town, "finding": finding.value if finding else None}
        event = event_of(act, action, detail=detail)
        where = {"_id": recheck.id, "version": recheck.version, "finding": None}
        written = await self.store.rechecks.change(where, {"$set": {key: after[key] for key in changes}}, event, session=session)
        if written is None:
            raise StaleVersion()
        return Recheck.of(written)


def _seen_by(act: Act) -> Document:
    """The filter of what a viewer may see."""
    actor = act.actor
    if not isinstance(actor, StaffActor):
        raise Forbidden()
    if actor.has(Role.SUPERVISOR, Role.AUDITOR):
        return {"region": {"$in": [None, actor.region]}} if actor.region is not None else {}
    if actor.department is None:
        raise Forbidden()
    return {"department": actor.department}


def _hands(case: Case) -> set[str]:
    """Everybody who had a hand in it: wrote it down, received, accepted, did a step, decided."""
    hands: list[Somebody | None] = [*case.scribes, case.received_by, case.accepted_by, *(step.done_by for step in case.steps)]
    hands.append(case.decision.by if case.decision else None)
    return {each.id for each in hands if each is not None}


def _decided_by_district(case: Case) -> bool:
    decided = case.decision is not None and case.decision.outcome in _DECIDED and case.decision.revoked is None
    return decided and bool(case.steps) and case.steps[-1].level is StepLevel.DISTRICT


def _by_town(cases: list[Case]) -> dict[str, list[Case]]:
    towns: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        towns[case.received_town or ""].append(case)
    return towns


def _share(cases: list[Case], lots: Lots, percent: int) -> list[tuple[Case, int]]:
    """So many of a hundred, at least one of any, with the smallest numbers; each with its number."""
    numbered = sorted(((lots.number(each.id), each.id, each) for each in cases), key=lambda row: row[:2])
    count = -(-len(cases) * percent // 100)
    return [(case, number) for number, _, case in numbered[:count]]


def _month_before(at: datetime) -> tuple[datetime, datetime]:
    """When the month before that of `at` began and ended."""
    after = at.astimezone(SHANGHAI).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return (after - timedelta(days=1)).replace(day=1), after
