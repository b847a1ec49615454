"""Fees of a case: when a payment slip is drawn, and what a settled one means for the case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from backend.audit import event_of
from backend.cases.actions import Action
from backend.cases.bundles import FollowUp
from backend.cases.clocks import workdays_before
from backend.cases.flow import Transition
from backend.cases.obligations import changes_to, replaced
from backend.clock import SHANGHAI
from backend.errors import Unavailable
from backend.ids import new_id
from backend.outbox import OutboxRow
from backend.payments import REPLACED, Bills, digest_of, lines_of
from backend.spoken import deadline, full_day
from backend.store import Session, Store
from backend.workdays import WorkCalendar
from models.acts import Act
from models.cases import Blocks, Case, CaseState, Obligation, ObligationKind, Somebody
from models.catalogue import ItemVersion, Span
from models.payments import Bill, BillState, yuan

FEE = "fee"
TAKEN_IN = frozenset({"case.received", "case.originals_checked"})
"""After these events a counter of another district may have taken the papers in."""
_HANDING_IN = frozenset({Action.PRE_REVIEW, Action.SUBMIT, Action.RESUBMIT})
_ACCEPTING = frozenset({Action.ACCEPT, Action.PRE_APPROVE, Action.SUBMIT, Action.RESUBMIT, Action.DEEM_ACCEPTED})
_GRANTING = frozenset({Action.GRANT, Action.DEEM_GRANTED})


def is_drawn_by(row: Transition, before: Blocks) -> bool:
    """Whether an act is one after which the slip is due. A handing-in draws it anew where the amount has changed."""
    if before is Blocks.ACCEPTANCE:
        return row.action in _HANDING_IN
    if before is Blocks.DECISION:
        return row.action in _ACCEPTING and row.target is CaseState.ACCEPTED
    return row.action in _GRANTING and row.target is CaseState.GRANTED


@dataclass(frozen=True)
class Billed:
    """What an act adds where a slip is drawn: to set on the case, to tell, to write beside it. `old`: the one it takes the place of."""

    changes: dict[str, Any] = field(default_factory=dict[str, Any])
    slip: Bill | None = None
    old: Bill | None = None
    write: FollowUp | None = None


class Billing:
    """Draws slips for cases. A part of a bundle has none of its own: the bundle pays."""

    def __init__(self, store: Store, bills: Bills) -> None:
        self._store = store
        self._bills = bills

    async def billed(self, act: Act, case: Case, row: Transition, version: ItemVersion, calendar: WorkCalendar) -> Billed:
        """For `case` as it will be after the act. One slip stands at a time: what no longer fits is replaced."""
        fee = version.fee
        if case.bundle is not None or not fee.charges or not is_drawn_by(row, fee.before):
            return Billed()
        lines = lines_of(fee, case.form, case.materials, act.at.date())
        digest = digest_of(lines)
        standing = next((each for each in reversed(case.obligations) if each.kind is ObligationKind.PAYMENT), None)
        last = await self._bills.last(standing.id if standing else None)
        old = last if last is not None and last.state is not BillState.CANCELLED else None
        if (old is None and not lines) or (old is not None and standing is not None and standing.digest == digest):
            return Billed()
        id, due = new_id("bill"), calendar.deadline(act.at, fee.within or Span(n=self._bills.policy.within_days)).at
        end = unpaid_end(case, version, due, calendar)
        due = min(due, end[0]) if end else due
        bill = await self._bills.drawn(act, case, fee, lines, id, due, last) if lines else None
        obligations = _without(case, standing, act)
        if bill is not None:
            remind_at = workdays_before(calendar, due, self._bills.policy.remind_days)
            owed = _owed(bill, digest)
            ends = {"ends_at": end[0], "ends_words": end[1]} if end else {}
            obligations.append(owed.model_copy(update={"remind_at": remind_at if owed.is_open and remind_at > act.at else None, **ends}))

        async def write(session: Session) -> None:
            if old is not None:
                await self._bills.end_replaced(old, bill, session)
            if bill is not None:
                await self._bills.write(act, bill, old.id if old else None, session)

        return Billed(changes_to(obligations), bill, old, write)

    async def move(self, act: Act, bill_id: str, due: datetime, why: str, session: Session) -> None:
        """See `Bills.move`: the slip follows what the case says of it."""
        await self._bills.move(act, bill_id, due, why, session)

    async def on_taken_in(self, row: OutboxRow) -> None:
        """Where another district's counter took the papers in, slips drawn with the handing-in are its own to collect, too. Consumes
        `TAKEN_IN`, safe to run twice."""
        case = Case.of(await self._store.cases.get(row.subject_id) or {})
        if case.intake is not None:
            await self._bills.taken_in(case.id, case.intake)

    async def on_bill_settled(self, row: OutboxRow) -> None:
        """The case waits for its payment no longer. Consumes `SETTLING` of `backend.payments`; safe to run twice.

        Raises `Unavailable` where somebody acted on the case at this moment: the outbox delivers again.
        """
        bill = Bill.of(await self._store.bills.get(row.subject_id) or {})
        case = Case.of(await self._store.cases.get(bill.case) or {})
        owed = next((each for each in case.obligations if each.id == bill.id), None)
        if owed is None or owed.is_settled:
            return
        settled = owed.model_copy(update={**_settlement(bill), "remind_at": None})
        changes = changes_to(replaced(case, settled))
        after = case.model_copy(update=changes).to_document()
        event = event_of(self._bills.system_act(), "case.payment_settled", detail={"item": case.item, "bill": bill.id})
        where = {"_id": case.id, "version": case.version}
        if await self._store.cases.change(where, {"$set": {key: after[key] for key in changes}}, event) is None:
            raise Unavailable()


def unpaid_end(case: Case, version: ItemVersion, due: datetime, calendar: WorkCalendar) -> tuple[datetime, str] | None:
    """When what was granted ends where nobody pays, and in what words: with its own last day, or as the item's `late` says; None where
    it goes on waiting, and before it is granted."""
    if version.fee.before is not Blocks.HAND_OUT:
        return None
    late = version.fee.late
    ends = [(calendar.deadline(due, late.within).at, late.words)] if late is not None else []
    for result in version.results:
        last = case.form.get(result.licence.until) if result.licence and result.licence.until else None
        if isinstance(last, str):
            day = date.fromisoformat(last)
            words = f"批准的期限到{full_day(day)}为止，费用一直没有缴，没有发证，批准失效。"
            ends.append((datetime.combine(day, calendar.hours.end, SHANGHAI), words))
    return min(ends, default=None)


def payment_notice(billed: Billed) -> tuple[str, dict[str, str]] | None:
    """The template, and what it says, for a slip that is to be paid; the same notice tells of the one it takes the place of."""
    bill, old = billed.slip, billed.old
    if bill is None or not bill.due_fen:
        return None
    data = {"amount": yuan(bill.due_fen), "due": deadline(bill.due), "bill": bill.id}
    if old is None:
        return "payment_due", data
    let_off = f"（已经减免的{yuan(bill.reduced_fen)}元仍然减免）" if bill.reduced_fen else ""
    paid = f"原来缴的{yuan(old.due_fen)}元会退给您" if old.state is BillState.PAID else "原来的缴款书作废，不要再按它缴"
    return "payment_changed", {**data, "former": yuan(old.due_fen), "let_off": let_off, "old_slip": paid}


def _owed(bill: Bill, digest: str) -> Obligation:
    name = "、".join(line.name for line in bill.lines if not line.waived_for) or bill.lines[0].name
    waived = bill.state is BillState.WAIVED
    return Obligation(
        id=bill.id,
        kind=ObligationKind.PAYMENT,
        key=FEE,
        name=f"缴费：{name}",
        digest=digest,
        blocks=bill.blocks,
        since=bill.drawn_at,
        due=bill.due,
        ended_at=bill.settled_at if waived else None,
        ended_for=bill.ended_for if waived else "",
    )


def _without(case: Case, standing: Obligation | None, act: Act) -> list[Obligation]:
    """The case's obligations, the payment that no longer fits ended."""
    if standing is None or standing.is_settled:
        return list(case.obligations)
    return replaced(case, standing.model_copy(update={"ended_at": act.at, "ended_for": REPLACED, "remind_at": None}))


def _settlement(bill: Bill) -> Mapping[str, Any]:
    """How a slip was settled, as its obligation keeps it."""
    if bill.state is not BillState.PAID:
        return {"ended_at": bill.settled_at, "ended_for": bill.ended_for}
    paid = bill.payment
    by = paid.by if paid else None
    return {
        "met_at": bill.settled_at,
        "met_by": by or Somebody(id=bill.person, name=bill.person_name),
        "method": paid.method.value if paid else "",
    }
