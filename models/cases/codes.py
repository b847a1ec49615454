"""The closed lists of cases: states with their official codes, reasons, grounds of a stop, how a case ends."""

from enum import StrEnum

from models.catalogue.codes import Worded


class CaseState(StrEnum):
    """Where a case stands. `official_code` is that of the exchange tables (办件状态); a pause has none of its own."""

    DRAFT = "draft"
    SUBMITTED = "submitted"  # waits for pre-review
    RETURNED = "returned"  # pre-review found something to mend
    PRE_APPROVED = "pre_approved"
    RECEIVED = "received"  # filed formally: the receipt is out, the five-day clock runs
    CORRECTION = "correction"  # a correction notice is out, before acceptance
    ACCEPTED = "accepted"
    CORRECTION_AFTER_ACCEPTANCE = "correction_after_acceptance"
    PAUSED = "paused"
    REFUSED = "refused"
    GRANTED = "granted"
    CLOSED = "closed"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"
    ABORTED = "aborted"

    @property
    def official_code(self) -> int:
        return _CODES[self]

    @property
    def label(self) -> str:
        """What people read."""
        return _LABELS[self]

    @property
    def is_final(self) -> bool:
        return self in (CaseState.CLOSED, CaseState.NOT_ACCEPTED, CaseState.WITHDRAWN, CaseState.ABORTED)

    @property
    def is_under_way(self) -> bool:
        """Handed in, and neither over nor refused: who was refused may ask again at once."""
        return not self.is_final and self not in (CaseState.DRAFT, CaseState.REFUSED)


_CODES = {
    CaseState.DRAFT: 10,
    CaseState.SUBMITTED: 12,
    CaseState.RETURNED: 14,
    CaseState.PRE_APPROVED: 16,
    CaseState.RECEIVED: 26,
    CaseState.CORRECTION: 28,
    CaseState.ACCEPTED: 30,
    CaseState.CORRECTION_AFTER_ACCEPTANCE: 37,
    CaseState.PAUSED: 30,  # the tables know it as an accepted case with a special procedure beside it
    CaseState.REFUSED: 40,
    CaseState.GRANTED: 50,
    CaseState.CLOSED: 90,
    CaseState.NOT_ACCEPTED: 97,
    CaseState.WITHDRAWN: 98,
    CaseState.ABORTED: 99,
}
_LABELS = {
    CaseState.DRAFT: "草稿",
    CaseState.SUBMITTED: "等待预审",
    CaseState.RETURNED: "预审退回，待修改",
    CaseState.PRE_APPROVED: "预审通过",
    CaseState.RECEIVED: "已收件，等待受理",
    CaseState.CORRECTION: "待补正",
    CaseState.ACCEPTED: "已受理，办理中",
    CaseState.CORRECTION_AFTER_ACCEPTANCE: "办理中，待补正",
    CaseState.PAUSED: "特别程序中",
    CaseState.REFUSED: "不予批准",
    CaseState.GRANTED: "已批准，制作结果",
    CaseState.CLOSED: "已办结",
    CaseState.NOT_ACCEPTED: "不予受理",
    CaseState.WITHDRAWN: "已撤回",
    CaseState.ABORTED: "已终止",
}


class Completion(Worded):
    """How a case ended (办结结果), with the code of the exchange tables."""

    GRANTED = "0", "准予办结"
    REFUSED = "1", "不予批准"
    VOID = "2", "作废办结"
    INCOMPLETE = "5", "逾期未补正，退件"
    OTHER = "6", "其他办结"


class ReasonClass(Worded):
    """Why a material or an answer is returned."""

    MISSING = "missing", "缺少"
    UNCLEAR = "unclear", "看不清"
    WRONG_DOCUMENT = "wrong_document", "不是要求的材料"
    EXPIRED = "expired", "已过有效期"
    INCONSISTENT = "inconsistent", "与填写内容或登记信息不一致"
    INCOMPLETE = "incomplete", "不完整"
    SIGNATURE = "signature", "缺签名或盖章"
    WRONG_ANSWER = "wrong_answer", "填写有误"
    UNAGREED = "unagreed", "对方没有同意"
    OTHER = "other", "其他"


class StepOutcome(Worded):
    """What a look on the spot ended with; on the case it stands in the words of the item's step."""

    PASSES = "passes", "现场查看通过"
    FAILS = "fails", "现场查看不通过"


class Original(Worded):
    """What the comparison of an original with its upload showed (核验原件)."""

    SAME = "same", "与原件一致"
    DIFFERENT = "different", "与原件不一致"
    EXEMPT = "exempt", "免核原件"


class ReturnKind(StrEnum):
    """`pre_review` has no legal effect; the next two are correction notices (补正告知书). `unagreed`: a counterpart said no, or nothing."""

    PRE_REVIEW = "pre_review"
    UNAGREED = "unagreed"
    CORRECTION = "correction"
    AFTER_ACCEPTANCE = "after_acceptance"


class DecisionForm(Worded):
    """What a decision is to the law, and so what its paper says and bears."""

    DECISION = "decision", "行政决定"  # an administrative act: numbered, sealed, with remedies
    OPINION = "opinion", "审查意见"  # of one department for the whole, which alone is decided and can be contested
    NOTICE = "notice", "结果告知"  # of a whole that its parts' own decisions ended: it names them, and is contested with them alone
    ANSWER = "answer", "办理答复"  # of a body that is no organ, such as a bank: a letter of its own, with where to complain
