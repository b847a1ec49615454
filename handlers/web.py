"""A browser for who is asked something: digits from the phone, a session that opens no more than it is for."""

from datetime import datetime

from backend.clock import SHANGHAI
from backend.limits import Limit
from backend.people import WEB_CODE_VALID_FOR, WEB_IDLE
from handlers.access import PUBLIC, citizen, endpoint
from handlers.base import WEB_COOKIE
from handlers.sessions import SessionHandler
from models.acts import CitizenActor
from models.web import WebCodeView, WebSessionBody, WebSessionView

_CODES = Limit("web_codes", 30, 3600, "您取八位数太频繁，请过一会儿再取。")
# Of a hundred million digits a handful count at any time: ten wrong ones in ten minutes find none.
_REFUSED = Limit("web_refused", 10, 600, "八位数多次填错，请过十分钟再试。")


class WebHandler(SessionHandler):
    """What the handlers of this module share."""

    def view(self, person: str, name: str, level: int, ends_at: datetime) -> WebSessionView:
        """Whose browser it is."""
        idle = int(WEB_IDLE.total_seconds())
        today = self.act.at.astimezone(SHANGHAI).date()
        return WebSessionView(person=person, name=name, level=level, idle_seconds=idle, ends_at=ends_at, today=today)


class WebCodesHandler(WebHandler):
    """On the phone."""

    @endpoint(access=citizen(level=2), reply={201: WebCodeView}, key=False, limit=_CODES, summary="取八位数，到电脑的浏览器里填")
    async def post(self) -> WebCodeView:
        return WebCodeView(code=await self.engines.people.web.offer(self.act), expires_in=int(WEB_CODE_VALID_FOR.total_seconds()))


class WebSessionsHandler(WebHandler):
    """In the browser."""

    @endpoint(
        access=PUBLIC,
        body=WebSessionBody,
        reply={201: WebSessionView},
        key=False,
        refusals=_REFUSED,
        web=True,
        summary="在浏览器里填八位数进入",
    )
    async def post(self, body: WebSessionBody) -> WebSessionView:
        token, session = await self.engines.people.web.enter(self.act, body.code, self.device)
        secure = self.engines.settings.base_url.startswith("https://")
        self.set_cookie(WEB_COOKIE, token, path="/api/v1", httponly=True, samesite="Strict", secure=secure)
        assert session.last_at is not None
        return self.view(session.person, session.name, 2, session.last_at)


class WebSessionHandler(WebHandler):
    """The session the request comes with."""

    @endpoint(access=citizen(level=1), reply={200: WebSessionView}, web=True, summary="这个浏览器里是谁")
    async def get(self) -> WebSessionView:
        actor = self.act.actor
        assert isinstance(actor, CitizenActor)
        return self.view(actor.id, actor.name, actor.level, await self.engines.sessions.web_ends_at(actor.session))

    @endpoint(access=citizen(), reply={204: None}, web=True, summary="退出浏览器")
    async def delete(self) -> None:
        await self.engines.sessions.end_current(self.act)
        self.clear_cookie(WEB_COOKIE, path="/api/v1")


ROUTES = [
    (r"/api/v1/web/codes", WebCodesHandler),
    (r"/api/v1/web/sessions", WebSessionsHandler),
    (r"/api/v1/web/sessions/current", WebSessionHandler),
]
