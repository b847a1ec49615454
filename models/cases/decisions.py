"""What was decided of a case, how that ended, and what came of it."""

from datetime import datetime

from pydantic import Field

from models.cases.codes import Completion, DecisionForm
from models.cases.parts import Part, Somebody


class Revocation(Part):
    """A decision taken back by the head of the department (撤回、撤销)."""

    number: str
    at: datetime
    by: Somebody
    reason: str
    basis: str
    remedies: str
    annulled: bool = False  # 撤销: it should never have been made; else 撤回: what was owed for it never came
    again: str | None = None  # of a refusal: the case prepared in which the applicant is decided about anew


class Termination(Part):
    """The decision of the head that an application is not gone on with (终止办理): reason, rule and remedies, as of a refusal."""

    number: str
    at: datetime
    by: Somebody
    reason: str
    basis: str
    remedies: str


class DeathNotice(Part):
    """The paper for the heirs of an applicant who has died (终止办理告知书): where materials are fetched, what becomes of each fee."""

    number: str
    at: datetime
    where: str
    fees: list[str] = Field(default_factory=list)
    remedies: str


class DecisionEnd(Part):
    """That what was granted has ended by itself: since when, and what it means in words. No decision is taken back.

    `part`: with the refusal of which part of the bundle, by key; "" with the death of its applicant, or where it was never paid for
    (`unpaid`).
    """

    at: datetime
    words: str
    part: str = ""
    unpaid: bool = False


class Authority(Part):
    """The chief representative's authorisation a decision rests on."""

    authorisation: str
    document_number: str
    as_deputy: bool = False


class Decision(Part):
    """What was decided, by whom, why, and what the applicant can do about it."""

    form: DecisionForm = DecisionForm.DECISION

    outcome: Completion
    number: str
    at: datetime
    by: Somebody
    reason: str = ""
    basis: str = ""
    remedies: str = ""
    certificate: str | None = None
    revoked: Revocation | None = None
    ended: DecisionEnd | None = None
    authority: Authority | None = None  # only where it was decided as chief representative
    despite: str = ""  # why the head granted it although a look had failed

    @property
    def over(self) -> str | None:
        """Why what was granted holds no more; None while it does."""
        if self.revoked is not None:
            return self.revoked.reason
        return self.ended.words if self.ended is not None else None

    @property
    def holds(self) -> bool | None:
        """Whether the applicant has what they asked for; None where a refusal was taken back, so that nothing is decided."""
        if self.outcome is Completion.GRANTED:
            return self.over is None
        return None if self.over is not None else False


class Offer(Part):
    """What a granted case has opened for its applicant: an item they may apply for now, and what it brings."""

    item: str
    name: str
    note: str


class ResultRecord(Part):
    """What was handed out."""

    kind: str
    number: str = ""
    delivery: str = ""
    note: str = ""
    at: datetime
    by: Somebody
    place: str = ""  # the counter where it waits to be collected
    hours: str = ""  # when that is open
    wish: str = ""  # what the applicant said who wanted it another way than they had chosen
