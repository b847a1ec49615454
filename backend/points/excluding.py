"""Applications of a round that do not meet the conditions: entered before the list is public, and taken back as long."""

from backend.errors import NotFound, WrongState
from backend.idempotency import once
from backend.points.rounds import Rounds, somebody
from backend.store import Store
from models.acts import Act
from models.points import Exclusion, Round, RoundState
from models.points.bodies import ExclusionBody


class Excluding:
    """Enters and takes back exclusions. A ranking that was made has to be made again after either."""

    def __init__(self, store: Store, rounds: Rounds) -> None:
        self.store = store
        self._rounds = rounds

    @once("rounds", Round)
    async def exclude(self, act: Act, round_id: str, body: ExclusionBody) -> Round:
        """An application does not meet the conditions: it stands in no place, and will be refused with this reason.

        Raises `NotFound`, `WrongState` once the list is public.
        """
        of = await self._rounds.taken(act, round_id, body.version, RoundState.OPEN, RoundState.RANKED)
        document = await self.store.cases.get(body.case)
        if document is None or document.get("round") != of.id:
            raise NotFound("这一批里没有这份申请。")
        if of.exclusion(body.case) is not None:
            raise WrongState("这份申请已经登记为不符合条件。")
        entry = Exclusion(case=body.case, reason=body.reason, by=somebody(act), at=act.at)
        changes = {"exclusions": [*of.exclusions, entry], "state": RoundState.OPEN}
        return await self._rounds.changed(act, of, changes, "round.excluded", {"case": body.case, "reason": body.reason})

    @once("rounds", Round)
    async def readmit(self, act: Act, round_id: str, body: ExclusionBody) -> Round:
        """The application takes part again. The reasons for both stay in the events. Raises `NotFound` where it was not excluded,
        `WrongState` once the list is public."""
        of = await self._rounds.taken(act, round_id, body.version, RoundState.OPEN, RoundState.RANKED)
        if of.exclusion(body.case) is None:
            raise NotFound("这份申请没有登记为不符合条件，不用恢复。")
        kept = [each for each in of.exclusions if each.case != body.case]
        changes = {"exclusions": kept, "state": RoundState.OPEN}
        return await self._rounds.changed(act, of, changes, "round.readmitted", {"case": body.case, "reason": body.reason})
