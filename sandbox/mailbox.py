"""The short messages that were "sent"."""

from collections import deque
from datetime import datetime

from pydantic import BaseModel


class Message(BaseModel):
    """A message as it was taken."""

    id: str
    phone: str
    text: str
    at: datetime


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
