"""A citizen's inbox; for staff, the notices to be told by phone."""

from handlers.access import citizen, endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.base import Page
from models.notices import CallBody, Notice, NoticeCallsView, NoticeCallView, NoticeQuery, NoticeView

_PAGE = 20
_CALLERS = staff(Role.HOTLINE_AGENT, Role.RECEPTIONIST, Role.VILLAGE_OFFICER)


def view(notice: Notice) -> NoticeView:
    """A notice as its reader sees it."""
    return NoticeView(**notice.model_dump(include=set(NoticeView.model_fields)))


class NoticesHandler(BaseHandler):
    """The inbox."""

    @endpoint(access=citizen(), query=NoticeQuery, reply={200: Page[NoticeView]}, summary="我的消息")
    async def get(self, query: NoticeQuery) -> Page[NoticeView]:
        found = await self.engines.notices.inbox(self.act.actor.id, unread=query.unread, before=query.cursor, limit=_PAGE + 1)
        page = found[:_PAGE]
        return Page[NoticeView](items=[view(each) for each in page], next=page[-1].id if len(found) > _PAGE else None)


class NoticeReadHandler(BaseHandler):
    """Marks a notice as read."""

    @endpoint(access=citizen(), reply={200: NoticeView}, summary="把一条消息标为已读")
    async def post(self, notice_id: str) -> NoticeView:
        return view(await self.engines.notices.read(self.act, notice_id))


class NoticeCallsHandler(BaseHandler):
    """Notices no channel could deliver, for somebody with a telephone."""

    @endpoint(access=_CALLERS, reply={200: NoticeCallsView}, summary="待电话通知：热线看全部，镇街看本镇街的，认领前隐去姓名和号码")
    async def get(self) -> NoticeCallsView:
        return NoticeCallsView(items=await self.engines.notices.calls(self.act))


class NoticeClaimHandler(BaseHandler):
    """Takes a call on."""

    @endpoint(access=_CALLERS, reply={200: NoticeCallView}, summary="认领一个电话通知，看到姓名、号码和内容")
    async def post(self, notice_id: str) -> NoticeCallView:
        return await self.engines.notices.call(self.act, await self.engines.notices.claim_call(self.act, notice_id))


class NoticeCallHandler(BaseHandler):
    """What came of a call."""

    @endpoint(access=_CALLERS, body=CallBody, reply={200: NoticeView}, summary="记录认领的电话通知的结果")
    async def post(self, notice_id: str, body: CallBody) -> NoticeView:
        return view(await self.engines.notices.record_call(self.act, notice_id, body))


ROUTES = [
    (r"/api/v1/notices", NoticesHandler),
    (r"/api/v1/notices/([\w.]+)/read", NoticeReadHandler),
    (r"/api/v1/staff/notices/calls", NoticeCallsHandler),
    (r"/api/v1/staff/notices/([\w.]+)/claim", NoticeClaimHandler),
    (r"/api/v1/staff/notices/([\w.]+)/call", NoticeCallHandler),
]
