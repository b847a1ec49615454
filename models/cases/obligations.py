"""What somebody else, or the applicant later, still has to do for a case: confirm, sign, hand in, pay, come."""

from datetime import datetime

from pydantic import Field, JsonValue

from models.cases.parts import Part, Somebody
from models.cases.submissions import FileUse
from models.catalogue.codes import Blocks, Worded
from models.grants import Hearing

__all__ = ["Blocks", "Obligation", "ObligationKind", "Reply"]


class ObligationKind(Worded):
    """What has to be done."""

    CONFIRMATION = "confirmation", "等对方确认"  # a counterpart confirms their half (相对方确认)
    SIGNATURE = "signature", "等本人签名"  # a signatory signs under their own identity (电子签名)
    DEBT = "debt", "容缺后补"  # a deferrable material is handed in later (容缺受理)
    PAYMENT = "payment", "等缴费"
    VISIT = "visit", "等到场"  # nothing can be examined before the applicant has come


class Obligation(Part):
    """One thing to be done, by whom, until when. It ends by being met, or for a reason (`ended_for`); never by being forgotten.

    One that was declined is not open, and yet not settled: it goes on holding up the case until it is asked anew.
    """

    id: str
    kind: ObligationKind
    key: str  # what it is about: a material, a confirmation or a fee of the item's version
    name: str  # what people read
    who: str | None = None  # the citizen or enterprise it is for; None: the applicant, or somebody by `number` we do not know yet
    who_name: str = ""
    number: str | None = None  # of the document or credit code that names whom it is for; sealed in the database
    digest: str = ""  # SHA-256 of exactly what is confirmed or signed
    blocks: Blocks
    since: datetime
    remind_at: datetime | None = None  # when to remind them, once; None: not, or already done
    due: datetime | None = None
    ends_at: datetime | None = None  # of a payment for what was granted: when that ends, unpaid
    ends_words: str = ""  # and what is said then
    handed_at: datetime | None = None  # of a debt: when it came in; the office looks at it now, and no date passes meanwhile
    lapsed_at: datetime | None = None  # when it was found that `due` had passed
    met_at: datetime | None = None
    met_by: Somebody | None = None
    method: str = ""  # how it was shown that it was them: a `ProofMethod`, or how they were heard
    declined_at: datetime | None = None
    ended_at: datetime | None = None
    ended_for: str = ""  # why it need not be met any more, or cannot be: declined, waived, replaced

    @property
    def what(self) -> str:
        """Its name beside its kind: without what the kind says already."""
        return self.name.removeprefix("缴费：")

    @property
    def is_open(self) -> bool:
        """Whether somebody can still do it."""
        return not self.is_settled and self.declined_at is None

    @property
    def is_settled(self) -> bool:
        """Whether it holds up nothing any more."""
        return self.met_at is not None or self.ended_at is not None

    @property
    def is_of_others(self) -> bool:
        """Whether it was asked of a counterpart or a signatory by the item, each named by a number."""
        return self.kind in (ObligationKind.CONFIRMATION, ObligationKind.SIGNATURE) and self.number is not None

    @property
    def next_moment(self) -> datetime | None:
        """When somebody must look at it next."""
        if not self.is_open or self.handed_at is not None:
            return None
        moments = [self.remind_at, self.ends_at if self.lapsed_at else self.due]
        return min((each for each in moments if each is not None), default=None)


class Reply(Part):
    """What a counterpart answered to an obligation: their half of the form with what they uploaded, or why not. Sealed as a whole."""

    answers: dict[str, JsonValue] = Field(default_factory=dict)
    reason: str = ""
    hearing: Hearing | None = None  # where they were heard by a member of staff
    files: dict[str, list[FileUse]] = Field(default_factory=dict)  # by the key of what was asked for
