"""The SMS gateway: takes messages, and shows what was "sent".

Contract: `POST sms/messages {id, phone, text}` → 202 `{message_id, accepted_at}`; the same id again answers the same
and sends nothing. Errors: 400 `PHONE_INVALID`, `TEXT_TOO_LONG`. `GET sms/messages?phone=` lists, newest last, and
`DELETE` forgets: those two are the sandbox's own, no real gateway has them and no switch stands before them.
"""

import re

from models.base import Body
from sandbox.base import ServiceHandler
from sandbox.mailbox import Message

_PHONE = re.compile(r"1[3-9]\d{9}")
_LONGEST = 500  # characters: what one long message may carry


class MessageBody(Body):
    """A message to be sent."""

    id: str
    phone: str
    text: str


class SmsHandler(ServiceHandler):
    """See the module."""

    service = "sms"
    controls = frozenset({"GET", "DELETE"})

    def post(self) -> None:
        """Takes one message."""
        body = self.body(MessageBody)
        if not _PHONE.fullmatch(body.phone):
            self.answer({"code": "PHONE_INVALID", "message": "手机号码不对"}, 400)
            return
        if len(body.text) > _LONGEST:
            self.answer({"code": "TEXT_TOO_LONG", "message": "短信太长"}, 400)
            return
        kept = self.outside.mailbox.take(Message(**body.model_dump(), at=self.outside.clock.now()))
        self.answer({"message_id": kept.id, "accepted_at": kept.at.isoformat()}, 202)

    def get(self) -> None:
        """`?phone=`: only to that one."""
        messages = self.outside.mailbox.to(self.get_query_argument("phone", None))
        self.answer({"messages": [message.model_dump(mode="json") for message in messages]})

    def delete(self) -> None:
        """Forgets all of them."""
        self.outside.mailbox.clear()
        self.answer({"messages": []})
