"""Points: one's own, confirmed and objected to; the windows and lists everybody may see."""

from backend.limits import Limit
from backend.points import own_place_view, public_ranking_view, record_view, round_view, sheet_view
from handlers.access import PUBLIC, citizen, endpoint
from handlers.base import BaseHandler
from models.base import Page
from models.points import Round, Sheet
from models.points.bodies import PlaceBody, RankingQuery, RoundObjectionBody, RoundsQuery, SheetObjectionBody, VersionedBody
from models.points.views import OwnPlaceView, OwnPointsView, PublicRankingView, RoundView, SheetView

SHEET = r"(sheet_[A-Za-z0-9_]{1,80})"
ROUND = r"(round_[A-Za-z0-9]{1,40})"
_LOOKS = Limit("points", 60, 60)


class PointsHandlerBase(BaseHandler):
    """What answers about points share."""

    def sheet(self, sheet: Sheet) -> SheetView:
        """A sheet as it is answered."""
        return sheet_view(sheet, self.engines.points.scheme, self.engines.catalogue)

    def round(self, of: Round) -> RoundView:
        """A round as everybody may see it."""
        return round_view(of, self.engines.catalogue, self.engines.cases.calendar, self.act.at)


class OwnPointsHandler(PointsHandlerBase):
    """Everything about one's own points."""

    @endpoint(access=citizen(level=1), reply={200: OwnPointsView}, summary="我的积分：核定表、确认书和名次")
    async def get(self) -> OwnPointsView:
        engines = self.engines
        return OwnPointsView(
            sheets=[self.sheet(each) for each in await engines.points.own(self.act)],
            records=[record_view(each) for each in await engines.points_records.own(self.act)],
            places=[own_place_view(of, row, engines.catalogue, self.act.at) for of, row in await engines.rounds.own_places(self.act)],
        )


class ConfirmHandler(PointsHandlerBase):
    """The applicant agrees with their points."""

    @endpoint(access=citizen(level=2), body=VersionedBody, reply={200: SheetView}, summary="确认积分，出具积分确认书")
    async def post(self, sheet_id: str, body: VersionedBody) -> SheetView:
        return self.sheet(await self.engines.points.confirm(self.act, sheet_id, body))


class SheetObjectionHandler(PointsHandlerBase):
    """The applicant does not agree."""

    @endpoint(access=citizen(level=2), body=SheetObjectionBody, reply={200: SheetView}, summary="对积分提出异议")
    async def post(self, sheet_id: str, body: SheetObjectionBody) -> SheetView:
        return self.sheet(await self.engines.points.object(self.act, sheet_id, body))


class RoundsHandler(PointsHandlerBase):
    """When one can apply, and how many places there are."""

    @endpoint(access=PUBLIC, query=RoundsQuery, reply={200: Page[RoundView]}, limit=_LOOKS, summary="积分入户、入学的申请批次")
    async def get(self, query: RoundsQuery) -> Page[RoundView]:
        found, after = await self.engines.rounds.listed(query)
        return Page[RoundView](items=[self.round(each) for each in found], next=after)


class PublicRankingHandler(PointsHandlerBase):
    """A list while it is public: empty before and after."""

    @endpoint(access=PUBLIC, query=RankingQuery, reply={200: PublicRankingView}, limit=_LOOKS, summary="正在公示的排名（已隐名）")
    async def get(self, round_id: str, query: RankingQuery) -> PublicRankingView:
        self.set_header("Cache-Control", "no-store")
        of = await self.engines.rounds.get(round_id)
        shown = of.is_public(self.act.at)
        rows = await self.engines.rounds.rows(of, query.after, query.limit, place={"$gt": 0}) if shown else []
        numbers = await self.engines.rounds.numbers_of(of) if shown else {}
        engines = self.engines
        return public_ranking_view(of, rows, query.limit, engines.catalogue, engines.cases.calendar, self.act.at, numbers)


class PlaceHandler(PointsHandlerBase):
    """Somebody in the list takes the place they have, or are offered, or gives it up."""

    @endpoint(access=citizen(level=2), body=PlaceBody, reply={200: OwnPlaceView}, summary="接受或放弃排名给的、递补的名额")
    async def post(self, round_id: str, body: PlaceBody) -> OwnPlaceView:
        of, row = await self.engines.round_places.answer(self.act, round_id, body)
        return own_place_view(of, row, self.engines.catalogue, self.act.at)


class RoundObjectionHandler(PointsHandlerBase):
    """Somebody in the list objects to it."""

    @endpoint(access=citizen(level=2), body=RoundObjectionBody, reply={200: RoundView}, summary="对公示的排名提出异议")
    async def post(self, round_id: str, body: RoundObjectionBody) -> RoundView:
        return self.round(await self.engines.round_objections.object(self.act, round_id, body))


ROUTES = [
    (r"/api/v1/points", OwnPointsHandler),
    (rf"/api/v1/points/sheets/{SHEET}/confirm", ConfirmHandler),
    (rf"/api/v1/points/sheets/{SHEET}/objections", SheetObjectionHandler),
    (r"/api/v1/points/rounds", RoundsHandler),
    (rf"/api/v1/points/rounds/{ROUND}/ranking", PublicRankingHandler),
    (rf"/api/v1/points/rounds/{ROUND}/place", PlaceHandler),
    (rf"/api/v1/points/rounds/{ROUND}/objections", RoundObjectionHandler),
]
