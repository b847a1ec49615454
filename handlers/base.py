"""What every handler does: knows who calls, parses, answers, tells failures, writes the access log."""

import hashlib
import time
from typing import Any, TypeVar
from urllib.parse import urlsplit

import structlog
import tornado.iostream
import tornado.web
from prometheus_client import Histogram
from pydantic import BaseModel, ValidationError

from backend.errors import Away, BadRequest, Forbidden, IdempotencyKeyMissing, ProofNeeded, SetUpFirst, Unauthenticated, Unavailable
from backend.idempotency import scoped_key
from backend.ids import short_token
from backend.people import kiosk_actor as actor_of
from handlers.access import Access, Endpoint, declared_of, staff
from handlers.engines import Engines
from handlers.problems import headers_of, invalid, problem_of, refuse_unprintable, serialised
from models.acts import Act, Acting, Actor, AnonymousActor, CitizenActor, Duty, KioskActor, Role, ScribeActor, StaffActor, staff_of

log = structlog.get_logger()
M = TypeVar("M", bound=BaseModel)
STAFF_COOKIE = "yici_staff"
KIOSK_COOKIE = "yici_kiosk"  # the device itself
KIOSK_SESSION_COOKIE = "yici_kiosk_session"  # who stands before it
WEB_COOKIE = "yici_web"  # a citizen in a browser
_KIOSK_CLIENT, _WEB_CLIENT = "kiosk", "web"  # of the header Yici-Client
_STAFF_PATHS = "/api/v1/staff/"
_DUTIES = {
    Duty.PASSWORD: "您用的还是初始密码。请先在「修改密码」里换成自己的密码，再办理业务。",
    Duty.TOTP: "您的角色需要动态口令。请先在「绑定动态口令」里用手机验证器扫码，输入它显示的 6 位数字确认，再办理业务。",
}
_SAFE = ("GET", "HEAD", "OPTIONS")
_KEY_LENGTH = 80
REQUESTS = Histogram(
    "yici_http_request_seconds",
    "Time to answer, by route, method and status",
    ["route", "method", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)


class Raw(bytes):
    """Bytes of an answer that are ready as they are: JSON made ahead, a PDF, a page."""


class BaseHandler(tornado.web.RequestHandler):
    """Before the verb: request id, actor, rights, idempotency key. After: the answer, or the problem."""

    act: Act

    @property
    def engines(self) -> Engines:
        """The engines this server was built with."""
        return self.settings["engines"]

    @property
    def address(self) -> str:
        """The network address the request comes from."""
        return self.request.remote_ip or ""

    def initialize(self, route: str = "") -> None:
        self.chosen: int | None = None
        self.caller: Actor | None = None  # before they are admitted, too
        self.noted = False
        self.route = route  # the pattern, for logs and metrics: never the path, which may hold codes
        self.request_id = "req_" + short_token(16)
        self.started = time.perf_counter()

    def set_default_headers(self) -> None:
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    async def prepare(self) -> None:
        """Admits the request or raises; before a streamed body arrives."""
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=self.request_id)
        self.set_header("X-Request-Id", self.request_id)
        declared = declared_of(getattr(self, (self.request.method or "").lower(), None))
        if declared is None:
            return  # 405 follows by itself
        actor = self.caller = await self._actor(declared)
        try:
            _admit(declared, actor)
        except Forbidden as refused:
            await self.note_refusal(refused)
            raise
        await self._check_limits(declared, actor)
        await self._build_act(declared, actor)

    def set_status(self, status_code: int, reason: str | None = None) -> None:
        """Also remembers that it was chosen: a declared answer that is not the first."""
        self.chosen = status_code
        super().set_status(status_code, reason)

    async def count_refusal(self, declared: Endpoint) -> None:
        """Holds a call that was refused against its address, where the declaration says so."""
        if declared.refusals is not None:
            await self.engines.limits.count(declared.refusals, self.address)

    async def note_refusal(self, refused: Forbidden) -> None:
        """Keeps in the audit log that a member of staff was refused, where it was for want of the right; of nobody else. Once a request:
        an upload is refused before its body and told after it."""
        who = staff_of(self.caller) if self.caller is not None else None
        if who is not None and type(refused) is Forbidden and not self.noted:
            self.noted = True
            act = Act(actor=who, at=self.engines.clock.now(), request_id=self.request_id, channel=self._channel(who))
            await self.engines.refusals.look(act, who, self.request.path, self.address)

    def parse_body(self, model: type[M]) -> M:
        """The request body as `model`. Raises `Invalid` with pointers, or `BadRequest` where it is no JSON.

        Any text may come to stand on a paper one day, so none is taken that no paper can show.
        """
        body = self.request.body or b"{}"
        try:
            parsed = model.model_validate_json(body)
        except ValidationError as error:
            raise invalid(error) from None
        refuse_unprintable(body)
        return parsed

    def parse_query(self, model: type[M]) -> M:
        """The query as `model`; a parameter given several times is a list. Raises `Invalid`."""
        values: dict[str, Any] = {}
        for name in self.request.query_arguments:
            given = self.get_query_arguments(name)
            values[name] = given if len(given) > 1 else given[0]
        try:
            return model.model_validate({name: value for name, value in values.items() if value != ""})
        except ValidationError as error:
            raise invalid(error) from None

    def reply(self, declared: Endpoint, answer: BaseModel | Raw | None) -> None:
        """Writes what the verb returned, with the declared status unless the verb set another declared one."""
        if self._finished:
            return
        status = self.chosen or declared.status
        super().set_status(status)
        if answer is None:
            if status != 204:
                raise TypeError(f"{self.route} answered nothing where {declared.reply[status]} is declared")
            self.finish()
            return
        kind = declared.reply[status]
        self.set_header("Content-Type", kind if isinstance(kind, str) else "application/json; charset=utf-8")
        self.finish(bytes(answer) if isinstance(answer, Raw) else answer.model_dump_json())

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs.get("exc_info", (None, None, None))[1] or tornado.web.HTTPError(status_code)
        problem = problem_of(error)
        self.set_status(problem.status)
        self.set_header("Content-Type", "application/problem+json; charset=utf-8")
        self.set_header("X-Request-Id", self.request_id)
        for name, value in headers_of(problem).items():
            self.set_header(name, value)
        self.finish(serialised(problem, self.request_id))

    def send_error(self, status_code: int = 500, **kwargs: Any) -> None:
        """The problem as an answer; nothing more to whoever left while theirs was being sent."""
        if not self._caller_left(kwargs.get("exc_info", (None, None, None))[1]):
            super().send_error(status_code, **kwargs)
        elif not self._finished:
            self.finish()  # sends nothing: writes the access log, and is what a handler is released by

    def _caller_left(self, error: BaseException | None) -> bool:
        """A closed stream before the first byte is one of ours to somewhere else; after it, the caller's."""
        return self._headers_written and isinstance(error, tornado.iostream.StreamClosedError)

    def log_exception(self, typ: Any, value: BaseException | None, tb: Any) -> None:
        """What nobody foresaw is logged as a crash, something that is away as a line; what the caller did wrong is told to them alone.

        A caller who left while their answer was being sent is no fault of anybody's: a line without alarm.
        """
        if self._caller_left(value):
            log.info("caller_left", route=self.route)
            return
        status = problem_of(value).status if value is not None else 0
        if status == Unavailable.status:
            log.warning("unavailable", route=self.route, error=type(value).__name__)
        elif status >= 500:
            log.error("request_failed", route=self.route, error=type(value).__name__, exc_info=(typ, value, tb))

    def on_finish(self) -> None:
        seconds = time.perf_counter() - self.started
        status = self.get_status()
        method = self.request.method or ""
        REQUESTS.labels(self.route, method, str(status)).observe(seconds)
        log.info("request", request_id=self.request_id, method=method, route=self.route, status=status, ms=round(seconds * 1000, 1))

    async def _check_limits(self, declared: Endpoint, actor: Actor) -> None:
        if declared.refusals is not None:
            await self.engines.limits.check_left(declared.refusals, self.address)
        if declared.limit is None:
            return
        if isinstance(actor, AnonymousActor):
            shared = declared.limit.shared_by(self.engines.settings.people_per_address)
            await self.engines.limits.check(shared, self.address)
        else:
            await self.engines.limits.check(declared.limit, actor.id)

    @property
    def at_kiosk(self) -> bool:
        """Whether the kiosk's page asks: other cookies of that browser count for nothing then."""
        return self.request.headers.get("Yici-Client", "") == _KIOSK_CLIENT

    async def _actor(self, declared: Endpoint) -> Actor:
        header = self.request.headers.get("Authorization", "")
        if (person := self.request.headers.get("Attested-Person")) is not None:
            return await self._scribe(declared, person)
        if self.at_kiosk or (declared.access.kind == "kiosk" and not header):  # a browser's event stream names no client
            return await self._actor_at_kiosk(declared)
        if self.request.headers.get("Yici-Client", "") == _WEB_CLIENT:
            return await self._actor_in_browser(declared)
        return await self._actor_by(declared, header)

    async def _actor_by(self, declared: Endpoint, header: str) -> Actor:
        """Whom the console's cookie or a token stands for."""
        access, cookie = declared.access, self.get_cookie(STAFF_COOKIE)
        if header and cookie:
            raise BadRequest("请求同时带了两种登录凭据，请只用一种。")
        if cookie:
            self._check_origin()
            return await self.engines.sessions.staff(cookie, attended=self._is_attended(declared)) or AnonymousActor()
        token = header.removeprefix("Bearer ").strip() if header.startswith("Bearer ") else ""
        if not token:
            return AnonymousActor()
        found: Actor | None
        if access.kind == "kiosk":
            device = await self.engines.kiosks.device(token)
            return actor_of(device) if device else AnonymousActor()
        if access.kind == "staff":
            found = await self.engines.sessions.staff(token, attended=self._is_attended(declared))
        else:
            found = await self.engines.sessions.citizen(token)
        return found or AnonymousActor()

    def _is_attended(self, declared: Endpoint) -> bool:
        """Whether somebody is at the page that asks, as it says itself; a line of events opens again by itself, whoever is there."""
        return "Yici-Unattended" not in self.request.headers and "text/event-stream" not in declared.reply.values()

    async def _scribe(self, declared: Endpoint, person: str) -> Actor:
        """A member of staff who writes down what `person`, whom they attested, applies for."""
        if not declared.scribe or self.at_kiosk:
            raise BadRequest("这一步不能由工作人员代录，请申请人本人办理。")
        header, cookie = self.request.headers.get("Authorization", ""), self.get_cookie(STAFF_COOKIE)
        if header and cookie:
            raise BadRequest("请求同时带了两种登录凭据，请只用一种。")
        if cookie:
            self._check_origin()
        token = cookie or header.removeprefix("Bearer ").strip()
        found = await self.engines.sessions.staff(token, attended=self._is_attended(declared))
        if found is None:
            return AnonymousActor()
        _admit_staff(staff(Role.RECEPTIONIST, Role.VILLAGE_OFFICER), found)
        return await self.engines.people.proofs.scribe(found, person, self.engines.clock.now())

    async def _actor_at_kiosk(self, declared: Endpoint) -> Actor:
        """The device, or whoever stands before it: nobody's session counts at another device."""
        if self.request.headers.get("Authorization"):
            raise BadRequest("请求同时带了两种登录凭据，请只用一种。")
        self._check_origin()
        device = await self.engines.kiosks.device(self.get_cookie(KIOSK_COOKIE) or "")
        if device is None or (declared.access.kind == "public" and declared.kiosk is None):
            return AnonymousActor()
        if declared.access.kind == "kiosk":
            return actor_of(device)
        return await self.engines.sessions.kiosk(self.get_cookie(KIOSK_SESSION_COOKIE) or "", device.id) or AnonymousActor()

    async def _actor_in_browser(self, declared: Endpoint) -> Actor:
        """A citizen whom digits from their phone let in; other cookies of that browser count for nothing."""
        if self.request.headers.get("Authorization"):
            raise BadRequest("请求同时带了两种登录凭据，请只用一种。")
        self._check_origin()
        if declared.access.kind == "public":
            return AnonymousActor()
        return await self.engines.sessions.web(self.get_cookie(WEB_COOKIE) or "", attended=self._is_attended(declared)) or AnonymousActor()

    def _check_origin(self) -> None:
        """A cookie is sent by the browser whoever made the page: unsafe methods must come from our own."""
        if self.request.method in _SAFE:
            return
        site = self.request.headers.get("Sec-Fetch-Site")
        origin = self.request.headers.get("Origin")
        same = site in (None, "same-origin", "none") and (origin is None or urlsplit(origin).netloc == self.request.host)
        if not same or (site is None and origin is None):
            raise Forbidden("这个请求不是从本系统的页面发出的，已拒绝。请从本系统的页面重新操作。")

    async def _build_act(self, declared: Endpoint, actor: Actor) -> None:
        method = self.request.method or ""
        key = digest = None
        if declared.needs_key(method):
            given = self.request.headers.get("Idempotency-Key", "")
            if not given or len(given) > _KEY_LENGTH or not given.isprintable():
                raise IdempotencyKeyMissing()
            scope = f"{actor.id}>{actor.person}" if isinstance(actor, ScribeActor) else actor.id
            key = scoped_key(scope, f"{method} {self.request.path}", given)
            digest = hashlib.sha256(self.request.body or b"").hexdigest()
        self.act = Act(
            actor=_in_place(declared.access, actor),
            at=self.engines.clock.now(),
            request_id=self.request_id,
            channel=self._channel(actor),
            acting=await self._acting(declared, actor),
            key=key,
            digest=digest,
        )

    def _channel(self, actor: Actor) -> str:
        """Where it is done; of somebody not known yet, such as one who logs in, the page that asks tells."""
        if isinstance(actor, KioskActor) or (isinstance(actor, CitizenActor) and actor.kiosk is not None):
            return "kiosk"
        if isinstance(actor, ScribeActor):
            return "window" if actor.staff.town is None else "town"
        if isinstance(actor, StaffActor):
            return "hotline" if actor.roles == {Role.HOTLINE_AGENT} else "console"
        if isinstance(actor, CitizenActor):
            return "web" if actor.web else "mini_program"
        if self.request.path.startswith(_STAFF_PATHS):
            return "console"
        return {_KIOSK_CLIENT: "kiosk", _WEB_CLIENT: "web"}.get(self.request.headers.get("Yici-Client", ""), "mini_program")

    async def _acting(self, declared: Endpoint, actor: Actor) -> Acting | None:
        grant = self.request.headers.get("Acting-Grant")
        if grant is None:
            return None
        if not declared.acting or not isinstance(actor, CitizenActor) or actor.kiosk is not None:
            raise BadRequest("这一步不能代别人办理，请切换回本人后再试。")
        return await self.engines.grants.resolve(actor, grant)


class NotFoundHandler(BaseHandler):
    """Any address that is not ours."""

    async def prepare(self) -> None:
        raise tornado.web.HTTPError(404)


def _in_place(access: Access, actor: Actor) -> Actor:
    """A stand-in, where only a role they have for these days lets them call: whatever it is, it is done in that colleague's place."""
    if not isinstance(actor, StaffActor) or not access.roles or not access.roles.isdisjoint(actor.roles - actor.lent):
        return actor
    whose = next((each for each in actor.stands_for if not access.roles.isdisjoint(each.roles)), None)
    return actor.model_copy(update={"in_place_of": whose})


def _admit(declared: Endpoint, actor: Actor) -> None:
    access = declared.access
    if isinstance(actor, CitizenActor):
        _admit_elsewhere(declared, actor)
    if access.kind == "public":
        return
    if access.kind == "kiosk":
        if not isinstance(actor, KioskActor):
            raise Unauthenticated("这台设备没有登记为自助终端，或登记已经停用，请联系系统管理员。")
        return
    if access.kind == "citizen":
        return _admit_citizen(access, actor)
    return _admit_staff(access, actor)


def _admit_citizen(access: Access, actor: Actor) -> None:
    if isinstance(actor, ScribeActor):
        return  # admitted as staff, and the person was attested
    if not isinstance(actor, CitizenActor):
        raise Unauthenticated()
    if actor.level < access.level:
        raise ProofNeeded() if access.level == 2 else ProofNeeded("请先填写姓名和证件号码完成实名，再办理这一步。")


def _admit_elsewhere(declared: Endpoint, actor: CitizenActor) -> None:
    """Whoever is not on their own phone does only what is declared for where they are."""
    if actor.web and not declared.web:
        raise Forbidden("这一步不能在浏览器里办，请用手机小程序，或到窗口办理。")
    if actor.kiosk is None:
        return
    if declared.kiosk is None:
        raise Forbidden("这一步不能在自助终端上办，请用手机小程序，或到窗口办理。")
    if actor.level < declared.kiosk:
        raise ProofNeeded("这一步要再确认一次是您本人：请在屏幕上填手机验证码、用手机扫码，或者请工作人员核对。")


def _admit_staff(access: Access, actor: Actor) -> None:
    if not isinstance(actor, StaffActor):
        raise Unauthenticated()
    if actor.duties and not access.setting_up:
        duties = list(actor.duties)
        raise Away(duties=duties) if duties[0] == Duty.RETURN else SetUpFirst(_DUTIES[duties[0]], duties=duties)
    if access.roles and not actor.has(*access.roles):
        raise Forbidden()
