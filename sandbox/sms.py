"""The SMS gateway: takes messages, and shows what was "sent".

Contract: `POST sms/messages {id, phone, text}` → 202 `{message_id, accepted_at}`; the same id again answers the same
and sends nothing. Errors: 400 `PHONE_INVALID`, `TEXT_TOO_LONG`. `GET sms/messages?phone=` lists, newest last: that one
is the sandbox's own, no real gateway has it.
"""

import re
from collections import deque
from datetime import datetime

from pydantic import BaseModel

from models.base import Body
from sandbox.base import SandboxHandler, ServiceHandler

_PHONE = re.compile(r"1[3-9]\d{9}")
_LONGEST = 500  # characters: what one long message may carry


class Message(BaseModel):
    """A message as it was taken."""

    id: str
    phone: str
    text: str
    at: datetime


class MessageBody(Body):
    """A message to be sent."""

    id: str
    phone: str
    text: str


class Mailbox:
    """The last messages "sent"."""

    def __init__(self, keep: int = 500) -> None:
        self._messages: deque[Message] = deque(maxlen=keep)

    def take(self, message: Message) -> Message:
        """Keeps a message; one whose id is known is the one we have."""
        known = next((kept for kept in self._messages if kept.id == message.id), None)
        if known is None:
            self._messages.append(message)
        return known or message

    def to(self, phone: str | None) -> list[Message]:
        """The messages to that phone, or to all, oldest first."""
        return [message for message in self._messages if phone in {None, message.phone}]

    def clear(self) -> None:
        """Forgets them all."""
        self._messages.clear()


class SmsHandler(ServiceHandler):
    """Takes one message."""

    service = "sms"

    def initialize(self, outside: object, mailbox: Mailbox) -> None:
        """The mailbox keeps them."""
        super().initialize(outside)  # pyright: ignore[reportArgumentType]
        self._mailbox = mailbox

    def post(self) -> None:
        """See the module."""
        body = self.body(MessageBody)
        if not _PHONE.fullmatch(body.phone):
            self.answer({"code": "PHONE_INVALID", "message": "手机号码不对"}, 400)
            return
        if len(body.text) > _LONGEST:
            self.answer({"code": "TEXT_TOO_LONG", "message": "短信太长"}, 400)
            return
        kept = self._mailbox.take(Message(**body.model_dump(), at=self.outside.clock.now()))
        self.answer({"message_id": kept.id, "accepted_at": kept.at.isoformat()}, 202)


class MailboxHandler(SandboxHandler):
    """Lists and clears what was sent; no switch stands before it."""

    def initialize(self, outside: object, mailbox: Mailbox) -> None:
        """The mailbox keeps them."""
        super().initialize(outside)  # pyright: ignore[reportArgumentType]
        self._mailbox = mailbox

    def get(self) -> None:
        """`?phone=`: only to that one."""
        messages = self._mailbox.to(self.get_query_argument("phone", None))
        self.answer({"messages": [message.model_dump(mode="json") for message in messages]})

    def delete(self) -> None:
        """Forgets all of them."""
        self._mailbox.clear()
        self.answer({"messages": []})
