"""How the papers of somebody who comes to a hall stand, by the pre-review of their case."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field

from backend.store import Store
from models.booking import Place
from models.cases import CaseState
from models.counter import PreparedView

_FIELDS = ("person", "item", "state", "submissions.number", "returns.defects.advice")
_SAID = {
    CaseState.SUBMITTED: "等预审",
    CaseState.PRE_APPROVED: "预审通过，材料齐",
    CaseState.RECEIVED: "已收件",
    CaseState.ACCEPTED: "已受理",
    CaseState.PAUSED: "已受理",
    CaseState.REFUSED: "已作出决定",
    CaseState.GRANTED: "已批准，来领结果",
}
_OPEN = [state.value for state in CaseState if not state.is_final and state is not CaseState.DRAFT]
_WAITS = frozenset({CaseState.SUBMITTED})


class _Slip(BaseModel):
    defects: list[object] = Field(default_factory=list)


class _Papers(BaseModel):
    """As much of a case as this is told by."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    id: str = Field(alias="_id")
    person: str
    item: str
    state: CaseState
    submissions: list[object] = Field(default_factory=list)
    returns: list[_Slip] = Field(default_factory=list[_Slip])

    def view(self) -> PreparedView:
        if (said := _SAID.get(self.state)) is not None:
            return PreparedView(case=self.id, ready=self.state not in _WAITS, says=said)
        wrong = len(self.returns[-1].defects) if self.returns else 0
        return PreparedView(case=self.id, ready=False, says=f"退回，{wrong} 处要改" if wrong else self.state.label)


async def prepared_for(store: Store, places: Sequence[Place]) -> Mapping[str, PreparedView]:
    """By the ids of visits: that of the case they are for, or of the person's newest case of one of the items.

    What was never handed in is its applicant's alone, and what is over needs no papers: neither is told of.
    """
    people = sorted({place.person for place in places if place.person})
    if not people:
        return {}
    rows = await store.cases.find({"person": {"$in": people}, "state": {"$in": _OPEN}}, sort=[("_id", -1)], fields=_FIELDS)
    cases = [papers for row in rows if (papers := _Papers.model_validate(row)).submissions]
    return {place.id: papers.view() for place in places if (papers := _of(place, cases)) is not None}


def _of(place: Place, cases: Sequence[_Papers]) -> _Papers | None:
    own = [case for case in cases if case.person == place.person]
    return next((case for case in own if case.id == place.case), None) or next((case for case in own if case.item in place.items), None)
