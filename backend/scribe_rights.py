"""What whoever writes down for somebody without a phone finds of that person's."""

from typing import Any

from models.acts import Act, ScribeActor


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


def desk_certificates(act: Act) -> dict[str, Any]:
    """The filter of what `asked_for_at_desk` lets a scribe see. Nothing for the person themselves and their agents."""
    if not isinstance(act.actor, ScribeActor):
        return {}
    if act.actor.papers:
        return {"_id": {"$in": []}}
    return {"scribe.department": act.actor.staff.department, "scribe.town": act.actor.staff.town, "scribe": {"$ne": None}}


OPEN_TO_SCRIBES = frozenset({"draft", "returned", "pre_approved", "correction", "correction_after_acceptance"})
"""States in which it is the applicant's turn."""
