"""Gives cards: after each act on a subject, and when a rule of time begins to hold. Safe to run several times at once."""

from datetime import datetime, timedelta

import structlog

from backend.audit import event_of
from backend.clock import SHANGHAI
from backend.ids import new_id
from backend.outbox import OutboxRow
from backend.store import DuplicateKeyError
from backend.supervision.core import Core
from backend.supervision.rules import Earned, earned, next_moment
from models.acts import Act, SystemActor
from models.cases import Somebody
from models.catalogue import Span
from models.supervision import Card, Holder, Level, Subject

log = structlog.get_logger()
_BATCH = 200
_LATER = timedelta(minutes=10)  # before a subject that could not be looked at is tried again
_NOTHING_NEW = frozenset({"case.begun", "case.saved", "case.issued"})  # drafts, and what was decided in seconds


class Giving(Core):
    """The watch over subjects. A row of `supervised` says when to look at one next; one that is over has none."""

    async def tick(self) -> int:
        """Looks at whatever is due. Returns how many."""
        now = self.clock.now()
        rows = await self.store.supervised.find({"next_at": {"$lte": now}}, sort=[("next_at", 1)], limit=_BATCH)
        for row in rows:
            kind, _, id = row["_id"].partition("/")
            try:
                await self.look(kind, id)
            except Exception as error:  # one that cannot be read holds up no other
                log.warning("not_supervised", subject=row["_id"], error=type(error).__name__, exc_info=True)
                await self.store.supervised.change_many({"_id": row["_id"]}, {"$set": {"next_at": now + _LATER}})
        return len(rows)

    async def on_event(self, row: OutboxRow) -> None:
        """Consumes every event of subjects: somebody acted, so it is another's turn now, or a breach was made."""
        if row.action not in _NOTHING_NEW:
            await self.look(row.subject.partition("/")[0], row.subject_id)

    async def look(self, kind: str, id: str) -> list[Card]:
        """Gives what was earned, and notes when to look again. Returns the cards that were given now."""
        now = self.clock.now()
        subject = await self._subject(kind, id, now)
        if subject is None:
            await self.store.supervised.delete({"_id": f"{kind}/{id}"})
            return []
        new = await self._give_earned(subject, now)
        await self._schedule(subject, next_moment(subject, self.rules, self.office.days(), now))
        return new

    async def _give_earned(self, subject: Subject, now: datetime) -> list[Card]:
        """Level by level: a grave one may rest on lighter ones given a moment before."""
        new: list[Card] = []
        for _ in Level:
            given = await self._given(subject)
            found = earned(subject, self.rules, given, self.office.days().hours.minutes)
            if not found:
                break
            cards = [await self._give(subject, each, now) for each in found]
            new += [card for card in cards if card is not None]
        return new

    async def _given(self, subject: Subject) -> list[Card]:
        found = await self.store.cards.find({"kind": subject.kind, "subject": subject.id}, sort=[("_id", 1)])
        return [Card.of(each) for each in found]

    async def _give(self, subject: Subject, what: Earned, now: datetime) -> Card | None:
        """One card, with its number; None where another process gave it at this moment."""
        act = Act(SystemActor(id="supervision"), now, channel="system")
        card = await self._card(subject, what, now)
        detail = {"subject": f"{subject.kind}/{subject.id}", "level": card.level.value, "rule": card.rule, "department": card.department}
        try:
            await self.store.cards.insert(card, event_of(act, "card.given", detail=detail))
        except DuplicateKeyError:
            return None
        return card

    async def _card(self, subject: Subject, what: Earned, now: datetime) -> Card:
        level, budget = what.rule.level, what.budget
        span = Span(n=self.rules.appeal_days)
        return Card(
            _id=new_id("card"),
            number=await self._number(now),
            kind=subject.kind,
            subject=subject.id,
            subject_number=subject.number,
            title=subject.title,
            group=subject.group,
            step=what.step,
            step_name=what.step_name,
            scope=what.rule.scope,
            level=level,
            rule=what.rule.key,
            name=what.rule.name,
            department=what.holder.department,
            given_to=_somebody(what.holder),
            heads=await self.office.heads(what.holder.department),
            used=budget.used if budget else None,
            limit=budget.limit if budget else None,
            due=budget.due if budget else None,
            rests_on=list(what.rests_on),
            at=now,
            appeal_until=None if level is Level.REMINDER else self.office.days().deadline(now, span).at,
        )

    async def _number(self, now: datetime) -> str:
        """监察编号: region, day, and the day's running number. Gaps mean nothing."""
        day = f"{now.astimezone(SHANGHAI):%Y%m%d}"
        return f"D{self.office.region}{day}{await self.store.next_number(f'cards:{day}'):05d}"

    async def _schedule(self, subject: Subject, at: datetime | None) -> None:
        """Notes the next look, unless somebody noted one of a later version meanwhile."""
        id = f"{subject.kind}/{subject.id}"
        if subject.now_with is None:
            await self.store.supervised.delete({"_id": id, "version": {"$lte": subject.version}})
            return
        try:
            await self.store.supervised.put(
                {"_id": id, "version": {"$lte": subject.version}}, {"$set": {"version": subject.version, "next_at": at}}
            )
        except DuplicateKeyError:  # it is there, of a later version: the filter did not match, so the upsert ran into it
            return


def _somebody(holder: Holder) -> Somebody | None:
    return Somebody(id=holder.person, name=holder.name, department=holder.department) if holder.person else None
