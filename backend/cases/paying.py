"""What was promised comes in, is looked at, and the debt is met."""

from datetime import datetime
from typing import Any

from backend.cases import debts
from backend.cases.actions import Action
from backend.cases.contents import snapshot
from backend.cases.core import somebody, uses_of
from backend.cases.drafts import Drafts
from backend.cases.drawing import inspected
from backend.cases.obligations import changes_to, replaced
from backend.cases.words import listed
from backend.errors import FieldError, Invalid, WrongState
from backend.idempotency import once
from backend.spoken import deadline
from models.acts import Act
from models.cases import (
    Case,
    CaseMaterial,
    ExamineBody,
    HandInBody,
    Inspection,
    InspectionOutcome,
    InspectionState,
    Obligation,
    ReasonClass,
    Verdict,
)

_NOT_OTHERS = "补交时只能选用自己的电子证照；别人的证照，请上传经对方同意的复印件。"
_NOT_THERE = "这份材料还没有交来，请等申请人补交以后再看。"


class Paying(Drafts):
    """Acts on what is owed."""

    @once("cases", Case)
    async def hand_in(self, act: Act, case_id: str, body: HandInBody) -> Case:
        """Hands in promised materials; the day they come counts. Raises `Invalid` for what is not owed, or is empty."""
        case, row = await self._take(act, case_id, Action.HAND_IN, body.version)
        owed = debts.open_debts(case)
        wrong = [FieldError(f"/materials/{key}", "这份材料没有欠交，不用补。") for key in body.materials if key not in owed]
        wrong += [FieldError(f"/materials/{key}/holder", _NOT_OTHERS) for key, each in body.materials.items() if each.holder]
        empty = [each for each in body.materials.values() if not each.files and not each.licence]
        if wrong or empty:
            raise Invalid("请选择要补交的材料，并上传文件。", errors=wrong)
        materials = await self._chosen(act, case, self.version_of(case), case.materials, body.materials)
        obligations = [debts.handed_in(each, act.at) if each.key in body.materials and each.is_open else each for each in case.obligations]
        changes: dict[str, Any] = {"materials": materials, **changes_to(obligations)}
        changes["snapshots"] = [*case.snapshots, snapshot(case.form, materials)]
        after = case.model_copy(update=changes)
        return await self._apply(act, case, row, changes, detail=uses_of(after, passed=False) | {"materials": list(body.materials)})

    @once("cases", Case)
    async def examine_debt(self, act: Act, case_id: str, body: ExamineBody) -> Case:
        """Passes a material that came later, which meets the debt, or says what is wrong with it. Raises `WrongState` before it came."""
        case, row = await self._take(act, case_id, Action.EXAMINE_DEBT, body.version)
        debt = debts.open_debts(case).get(body.material)
        slot = case.material(body.material)
        if debt is None or slot is None or not slot.handed_in:
            raise WrongState(_NOT_THERE)
        if not body.passed and not body.advice:
            raise Invalid(errors=[FieldError("/advice", "请写明哪里不合要求、怎样修改。")])
        looked = slot.model_copy(update={"verdict": self._verdict(act, body)})
        materials = [looked if each.key == slot.key else each for each in case.materials]
        settled = self._after_look(act, debt, passed=body.passed)
        changes = {"materials": materials, **changes_to(replaced(case, settled))}
        after = case.model_copy(update=changes)
        detail = uses_of(after, passed=True) | {"debt": debt.id, "passed": body.passed}
        notices = self._tell_examined(case, looked, settled, body)
        if (stands := _stands(after, act.at)) is not None:
            changes |= inspected(stands)
            notices += self._tell(case, "decision_not_withdrawn")
        return await self._apply(act, case, row, changes, detail=detail, notices=notices)

    def _verdict(self, act: Act, body: ExamineBody) -> Verdict:
        reason = None if body.passed else ReasonClass.OTHER
        return Verdict(passed=body.passed, reason=reason, advice=body.advice or "", by=somebody(act), at=act.at)

    def _after_look(self, act: Act, debt: Obligation, *, passed: bool) -> Obligation:
        if passed:
            return debt.model_copy(update={"met_at": act.at, "met_by": somebody(act)})
        return debts.came_back(debt, act.at, self.calendar, self.policy.tolerance)

    def _tell_examined(self, case: Case, slot: CaseMaterial, debt: Obligation, body: ExamineBody) -> list[Any]:
        names = listed([slot.name])
        if body.passed:
            return self._tell(case, "debt_met", names=names)
        due = deadline(debt.due) if debt.due else ""
        return self._tell(case, "debt_came_back", names=names, reason=body.advice or "", due=due)


def _stands(case: Case, at: datetime) -> Inspection | None:
    """The way to a withdrawal, ended since what it was for has come; None where there is none, or it goes on."""
    if case.inspection is None or not case.inspection.is_of_debt or debts.broken(case):
        return None
    over = {"state": InspectionState.OVER, "outcome": InspectionOutcome.KEPT, "ended_at": at}
    return case.inspection.model_copy(update=over)
