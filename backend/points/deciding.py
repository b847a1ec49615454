"""From the ranking to decisions: what a single case must wait for, and everybody's decision, a batch an act.

Both acts go through the cases engine, one case after another, each by itself: whoever dies half-way, or meets a case a colleague
has in hand, begins again and goes on with what is left.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from backend.cases import Action, Cases
from backend.clock import Clock
from backend.errors import Forbidden, Invalid, Problem, StaleVersion, WrongState
from backend.idempotency import once
from backend.permissions import may
from backend.points.kin import Kinship
from backend.points.passing import as_it_stands
from backend.points.records import Records
from backend.points.rounds import Rounds, quiet, standing_of
from backend.points.sheets import Sheets
from backend.points.taking import Taking
from backend.points.wished import option_label, wish_faults
from backend.spoken import deadline
from backend.store import Store
from models.acts import Act, SystemActor
from models.cases import Case, CaseState, GrantBody, RefuseBody, StepBody
from models.catalogue import ItemVersion
from models.points import PlaceOutcome, RankedPlace, Round, RoundState
from models.points.bodies import VersionedBody

_BATCH = 100  # cases an act brings on
Work = Callable[[RankedPlace, Case], Awaitable[None]]
Wanted = Callable[[RankedPlace, Case], bool]
_OPEN = (CaseState.ACCEPTED, CaseState.CORRECTION_AFTER_ACCEPTANCE, CaseState.PAUSED)


@dataclass(frozen=True)
class Carried:
    """What an act on a whole round came to. `left`: applications it did not bring on, each with the reason."""

    round: Round
    done: int = 0
    left: list[str] = field(default_factory=list[str])
    others: list[str] = field(default_factory=list[str])  # who brought some on meanwhile, a name for each


@dataclass(frozen=True)
class Ahead:
    """What of an ended list is still to be done, and by which office."""

    to_pass_on: int = 0  # applications that lie with the ranking office
    undecided: int = 0
    ranks: bool = False  # whether it is for whoever looks
    decides: bool = False
    office: str = ""  # the department that decides


class Deciding:
    """Keeps single cases of a round waiting, and decides them together. It is the `Conditions` of the cases engine."""

    def __init__(
        self, store: Store, clock: Clock, cases: Cases, sheets: Sheets, records: Records, rounds: Rounds, taking: Taking, kinship: Kinship
    ) -> None:
        self.store = store
        self._clock = clock
        self._cases = cases
        self._sheets = sheets
        self._records = records
        self._rounds = rounds
        self._taking = taking
        self._kinship = kinship

    # what single cases wait for

    async def before_handing_in(self, act: Act, case: Case, version: ItemVersion) -> str | None:
        """An item that is ranked takes applications in its window only, of people whose points hold and suffice.

        Raises `Invalid` for a wish that stands twice, a date of birth that is not the number's, and a child that nothing shows to be
        the applicant's.
        """
        if version.ranking is None:
            return None
        if faults := wish_faults(case, version, version.ranking):
            raise Invalid(errors=faults)
        of = await self._rounds.taking_in(case.item, act.at)
        if of is None:
            raise WrongState(f"「{case.item_name}」现在不在申请时间内。每批的申请时间会提前公布，您填的内容已经保存，到时候再提交。")
        record = await self._records.holding(case.person, act.at.date())
        if record is None:
            raise WrongState("没有查到您在有效期内的积分确认书。请先办「积分制服务-积分核定确认」，办好以后再提交，不用另交材料。")
        if record.total < of.least:
            raise WrongState(f"您的积分是{record.total}分，这一批要{of.least}分以上才能申请。")
        if faults := await self._kinship.faults(case, version.ranking):
            raise Invalid(errors=faults)
        return of.id

    async def before_step(self, act: Act, case: Case, version: ItemVersion, action: Action) -> None:
        """A department's own lines are set before it agrees; a ranked case goes as the ranking says, and not before."""
        if case.bundle is not None and case.item == self._sheets.scheme.scheme.item and action is Action.GRANT:
            await self._sheets.require_verified(case)
        if version.ranking is None or case.current_step is None:
            return
        if action is Action.COMPLETE_STEP and case.current_step.key != version.ranking.step:
            return
        if (found := await self._rounds.place_of(case)) is not None:
            _require_turn(*found, action, act.at)

    # the round as a whole

    async def conclude(self, act: Act, round_id: str, body: VersionedBody) -> Carried:
        """Ends the public list once its days are over and every objection is answered. Where places are taken up and passed on that
        comes first, and it is taken again when nothing is on its way any more; then the cases go on to whoever decides.

        Taken again, it goes on with those it did not reach. Raises `Forbidden`, `WrongState`, `StaleVersion`.
        """
        of = await self._concluded(act, round_id, body)
        if of.state is RoundState.PASSING:
            return Carried(of)
        version = self._rounds.catalogue.version(of.item, of.opens_at.date())
        assert version.ranking is not None
        step = version.ranking.step

        async def pass_on(row: RankedPlace, case: Case) -> None:
            if case.current_step is not None and case.current_step.key == step:
                finding = f"{of.name}：{standing_of(of, as_it_stands(row, of.vacancies))}"
                await self._cases.complete_step(quiet(act), case.id, StepBody(version=case.version, step=step, finding=finding))

        return await self._each(of, pass_on, lambda _, case: case.current_step is not None and case.current_step.key == step, _BATCH)

    async def decide(self, act: Act, round_id: str, body: VersionedBody) -> Carried:
        """Grants those within, then refuses the others, each with place and reason, in the order of the ranking. A place that becomes
        free meanwhile goes to the next, so nobody beyond is refused before every place is somebody's for good.

        Taken again, it goes on with those it did not reach; after the last one the round is over. Raises as `conclude`.
        """
        of = await self._deciding(act, round_id, body)
        version = self._rounds.catalogue.version(of.item, of.opens_at.date())

        async def decided(row: RankedPlace, case: Case) -> None:
            row = as_it_stands(row, of.vacancies)
            reason = self._reason(of, row, version)
            if row.outcome.is_within:
                await self._cases.grant(quiet(act), case.id, GrantBody(version=case.version, reason=reason))
            else:
                body = RefuseBody(version=case.version, reason=reason, basis=f"《{of.announcement}》公布的条件、名额和排名办法")
                await self._cases.refuse(quiet(act), case.id, body)

        first = await self._each(of, decided, lambda row, case: case.state in _OPEN and not _waits(of, row), _BATCH)
        of, waiting = await self._settled_places(act, of)
        rest = Carried(of, left=[waiting] if waiting else [])
        if of.refusing_at is not None:
            rest = await self._each(of, decided, lambda _, case: case.state in _OPEN, _BATCH - first.done - len(first.left))
        left = [*first.left, *(each for each in rest.left if each not in first.left)]
        carried = Carried(of, first.done + rest.done, left, first.others + rest.others)
        return carried if await self._undecided(of) else await self._over(act, carried)

    async def tick(self) -> int:
        """Ends rounds whose last application was decided, or withdrawn, by itself. Periodic, safe to run twice at once. Returns how many."""
        ended = 0
        act = Act(actor=SystemActor(id="points"), at=self._clock.now(), channel="system")
        for document in await self.store.rounds.find({"live": True, "state": RoundState.CONCLUDED.value}):
            of = Round.of(document)
            with suppress(StaleVersion):  # somebody acts on it at this moment
                if not await self._undecided(of):
                    await self._over(act, Carried(of))
                    ended += 1
        return ended

    async def ahead(self, act: Act, of: Round) -> Ahead:
        """What remains of a round, which goes on a batch an act, and whether whoever looks takes the acts that do it."""
        version = self._rounds.catalogue.version(of.item, of.opens_at.date())
        assert version.ranking is not None
        decides = of.model_copy(update={"department": version.deciding_department})
        whose = (may("round.run", act, of), may("round.run", act, decides))
        if of.state is not RoundState.CONCLUDED:
            return Ahead(0, 0, *whose, version.deciding_department)
        undecided = {"round": of.id, "state": {"$in": [state.value for state in _OPEN]}}
        keys = [step.key for step in version.steps]
        before = keys[: keys.index(version.ranking.step)]
        lies = [
            {"$elemMatch": {"key": version.ranking.step, "done_at": None}},
            {"$not": {"$elemMatch": {"key": {"$in": before}, "done_at": None}}},
        ]
        ranked = {**undecided, "$and": [{"steps": each} for each in lies]}
        cases = self.store.cases
        return Ahead(await cases.count(ranked), await cases.count(undecided), *whose, version.deciding_department)

    # inside

    @once("rounds", Round)
    async def _concluded(self, act: Act, round_id: str, body: VersionedBody) -> Round:
        """The round whose list is over: of two who end it, or go on with it, on the same version one does."""
        of = await self._rounds.get(round_id)
        if not may("round.run", act, of):
            raise Forbidden()
        if of.state not in (RoundState.PASSING, RoundState.CONCLUDED):
            self._require_list_over(act, of)
        if of.seen != body.version:
            raise StaleVersion()
        if of.state is RoundState.PUBLISHED and (begun := await self._passing(act, of)) is not None:
            return begun
        if of.state is RoundState.PASSING:
            of = await self._settled(of)
        concluded = {"state": RoundState.CONCLUDED, "concluded_at": of.concluded_at or act.at}
        return await self._rounds.changed(act, of, concluded, "round.concluded")

    async def _passing(self, act: Act, of: Round) -> Round | None:
        """The round whose places are taken up and passed on now; None where nothing is asked of anybody."""
        rule = self._rounds.ranking_of(of).passing_on
        if rule is None:
            return None
        calendar = self._cases.calendar
        until = calendar.deadline(act.at, rule.within).at
        take_up = calendar.deadline(act.at, rule.take_up).at if rule.take_up else None
        waits = take_up is not None or await self._taking.has_freed(of)
        state = RoundState.PASSING if waits else RoundState.CONCLUDED
        changes = {"state": state, "passing_until": until, "take_up_until": take_up, "concluded_at": None if waits else act.at}
        moved = await self._rounds.changed(act, of, changes, "round.passing" if waits else "round.concluded")
        return await self._taking.pass_on(moved.id) if waits else moved

    async def _settled(self, of: Round) -> Round:
        """The round with nothing on its way. Raises `WrongState` while somebody may still answer."""
        of = await self._taking.pass_on(of.id) if of.passes_on else of
        if not await self._taking.is_settled(of):
            ends = [offer.until for each in of.vacancies if (offer := each.open_offer) is not None]
            ends += [of.take_up_until] if of.take_up_until else []
            said = f"，最晚到{deadline(max(ends))}" if ends else ""
            raise WrongState(f"还有入围或者递补的人没有答复{said}，答复以后或者到期以后才能继续。")
        return of

    @once("rounds", Round)
    async def _deciding(self, act: Act, round_id: str, body: VersionedBody) -> Round:
        """The round that is decided by the one of two who came first."""
        of = await self._rounds.get(round_id)
        version = self._rounds.catalogue.version(of.item, of.opens_at.date())
        if not may("round.run", act, of.model_copy(update={"department": version.deciding_department})):
            raise Forbidden()
        if of.state is not RoundState.CONCLUDED:
            raise WrongState(f"这一批现在是「{of.shown(act.at).label}」，公示结束以后才能作出决定。")
        if of.seen != body.version:
            raise StaleVersion()
        if of.deciding_at is not None:
            return await self._rounds.changed(act, of, {}, "round.deciding")
        of = await self._settled(of)
        rule = self._rounds.ranking_of(of).passing_on
        until = {"passing_until": self._cases.calendar.deadline(act.at, rule.within).at} if rule else {}
        return await self._rounds.changed(act, of, {"deciding_at": act.at, **until}, "round.deciding")

    async def _settled_places(self, act: Act, of: Round) -> tuple[Round, str]:
        """The round once every place is somebody's for good: from then on nothing is passed on, and those beyond are refused. Else as it
        is, and why those wait; nothing where only the batch was full.

        Whoever had a place has their decision before places that became free are counted: nobody can leave one unseen in between.
        """
        if of.refusing_at is not None:
            return of, ""
        if await self._undecided_within(of):
            return of, ""
        of = await self._taking.pass_on(of.id)
        if any(each.is_open for each in of.vacancies):
            ends = [offer.until for each in of.vacancies if (offer := each.open_offer) is not None]
            said = f"，最晚{deadline(max(ends))}前有答复" if ends else ""
            return of, f"未入围的先不作决定：有名额空出来，正在按名次递补{said}，之后请接着办。"
        if await self._undecided_within(of):
            return of, "刚刚有人接受了递补的名额，请接着作出决定。"
        return await self._rounds.changed(quiet(act), of, {"refusing_at": act.at}, "round.refusing"), ""

    async def _undecided_within(self, of: Round) -> bool:
        """Whether somebody who has a place, by the ranking or passed on, waits for the decision."""
        after = 0
        while rows := await self._rounds.rows(of, after, _BATCH):
            after = rows[-1].order
            cases = await self._cases_of([row for row in rows if as_it_stands(row, of.vacancies).outcome.is_within])
            if any(case.state in _OPEN for case in cases.values()):
                return True
        return False

    @staticmethod
    def _require_list_over(act: Act, of: Round) -> None:
        if of.state is not RoundState.PUBLISHED or of.published_until is None:
            raise WrongState(f"这一批现在是「{of.shown(act.at).label}」，还没有公示。")
        if of.published_until > act.at:
            raise WrongState(f"名单公示到{deadline(of.published_until)}，公示期满以后才能继续。")
        if waiting := [each for each in of.objections if each.answered_at is None]:
            raise WrongState(f"还有{len(waiting)}个异议没有答复，答复以后才能继续。")

    async def _over(self, act: Act, carried: Carried) -> Carried:
        changes = {"state": RoundState.DECIDED, "live": False}
        return replace(carried, round=await self._rounds.changed(quiet(act), carried.round, changes, "round.decided"))

    async def _each(self, of: Round, work: Work, wanted: Wanted, most: int) -> Carried:
        """Does `work` on the first cases that want it, in order; what a problem kept back is told and left."""
        done, left, others, after = 0, list[str](), list[str](), 0
        while done + len(left) < most and (rows := await self._rounds.rows(of, after, _BATCH)):
            after = rows[-1].order
            cases = await self._cases_of(rows)
            for row in rows:
                case = cases.get(row.case)
                if case is None or not wanted(row, case) or done + len(left) >= most:
                    continue
                try:
                    await work(row, case)
                    done += 1
                except Problem as problem:
                    now = (await self._cases_of([row])).get(row.case, case)
                    if wanted(row, now):
                        left.append(f"{case.number}：{problem.detail}")
                    else:
                        others.append(_who(now))
        return Carried(of, done, left, others)

    async def _cases_of(self, rows: list[RankedPlace]) -> dict[str, Case]:
        found = await self.store.cases.find({"_id": {"$in": [row.case for row in rows]}})
        return {case.id: case for case in map(Case.of, found)}

    async def _undecided(self, of: Round) -> bool:
        open_ones = {"round": of.id, "state": {"$in": [state.value for state in _OPEN]}}
        return await self.store.cases.find_one(open_ones, fields=["_id"]) is not None

    def _reason(self, of: Round, row: RankedPlace, version: ItemVersion) -> str:
        if row.outcome is PlaceOutcome.EXCLUDED:
            exclusion = of.exclusion(row.case)
            return exclusion.reason if exclusion else "不符合申请条件"
        count = of.run.count - len(of.exclusions) if of.run else 0
        stands = f"本批共{count}人参加排名，名额{of.quota}个，您的积分{row.total}分，排第{row.place}名"
        if row.outcome is PlaceOutcome.GIVEN_UP:
            return f"{stands}；{row.answer.label if row.answer else ''}，名额没有保留。"
        passed = "，由前面空出的名额递补" if row.outcome is PlaceOutcome.PASSED_ON else ""
        if row.given:
            return f"{stands}{passed}，派到第{row.wish}志愿「{option_label(version, row.given)}」。"
        if passed:
            return f"{stands}{passed}。"
        if row.outcome is PlaceOutcome.WITHIN:
            return f"{stands}，在名额以内。"
        return f"{stands}，{'填报的志愿都已经派满' if of.places else '在名额以外'}。"


def _require_turn(of: Round, row: RankedPlace | None, action: Action, at: datetime) -> None:
    """Raises `WrongState` where a case would go otherwise than the ranking says. One that came into no ranking is refused by hand."""
    if of.state not in (RoundState.CONCLUDED, RoundState.DECIDED):
        raise WrongState(f"这份申请要等「{of.name}」统一排名、公示以后再办，现在是「{of.shown(at).label}」。")
    within = row is not None and as_it_stands(row, of.vacancies).outcome.is_within
    if action is Action.GRANT and not within:
        raise WrongState("这份申请没有入围，不能批准。")
    if action is Action.REFUSE and row is not None and _waits(of, row):
        raise WrongState("这份申请没有入围，但是空出的名额可能递补给它。入围的都作出决定以后，再对它作出决定。")


def _who(case: Case) -> str:
    """Who brought a case on last."""
    return next((each.actor.get("name") or "" for each in reversed(case.events) if each.actor["kind"] == "staff"), "")


def _waits(of: Round, row: RankedPlace) -> bool:
    """Whether somebody without a place may still be given one that becomes free."""
    return of.passes_on and as_it_stands(row, of.vacancies).outcome is PlaceOutcome.BEYOND
