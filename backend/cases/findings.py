"""A look on the spot (踏勘、核查、入户) that failed: nothing is granted on it until what was wanting is mended and looked at again, or the
head of the department decides otherwise, with a reason that stands on the decision; over what an expert found nobody decides. Where two
officers are to find the same and do not, nothing goes on before both have looked again. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue

from backend.cases.rights import is_head
from backend.cases.words import said
from backend.errors import FieldError, Forbidden, Invalid, WrongState
from models.acts import Act
from models.cases import Case, StepBody, StepOutcome, StepRecord
from models.catalogue import ItemVersion
from models.fill_views import VerdictsView

_AGAIN = "「{name}」的结论是「{verdict}」：{finding}。请等申请人整改后再看一次，或者不予批准；首席代表可以写明理由另行决定。"
_NOT_THEIRS = "「{name}」的结论是「{verdict}」，只有首席代表可以写明理由另行批准。"
_BINDING = (
    "「{name}」的结论是「{verdict}」：{finding}。按这个结论不能批准，请不予批准并写明理由；对结论有不同意见的，点“再看一次”重新评定。"
)
_DIFFERENT = (
    "「{label}」两次评定不一致：「{first}」认定的是{one}，「{second}」认定的是{other}。"
    "请点“再看一次”，写明理由，由这些环节的人员（可以换人）重新评定，一致以后再往下办。"
)
_SAY = "请写明结论：通过是「{passes}」，不通过是「{fails}」。"


@dataclass(frozen=True)
class Difference:
    """What two officers who are to agree fixed differently: the steps, what it is called, and both values in words."""

    first: StepRecord
    second: StepRecord
    label: str
    one: str
    other: str


def failed(case: Case) -> list[StepRecord]:
    """The looks that were found wanting and not looked at again since."""
    return [each for each in case.steps if each.done_at is not None and each.outcome is StepOutcome.FAILS]


def against(case: Case, version: ItemVersion) -> StepRecord | None:
    """What an expert found that stands in the way of any grant."""
    return next((each for each in failed(case) if binds(version, each)), None)


def differences(case: Case, version: ItemVersion) -> list[Difference]:
    """What was fixed at two steps that are to agree and do not."""
    done = {each.key: each for each in case.steps if each.done_at is not None}
    by_fill = {fill.key: (done[step.key], fill) for step in version.steps if step.key in done for fill in step.fills}
    found: list[Difference] = []
    for second, fill in by_fill.values():
        first, earlier = by_fill.get(fill.agrees_with or "", (None, None))
        if first is None or earlier is None or earlier.key not in first.filled or fill.key not in second.filled:
            continue
        one, other = first.filled[earlier.key], second.filled[fill.key]
        if _plain(one) != _plain(other):
            found.append(Difference(first, second, fill.on_paper, said(earlier, one), said(fill, other)))
    return found


def unsettled(case: Case, version: ItemVersion) -> bool:
    """Whether there is a look that another look could change."""
    return bool(failed(case) or differences(case, version))


def require_agreed(case: Case, version: ItemVersion) -> None:
    """Raises `WrongState` where two officers who are to agree did not."""
    for each in differences(case, version):
        words = {"first": each.first.name, "second": each.second.name, "one": each.one, "other": each.other}
        raise WrongState(_DIFFERENT.format(label=each.label, **words))


def require_passed(act: Act, case: Case, version: ItemVersion, despite: str | None) -> None:
    """Raises `WrongState` where a look had failed and nobody says why it is granted all the same, or nobody may, `Forbidden` where that is
    not the head, `Invalid` where there was no such look."""
    found = failed(case)
    if not found and despite is not None:
        raise Invalid(errors=[FieldError("/despite", "现场查看没有不通过的，不用写另行批准的理由。")])
    if not found:
        return
    binding = against(case, version)
    words = {"name": (binding or found[0]).name, "verdict": (binding or found[0]).verdict}
    finding = (binding or found[0]).finding.rstrip("。")
    if binding is not None or despite is None:
        raise WrongState((_AGAIN if binding is None else _BINDING).format(**words, finding=finding))
    if not is_head(act, case):
        raise Forbidden(_NOT_THEIRS.format(**words))


def binds(version: ItemVersion, record: StepRecord) -> bool:
    """Whether the outcome of a look is nobody's to overrule."""
    step = version.step(record.key)
    return step is not None and step.verdicts is not None and step.verdicts.binding


def verdicts_view(case: Case, version: ItemVersion) -> VerdictsView | None:
    """What the step whose turn it is may end with; None where it is no look."""
    step = version.step(case.current_step.key) if case.current_step is not None else None
    verdicts = step.verdicts if step is not None else None
    return VerdictsView(passes=verdicts.passes, fails=verdicts.fails, binding=verdicts.binding) if verdicts is not None else None


def outcome_of(version: ItemVersion, body: StepBody) -> dict[str, Any]:
    """What to keep of how a look ended. Raises `Invalid` where the step is none."""
    step = version.step(body.step)
    verdicts = step.verdicts if step is not None else None
    if verdicts is None:
        if body.outcome is not None:
            raise Invalid(errors=[FieldError("/outcome", "这一步不作通过、不通过的结论，请把情况写在意见里。")])
        return {}
    if verdicts.binding and body.outcome is None:
        raise Invalid(errors=[FieldError("/outcome", _SAY.format(passes=verdicts.passes, fails=verdicts.fails))])
    outcome = body.outcome or StepOutcome.PASSES
    return {"outcome": outcome, "verdict": verdicts.fails if outcome is StepOutcome.FAILS else verdicts.passes}


def _plain(value: JsonValue) -> JsonValue:
    """A value as it is compared: of several that were chosen the order means nothing."""
    return sorted(value, key=str) if isinstance(value, Sequence) and not isinstance(value, str) else value
