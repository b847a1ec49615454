"""Logging in and out: citizens by WeChat, staff by password and one-time password."""

from backend.limits import Limit
from backend.people import own_view
from handlers.access import PUBLIC, citizen, endpoint, staff
from handlers.base import STAFF_COOKIE, BaseHandler
from models.people import LoginBody, LoginView, SessionsView
from models.staff import PasswordBody, SessionLeftView, StaffLoginBody, StaffLoginView, StaffView, TotpBody, TotpView

_LOGINS = Limit("login", 30, 60, "从您所在的网络登录的人太多，请过一分钟再试。")
# WeChat's codes cannot be guessed: who sends wrong ones gains nothing, but each is a call to WeChat.
_REFUSED = Limit("login_refused", 30, 60, "从您所在的网络发来的登录请求多次无效，请过一分钟再打开小程序登录。")
_DEVICE_LENGTH = 300  # what names the browser stands at the end


class SessionHandler(BaseHandler):
    """What the handlers of this module share."""

    @property
    def device(self) -> str:
        """What the client says it is, for the person's own list of sessions."""
        return self.request.headers.get("User-Agent", "")[:_DEVICE_LENGTH]


class CitizenLoginHandler(SessionHandler):
    """WeChat log-in."""

    @endpoint(access=PUBLIC, body=LoginBody, reply={201: LoginView}, key=False, limit=_LOGINS, refusals=_REFUSED, summary="微信登录")
    async def post(self, body: LoginBody) -> LoginView:
        token, person = await self.engines.sessions.login(self.act, body.code, self.device)
        return LoginView(token=token, citizen=own_view(person, self.act.at))


class CurrentSessionHandler(SessionHandler):
    """The session the request comes with."""

    @endpoint(access=citizen(), reply={204: None}, summary="退出登录")
    async def delete(self) -> None:
        await self.engines.sessions.end_current(self.act)


class MySessionsHandler(SessionHandler):
    """All sessions of the citizen."""

    @endpoint(access=citizen(), reply={200: SessionsView}, summary="我在哪些设备上登录")
    async def get(self) -> SessionsView:
        return SessionsView(items=await self.engines.sessions.mine(self.act))

    @endpoint(access=citizen(), reply={204: None}, summary="退出所有设备")
    async def delete(self) -> None:
        await self.engines.sessions.end_all(self.act)


class MySessionHandler(SessionHandler):
    """One of them."""

    @endpoint(access=citizen(), reply={204: None}, summary="退出一台设备")
    async def delete(self, session_id: str) -> None:
        await self.engines.sessions.end(self.act, session_id)


class StaffLoginHandler(SessionHandler):
    """Staff log-in; the console's session lives in a cookie no script can read."""

    @endpoint(access=PUBLIC, body=StaffLoginBody, reply={201: StaffLoginView}, key=False, summary="工作人员登录")
    async def post(self, body: StaffLoginBody) -> StaffLoginView:
        token, session, view = await self.engines.staff_logins.login(self.act, body, address=self.address, device=self.device)
        view = await self.engines.stand_ins.own(view)
        if body.bearer:
            return StaffLoginView(staff=view, token=token, expires_at=session.last_at)
        secure = self.engines.settings.base_url.startswith("https://")
        self.set_cookie(STAFF_COOKIE, token, path="/api/v1", httponly=True, samesite="Strict", secure=secure)
        return StaffLoginView(staff=view, expires_at=session.last_at)


class StaffCurrentSessionHandler(SessionHandler):
    """The session the request comes with. With the header `Yici-Unattended` a request of any address does not prolong it."""

    @endpoint(access=staff(setting_up=True), reply={200: SessionLeftView}, summary="我的登录还有多久（工作人员）")
    async def get(self) -> SessionLeftView:
        ends_in, lasts = await self.engines.sessions.left_of(self.act)
        return SessionLeftView(staff=self.act.actor.id, ends_in=int(ends_in.total_seconds()), lasts=int(lasts.total_seconds()))

    @endpoint(access=staff(setting_up=True), reply={204: None}, summary="工作人员退出登录")
    async def delete(self) -> None:
        await self.engines.sessions.end_current(self.act)
        self.clear_cookie(STAFF_COOKIE, path="/api/v1")


class StaffSessionsHandler(SessionHandler):
    """All sessions of the member of staff."""

    @endpoint(access=staff(), reply={200: SessionsView}, summary="我在哪些设备上登录（工作人员）")
    async def get(self) -> SessionsView:
        return SessionsView(items=await self.engines.sessions.mine(self.act))

    @endpoint(access=staff(), reply={204: None}, summary="退出所有设备（工作人员）")
    async def delete(self) -> None:
        await self.engines.sessions.end_all(self.act)
        self.clear_cookie(STAFF_COOKIE, path="/api/v1")


class StaffSessionHandler(SessionHandler):
    """One of them."""

    @endpoint(access=staff(), reply={204: None}, summary="退出一台设备（工作人员）")
    async def delete(self, session_id: str) -> None:
        await self.engines.sessions.end(self.act, session_id)


class StaffPasswordHandler(SessionHandler):
    """The actor's own password."""

    @endpoint(access=staff(setting_up=True), body=PasswordBody, reply={204: None}, summary="修改自己的密码")
    async def put(self, body: PasswordBody) -> None:
        await self.engines.staff_logins.change_password(self.act, body)


class TotpHandler(SessionHandler):
    """A secret for the actor's authenticator."""

    @endpoint(access=staff(setting_up=True), reply={201: TotpView}, key=False, summary="领取动态口令密钥（只显示一次）")
    async def post(self) -> TotpView:
        return await self.engines.staff_logins.offer_totp(self.act)


class TotpConfirmHandler(SessionHandler):
    """The first code of it."""

    @endpoint(access=staff(setting_up=True), body=TotpBody, reply={200: StaffView}, key=False, summary="确认动态口令，从此登录时需要")
    async def post(self, body: TotpBody) -> StaffView:
        return self.engines.staff.view(await self.engines.staff_logins.confirm_totp(self.act, body))


class StaffMeHandler(SessionHandler):
    """Who the member of staff is."""

    @endpoint(access=staff(setting_up=True), reply={200: StaffView}, summary="我的工作账号")
    async def get(self) -> StaffView:
        return await self.engines.stand_ins.own(self.engines.staff.view(await self.engines.staff.get(self.act.actor.id)))


ROUTES = [
    (r"/api/v1/sessions", CitizenLoginHandler),
    (r"/api/v1/sessions/current", CurrentSessionHandler),
    (r"/api/v1/me/sessions", MySessionsHandler),
    (r"/api/v1/me/sessions/(\w+)", MySessionHandler),
    (r"/api/v1/staff/sessions", StaffLoginHandler),
    (r"/api/v1/staff/sessions/current", StaffCurrentSessionHandler),
    (r"/api/v1/staff/me/sessions", StaffSessionsHandler),
    (r"/api/v1/staff/me/sessions/(\w+)", StaffSessionHandler),
    (r"/api/v1/staff/me/password", StaffPasswordHandler),
    (r"/api/v1/staff/me/totp", TotpHandler),
    (r"/api/v1/staff/me/totp/confirm", TotpConfirmHandler),
    (r"/api/v1/staff/me", StaffMeHandler),
]
