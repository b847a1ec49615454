"""Payment slips: drawn with the act of the case that makes them due, found, reduced by a head, ended with their case."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from backend.audit import event_of
from backend.clock import SHANGHAI, Clock
from backend.declared import declared
from backend.errors import NotFound, StaleVersion, Unavailable
from backend.outbox import OutboxRow
from backend.payments.settling import cancelled, next_check, sent_back
from backend.permissions import granted_items, may, require
from backend.store import Document, Session, Store
from backend.store.pages import page
from models.acts import Act, SystemActor
from models.base import Event, NoticeOrder
from models.cases import Case, Intake
from models.catalogue import Fee, RefundOn
from models.payments import Bill, BillLine, BillsQuery, BillState, CounterQuery, PaymentPolicy, RefundState

SETTLING = frozenset({"bill.paid", "bill.waived", "bill.cancelled"})
"""After these events nothing is owed on a slip any more."""
ENDINGS: dict[str, RefundOn | None] = {
    "case.withdrawn": RefundOn.WITHDRAWN,
    "case.refused": RefundOn.REFUSED,
    "case.parts_refused": RefundOn.REFUSED,
    "case.not_accepted": RefundOn.ENDED,
    "case.aborted": RefundOn.ENDED,
    "case.ended_unagreed": RefundOn.ENDED,
    "case.ended_by_death": RefundOn.ENDED,
    "case.ended_unpaid": RefundOn.ENDED,
    "case.lapsed": RefundOn.ENDED,
    "case.revoked": RefundOn.ENDED,
    "case.annulled": None,  # what was obtained wrongly was paid for all the same; not what never was handed out
    "case.refusal_annulled": RefundOn.ENDED,
}
"""How a case ends without what was paid for, and whether money may go back for it."""
_ALWAYS_BACK = frozenset({"case.refusal_annulled"})
"""After these money goes back whatever the item says: the new case is charged anew, and nobody pays twice for the office's own mistake."""
_MOVING = ("state", "ended_for", "reduction", "orders", "refunds", "receipt", "settled_at", "check_at")
_SAID = {"case.annulled": "决定已经撤销", "case.revoked": "批准决定已撤回", "case.refusal_annulled": "不予批准决定已经撤销"}
REPLACED = "金额有变化，已重新开具缴款书"
NOTHING_DUE = "没有应缴的金额"
_MOST = 50  # of one person, at a counter


def load_policy(path: Path) -> PaymentPolicy:
    """What the district has set, of catalogue/payments.yaml. Raises `ValidationError`."""
    return declared(path, PaymentPolicy)


class Bills:
    """The slips themselves; nothing here asks the bank."""

    def __init__(self, store: Store, clock: Clock, policy: PaymentPolicy) -> None:
        self.store = store
        self.clock = clock
        self.policy = policy

    async def drawn(
        self, act: Act, case: Case, fee: Fee, lines: list[BillLine], id: str, due: datetime, replaces: Bill | None = None
    ) -> Bill:
        """A new slip over these lines, not written yet; waived from the beginning where nothing of them is to be paid. What a head
        let off of the slip it `replaces` stays let off."""
        day = f"{act.at.astimezone(SHANGHAI):%Y%m%d}"
        bill = Bill(
            _id=id,
            number=f"{self.policy.region}{day}{await self.store.next_number(f'bills:{day}'):06d}",
            person=case.person,
            person_name=case.person_name,
            grant=case.grant,
            case=case.id,
            case_number=case.number or "",
            item=case.item,
            item_name=case.item_name,
            department=case.department,
            region=case.region,
            window=case.intake.region if case.intake else None,
            window_town=case.intake.town if case.intake else None,
            blocks=fee.before,
            lines=lines,
            refunds_on=list(fee.refunds),
            state=BillState.OPEN,
            reduction=replaces.reduction if replaces else None,
            drawn_at=act.at,
            due=due,
        )
        if bill.due_fen:
            return bill
        return bill.model_copy(update={"state": BillState.WAIVED, "ended_for": _why_nothing(bill), "settled_at": act.at})

    async def write(self, act: Act, bill: Bill, replaces: str | None, session: Session) -> None:
        """Writes a new slip in the transaction of the act it belongs to. `replaces`: the one whose amount no longer fits."""
        detail = {"item": bill.item, "case": bill.case, "replaces": replaces}
        event = event_of(replace(act, key=None, digest=None), "bill.drawn", detail=detail)
        await self.store.bills.insert(bill, event, session=session)

    async def end_replaced(self, old: Bill, new: Bill | None, session: Session) -> None:
        """Ends the slip `new` takes the place of, or nothing does, in the same transaction: a head who lets somebody off, or money that
        comes, at this moment is not passed over. What was paid goes back. Raises `StaleVersion` where somebody was faster."""
        act = self.system_act()
        if old.state is BillState.OPEN:
            nothing = new is None or not new.due_fen
            why = new.ended_for if new else NOTHING_DUE
            notices = self._tell(old, "payment_cancelled", reason=why) if nothing else []  # else the new slip's notice tells both
            await self._set(act, old, cancelled(old, REPLACED, act.at), "bill.cancelled", notices, session)
        elif (after := sent_back(old, REPLACED, act.at)) is not None:
            await self._set(act, old, after, "bill.refund_due", self._tell(after, "payment_refunding", reason=REPLACED), session)

    async def move(self, act: Act, bill_id: str, due: datetime, why: str, session: Session) -> None:
        """Gives an open slip a later day, because the calendar has changed; one that is settled meanwhile stays as it is."""
        event = event_of(act, "bill.due_moved", detail={"due": due, "why": why})
        where = {"_id": bill_id, "state": BillState.OPEN.value}
        await self.store.bills.change(where, {"$set": {"due": due}}, event, session=session)

    async def last(self, bill_id: str | None) -> Bill | None:
        """The slip a case was drawn last, if it was."""
        return await self._load(bill_id) if bill_id else None

    async def on_case_ended(self, row: OutboxRow) -> None:
        """The case is over: what is open need not be paid, what was paid goes back where the item says so. Consumes `ENDINGS`."""
        why = RefundOn.ENDED if row.detail.get("handed_out") is False else ENDINGS[row.action]
        for document in await self.store.bills.find({"case": row.subject_id}, fields=["refunds_on"]):
            back = row.action in _ALWAYS_BACK or (why is not None and why.value in document["refunds_on"])
            await self._end(document["_id"], _SAID.get(row.action) or (why.label if why else ""), back=back)

    async def taken_in(self, case_id: str, intake: Intake) -> None:
        """The counter of another district that took the papers in takes the money of slips in, too, that were drawn before. Safe to
        run twice."""
        there = {"window": intake.region, "window_town": intake.town}
        for document in await self.store.bills.find({"case": case_id, "window": None}, fields=["_id"]):
            await self.store.bills.change({"_id": document["_id"], "window": None}, {"$set": there})

    async def open_of(self, act: Act, whose: Document) -> list[Bill]:
        """What is to be paid, or waits to be handed back, on slips of that filter which the viewer may see, the oldest first."""
        waits = {"$or": [{"state": BillState.OPEN.value}, {"refunds.state": RefundState.AT_COUNTER.value}]}
        found = [Bill.of(each) for each in await self.store.bills.find({"$and": [whose, waits]}, sort=[("_id", 1)], limit=_MOST)]
        return [each for each in found if may("bill.see", act, each)]

    async def get(self, act: Act, bill_id: str) -> Bill:
        """A slip its debtor, their agent or staff it concerns may see. Raises `NotFound`, to staff of elsewhere `Forbidden`."""
        bill = await self._load(bill_id)
        require("bill.see", act, bill)
        return bill

    async def mine(self, act: Act, query: BillsQuery) -> tuple[list[Bill], str | None]:
        """The slips of the person whose matter it is, newest first, and where the next page begins."""
        where: Document = {"person": act.person, **granted_items(act)}
        if query.case:
            where["case"] = query.case
        return await page(self.store.bills, Bill, where, query.cursor, query.limit)

    async def at_counter(self, act: Act, query: CounterQuery) -> list[Bill]:
        """The slips of a case, or of that number, as far as this member of staff may see them; none named: none."""
        where: Document = {key: value for key, value in query.model_dump().items() if value}
        found = [Bill.of(each) for each in await self.store.bills.find(where, sort=[("_id", -1)], limit=20)] if where else []
        for bill in found:
            require("bill.see", act, bill)
        return found

    async def _load(self, bill_id: str) -> Bill:
        document = await self.store.bills.get(bill_id)
        if document is None:
            raise NotFound()
        return Bill.of(document)

    async def _end(self, bill_id: str, why: str, *, back: bool) -> None:
        """Raises `Unavailable` where somebody acted on it at this moment: the outbox delivers again."""
        before = await self._load(bill_id)
        act = self.system_act()
        if before.state is BillState.OPEN:
            after, action = cancelled(before, why, act.at), "bill.cancelled"
            notices = self._tell(after, "payment_cancelled", reason=why)
        elif back and (after := sent_back(before, why, act.at)) is not None:
            action, notices = "bill.refund_due", self._tell(after, "payment_refunding", reason=why)
        else:
            return
        if await self._changed(act, before, after, action, notices) is None:
            raise Unavailable()

    async def _changed(
        self, act: Act, before: Bill, after: Bill, action: str | None, notices: list[NoticeOrder], session: Session | None = None
    ) -> Bill | None:
        """Compare-and-set from `before` to `after`; None where somebody was faster. Without `action` nothing is told."""
        after = after.model_copy(update={"check_at": next_check(after)})
        document = after.to_document()
        event = self._event(act, after, action, notices) if action else None
        where = {"_id": before.id, "version": before.version}
        written = await self.store.bills.change(where, {"$set": {key: document[key] for key in _MOVING}}, event, session=session)
        return Bill.of(written) if written else None

    async def _set(
        self, act: Act, before: Bill, after: Bill, action: str, notices: list[NoticeOrder], session: Session | None = None
    ) -> Bill:
        """As `_changed`. Raises `StaleVersion` where somebody was faster."""
        bill = await self._changed(act, before, after, action, notices, session)
        if bill is None:
            raise StaleVersion()
        return bill

    def _event(self, act: Act, bill: Bill, action: str, notices: list[NoticeOrder]) -> Event:
        return event_of(act, action, detail={"item": bill.item, "case": bill.case, "state": bill.state.value}, notices=notices)

    def _tell(self, bill: Bill, template: str, **data: str) -> list[NoticeOrder]:
        """The notice to whoever owes it: never to who acts for them, for money is the principal's own."""
        filled: dict[str, Any] = {"item": bill.item_name, "number": bill.case_number, "bill": bill.id, "case": bill.case, **data}
        return [NoticeOrder(to=bill.person, template=template, data=filled)]

    def system_act(self) -> Act:
        """The act of the engine itself."""
        return Act(SystemActor(id="payments"), self.clock.now(), channel="system")


def _why_nothing(bill: Bill) -> str:
    if bill.reduction is not None and bill.total_fen:
        return bill.reduction.reason
    return bill.lines[0].waived_for or NOTHING_DUE
