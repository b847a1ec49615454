"""AB角: who stands in for whom, named by whoever answers for the post; days away and the return, by its holder, too."""

from collections.abc import Awaitable, Callable
from typing import Any

from backend.people import StandIns
from handlers.access import Access, endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.authorisations import AbsenceView
from models.standins import (
    EndStandInBody,
    LeaveBody,
    PostsView,
    StandIn,
    StandInBody,
    StandInsQuery,
    StandInsView,
    StandInVersionBody,
    StandInView,
)

_NAMES = staff(Role.CHIEF_REPRESENTATIVE, Role.HALL_MANAGER, Role.SYSTEM_ADMIN)
_EVERYBODY = staff()
_ALSO_AWAY = staff(setting_up=True)  # who is away does nothing else before they say that they are back
_ID = r"([A-Za-z0-9_\-]{1,80})"
Act = Callable[[StandIns], Callable[..., Awaitable[StandIn]]]


class StandInBase(BaseHandler):
    """What every verb answers."""

    def view(self, each: StandIn) -> StandInView:
        """A post as the viewer sees it now."""
        kept = {"id", "roles", "department", "hall", "town", "created_at", "live", "ended_at", "ended_for", "version"}
        return StandInView(
            **each.model_dump(include=kept),
            holder_id=each.holder.id,
            holder=each.holder.name,
            deputy_id=each.deputy.id,
            deputy=each.deputy.name,
            named_by=each.named_by.name,
            away_until=absence.end if (absence := each.absence_at(self.act.at)) else None,
            away_from=min((one.start for one in each.coming(self.act.at)), default=None),
            absences=[AbsenceView(**{**one.model_dump(), "recorded_by": one.recorded_by.name}) for one in each.absences],
            actions=self.engines.stand_ins.actions(self.act, each),
        )


class StandInsHandler(StandInBase):
    """All of the viewer's office, or what names them; and a new one."""

    @endpoint(access=_ALSO_AWAY, query=StandInsQuery, reply={200: StandInsView}, summary="AB角：谁不在时由谁代办")
    async def get(self, query: StandInsQuery) -> StandInsView:
        found, after = await self.engines.stand_ins.listed(self.act, query)
        return StandInsView(items=[self.view(each) for each in found], next=after)

    @endpoint(access=_NAMES, body=StandInBody, reply={201: StandInView}, summary="指定B角")
    async def post(self, body: StandInBody) -> StandInView:
        return self.view(await self.engines.stand_ins.name(self.act, body))


class PostsHandler(BaseHandler):
    """Whom the viewer may name stand-ins of, and who fits."""

    @endpoint(access=_NAMES, reply={200: PostsView}, summary="可以指定AB角的同事")
    async def get(self) -> PostsView:
        return PostsView(items=await self.engines.stand_ins.posts(self.act))


def _act(act: Act, body_model: type[Any], summary: str, access: Access) -> type[StandInBase]:
    """A handler whose POST is one act on a post."""

    class ActHandler(StandInBase):
        @endpoint(access=access, body=body_model, reply={200: StandInView}, summary=summary)
        async def post(self, stand_in_id: str, body: Any) -> StandInView:
            return self.view(await act(self.engines.stand_ins)(self.act, stand_in_id, body))

    return ActHandler


_ONE = rf"/api/v1/staff/stand-ins/{_ID}"
ROUTES = [
    (r"/api/v1/staff/stand-ins", StandInsHandler),
    (r"/api/v1/staff/posts", PostsHandler),
    (rf"{_ONE}/end", _act(lambda engine: engine.end, EndStandInBody, "结束AB角", _NAMES)),
    (rf"{_ONE}/leave", _act(lambda engine: engine.leave, LeaveBody, "登记不在岗，由B角代办", _EVERYBODY)),
    (rf"{_ONE}/return", _act(lambda engine: engine.come_back, StandInVersionBody, "登记返岗，或取消还没开始的不在岗", _ALSO_AWAY)),
]
