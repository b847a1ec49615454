"""What may be done to a case now: the table, the rights, the time, and whatever else an act asks before it is done.

What is listed for a viewer and what an attempt is refused for come from the same checks.
"""

from datetime import datetime
from typing import Protocol

from backend.cases import commitments, debts
from backend.cases.actions import Action
from backend.cases.book import CaseBook
from backend.cases.chosen_way import deliverable, recordable
from backend.cases.contents import to_examine
from backend.cases.findings import unsettled
from backend.cases.flow import (
    CLAIM_NEEDED,
    IN_OWN_NAME,
    NOT_BY_THEIR_SCRIBE,
    NOT_ON_PARTS,
    ON_BUNDLES,
    UNDER_HOLD,
    Transition,
    When,
    Who,
    rows,
)
from backend.cases.obligations import require_met
from backend.cases.rights import is_head, is_principal, is_same_hand, is_scribe_of, may_take, require_right
from backend.cases.stale import stale_words
from backend.cases.timing import refusal
from backend.cases.whose import require_home
from backend.catalogue import Catalogue, require_scribe
from backend.errors import Conflict, Forbidden, Problem, StaleVersion, WrongState
from models.acts import Act, ScribeActor, StaffActor, SystemActor
from models.cases import Case, CasePolicy, CaseState
from models.catalogue import ItemVersion

_STEP_ACTS = frozenset({Action.COMPLETE_STEP, Action.GRANT, Action.REFUSE})
_DECISIONS = frozenset({Action.GRANT, Action.REFUSE, Action.NOT_ACCEPT, Action.ABORT})
_GIVES = {Action.DELIVER: deliverable, Action.RECORD_RESULT: recordable}
_NOTHING_TO_WAIT_FOR = (
    "这类证明查了登记就开，没有听证、检验这样的特别程序，不能暂停时限。查不清的，请写明理由不予批准；要申请人补什么的，请发补正告知。"
)


class Conditions(Protocol):
    """What a higher room wants of some items beside their own rules; each may refuse with a `Problem`."""

    async def before_handing_in(self, act: Act, case: Case, version: ItemVersion) -> str | None:
        """Asked at the first handing-in. Gives the round the case takes part in, where there is one."""
        ...

    async def before_step(self, act: Act, case: Case, version: ItemVersion, action: Action) -> None:
        """Asked before a step is completed, and before a decision."""
        ...


class Gate:
    """The checks of the engine before an act."""

    catalogue: Catalogue
    book: CaseBook
    conditions: Conditions | None = None

    @property
    def policy(self) -> CasePolicy:
        """What the district has set."""
        return self.book.policy

    def version_of(self, case: Case) -> ItemVersion:
        """The item's version the case was submitted under (invariant 6)."""
        return self.catalogue.version_by_id(case.item_version)

    async def actions(self, act: Act, case: Case) -> list[Action]:
        """What this viewer may do to the case now, in the order of the table: what an attempt would be let do, but for what its body
        says and what the case itself still lacks, such as a material that was not looked at; the attempt names that."""
        return [action for action in Action if await self._is_open(act, case, action)]

    async def _is_open(self, act: Act, case: Case, action: Action) -> bool:
        row = self._row(case, action)
        if act.represents is not None and action not in IN_OWN_NAME:
            return False
        if row is None or row.who is Who.SYSTEM or not self._is_offered(action, case, self.version_of(case), act.at):
            return False
        try:
            self._allowed(act, case, action, case.version)
            await self._further(act, case, action)
        except Problem:
            return False
        return True

    async def _further(self, act: Act, case: Case, action: Action) -> None:
        """Raises what an act asks of this actor at this time beyond `_allowed`; each act asks it itself, by the same function."""

    async def _require_conditions(self, act: Act, case: Case, action: Action) -> None:
        """Raises what a higher room has against this step or decision."""
        if self.conditions is not None:
            await self.conditions.before_step(act, case, self.version_of(case), action)

    def _allowed(self, act: Act, case: Case, action: Action, version: int) -> Transition:
        """The row of the table the act follows. Raises what stands against it, the right first."""
        require_home(act, case, action, self.version_of(case), self.catalogue.vocabulary)
        require_right(act, case, action)
        require_scribe(act, self.version_of(case), self.catalogue.vocabulary)
        if case.version != version:
            raise StaleVersion(stale_words(act, action, case))
        if case.bundle is not None and action in NOT_ON_PARTS:
            raise WrongState(f"这是一件事里的一个环节，请打开整件事再{action.label}。")
        row = self._row(case, action)
        if row is None:
            raise WrongState(f"这份申请现在是「{case.state.label}」，不能{action.label}。请看过新的再办理。")
        if not may_take(act, case, row):
            raise WrongState(f"现在这一步不由您{action.label}，请看新的，上面写着轮到谁办理。")
        if case.hold is not None and (action not in UNDER_HOLD or not self._may_lift(act, case)):
            raise WrongState("代办授权已经结束，这份申请已冻结。请申请人本人接着办理，或者撤回。")
        self._require_claim(act, case, action)
        self._require_other(act, case, action)
        require_met(case, row)
        if action is Action.PAUSE and self.version_of(case).instant is not None:
            raise WrongState(_NOTHING_TO_WAIT_FOR)
        if refused := refusal(case, action, self.version_of(case).clocks, act.at):
            raise WrongState(refused)
        return row

    def _row(self, case: Case, action: Action) -> Transition | None:
        """The first row whose condition holds; None where the action cannot be taken in this state."""
        if (case.bundle is not None and action in NOT_ON_PARTS) or (case.parts and action not in ON_BUNDLES):
            return None
        found = rows(action, case.state)
        return next((row for row in found if row.when is None or self._holds(row.when, case)), None)

    @staticmethod
    def _may_lift(act: Act, case: Case) -> bool:
        """Who may deal with a frozen case: whose matter it is, also through a scribe, and the system at their death."""
        return isinstance(act.actor, (SystemActor, ScribeActor)) or is_principal(act, case)

    def _holds(self, when: When, case: Case) -> bool:
        if when is When.SOMETHING_STANDS:
            return any(each.stands for each in case.parts)
        if when is When.OWED:
            return case.inspection is not None and case.inspection.is_of_debt
        if when is When.REFUSED:
            return case.was_refused
        version = self.version_of(case)
        if when is When.ISSUED_AT_ONCE:
            return version.instant is not None or version.result.certificate is not None
        return version.visits.count == 0 and (case.file_when_passed or case.state is CaseState.PRE_APPROVED)

    def _is_offered(self, action: Action, case: Case, version: ItemVersion, at: datetime) -> bool:
        """Whether there is anything the action could be about: a claim, something owed, committed to, or a published ground."""
        if action in (Action.CLAIM, Action.RELEASE):
            return (case.reviewer is None) == (action is Action.CLAIM)
        if action is Action.PASS_MATERIAL and case.state is CaseState.ACCEPTED:
            return bool(to_examine(case))
        if action in _GIVES and not _GIVES[action](case, version):
            return False
        if action is Action.LOOK_AGAIN:
            return unsettled(case, version)
        if action is Action.REPORT_DONE:
            return case.mends_promise or case.reportable is not None
        if action is Action.TAKE_OVER:
            return case.hold is not None
        if action is Action.GREEN_CHANNEL:
            return case.green is not None or bool(self.policy.green_grounds(case.item))
        return debts.offered(action, case, version) and commitments.offered(action, case, version, at.date())

    def _require_claim(self, act: Act, case: Case, action: Action) -> None:
        if not isinstance(act.actor, StaffActor) or action in (Action.CLAIM, Action.RECUSE) or is_head(act, case):
            return
        if case.reviewer is not None and case.reviewer.id not in act.actor.ids:
            raise Conflict(f"这份申请正由{case.reviewer.name}办理，请等对方退回待领后再办。")
        if case.reviewer is None and (action, case.state) in CLAIM_NEEDED:
            raise Conflict("请先领取这份申请，再办理。")

    def _require_other(self, act: Act, case: Case, action: Action) -> None:
        """A step for another hand is never done by who received or accepted the case, and nothing is looked at or decided by who wrote
        it down, whatever their roles."""
        if action in NOT_BY_THEIR_SCRIBE and is_scribe_of(act, case):
            raise Forbidden("这份申请由您代为录入，不能再由您审核和决定，请交给另一位工作人员。")
        if action in _STEP_ACTS and is_same_hand(act, case):
            raise Forbidden("收件、受理的人不能复核同一件，请转给另一位复核人员。")
        asked = case.recusal_asked
        if asked is not None and action in _DECISIONS and asked.who.strip() == act.actor.name:
            raise Forbidden("申请人申请您回避，首席代表决定以前不能由您作出决定。您认为应当回避的，请点「申报回避」。")
