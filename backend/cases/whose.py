"""Whose a case is, as counters of other districts are told: who decides it, and where its papers are taken in."""

from backend.cases.actions import Action
from backend.cases.flow import AT_OTHER_COUNTERS
from backend.cases.rights import is_from_elsewhere
from backend.catalogue import Vocabulary
from backend.desk_rights import at_other_counter
from backend.errors import Forbidden
from models.acts import Act, Role, StaffActor
from models.cases import Case
from models.catalogue import ItemVersion

_NOT_HERE = "「{item}」只在{region}的窗口收件，这里不能代收。请到：{where}。咨询电话：{phone}。"
_NOT_HEARD = "「{item}」由{by}办理，这里不能听取意见。请到：{where}。咨询电话：{phone}。"
_THEIRS = "这份申请由{by}受理和决定，代收的窗口可以核验原件、收件、查看进度，不能{action}。"


def decided_by(case: Case, names: Vocabulary) -> str:
    """Who accepts and decides, for people of other districts: with the district's name before the department's."""
    if case.organ is not None:
        return case.organ.name
    region, department = names.region(case.region or ""), names.department(case.department)
    return department if department.startswith(region) else region + department


def not_here(case: Case, version: ItemVersion, names: Vocabulary) -> str:
    """That another district's counter does not take it in, and where it is taken in."""
    where, region = "；".join(version.guide.where), names.region(case.region or "")
    return _NOT_HERE.format(item=case.item_name, region=region, where=where, phone=version.guide.phone)


def not_heard_here(case: Case, version: ItemVersion, names: Vocabulary) -> str:
    """That this counter does not hear anybody for the case, and where they are heard."""
    where = "；".join(version.guide.where)
    return _NOT_HEARD.format(item=case.item_name, by=decided_by(case, names), where=where, phone=version.guide.phone)


def require_home(act: Act, case: Case, action: Action, version: ItemVersion, names: Vocabulary) -> None:
    """Raises `Forbidden` to another district's counter for what is not its to do, in words that say whose it is and where to go."""
    actor = act.actor
    if not isinstance(actor, StaffActor) or not actor.has(Role.RECEPTIONIST) or not is_from_elsewhere(act, case):
        return
    if action in AT_OTHER_COUNTERS and not case.handle_area.crosses_districts:
        says = not_heard_here if action is Action.HEAR_STATEMENT else not_here
        raise Forbidden(says(case, version, names))
    if action not in AT_OTHER_COUNTERS and case.intake is not None and at_other_counter(actor, case):
        raise Forbidden(_THEIRS.format(by=decided_by(case, names), action=action.label))
