"""Points for staff: lines verified, objections answered, rounds opened, ranked, published and decided."""

from backend.points import Carried, share_view, staff_ranking_view, staff_round_row, staff_round_view
from handlers.access import endpoint, staff
from handlers.cases import CASE
from handlers.points import ROUND, SHEET, PointsHandlerBase
from models.acts import Role, StaffActor
from models.base import Page
from models.points import Round, Sheet
from models.points.bodies import (
    AnswerRoundBody,
    AnswerSheetBody,
    AppliedQuery,
    ExclusionBody,
    LineBody,
    RankingQuery,
    RoundBody,
    RoundsQuery,
    SheetsQuery,
    TakenDownBody,
    VersionedBody,
)
from models.points.views import AppliedListView, SheetView, StaffRankingView, StaffRoundRowView, StaffRoundView, TellerView

OBJECTION = r"(objection_[A-Za-z0-9]{1,40})"
_REVIEWS = staff(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)


class ShareHandlerBase(PointsHandlerBase):
    """What answers about a department's share of a sheet have in common."""

    def share(self, sheet: Sheet, part: str | None) -> SheetView:
        """The lines the member of staff may see."""
        actor = self.act.actor
        assert isinstance(actor, StaffActor)
        return share_view(sheet, part, actor.department, self.engines.points.scheme, self.engines.catalogue)


class CaseSheetHandler(ShareHandlerBase):
    """The points of a case, for whoever works on it."""

    @endpoint(access=_REVIEWS, reply={200: SheetView}, summary="一件积分申请的核定表：各部门只看得到自己核验的几项")
    async def get(self, case_id: str) -> SheetView:
        return self.share(*await self.engines.points.of_case(self.act, case_id))


class LineHandler(ShareHandlerBase):
    """A department sets one of its lines."""

    @endpoint(access=_REVIEWS, body=LineBody, reply={200: SheetView}, summary="核定一项积分")
    async def post(self, case_id: str, body: LineBody) -> SheetView:
        sheet = await self.engines.points.set_line(self.act, case_id, body)
        return self.share(sheet, next(line.part for line in sheet.lines if line.indicator == body.indicator))


class SheetsHandler(PointsHandlerBase):
    """The sheets of the department that confirms points."""

    @endpoint(access=_REVIEWS, query=SheetsQuery, reply={200: Page[SheetView]}, summary="本部门的积分核定表，或有异议待复核的")
    async def get(self, query: SheetsQuery) -> Page[SheetView]:
        found, after = await self.engines.points.listed(self.act, query)
        return Page[SheetView](items=[self.sheet(each) for each in found], next=after)


class AnswerSheetHandler(PointsHandlerBase):
    """An objection to somebody's own points is answered."""

    @endpoint(access=_REVIEWS, body=AnswerSheetBody, reply={200: SheetView}, summary="答复积分异议")
    async def post(self, sheet_id: str, objection_id: str, body: AnswerSheetBody) -> SheetView:
        return self.sheet(await self.engines.points.answer(self.act, sheet_id, objection_id, body))


class StaffRoundBase(PointsHandlerBase):
    """What answers about rounds share."""

    async def seen(self, of: Round, carried: Carried | None = None) -> StaffRoundView:
        """A round for whoever runs it, with what is still to be done."""
        ahead = await self.engines.ranking_decisions.ahead(self.act, of)
        whose = await self.engines.round_applied.whose(of)
        return staff_round_view(of, self.engines.catalogue, self.engines.cases.calendar, self.act.at, ahead, whose, carried)


class StaffRoundsHandler(StaffRoundBase):
    """The rounds there are, and a new one."""

    @endpoint(access=_REVIEWS, query=RoundsQuery, reply={200: Page[StaffRoundRowView]}, summary="申请批次，本部门能打开哪些")
    async def get(self, query: RoundsQuery) -> Page[StaffRoundRowView]:
        engines, now = self.engines, self.act.at
        found, after = await engines.rounds.listed(query)
        rows = [
            staff_round_row(each, engines.catalogue, engines.cases.calendar, now, opens=engines.rounds.opens(self.act, each))
            for each in found
        ]
        return Page[StaffRoundRowView](items=rows, next=after)

    @endpoint(access=_REVIEWS, body=RoundBody, reply={201: StaffRoundView}, summary="开一批申请：时间、名额和最低分")
    async def post(self, body: RoundBody) -> StaffRoundView:
        return await self.seen(await self.engines.rounds.open(self.act, body))


class StaffRoundHandler(StaffRoundBase):
    """One round."""

    @endpoint(access=_REVIEWS, reply={200: StaffRoundView}, summary="一批申请的情况")
    async def get(self, round_id: str) -> StaffRoundView:
        return await self.seen(await self.engines.rounds.to_run(self.act, round_id))


class AppliedHandler(StaffRoundBase):
    """What was handed in to the round."""

    @endpoint(access=_REVIEWS, query=AppliedQuery, reply={200: AppliedListView}, summary="一批里的申请：在哪一步，哪些是为同一个人申请的")
    async def get(self, round_id: str, query: AppliedQuery) -> AppliedListView:
        return await self.engines.round_applied.listed(self.act, round_id, query)


class CloseHandler(StaffRoundBase):
    """Ends the window early."""

    @endpoint(access=_REVIEWS, body=VersionedBody, reply={200: StaffRoundView}, summary="现在截止申请")
    async def post(self, round_id: str, body: VersionedBody) -> StaffRoundView:
        return await self.seen(await self.engines.rounds.close(self.act, round_id, body))


class ExclusionHandler(StaffRoundBase):
    """An application that does not meet the conditions."""

    @endpoint(access=_REVIEWS, body=ExclusionBody, reply={200: StaffRoundView}, summary="登记不符合条件的申请")
    async def post(self, round_id: str, body: ExclusionBody) -> StaffRoundView:
        return await self.seen(await self.engines.round_exclusions.exclude(self.act, round_id, body))


class ReadmissionHandler(StaffRoundBase):
    """An application that meets them after all."""

    @endpoint(access=_REVIEWS, body=ExclusionBody, reply={200: StaffRoundView}, summary="撤销不符合条件的登记，恢复参加排名")
    async def post(self, round_id: str, body: ExclusionBody) -> StaffRoundView:
        return await self.seen(await self.engines.round_exclusions.readmit(self.act, round_id, body))


class RankHandler(StaffRoundBase):
    """Ranks everybody."""

    @endpoint(access=_REVIEWS, body=VersionedBody, reply={200: StaffRoundView}, summary="排名（可以重排，结果可复核）")
    async def post(self, round_id: str, body: VersionedBody) -> StaffRoundView:
        return await self.seen(await self.engines.rounds.rank(self.act, round_id, body))


class StaffRankingHandler(StaffRoundBase):
    """The ranking with names."""

    @endpoint(access=_REVIEWS, query=RankingQuery, reply={200: StaffRankingView}, summary="排名表")
    async def get(self, round_id: str, query: RankingQuery) -> StaffRankingView:
        of = await self.engines.rounds.to_run(self.act, round_id)
        return staff_ranking_view(
            of, await self.engines.rounds.rows(of, query.after, query.limit), query.limit, self.engines.catalogue, self.act.at
        )


class PublishHandler(StaffRoundBase):
    """Makes the ranking public."""

    @endpoint(access=_REVIEWS, body=VersionedBody, reply={200: StaffRoundView}, summary="公示排名，并通知每个人")
    async def post(self, round_id: str, body: VersionedBody) -> StaffRoundView:
        return await self.seen(await self.engines.rounds.publish(self.act, round_id, body))


class StaffRoundObjectionHandler(StaffRoundBase):
    """An objection taken down at the counter or on the phone."""

    @endpoint(access=_REVIEWS, body=TakenDownBody, reply={200: StaffRoundView}, summary="登记对公示名单的异议")
    async def post(self, round_id: str, body: TakenDownBody) -> StaffRoundView:
        return await self.seen(await self.engines.round_objections.take_down(self.act, round_id, body))


class TellerHandler(StaffRoundBase):
    """Who objected, to be told the answer."""

    @endpoint(access=_REVIEWS, reply={200: TellerView}, summary="查看提异议的人的姓名和电话，查看会留记录")
    async def get(self, round_id: str, objection_id: str) -> TellerView:
        teller = await self.engines.round_objections.teller(self.act, round_id, objection_id)
        return TellerView(name=teller.name, phone=teller.phone)


class AnswerRoundHandler(StaffRoundBase):
    """What came of it."""

    @endpoint(access=_REVIEWS, body=AnswerRoundBody, reply={200: StaffRoundView}, summary="答复对公示名单的异议")
    async def post(self, round_id: str, objection_id: str, body: AnswerRoundBody) -> StaffRoundView:
        return await self.seen(await self.engines.round_objections.answer(self.act, round_id, objection_id, body))


class ConcludeHandler(StaffRoundBase):
    """The public list has ended."""

    @endpoint(access=_REVIEWS, body=VersionedBody, reply={200: StaffRoundView}, summary="公示结束，转给作决定的部门")
    async def post(self, round_id: str, body: VersionedBody) -> StaffRoundView:
        carried = await self.engines.ranking_decisions.conclude(self.act, round_id, body)
        return await self.seen(carried.round, carried)


class DecideHandler(StaffRoundBase):
    """Everybody is decided."""

    @endpoint(access=_REVIEWS, body=VersionedBody, reply={200: StaffRoundView}, summary="按排名作出决定，每次一百件")
    async def post(self, round_id: str, body: VersionedBody) -> StaffRoundView:
        carried = await self.engines.ranking_decisions.decide(self.act, round_id, body)
        return await self.seen(carried.round, carried)


_CASES, _SHEETS, _ROUNDS = "/api/v1/staff/points/cases", "/api/v1/staff/points/sheets", "/api/v1/staff/points/rounds"
ROUTES = [
    (rf"{_CASES}/{CASE}", CaseSheetHandler),
    (rf"{_CASES}/{CASE}/lines", LineHandler),
    (_SHEETS, SheetsHandler),
    (rf"{_SHEETS}/{SHEET}/objections/{OBJECTION}/answer", AnswerSheetHandler),
    (_ROUNDS, StaffRoundsHandler),
    (rf"{_ROUNDS}/{ROUND}", StaffRoundHandler),
    (rf"{_ROUNDS}/{ROUND}/applications", AppliedHandler),
    (rf"{_ROUNDS}/{ROUND}/close", CloseHandler),
    (rf"{_ROUNDS}/{ROUND}/exclusions", ExclusionHandler),
    (rf"{_ROUNDS}/{ROUND}/readmissions", ReadmissionHandler),
    (rf"{_ROUNDS}/{ROUND}/rank", RankHandler),
    (rf"{_ROUNDS}/{ROUND}/ranking", StaffRankingHandler),
    (rf"{_ROUNDS}/{ROUND}/publish", PublishHandler),
    (rf"{_ROUNDS}/{ROUND}/objections", StaffRoundObjectionHandler),
    (rf"{_ROUNDS}/{ROUND}/objections/{OBJECTION}/teller", TellerHandler),
    (rf"{_ROUNDS}/{ROUND}/objections/{OBJECTION}/answer", AnswerRoundHandler),
    (rf"{_ROUNDS}/{ROUND}/conclude", ConcludeHandler),
    (rf"{_ROUNDS}/{ROUND}/decide", DecideHandler),
]
