"""Lists of cases: a citizen's own, and the queues of staff. Every queue is one index."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from backend.cases.core import Core
from backend.cases.debt_lists import cursor_after, owing
from backend.cases.head_desk import KINDS, MOST, Kind, head_row
from backend.cases.open_clocks import clock_row, due_of, holder_of, running
from backend.cases.preparing import prepared_for
from backend.cases.queues import LINES, LONGEST_FIRST, cursor_at, cursor_of, line, listed_for, merged
from backend.errors import Forbidden
from backend.scribe_rights import open_to_scribes
from backend.store import Document
from backend.store.indexes import SOME_DAY
from backend.store.pages import page
from models.acts import Act, Power, Role, ScribeActor, StaffActor
from models.authorisations import Authorisation, AuthorisationLevel, AuthorisationState
from models.booking import Place
from models.cases import Case, CasesQuery, CaseState, ClocksQuery, DebtsQuery, Queue, QueueQuery
from models.catalogue import StepLevel
from models.counter import PreparedView
from models.desk_views import ClockRow, HeadDeskView, HeadGroup

_UNSHOWN = ("form", "sources", "looked_up", "snapshots", "replies", "open_need", "same_object", "events", "keys", "unrelayed")
"""What no list shows: answers, which would have to be decrypted for each row, and what happened."""


class Listing(Core):
    """Reads of more than one case. Lists carry no answers of forms."""

    async def mine(self, act: Act, query: CasesQuery) -> tuple[list[Case], str | None]:
        """The cases of the person whose matter it is, newest first, and where the next page begins.

        An agent gets those of granted items; without the power to see, those filed under the same grant. A scribe gets those the
        applicant has to go on with, and those they wrote down themselves.
        """
        where: Document = {"person": act.person, "bundle": None}  # a bundle is one case to its applicant
        if query.state:
            where["state"] = query.state.value
        if query.item:
            where["item"] = query.item
        if act.acting is not None:
            where["$and"] = [_within(act)]
        if isinstance(act.actor, ScribeActor):
            where["$and"] = [open_to_scribes(act.actor)]
        found, after = await page(self.store.cases, Case, where, query.cursor, query.limit, without=_UNSHOWN)
        return [self.timed(each) for each in found], after

    async def queue(self, act: Act, query: QueueQuery) -> tuple[list[Case], str | None]:
        """The cases that wait at the viewer's desk, those waiting longest first. Raises `Forbidden` without a desk."""
        actor = act.actor
        if not isinstance(actor, StaffActor):
            raise Forbidden()
        out = [actor.id, *(each.id for each in actor.stands_for if not each.roles.isdisjoint(actor.lent))]
        item: Document = {"recused.id": {"$nin": out}} | ({"item": query.item} if query.item else {})
        if query.queue in LINES and query.queue is not Queue.RESULTS:  # who wrote it down takes papers in, and looks at nothing
            item["$and"] = [{"$nor": [{"scribes.id": actor.id, "state": {"$ne": CaseState.PRE_APPROVED.value}}]}]
        if query.queue not in LINES:
            return await self._newest([where | item for where in listed_for(actor, query.queue, query.state)], query)
        lines = [where | item for where in line(actor, query.queue, query.state, query.cursor)]
        reads = (self.store.cases.find(where, sort=LONGEST_FIRST, limit=query.limit + 1, without=_UNSHOWN) for where in lines)
        documents = merged(await asyncio.gather(*reads), query.limit + 1)
        found = [self.timed(Case.of(each)) for each in documents[: query.limit]]
        return found, cursor_of(found[-1]) if len(documents) > query.limit else None

    async def clocks(self, act: Act, query: ClocksQuery, villages: str) -> tuple[list[ClockRow], str | None]:
        """Clocks that run, who is next to be late first, and where the next page begins. `villages`: see `holder_of`. Raises as `running`."""
        halves, order = running(act, query, villages, self.catalogue.vocabulary.region_of(query.department))
        most = query.limit + 1
        parts = [await self.store.cases.find(where, sort=order, limit=most, without=_UNSHOWN) for where in halves]
        documents = [each for part in parts for each in part][:most]
        found = [Case.of(each) for each in documents[: query.limit]]
        name = self.catalogue.vocabulary.department
        rows = [clock_row(each, query.kind, act.at, self.calendar, name(holder_of(each, query.kind, villages))) for each in found]
        if len(documents) <= query.limit:
            return rows, None
        return rows, cursor_at(found[-1].id, due_of(found[-1], query.kind) or found[-1].created_at, first=False)

    async def head_desk(self, act: Act) -> HeadDeskView:
        """Everything of cases that waits for the head of the viewer's department, kind by kind. Raises `Forbidden` without one."""
        actor = act.actor
        if not isinstance(actor, StaffActor) or actor.department is None or actor.town is not None:
            raise Forbidden()
        groups = await asyncio.gather(*(self._of_kind(act, kind, actor.department) for kind in KINDS))
        return HeadDeskView(groups=[each for each in groups if each.items])

    async def _of_kind(self, act: Act, kind: Kind, department: str) -> HeadGroup:
        where = kind.where(department) | {"recused.id": {"$ne": act.actor.id}}
        documents = await self.store.cases.find(where, sort=kind.sort, limit=MOST + 1, without=_UNSHOWN)
        cases = [case for each in documents[:MOST] if kind.counts(case := Case.of(each))]
        items = [head_row(each, kind, act.at) for each in cases]
        return HeadGroup(key=kind.key, label=kind.label, items=items, more=len(documents) > MOST)

    async def debts(self, act: Act, query: DebtsQuery) -> tuple[list[Case], str | None]:
        """The cases that owe the viewer's desk a material that was promised later, what waits for the office first, then by the day it
        is due; and where the next page begins. Raises as `owing`."""
        most = query.limit + 1
        halves = owing(act, query.cursor)
        parts = [await self.store.cases.find(where, sort=order, limit=most, without=_UNSHOWN) for where, order in halves]
        documents = [each for part in parts for each in part][:most]
        found = [Case.of(each) for each in documents[: query.limit]]
        return found, cursor_after(found[-1]) if len(documents) > query.limit else None

    async def _newest(self, wanted: list[Document], query: QueueQuery) -> tuple[list[Case], str | None]:
        """A page of what matches any of the filters, newest first."""
        reads = (page(self.store.cases, Case, where, query.cursor, query.limit, without=_UNSHOWN) for where in wanted)
        pages = await asyncio.gather(*reads)
        found = {case.id: case for cases, _ in pages for case in cases}
        first = sorted(found.values(), key=lambda case: case.id, reverse=True)[: query.limit]
        more = len(found) > query.limit or any(cursor for _, cursor in pages)
        return [self.timed(each) for each in first], first[-1].id if more else None

    async def awaiting_letter(self, act: Act, letters: Sequence[Authorisation]) -> Mapping[str, Mapping[str, int]]:
        """By letter and item: how many cases wait for the chief representative of its department that nobody but its holder, on that
        letter, may decide now. Of a letter that has ended, those nobody may decide at all."""
        deciding = [each for each in letters if each.level is AuthorisationLevel.DECIDE and each.state is not AuthorisationState.PROPOSED]
        covered = [each for each in await self.authorisations.published(act.at) if each.level is AuthorisationLevel.DECIDE]
        waiting = await self._at_heads(sorted({each.department for each in deciding}))
        found: dict[str, Mapping[str, int]] = {}
        for letter in deciding:
            others = {item for each in covered if each.id != letter.id and each.department == letter.department for item in each.items}
            alone = [item for item in letter.items if item not in others and (letter.department, item) in waiting]
            found[letter.id] = {item: waiting[letter.department, item] for item in alone}
        return found

    async def _at_heads(self, departments: list[str]) -> dict[tuple[str, str], int]:
        """How many cases wait at a step of the chief representative of these departments, by department and item."""
        where: Document = {"desk.department": {"$in": departments}, "desk.level": StepLevel.DISTRICT.value}
        where |= {"desk.role": Role.CHIEF_REPRESENTATIVE.value, "state": CaseState.ACCEPTED.value, "queued_at": SOME_DAY}
        by = {"department": "$desk.department", "item": "$item"}
        rows = await self.store.cases.aggregate([{"$match": where}, {"$group": {"_id": by, "cases": {"$sum": 1}}}]) if departments else []
        return {(row["_id"]["department"], row["_id"]["item"]): row["cases"] for row in rows}

    async def prepared_for(self, places: Sequence[Place]) -> Mapping[str, PreparedView]:
        """How the papers of visits stand, by their ids, see `preparing`."""
        return await prepared_for(self.store, places)

    async def case_may_be_booked(self, act: Act, case_id: str, item: str) -> bool:
        """Whether a visit may be booked for this case: it is the person's, of that item, unfrozen, and waits for them to come."""
        document = await self.store.cases.get(case_id)
        case = Case.of(document) if document else None
        if case is None or case.person != act.person or case.item != item or case.hold is not None:
            return False
        visits = self.version_of(case).visits
        comes = case.state in (CaseState.RECEIVED, CaseState.ACCEPTED) and visits.count > 0 and not visits.before_acceptance
        return case.may_book or comes


def _within(act: Act) -> Document:
    """What an agent may see of the principal's cases."""
    acting = act.acting
    assert acting is not None
    where: dict[str, Any] = {"item": {"$in": sorted(acting.items)}} if acting.items else {}
    return where if Power.SEE in acting.powers else {**where, "grant": acting.grant}
