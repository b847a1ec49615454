"""Materials that come later (容缺受理): what may, what was promised, what is owed and until when. Pure.

The longest time is the district's (深圳 2019: two working days short of the promised limit, twenty working days at most;
catalogue/cases.yaml): an item may only shorten it.
"""

from dataclasses import dataclass
from datetime import datetime

from backend.cases import clocks
from backend.cases.actions import Action
from backend.ids import new_id
from backend.spoken import deadline
from backend.workdays import WorkCalendar
from models.cases import Blocks, Case, CaseClock, DebtLine, DebtPromise, Obligation, ObligationKind, TolerancePolicy
from models.catalogue import ItemVersion, Material, Need, Span, Tolerance
from models.catalogue.codes import DebtConsequence

BEFORE = {Blocks.DECISION: "批准以前", Blocks.HAND_OUT: "发放结果以前"}


@dataclass(frozen=True)
class Expected:
    """Until when a material would be owed were the case accepted now, and how that is said."""

    due: datetime
    words: str


def absent(case: Case, version: ItemVersion) -> list[Material]:
    """Deferrable materials the case asks for and does not hold."""
    asked = {each.key for each in case.materials if not each.settled}
    return [each for each in version.materials if each.key in asked and each.need is Need.DEFERRABLE]


def unpromised(case: Case, version: ItemVersion) -> list[str]:
    """Names of absent materials nobody has promised: the case is not accepted without a word on them."""
    promised = {each.material for each in case.promises}
    return [each.name for each in absent(case, version) if _of(each).needs_promise and each.key not in promised]


def promised(case: Case, version: ItemVersion) -> list[DebtPromise]:
    """The promises that count now: what was handed in meanwhile is not owed."""
    missing = {each.key for each in absent(case, version)}
    return [each for each in case.promises if each.material in missing]


def has_word(case: Case, material: str) -> bool:
    """Whether the applicant promised it. Who did not has broken no promise: what is owed then only holds up its act."""
    return any(each.material == material for each in case.promises)


def due_of(tolerance: Tolerance, at: datetime, clock: CaseClock, calendar: WorkCalendar, policy: TolerancePolicy) -> datetime:
    """Until when a material is owed that was tolerated at `at`: the item's time, within what the district allows."""
    ends = [calendar.deadline(at, tolerance.within).at, calendar.deadline(at, Span(n=policy.most)).at]
    if clock.promised_due is not None:
        ends.append(clocks.workdays_before(calendar, clock.promised_due, policy.short_of_promise))
    return max(min(ends), calendar.deadline(at, Span(n=policy.least)).at)


def beforehand(tolerance: Tolerance, at: datetime, clock: CaseClock, calendar: WorkCalendar, policy: TolerancePolicy) -> Expected:
    """What somebody is told before they promise: how long after acceptance it is owed, and until when were it accepted at `at`;
    `clock`: that of the case as it would be accepted then."""
    due = due_of(tolerance, at, clock, calendar, policy)
    own = calendar.deadline(at, tolerance.within).at
    long = tolerance.within.words() if due == own else f"{calendar.workdays_between(at.date(), due.date())}个工作日"
    return Expected(due, f"受理后{long}内补齐（{at.month}月{at.day}日受理的，是{deadline(due)}前），并且要在{BEFORE[tolerance.before]}补齐")


def lines(case: Case, version: ItemVersion, at: datetime, calendar: WorkCalendar, policy: TolerancePolicy) -> list[DebtLine]:
    """What the notice of tolerance says of a case that is accepted at `at`: what was promised; of one that counts as accepted
    because nobody asked for more in time, whatever is absent, which holds up its act and has no other consequence without a promise."""
    deemed = case.acceptance is not None and case.acceptance.deemed
    wanted = {each.material for each in promised(case, version)}
    found: list[DebtLine] = []
    for material in absent(case, version):
        if not deemed and material.key not in wanted:
            continue
        tolerance = _of(material)
        found.append(
            DebtLine(
                material=material.key,
                name=material.name,
                form=material.form.label,
                due=due_of(tolerance, at, case.clock, calendar, policy),
                before=tolerance.before,
                consequence=tolerance.consequence if material.key in wanted else DebtConsequence.WITHHOLD,
            )
        )
    return found


def owed(found: list[DebtLine], at: datetime, calendar: WorkCalendar, policy: TolerancePolicy) -> list[Obligation]:
    """The obligations that go with a notice."""
    return [
        Obligation(
            id=new_id("debt"),
            kind=ObligationKind.DEBT,
            key=each.material,
            name=each.name,
            blocks=each.before,
            since=at,
            remind_at=_reminder(each.due, at, calendar, policy),
            due=each.due,
        )
        for each in found
    ]


def open_debts(case: Case) -> dict[str, Obligation]:
    """What is owed still, by material."""
    return {each.key: each for each in case.obligations if each.kind is ObligationKind.DEBT and each.is_open}


def unpaid(case: Case) -> list[Obligation]:
    """What is owed still although its day has passed."""
    return [each for each in open_debts(case).values() if each.lapsed_at is not None]


def unexamined(case: Case) -> list[Obligation]:
    """What has come in, on time or not, and nobody has looked at yet."""
    return [each for each in open_debts(case).values() if _lies_with_office(case, each)]


def withdrawable(case: Case) -> bool:
    """Whether the decision may be withdrawn for what is owed; not while anything that came in is still to be looked at."""
    return broken(case) and not unexamined(case)


def broken(case: Case) -> bool:
    """Whether a material is overdue of which the notice of tolerance said that the decision would be withdrawn."""
    late = {each.key for each in unpaid(case)}
    found = case.tolerance.lines if case.tolerance else []
    return any(each.material in late and each.consequence is DebtConsequence.WITHDRAW for each in found)


def offered(action: Action, case: Case, version: ItemVersion) -> bool:
    """Whether there is anything for an action of tolerance to act on; other actions are always offered."""
    if action in (Action.PROMISE, Action.HEAR_PROMISE):
        return bool(absent(case, version))
    if action is Action.HAND_IN:
        return bool(open_debts(case))
    if action is Action.EXAMINE_DEBT:
        return bool(unexamined(case))
    if action is Action.REVOKE:
        return withdrawable(case) and not (case.inspection and case.inspection.is_open)
    return action is not Action.ANNUL or case.inspection is None or not case.inspection.is_of_debt or withdrawable(case)


def looked_at(case: Case, debt: Obligation, at: datetime) -> Obligation:
    """A debt whose day has come. What lies with the office, however it was handed in, does not lapse: the day it came counts."""
    if _lies_with_office(case, debt):
        return handed_in(debt, at)
    return debt.model_copy(update={"lapsed_at": at, "remind_at": None})


def handed_in(obligation: Obligation, at: datetime) -> Obligation:
    """It came in: the office looks at it, and the day it first came counts."""
    return obligation.model_copy(update={"handed_at": obligation.handed_at or at, "remind_at": None})


def came_back(obligation: Obligation, at: datetime, calendar: WorkCalendar, policy: TolerancePolicy) -> Obligation:
    """What came in was unfit: it is owed again, and for no less than the least time."""
    again = calendar.deadline(at, Span(n=policy.least)).at
    due = max(again, obligation.due) if obligation.due else again
    return obligation.model_copy(update={"handed_at": None, "due": due if obligation.lapsed_at is None else obligation.due})


def _lies_with_office(case: Case, debt: Obligation) -> bool:
    slot = case.material(debt.key)
    return debt.handed_at is not None or (slot is not None and slot.handed_in and slot.verdict is None)


def _reminder(due: datetime, at: datetime, calendar: WorkCalendar, policy: TolerancePolicy) -> datetime | None:
    moment = clocks.workdays_before(calendar, due, policy.remind)
    return moment if moment > at else None


def _of(material: Material) -> Tolerance:
    if material.tolerance is None:
        raise KeyError(f"{material.key} is not deferrable")
    return material.tolerance
