"""Re-checks of what town counters took in: the queue of who does them, the list and figures of supervision."""

from collections.abc import Awaitable, Callable
from typing import Any

from backend.cases import Cases, recheck_stats, recheck_view
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.base import Page
from models.common_views import NamedView
from models.rechecks import FindBody, Recheck, RecheckerBody, RechecksQuery, RecheckStatsQuery, RecheckStatsView, RecheckView

_DOES = staff(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
_LOOKS = staff(*_DOES.roles, Role.SUPERVISOR, Role.AUDITOR)
Act = Callable[[Cases], Callable[..., Awaitable[Recheck]]]


class RecheckBase(BaseHandler):
    """What every verb on one re-check answers."""

    def view(self, recheck: Recheck) -> RecheckView:
        """A re-check as this member of staff sees it now."""
        return recheck_view(self.act, recheck, self.engines.catalogue.vocabulary.town)


class RechecksHandler(RecheckBase):
    """Of the viewer's department; for supervision all of the district."""

    @endpoint(access=_LOOKS, query=RechecksQuery, reply={200: Page[RecheckView]}, summary="镇街收件的抽检复核")
    async def get(self, query: RechecksQuery) -> Page[RecheckView]:
        found, after = await self.engines.cases.rechecks(self.act, query)
        return Page[RecheckView](items=[self.view(each) for each in found], next=after)


class RecheckStatsHandler(BaseHandler):
    """A month by town, with the draw it rests on."""

    @endpoint(
        access=staff(Role.SUPERVISOR, Role.AUDITOR, Role.CHIEF_REPRESENTATIVE),
        query=RecheckStatsQuery,
        reply={200: RecheckStatsView},
        summary="抽检复核统计：一个月（不写是最近抽过的），按镇街",
    )
    async def get(self, query: RecheckStatsQuery) -> RecheckStatsView:
        month = query.month or await self.engines.cases.last_drawn_month(self.act)
        draw, found = await self.engines.cases.rechecks_of_month(self.act, month)
        return recheck_stats(month, draw, found, self.engines.catalogue.vocabulary.town)


class RecheckersHandler(BaseHandler):
    """Whom the head may give a re-check to."""

    @endpoint(access=staff(Role.CHIEF_REPRESENTATIVE), reply={200: Page[NamedView]}, summary="可以指定的抽检人员")
    async def get(self, recheck_id: str) -> Page[NamedView]:
        found = await self.engines.cases.recheckers(self.act, recheck_id)
        return Page[NamedView](items=[NamedView(id=each.id, name=each.name) for each in found])


def _act(act: Act, body_model: type[Any], summary: str) -> type[RecheckBase]:
    """A handler whose POST is one act on a re-check."""

    class ActHandler(RecheckBase):
        @endpoint(access=_DOES, body=body_model, reply={200: RecheckView}, summary=summary)
        async def post(self, recheck_id: str, body: Any) -> RecheckView:
            return self.view(await act(self.engines.cases)(self.act, recheck_id, body))

    return ActHandler


_RECHECK = r"/api/v1/staff/rechecks/([A-Za-z0-9_\-]{1,80})"
ROUTES = [
    (r"/api/v1/staff/rechecks", RechecksHandler),
    (r"/api/v1/staff/stats/rechecks", RecheckStatsHandler),
    (rf"{_RECHECK}/recheckers", RecheckersHandler),
    (rf"{_RECHECK}/record", _act(lambda cases: cases.record_recheck, FindBody, "登记抽检结果")),
    (rf"{_RECHECK}/assign", _act(lambda cases: cases.assign_recheck, RecheckerBody, "指定抽检人员")),
]
