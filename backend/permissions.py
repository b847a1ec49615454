"""Rights that depend on data: each action maps to predicates over actor and subject, all of which must hold.

Roles at the edge are declared on endpoints; what stands here needs the subject in hand. An action that is not in
the map is a programming error and raises `KeyError`, never a silent yes.
"""

from collections.abc import Callable
from typing import Any

from backend.errors import Forbidden, NotFound
from models.acts import Act, CitizenActor, KioskActor, Power, Role, ScribeActor, StaffActor
from models.catalogue import StepLevel
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


def open_to_scribe(act: Act, subject: Any) -> bool:
    """Of a scribe, what the applicant has to go on with, and what they wrote down themselves: nothing else of a person's past. Of who has
    only a paper form, what they write down from it."""
    if not isinstance(act.actor, ScribeActor):
        return True
    own = any(each.id == act.actor.id for each in subject.scribes)
    if act.actor.papers:
        return own and (subject.state == "draft" or (subject.late_entry is not None and subject.late_entry.number in act.actor.papers))
    return own or subject.state in OPEN_TO_SCRIBES


def open_to_scribes(actor: ScribeActor) -> dict[str, Any]:
    """The filter of what `open_to_scribe` lets a scribe see."""
    if actor.papers:
        return {"scribes.id": actor.id, "$or": [{"state": "draft"}, {"late_entry.number": {"$in": sorted(actor.papers)}}]}
    return {"$or": [{"state": {"$in": sorted(OPEN_TO_SCRIBES)}}, {"scribes.id": actor.id}]}


def asked_for_at_desk(act: Act, subject: Any) -> bool:
    """Of a scribe, the certificates that were asked for at their own desk, by whichever colleague wrote it down: to be printed again for
    who stands there. What a person asked for on their phone is none of theirs."""
    if not isinstance(act.actor, ScribeActor):
        return True
    by, staff = subject.scribe, act.actor.staff
    return by is not None and not act.actor.papers and (by.department, by.town) == (staff.department, staff.town)


def granted_items(act: Act) -> dict[str, Any]:
    """The filter on `item` of what an agent finds among a person's own: the items of the grant. Nothing for the person themselves."""
    return {"item": {"$in": sorted(act.acting.items)}} if act.acting is not None and act.acting.items else {}


def desk_certificates(act: Act) -> dict[str, Any]:
    """The filter of what `asked_for_at_desk` lets a scribe see. Nothing for the person themselves and their agents."""
    if not isinstance(act.actor, ScribeActor):
        return {}
    if act.actor.papers:
        return {"_id": {"$in": []}}
    return {"scribe.department": act.actor.staff.department, "scribe.town": act.actor.staff.town, "scribe": {"$ne": None}}


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
OPEN_TO_SCRIBES = frozenset({"draft", "returned", "pre_approved", "correction", "correction_after_acceptance"})
"""States in which it is the applicant's turn."""
TAKEN_IN_FROM = frozenset({"pre_approved", "received"})
"""States in which a counter takes papers in."""
_BEFORE_ACCEPTANCE = frozenset({"submitted", "returned", "pre_approved", "received", "correction"})
_UNDER_WAY = frozenset({"accepted", "correction_after_acceptance", "paused"})
_AT_COUNTERS = _BEFORE_ACCEPTANCE | {"granted", "refused"}  # papers taken in, results handed out
_OVER = frozenset({"not_accepted", "withdrawn", "aborted", "closed"})
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
    "grant.photographs": (any_of(verifies, heard_it),),  # besides, at any counter, whoever attested one of its sides that day
    # who stands in for whom
    "stand_in.see": (any_of(heads_post, has_post, stands_in, holds(Role.SECURITY_ADMIN, Role.AUDITOR, Role.SUPERVISOR)),),
    "stand_in.name": (heads_post,),
    "stand_in.leave": (any_of(heads_post, has_post),),
    # materials and cases
    "material.see": (is_own, within_used_items),
    "case.see": (any_of(is_own, at_desk, oversees), within_case_items, open_to_scribe),
    "case.hear": (any_of(at_desk, hears),),  # staff: what somebody else confirms or signs, and that they did
    "case.live": (any_of(is_own, at_desk, oversees, hears), within_case_items),  # that it changed, and nothing of it
    "case.read_form": (works_on,),  # staff: what is sealed in the form, in the clear
    "case.read_files": (any_of(works_on, examines),),  # staff: what was uploaded
    # points
    "points.answer": (in_department, holds(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)),
    "round.run": (in_department, holds(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)),
    # supervision
    "supervision.time": (any_of(holds(Role.SUPERVISOR, Role.AUDITOR), heads),),
    "card.appeal": (in_department, holds(Role.CHIEF_REPRESENTATIVE)),
    "card.review": (holds(Role.SUPERVISOR), of_elsewhere),
    # booking
    "appointment.see": (any_of(is_own, in_hall), within_items),
    "appointment.live": (any_of(is_own, in_hall, shows_hall), within_items),  # that it changed, and nothing of it
    "appointment.change": (is_own, within_items),
    "appointment.list": (in_hall, holds(*_DESK, Role.HOTLINE_AGENT, Role.SUPERVISOR)),
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
        any_of(is_own, in_department),
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
    "certificate.revoke": (in_department, holds(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)),
    "certificate.reissue": (in_department, holds(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)),
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
