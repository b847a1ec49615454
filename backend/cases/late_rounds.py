"""Whoever waits for a ranking is told when the day has passed by which it should have been made."""

from dataclasses import dataclass
from datetime import datetime

from backend.audit import event_of
from backend.cases.core import Core
from backend.spoken import deadline
from models.acts import Act


@dataclass(frozen=True)
class LateRound:
    """What of a round is overdue: `what`, in words, and since `due`. `key`: told once."""

    key: str
    name: str
    what: str
    due: datetime


class LateRounds(Core):
    """One act of the system."""

    async def tell_round_late(self, act: Act, case_id: str, late: LateRound) -> None:
        """Tells the applicant, and who acts for them, once; not those whose matter is over or decided. Safe to run twice."""
        case = await self._load(case_id)
        if case.state.is_final or case.decision is not None:
            return
        notices = self._tell(case, "round_late", round=late.name, what=late.what, due=deadline(late.due))
        event = event_of(act, "case.round_late", detail={"item": case.item}, notices=notices)
        where = {"_id": case.id, "round_told": {"$ne": late.key}}
        await self.store.cases.change(where, {"$set": {"round_told": late.key}}, event)
