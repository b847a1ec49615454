"""The parts of an item's version: guide, materials and the policies that go with them."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, PlainSerializer, StringConstraints, model_validator

from models.acts import Power
from models.base import Declared
from models.catalogue.codes import (
    Blocks,
    Booking,
    DebtConsequence,
    Delivery,
    FileKind,
    MaterialForm,
    MaterialSource,
    Need,
    Party,
    ProxyBasis,
    RefundOn,
    ResultKind,
)
from models.catalogue.limits import Span
from models.catalogue.others import AGENT
from models.forms import APPLICANT, Condition, Key, Label, Text

Yuan = Annotated[
    Decimal,
    Field(ge=0, decimal_places=2),
    PlainSerializer(lambda value: f"{value:.2f}", return_type=str),
]


class Question(Declared):
    """One frequent question and its answer."""

    question: Text
    answer: Text


class Guide(Declared):
    """The guide (办事指南) in the words of somebody who explains it to a person of 72.

    `known` says what the government already holds and nobody need bring; `steps` are sentences in order.
    """

    summary: Text
    conditions: tuple[Text, ...]
    known: tuple[Text, ...] = ()
    steps: tuple[Text, ...]
    duration: Text
    trips: Text
    where: tuple[Text, ...]
    when: Text
    phone: Label
    complaints: Label
    faq: tuple[Question, ...] = ()


class Elsewhere(Declared):
    """Where an item is done that cannot be applied for here: in words, and a link, a number to call, or both."""

    text: Text
    link: Annotated[str, StringConstraints(pattern=r"^https://\S{1,300}$")] = ""
    phone: Annotated[str, StringConstraints(pattern=r"^[0-9\-]{3,20}$")] = ""

    @model_validator(mode="after")
    def leads_somewhere(self) -> Self:
        if not self.link and not self.phone:
            raise ValueError("elsewhere 要写 link 或 phone，至少一项")
        return self


class Tolerance(Declared):
    """A deferrable material may be handed in later (容缺), on a promise: within so long of acceptance, and before which act.

    What the district allows at most (`CasePolicy.tolerance`) shortens it. 0 days: it is shown when somebody comes, and needs no promise.
    """

    within: Span
    note: Text
    before: Blocks = Blocks.HAND_OUT
    consequence: DebtConsequence = DebtConsequence.WITHHOLD

    @model_validator(mode="after")
    def comes_after_acceptance(self) -> Self:
        if self.before is Blocks.ACCEPTANCE:
            raise ValueError("后补的材料不影响受理，before 要写 decision 或 hand_out")
        if self.consequence is DebtConsequence.WITHDRAW and self.before is not Blocks.HAND_OUT:
            raise ValueError("要撤回决定的，before 要写 hand_out")
        return self

    @property
    def needs_promise(self) -> bool:
        """Whether something is owed after acceptance."""
        return self.within.n > 0


class Material(Declared):
    """One required document (申请材料).

    `holders`: whose licence may stand for it — `applicant`, `agent`, `anyone`, or fields of the form that name people or
    enterprises; left out, only the applicant's own, and of what an agent shows only the agent's.
    """

    key: Key
    name: Label
    need: Need = Need.REQUIRED
    form: MaterialForm = MaterialForm.ELECTRONIC
    source: MaterialSource
    licence: Key | None = None  # the licence type that replaces it (免证办)
    register_name: Key | None = Field(default=None, alias="register")  # for `shared`: the register it is read from
    issuer: str = ""  # for `issued`: who issues it
    when: tuple[Condition, ...] = ()  # asked only where every condition holds for the form's answers
    party: Party = Party.EVERYONE
    help: str = ""  # how to get it, how to photograph it
    standard: str = ""  # what a reviewer checks
    exemption: str = ""  # who need not hand it in, and why
    tolerance: Tolerance | None = None
    accepts: tuple[FileKind, ...] = ()
    max_files: int = Field(default=5, ge=1, le=20)
    max_mb: int = Field(default=20, ge=1, le=20)
    bring_original: bool = False  # compared at the counter when somebody comes
    holders: tuple[Key, ...] = ()
    against: tuple[Key, ...] = ()  # the answers a reviewer compares it with: where one is corrected later, it is looked at again

    @model_validator(mode="after")
    def parts_fit_the_source(self) -> Self:
        if (self.source is MaterialSource.LICENCE) and not self.licence:
            raise ValueError("来源是 licence 的材料要写是哪种证照（licence）")
        if self.holders and not self.licence:
            raise ValueError("holders 说的是谁的证照，只用于有证照的材料")
        if (self.source is MaterialSource.SHARED) != (self.register_name is not None):
            raise ValueError("来源是 shared 的材料要写 register，其他的不写")
        if self.uploadable and not self.accepts:
            raise ValueError("要上传的材料请写收哪些文件（accepts）")
        if not self.uploadable and self.accepts:
            raise ValueError("accepts 只用于要上传的材料")
        if (self.need is Need.DEFERRABLE) != (self.tolerance is not None):
            raise ValueError("need 是 deferrable 的材料要写 tolerance，其他的不写")
        return self

    @property
    def whose(self) -> tuple[Key, ...]:
        """Whose licence may stand for it."""
        return self.holders or ((APPLICANT,) if self.party is Party.EVERYONE else (AGENT,))

    @property
    def uploadable(self) -> bool:
        """Whether people may upload it: what they prepare, what others issue, and a licence that was not found."""
        electronic = self.form is not MaterialForm.PAPER
        return electronic and self.source in (
            MaterialSource.SELF,
            MaterialSource.ISSUED,
            MaterialSource.LICENCE,
        )


class Visits(Declared):
    """How many times somebody must come, and why.

    `before_acceptance`: nothing can be examined before they have come, as where originals or the person themselves are looked at:
    what is filed from afar waits for them, `within` that time (nothing: as the district has set), and is not accepted before.
    """

    count: int = Field(ge=0, le=5)
    reason: str = ""
    before_acceptance: bool = False
    within: Span | None = None

    @model_validator(mode="after")
    def a_visit_has_a_reason(self) -> Self:
        if self.count and not self.reason:
            raise ValueError("必须到场的，要写为什么（reason）")
        if self.before_acceptance and not self.count:
            raise ValueError("不用到场的，不能写 before_acceptance")
        if self.within is not None and not self.before_acceptance:
            raise ValueError("within 只能和 before_acceptance 一起写")
        return self


class Charge(Declared):
    """One fee. An amount nobody has checked is not shown as a fixed price.

    `when`: charged only where every condition holds for the form's answers. `per`: a number of the form; `yuan` is then the price
    of one `unit` of it. Each line is rounded half up to a fen.
    """

    name: Label
    yuan: Yuan
    basis: str = ""
    verified: bool = False
    when: tuple[Condition, ...] = ()
    per: Key | None = None
    unit: str = ""

    @model_validator(mode="after")
    def a_price_has_a_unit(self) -> Self:
        if (self.per is None) != (not self.unit):
            raise ValueError("per 和 unit 要一起写：unit 说明按什么计价")
        return self


class Waiver(Declared):
    """Who need not pay (减免): by the form's answers and, where a material shows it, only with the applicant's own licence looked
    up, or with what a clerk passed."""

    reason: Label  # what people read: 「低收入困难家庭免收」
    when: tuple[Condition, ...] = Field(min_length=1)
    material: Key | None = None
    charges: tuple[Label, ...] = ()  # names of the charges it is of; none named: all of them
    basis: str = ""
    verified: bool = False


class LateFee(Declared):
    """What follows where a slip before hand_out is still unpaid so long after its day: what was granted ends, in these words."""

    within: Span
    words: Text


class Fee(Declared):
    """What an item costs; no charges: free. `note` is what people read.

    A payment slip (缴款书) goes out where something is to be paid: before acceptance with the handing-in, before the decision with
    acceptance, before hand_out when it was granted. `within`: until when it is paid; absent: what the district has set.
    `refunds`: what ends a case so that what was paid goes back. `late`: what follows where nobody pays; without it the slip is only
    reminded of, and ends with what was granted.
    """

    charges: tuple[Charge, ...] = ()
    note: Text = "不收费"
    before: Blocks = Blocks.HAND_OUT
    within: Span | None = None
    late: LateFee | None = None
    waivers: tuple[Waiver, ...] = ()
    refunds: tuple[RefundOn, ...] = tuple(RefundOn)


class AppointmentHall(Declared):
    """A hall that serves the item, and which counters there; none named: any counter of the hall."""

    hall: Key
    counters: tuple[str, ...] = ()


class AppointmentPolicy(Declared):
    """Whether and how a visit is booked."""

    booking: Booking = Booking.NONE
    staff_confirms: bool = False
    minutes: int = Field(default=30, ge=5, le=240)  # how long one visit takes
    halls: tuple[AppointmentHall, ...] = ()
    bring: tuple[Text, ...] = ()  # originals to bring

    @model_validator(mode="after")
    def booked_somewhere(self) -> Self:
        if self.bookable != bool(self.halls):
            raise ValueError("可预约的事项要写在哪些大厅办，不可预约的不写")
        if self.staff_confirms and not self.bookable:
            raise ValueError("可预约的事项才能由工作人员确认")
        return self

    @property
    def bookable(self) -> bool:
        """Whether a visit can be booked at all."""
        return self.booking is not Booking.NONE


class ProxyPolicy(Declared):
    """Whether somebody may act for the applicant; empty `relations`: anybody the applicant names."""

    allowed: bool = False
    reason: str = ""  # why not
    bases: frozenset[ProxyBasis] = frozenset()
    powers: frozenset[Power] = frozenset()
    relations: tuple[Label, ...] = ()
    needs: tuple[Text, ...] = ()  # what the agent must have, in words
    max_days: int = Field(default=365, ge=1, le=1095)

    @model_validator(mode="after")
    def allowed_or_explained(self) -> Self:
        if self.allowed and not (self.bases and self.powers):
            raise ValueError("允许代办的，要写 bases 和 powers")
        if not self.allowed and (self.bases or self.powers or not self.reason):
            raise ValueError("不允许代办的，要写理由（reason），不写 bases 和 powers")
        return self


class PublicNotice(Declared):
    """公示 before the decision: who applies for what is shown, masked, to anybody while it runs. The promised clock stops
    for its days and goes on by itself; granting waits for its end."""

    within: Span
    note: Text
    after: Key | None = None  # the step whose end begins it; absent: acceptance
    when: tuple[Condition, ...] = ()  # only where every condition holds for the form's answers
    shows: tuple[Key, ...] = ()  # what is shown of the form, and of what officers have fixed by then; never sealed ones
    names_town: bool = False  # whether it says of which town (镇街) the applicant is, so that neighbours know who is meant

    @model_validator(mode="after")
    def counts_days(self) -> Self:
        if self.within.n < 1 or self.within.minutes is not None:
            raise ValueError("公示要按天计算")
        return self


class ResultLicence(Declared):
    """As what a result enters the district's licence register when it is granted, so that later cases need no copy of it.

    `kind`: a row of catalogue/licences.yaml. `since`, `until`: dates among the answers, the first and the last day it
    holds. Nothing is granted for a time that is over; what has begun by then holds from the day it is granted. `shows`: the answers
    that stand on it, and what officers have fixed. `when`: for which answers it is one at all. `replaces_earlier`: those of the kind that
    its holder was granted here before end with the grant, also where it gives no new one, as of a card that is given up. `number`: of a
    card that bears its holder's own document number; else what is recorded of the paper.
    """

    kind: Key
    since: Key | None = None
    until: Key | None = None
    shows: tuple[Key, ...] = ()
    when: tuple[Condition, ...] = ()
    replaces_earlier: bool = False
    number: Literal["holder"] | None = None


class PaperParty(Declared):
    """One side of what a paper certifies, such as the tenant: `who`, the fields of the form that name it, or `applicant`; `when` the
    answers make it them. `full`: their document number stands there whole, where the law wants it so; else masked.
    """

    label: Label
    who: tuple[Key, ...] = Field(min_length=1)
    when: tuple[Condition, ...] = ()
    full: bool = False


class ResultPaper(Declared):
    """The sealed paper people download of what they were granted, with its number and a QR for whoever checks it; made once the
    result may be handed out, in the name of the organ that decided.

    `template`: one of catalogue/templates; `prefix`: what its numbers begin with; `type_code`: its kind among electronic
    licences (GB/T 36904: USCC of who defined it + 3 digits). `shows`: the answers that stand on it, of people their names.
    `parties`: who it is about besides the one it is made for, above the answers, with their document numbers.
    """

    template: Key
    prefix: Annotated[str, StringConstraints(min_length=2, max_length=12)]
    type_code: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{21}$")]
    shows: tuple[Key, ...] = ()
    parties: tuple[PaperParty, ...] = ()


class ResultForm(Declared):
    """What an item hands out. `certificate` is a template of catalogue/templates where the decision itself is the certificate;
    `paper`: where what was granted is downloaded as one; `licence`: what it is in the district's licence register.

    `chosen_by`: the choice of the form by which the applicant says how they get it, its values ways of `delivery`; `branch`: the choice
    that says at which bank's. `post_to`, `post_phone`: the fields that say where it is sent, and whom the courier calls. `not_after`: the date among
    the answers on which what is asked for takes place or begins; it is not granted once that day has passed.
    """

    key: Key
    name: Label
    kind: ResultKind
    certificate: Key | None = None
    validity_days: int | None = Field(default=None, ge=1)
    offers_no_record: bool = False  # a certificate that says there is no record
    licence: ResultLicence | None = None
    paper: ResultPaper | None = None
    delivery: tuple[Delivery, ...] = ()
    chosen_by: Key | None = None
    branch: Key | None = None
    post_to: Key | None = None
    post_phone: Key | None = None
    not_after: Key | None = None
    note: str = ""

    @model_validator(mode="after")
    def a_parcel_has_an_address(self) -> Self:
        if (self.post_to is None) != (self.post_phone is None) or (self.post_to and Delivery.POST not in self.delivery):
            raise ValueError("post_to 和 post_phone 要一起写，只用于可以邮寄的结果")
        return self


class Opening(Declared):
    """What a granted case opens: an item the applicant may now apply for, and in words what it brings (政策送达)."""

    item: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9\-]{1,39}$")]
    note: Text
    when: tuple[Condition, ...] = ()  # only where every condition holds for the form's answers


class LegalBasis(Declared):
    """One rule an item rests on. Unverified ones are never shown to citizens as law."""

    title: Text
    article: str = ""
    says: str = ""
    verified: bool = False
    checked_on: date | None = None
