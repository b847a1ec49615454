"""What was granted and is never paid for: reminded of after its day, and over with its own last day or by the item's `late`.

The slip is cancelled with it (`backend.payments`), so that nothing is collected for a permit whose time is over; what was to be done and
looked at after the grant ends, too.
"""

from datetime import datetime
from typing import Any

from backend.cases import clocks
from backend.cases.actions import Action
from backend.cases.core import Core
from backend.cases.drawing import inspected
from backend.cases.obligations import changes_to, ended
from backend.cases.owing import unowed
from backend.spoken import deadline
from models.acts import Act
from models.base import NoticeOrder
from models.cases import Case, CaseState, Completion, DecisionEnd, InspectionOutcome, InspectionState, Obligation, ObligationKind


class Unpaid(Core):
    """What the system does about payments nobody made."""

    async def _end_unpaid(self, act: Act, case: Case, owed: Obligation) -> None:
        row = self._allowed(act, case, Action.END_UNPAID, case.version)
        over = DecisionEnd(at=act.at, words=owed.ends_words, unpaid=True)
        changes: dict[str, Any] = {
            "decision": case.decision.model_copy(update={"ended": over}) if case.decision else None,
            "completion": Completion.VOID,
            "ended_for": owed.ends_words,
            "closed_at": act.at,
            "desk": None,
            "queued_at": None,
            "clock": clocks.ended(case.clock),
            **unowed(case, act.at),  # nothing was ever handed out to do it under
            **_unchecked(case, act.at),
            **changes_to(ended(case.obligations, act.at, "批准已经失效")),
        }
        await self._apply(act, case, row, changes, notices=self._tell(case, "case_ended_unpaid", words=owed.ends_words))

    def _tell_unpaid(self, case: Case, owed: Obligation) -> list[NoticeOrder]:
        """After the slip's day: that it can still be paid, and until when."""
        assert owed.due is not None  # its day is what has passed
        assert owed.ends_at is not None
        told = {"what": owed.name, "due": deadline(owed.due), "until": deadline(owed.ends_at), "bill": owed.id}
        return self._tell(case, "payment_late", **told)


def _unchecked(case: Case, at: datetime) -> dict[str, Any]:
    """The check of a case whose grant has ended, ended with it: nobody could record what it showed, and the file would wait for it."""
    check = case.inspection
    if check is None or not check.is_open:
        return {}
    return inspected(check.model_copy(update={"state": InspectionState.OVER, "outcome": InspectionOutcome.LAPSED, "ended_at": at}))


def never_paid(case: Case, at: datetime) -> Obligation | None:
    """The payment for what was granted whose time is over altogether."""
    if case.state is not CaseState.GRANTED:
        return None
    slips = [each for each in case.obligations if each.kind is ObligationKind.PAYMENT and each.is_open and each.ends_at is not None]
    return next((each for each in slips if each.ends_at is not None and each.ends_at <= at and (each.due is None or each.due <= at)), None)


def is_late_payment(obligation: Obligation, at: datetime) -> bool:
    """Whether a slip's day has just passed and it may still be paid for a while."""
    return obligation.kind is ObligationKind.PAYMENT and obligation.ends_at is not None and obligation.ends_at > at
