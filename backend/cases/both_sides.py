"""Who is told of a case: whose it is, and whoever acts for them; each reads of the other. Pure."""

from collections.abc import Mapping

from backend.people import mask_name
from models.acts import is_enterprise
from models.base import NoticeOrder
from models.cases import Case


def to_both(case: Case, template: str, data: Mapping[str, str]) -> list[NoticeOrder]:
    """The notice to the applicant, and to who acts for them while the grant holds: theirs leads to the case under that grant."""
    agent = case.agent if case.agent is not None and case.agent_active else None
    if agent is None or agent.id == case.person:
        return [NoticeOrder(to=case.person, template=template, data=dict(data))]
    whose = case.person_name if is_enterprise(case.person) else mask_name(case.person_name)
    mine = {"acted": f"这件事由{mask_name(agent.name)}代办。"}
    theirs = {"acted": f"这是您替{whose}办的。", **({"grant_held": case.grant} if case.grant else {})}
    return [NoticeOrder(to=to, template=template, data={**data, **more}) for to, more in ((case.person, mine), (agent.id, theirs))]
