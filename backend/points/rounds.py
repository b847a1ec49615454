"""Rounds: a window, a ranking that can be made again, a public list, and what people say against it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from backend.audit import event_of
from backend.cases import Cases
from backend.catalogue import Catalogue
from backend.clock import Clock
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.outbox import OutboxRow
from backend.permissions import may
from backend.points.rankable import office_of, wishes_of
from backend.points.ranking import Contender, Ranked, digest_of_rows, ranked
from backend.points.records import Records
from backend.points.wished import twice_for_one
from backend.spoken import deadline, full_day
from backend.store import Document, DuplicateKeyError, Store
from backend.store.pages import page
from models.acts import Act, SystemActor
from models.base import NoticeOrder
from models.cases import Case, CaseState, Somebody
from models.catalogue import ItemVersion, Ranking
from models.points import PlaceOutcome, RankedPlace, Round, RoundState, Run
from models.points.bodies import RoundBody, RoundsQuery, VersionedBody

_WITH_STAFF = (CaseState.SUBMITTED, CaseState.RECEIVED, CaseState.CORRECTION, CaseState.CORRECTION_AFTER_ACCEPTANCE, CaseState.PAUSED)
_BATCH = 500  # rows written, or read, at once
_FURTHEST = timedelta(days=366)  # how far off a round may begin, and how long it may take in


class Rounds:
    """The engine of rounds up to their public list; `Deciding` brings them to their end."""

    def __init__(self, store: Store, clock: Clock, catalogue: Catalogue, records: Records, cases: Cases) -> None:
        self.store = store
        self.catalogue = catalogue
        self.records = records
        self.cases = cases
        self.clock = clock

    # reading

    async def get(self, round_id: str) -> Round:
        """Raises `NotFound`."""
        document = await self.store.rounds.get(round_id)
        if document is None:
            raise NotFound()
        return Round.of(document)

    def opens(self, act: Act, of: Round) -> bool:
        """Whether whoever acts is of the office that ranks the round, or of the one that decides it."""
        version = self.catalogue.version(of.item, of.opens_at.date())
        offices = {of.department, version.deciding_department}
        return any(may("round.run", act, of.model_copy(update={"department": office})) for office in offices)

    async def to_run(self, act: Act, round_id: str) -> Round:
        """A round for staff of the office that ranks it, or of the one that decides. Raises `NotFound`, `Forbidden`."""
        of = await self.get(round_id)
        if not self.opens(act, of):
            raise Forbidden()
        return of

    async def listed(self, query: RoundsQuery) -> tuple[list[Round], str | None]:
        """Rounds, the newest first, and where the next page begins."""
        where: Document = {"item": query.item} if query.item else {}
        return await page(self.store.rounds, Round, where, query.cursor, query.limit)

    async def taking_in(self, item: str, at: datetime) -> Round | None:
        """The round of an item in whose window this moment lies."""
        document = await self.store.rounds.find_one({"item": item, "live": True})
        found = Round.of(document) if document else None
        return found if found is not None and found.takes_in(at) else None

    async def rows(self, of: Round, after: int, limit: int, **where: Any) -> list[RankedPlace]:
        """Rows of the ranking that counts, in order, from behind row `after`."""
        if of.run is None:
            return []
        found = await self.store.ranked.find(
            {"round": of.id, "run": of.run.id, "order": {"$gt": after}, **where}, sort=[("order", 1)], limit=limit
        )
        return [RankedPlace.of(each) for each in found]

    async def numbers_of(self, of: Round) -> dict[str, str]:
        """The numbers of the cases among which places were passed on."""
        cases = {each.case for each in of.vacancies} | {offer.case for each in of.vacancies for offer in each.offers}
        if of.run is None or not cases:
            return {}
        found = await self.store.ranked.find({"run": of.run.id, "case": {"$in": sorted(cases)}}, fields=["case", "case_number"])
        return {each["case"]: each["case_number"] for each in found}

    async def place_of(self, case: Case) -> tuple[Round, RankedPlace | None] | None:
        """The round a case takes part in, and its row in the ranking that counts; None where it takes part in none."""
        if case.round is None:
            return None
        of = await self.get(case.round)
        found = await self.store.ranked.find_one({"case": case.id, "run": of.run.id}) if of.run else None
        return of, RankedPlace.of(found) if found else None

    async def own_places(self, act: Act) -> list[tuple[Round, RankedPlace]]:
        """Where the person stands in rankings that were published, the newest first."""
        found = [RankedPlace.of(each) for each in await self.store.ranked.find({"person": act.person}, sort=[("_id", -1)])]
        rounds = {id: await self.get(id) for id in {each.round for each in found}}
        pairs = [(rounds[each.round], each) for each in found]
        return [(of, row) for of, row in pairs if of.run and of.run.id == row.run and of.published_at is not None]

    # staff

    @once("rounds", Round)
    async def open(self, act: Act, body: RoundBody) -> Round:
        """A new round. Raises `Invalid` for what does not fit the item, `Conflict` while another one is live, `Forbidden`."""
        version = self.catalogue.version(body.item, act.at.date())
        ranking = self._ranking(version)
        made = Round(
            _id=new_id("round"),
            **body.model_dump(),
            department=office_of(version, ranking),
            created_at=act.at,
            updated_at=act.at,
        )
        self._require("round.run", act, made)
        if faults := _round_faults(body, version, ranking, act.at):
            raise Invalid(errors=faults)
        if body.places:
            made.quota = sum(body.places.values())
        try:
            await self.store.rounds.insert(made, event_of(act, "round.opened", detail={"item": made.item, "quota": made.quota}))
        except DuplicateKeyError:
            if await self.store.rounds.find_one({"item": body.item, "live": True}, fields=["_id"]) is None:
                raise
            raise Conflict(f"「{version.name}」还有一批没有办完，办完以后才能开新的一批。") from None
        return await self.get(made.id)

    @once("rounds", Round)
    async def close(self, act: Act, round_id: str, body: VersionedBody) -> Round:
        """Ends the window now. Raises `WrongState` where it is over."""
        of = await self.taken(act, round_id, body.version, RoundState.OPEN)
        if of.closes_at <= act.at:
            raise WrongState(f"申请时间已经在{deadline(of.closes_at)}截止。")
        return await self.changed(act, of, {"closes_at": act.at, "opens_at": min(of.opens_at, act.at)}, "round.closed")

    @once("rounds", Round)
    async def rank(self, act: Act, round_id: str, body: VersionedBody) -> Round:
        """Ranks everybody who was qualified. Rows are written first and count once the round names their run, so a run that
        dies half-way leaves nothing but rows nobody reads; ranking again makes new ones.

        Raises `WrongState` before the window is over, while staff still have applications in hand, and while two of them are for
        one and the same person: which of them does not meet the conditions is for staff to find, not for the order of points.
        """
        of = await self.taken(act, round_id, body.version, RoundState.OPEN, RoundState.RANKED)
        if act.at < of.closes_at:
            raise WrongState(f"申请到{deadline(of.closes_at)}截止，截止以后才能排名。")
        version = self.catalogue.version(of.item, of.opens_at.date())
        waiting, unready = await self._applications(of, self._ranking(version))
        if unready:
            raise WrongState(f"还有{unready}份申请没有完成资格审核，审完以后才能排名。")
        self._require_once(of, self._ranking(version), waiting)
        rows = await self._rows(of, version, waiting)
        run = Run(id=new_id("run"), at=act.at, by=somebody(act), count=len(rows), digest=digest_of_rows(map(_digested, rows)))
        for start in range(0, len(rows), _BATCH):
            await self.store.ranked.insert_missing(
                row.model_copy(update={"id": f"{run.id}_{row.order:07d}", "run": run.id}) for row in rows[start : start + _BATCH]
            )
        changes = {"runs": [*of.runs, run], "state": RoundState.RANKED}
        changed = await self.changed(act, of, changes, "round.ranked", {"digest": run.digest, "count": run.count})
        kept = [each.id for each in changed.runs]
        await self.store.ranked.delete({"round": of.id, "run": {"$nin": kept}})
        return changed

    @once("rounds", Round)
    async def publish(self, act: Act, round_id: str, body: VersionedBody) -> Round:
        """Makes the ranking public for its days; everybody in it is told where they stand. Raises `WrongState` where somebody in it
        has withdrawn: it is ranked again without them."""
        of = await self.taken(act, round_id, body.version, RoundState.RANKED)
        if await self._has_lost(of):
            raise WrongState("排名以后有人撤回了申请。请重新排名，再公示。")
        ranking = self.ranking_of(of)
        until = self.cases.calendar.deadline(act.at, ranking.notice).at
        changes = {"state": RoundState.PUBLISHED, "published_at": act.at, "published_until": until}
        return await self.changed(act, of, changes, "round.published", {"until": until})

    async def on_published(self, row: OutboxRow) -> None:
        """Consumes `round.published`: tells everybody in the list. Safe to run twice; each row remembers that it was told."""
        of = await self.get(row.subject_id)
        if of.state is not RoundState.PUBLISHED or of.published_until is None:
            return
        after = 0
        while rows := await self.rows(of, after, _BATCH, told_at=None):
            for each in rows:
                await self._tell(of, each)
            after = rows[-1].order

    def ranking_of(self, of: Round) -> Ranking:
        """The rules a round goes by."""
        return self._ranking(self.catalogue.version(of.item, of.opens_at.date()))

    async def to_rank(self, act: Act, round_id: str) -> Round:
        """A round for staff of the office that ranks it. Raises `NotFound`, `Forbidden`."""
        of = await self.get(round_id)
        self._require("round.run", act, of)
        return of

    async def taken(self, act: Act, round_id: str, version: int, *states: RoundState) -> Round:
        """The round as whoever runs it saw it. Raises `NotFound`, `Forbidden`, `WrongState`, `StaleVersion`."""
        of = await self.to_rank(act, round_id)
        if of.state not in states:
            raise WrongState(f"这一批现在是「{of.shown(act.at).label}」，不能这样办。请刷新后查看。")
        if of.seen != version:
            raise StaleVersion()
        return of

    async def changed(
        self, act: Act, of: Round, changes: Document, action: str, detail: Document | None = None, notices: Sequence[NoticeOrder] = ()
    ) -> Round:
        """The round with one act on it; what the watch over its days marks meanwhile is no other act. Raises `StaleVersion`."""
        document = of.model_copy(update={**changes, "updated_at": act.at}).to_document()
        event = event_of(act, action, detail={"item": of.item, **(detail or {})}, notices=list(notices))
        update = {key: document[key] for key in (*changes, "updated_at")}
        now = of
        while (done := await self.store.rounds.change({"_id": of.id, "version": now.version}, {"$set": update}, event)) is None:
            now = await self.get(of.id)
            if now.seen != of.seen:
                raise StaleVersion()
        return Round.of(done)

    # inside

    async def _has_lost(self, of: Round) -> bool:
        """Whether an application in the ranking is over."""
        assert of.run is not None
        over = [state.value for state in CaseState if state.is_final]
        ended = [each["_id"] for each in await self.store.cases.find({"round": of.id, "state": {"$in": over}}, fields=["_id"])]
        found = {"round": of.id, "run": of.run.id, "case": {"$in": ended}}
        return bool(ended) and await self.store.ranked.find_one(found, fields=["_id"]) is not None

    def _ranking(self, version: ItemVersion) -> Ranking:
        if version.ranking is None:
            raise Invalid(errors=[FieldError("/item", f"「{version.name}」不按积分排名。")])
        return version.ranking

    async def _applications(self, of: Round, ranking: Ranking) -> tuple[list[Case], int]:
        """Those that wait in the ranking step, and how many are still with staff."""
        waiting: list[Case] = []
        unready = 0
        for document in await self.store.cases.find({"round": of.id}):
            case = Case.of(document)
            step = case.current_step
            if case.state is CaseState.ACCEPTED and step is not None and step.key == ranking.step:
                waiting.append(case)
            elif case.state in _WITH_STAFF or case.state is CaseState.ACCEPTED:
                unready += 1
        return waiting, unready

    @staticmethod
    def _require_once(of: Round, ranking: Ranking, waiting: list[Case]) -> None:
        """Raises `WrongState` that names the applications of which one only may be ranked."""
        if twice := twice_for_one((case for case in waiting if of.exclusion(case.id) is None), ranking):
            named = "；".join("、".join(case.number or case.id for case in group) for group in twice)
            raise WrongState(f"同一个人只能有一份申请参加排名，下面的申请填的是同一个人：{named}。请核实以后，把不符合条件的移出排名。")

    async def _rows(self, of: Round, version: ItemVersion, cases: list[Case]) -> list[RankedPlace]:
        ranking = self._ranking(version)
        contenders = [found for case in cases if (found := await self._contender(of, ranking, case)) is not None]
        standing = [each for each in contenders if of.exclusion(each.case) is None]
        rows = [_row(of, each, number) for number, each in enumerate(ranked(standing, ranking.ties, of.quota, of.places), start=1)]
        excluded = sorted((each for each in contenders if of.exclusion(each.case)), key=lambda each: (each.case_number, each.case))
        return rows + [_excluded(of, each, len(rows) + number) for number, each in enumerate(excluded, start=1)]

    async def _contender(self, of: Round, ranking: Ranking, case: Case) -> Contender | None:
        record = await self.records.ranked_by(case.person, of.closes_at)
        if record is None:
            return None
        wishes = [str(value) for key in ranking.wishes if (value := case.form.get(key))]
        return Contender(
            case=case.id,
            case_number=case.number or "",
            person=case.person,
            person_name=case.person_name,
            record=record.id,
            edition=record.edition,
            total=record.total,
            figures=record.figures,
            handed_in=case.submissions[0].at,
            wishes=tuple(dict.fromkeys(wishes)),
        )

    async def _tell(self, of: Round, row: RankedPlace) -> None:
        act = Act(actor=SystemActor(id="points"), at=self.clock.now(), channel="system")
        words = {"item": self.catalogue.item_name(of.item), "number": row.case_number, "case": row.case, "round": of.name}
        words |= {"total": str(row.total), "standing": standing_of(of, row), "until": deadline(of.published_until or act.at)}
        notice = NoticeOrder(to=row.person, template="round_published", data=words)
        event = event_of(act, "round.place_told", detail={"place": row.place}, notices=[notice])
        await self.store.ranked.change({"_id": row.id, "told_at": None}, {"$set": {"told_at": act.at}}, event)

    @staticmethod
    def _require(right: str, act: Act, subject: Round) -> None:
        if not may(right, act, subject):
            raise Forbidden()


def standing_of(of: Round, row: RankedPlace) -> str:
    """Where somebody stands, in words."""
    if row.outcome is PlaceOutcome.EXCLUDED:
        return "没有参加排名"
    if row.outcome is PlaceOutcome.GIVEN_UP and row.answer is not None:
        return f"排第{row.place}名，{row.answer.label}，{row.outcome.label}"
    return f"排第{row.place}名，{row.outcome.label}（名额{of.quota}个）"


def somebody(act: Act) -> Somebody:
    """Who acts, as a round keeps it."""
    return Somebody(id=act.actor.id, name=act.actor.name, department=getattr(act.actor, "department", None))


def quiet(act: Act) -> Act:
    """The same act without its idempotency key, for documents beside its own."""
    return replace(act, key=None, digest=None)


def _round_faults(body: RoundBody, version: ItemVersion, ranking: Ranking, now: datetime) -> list[FieldError]:
    faults: list[FieldError] = []
    if body.closes_at <= max(body.opens_at, now):
        faults.append(FieldError("/closes_at", "截止时间要在开始时间和现在以后。"))
    if body.opens_at > now + _FURTHEST:
        faults.append(FieldError("/opens_at", f"请在一年以内开始，最晚{full_day((now + _FURTHEST).date())}。"))
    if body.closes_at > body.opens_at + _FURTHEST:
        faults.append(FieldError("/closes_at", "一批最多受理一年，请把截止时间改早一些。"))
    options = wishes_of(version, ranking)
    if ranking.wishes and set(body.places) != set(options):
        faults.append(FieldError("/places", f"请写明每一个志愿的名额：{'、'.join(options.values())}。没有名额的写0。"))
    if not ranking.wishes and (body.places or body.quota < 1):
        faults.append(FieldError("/quota", "请写名额总数，不用写志愿名额。"))
    return faults


def _row(of: Round, each: Ranked, order: int) -> RankedPlace:
    found = {"place": each.place, "ties": list(each.ties), "outcome": each.outcome, "given": each.given, "wish": each.wish}
    found |= {"wishes": list(each.contender.wishes)}
    return RankedPlace(_id="", round=of.id, run="", item=of.item, order=order, **_of_contender(each.contender), **found)


def _excluded(of: Round, each: Contender, order: int) -> RankedPlace:
    found: Document = {"place": None, "ties": [], "outcome": PlaceOutcome.EXCLUDED}
    return RankedPlace(_id="", round=of.id, run="", item=of.item, order=order, **_of_contender(each), **found)


def _of_contender(each: Contender) -> Document:
    names = ("case", "case_number", "person", "person_name", "total", "edition", "record")
    return {name: getattr(each, name) for name in names}


def _digested(row: RankedPlace) -> tuple[object, ...]:
    return (row.order, row.place, row.case, row.record, row.total, row.ties, row.outcome.value, row.given, row.wish)
