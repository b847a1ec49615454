"""A look on the spot (踏勘、核查、入户) that failed: nothing is granted on it until what was wanting is mended and looked at again, or the
head of the department decides otherwise, with a reason that stands on the decision."""

from typing import Any

from backend.cases.actions import Action
from backend.cases.book import UNCLAIMED
from backend.cases.core import Core
from backend.cases.reopening import Anew, told_anew
from backend.cases.rights import is_head
from backend.errors import FieldError, Forbidden, Invalid, WrongState
from backend.idempotency import once
from models.acts import Act
from models.base import NoticeOrder
from models.cases import Case, ReasonBody, StepBody, StepOutcome, StepRecord
from models.catalogue import ItemVersion

_AGAIN = "「{name}」的结论是「{verdict}」：{finding}。请等申请人整改后再看一次，或者不予批准；首席代表可以写明理由另行决定。"
_NOT_THEIRS = "「{name}」的结论是「{verdict}」，只有首席代表可以写明理由另行批准。"


def failed(case: Case) -> list[StepRecord]:
    """The looks that were found wanting and not looked at again since."""
    return [each for each in case.steps if each.done_at is not None and each.outcome is StepOutcome.FAILS]


def require_passed(act: Act, case: Case, despite: str | None) -> None:
    """Raises `WrongState` where a look had failed and nobody says why it is granted all the same, `Forbidden` where that is not the head,
    `Invalid` where there was no such look."""
    found = failed(case)
    if not found and despite is not None:
        raise Invalid(errors=[FieldError("/despite", "现场查看没有不通过的，不用写另行批准的理由。")])
    if not found:
        return
    words = {"name": found[0].name, "verdict": found[0].verdict}
    if despite is None:
        raise WrongState(_AGAIN.format(**words, finding=found[0].finding.rstrip("。")))
    if not is_head(act, case):
        raise Forbidden(_NOT_THEIRS.format(**words))


def outcome_of(version: ItemVersion, body: StepBody) -> dict[str, Any]:
    """What to keep of how a look ended. Raises `Invalid` where the step is none."""
    step = version.step(body.step)
    verdicts = step.verdicts if step is not None else None
    if verdicts is None:
        if body.outcome is not None:
            raise Invalid(errors=[FieldError("/outcome", "这一步不作通过、不通过的结论，请把情况写在意见里。")])
        return {}
    outcome = body.outcome or StepOutcome.PASSES
    return {"outcome": outcome, "verdict": verdicts.fails if outcome is StepOutcome.FAILS else verdicts.passes}


class Looks(Core):
    """The second look, and what the applicant is told of the first."""

    def _tell_look(self, case: Case, step: StepRecord) -> list[NoticeOrder]:
        """What was found wanting, and what follows."""
        if step.outcome is not StepOutcome.FAILS:
            return []
        return self._tell(case, "look_failed", step=step.name, verdict=step.verdict, finding=step.finding.rstrip("。"))

    @once("cases", Case)
    async def look_again(self, act: Act, case_id: str, body: ReasonBody) -> Case:
        """What was wanting is mended: the steps from the failed look on are done again, what was found before stays on record. Raises
        `WrongState` where no look has failed."""
        case, row = await self._take(act, case_id, Action.LOOK_AGAIN, body.version)
        found = failed(case)
        if not found:
            raise WrongState("没有结论不通过的现场查看，不用再看一次。")
        version, first = self.version_of(case), case.steps.index(found[0])
        anew = Anew(steps=tuple(each.key for each in case.steps[first:] if each.done_at is not None))
        after = case.model_copy(update={"steps": self.book.steps_anew(case, version, anew, act.at)})
        changes = {**await self.book.turned_back(case, after, version, act), **UNCLAIMED}
        after = case.model_copy(update=changes)
        notices = [*self._tell(case, "look_again", step=found[0].name), *self._tell_turn(act, case, after)]
        return await self._apply(act, case, row, changes, detail={"why": body.reason, **told_anew(case, after)}, notices=notices)
