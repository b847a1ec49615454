"""What was decided of a case and what came of it: the decision, its result, its papers, the archive."""

from datetime import date, datetime

from models.base import View
from models.common_views import WhoView, WordView


class RevokedView(View):
    """That a decision was taken back, by whom and why. `annulled`: 撤销, it should never have been made; else 撤回. `again`: of a refusal,
    the case prepared in which the applicant is decided about anew."""

    number: str
    at: datetime
    by: WhoView
    reason: str
    basis: str
    remedies: str
    annulled: bool
    again: str | None


class DecisionView(View):
    outcome: WordView
    number: str
    at: datetime
    by: WhoView
    reason: str
    basis: str
    remedies: str
    despite: str  # why the head granted although a look on the spot had failed
    revoked: RevokedView | None


class ResultView(View):
    """What is handed out; `place`, `hours`: at which counter it waits, where it is collected; `wish`: what the applicant said who wanted
    it another way than they had chosen, as staff wrote it down."""

    kind: str
    number: str
    delivery: str
    note: str
    at: datetime
    place: str
    hours: str
    wish: str


class PaperView(View):
    """A written notice of the case; `key` is the last part of its address below the case's papers."""

    key: str
    title: str
    number: str
    at: datetime


class FoundedView(View):
    """The company it founded, or that is founded by now where it is about one, with its credit code."""

    name: str
    uscc: str


class OfferView(View):
    """What the decision opened: an item that may be applied for now, and what it brings."""

    item: str
    name: str
    note: str


class ArchivedView(View):
    """The case is archived: under which transfer list, and how long it is kept; `until` is empty where it has no end. `changed_at`: its
    decision was gone into again, and what came of it is not handed over yet; `supplements` are the lists of what was. Once it is
    destroyed with the list `destruction`, nothing of it is left but number, item and dates."""

    number: str
    at: datetime
    retention: str
    until: str
    destruction: str
    destroyed_at: datetime | None
    changed_at: datetime | None
    supplements: list[str]


class AuthorityView(View):
    """The chief representative's authorisation the decision rests on."""

    authorisation: str
    document_number: str
    as_deputy: bool


class RestsOnView(View):
    """The letter of authorisation on which the reader would decide now. `scope`: how many items it names; `until`: its last day."""

    document_number: str
    representative: str
    as_deputy: bool
    scope: int
    until: date


class HandingView(View):
    """For whoever hands a result out: what it is called, the act that gives it as the applicant chose, and the ways each act may take.
    `chosen`: the code among them, empty where the applicant chose nothing; `chosen_words`: with the bank's branch."""

    kind: str
    act: str  # deliver, record-result
    chosen: str
    chosen_words: str
    deliver: list[WordView]
    record: list[WordView]
