"""The face of the room: slips, payments, the counter, and their papers — the slip itself and the electronic receipt."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from pydantic import JsonValue

from backend.bank import Bank
from backend.clock import SHANGHAI, Clock
from backend.errors import NotFound
from backend.grants import Grants
from backend.payments.counter import Counter
from backend.people import People
from backend.spoken import deadline, full_day
from backend.store import Store
from models.acts import Act
from models.payments import Bill, PaymentPolicy, yuan


class PdfSealer(Protocol):
    """What is needed of `backend.printing.Renderer`."""

    async def sealed(self, template: str, data: Mapping[str, JsonValue], at: datetime, reason: str, max_pages: int = 20) -> bytes: ...


class Payments(Counter):
    """Everything that can be done to slips."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        policy: PaymentPolicy,
        bank: Bank,
        grants: Grants,
        people: People,
        renderer: PdfSealer,
        *,
        demo: bool,
    ) -> None:
        """`demo`: papers say that they are worth nothing."""
        super().__init__(store, clock, policy)
        self.bank = bank
        self.grants = grants
        self.people = people
        self._renderer = renderer
        self._demo = demo

    async def slip(self, act: Act, bill_id: str) -> tuple[Bill, bytes]:
        """The payment slip as a sealed PDF. Raises `NotFound`, `Forbidden`."""
        bill = await self.get(act, bill_id)
        lines = [f"请在{deadline(bill.due)}前缴清。可以在手机上缴，也可以到窗口交现金或刷卡。"]
        if bill.reduction:
            lines.append(f"经批准减免{yuan(bill.reduction.fen)}元：{bill.reduction.reason}")
        data = self._data(bill, "非税收入缴款书", bill.number, bill.drawn_at, lines)
        return bill, await self._renderer.sealed("fee_paper", data, bill.drawn_at, "开具缴款书")

    async def receipt(self, act: Act, bill_id: str) -> tuple[Bill, bytes]:
        """The electronic receipt as a sealed PDF. Raises `NotFound`, also while nothing was paid."""
        bill = await self.get(act, bill_id)
        if bill.receipt is None:
            raise NotFound("这张缴款书还没有缴，没有电子票据。")
        receipt = bill.receipt
        lines = [f"票据代码 {receipt.code}，票据号码 {receipt.number}，校验码 {receipt.check_code}。"]
        lines.append(f"已于{full_day(receipt.at.astimezone(SHANGHAI).date())}收讫，缴款书号 {bill.number}。")
        if receipt.void_at:
            lines.append(f"款项已退，本票据自{full_day(receipt.void_at.astimezone(SHANGHAI).date())}起作废。")
        data = self._data(bill, "财政电子票据", receipt.number, receipt.at, lines)
        return bill, await self._renderer.sealed("fee_paper", data, receipt.at, "开具电子票据")

    async def by_receipt(self, number: str, check_code: str) -> Bill:
        """The slip behind a receipt, for whoever holds it. Raises `NotFound`."""
        document = await self.store.bills.find_one({"receipt.number": number, "receipt.check_code": check_code})
        if document is None:
            raise NotFound("没有这张电子票据，或者校验码不对，请照票面核对。")
        return Bill.of(document)

    def _data(self, bill: Bill, title: str, number: str, at: datetime, lines: list[str]) -> dict[str, JsonValue]:
        rows: list[JsonValue] = [
            [
                each.name,
                f"{each.price}元/{each.unit}" if each.unit else f"{each.price}元",
                each.quantity,
                _amount(each.fen, each.waived_for),
            ]
            for each in bill.lines
        ]
        return {
            "title": title,
            "number": number,
            "given_on": full_day(at.astimezone(SHANGHAI).date()),
            "organ": self.policy.collector,
            "payer": bill.person_name,
            "item_name": bill.item_name,
            "case_number": bill.case_number,
            "rows": rows,
            "total": yuan(bill.due_fen),
            "lines": list[JsonValue](lines),
            "seal": self.policy.seal,
            "demo": self._demo,
        }


def _amount(fen: int, waived_for: str) -> str:
    return f"0.00元（{waived_for}）" if waived_for else f"{yuan(fen)}元"
