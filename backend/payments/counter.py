"""Money at the counter: taken in, handed back to the payer's own hands; and a head who lets somebody off."""

from backend.errors import FieldError, Invalid, StaleVersion, WrongState
from backend.idempotency import once
from backend.payments.online import Online, standing
from backend.payments.settling import counted, given_back, received
from backend.people import People
from backend.permissions import require
from backend.spoken import moment
from backend.store import Session
from models.acts import Act, StaffActor
from models.cases import Somebody
from models.payments import Bill, BillState, CollectBody, HandBackBody, OrderState, PaymentMethod, ReduceBody, Reduction, RefundState, yuan


class Counter(Online):
    """Acts of staff on slips. An open payment on the phone is closed at the bank by the next turn; if it was paid it goes back."""

    people: People

    @once("bills", Bill)
    async def collect(self, act: Act, bill_id: str, body: CollectBody) -> Bill:
        """Takes the money in, cash or card; the slip is settled with its receipt. Raises `Forbidden`, `Invalid`, `WrongState`, `StaleVersion`."""
        bill = await self._taken(act, bill_id, body.version, "bill.collect")
        if body.method is PaymentMethod.ONLINE:
            raise Invalid(errors=[FieldError("/method", "窗口收款请选现金或刷卡；网上缴费由本人在手机上办。")])
        if body.method is PaymentMethod.POS and not body.reference:
            raise Invalid(errors=[FieldError("/reference", "请填写刷卡小票上的参考号。")])
        begun, came = counted(bill, body.method, body.reference or "", _by(act), act.at)

        async def book(session: Session) -> Bill:
            booked = received(begun, came, act.at, await self._receipt(act, bill, came.fen, session))
            assert booked is not None  # the attempt was made a line above
            return await self._set(act, bill, booked[0], "bill.paid", self._tell_paid(booked[0]), session)

        try:
            return await self.store.transact(book)
        except StaleVersion:
            raise await self._overtaken(bill) from None

    @once("bills", Bill)
    async def reduce(self, act: Act, bill_id: str, body: ReduceBody) -> Bill:
        """The head of the department lets somebody off all or part of it, with the reason; what they were told is let off is never
        less later. Raises as `collect`, `Invalid` for too much or too little."""
        bill = await self._taken(act, bill_id, body.version, "bill.reduce")
        fen = bill.total_fen if body.fen is None else body.fen
        if fen > bill.total_fen:
            raise Invalid(errors=[FieldError("/fen", f"减免不能多于应缴的{yuan(bill.total_fen)}元。")])
        if bill.reduction is not None and fen < bill.reduction.fen:
            raise Invalid(
                errors=[FieldError("/fen", f"已经减免了{yuan(bill.reduction.fen)}元并告诉了缴款人，只能再多减，请填写减免的总数。")]
            )
        after = bill.model_copy(update={"reduction": Reduction(fen=fen, reason=body.reason, by=_by(act), at=act.at)})
        amount = yuan(fen)
        if after.due_fen:
            return await self._set(
                act, bill, after, "bill.reduced", self._tell(after, "payment_reduced", amount=amount, reason=body.reason)
            )
        waived = after.model_copy(update={"state": BillState.WAIVED, "ended_for": body.reason, "settled_at": act.at})
        return await self._set(act, bill, waived, "bill.waived", self._tell(waived, "payment_reduced", amount=amount, reason=body.reason))

    @once("bills", Bill)
    async def hand_back(self, act: Act, bill_id: str, body: HandBackBody) -> Bill:
        """Hands money back that came in at the counter: to whose slip it is, a company's to its legal representative, and to nobody
        who acts for them. Raises `Forbidden`, `Invalid` where the document is another's, `WrongState`, `StaleVersion`."""
        bill = await self._load(bill_id)
        require("bill.collect", act, bill)
        refund = next((each for each in bill.refunds if each.id == body.refund), None)
        if refund is None or refund.state is not RefundState.AT_COUNTER:
            raise WrongState("没有等在窗口领取的退款：可能已经领走，或者是原路退回的。")
        person = await self.people.find_or_register(act, body.person, here=True)
        companies = await self.people.enterprises.represented_by(person)
        if bill.person not in {person.id, *(each.id for each in companies)}:
            raise Invalid("退款只能交给缴款人本人，不能由代办人代领。", errors=[FieldError("/person", "证件上的人不是缴款人，请核对。")])
        if bill.version != body.version:
            raise StaleVersion()
        after = given_back(bill, refund, act.at, by=_by(act))
        return await self._set(act, bill, after, "bill.refunded", self._tell(after, "payment_refunded", amount=yuan(refund.fen)))

    async def _taken(self, act: Act, bill_id: str, version: int, permission: str) -> Bill:
        """An open slip as it stands on the page. Raises what stands against the act, the right first."""
        bill = await self._load(bill_id)
        require(permission, act, bill)
        if bill.state is not BillState.OPEN:
            raise WrongState(_why_not(bill))
        if bill.version != version:
            raise StaleVersion()
        return bill

    async def _overtaken(self, bill: Bill) -> WrongState | StaleVersion:
        """Why the money is not to be taken after all: somebody with the money in hand must hear that it was taken already."""
        now = await self._load(bill.id)
        return StaleVersion() if now.state is BillState.OPEN else WrongState(_why_not(now))


def _why_not(bill: Bill) -> str:
    """Why nothing is to be paid; of what a counter took in, who took it and under which receipt."""
    if bill.state is not BillState.PAID or bill.receipt is None:
        return standing(bill)
    by = next((each.by for each in bill.orders if each.state is OrderState.PAID and each.by is not None), None)
    who = f"{by.name}在窗口" if by is not None else "本人在网上"
    return f"这笔费{who}已经缴清（{moment(bill.receipt.at)}，电子票据{bill.receipt.number}）。请不要再收，收了的当面退给本人。"


def _by(act: Act) -> Somebody:
    department = act.actor.department if isinstance(act.actor, StaffActor) else None
    return Somebody(id=act.actor.id, name=act.actor.name, department=department)
