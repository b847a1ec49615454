"""The SMS gateway. Production adapts its provider's interface to this contract; see sandbox/sms.py for it."""

import json
from collections.abc import Mapping

import aiohttp
import structlog

from backend import ids
from backend.errors import Invalid, Unavailable
from backend.outside import Limits, OutsideFailure, Service

log = structlog.get_logger()

_CODE_TEXT = "【一次】验证码 {code}。{minutes} 分钟内有效，工作人员不会向您要验证码，请不要告诉别人。"


class SmsUnavailable(Unavailable):
    """The gateway took no message."""

    type, title = "sms_unavailable", "短信暂时发不出去"
    default_detail = "短信暂时发不出去，请过几分钟再试，或到任一窗口办理。"


class Sms:
    """Sends short messages."""

    def __init__(self, base: str, session: aiohttp.ClientSession, limits: Limits | None = None) -> None:
        self._service = Service("sms", base, session, limits)

    async def send(self, phone: str, text: str, message_id: str = "") -> None:
        """Hands one message over. The gateway sends the same `message_id` once only.

        Raises SmsUnavailable where it may be tried again, Invalid where the gateway won't ever take it.
        """
        message_id = message_id or ids.new_id("sms")
        body = json.dumps({"id": message_id, "phone": phone, "text": text}, ensure_ascii=False)
        try:
            reply = await self._service.post("messages", body, repeatable=True)
        except OutsideFailure as failure:
            log.warning("sms_unavailable", reason=failure.reason, message=message_id)
            raise SmsUnavailable from failure
        if reply.status != 202:
            log.warning("sms_refused", status=reply.status, message=message_id)
            raise Invalid("短信没有发出：手机号码不对，或内容太长。请检查手机号码后重试。")


class CodeSms:
    """Words verification codes as short messages."""

    def __init__(self, sms: Sms, texts: Mapping[str, str] | None = None) -> None:
        """`texts`: template → text with `{placeholders}`."""
        self._sms = sms
        self._texts = texts or {"verification_code": _CODE_TEXT}

    async def send(self, phone: str, template: str, data: Mapping[str, str]) -> None:
        """Sends `template` filled from `data`. Raises as `Sms.send`; KeyError for an unknown template."""
        await self._sms.send(phone, self._texts[template].format_map(data))
