"""Rights that depend on data: each action maps to predicates over actor and subject, all of which must hold.

Roles at the edge are declared on endpoints; what stands here needs the subject in hand. An action that is not in
the map is a programming error and raises `KeyError`, never a silent yes.
"""

from collections.abc import Callable
from typing import Any

from backend.errors import Forbidden, NotFound
from models.acts import Act, CitizenActor, Power, Role, StaffActor
from models.catalogue import StepLevel

Predicate = Callable[[Act, Any], bool]


def is_staff(act: Act, subject: Any) -> bool:
    """Any member of staff."""
    return isinstance(act.actor, StaffActor)


def is_own(act: Act, subject: Any) -> bool:
    """The subject's matter is the actor's own, or the principal's they act for (`subject.person`)."""
    return isinstance(act.actor, CitizenActor) and act.person == subject.person


def is_party(act: Act, subject: Any) -> bool:
    """One of the two sides of a grant, acting for themselves: of a company's grant its legal representative and its handler."""
    return isinstance(act.actor, CitizenActor) and act.acting is None and subject.side_of(act.actor.id) is not None


def in_hall(act: Act, subject: Any) -> bool:
    """Staff of the subject's hall; staff without a hall serve all of them (hotline, supervision)."""
    return isinstance(act.actor, StaffActor) and act.actor.hall in (None, subject.hall)


def in_department(act: Act, subject: Any) -> bool:
    """Staff of the subject's department."""
    return isinstance(act.actor, StaffActor) and act.actor.department == subject.department


def of_elsewhere(act: Act, subject: Any) -> bool:
    """Staff of another department than the subject's: nobody judges their own."""
    return isinstance(act.actor, StaffActor) and act.actor.department != subject.department


def hands_out(act: Act, subject: Any) -> bool:
    """A receptionist of the district that decides, or of the one whose counter took the papers in (`subject.window`)."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not actor.has(Role.RECEPTIONIST):
        return False
    return actor.serves(subject.region) or took_in(actor, subject.window, subject.window_town)


def holds(*roles: Role) -> Predicate:
    """Staff who hold any of `roles`."""

    def predicate(act: Act, subject: Any) -> bool:
        return isinstance(act.actor, StaffActor) and act.actor.has(*roles)

    return predicate


def any_of(*predicates: Predicate) -> Predicate:
    """At least one of `predicates` holds."""

    def predicate(act: Act, subject: Any) -> bool:
        return any(each(act, subject) for each in predicates)

    return predicate


def within_items(act: Act, subject: Any) -> bool:
    """Under a grant: it covers all items of the subject. An actor's own matter is never limited."""
    return act.acting is None or not act.acting.items or set(subject.items) <= act.acting.items


def within_item(act: Act, subject: Any) -> bool:
    """Under a grant: it covers the item of the subject. An actor's own matter is never limited."""
    return act.acting is None or not act.acting.items or subject.item in act.acting.items


def within_used_items(act: Act, subject: Any) -> bool:
    """Under a grant, only what was handed in under it, or was used for its items (`subject.items`) where it allows seeing."""
    if act.acting is None or subject.grant == act.acting.grant:
        return True
    return Power.SEE in act.acting.powers and (not act.acting.items or not act.acting.items.isdisjoint(subject.items))


def allowed_to(power: Power) -> Predicate:
    """Under a grant: it gives that power. An actor's own matter is never limited."""

    def predicate(act: Act, subject: Any) -> bool:
        return act.acting is None or power in act.acting.powers

    return predicate


def within_case_items(act: Act, subject: Any) -> bool:
    """Under a grant, only cases of its items, and only where it allows seeing or the agent filed it themselves."""
    if act.acting is None:
        return True
    covered = not act.acting.items or subject.item in act.acting.items
    return covered and (Power.SEE in act.acting.powers or subject.grant == act.acting.grant)


def granted_items(act: Act) -> dict[str, Any]:
    """The filter on `item` of what an agent finds among a person's own: the items of the grant. Nothing for the person themselves."""
    return {"item": {"$in": sorted(act.acting.items)}} if act.acting is not None and act.acting.items else {}


def at_counter(actor: StaffActor, subject: Any) -> bool:
    """A receptionist of the case's district: a town's counter sees what it took in itself and what nobody has taken in yet."""
    return (
        actor.has(Role.RECEPTIONIST)
        and actor.serves(subject.region)
        and (actor.town is None or subject.received_town in (None, actor.town))
    )


def at_other_counter(actor: StaffActor, subject: Any) -> bool:
    """A receptionist of another district than the one that decides (异地收件): while a case lies at a reception and nobody has taken it
    in, where the item is done at any district's counter (通办范围); afterwards what the own district's counter took in."""
    if not actor.has(Role.RECEPTIONIST) or actor.serves(subject.region):
        return False
    if subject.intake is not None:
        return took_in(actor, subject.intake.region, subject.intake.town)
    return subject.handle_area.crosses_districts and subject.received_by is None and subject.state in TAKEN_IN_FROM


def took_in(actor: StaffActor, region: str | None, town: str | None) -> bool:
    """Whether it was the actor's own counter: a district's own sees what its towns' took in, too."""
    return actor.region is not None and actor.region == region and actor.town in (None, town)


def at_desk(act: Act, subject: Any) -> bool:
    """Staff who work on cases: of the subject's department, of one of its steps, or at a reception. What was never handed in, a draft
    thrown away included, is its applicant's alone."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not actor.has(*_CASE_ROLES) or not subject.handed_in:
        return False
    return (
        _at_any_counter(actor, subject) or _handles(actor, subject) or (actor.town is None and actor.department == (subject.formerly or ""))
    )


def works_on(act: Act, subject: Any) -> bool:
    """Staff who work on the case: of a department that handles it, of its town, or at the reception while it lies there.

    Who manages a hall, supervises or audits looks at how a case goes, not at what the person told.
    """
    actor = act.actor
    if not isinstance(actor, StaffActor) or not at_desk(act, subject):
        return False
    if _at_any_counter(actor, subject) and subject.state in _AT_RECEPTION:
        return True
    return actor.has(*_WORKING_ROLES) and _handles(actor, subject)


def _at_any_counter(actor: StaffActor, subject: Any) -> bool:
    return at_counter(actor, subject) or at_other_counter(actor, subject)


def _handles(actor: StaffActor, subject: Any) -> bool:
    """Whether a case is for this member of staff: of the district by department — its own, a step's —, of a town or village by a step
    there, or because they have it in hand."""
    if _by_department(actor, subject) or (subject.reviewer is not None and subject.reviewer.id == actor.id):
        return True
    in_town = actor.town is not None and subject.town in (None, actor.town) and actor.serves(subject.region)
    return in_town and any(step.level != StepLevel.DISTRICT and actor.has(step.role) for step in subject.steps)


def _by_department(actor: StaffActor, subject: Any) -> bool:
    """Towns and villages are not their department: those who review there look, by department, at what is not accepted yet and is of
    their town, or of nobody's."""
    if actor.town is not None:
        near = subject.town in (None, actor.town) and actor.serves(subject.region)
        early = near and subject.state in _BEFORE_ACCEPTANCE and actor.has(Role.PRE_REVIEWER, Role.REVIEWER)
        return early and actor.department == subject.department
    districts = {step.department for step in subject.steps if step.level == StepLevel.DISTRICT}
    return actor.department in {subject.department, *districts}


def heads(act: Act, subject: Any) -> bool:
    """The head — the chief representative (首席代表) — of one of the subject's departments."""
    return isinstance(act.actor, StaffActor) and act.actor.has(Role.CHIEF_REPRESENTATIVE) and act.actor.department in subject.departments


def oversees(act: Act, subject: Any) -> bool:
    """Staff of the district, or of the city, whose office is to look at how cases are handled."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not actor.has(Role.SUPERVISOR, Role.AUDITOR):
        return False
    return subject.handed_in and actor.serves(subject.region)


_CASE_ROLES = (Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.VILLAGE_OFFICER, Role.HALL_MANAGER)
_WORKING_ROLES = tuple(role for role in _CASE_ROLES if role is not Role.HALL_MANAGER)
TAKEN_IN_FROM = frozenset({"pre_approved", "received"})
"""States in which a counter takes papers in."""
_BEFORE_ACCEPTANCE = frozenset({"submitted", "returned", "pre_approved", "received", "correction"})
_AT_RECEPTION = frozenset({"pre_approved", "received", "granted", "refused"})  # papers taken in, results handed out
_DESK = (
    Role.RECEPTIONIST,
    Role.PRE_REVIEWER,
    Role.REVIEWER,
    Role.CHIEF_REPRESENTATIVE,
    Role.HALL_MANAGER,
    Role.VILLAGE_OFFICER,
)

PERMISSIONS: dict[str, tuple[Predicate, ...]] = {
    # people and grants
    "grant.see": (is_party,),
    # materials and cases
    "material.see": (is_own, within_used_items),
    "case.see": (any_of(is_own, at_desk, oversees), within_case_items),
    "case.read_form": (works_on,),  # staff: what is sealed in the form, in the clear
    # points
    "points.answer": (in_department, holds(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)),
    "round.run": (in_department, holds(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)),
    # supervision
    "supervision.time": (any_of(holds(Role.SUPERVISOR, Role.AUDITOR), heads),),
    "card.appeal": (in_department, holds(Role.CHIEF_REPRESENTATIVE)),
    "card.review": (holds(Role.SUPERVISOR), of_elsewhere),
    # booking
    "appointment.see": (any_of(is_own, in_hall), within_items),
    "appointment.change": (is_own, within_items),
    "appointment.list": (in_hall, holds(*_DESK, Role.HOTLINE_AGENT, Role.SUPERVISOR)),
    "appointment.serve": (in_hall, holds(*_DESK)),
    "appointment.propose": (in_hall, holds(*_DESK, Role.HOTLINE_AGENT)),
    "appointment.book_for": (in_hall, holds(*_DESK, Role.HOTLINE_AGENT)),
    "hall.close": (in_hall, holds(Role.HALL_MANAGER)),
    # certificates
    "certificate.see": (
        any_of(is_own, in_department, holds(Role.AUDITOR)),
        within_items,
        any_of(allowed_to(Power.SEE), allowed_to(Power.COLLECT), allowed_to(Power.SUBMIT)),
    ),
    "certificate.download": (any_of(is_own, in_department), within_items, any_of(allowed_to(Power.COLLECT), allowed_to(Power.SEE))),
    # deliveries
    "delivery.see": (any_of(is_own, in_department, hands_out), within_case_items),
    "delivery.handle": (
        any_of(in_department, hands_out),
        holds(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE),
    ),
    # payments
    "bill.see": (any_of(is_own, in_department, hands_out), within_case_items),
    "bill.owe": (is_own,),
    "bill.pay": (is_own, within_item, allowed_to(Power.SUBMIT)),
    "bill.collect": (
        any_of(in_department, hands_out),
        holds(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE),
    ),
    "bill.reduce": (in_department, holds(Role.CHIEF_REPRESENTATIVE)),
    "certificate.revoke": (in_department, holds(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)),
}


def may(action: str, act: Act, subject: Any) -> bool:
    """Whether the actor may do `action` to `subject`."""
    return all(predicate(act, subject) for predicate in PERMISSIONS[action])


def require(action: str, act: Act, subject: Any) -> None:
    """Raises `NotFound` to a citizen (another's matter does not exist for them), `Forbidden` to staff."""
    if may(action, act, subject):
        return
    if isinstance(act.actor, StaffActor):
        raise Forbidden()
    raise NotFound()
