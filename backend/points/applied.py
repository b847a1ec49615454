"""The applications of a round for whoever runs it: each with where it is, and those that are for one and the same person."""

from dataclasses import dataclass

from backend.people import mask_name
from backend.permissions import may
from backend.points.rounds import Rounds
from backend.points.wished import twice_for_one
from backend.store import Store
from backend.store.pages import page
from models.acts import Act
from models.cases import Case, CaseState
from models.catalogue import Ranking
from models.points import Round
from models.points.bodies import AppliedQuery
from models.points.views import AppliedListView, AppliedView


@dataclass(frozen=True)
class _Reader:
    """Whose eyes a row is for."""

    act: Act
    of: Round
    ranking: Ranking


class Applied:
    """Reads what was handed in to a round."""

    def __init__(self, store: Store, rounds: Rounds) -> None:
        self._store = store
        self._rounds = rounds

    async def listed(self, act: Act, round_id: str, query: AppliedQuery) -> AppliedListView:
        """A page of them, the newest first; with the first one those that are for one and the same person, of which one only can be
        ranked. Raises `NotFound`, `Forbidden` as `Rounds.to_run`."""
        of = await self._rounds.to_run(act, round_id)
        reader = _Reader(act, of, self._rounds.ranking_of(of))
        found, after = await page(self._store.cases, Case, {"round": of.id}, query.cursor, query.limit)
        same = [] if query.cursor else await self._same(reader)
        return AppliedListView(items=[_row(reader, case) for case in found], next=after, same=same)

    async def whose(self, of: Round) -> dict[str, tuple[str, str]]:
        """Number and applicant of each application that was excluded, by its case."""
        ids = [each.case for each in of.exclusions]
        found = await self._store.cases.find({"_id": {"$in": ids}}, fields=["number", "person_name"]) if ids else []
        return {each["_id"]: (each["number"] or "", each["person_name"]) for each in found}

    async def _same(self, reader: _Reader) -> list[list[AppliedView]]:
        under_way = {"round": reader.of.id, "state": {"$in": [state.value for state in CaseState if state.is_under_way]}}
        cases = [Case.of(each) for each in await self._store.cases.find(under_way)]
        standing = (case for case in cases if reader.of.exclusion(case.id) is None)
        return [[_row(reader, case) for case in group] for group in twice_for_one(standing, reader.ranking)]


def _row(reader: _Reader, case: Case) -> AppliedView:
    about = case.form.get(reader.ranking.about) if reader.ranking.about else None
    return AppliedView(
        case=case.id,
        number=case.number or "",
        person_name=case.person_name,
        about=mask_name(str(about.get("name") or "")) if isinstance(about, dict) else "",
        state=_where(reader, case),
        excluded=reader.of.exclusion(case.id) is not None,
        over=not case.state.is_under_way or case.decision is not None,
        opens=may("case.see", reader.act, case),
    )


def _where(reader: _Reader, case: Case) -> str:
    """Where it is, in words: with whom, or that it waits for the ranking."""
    step = case.current_step
    if case.state is not CaseState.ACCEPTED or step is None:
        return case.state.label
    return "等待排名" if step.key == reader.ranking.step and reader.of.concluded_at is None else f"正在办：{step.name}"
