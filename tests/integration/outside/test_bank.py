"""The client of the bank against the stand-in: orders and refunds asked twice count once, and nothing unsigned is believed."""

from datetime import datetime

import aiohttp
import pytest

from backend.bank import Bank, BankRefused, BankUnavailable
from backend.clock import SHANGHAI
from backend.errors import Forbidden
from backend.outside import Limits
from models.bank import BankOrder, BankOrderState, Envelope
from tests.sandbox_control import SandboxProcess

UNTIL = datetime(2026, 11, 23, 10, 30, tzinfo=SHANGHAI)
MERCHANT, SECRET = "yici-sandbox", "sandbox-bank-secret"
NOBODY = "http://127.0.0.1:9/"  # the discard port: nobody listens


@pytest.fixture
async def bank(sandbox: SandboxProcess, http: aiohttp.ClientSession) -> Bank:
    return Bank(f"{sandbox.url}/bank", MERCHANT, SECRET, NOBODY, http, Limits(timeout=5.0, failures=99))


async def test_an_order_is_registered_once_and_asked_after(bank: Bank, sandbox: SandboxProcess) -> None:
    first = await bank.create("order_1", 4000, "居民身份证丢失补领", UNTIL)
    assert (first.state, first.fen, await bank.create("order_1", 4000, "居民身份证丢失补领", UNTIL)) == (BankOrderState.OPEN, 4000, first)
    with pytest.raises(BankRefused):
        await bank.create("order_1", 4100, "居民身份证丢失补领", UNTIL)
    assert await bank.query("order_2") is None
    paid = await sandbox.call("POST", "bank/payments", {"order": "order_1", "notices": 1})
    assert paid["notices"] == [0], "nobody was there to be told"
    found = await bank.query("order_1")
    assert found is not None
    assert (found.state, found.paid_fen, found.payer) == (BankOrderState.PAID, 4000, "6217****0001")
    assert (await bank.close("order_1")) == found, "what is paid is not closed"


async def test_an_order_that_was_closed_is_not_paid(bank: Bank, sandbox: SandboxProcess) -> None:
    await bank.create("order_1", 4000, "x", UNTIL)
    closed = await bank.close("order_1")
    assert closed is not None
    assert closed.state is BankOrderState.CLOSED
    with pytest.raises(aiohttp.ClientResponseError):
        await sandbox.call("POST", "bank/payments", {"order": "order_1"})
    assert await bank.close("order_2") is None


async def test_money_goes_back_once_and_never_more_than_came(bank: Bank, sandbox: SandboxProcess) -> None:
    await bank.create("order_1", 4000, "x", UNTIL)
    with pytest.raises(BankRefused):
        await bank.refund("refund_1", "order_1", 4000, "没有付过")
    await sandbox.call("POST", "bank/payments", {"order": "order_1"})
    back = await bank.refund("refund_1", "order_1", 4000, "申请人撤回")
    assert await bank.refund("refund_1", "order_1", 4000, "申请人撤回") == back
    with pytest.raises(BankRefused):
        await bank.refund("refund_2", "order_1", 1, "再退一次")
    assert len((await sandbox.call("GET", "bank/payments"))["refunds"]) == 1


@pytest.mark.parametrize("fault", [{"down": True}, {"error_status": 503}, {"error_status": 404}, {"lie": "values"}])
async def test_an_answer_that_is_none_leaves_the_outcome_open(bank: Bank, sandbox: SandboxProcess, fault: dict[str, object]) -> None:
    await bank.create("order_1", 4000, "x", UNTIL)
    await sandbox.switch("bank", **fault)
    with pytest.raises(BankUnavailable):
        await bank.query("order_1")


async def test_a_wrong_secret_opens_nothing(sandbox: SandboxProcess, http: aiohttp.ClientSession) -> None:
    stranger = Bank(f"{sandbox.url}/bank", MERCHANT, "guessed", NOBODY, http)
    with pytest.raises(BankUnavailable):
        await stranger.query("order_1")


async def test_a_notice_is_believed_by_its_signature_alone(bank: Bank) -> None:
    order = BankOrder(order="order_1", state=BankOrderState.PAID, fen=4000, paid_fen=4000)
    genuine = Envelope.of(order, MERCHANT, "n", SECRET)
    assert bank.notified(genuine) == order
    for forged in (
        genuine.model_copy(update={"content": genuine.content.replace("4000", "1")}),
        genuine.model_copy(update={"merchant": "somebody"}),
        genuine.model_copy(update={"signature": "签名"}),
        Envelope.of(order, MERCHANT, "n", "guessed"),
    ):
        with pytest.raises(Forbidden, match="签名不对"):
            bank.notified(forged)
    nonsense = genuine.model_copy(update={"content": "{}"})
    signed = Envelope(**{**nonsense.model_dump(), "signature": ""})
    with pytest.raises(Forbidden):
        bank.notified(signed)
