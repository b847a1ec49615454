"""How the parts of a bundle stand, and where that leaves the bundle. Pure: cases in, standings out."""

from collections.abc import Mapping
from datetime import date

from backend.cases.actions import Action
from backend.cases.clocks import nearest
from backend.cases.flow import Transition, When, rows
from backend.catalogue import asked_answers, hold
from models.cases import Case, CaseState, Completion, PartStanding, PartStatus
from models.catalogue import ItemVersion

_BY_STATE = {
    CaseState.CORRECTION_AFTER_ACCEPTANCE: PartStatus.ASKS,
    CaseState.GRANTED: PartStatus.GRANTED,
    CaseState.REFUSED: PartStatus.REFUSED,
    CaseState.WITHDRAWN: PartStatus.WITHDRAWN,
    CaseState.ABORTED: PartStatus.ENDED,
}
_BY_COMPLETION = {Completion.GRANTED: PartStatus.HANDED_OVER, Completion.REFUSED: PartStatus.REFUSED}


def first_standings(version: ItemVersion, bundle: Case, today: date) -> list[PartStanding]:
    """Every part of a bundle that is accepted now: none has begun yet."""
    answers = asked_answers(version.form, bundle.form, today)
    return [
        PartStanding(
            key=part.key,
            name=part.name,
            department=part.department,
            after=list(part.after),
            any_of=list(part.any_of),
            hands_out=any(each.delivery for each in part.results),
            essential=part.essential,
            number=f"{bundle.number}-{index}",
            status=PartStatus.WAITING if hold(part.when, answers, today) else PartStatus.NOT_WANTED,
        )
        for index, part in enumerate(version.parts, start=1)
    ]


def ready(standings: list[PartStanding]) -> list[PartStanding]:
    """The parts that wait for nothing any more. What was not wanted holds nobody up."""
    passed = {each.key for each in standings if each.status.is_granted or each.status is PartStatus.NOT_WANTED}
    waiting = [each for each in standings if each.status is PartStatus.WAITING and passed.issuperset(each.after)]
    return [each for each in waiting if _one_of(each, standings)]


def standing_now(standings: list[PartStanding], cases: Mapping[str, Case]) -> list[PartStanding]:
    """The standings as the parts' cases say; what can no longer begin is marked so."""
    found = [_of_case(each, cases[each.key]) if each.key in cases else each for each in standings]
    lost = {each.key for each in found if each.status.is_lost}
    result: list[PartStanding] = []
    for each in found:  # a part only comes after parts that stand before it
        if each.status is PartStatus.WAITING and (lost.intersection(each.after) or _one_of(each, result) is False):
            lost.add(each.key)
            each = each.model_copy(update={"status": PartStatus.IMPOSSIBLE})
        result.append(each)
    return result


def _one_of(part: PartStanding, standings: list[PartStanding]) -> bool | None:
    """Whether one of the parts it may follow was granted, or there is none to wait for; None while one is not over."""
    asked = [each.status for each in standings if each.key in part.any_of and each.status is not PartStatus.NOT_WANTED]
    if not all(each.is_over for each in asked):
        return None
    return not asked or any(each.is_granted for each in asked)


def lost_essential(standings: list[PartStanding]) -> PartStanding | None:
    """The part without which the whole has failed, and which was refused or ended; None while there is none. One that cannot begin, since
    an opinion was against it, lets the other opinions be given: the applicant hears them all."""
    against = (PartStatus.REFUSED, PartStatus.ENDED)
    return next((each for each in standings if each.essential and each.status in against), None)


def row_of_bundle(state: CaseState, standings: list[PartStanding]) -> Transition | None:
    """The row of the table a bundle in that state follows its parts by; None where it stays as it is."""
    wanted = _condition(standings)
    return next((row for row in rows(Action.FOLLOW_PARTS, state) if row.when is wanted), None)


def _condition(standings: list[PartStanding]) -> When:
    if any(each.status is PartStatus.ASKS for each in standings):
        return When.PART_ASKS
    if not all(each.status.is_over for each in standings):
        return When.PARTS_OPEN
    return When.ENOUGH_GRANTED if is_enough(standings) else When.TOO_LITTLE_GRANTED


def is_enough(standings: list[PartStanding]) -> bool:
    """Something is granted, and nothing essential failed."""
    wanted = [each for each in standings if each.status is not PartStatus.NOT_WANTED]
    return any(each.status.is_granted for each in wanted) and all(each.status.is_granted for each in wanted if each.essential)


def _of_case(standing: PartStanding, case: Case) -> PartStanding:
    status = _BY_STATE.get(case.state, PartStatus.UNDER_WAY)
    if case.state is CaseState.CLOSED:
        status = _BY_COMPLETION.get(case.completion or Completion.OTHER, PartStatus.ENDED)
    if status.is_granted and case.decision is not None and case.decision.ended is not None:
        status = PartStatus.LAPSED
    return standing.model_copy(
        update={
            "case": case.id,
            "status": status,
            "due": None if status.is_over else nearest(case.clock),
            "decided_at": case.decision.at if case.decision else None,
            "result": f"{case.result.kind} {case.result.number}".strip() if case.result else "",
        }
    )
