"""Public fees: payment slips of cases, paid on the phone or at the counter, reduced, refunded, with an electronic receipt.

`Bills` is what cases need to draw a slip; `Payments` is the face for everybody else. Cases hear of what became of a slip by
its events (`SETTLING`), and payments of the end of a case by its own (`ENDINGS`): each waits for the other as little as may be.
"""

from backend.payments.bills import ENDINGS, REPLACED, SETTLING, Bills, load_policy
from backend.payments.lines import digest_of, lines_of
from backend.payments.payments import Payments
from backend.payments.views import bill_view, public_receipt_view

__all__ = [
    "ENDINGS",
    "REPLACED",
    "SETTLING",
    "Bills",
    "Payments",
    "bill_view",
    "digest_of",
    "lines_of",
    "load_policy",
    "public_receipt_view",
]
