"""What somebody has in hand is theirs until their shift ends: overnight it keeps nobody else off, and they are told what was given back."""

from typing import Any

from backend.booking.halls import Halls
from backend.booking.shifts import shift_end
from backend.cases.actions import Action
from backend.cases.book import UNCLAIMED
from backend.cases.core import Core, somebody
from backend.cases.flow import sources
from backend.errors import Conflict
from backend.store.collections import TEXT, due
from models.acts import Act, StaffActor
from models.cases import Case, GivenBack

_BATCH = 500


class Shifts(Core):
    """Claims and their end."""

    halls: Halls

    def sit_in(self, halls: Halls) -> None:
        """Hands over what knows when halls close; called once by composition.py."""
        self.halls = halls

    async def in_hand(self, act: Act) -> dict[str, Any]:
        """What to set on a case the actor takes in hand now: theirs until their shift ends."""
        hall = act.actor.hall if isinstance(act.actor, StaffActor) else None
        until = await shift_end(self.halls, self.calendar, hall, act.at)
        return {"reviewer": somebody(act), "claimed_at": act.at, "claimed_until": until, "given_back": None}

    async def give_back(self) -> int:
        """Gives back what is still in somebody's hand whose shift has ended. Periodic, safe to run twice at once. Returns how many."""
        act = self._system()
        states = [state.value for state in sources(Action.GIVE_BACK)]
        where = {"claimed_until": due(act.at), "reviewer.id": TEXT, "state": {"$in": states}, "hold": None}
        given = 0
        for document in await self.store.cases.find(where, sort=[("claimed_until", 1)], limit=_BATCH):
            case = Case.of(document)
            try:
                row = self._allowed(act, case, Action.GIVE_BACK, case.version)
                assert case.reviewer is not None  # the filter
                back = GivenBack(**case.reviewer.model_dump(), at=act.at)
                await self._apply(act, case, row, {**UNCLAIMED, "given_back": back}, detail={"from_whom": case.reviewer.id})
            except Conflict:
                continue  # somebody acted on it at this moment
            given += 1
        return given
