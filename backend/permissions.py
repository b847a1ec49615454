"""Rights that depend on data: each action maps to predicates over actor and subject, all of which must hold.

Roles at the edge are declared on endpoints; what stands here needs the subject in hand. An action that is not in
the map is a programming error and raises `KeyError`, never a silent yes.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from backend.desk_rights import at_desk, examines, gives_papers, heads, hears, oversees, took_in, works_on
from backend.errors import Forbidden, NotFound
from backend.scribe_rights import asked_for_at_desk, open_to_scribe
from models.acts import DECIDING_ROLES, Act, CitizenActor, KioskActor, Power, Role, StaffActor
from models.deliveries import DeliveryMethod

Predicate = Callable[[Act, Any], bool]


def is_staff(act: Act, subject: Any) -> bool:
    """Any member of staff."""
    return isinstance(act.actor, StaffActor)


def is_own(act: Act, subject: Any) -> bool:
    """The subject's matter is the actor's own, or theirs they act or write for (`subject.person`)."""
    return act.applies and act.person == subject.person


def is_party(act: Act, subject: Any) -> bool:
    """One of the two sides of a grant, acting for themselves: of a company's grant its legal representative and its handler."""
    return isinstance(act.actor, CitizenActor) and act.acting is None and subject.side_of(act.actor.id) is not None


_SERVES = (Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
_VERIFIERS = (Role.RECEPTIONIST, Role.VILLAGE_OFFICER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)


def sees_to_all(actor: StaffActor) -> bool:
    """Whether a desk sees to grants whatever they are for: a one-window counter, a town's counter, a village. Others do for their items."""
    window = actor.has(Role.RECEPTIONIST) and (actor.one_window or actor.town is not None)
    return window or actor.has(Role.VILLAGE_OFFICER)


def verifies(act: Act, subject: Any) -> bool:
    """Staff with whom a grant lies that waits to be looked at: of the principal's town, or where they have none its district, and there
    who sees to all of them or decides one of its items."""
    actor = act.actor
    if not isinstance(actor, StaffActor):
        return False
    near = actor.town == subject.town if actor.town is not None else actor.serves(subject.region)
    return near and (sees_to_all(actor) or actor.department in subject.departments)


def may_verify(act: Act, subject: Any) -> bool:
    """Staff at whose kind of desk grants are looked at; of a town, in their own."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not actor.has(*_VERIFIERS):
        return False
    return actor.town in (None, subject.town)


def heard_it(act: Act, subject: Any) -> bool:
    """Who heard the principal of a grant, or has their work."""
    return isinstance(act.actor, StaffActor) and subject.heard_by in act.actor.ids


def in_hall(act: Act, subject: Any) -> bool:
    """Staff of the subject's hall; staff without a hall serve all of them (hotline, supervision)."""
    return isinstance(act.actor, StaffActor) and act.actor.hall in (None, subject.hall)


def shows_hall(act: Act, subject: Any) -> bool:
    """A registered device of the subject's hall."""
    return isinstance(act.actor, KioskActor) and act.actor.hall == subject.hall


def in_department(act: Act, subject: Any) -> bool:
    """Staff of the subject's department."""
    return isinstance(act.actor, StaffActor) and act.actor.department == subject.department


def serves_its_holders(act: Act, subject: Any) -> bool:
    """Staff of the subject's department who serve people: who manages, supervises or audits there looks at no page of theirs."""
    return in_department(act, subject) and isinstance(act.actor, StaffActor) and act.actor.has(*_SERVES)


def of_elsewhere(act: Act, subject: Any) -> bool:
    """Staff of another department than the subject's: nobody judges their own."""
    return isinstance(act.actor, StaffActor) and act.actor.department != subject.department


def hands_out(act: Act, subject: Any) -> bool:
    """A receptionist of the district that decides, at a one-window counter or one of the department's own, or of the counter that took
    the papers in (`subject.window`)."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not actor.has(Role.RECEPTIONIST):
        return False
    return (actor.takes_in(subject.department, subject.item) and actor.serves(subject.region)) or took_in(
        actor, subject.window, subject.window_town
    )


def where_it_lies(act: Act, subject: Any) -> bool:
    """Of a result that waits at a counter: whoever sits there, at the window that took the papers in or in its hall, or sits in no hall."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or subject.method is not DeliveryMethod.COUNTER:
        return True
    if subject.window is not None:
        return took_in(actor, subject.window, subject.window_town)
    return subject.hall is None or actor.hall in (None, subject.hall)


def heads_post(act: Act, subject: Any) -> bool:
    """Whoever answers for a post: the head of its department, the manager of its hall, and who administers accounts."""
    actor = act.actor
    if not isinstance(actor, StaffActor):
        return False
    heads_it = actor.has(Role.CHIEF_REPRESENTATIVE) and actor.department is not None and actor.department == subject.department
    manages_it = actor.has(Role.HALL_MANAGER) and actor.hall is not None and actor.hall == subject.hall
    return heads_it or manages_it or actor.has(Role.SYSTEM_ADMIN)


def names_deputy(act: Act, subject: Any) -> bool:
    """Whoever answers for a post; where it decides, nobody whose answer is the account alone: who makes accounts would pass decisions on."""
    if not isinstance(act.actor, StaffActor) or not heads_post(act, subject):
        return False
    alone = act.actor.model_copy(update={"roles": act.actor.roles - {Role.SYSTEM_ADMIN}})
    return DECIDING_ROLES.isdisjoint(subject.roles) or heads_post(replace(act, actor=alone), subject)


def has_post(act: Act, subject: Any) -> bool:
    """Whose post it is that somebody stands in for."""
    return act.actor.id == subject.holder.id


def stands_in(act: Act, subject: Any) -> bool:
    """Who stands in for the post."""
    return act.actor.id == subject.deputy.id


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
    "grant.check": (verifies,),
    "grant.live": (may_verify,),  # that one that waits changed, and nothing of it
    "grant.photographs": (any_of(verifies, heard_it),),  # besides, at any counter, whoever attested one of its sides that day
    # who stands in for whom
    "stand_in.see": (any_of(heads_post, has_post, stands_in, holds(Role.SECURITY_ADMIN, Role.AUDITOR, Role.SUPERVISOR)),),
    "stand_in.name": (names_deputy,),
    "stand_in.end": (heads_post,),
    "stand_in.leave": (any_of(heads_post, has_post),),
    # materials and cases
    "material.see": (is_own, within_used_items),
    "case.see": (any_of(is_own, at_desk, oversees), within_case_items, open_to_scribe),
    "case.hear": (any_of(at_desk, hears),),  # staff: what somebody else confirms or signs, and that they did
    "case.live": (any_of(is_own, at_desk, oversees, hears), within_case_items),  # that it changed, and nothing of it
    "case.read_form": (works_on,),  # staff: what is sealed in the form, in the clear
    "case.read_files": (any_of(works_on, examines),),  # staff: what was uploaded
    "case.read_papers": (any_of(works_on, examines, gives_papers),),  # staff: what was written to its applicant, whoever it is
    # points
    "points.answer": (in_department, holds(*DECIDING_ROLES)),
    "round.run": (in_department, holds(*DECIDING_ROLES)),
    # supervision
    "supervision.time": (any_of(holds(Role.SUPERVISOR, Role.AUDITOR), heads),),
    "card.appeal": (in_department, holds(Role.CHIEF_REPRESENTATIVE)),
    "card.review": (holds(Role.SUPERVISOR), of_elsewhere),
    # booking
    "appointment.see": (any_of(is_own, in_hall), within_items),
    "appointment.live": (any_of(is_own, in_hall, shows_hall), within_items),  # that it changed, and nothing of it
    "appointment.change": (is_own, within_items),
    "appointment.list": (in_hall, holds(*_DESK, Role.SUPERVISOR)),
    "appointment.slots": (in_hall, holds(*_DESK, Role.HOTLINE_AGENT, Role.SUPERVISOR)),
    "appointment.serve": (in_hall, holds(*_DESK)),
    "appointment.propose": (in_hall, holds(*_DESK, Role.HOTLINE_AGENT)),
    "appointment.book_for": (in_hall, holds(*_DESK, Role.HOTLINE_AGENT)),
    "kiosk.attest": (in_hall, holds(*_DESK)),
    "hall.close": (in_hall, holds(Role.HALL_MANAGER)),
    "hall.outage": (in_hall, holds(Role.HALL_MANAGER)),
    "hall.outage_see": (in_hall, holds(*_DESK)),
    "hall.schedule": (in_hall, holds(Role.HALL_MANAGER)),
    "hall.figures": (in_hall, holds(Role.HALL_MANAGER, Role.SUPERVISOR, Role.AUDITOR)),
    # certificates
    "certificate.see": (
        any_of(is_own, in_department, holds(Role.AUDITOR)),
        within_items,
        any_of(allowed_to(Power.SEE), allowed_to(Power.COLLECT), allowed_to(Power.SUBMIT)),
        asked_for_at_desk,
    ),
    "certificate.download": (
        any_of(is_own, serves_its_holders),
        within_items,
        any_of(allowed_to(Power.COLLECT), allowed_to(Power.SEE)),
        asked_for_at_desk,
    ),
    # deliveries
    "delivery.see": (any_of(is_own, in_department, hands_out), within_case_items),
    "delivery.handle": (
        any_of(in_department, hands_out),
        where_it_lies,
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
    "certificate.revoke": (in_department, holds(*DECIDING_ROLES)),
    "certificate.reissue": (in_department, holds(*DECIDING_ROLES)),
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
