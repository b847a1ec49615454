"""The one gateway to WeChat: wechatpy in threads behind one class, under the gate of `backend.outside`.

wechatpy carries the calls and reads the error codes. What it gets wrong is done here: the access token is the stable
one, fetched by one call at a time, shared, and refreshed once when WeChat refuses it; `jscode2session` is called
without a token and its session key is dropped on the spot; the address is rewritten in one place.
"""

import asyncio
import time
from collections.abc import Awaitable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, Protocol, TypeVar

import requests
import structlog
from requests.adapters import HTTPAdapter
from wechatpy import WeChatClient
from wechatpy.exceptions import WeChatClientException

from backend.errors import Forbidden, TooMany, Unauthenticated, Unavailable
from backend.outside import BreakerState, Gate, Limits, Monotonic, OutsideFailure
from models.notices import Delivery

log = structlog.get_logger()

T = TypeVar("T")

_API = "https://api.weixin.qq.com"
_STALE_TOKEN = frozenset({40001, 40014, 42001})
_TRY_LATER = frozenset({-1, 45009, 50002})
_EARLY = 300.0  # seconds before its end a token is no longer used; WeChat renews from then on


class WechatUnavailable(Unavailable):
    """WeChat didn't answer, or is busy: it may be tried again."""

    type, title = "wechat_unavailable", "微信暂时没有回应"
    default_detail = "微信服务暂时没有回应，请过几分钟再试；您填写的内容没有丢失。"


class WechatMisconfigured(WechatUnavailable):
    """WeChat doesn't take us for the mini-program: its id, secret or allowed addresses are set wrong, here or there."""

    title = "微信暂时用不了"
    default_detail = "微信登录暂时不可用，原因已经记录，管理员会处理。请稍后再试，或带证件到任一窗口办理。"

    def __init__(self) -> None:
        super().__init__(retry_after=300)


class WechatCodeRefused(WechatUnavailable):
    """WeChat draws no code of this page: it is not in the released mini-program (41030), or the code asks for something it does not take.
    Nothing whoever asked did is wrong."""

    title = "小程序码暂时生成不了"
    default_detail = (
        "小程序码暂时生成不了：微信还没有放行这一页。原因已经记录，管理员会处理，您填写的内容没有丢失。"
        "请先不用扫码的办法（填写对方的手机号或证件号码，或者到窗口办理），或者过些时候再试。"
    )

    def __init__(self) -> None:
        super().__init__(retry_after=300)


class WechatRejected(Exception):
    """WeChat won't ever take this call: our configuration or our data is wrong."""

    def __init__(self, errcode: int, errmsg: str) -> None:
        super().__init__(f"{errcode} {errmsg}")
        self.errcode = errcode
        self.errmsg = errmsg


@dataclass(frozen=True)
class AccessToken:
    """A stable access token, and until when (monotonic seconds) it is used."""

    value: str
    until: float


class TokenCache(Protocol):
    """Where the token is kept between calls. The stable token is the same for every process that asks for it, so
    each may keep its own."""

    async def get(self) -> AccessToken | None: ...

    async def put(self, token: AccessToken | None) -> None: ...


class MemoryTokenCache:
    """Keeps the token in this process."""

    def __init__(self) -> None:
        self._token: AccessToken | None = None

    async def get(self) -> AccessToken | None:
        """The token kept last."""
        return self._token

    async def put(self, token: AccessToken | None) -> None:
        """Keeps `token` in place of it."""
        self._token = token


class TextVerdict(StrEnum):
    """What WeChat's content check says of a text."""

    PASS = "pass"  # noqa: S105
    REVIEW = "review"
    RISKY = "risky"
    UNCHECKED = "unchecked"  # the writer hasn't opened the mini-program lately, so WeChat won't judge


_WORSE = [TextVerdict.PASS, TextVerdict.UNCHECKED, TextVerdict.REVIEW, TextVerdict.RISKY]
_LONGEST_TEXT = 2500  # characters WeChat checks at once


class TextScene(StrEnum):
    """Where a text will stand."""

    PROFILE = "1"
    COMMENT = "2"
    FORUM = "3"
    DIARY = "4"


class _Readdressed(HTTPAdapter):
    """Sends what is meant for api.weixin.qq.com to another address, and never waits for ever."""

    def __init__(self, base: str, timeout: float, connections: int) -> None:
        self._base = base.rstrip("/")
        self._timeout = timeout
        super().__init__(pool_connections=1, pool_maxsize=connections)

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        assert request.url is not None
        request.url = request.url.replace(_API, self._base, 1)
        kwargs["timeout"] = self._timeout
        return super().send(request, *args, **kwargs)


class Wechat:
    """WeChat, as far as the product speaks to it."""

    def __init__(
        self,
        base: str,
        app_id: str,
        secret: str,
        *,
        template_ids: Mapping[str, str] | None = None,
        tokens: TokenCache | None = None,
        limits: Limits | None = None,
        monotonic: Monotonic = time.monotonic,
    ) -> None:
        """`template_ids`: key of a subscribe message template → the id WeChat gave it; a key not there is its own id."""
        limits = limits or Limits(timeout=6.0, at_once=8, waiting=128)
        self._app_id = app_id
        self._secret = secret
        self._template_ids = template_ids or {}
        self._tokens = tokens or MemoryTokenCache()
        self._monotonic = monotonic
        self._gate = Gate("wechat", limits, monotonic)
        self._fetching = asyncio.Lock()
        self._threads = ThreadPoolExecutor(limits.at_once, thread_name_prefix="wechat")
        self._client = WeChatClient(app_id, secret, auto_retry=False)
        session = self._client._http
        session.trust_env = False
        session.mount(f"{_API}/", _Readdressed(base, limits.timeout, limits.at_once))

    @property
    def state(self) -> BreakerState:
        """The breaker, for /readyz and metrics."""
        return self._gate.breaker.state

    async def close(self) -> None:
        """Ends the threads and connections."""
        await asyncio.to_thread(self._threads.shutdown)
        self._client._http.close()

    async def code_to_session(self, code: str) -> str:
        """The openid of who got `code` from `wx.login`.

        Raises Unauthenticated, Forbidden, TooMany, WechatUnavailable, WechatMisconfigured.
        """
        params = [
            ("appid", self._app_id),
            ("secret", self._secret),
            ("js_code", code),
            ("grant_type", "authorization_code"),
        ]
        try:
            answer = await self._plain("get", "sns/jscode2session", params)
        except WechatRejected as rejection:
            raise _misconfigured(rejection) from rejection
        return _text(answer, "openid")  # the session key is dropped here

    async def phone_number(self, code: str) -> str:
        """The phone number behind a code of the phone button. Raises Unauthenticated, TooMany, WechatUnavailable."""
        answer = await self._with_token("wxa/business/getuserphonenumber", {"code": code})
        return _text(answer, "phone_info", "purePhoneNumber")

    async def notify(self, openid: str, template: str, page: str, data: dict[str, dict[str, str]]) -> Delivery:
        """Sends a subscribe message: SENT, REFUSED by the person (43101), or FAILED for good.

        Raises WechatUnavailable where it may be tried again.
        """
        body = {"touser": openid, "template_id": self._template_ids.get(template, template), "page": page, "data": data}
        try:
            await self._with_token("cgi-bin/message/subscribe/send", body)
        except WechatRejected as rejection:
            if rejection.errcode == 43101:
                return Delivery.REFUSED
            log.error("wechat_message_rejected", errcode=rejection.errcode, template=template)
            return Delivery.FAILED
        return Delivery.SENT

    async def check_text(self, openid: str, text: str, scene: TextScene = TextScene.COMMENT) -> TextVerdict:
        """What WeChat says of a text by `openid`: of its worst part. Raises WechatUnavailable, WechatRejected."""
        verdict = TextVerdict.PASS
        for start in range(0, len(text), _LONGEST_TEXT):
            part = await self._check_part(openid, text[start : start + _LONGEST_TEXT], scene)
            verdict = max(verdict, part, key=_WORSE.index)
        return verdict

    async def _check_part(self, openid: str, text: str, scene: TextScene) -> TextVerdict:
        body = {"version": 2, "openid": openid, "scene": int(scene), "content": text}
        try:
            answer = await self._with_token("wxa/msg_sec_check", body)
        except WechatRejected as rejection:
            if rejection.errcode in {43104, 61010}:
                return TextVerdict.UNCHECKED
            raise
        suggest = _text(answer, "result", "suggest")
        return TextVerdict(suggest) if suggest in set(TextVerdict) else TextVerdict.REVIEW

    async def mini_program_code(self, scene: str, page: str, width: int = 430) -> bytes:
        """A picture whose code opens `page` with `scene` (32 visible characters). Raises WechatUnavailable, WechatCodeRefused."""
        try:
            answer = await self._with_token("wxa/getwxacodeunlimit", {"scene": scene, "page": page, "width": width})
        except WechatRejected as rejection:
            log.error("wechat_code_refused", errcode=rejection.errcode, errmsg=rejection.errmsg, page=page)
            raise WechatCodeRefused from rejection
        if not isinstance(answer, requests.Response):
            raise WechatUnavailable
        return answer.content

    async def _with_token(self, path: str, body: Mapping[str, Any]) -> Any:
        """Posts with the token; one that WeChat refuses is refreshed once and the call made once more."""
        token = await self._token()
        try:
            return await self._call(path, body, token)
        except WechatRejected as rejection:
            if rejection.errcode not in _STALE_TOKEN:
                raise
            log.info("wechat_token_refused", errcode=rejection.errcode)
        try:
            return await self._call(path, body, await self._token(refused=token))
        except WechatRejected as rejection:
            if rejection.errcode in _STALE_TOKEN:
                raise WechatUnavailable from rejection
            raise

    async def _call(self, path: str, body: Mapping[str, Any], token: str) -> Any:
        return await self._plain("post", path, [("access_token", token)], body)

    async def _token(self, refused: str = "") -> str:
        """The token to use: the one kept, else the one WeChat has; `refused` is one it no longer takes."""
        async with self._fetching:
            kept = await self._tokens.get()
            if kept is not None and kept.value != refused and kept.until > self._monotonic():
                return kept.value
            token, seconds = await self._fetch_token(force=False)
            if token == refused:  # WeChat thinks it good: only a forced one differs, and those are few (20 a day)
                with suppress(WechatUnavailable):
                    token, seconds = await self._fetch_token(force=True)
            await self._tokens.put(AccessToken(token, self._monotonic() + max(seconds - _EARLY, 0.0)))
            return token

    async def _fetch_token(self, *, force: bool) -> tuple[str, int]:
        body = {"grant_type": "client_credential", "appid": self._app_id, "secret": self._secret, "force_refresh": force}
        try:
            answer = await self._plain("post", "cgi-bin/stable_token", [], body)
        except TooMany as limit:  # ours, not the citizen's who happens to wait for it
            raise WechatUnavailable from limit
        except WechatRejected as rejection:  # what waits for the token may be done once it is mended
            raise _misconfigured(rejection) from rejection
        return _text(answer, "access_token"), int(_text(answer, "expires_in"))

    async def _plain(self, method: str, path: str, params: list[tuple[str, str]], body: Mapping[str, Any] | None = None) -> Any:
        """One call in a thread, through the gate.

        `params` is a list because wechatpy adds a token of its own to every dict without one.
        """
        arguments: dict[str, Any] = {"params": params} if body is None else {"params": params, "data": dict(body)}
        call = partial(getattr(self._client, method), f"{_API}/{path}", **arguments)

        async def guarded() -> Any:
            return await _translated(asyncio.get_running_loop().run_in_executor(self._threads, call))

        try:
            return await self._gate.run(guarded)
        except OutsideFailure as failure:
            log.warning("wechat_unavailable", path=path, reason=failure.reason)
            raise WechatUnavailable from failure


async def _translated(call: Awaitable[Any]) -> Any:
    """The result of `call`; wechatpy's and requests' errors as ours."""
    try:
        return await call
    except WeChatClientException as error:
        if error.errcode is None:  # an HTTP status
            raise OutsideFailure("wechat", "status") from None
        raise _problem(int(error.errcode), str(error.errmsg)) from None
    except requests.RequestException:  # its text holds the address, and with it the secret or the token
        raise OutsideFailure("wechat", "network") from None


def _text(answer: Any, *path: str) -> str:
    """The value at `path` of an answer, as text; one that isn't there makes the answer unusable."""
    for key in path:
        if not isinstance(answer, dict) or key not in answer:
            log.error("wechat_answer_unreadable", path="/".join(path))
            raise WechatUnavailable
        answer = answer[key]
    return str(answer)


def _misconfigured(rejection: WechatRejected) -> WechatMisconfigured:
    """For calls that hold nothing but our own id and secret: whatever WeChat has against them is ours to mend.

    40013 id, 40125 secret, 40164 this machine's address isn't allowed, 48001 the account may not call this.
    """
    log.error("wechat_misconfigured", errcode=rejection.errcode, errmsg=rejection.errmsg)
    return WechatMisconfigured()


def _problem(errcode: int, errmsg: str) -> Exception:
    """Our error for one of WeChat's codes."""
    if errcode in _TRY_LATER:
        return OutsideFailure("wechat", f"errcode_{errcode}")
    if errcode in {40029, 40163, 41008}:
        return Unauthenticated("微信登录码已失效，请重新打开小程序登录。")
    if errcode == 40226:
        return Forbidden("微信提示这个账号有风险，暂时不能登录。请在微信里按提示解除后再试，或到任一窗口办理。")
    if errcode == 45011:
        return TooMany("操作太频繁，微信要求稍等，请过一分钟再试。", retry_after=60)
    return WechatRejected(errcode, errmsg)
