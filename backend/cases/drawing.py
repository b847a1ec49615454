"""What a decision on a commitment draws: whether it is checked afterwards, until when, and by whom."""

from collections.abc import Awaitable, Callable
from typing import Any

from backend.cases.core import Core
from backend.cases.lots import Lots
from models.acts import Act
from models.cases import Case, Inspection, Somebody

Officers = Callable[[str], Awaitable[list[Somebody]]]


class Drawing(Core):
    """Draws by lot. `officers`: the reviewers of a department, in an order that does not change by itself; `pre_reviewers`: who looks at
    its papers before the trip, in towns, too."""

    lots: Lots
    officers: Officers
    pre_reviewers: Officers

    def draw_with(self, lots: Lots, officers: Officers, pre_reviewers: Officers) -> None:
        """Hands over the lots and the directory of staff; called once by composition.py."""
        self.lots = lots
        self.officers, self.pre_reviewers = officers, pre_reviewers

    async def _drawn(self, act: Act, case: Case) -> tuple[dict[str, Any], dict[str, Any]]:
        """What to set on a case that is granted now, and what its event says of the draw; nothing without a commitment."""
        commitment = self.version_of(case).commitment
        if case.commitment is None or commitment is None:
            return {}, {}
        number, percent = self.lots.number(case.id), commitment.check.percent
        told = {"draw": number, "percent": percent}
        if not self.lots.is_drawn(number, percent):
            return {}, told
        inspection = Inspection(
            department=case.decided_in,
            draw=number,
            percent=percent,
            since=act.at,
            due=self.calendar.deadline(act.at, commitment.check.within).at,
            inspector=self.lots.choice(case.id, await self._candidates(act, case)),
        )
        return inspected(inspection), told

    async def _candidates(self, act: Act, case: Case) -> list[Somebody]:
        """Who may be drawn: reviewers who had no hand in the case; where everybody had one, all but who decides it now."""
        everybody = [each for each in await self.officers(case.decided_in) if each.id != act.actor.id]
        hands = {each.id for each in (case.received_by, case.accepted_by, *(step.done_by for step in case.steps)) if each is not None}
        return [each for each in everybody if each.id not in hands] or everybody


def inspected(inspection: Inspection) -> dict[str, Any]:
    """What to set on a case whose check is now this."""
    return {"inspection": inspection, "inspect_at": inspection.next_moment}
