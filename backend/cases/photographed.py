"""What photographs a case has and may get, by what its viewer may do to it. Pure."""

from collections.abc import Collection

from backend.cases.actions import Action
from models.cases import Case, CaseState, PhotographView
from models.catalogue import ItemVersion

MOST = 40  # of one case
_STEPS = frozenset({Action.COMPLETE_STEP, Action.GRANT, Action.REFUSE, Action.LOOK_AGAIN})


def photographed(case: Case, version: ItemVersion, actions: Collection[Action]) -> tuple[str, str] | None:
    """Of what whoever may take these actions takes a photograph now: the step whose turn it is, key and name, or the check after the
    decision; None where they look into nothing, such as what registers alone decide, or there are enough."""
    if version.instant is not None or len(case.photographs) >= MOST:
        return None
    step = case.current_step
    if case.state is CaseState.ACCEPTED and step is not None and not _STEPS.isdisjoint(actions):
        return step.key, step.name
    return ("", "事后核查") if Action.INSPECT in actions else None


def photograph_views(case: Case) -> list[PhotographView]:
    """Oldest first."""
    return [PhotographView(id=each.id, of=each.of, at=each.at, by=each.by.name) for each in case.photographs]
