"""Who may take a row of the table on a given case."""

from dataclasses import replace

from backend.cases.actions import Action
from backend.cases.flow import AT_OTHER_COUNTERS, BY_PAPER, BY_SCRIBES, IN_PERSON, STAFF_ROLES, TRANSITIONS, Transition, Who, power_of
from backend.desk_rights import at_counter, at_desk, at_other_counter, hears, is_step_of, on_case
from backend.errors import Forbidden, NotFound
from models.acts import Act, CitizenActor, Power, Role, ScribeActor, StaffActor, SystemActor, is_enterprise
from models.cases import Case, CaseState, Somebody, StepRecord
from models.catalogue import StepLevel


def may_take(act: Act, case: Case, row: Transition) -> bool:
    """Whether the actor is whom the row names, for this case as it is now."""
    act = _on(act, case)
    if row.who is Who.SYSTEM:
        return isinstance(act.actor, SystemActor)
    if isinstance(act.actor, ScribeActor):
        return writes_down(act, case, row.action)
    if row.who is Who.APPLICANT:
        return _is_applicant(act, case, row.action)
    if row.who is Who.PRINCIPAL:
        return is_principal(act, case) and (act.acting is None or row.action not in IN_PERSON)
    return (at_desk(act, case) and _is_theirs(act, case, row)) or _hears(act, case, row.action)


def _is_theirs(act: Act, case: Case, row: Transition) -> bool:
    """Whether a row for staff is for this one, who may see the case: who may not see it never acts on it."""
    if row.who is Who.STEP:
        return _has_step(act, case, row.action)
    return _is_staff(act, case, row.who) or (row.who is Who.RECEPTION and _takes_in(act, case, row.action))


def require_right(act: Act, case: Case, action: Action) -> None:
    """Raises where the actor could not take this action in any state: `NotFound` to citizens, `Forbidden` to staff."""
    act = _on(act, case)
    kinds = {row.who for row in TRANSITIONS if row.action is action}
    if isinstance(act.actor, StaffActor):
        require_not_recused(act, case)
        if not _hears(act, case, action):
            _require_staff(act, case, action, kinds)
        return
    if act.applies:
        if act.person != case.person:
            raise NotFound()
        _require_applicant(act, case, action, kinds)


def _require_applicant(act: Act, case: Case, action: Action, kinds: set[Who]) -> None:
    if isinstance(act.actor, ScribeActor):
        require_not_recused(act, case)
        if not writes_down(act, case, action):
            raise Forbidden("这一步不能代录：请申请人本人在手机上办，或者由窗口当面听取后办理。")
        return
    if not kinds & {Who.APPLICANT, Who.PRINCIPAL} or (kinds == {Who.PRINCIPAL} and not is_principal(act, case)):
        raise Forbidden("这一步不能由您办理。")
    if kinds != {Who.PRINCIPAL} and not _is_applicant(act, case, action):
        raise Forbidden("委托人没有授权您代办这一步，请联系委托人。")


def require_not_recused(act: Act, case: Case) -> None:
    """Raises `Forbidden` to whoever is out of the case (回避), in words that say so."""
    if any(each.id == act.actor.id for each in case.recused):
        raise Forbidden("您在这份申请里已经回避，不能查看和办理，由本部门其他人员办理。")


def _require_staff(act: Act, case: Case, action: Action, kinds: set[Who]) -> None:
    if not at_desk(act, case):
        raise Forbidden()
    if not any(_could(act, case, who) for who in kinds) and not (Who.RECEPTION in kinds and _takes_in(act, case, action)):
        raise Forbidden()


def is_principal(act: Act, case: Case) -> bool:
    """Whether the matter is the actor's own. A company's is in the hands of whoever its representative names now."""
    if not isinstance(act.actor, CitizenActor) or act.person != case.person:
        return False
    if act.acting is None:
        return True
    covered = not act.acting.items or case.item in act.acting.items
    return is_enterprise(case.person) and covered and Power.SUBMIT in act.acting.powers


def writes_down(act: Act, case: Case, action: Action) -> bool:
    """Whether it is what a scribe may do for the applicant who stands before them: what needs no more than a pen. What changes what an
    applicant has told the office already they say themselves, at a counter (`hear-…`) or on a phone."""
    if not isinstance(act.actor, ScribeActor) or act.person != case.person:
        return False
    if act.actor.papers:
        return action in BY_PAPER and not case.handed_in
    return action in BY_SCRIBES or (action is Action.WITHDRAW and not case.handed_in)


def is_scribe_of(act: Act, case: Case) -> bool:
    """Whether the actor wrote the case down, or had a part in it: then others look at it and decide."""
    return any(each.id == act.actor.id for each in case.scribes)


def barred_words(act: Act, case: Case) -> str:
    """Why staff who are out of a case (回避), or had a part in writing it down, find nothing of it to look at or to decide; empty for all
    others, and for who wrote it down once it is decided."""
    if any(each.id == act.actor.id for each in case.recused):
        return "您在这份申请里已经回避，不能再查看和办理，由本部门其他人员接着办。请办下一件。"
    if not is_scribe_of(act, case) or case.state in (CaseState.GRANTED, CaseState.REFUSED) or case.state.is_final:
        return ""
    return "这份申请是您代录的：收材料、核验原件您可以办，审核、受理和决定要由别的工作人员办。"


def is_head(act: Act, case: Case) -> bool:
    """Whether the actor is the head of the case's department on cases: its chief representative (首席代表)."""
    return _is_staff(act, case, Who.HEAD)


def is_same_hand(act: Act, case: Case) -> bool:
    """Whether the actor received or accepted the case, and its step is for another hand."""
    step = case.current_step
    hands = (case.received_by, case.accepted_by)
    return step is not None and step.other_hand and any(is_hand_of(act, each, step.role) for each in hands)


def is_hand_of(act: Act, who: Somebody | None, role: Role) -> bool:
    """Whether what somebody did was done by the actor, or by whoever alone gives them the role for now (AB角): a stand-in does nothing
    their colleague could not."""
    return who is not None and isinstance(act.actor, StaffActor) and act.actor.is_hand_of(who.id, role)


def _on(act: Act, case: Case) -> Act:
    """The act with the rights its actor has in this case."""
    return replace(act, actor=on_case(act.actor, case)) if isinstance(act.actor, StaffActor) and act.actor.stands_for else act


def is_from_elsewhere(act: Act, case: Case) -> bool:
    """Whether the actor is of another district than the one that decides, and not of the case's own department."""
    actor = act.actor
    return isinstance(actor, StaffActor) and not actor.serves(case.region) and actor.department != case.department


def town_of_counter(act: Act) -> str | None:
    """The town whose counter the actor sits at; None at the district's, and away from counters."""
    actor = act.actor
    return actor.town if isinstance(actor, StaffActor) and actor.has(Role.RECEPTIONIST) else None


def head_signs_for(act: Act, case: Case) -> str | None:
    """The department in whose name the actor would decide as chief representative; None where they decide as a reviewer.

    It is the head who decides where the step is a chief representative's, or where nobody but the head could: the step is
    another role's, the actor received the case at the counter, or somebody else has it in hand.
    """
    step, actor = case.current_step, act.actor
    if step is None or not isinstance(actor, StaffActor) or not _heads(actor, step):
        return None
    if step.role is Role.CHIEF_REPRESENTATIVE:
        return step.department
    others = case.reviewer is not None and case.reviewer.id not in actor.ids
    received = case.received_by is not None and case.received_by.id == actor.id
    return step.department if others or received or not _is_for(actor, case, step) else None


def _could(act: Act, case: Case, who: Who) -> bool:
    if who is Who.STEP:
        actor = act.actor
        return isinstance(actor, StaffActor) and any(_heads(actor, step) or _is_for(actor, case, step) for step in case.steps)
    return who in STAFF_ROLES and _is_staff(act, case, who)


def _is_applicant(act: Act, case: Case, action: Action) -> bool:
    if not isinstance(act.actor, CitizenActor) or act.person != case.person:
        return False
    if act.acting is None:
        return True
    covered = not act.acting.items or case.item in act.acting.items
    power = power_of(action, case.state)
    return covered and power is not None and power in act.acting.powers


def _is_staff(act: Act, case: Case, who: Who) -> bool:
    """Staff of the case's department, of a decision the head of the one that made it; at a one-window counter of every department, while the case lies there."""
    if not isinstance(act.actor, StaffActor) or not act.actor.has(*STAFF_ROLES[who]):
        return False
    if act.actor.department == (case.decided_in if who is Who.HEAD and case.decision else case.department):
        return True
    if who is Who.HANDLER and any(_is_for(act.actor, case, step) for step in case.steps):
        return True
    return who in (Who.RECEPTION, Who.HANDLER) and at_counter(act.actor, case)


def _takes_in(act: Act, case: Case, action: Action) -> bool:
    """Whether it is what a counter of another district may do for the one that decides."""
    return action in AT_OTHER_COUNTERS and isinstance(act.actor, StaffActor) and at_other_counter(act.actor, case)


def _hears(act: Act, case: Case, action: Action) -> bool:
    """Whether it is what whoever has no phone may say at any one-window counter."""
    return action is Action.HEAR_STATEMENT and hears(act, case)


def _has_step(act: Act, case: Case, action: Action) -> bool:
    """Whose step it is. The last step decides, so it is granted or refused and never merely completed."""
    step = case.current_step
    if step is None or not isinstance(act.actor, StaffActor):
        return False
    is_last = step is case.steps[-1]
    if action in (Action.GRANT, Action.REFUSE) and not is_last:
        return False
    if action is Action.COMPLETE_STEP and is_last:
        return False
    return _heads(act.actor, step) or _is_for(act.actor, case, step)


def _heads(actor: StaffActor, step: StepRecord) -> bool:
    """Whether the actor is the head of the department a step of the district is for; towns, villages and others sign for themselves."""
    return step.level is StepLevel.DISTRICT and actor.has(Role.CHIEF_REPRESENTATIVE) and actor.department == step.department


def _is_for(actor: StaffActor, case: Case, step: StepRecord) -> bool:
    """Whether a step is for this member of staff: its role, its department, and its place. A district's is none of its towns' people."""
    return actor.has(step.role) and is_step_of(actor, case, step)
