"""Fees: one's payment slips and how they are paid, the counter, the bank's notices, and the check of a receipt."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from backend.limits import Limit
from backend.payments import Payments, bill_view, public_receipt_view
from handlers.access import PUBLIC, citizen, endpoint, staff
from handlers.base import BaseHandler, Raw
from models.acts import Role
from models.bank import Envelope
from models.base import Page
from models.payments import (
    Bill,
    BillsQuery,
    BillVersionBody,
    BillView,
    CollectBody,
    CounterQuery,
    HandBackBody,
    NoticeTakenView,
    PublicReceiptView,
    ReceiptQuery,
    ReduceBody,
)

_KNOWN = citizen(level=1)
_COUNTER = staff(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
_BILL = r"([A-Za-z0-9_\-]{1,80})"
_LOOKS = Limit("receipts", 30, 60)
Act = Callable[[Payments], Callable[..., Awaitable[Bill]]]


class BillBase(BaseHandler):
    """What every verb on a slip answers."""

    def view(self, bill: Bill) -> BillView:
        """A slip as its reader sees it now."""
        return bill_view(self.act, bill)

    def pdf(self, name: str, content: bytes) -> Raw:
        """A sealed paper, shown under that name."""
        self.set_header("Content-Disposition", f"inline; filename*=UTF-8''{quote(name)}.pdf")
        return Raw(content)

    async def receipt(self, bill_id: str) -> Raw:
        """The electronic receipt, sealed."""
        bill, content = await self.engines.payments.receipt(self.act, bill_id)
        return self.pdf(f"电子票据 {bill.receipt.number if bill.receipt else ''}", content)


class BillsHandler(BillBase):
    """Own slips."""

    @endpoint(access=_KNOWN, acting=True, query=BillsQuery, reply={200: Page[BillView]}, summary="我的缴款书")
    async def get(self, query: BillsQuery) -> Page[BillView]:
        found, after = await self.engines.payments.mine(self.act, query)
        return Page[BillView](items=[self.view(each) for each in found], next=after)


class BillHandler(BillBase):
    """One slip."""

    @endpoint(access=_KNOWN, acting=True, reply={200: BillView}, summary="一张缴款书")
    async def get(self, bill_id: str) -> BillView:
        return self.view(await self.engines.payments.get(self.act, bill_id))


class PayHandler(BillBase):
    """Paying on the phone: the answer's order opens the bank's page."""

    @endpoint(access=_KNOWN, acting=True, body=BillVersionBody, reply={200: BillView}, summary="在手机上缴费")
    async def post(self, bill_id: str, body: BillVersionBody) -> BillView:
        return self.view(await self.engines.payments.pay(self.act, bill_id, body))


class SlipHandler(BillBase):
    """The slip as a sealed PDF."""

    @endpoint(access=_KNOWN, acting=True, reply={200: "application/pdf"}, summary="缴款书（PDF）")
    async def get(self, bill_id: str) -> Raw:
        bill, content = await self.engines.payments.slip(self.act, bill_id)
        return self.pdf(f"缴款书 {bill.number}", content)


class ReceiptHandler(BillBase):
    """The electronic receipt as a sealed PDF."""

    @endpoint(access=_KNOWN, acting=True, reply={200: "application/pdf"}, summary="电子票据（PDF）")
    async def get(self, bill_id: str) -> Raw:
        return await self.receipt(bill_id)


class StaffBillsHandler(BillBase):
    """The slips of a case, or the one of a number."""

    @endpoint(access=_COUNTER, query=CounterQuery, reply={200: Page[BillView]}, summary="按办件或缴款书号查缴款书")
    async def get(self, query: CounterQuery) -> Page[BillView]:
        return Page[BillView](items=[self.view(each) for each in await self.engines.payments.at_counter(self.act, query)])


class StaffBillHandler(BillBase):
    """One slip."""

    @endpoint(access=_COUNTER, reply={200: BillView}, summary="一张缴款书")
    async def get(self, bill_id: str) -> BillView:
        return self.view(await self.engines.payments.get(self.act, bill_id))


class StaffReceiptHandler(BillBase):
    """The electronic receipt, printed for whoever paid at the counter."""

    @endpoint(access=_COUNTER, reply={200: "application/pdf"}, summary="电子票据（PDF，窗口打印）")
    async def get(self, bill_id: str) -> Raw:
        return await self.receipt(bill_id)


def _act(act: Act, body_model: type[Any], summary: str) -> type[BillBase]:
    """A handler whose POST is one act of staff on a slip."""

    class ActHandler(BillBase):
        @endpoint(access=_COUNTER, body=body_model, reply={200: BillView}, summary=summary)
        async def post(self, bill_id: str, body: Any) -> BillView:
            return self.view(await act(self.engines.payments)(self.act, bill_id, body))

    return ActHandler


class NotificationsHandler(BaseHandler):
    """The bank tells of a payment; it is believed by its signature alone."""

    @endpoint(access=PUBLIC, body=Envelope, reply={200: NoticeTakenView}, key=False, summary="银行的支付通知（验签）")
    async def post(self, body: Envelope) -> NoticeTakenView:
        await self.engines.payments.notified(body)
        return NoticeTakenView(code="OK")


class PublicReceiptHandler(BaseHandler):
    """Whether a receipt is real and still holds, for whoever has it before them."""

    @endpoint(access=PUBLIC, query=ReceiptQuery, reply={200: PublicReceiptView}, limit=_LOOKS, summary="查验电子票据")
    async def get(self, number: str, query: ReceiptQuery) -> PublicReceiptView:
        payments = self.engines.payments
        return public_receipt_view(await payments.by_receipt(number, query.check_code), payments.policy.collector)


_STAFF = rf"/api/v1/staff/bills/{_BILL}"
ROUTES = [
    (r"/api/v1/bills", BillsHandler),
    (rf"/api/v1/bills/{_BILL}", BillHandler),
    (rf"/api/v1/bills/{_BILL}/pay", PayHandler),
    (rf"/api/v1/bills/{_BILL}/slip", SlipHandler),
    (rf"/api/v1/bills/{_BILL}/receipt", ReceiptHandler),
    (r"/api/v1/staff/bills", StaffBillsHandler),
    (_STAFF, StaffBillHandler),
    (rf"{_STAFF}/receipt", StaffReceiptHandler),
    (rf"{_STAFF}/collect", _act(lambda payments: payments.collect, CollectBody, "窗口收款（现金、刷卡）")),
    (rf"{_STAFF}/reduce", _act(lambda payments: payments.reduce, ReduceBody, "减免（首席代表）")),
    (rf"{_STAFF}/hand-back", _act(lambda payments: payments.hand_back, HandBackBody, "窗口退款给缴款人本人")),
    (r"/api/v1/payments/notifications", NotificationsHandler),
    (r"/api/v1/receipts/(\d{10})", PublicReceiptHandler),
]
