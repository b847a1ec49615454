"""Public fees (非税收入): the payment slip of a case, how it is paid, what goes back, the electronic receipt.

Money is kept in fen, whole numbers; answers say yuan with two decimals, as text.
"""

from datetime import datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field, StringConstraints

from models.bank import Fen
from models.base import Body, Cursor, Declared, Identifier, Query, Stored, View
from models.cases.parts import Part, Somebody
from models.catalogue import Blocks, RefundOn
from models.catalogue.codes import Worded
from models.people import PersonDocument
from models.staff_text import StaffShortText, StaffText

_FEN = 100


def yuan(fen: int) -> str:
    """ "40.00"."""
    return f"{Decimal(fen) / _FEN:.2f}"


class PaymentPolicy(Declared):
    """What a district sets for its fees (catalogue/payments.yaml)."""

    region: Annotated[str, StringConstraints(pattern=r"^\d{6}$")]  # begins every slip's number
    collector: str  # 执收: in whose name receipts are issued
    seal: str  # on slips and receipts
    receipt_code: Annotated[str, StringConstraints(pattern=r"^\d{8}$")]  # 票据代码
    within_days: int = Field(default=10, ge=1)  # working days to pay, where the item says nothing
    remind_days: int = Field(default=2, ge=1)  # working days before that
    refund_tries: int = Field(default=3, ge=1, le=24)  # an hour apart; refused so often, the money waits at the counter
    order_minutes: int = Field(default=30, ge=5, le=1440)  # how long a payment on the phone stays open


class BillState(Worded):
    """Where a slip stands. What was refunded later stays paid: its receipt is void and its refunds say how much went back."""

    OPEN = "open", "待缴费"
    PAID = "paid", "已缴费"
    WAIVED = "waived", "已减免"
    CANCELLED = "cancelled", "不用缴了"


class PaymentMethod(Worded):
    """How money came."""

    ONLINE = "online", "网上缴费"
    CASH = "cash", "窗口现金"
    POS = "pos", "窗口刷卡"


class OrderState(Worded):
    """Where one attempt to pay stands."""

    OPEN = "open", "等待付款"
    PAID = "paid", "已付款"
    CLOSED = "closed", "已关闭"


class RefundState(Worded):
    """Where a refund stands. What came in at the counter goes back there, to the payer's own hands."""

    DUE = "due", "原路退回中"
    AT_COUNTER = "at_counter", "等本人到窗口领取"
    DONE = "done", "已退回"


class BillLine(Part):
    """One charge of a slip. `fen` is the whole line; where `waived_for` says why, none of it is paid."""

    name: str
    fen: Fen
    price: str  # yuan
    quantity: str = "1"
    unit: str = ""
    basis: str = ""
    waived_for: str = ""


class Order(Part):
    """One attempt to pay. `id` is our number of it, at the bank too; `payer`: the account it came from, masked."""

    id: str
    method: PaymentMethod
    fen: Fen
    state: OrderState
    at: datetime
    expires_at: datetime | None = None
    checks: int = 0  # how often the bank was asked what became of it
    token: str = ""
    trade: str = ""
    payer: str = ""
    paid_fen: Fen = 0
    paid_at: datetime | None = None
    by: Somebody | None = None  # who took it in at the counter


class Refund(Part):
    """Money that goes back, the way it came. `id` is its number at the bank too."""

    id: str
    order: str
    fen: Fen
    reason: str
    state: RefundState
    at: datetime
    trade: str = ""
    refusals: int = 0  # how often the bank would not give it back the way it came
    again_at: datetime | None = None  # when it is asked anew
    done_at: datetime | None = None
    by: Somebody | None = None  # who handed it out at the counter


class Receipt(Part):
    """The electronic receipt (财政电子票据): code, number, check code."""

    code: str
    number: str
    check_code: str
    at: datetime
    void_at: datetime | None = None  # the money went back (冲红)


class Reduction(Part):
    """What a head let somebody off, and why. It is kept whole on a slip drawn anew, also where that comes to less."""

    fen: Fen
    reason: str
    by: Somebody
    at: datetime


class Bill(Stored):
    """A payment slip (非税缴款书). Its `id` is that of the obligation of the case it is for. `person`: who owes it, the case's applicant."""

    number: str
    person: str
    person_name: str
    grant: str | None = None  # under which somebody acted for them when it was drawn
    case: str
    case_number: str
    item: str
    item_name: str
    department: str
    region: str | None = None  # the district that decides; None: before districts were told apart
    window: str | None = None  # the other district whose counter took the papers in: it takes the money in, too
    window_town: str | None = None
    blocks: Blocks
    lines: list[BillLine]
    refunds_on: list[RefundOn] = Field(default_factory=list)
    state: BillState
    ended_for: str = ""
    reduction: Reduction | None = None
    drawn_at: datetime
    due: datetime
    orders: list[Order] = Field(default_factory=list)
    refunds: list[Refund] = Field(default_factory=list)
    receipt: Receipt | None = None
    settled_at: datetime | None = None
    check_at: datetime | None = None  # when the bank must be asked next

    @property
    def total_fen(self) -> int:
        """What the lines come to, without those that are waived."""
        return sum(line.fen for line in self.lines if not line.waived_for)

    @property
    def reduced_fen(self) -> int:
        """What is let off of these lines: what the head said, at most all of them."""
        return min(self.reduction.fen, self.total_fen) if self.reduction else 0

    @property
    def due_fen(self) -> int:
        """What is to be paid."""
        return self.total_fen - self.reduced_fen

    def order(self, id: str) -> Order | None:
        """The attempt of that number."""
        return next((each for each in self.orders if each.id == id), None)

    @property
    def payment(self) -> Order | None:
        """The attempt that paid the slip."""
        kept = {each.order for each in self.refunds}
        paid = [each for each in self.orders if each.state is OrderState.PAID]
        return next((each for each in paid if each.id not in kept), paid[0] if paid and self.receipt else None)


class BillsQuery(Query):
    """A citizen's slips; of one case where it is given."""

    case: Identifier | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class CounterQuery(Query):
    """The slips of a case, or the one of that number, for who takes the money in."""

    case: Identifier | None = None
    number: Annotated[str, StringConstraints(pattern=r"^\d{20}$")] | None = None


class BillVersionBody(Body):
    """An act that needs nothing but the page it was taken on."""

    version: Annotated[int, Field(ge=0)]


class CollectBody(BillVersionBody):
    """Money taken in at the counter. `reference`: of the card terminal's slip."""

    method: Annotated[PaymentMethod, Field(strict=False)]
    reference: StaffShortText | None = None


class ReduceBody(BillVersionBody):
    """A head lets somebody off: `fen` of what is to be paid, together with what was let off before; without it, all of it."""

    reason: StaffText
    fen: Annotated[int, Field(ge=1, le=10**12)] | None = None


class HandBackBody(BillVersionBody):
    """Money handed back at the counter to the payer, whose document was looked at."""

    refund: Identifier
    person: PersonDocument


class ReceiptQuery(Query):
    """What stands on the receipt."""

    check_code: Annotated[str, StringConstraints(pattern=r"^[2-9A-Z]{6}$")]


class LineView(View):
    """A line of a slip; amounts in yuan."""

    name: str
    price: str
    quantity: str
    unit: str
    amount: str
    basis: str
    waived_for: str


class RefundView(View):
    """Money that goes back."""

    id: str
    amount: str
    reason: str
    state: str
    label: str
    at: datetime
    done_at: datetime | None


class OrderView(View):
    """The open payment on the phone. `token` opens the bank's page."""

    id: str
    amount: str
    token: str
    expires_at: datetime | None


class ReceiptView(View):
    """The electronic receipt."""

    code: str
    number: str
    check_code: str
    at: datetime
    void_at: datetime | None


class BillView(View):
    """A payment slip. Amounts in yuan. `actions`: the last parts of the addresses that are open now."""

    id: str
    number: str
    case: str
    case_number: str
    item_name: str
    person_name: str
    blocks: str
    state: str
    label: str
    ended_for: str
    lines: list[LineView]
    total: str
    reduced: str
    reduced_for: str
    due_amount: str
    due: datetime
    overdue: bool
    drawn_at: datetime
    settled_at: datetime | None
    paid_by: str | None  # how, in words
    order: OrderView | None
    refunds: list[RefundView]
    receipt: ReceiptView | None
    version: int
    actions: list[str]


class PublicReceiptView(View):
    """What anybody who holds a receipt may check: that it was issued, over how much, and whether it still holds."""

    code: str
    number: str
    collector: str
    item_name: str
    amount: str
    payer: str  # masked
    at: datetime
    valid: bool
    void_at: datetime | None


class NoticeTakenView(View):
    """Answers the bank's notice."""

    code: str
