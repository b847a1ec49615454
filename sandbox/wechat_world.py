"""What WeChat knows: openids, login codes, access tokens, subscriptions, and the messages it delivered."""

import base64
import hashlib
import secrets
import time
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel

from backend.declared import declared
from models.base import Declared
from models.demo import DemoCitizen

DEMO = "demo:"
_CODE_LIVES = 300  # seconds, for login and phone codes
_TOKEN_LIVES = 7200
_OVERLAP = 300  # the platform renews this early, and both tokens work
_FORCED_A_DAY = 20
_FORCED_PAUSE = 30


class WechatError(Exception):
    """An answer with an errcode."""

    def __init__(self, errcode: int, errmsg: str) -> None:
        super().__init__(f"{errcode} {errmsg}")
        self.errcode = errcode
        self.errmsg = errmsg


class SubscribeTemplate(Declared):
    """An approved template of subscribe messages."""

    id: str
    title: str
    fields: tuple[str, ...]


class MiniProgram(Declared):
    """catalogue/demo/wechat.yaml: how the mini-program is registered with WeChat."""

    demo: Literal[True]
    app_id: str
    secret: str
    templates: tuple[SubscribeTemplate, ...]
    pages: tuple[str, ...]
    risky_words: tuple[str, ...]
    review_words: tuple[str, ...]


class SubscribeMessage(BaseModel):
    """A subscribe message as it was delivered."""

    openid: str
    person: str  # the demo citizen's code, or empty
    template_id: str
    title: str
    page: str
    data: dict[str, str]
    at: datetime


class WechatWorld:
    """WeChat's memory. Openids follow from the demo names, so they survive a restart; the rest does not."""

    def __init__(self, catalogue: Path, citizens: Sequence[DemoCitizen], monotonic: Callable[[], float] = time.monotonic) -> None:
        """`catalogue`: catalogue/demo."""
        self.program = declared(catalogue / "wechat.yaml", MiniProgram)
        self.messages: deque[SubscribeMessage] = deque(maxlen=500)
        self._monotonic = monotonic
        self._people = {self.openid(citizen.code): citizen.code for citizen in citizens}
        self._phones = {citizen.code: citizen.phone for citizen in citizens}
        self._codes: dict[str, tuple[str, float]] = {}  # code -> person, until
        self._tokens: dict[str, float] = {}  # token -> until
        self._expired: set[str] = set()
        self._current = ""
        self._forced: deque[float] = deque(maxlen=_FORCED_A_DAY)
        self._refused: set[str] = set()

    @staticmethod
    def openid(name: str) -> str:
        """The openid of a name: always the same, 28 characters as WeChat's are."""
        digest = hashlib.sha256(f"yici demo {name}".encode()).digest()
        return "o" + base64.urlsafe_b64encode(digest)[:27].decode()

    def person(self, openid: str) -> str | None:
        """Whose openid that is; None: of nobody who ever opened the mini-program."""
        return self._people.get(openid)

    def new_code(self, person: str) -> str:
        """A code as `wx.login` or the phone button give one: it works once, within five minutes."""
        code = "0" + secrets.token_hex(16)
        self._codes[code] = (person, self._monotonic() + _CODE_LIVES)
        return code

    def spend_code(self, code: str) -> str:
        """Whose code it is. `demo:NAME` is NAME's for ever. Raises 40029."""
        if code.startswith(DEMO) and len(code) > len(DEMO):
            return code.removeprefix(DEMO)
        person, until = self._codes.pop(code, ("", 0.0))
        if not person or self._monotonic() > until:
            raise WechatError(40029, "invalid code")
        return person

    def login(self, code: str) -> str:
        """The openid of whoever opened the mini-program. Raises 40029."""
        person = self.spend_code(code)
        openid = self.openid(person)
        self._people.setdefault(openid, person)
        return openid

    def phone(self, code: str) -> str:
        """The phone number of whoever pressed the button. Raises 40029."""
        return self._phones.get(self.spend_code(code)) or "16909999999"

    def check_app(self, app_id: str, secret: str) -> None:
        """Raises 40013, 40125."""
        if app_id != self.program.app_id:
            raise WechatError(40013, "invalid appid")
        if secret != self.program.secret:
            raise WechatError(40125, "invalid appsecret")

    def stable_token(self, force: bool) -> tuple[str, int]:
        """The token and the seconds it still lives. Forced: a new one at once, the old ones end; 20 a day, 30 s apart."""
        now = self._monotonic()
        if force:
            self._count_forced(now)
            self.expire_tokens()
        left = self._tokens.get(self._current, 0.0) - now
        if left <= _OVERLAP:
            self._current = "9" + secrets.token_urlsafe(102)
            self._tokens[self._current] = now + _TOKEN_LIVES
            left = _TOKEN_LIVES
        return self._current, int(left)

    def _count_forced(self, now: float) -> None:
        if self._forced and now - self._forced[-1] < _FORCED_PAUSE:
            raise WechatError(45011, "api minute-quota reach limit, must slower, retry next minute")
        if len(self._forced) == _FORCED_A_DAY and now - self._forced[0] < 86400:
            raise WechatError(45009, "reach max api daily quota limit")
        self._forced.append(now)

    def expire_tokens(self) -> None:
        """Every token given out so far has run out."""
        self._expired |= set(self._tokens)
        self._tokens.clear()
        self._current = ""

    def check_token(self, token: str) -> None:
        """Raises 41001, 40014, 42001, 40001."""
        if not token:
            raise WechatError(41001, "access_token missing")
        if len(token) < 64:
            raise WechatError(40014, "invalid access_token")
        if token in self._expired or self._tokens.get(token, float("inf")) < self._monotonic():
            raise WechatError(42001, "access_token expired")
        if token not in self._tokens:
            raise WechatError(40001, "invalid credential, access_token is invalid or not latest")

    def subscribe(self, person: str, accepted: bool) -> None:
        """Whether that person takes subscribe messages; everybody does until they refuse."""
        (self._refused.discard if accepted else self._refused.add)(self.openid(person))

    def accepts(self, openid: str) -> bool:
        """Whether a message would reach them."""
        return openid not in self._refused

    def reset(self) -> None:
        """Forgets refusals, messages, and how often a token was forced."""
        self._forced.clear()
        self._refused.clear()
        self.messages.clear()

    def suggestion(self, content: str) -> dict[str, Any]:
        """What the content check says of a text."""
        for words, suggest, label in ((self.program.risky_words, "risky", 20006), (self.program.review_words, "review", 10001)):
            if any(word in content for word in words):
                return {"suggest": suggest, "label": label}
        return {"suggest": "pass", "label": 100}
