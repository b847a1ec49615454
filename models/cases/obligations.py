"""What somebody else, or the applicant later, still has to do for a case: confirm, sign, hand in, pay."""

from datetime import datetime
from enum import StrEnum

from models.cases.parts import Part, Somebody
from models.catalogue.codes import Worded


class ObligationKind(Worded):
    """What has to be done."""

    CONFIRMATION = "confirmation", "等对方确认"  # a counterpart confirms their half (相对方确认)
    SIGNATURE = "signature", "等本人签名"  # a signatory signs under their own identity (电子签名)
    DEBT = "debt", "容缺后补"  # a deferrable material is handed in later (容缺受理)
    PAYMENT = "payment", "等缴费"


class Blocks(StrEnum):
    """What cannot happen while an obligation is open."""

    ACCEPTANCE = "acceptance"
    DECISION = "decision"  # granting; a refusal waits for nobody
    HAND_OUT = "hand_out"


class Obligation(Part):
    """One thing to be done, by whom, until when. It ends by being met, or for a reason (`ended_for`); never by being forgotten."""

    id: str
    kind: ObligationKind
    key: str  # what it is about: a material, a confirmation or a fee of the item's version
    name: str  # what people read
    who: str | None = None  # the person or enterprise it is for; None: the applicant
    who_name: str = ""
    blocks: Blocks
    since: datetime
    remind_at: datetime | None = None  # when to remind them, once; None: not, or already done
    due: datetime | None = None
    lapsed_at: datetime | None = None  # when it was found that `due` had passed
    met_at: datetime | None = None
    met_by: Somebody | None = None
    ended_at: datetime | None = None
    ended_for: str = ""  # why it need not be met any more, or cannot be: declined, waived, replaced

    @property
    def is_open(self) -> bool:
        return self.met_at is None and self.ended_at is None

    @property
    def next_moment(self) -> datetime | None:
        """When somebody must look at it next."""
        if not self.is_open:
            return None
        moments = [self.remind_at, None if self.lapsed_at else self.due]
        return min((each for each in moments if each is not None), default=None)
