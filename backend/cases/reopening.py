"""What rests on which answers of an accepted case, and is looked at anew where one of them is changed. Pure.

A correction after acceptance opens the answers its slips name (`closed_answers`). A material rests on the answers the item says
it is compared with, on those that say whether it is asked for, and whose licence may stand for it; a step on those it looks into, that say whether it is taken, what its officer fixes and proposes, what its
public notice shows, and what others are asked about after it. Steps are done one after another, each on what was found before: where one
is done anew, so are all that followed. What the changed answers want for the first time is taken in, what they want no more falls away;
what was done stays on record. Limits stay those chosen at acceptance.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.cases.others import settled_by
from models.cases import Case, CaseMaterial, CaseState, StepRecord, StepRun
from models.catalogue import ItemVersion, Material, Step
from models.forms import Condition


@dataclass(frozen=True)
class Anew:
    """What is looked at, or done, anew: keys of materials and of steps."""

    materials: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def resting_on(case: Case, version: ItemVersion, changed: Collection[str]) -> Anew:
    """What of an accepted case, passed and done already, rests on these answers."""
    passed = [each.key for each in case.materials if each.verdict and each.verdict.passed]
    materials = tuple(key for key in passed if (found := version.material(key)) and not _of_material(found).isdisjoint(changed))
    shaken = {each.key for each in version.deciding_steps if not _of_step(version, each).isdisjoint(changed)}
    first = next((index for index, each in enumerate(case.steps) if each.done_at is not None and each.key in shaken), len(case.steps))
    return Anew(materials, tuple(each.key for each in case.steps[first:] if each.done_at is not None))


def looked_at_anew(materials: list[CaseMaterial], keys: Collection[str]) -> list[CaseMaterial]:
    """The materials, those that nobody has passed with these answers without their verdict."""
    return [each.model_copy(update={"verdict": None}) if each.key in keys else each for each in materials]


def steps_after(steps: Sequence[StepRecord], wanted: Sequence[StepRecord], anew: Collection[str], at: datetime) -> list[StepRecord]:
    """The steps of a case once its answers want these, in their order: those of `anew` to be done again, the first that is not done begun.

    The last one decides; it is always wanted and never done here.
    """
    order = {each.key: index for index, each in enumerate(wanted)}
    kept = [_undone(each) if each.key in anew and each.key in order else each for each in steps if each.done_at or each.key in order]
    for new in wanted:
        if new.key not in {each.key for each in kept}:
            later = (index for index, each in enumerate(kept) if each.done_at is None and order[each.key] > order[new.key])
            kept.insert(next(later), new.model_copy(update={"added_at": at}))
    turn = next(index for index, each in enumerate(kept) if each.done_at is None)
    return [_begun(each, at if index == turn else None) for index, each in enumerate(kept)]


def told_anew(before: Case, after: Case) -> dict[str, Any]:
    """What the event says where it is another step's turn now: supervision reads from it whose. Nothing where it is the same."""
    was, now, done = before.current_step, after.current_step, {each.key for each in before.steps if each.done_at is not None}
    if was is None or now is None or was.key == now.key:
        return {}
    undone = [each.key for each in after.steps if each.key in done and each.done_at is None]
    return {"turn": now.key, "again": [*undone, was.key]}  # the step that was broken off begins again, too


def restable(case: Case, version: ItemVersion) -> dict[str, Anew]:
    """For each answer of an accepted case on which something rests: what naming it in a correction would open again."""
    if case.state is not CaseState.ACCEPTED:
        return {}
    found = {field.key: resting_on(case, version, {field.key}) for field in version.form if field.key in case.form}
    return {key: each for key, each in found.items() if each != Anew()}


def _of_material(material: Material) -> set[str]:
    return tested(material.when) | {*material.holders, *material.against}


def _of_step(version: ItemVersion, step: Step) -> set[str]:
    fixed = (tested(fill.show_when) | tested(each for one in fill.standards for each in one.when) for fill in step.fills)
    notice = version.public_notice
    published = tested(notice.when) | set(notice.shows) if notice is not None and notice.after == step.key else set[str]()
    chosen = {step.on_day} if step.on_day else set[str]()
    return tested(step.when).union(step.against, chosen, published, settled_by(version, step.key), *fixed)


def tested(conditions: Iterable[Condition]) -> set[str]:
    """The answers some conditions look at."""
    return {key for each in conditions for key in (each.field, *each.references())}


def _undone(step: StepRecord) -> StepRecord:
    assert step.done_at is not None
    run = StepRun(started_at=step.started_at, done_at=step.done_at, done_by=step.done_by, finding=step.finding, filled=step.filled)
    run = run.model_copy(update={"outcome": step.outcome})
    fresh = {"started_at": None, "due": None, "done_at": None, "done_by": None, "finding": "", "filled": {}, "outcome": None, "verdict": ""}
    return step.model_copy(update={**fresh, "earlier": [*step.earlier, run]})


def _begun(step: StepRecord, at: datetime | None) -> StepRecord:
    """A step that is not done, with its turn: since when, or not."""
    if step.done_at is not None or (at is not None and step.started_at is not None):
        return step
    return step.model_copy(update={"started_at": at, "due": None})
