"""Which cases lie with whom: counters, departments, steps of towns and villages, who has one in hand."""

from typing import Any

from models.acts import Act, Role, StaffActor
from models.catalogue import StepLevel


def at_counter(actor: StaffActor, subject: Any) -> bool:
    """A receptionist of the case's district, for what lies at their counter: what comes in — of a department's own window its items, of
    a town's what nobody has taken in yet or it did itself —, what their counter took in as long as it is under way, and what waits to be
    handed out. A decided case is nobody's at a counter, unless its applicant may still speak there."""
    if not _is_of_window(actor, subject):
        return False
    return subject.state in _AT_COUNTERS or ((subject.state in _UNDER_WAY or subject.awaits_statement) and _took_in_here(actor, subject))


def _is_of_window(actor: StaffActor, subject: Any) -> bool:
    own = actor.takes_in(subject.department, subject.item)
    near = actor.town is None or subject.received_town in (None, actor.town)
    return actor.has(Role.RECEPTIONIST) and actor.serves(subject.region) and own and near


def _took_in_here(actor: StaffActor, subject: Any) -> bool:
    hands = {each.department for each in (subject.received_by, subject.accepted_by) if each is not None}
    return actor.department in hands and actor.town in (None, subject.received_town)


def at_other_counter(actor: StaffActor, subject: Any) -> bool:
    """A receptionist of another district than the one that decides (异地收件): while a case lies at a reception and nobody has taken it
    in, where the item is done at any district's counter (通办范围); afterwards what the own district's counter took in."""
    if not actor.has(Role.RECEPTIONIST) or actor.serves(subject.region):
        return False
    if subject.intake is not None:
        return took_in(actor, subject.intake.region, subject.intake.town) and (subject.state not in _OVER or subject.awaits_statement)
    open_to_all = actor.one_window and subject.item not in actor.not_here and subject.handle_area.crosses_districts
    return open_to_all and subject.received_by is None and subject.state in TAKEN_IN_FROM


def is_recused(actor: StaffActor, subject: Any) -> bool:
    """Whether the actor is out of the case (回避), whatever their roles."""
    return any(each.id == actor.id for each in subject.recused)


def on_case(actor: StaffActor, subject: Any) -> StaffActor:
    """The actor as far as this case goes: who is out of it passes nothing of it on to a stand-in."""
    return actor.not_for({each.id for each in subject.recused}) if actor.stands_for else actor


def hears(act: Act, subject: Any) -> bool:
    """A receptionist at any one-window counter of the district, and of others where the item is done there too (通办范围), while somebody's
    own word is awaited: who has no phone gives it wherever they come to. It opens nothing else of the case."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not actor.has(Role.RECEPTIONIST) or not actor.one_window or not subject.handed_in:
        return False
    if is_recused(actor, subject):
        return False
    near = actor.serves(subject.region) or subject.handle_area.crosses_districts
    return near and (subject.awaits_statement or subject.awaits_answers)


def took_in(actor: StaffActor, region: str | None, town: str | None) -> bool:
    """Whether it was the actor's own counter: a district's own sees what its towns' took in, too."""
    return actor.region is not None and actor.region == region and actor.town in (None, town)


def at_desk(act: Act, subject: Any) -> bool:
    """Staff who work on cases: of the subject's department, of one of its steps, or at a reception. What was never handed in, a draft
    thrown away included, is its applicant's alone."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not subject.handed_in or is_recused(actor, subject):
        return False
    actor = on_case(actor, subject)
    return actor.has(*_CASE_ROLES) and (
        _at_any_counter(actor, subject) or _handles(actor, subject) or (actor.town is None and actor.department == (subject.formerly or ""))
    )


def works_on(act: Act, subject: Any) -> bool:
    """Staff who work on the case: whom it is for, and at a counter who takes its papers in, as long as nobody else has it in hand.

    Who hands out, manages a hall, supervises or audits looks at how a case goes, not at what the person told.
    """
    actor = act.actor
    if not isinstance(actor, StaffActor) or not at_desk(act, subject):
        return False
    actor = on_case(actor, subject)
    in_hand = subject.reviewer is None or subject.reviewer.id in actor.ids
    if in_hand and subject.state in TAKEN_IN_FROM and _at_any_counter(actor, subject):
        return True
    return actor.has(*_WORKING_ROLES) and _handles(actor, subject)


def examines(act: Act, subject: Any) -> bool:
    """The counter that took a case in, while it has to look at what came in later (容缺后补)."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or is_recused(actor, subject):
        return False
    actor = on_case(actor, subject)
    return subject.has_debts_in_hand and at_counter(actor, subject) and _took_in_here(actor, subject)


def gives_papers(act: Act, subject: Any) -> bool:
    """The counter that took a case in, in its own district or in another: it hands its papers to whoever stands there."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not at_desk(act, subject):
        return False
    actor = on_case(actor, subject)
    return (at_counter(actor, subject) and _took_in_here(actor, subject)) or (
        subject.intake is not None and at_other_counter(actor, subject)
    )


def _at_any_counter(actor: StaffActor, subject: Any) -> bool:
    return at_counter(actor, subject) or at_other_counter(actor, subject)


def _handles(actor: StaffActor, subject: Any) -> bool:
    """Whether a case is for this member of staff: of its own department; by a step of theirs while it is under way, and afterwards where
    that step decided; or because they have it in hand."""
    if subject.reviewer is not None and subject.reviewer.id in actor.ids:
        return True
    if _by_department(actor, subject):
        return True
    steps = subject.steps if subject.state in _UNDER_WAY else subject.steps[-1:]
    return any(is_step_of(actor, subject, step) for step in steps)


def is_step_of(actor: StaffActor, subject: Any, step: Any) -> bool:
    """Whether a step falls to the actor's desk: of the district by department alone; of towns by place, role and department; of villages by
    place and role, since a village has no departments."""
    if step.level == StepLevel.DISTRICT:
        return actor.town is None and actor.department == step.department
    near = actor.town is not None and subject.town in (None, actor.town) and actor.serves(subject.region)
    return near and actor.has(step.role) and (step.level == StepLevel.VILLAGE or actor.department == step.department)


def _by_department(actor: StaffActor, subject: Any) -> bool:
    """Towns and villages are not their department: those who review there look, by department, at what is not accepted yet and is of
    their town, or of nobody's."""
    if actor.department != subject.department:
        return False
    if actor.town is None:
        return True
    near = subject.town in (None, actor.town) and actor.serves(subject.region)
    return near and subject.state in _BEFORE_ACCEPTANCE and actor.has(Role.PRE_REVIEWER, Role.REVIEWER)


def heads(act: Act, subject: Any) -> bool:
    """The head — the chief representative (首席代表) — of one of the subject's departments."""
    return isinstance(act.actor, StaffActor) and act.actor.has(Role.CHIEF_REPRESENTATIVE) and act.actor.department in subject.departments


def oversees(act: Act, subject: Any) -> bool:
    """Staff of the district, or of the city, whose office is to look at how cases are handled."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not actor.has(Role.SUPERVISOR, Role.AUDITOR):
        return False
    return subject.handed_in and actor.serves(subject.region) and not is_recused(actor, subject)


_CASE_ROLES = (Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.VILLAGE_OFFICER, Role.HALL_MANAGER)
_WORKING_ROLES = tuple(role for role in _CASE_ROLES if role not in (Role.RECEPTIONIST, Role.HALL_MANAGER))
TAKEN_IN_FROM = frozenset({"pre_approved", "received"})
"""States in which a counter takes papers in."""
_BEFORE_ACCEPTANCE = frozenset({"submitted", "returned", "pre_approved", "received", "correction"})
_UNDER_WAY = frozenset({"accepted", "correction_after_acceptance", "paused"})
_AT_COUNTERS = _BEFORE_ACCEPTANCE | {"granted", "refused"}  # papers taken in, results handed out
_OVER = frozenset({"not_accepted", "withdrawn", "aborted", "closed"})
