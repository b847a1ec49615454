"""What somebody has in hand is theirs until their shift ends, or they are away: then it keeps nobody else off, and they are told what was given
back. What a stand-in (AB角) took in hand for somebody goes back to that colleague's line when they return."""

from typing import Any

from backend.booking.halls import Halls
from backend.booking.shifts import shift_end
from backend.cases.actions import Action
from backend.cases.book import UNCLAIMED
from backend.cases.core import Core, somebody
from backend.cases.flow import sources
from backend.errors import Conflict
from backend.people.presence import Presences
from backend.store import Document
from backend.store.indexes import TEXT, due
from models.acts import Act, StaffActor
from models.cases import Case, GivenBack, Somebody

_BATCH = 500


class Shifts(Core):
    """Claims and their end."""

    halls: Halls
    presences: Presences

    def sit_in(self, halls: Halls, presences: Presences) -> None:
        """Hands over what knows when halls close, and who is away; called once by composition.py."""
        self.halls, self.presences = halls, presences

    async def in_hand(self, act: Act) -> dict[str, Any]:
        """What to set on a case the actor takes in hand now: theirs until their shift ends."""
        actor = act.actor
        hall = actor.hall if isinstance(actor, StaffActor) else None
        place = actor.in_place_of if isinstance(actor, StaffActor) else None
        whose = Somebody(id=place.id, name=place.name, department=somebody(act).department) if place else None
        until = await shift_end(self.halls, self.calendar, hall, act.at)
        return {"reviewer": somebody(act), "claimed_at": act.at, "claimed_until": until, "claimed_for": whose, "given_back": None}

    async def give_back(self) -> int:
        """Gives back what is still in the hand of somebody whose shift has ended or who is away, and what was taken in hand for who is
        back. Periodic, safe to run twice at once. Returns how many."""
        at, absent = self.clock.now(), await self.presences.absent()
        given = await self._give_back({"claimed_until": due(at), "reviewer.id": TEXT}, shift_over=True)
        for away in sorted(absent):
            given += await self._give_back({"reviewer.id": away})
        back = {"claimed_for.id": {**TEXT, "$nin": sorted(absent)}, "reviewer.id": TEXT}
        return given + await self._give_back(back)

    async def _give_back(self, where: Document, *, shift_over: bool = False) -> int:
        """`shift_over`: the claim ended then, however late it is written down; supervision counts by that moment."""
        act = self._system()
        states = [state.value for state in sources(Action.GIVE_BACK)]
        given = 0
        for document in await self.store.cases.find({**where, "state": {"$in": states}, "hold": None}, limit=_BATCH):
            case = Case.of(document)
            try:
                row = self._allowed(act, case, Action.GIVE_BACK, case.version)
                assert case.reviewer is not None  # the filter
                whose = case.claimed_for or case.reviewer
                back = GivenBack(id=whose.id, name=whose.name, department=whose.department, at=act.at)
                told = {"from_whom": case.reviewer.id}
                if shift_over and case.claimed_until is not None:
                    told["until"] = case.claimed_until.isoformat()
                await self._apply(act, case, row, {**UNCLAIMED, "given_back": back}, detail=told)
            except Conflict:
                continue  # somebody acted on it at this moment
            given += 1
        return given
