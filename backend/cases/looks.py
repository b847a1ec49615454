"""A look that failed, or findings that differ: what the applicant is told of it, and the look again."""

from backend.cases.actions import Action
from backend.cases.book import UNCLAIMED
from backend.cases.core import Core
from backend.cases.findings import binds, differences, failed
from backend.cases.reopening import Anew, told_anew
from backend.errors import WrongState
from backend.idempotency import once
from models.acts import Act
from models.base import NoticeOrder
from models.cases import Case, ReasonBody, StepOutcome, StepRecord


class Looks(Core):
    """The second look, and what the applicant is told of the first."""

    def _tell_look(self, case: Case, step: StepRecord) -> list[NoticeOrder]:
        """What was found wanting, and what follows."""
        if step.outcome is not StepOutcome.FAILS:
            return []
        template = "finding_against" if binds(self.version_of(case), step) else "look_failed"
        return self._tell(case, template, step=step.name, verdict=step.verdict, finding=step.finding.rstrip("。"))

    @once("cases", Case)
    async def look_again(self, act: Act, case_id: str, body: ReasonBody) -> Case:
        """What was wanting is mended, or two officers are to agree: the steps from there on are done again, what was found before stays on
        record. Raises `WrongState` where no look has failed and none differ."""
        case, row = await self._take(act, case_id, Action.LOOK_AGAIN, body.version)
        version = self.version_of(case)
        wanting = [*failed(case), *(each.first for each in differences(case, version))]
        if not wanting:
            raise WrongState("没有结论不通过、或者前后不一致的查看和评定，不用再看一次。")
        first = min(case.steps.index(each) for each in wanting)
        anew = Anew(steps=tuple(each.key for each in case.steps[first:] if each.done_at is not None))
        after = case.model_copy(update={"steps": self.book.steps_anew(case, version, anew, act.at)})
        changes = {**await self.book.turned_back(case, after, version, act), **UNCLAIMED}
        after = case.model_copy(update=changes)
        notices = [*self._tell(case, "look_again", step=case.steps[first].name), *self._tell_turn(act, case, after)]
        return await self._apply(act, case, row, changes, detail={"why": body.reason, **told_anew(case, after)}, notices=notices)
