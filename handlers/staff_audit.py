"""The audit log, for auditors."""

from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.audit import ChainQuery, ChainView, LogOfPersonBody, LogQuery, LogView
from models.common_views import WordView
from models.word_views import ActSubjectsView

_AUDITS = staff(Role.AUDITOR)


class LogHandler(BaseHandler):
    """Who did or saw what."""

    @endpoint(access=_AUDITS, query=LogQuery, reply={200: LogView}, summary="审计日志：谁在什么时候做了、看了什么")
    async def get(self, query: LogQuery) -> LogView:
        return await self.engines.auditing.search(self.act, query)


class LogOfPersonHandler(BaseHandler):
    """Who saw one person's data. The number goes into the body: addresses are logged."""

    @endpoint(access=_AUDITS, body=LogOfPersonBody, reply={200: LogView}, key=False, summary="审计日志：谁看过一个人的信息（有记录）")
    async def post(self, body: LogOfPersonBody) -> LogView:
        return await self.engines.auditing.of_person(self.act, body)


class SubjectsHandler(BaseHandler):
    """What acts are about."""

    @endpoint(access=_AUDITS, reply={200: ActSubjectsView}, summary="审计日志里的对象")
    async def get(self) -> ActSubjectsView:
        subjects = self.engines.auditing.words.subjects
        return ActSubjectsView(subjects=[WordView(code=code, label=label) for code, label in subjects.items()])


class RefusedHandler(BaseHandler):
    """Log-ins that failed, accounts that were locked, looks that were refused: one row an account, address and quarter of an hour."""

    @endpoint(
        access=staff(Role.SECURITY_ADMIN, Role.AUDITOR),
        reply={200: LogView},
        summary="登录没有成功、账号锁定和没有权限的查看（最近一个月）",
    )
    async def get(self) -> LogView:
        return await self.engines.auditing.refused(self.act)


class ChainHandler(BaseHandler):
    """Whether rows were changed, taken out or put in."""

    @endpoint(access=_AUDITS, query=ChainQuery, reply={200: ChainView}, summary="核对审计日志的哈希链，一段一段来")
    async def get(self, query: ChainQuery) -> ChainView:
        return await self.engines.auditing.verify(query.after)


ROUTES = [
    (r"/api/v1/staff/audit/log", LogHandler),
    (r"/api/v1/staff/audit/log-of-person", LogOfPersonHandler),
    (r"/api/v1/staff/audit/subjects", SubjectsHandler),
    (r"/api/v1/staff/audit/refused", RefusedHandler),
    (r"/api/v1/staff/audit/chain", ChainHandler),
]
