"""What is owed after a grant (批准后的义务), such as a road restored: reported done or due, looked at on the spot, put right or marked.

It holds up no act of the case, which may be closed long before. Its look is a check like that of a commitment: drawn upon a reviewer who
had no hand in the case, in the list of the department's checks, with time to put right; `Inspecting` records what it showed.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from backend.audit import event_of
from backend.cases.actions import Action
from backend.cases.drawing import Drawing, inspected
from backend.cases.flow import Transition
from backend.cases.owing import duty_of, owing, with_duty
from backend.errors import WrongState
from backend.idempotency import once
from backend.spoken import deadline
from models.acts import Act
from models.cases import Case, DutyOwed, Inspection, InspectionState, ReportDoneBody, Somebody

_LATER = timedelta(days=1)  # when another check of the case is still going on


class Duties(Drawing):
    """The applicant's word that it is done, and the day it is due."""

    @once("cases", Case)
    async def report_done(self, act: Act, case_id: str, body: ReportDoneBody) -> Case:
        """The applicant says that it is done, or that what was not as committed is put right: the office looks at it from now on, and no
        later than so many days after. Raises `WrongState` where nothing is to be done, or another check of the case is going on."""
        case, row = await self._take(act, case_id, Action.REPORT_DONE, body.version)
        if case.mends_promise:
            return await self._put_right(act, case, row)
        duty = case.reportable
        if duty is None:
            raise WrongState("现在没有要您报完成的事项；已经报过的，请等工作人员到现场验收。")
        if self._is_checked(case, duty):
            raise WrongState("这份办件正在办另一项核查，请等它办完再报完成；到期我们会自行到现场验收。")
        changes = await self._check_begun(act, case, duty)
        notices = self._tell(case, "duty_reported", what=duty.name, due=deadline(changes["inspection"].due))
        return await self._apply(act, case, row, changes, detail={"duty": duty.key}, notices=notices)

    async def _put_right(self, act: Act, case: Case, row: Transition) -> Case:
        """Whoever checks the commitment looks again, within the time for a check; the time to put right stays as it was told."""
        check, commitment = case.inspection, self.version_of(case).commitment
        assert check is not None  # it is what is put right
        assert commitment is not None
        due = self.calendar.deadline(act.at, commitment.check.within).at
        again = check.model_copy(update={"state": InspectionState.WAITING, "since": act.at, "due": due, "overdue_at": None})
        notices = self._tell(case, "correction_reported", due=deadline(due))
        return await self._apply(act, case, row, inspected(again), detail={"correction": True}, notices=notices)

    async def _look_at_duties(self, act: Act, case: Case) -> None:
        """Reminds once; on its day has it looked at, whether it was reported or not."""
        duty = next(each for each in case.duties if each.next_moment is not None and each.next_moment <= act.at)
        told = {"what": duty.name, "due": deadline(duty.due)}
        if duty.due > act.at:
            changes: Mapping[str, Any] = owing(with_duty(case, duty.model_copy(update={"remind_at": None})))
            what, notices = "duty_due_soon", self._tell(case, "duty_due_soon", **told)
        elif self._is_checked(case, duty):
            what, notices, changes = "duty_waits", [], {"duty_at": act.at + _LATER}
        else:
            changes = await self._check_begun(act, case, duty)
            what, notices = "duty_due", self._tell(case, "duty_to_be_checked", **told)
        after = case.model_copy(update=dict(changes))
        document = after.model_copy(update={"counted_with": self._counted_with(case, after)}).to_document()
        event = event_of(act, f"case.{what}", detail={"item": case.item, "department": case.department, "duty": duty.key}, notices=notices)
        where = {"_id": case.id, "state": case.state.value, "version": case.version}
        await self.store.cases.change(where, {"$set": {key: document[key] for key in (*changes, "counted_with")}}, event)

    async def _check_begun(self, act: Act, case: Case, duty: DutyOwed) -> dict[str, Any]:
        """What to set where somebody is to look at it from now on; at what was to be put right whoever looked before."""
        due = self.calendar.deadline(act.at, duty_of(self.version_of(case), duty.key).check.within).at
        before, opened = case.inspection, owing(with_duty(case, duty.model_copy(update={"opened_at": act.at, "remind_at": None})))
        if before is not None and before.duty == duty.key:
            again = {"state": InspectionState.WAITING, "since": act.at, "due": due, "overdue_at": None}
            return {**inspected(before.model_copy(update=again)), **opened}
        inspector = self.lots.choice(f"{case.id}:{duty.key}", await self._candidates(act, case))
        check = Inspection(department=case.decided_in, since=act.at, due=due, inspector=inspector, duty=duty.key, duty_name=duty.name)
        return {**inspected(check), **opened, "checks_over": [*case.checks_over, *([before] if before else [])]}

    async def _candidates(self, act: Act, case: Case) -> list[Somebody]:
        """Never who decided it."""
        decided_by = case.decision.by.id if case.decision else None
        return [each for each in await super()._candidates(act, case) if each.id != decided_by]

    @staticmethod
    def _is_checked(case: Case, duty: DutyOwed) -> bool:
        """Whether something else about the case is being checked."""
        return case.inspection is not None and case.inspection.is_open and case.inspection.duty != duty.key
