"""Places after the public list: taken by those who have them, let go, and passed on to the next (递补). How: `backend.points.passing`.

Whose place it is stands in two kinds of document, each changed by compare-and-set: an answer in the row of the list, and in the round
every place that became free, with its offers. A row that lets go is marked first; its place enters the round in a later write that
finds it by the mark. So whoever dies between loses nothing, and of two places that become free at once each is passed on once.
"""

from contextlib import suppress
from datetime import datetime

from backend.audit import event_of
from backend.clock import Clock
from backend.errors import NotFound, StaleVersion, WrongState
from backend.idempotency import earlier
from backend.outbox import OutboxRow
from backend.points.passing import Passed, answered, held, turned, with_freed
from backend.points.rounds import Rounds, quiet, standing_of
from backend.points.wished import option_label
from backend.spoken import deadline
from backend.store import Document, Store
from models.acts import Act, SystemActor
from models.base import Event, NoticeOrder
from models.cases import CaseState, Completion
from models.catalogue import ItemVersion, PassingOn
from models.points import LETTING_GO, Offer, PlaceAnswer, PlaceOutcome, RankedPlace, Round, RoundState, Vacancy
from models.points.bodies import PlaceBody

_BATCH = 500
_ENDED = {
    PlaceAnswer.WITHDRAWN: {"state": {"$in": [CaseState.WITHDRAWN.value, CaseState.ABORTED.value]}},
    PlaceAnswer.REFUSED: {"decision.outcome": Completion.REFUSED.value},
}
_OPEN = [state.value for state in CaseState if state.is_under_way]
_TRIES = 5  # of an answer that meets another one


class Taking:
    """The engine of places after the list."""

    def __init__(self, store: Store, clock: Clock, rounds: Rounds) -> None:
        self.store = store
        self._clock = clock
        self._rounds = rounds

    # the applicant

    async def answer(self, act: Act, round_id: str, body: PlaceBody) -> tuple[Round, RankedPlace]:
        """The applicant takes the place they have or are offered, or does not. Raises `NotFound` for what is not theirs,
        `WrongState` where nothing is asked of them, or its time is over."""
        of, row = await self._own(act, round_id, body.case)
        if not await self._was_answered(act):
            if not of.passes_on:
                raise WrongState(f"这一批现在是「{of.shown(act.at).label}」，没有要您答复的名额。")
            if _offer_to(of, row) is not None:
                await self._answer_offer(act, of, row, body.take)
            else:
                await self._answer_place(act, of, row, PlaceAnswer.TAKEN if body.take else PlaceAnswer.DECLINED)
            await self.pass_on(round_id)
        return await self._own(act, round_id, body.case)

    async def _was_answered(self, act: Act) -> bool:
        """Whether this very request did its work before."""
        return await earlier(self.store, "rounds", act) is not None or await earlier(self.store, "ranked", act) is not None

    async def _own(self, act: Act, round_id: str, case_id: str) -> tuple[Round, RankedPlace]:
        of = await self._rounds.get(round_id)
        found = await self.store.ranked.find_one({"case": case_id, "run": of.run.id, "person": act.actor.id}) if of.run else None
        if found is None or of.published_at is None:
            raise NotFound("这一批里没有您的这份申请。")
        return of, RankedPlace.of(found)

    async def _answer_offer(self, act: Act, of: Round, row: RankedPlace, take: bool) -> None:
        """Writes the answer to an offer, again where somebody else's came between. Whoever moves up keeps what they have till then."""
        if take:
            await self._keep(act, of, row)
        for _ in range(_TRIES):
            offer = _offer_to(of, row)
            if offer is None or offer.until <= act.at:
                raise WrongState(f"答复的时间到{deadline(offer.until)}为止，已经过了。" if offer else "没有要您答复的名额。")
            detail = {"case": row.case, "take": take}
            vacancies = answered(of.vacancies, row, take, act.at)
            with suppress(StaleVersion):
                return await self._set(of, vacancies, act, event_of(act, "round.offer_answered", detail=detail))
            of = await self._rounds.get(of.id)
        raise StaleVersion()

    async def _keep(self, act: Act, of: Round, row: RankedPlace) -> None:
        """Who takes a better place need not say that they take the one they have."""
        if of.take_up_until is None or row.outcome is not PlaceOutcome.WITHIN or row.answer is not None:
            return
        if of.take_up_until <= act.at:
            raise WrongState(f"答复的时间到{deadline(of.take_up_until)}为止，已经过了。")
        event = event_of(quiet(act), "round.place_answered", detail={"case": row.case, "answer": PlaceAnswer.TAKEN.value})
        changes = {"answer": PlaceAnswer.TAKEN.value, "answered_at": act.at}
        await self.store.ranked.change({"_id": row.id, "answer": None}, {"$set": changes}, event)

    async def _answer_place(self, act: Act, of: Round, row: RankedPlace, answer: PlaceAnswer) -> None:
        """Writes that somebody takes the place they have, or gives it up; who wants none once decisions are made withdraws."""
        if of.deciding_at is not None:
            raise WrongState("这一批正在作出决定。不要名额的，请撤回申请。")
        if held(row, of.vacancies) is None or row.answer not in (None, PlaceAnswer.TAKEN) or row.answer is answer:
            raise WrongState("现在没有要您答复的名额。")
        asked = of.take_up_until is not None and row.outcome is PlaceOutcome.WITHIN and row.answer is None
        if answer is PlaceAnswer.TAKEN and not asked:
            raise WrongState("您的名额不用另外确认。")
        if asked and of.take_up_until is not None and of.take_up_until <= act.at:
            raise WrongState(f"答复的时间到{deadline(of.take_up_until)}为止，已经过了。")
        event = event_of(act, "round.place_answered", detail={"case": row.case, "answer": answer.value})
        where = {"_id": row.id, "answer": row.answer.value if row.answer else None}
        if await self.store.ranked.change(where, {"$set": {"answer": answer.value, "answered_at": act.at}}, event) is None:
            raise StaleVersion()

    # what follows

    async def on_passing(self, row: OutboxRow) -> None:
        """Consumes `round.passing`: asks everybody within whether they take their place. Safe to run twice."""
        of = await self._rounds.get(row.subject_id)
        after = 0
        while of.take_up_until and (rows := await self._rounds.rows(of, after, _BATCH, asked_at=None, outcome=PlaceOutcome.WITHIN.value)):
            for each in rows:
                await self._mark(of, each, {"asked_at": self._clock.now()}, "round.place_asked", "place_to_take", of.take_up_until)
            after = rows[-1].order

    async def tick(self) -> int:
        """Brings every round that passes places on to where it is now. Periodic, safe to run twice at once. Returns how many."""
        where = {"live": True, "state": {"$in": [RoundState.PASSING.value, RoundState.CONCLUDED.value]}}
        found = [Round.of(each) for each in await self.store.rounds.find(where)]
        passing = [each for each in found if each.passes_on]
        for each in passing:
            await self.pass_on(each.id)
        return len(passing)

    async def pass_on(self, round_id: str) -> Round:
        """Marks those who let go, frees their places and offers what is free to the next, until nothing moves."""
        for _ in range(_TRIES):
            of = await self._rounds.get(round_id)
            if not of.passes_on:
                return of
            await self._mark_ended(of)
            await self._mark_silent(of)
            with suppress(StaleVersion):  # somebody answered at this moment: from the beginning
                if not await self._turn(of):
                    return await self._rounds.get(round_id)
        return await self._rounds.get(round_id)

    async def is_settled(self, of: Round) -> bool:
        """Whether everybody who was asked has answered, and no place is on its way."""
        if any(each.is_open for each in of.vacancies):
            return False
        if of.take_up_until is None or of.run is None:
            return True
        unanswered = {"round": of.id, "run": of.run.id, "outcome": PlaceOutcome.WITHIN.value, "answer": None}
        return await self.store.ranked.find_one(unanswered, fields=["_id"]) is None

    async def has_freed(self, of: Round) -> bool:
        """Whether somebody in the list has let a place go."""
        await self._mark_ended(of)
        return any(row.outcome is PlaceOutcome.WITHIN for row in await self._gone(of))

    async def _turn(self, of: Round) -> bool:
        """One write of the round; False where nothing moves. Raises `StaleVersion`."""
        act, version = self._act(), self._version(of)
        freed = with_freed(of.vacancies, await self._gone(of), act.at)
        if not any(each.is_open for each in freed):
            return freed != of.vacancies and await self._moved(act, of, Passed(freed), version)
        rows = await self._undecided(of)
        passed = turned(freed, rows, act.at, lambda: self._until(of, act, _rule(version)))
        return passed.vacancies != of.vacancies and await self._moved(act, of, passed, version)

    async def _moved(self, act: Act, of: Round, passed: Passed, version: ItemVersion) -> bool:
        notices = [await self._told(of, each, "place_offered", version) for each in passed.offered]
        notices += [await self._told(of, each, "place_passed_on", version) for each in passed.silent]
        detail = {"item": of.item, "offered": len(passed.offered), "silent": len(passed.silent)}
        await self._set(of, passed.vacancies, act, event_of(act, "round.passed_on", detail=detail, notices=notices))
        return True

    def _until(self, of: Round, act: Act, rule: PassingOn) -> datetime | None:
        end = self._rounds.cases.calendar.deadline(act.at, rule.answer).at
        return end if of.passing_until is not None and end <= of.passing_until else None

    async def _mark_ended(self, of: Round) -> None:
        """Whoever withdrew, whose application was ended, or who had a place and was refused all the same, lets go."""
        if of.run is None:
            return
        for answer, is_ended in _ENDED.items():
            ended = [each["_id"] for each in await self.store.cases.find({"round": of.id, **is_ended}, fields=["_id"])]
            kept = {"round": of.id, "run": of.run.id, "case": {"$in": ended}, "answer": {"$nin": [each.value for each in LETTING_GO]}}
            for document in await self.store.ranked.find(kept) if ended else []:
                row = RankedPlace.of(document)
                if answer is not PlaceAnswer.REFUSED or held(row, of.vacancies) is not None:
                    await self._mark_let_go(row, answer)

    async def _mark_let_go(self, row: RankedPlace, answer: PlaceAnswer) -> None:
        event = event_of(self._act(), "round.place_let_go", detail={"case": row.case, "answer": answer.value})
        changes = {"answer": answer.value, "answered_at": event.at}
        await self.store.ranked.change({"_id": row.id, "version": row.version}, {"$set": changes}, event)

    async def _mark_silent(self, of: Round) -> None:
        """Whoever did not say in time that they take their place lets it go."""
        now = self._clock.now()
        if of.take_up_until is None or now < of.take_up_until:
            return
        while rows := await self._rounds.rows(of, 0, _BATCH, outcome=PlaceOutcome.WITHIN.value, answer=None):
            for each in rows:
                changes = {"answer": PlaceAnswer.SILENT, "answered_at": now}
                await self._mark(of, each, changes, "round.place_let_go", "place_passed_on", of.take_up_until)

    async def _mark(self, of: Round, row: RankedPlace, changes: Document, action: str, template: str, until: datetime) -> None:
        """Marks a row that has no answer, and tells whose it is."""
        words = {"item": self._rounds.catalogue.item_name(of.item), "number": row.case_number, "case": row.case, "round": of.name}
        words |= {"standing": standing_of(of, row), "until": deadline(until)}
        notice = NoticeOrder(to=row.person, template=template, data=words)
        event = event_of(self._act(), action, detail={"case": row.case}, notices=[notice])
        await self.store.ranked.change({"_id": row.id, "answer": None, "version": row.version}, {"$set": changes}, event)

    async def _told(self, of: Round, offered: tuple[Vacancy, Offer], template: str, version: ItemVersion) -> NoticeOrder:
        vacancy, offer = offered
        row = RankedPlace.of(await self.store.ranked.find_one({"case": offer.case, "run": of.run.id if of.run else ""}) or {})
        given = f"「{option_label(version, vacancy.option)}」" if vacancy.option else ""
        words = {"item": self._rounds.catalogue.item_name(of.item), "number": row.case_number, "case": row.case, "round": of.name}
        return NoticeOrder(to=row.person, template=template, data=words | {"given": given, "until": deadline(offer.until)})

    async def _gone(self, of: Round) -> list[RankedPlace]:
        return await self._rounds.rows(of, 0, 0, answer={"$in": [each.value for each in LETTING_GO]})

    async def _undecided(self, of: Round) -> list[RankedPlace]:
        """The rows of the list that something may still come to: whoever has their decision gets no other place."""
        found = await self.store.cases.find({"round": of.id, "state": {"$in": _OPEN}, "decision": None}, fields=["_id"])
        open_ones = {each["_id"] for each in found}
        return [row for row in await self._rounds.rows(of, 0, 0) if row.case in open_ones]

    async def _set(self, of: Round, vacancies: list[Vacancy], act: Act, event: Event) -> None:
        changes = {"vacancies": [each.model_dump() for each in vacancies], "updated_at": act.at}
        where = {"_id": of.id, "version": of.version, "state": of.state.value, "refusing_at": None}
        if await self.store.rounds.change(where, {"$set": changes}, event) is None:
            raise StaleVersion()

    def _version(self, of: Round) -> ItemVersion:
        return self._rounds.catalogue.version(of.item, of.opens_at.date())

    def _act(self) -> Act:
        return Act(actor=SystemActor(id="points"), at=self._clock.now(), channel="system")


def _rule(version: ItemVersion) -> PassingOn:
    assert version.ranking is not None
    assert version.ranking.passing_on is not None  # the round would not pass places on
    return version.ranking.passing_on


def _offer_to(of: Round, row: RankedPlace) -> Offer | None:
    """The offer that waits for an answer of that application."""
    return next((offer for each in of.vacancies if (offer := each.open_offer) is not None and offer.case == row.case), None)
