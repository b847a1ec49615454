"""The bank that collects public money: orders, what became of them, refunds. Every message is signed, both ways.

Production adapts its bank's interface to this contract; see sandbox/bank.py for it.
"""

from datetime import datetime

import aiohttp
import structlog
from pydantic import BaseModel, ValidationError

from backend import ids
from backend.errors import Forbidden, Unavailable
from backend.outside import Limits, OutsideFailure, Service
from models.bank import BankAnswer, BankOrder, BankRefund, Envelope, NewOrder, NewRefund, OrderName

log = structlog.get_logger()


class BankUnavailable(Unavailable):
    """The bank gave no usable answer: what became of the order is not known, and asking again is safe."""

    type, title = "bank_unavailable", "支付通道暂时没有回应"
    default_detail = "支付通道暂时没有回应。如果您已经付款，不用再付，系统会自动核对；没有付款的，请过几分钟再试，或到窗口缴费。"


class BankRefused(Unavailable):
    """The bank will not do this, whenever it is asked; `code` says why."""

    type, title = "bank_refused", "支付通道没有受理"
    default_detail = "支付通道没有受理这笔款项，原因已经记录。请到窗口缴费，或稍后再试。"

    def __init__(self, code: str) -> None:
        super().__init__(retry_after=300)
        self.code = code


class Bank:
    """Client of the bank."""

    def __init__(
        self, base: str, merchant: str, secret: str, notify_url: str, session: aiohttp.ClientSession, limits: Limits | None = None
    ) -> None:
        """`notify_url`: where the bank tells us of payments."""
        self._service = Service("bank", base, session, limits)
        self._merchant = merchant
        self._secret = secret
        self._notify_url = notify_url

    async def create(self, order: str, fen: int, subject: str, expires_at: datetime) -> BankOrder:
        """Registers an order, or finds it registered. Raises `BankUnavailable`, `BankRefused`."""
        asked = NewOrder(order=order, fen=fen, subject=subject, expires_at=expires_at, notify_url=self._notify_url)
        return self._order(order, await self._ask("orders", asked))

    async def query(self, order: str) -> BankOrder | None:
        """What became of an order; None where the bank never heard of it. Raises `BankUnavailable`."""
        answer = await self._ask("orders/query", OrderName(order=order))
        return None if answer.code == "ORDER_UNKNOWN" else self._order(order, answer)

    async def close(self, order: str) -> BankOrder | None:
        """Closes an order nobody has paid; one that was paid stays so, and is told as such. Raises as `query`."""
        answer = await self._ask("orders/close", OrderName(order=order))
        return None if answer.code == "ORDER_UNKNOWN" else self._order(order, answer)

    async def refund(self, refund: str, order: str, fen: int, reason: str) -> BankRefund:
        """Gives money back the way it came; asked twice, once. Raises `BankUnavailable`, `BankRefused`."""
        answer = await self._ask("refunds", NewRefund(refund=refund, order=order, fen=fen, reason=reason))
        if answer.code != "OK" or answer.refund is None:
            raise self._refused(answer.code)
        if (answer.refund.refund, answer.refund.fen) != (refund, fen):
            raise self._unusable("another_refund")
        return answer.refund

    def notified(self, envelope: Envelope) -> BankOrder:
        """What a notice of the bank says, once it is known to be the bank's. Raises `Forbidden`."""
        if not envelope.is_signed_by(self._merchant, self._secret):
            log.warning("bank_notice_refused", reason="signature")
            raise Forbidden("这条支付通知的签名不对，没有采用。")
        try:
            return BankOrder.model_validate_json(envelope.content)
        except ValidationError:
            log.warning("bank_notice_refused", reason="content")
            raise Forbidden("这条支付通知的内容读不懂，没有采用。") from None

    def _order(self, order: str, answer: BankAnswer) -> BankOrder:
        if answer.code != "OK" or answer.order is None:
            raise self._refused(answer.code)
        if answer.order.order != order:
            raise self._unusable("another_order")
        return answer.order

    async def _ask(self, path: str, message: BaseModel) -> BankAnswer:
        envelope = Envelope.of(message, self._merchant, ids.token(64), self._secret)
        try:
            reply = await self._service.post(path, envelope.model_dump_json(), repeatable=True)
        except OutsideFailure as failure:
            raise self._unusable(failure.reason) from failure
        try:
            answer = Envelope.model_validate_json(reply.content)
            if reply.status != 200 or not answer.is_signed_by(self._merchant, self._secret):
                raise self._unusable(f"unsigned_{reply.status}")
            return BankAnswer.model_validate_json(answer.content)
        except ValidationError:
            raise self._unusable(f"unreadable_{reply.status}") from None

    @staticmethod
    def _unusable(reason: str) -> BankUnavailable:
        log.warning("bank_unavailable", reason=reason)
        return BankUnavailable()

    @staticmethod
    def _refused(code: str) -> BankRefused:
        log.error("bank_refused", code=code)
        return BankRefused(code)
