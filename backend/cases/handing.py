"""Results that are collected or sent: the case stays granted while its delivery is open, and closes when it is done."""

from typing import Any

from backend.audit import event_of
from backend.cases.actions import Action
from backend.cases.chosen_way import WAYS, goes_another_way, post_address
from backend.cases.core import Core, somebody
from backend.cases.result_numbers import taken, taken_as
from backend.cases.unready import require_ready
from backend.delivery import DeliveryBook, where_of
from backend.errors import Conflict, FieldError, Invalid, Unavailable
from backend.idempotency import once
from backend.outbox import OutboxRow
from backend.store import DuplicateKeyError, Session
from models.acts import Act
from models.cases import Case, CaseState, Completion, Desk, ResultRecord
from models.catalogue import Delivery as Way
from models.deliveries import DeliverBody, Delivery, DeliveryMethod, DeliveryState, Recipient, Waits


class Handing(Core):
    """Opens deliveries and hears of their end."""

    deliveries: DeliveryBook

    def deliver_with(self, deliveries: DeliveryBook) -> None:
        """Hands over what follows results on their way; called once by composition.py."""
        self.deliveries = deliveries

    @once("cases", Case)
    async def deliver(self, act: Act, case_id: str, body: DeliverBody) -> Case:
        """The result is made: it waits at the counter, or is sent to the address the applicant gave.

        Raises `WrongState` while a part's result or a payment is missing, `Invalid` for a way the item does not offer or an address
        nobody gave, or a number that is somebody else's.
        """
        case, row = await self._take(act, case_id, Action.DELIVER, body.version)
        require_ready(case, self.version_of(case), Action.DELIVER)
        recipient = self._recipient(case, body)
        failed = await self.deliveries.came_back(case.id)  # whoever took it back has told why
        moved = not failed and goes_another_way(case, self.version_of(case), WAYS[body.method], body.wish)
        guide = self.version_of(case).guide
        waits = await self.deliveries.counter_of(act, Waits(place=guide.where[0], hours=guide.when.rstrip("。")))
        delivery = self.deliveries.opened(act, case, body, recipient, waits)
        result = ResultRecord(
            kind=body.kind,
            number=body.number or "",
            delivery=body.method.label,
            note=body.note or "",
            wish=(body.wish or "") if moved else "",
            at=act.at,
            by=somebody(act),
            **_where(delivery),
        )
        number = await taken_as(self.store, case, self.book.decider(case, self.version_of(case)), body.kind, body.number)
        changes = {"result": result, "delivery": delivery.id, "desk": None, "queued_at": None, **number}
        notices = (
            self._tell(case, "delivery_waiting", result=body.kind, counter=where_of(delivery), pickup=delivery.pickup)
            if body.method is DeliveryMethod.COUNTER
            else []
        )

        notices += self._tell_other_way(case, self.version_of(case), result) if moved else []

        async def write(session: Session) -> None:
            await self.deliveries.write(act, delivery, session)

        detail = {"result": body.kind, "delivery": delivery.id, "method": body.method.value}
        try:
            return await self._apply(act, case, row, changes, detail=detail, notices=notices, beside=write)
        except DuplicateKeyError:
            raise taken() from None

    async def on_delivery_done(self, row: OutboxRow) -> None:
        """The result is where it belongs: the case is closed. Consumes `DONE` of `backend.delivery`; safe to run twice.

        Raises `Unavailable` where somebody acted on the case at this moment: the outbox delivers again.
        """
        delivery = Delivery.of(await self.store.deliveries.get(row.subject_id) or {})
        case = await self._load(delivery.case)
        if case.state is not CaseState.GRANTED or case.delivery != delivery.id:
            return
        act = self._system()
        closing = self._allowed(act, case, Action.DELIVERED, case.version)
        outcome = case.decision.outcome if case.decision else case.completion
        changes: dict[str, Any] = {"completion": outcome, "closed_at": act.at, "desk": None, "queued_at": None}
        try:
            await self._apply(act, case, closing, changes, detail={"result": delivery.kind, "delivery": delivery.id})
        except Conflict:
            raise Unavailable() from None

    async def on_paper_issued(self, row: OutboxRow) -> None:
        """The paper of a result was made, and it is all there is to receive: nobody hands anything out, and the case is closed.

        Consumes `certificate.issued` and `points.recorded`; safe to run twice. Raises `Unavailable` as `on_delivery_done`.
        """
        if (case_id := row.detail.get("case")) is None:
            return
        case = await self._load(case_id)
        version = self.version_of(case)
        if case.state is not CaseState.GRANTED or not version.is_only_downloaded or not all(each.is_settled for each in case.obligations):
            return
        act = self._system()
        closing = self._allowed(act, case, Action.DELIVERED, case.version)
        result = ResultRecord(
            kind=version.result.name, number=row.detail["number"], delivery=Way.DOWNLOAD.label, note="", at=act.at, by=somebody(act)
        )
        changes: dict[str, Any] = {"result": result, "completion": Completion.GRANTED, "closed_at": act.at, "desk": None, "queued_at": None}
        try:
            await self._apply(act, case, closing, changes, detail={"result": result.kind})
        except Conflict:
            raise Unavailable() from None

    async def on_delivery_moved(self, row: OutboxRow) -> None:
        """The result waits at a counter now instead of being sent, or was taken back, so that it may be handed out anew. Consumes
        `MOVED` of `backend.delivery`; safe to run twice. Raises `Unavailable` as `on_delivery_done`."""
        delivery = Delivery.of(await self.store.deliveries.get(row.subject_id) or {})
        case = await self._load(delivery.case)
        if case.state is not CaseState.GRANTED or case.delivery != delivery.id or case.result is None:
            return
        act, over = self._system(), delivery.state is DeliveryState.CANCELLED
        update = {"delivery": delivery.method.label, "wish": delivery.wish, **_where(delivery)}
        changes: dict[str, Any] = {"result": None if over else case.result.model_copy(update=update)}
        if over:
            changes |= {"delivery": None, "desk": Desk(department=case.department, role="receptionist"), "queued_at": act.at}
        document = case.model_copy(update=changes).to_document()
        detail = {"item": case.item, "delivery": delivery.id, "method": None if over else delivery.method.value}
        event = event_of(act, "case.delivery_moved", detail=detail)
        if await self.store.cases.change(self._filter(case), {"$set": {key: document[key] for key in changes}}, event) is None:
            raise Unavailable()

    def _recipient(self, case: Case, body: DeliverBody) -> Recipient | None:
        """Where it is sent, as the applicant said; None for the counter. Raises `Invalid`."""
        result = self.version_of(case).result
        if WAYS[body.method] not in result.delivery:
            raise Invalid(errors=[FieldError("/method", f"这个事项的结果不能{body.method.label}，请选别的方式。")])
        if body.method is DeliveryMethod.COUNTER:
            return None
        to = post_address(case, result)
        if to is None:
            raise Invalid(errors=[FieldError("/method", "申请人没有选择邮寄，或者没有填寄送地址，请改为窗口领取。")])
        return to


def _where(delivery: Delivery) -> dict[str, str]:
    """The counter where it is collected; of a parcel none."""
    at_counter = delivery.method is DeliveryMethod.COUNTER
    return {"place": delivery.place, "hours": delivery.hours} if at_counter else {"place": "", "hours": ""}
