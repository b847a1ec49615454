"""In whose place a stand-in (AB角) does something on a case: what was that colleague's by name, or what only their role allows. Pure."""

from dataclasses import replace

from backend.cases.actions import Action
from backend.cases.flow import Transition
from backend.cases.rights import may_take
from backend.desk_rights import is_step_of
from backend.permissions import may
from models.acts import Act, Actor, StaffActor, StoodFor
from models.cases import Case, Somebody


def own_and_stood_for(actor: Actor) -> tuple[str, ...]:
    """The ids under which something is the actor's to do."""
    return actor.ids if isinstance(actor, StaffActor) else (actor.id,)


def in_place_by_name(act: Act, whose: Somebody | None) -> Act:
    """The act, done in the place of whoever it was given to by name, where that is somebody the actor stands in for."""
    actor = act.actor
    if whose is None or not isinstance(actor, StaffActor):
        return act
    found = next((each for each in actor.stands_for if each.id == whose.id), None)
    return act if found is None else replace(act, actor=actor.model_copy(update={"in_place_of": found}))


def place_of(act: Act, case: Case, row: Transition | None = None) -> StoodFor | None:
    """Whose place the actor takes on this case: in the act of that row, or, without one, in looking at it. None: it is their own work."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not actor.stands_for:
        return None
    named = {each.id for each in _named(case, row) if each is not None}
    by_name = next((each for each in actor.stands_for if each.id in named), None)
    if by_name is not None or _may(act, actor.standing_in(()), case, row):
        return by_name
    return next((each for each in actor.stands_for if _may(act, actor.standing_in([each]), case, row)), None)


def _named(case: Case, row: Transition | None) -> list[Somebody | None]:
    """Who the case is in the hands of, or was last; of a check of its decision, who it was given to."""
    if row is not None and row.action is Action.INSPECT:
        return [case.inspection.inspector if case.inspection else None]
    return [case.given_back] if case.reviewer is None else [case.reviewer, case.claimed_for]


def _may(act: Act, actor: StaffActor, case: Case, row: Transition | None) -> bool:
    """Whether they may do it so; of a look also whether the step whose turn it is, where it is the colleague's, is theirs."""
    tried = replace(act, actor=actor)
    if row is not None:
        return may_take(tried, case, row)
    step = case.current_step
    lent = step is not None and isinstance(act.actor, StaffActor) and step.role in act.actor.lent and is_step_of(act.actor, case, step)
    return may("case.see", tried, case) and (not lent or (step is not None and actor.has(step.role)))
