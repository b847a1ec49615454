"""The bank that collects public money (非税代收银行).

Every message, either way, is an envelope `{merchant, nonce, content, signature}`: `content` is JSON text, `signature` the
HMAC-SHA256 of merchant, nonce and content under the shared secret (`models/bank.py`). Money is in fen. Contract:
- `POST bank/orders {order, fen, subject, expires_at, notify_url}` registers an order; the same again answers the same, with
  another amount ORDER_CONFLICT;
- `POST bank/orders/query {order}` → where it stands, or ORDER_UNKNOWN; `POST bank/orders/close {order}` closes it unless it was paid;
- `POST bank/refunds {refund, order, fen, reason}` gives money back the way it came; the same again answers the same;
  NOT_PAID, REFUND_EXCEEDS, ACCOUNT_CLOSED (an account that begins with 6299 has been closed meanwhile);
- when an order is paid the bank posts a signed notice of it to `notify_url`, up to three times until it is answered with 200.

What people do in the bank's own app, for scripts and tests, unsigned: `POST bank/payments {order, fen?, account?, notices?}` pays
an order (`fen`: another amount than was asked; `notices`: how many notices go out, 0 for a lost one, 2 for one told twice), `POST
bank/notices {order}` has the bank tell it again, `GET bank/payments` lists what came in and went back.
"""

import secrets
from http import HTTPStatus

from pydantic import Field
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.web import HTTPError

from models.bank import BankAnswer, BankOrder, BankOrderState, Envelope, Fen, NewOrder, NewRefund, OrderName
from models.base import Body
from sandbox.base import Model, SandboxHandler, ServiceHandler
from sandbox.switches import Lie

MERCHANT, SECRET = "yici-sandbox", "sandbox-bank-secret"
_TRIES = 3
_ACCOUNT = "6217000000000001"


class BankHandler(ServiceHandler):
    """A signed exchange."""

    service = "bank"
    failure_status = 500

    def said(self, model: type[Model]) -> Model:
        """What stands in the envelope; a wrong signature is answered with 401."""
        envelope = self.body(Envelope)
        if not envelope.is_signed_by(MERCHANT, SECRET):
            raise HTTPError(HTTPStatus.UNAUTHORIZED, reason="SIGNATURE_INVALID")
        return model.model_validate_json(envelope.content)

    def tell(self, answer: BankAnswer) -> None:
        """Signed; a lie changes what was signed."""
        envelope = Envelope.of(answer, MERCHANT, secrets.token_hex(16), SECRET)
        if self.lie is Lie.VALUES:
            envelope = envelope.model_copy(update={"content": envelope.content.replace('"fen":', '"fen":1')})
        self.answer(envelope)


class OrdersHandler(BankHandler):
    """`POST bank/orders`."""

    def post(self) -> None:
        """See the module."""
        asked = self.said(NewOrder)
        self.tell(self.outside.bank.create(asked))


class QueryHandler(BankHandler):
    """`POST bank/orders/query`."""

    def post(self) -> None:
        """See the module."""
        asked = self.said(OrderName)
        self.tell(self.outside.bank.find(asked.order))


class CloseHandler(BankHandler):
    """`POST bank/orders/close`."""

    def post(self) -> None:
        """See the module."""
        asked = self.said(OrderName)
        self.tell(self.outside.bank.close(asked.order))


class RefundsHandler(BankHandler):
    """`POST bank/refunds`."""

    def post(self) -> None:
        """See the module."""
        asked = self.said(NewRefund)
        self.tell(self.outside.bank.refund(asked))


class PaymentBody(Body):
    """What a payer does in the bank's app."""

    order: str
    fen: Fen | None = None
    account: str = _ACCOUNT
    notices: int = Field(default=1, ge=0, le=5)


class AppHandler(SandboxHandler):
    """The bank's own app, as far as scripts need it."""

    async def notices(self, order: BankOrder, times: int) -> list[int]:
        """Tells the product; the status each notice was answered with in the end, 0 where nobody was there."""
        return [await self._notice(order) for _ in range(times)]

    async def _notice(self, order: BankOrder) -> int:
        status = 0
        for _ in range(_TRIES):
            envelope = Envelope.of(order, MERCHANT, secrets.token_hex(16), SECRET)
            request = HTTPRequest(
                self.outside.bank.notify[order.order],
                method="POST",
                headers={"Content-Type": "application/json"},
                body=envelope.model_dump_json(),
                request_timeout=5,
            )
            try:
                status = (await AsyncHTTPClient().fetch(request, raise_error=False)).code
            except (HTTPClientError, OSError):
                status = 0
            if status == HTTPStatus.OK:
                break
        return status


class PaymentsHandler(AppHandler):
    """`POST bank/payments` pays; `GET` lists."""

    async def post(self) -> None:
        """See the module."""
        body, bank = self.body(PaymentBody), self.outside.bank
        order = bank.orders.get(body.order)
        if order is None or order.state is not BankOrderState.OPEN:
            self.answer({"code": "NOT_OPEN", "message": "这笔订单不在待付款状态"}, HTTPStatus.CONFLICT)
            return
        bank.pay(order, order.fen if body.fen is None else body.fen, body.account)
        paid = bank.orders[body.order]
        self.answer({"order": paid.model_dump(mode="json"), "notices": await self.notices(paid, body.notices)})

    def get(self) -> None:
        """What came in and went back."""
        bank = self.outside.bank
        orders = [each.model_dump(mode="json") for each in bank.orders.values()]
        self.answer({"orders": orders, "refunds": [each.model_dump(mode="json") for each in bank.refunds.values()]})


class NoticesHandler(AppHandler):
    """`POST bank/notices {order}`: the bank tells it again."""

    async def post(self) -> None:
        """See the module."""
        order = self.outside.bank.orders.get(self.body(OrderName).order)
        if order is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.answer({"notices": await self.notices(order, 1)})
