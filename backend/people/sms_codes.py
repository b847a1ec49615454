"""SMS codes: six digits, five minutes, three tries, known to the database by keyed digests only."""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol

from backend import ids
from backend.clock import Clock
from backend.errors import FieldError, Invalid, Unavailable
from backend.people.attempts import Allowance, Attempts
from backend.store import Store

VALID_FOR = timedelta(minutes=5)
PAUSE = timedelta(seconds=60)  # between two codes to one phone from one account
_TRIES = 3
_AGAIN = Allowance("sms_again", 1, PAUSE)
_PHONE_HOUR = Allowance("sms_phone_hour", 10, timedelta(hours=1))  # relatives may share a phone
_PHONE_DAY = Allowance("sms_phone_day", 20, timedelta(days=1))
_ACCOUNT_DAY = Allowance("sms_account_day", 20, timedelta(days=1))


class SmsSender(Protocol):
    """The gateway that sends short messages. Raises `Unavailable` where it cannot."""

    async def send(self, phone: str, template: str, data: Mapping[str, str]) -> object: ...


class SmsCodes:
    """Sends a code to a phone and checks what comes back; a code belongs to the account that asked for it."""

    def __init__(self, store: Store, sender: SmsSender, attempts: Attempts, key: bytes, wall: Clock) -> None:
        """`key` keys the digests: six digits are quickly tried through by whoever reads a plain digest."""
        self._store = store
        self._sender = sender
        self._attempts = attempts
        self._key = key
        self._wall = wall

    async def send(self, account: str, phone: str) -> None:
        """Sends a new code, which replaces the one before it. Raises `TooMany`, `Unavailable`.

        Says nothing of whether the phone is known.
        """
        who = self._digest("phone", phone)
        pair = self._digest("pair", account, phone)
        await self._attempts.take(_AGAIN, pair, "验证码刚刚发出，请留意短信；如未收到，请过一分钟再点重新发送。")
        await self._attempts.take(_PHONE_HOUR, who, "这个手机号最近收到的验证码太多，请过一小时再试。")
        await self._attempts.take(_PHONE_DAY, who, "这个手机号今天收到的验证码太多，请明天再试，或到窗口办理。")
        await self._attempts.take(_ACCOUNT_DAY, account, "您今天要的验证码太多，请明天再试，或到窗口办理。")
        code = ids.digits(6)
        until = self._wall.now() + VALID_FOR
        digest = self._digest("code", account, phone, code)
        await self._store.sms_codes.put({"_id": pair}, {"$set": {"digest": digest, "attempts_left": _TRIES, "until": until}})
        try:
            await self._sender.send(phone, "verification_code", {"code": code, "minutes": str(VALID_FOR.seconds // 60)})
        except Unavailable:
            await self._attempts.forget(_AGAIN, pair)  # nothing was sent, so there is nothing to wait for
            raise

    async def check(self, account: str, phone: str, code: str, pointer: str = "/sms_code") -> None:
        """Raises `Invalid` where `code` is not the one sent. The code stays usable until `drop` or its time is over."""
        pair = self._digest("pair", account, phone)
        # The try is counted before the code is looked at, so that parallel guesses are as many as serial ones.
        where = {"_id": pair, "until": {"$gt": self._wall.now()}, "attempts_left": {"$gt": 0}}
        document = await self._store.sms_codes.change(where, {"$inc": {"attempts_left": -1}})
        if document is None:
            raise _wrong(pointer, "验证码已失效，请点重新发送，用新收到的 6 位数字。")
        if hmac.compare_digest(document["digest"], self._digest("code", account, phone, code)):
            await self._store.sms_codes.change({"_id": pair, "digest": document["digest"]}, {"$inc": {"attempts_left": 1}})
            return
        left = document["attempts_left"]
        if left:
            raise _wrong(pointer, f"验证码不对，还可以再试 {left} 次，或点重新发送。", remaining=left)
        raise _wrong(pointer, "验证码不对，已经试了 3 次，这个验证码作废了，请点重新发送。", remaining=0)

    async def drop(self, account: str, phone: str) -> None:
        """Uses the code up."""
        await self._store.sms_codes.delete({"_id": self._digest("pair", account, phone)})

    def _digest(self, *parts: str) -> str:
        return hmac.new(self._key, "\n".join(parts).encode(), hashlib.sha256).hexdigest()


def _wrong(pointer: str, detail: str, **extra: int) -> Invalid:
    return Invalid(detail, errors=[FieldError(pointer, detail)], **extra)
