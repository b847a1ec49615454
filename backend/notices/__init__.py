"""Messages to people: the outbox's consumer that fills templates and sends them through the inbox, WeChat and SMS."""

from backend.notices.engine import Notices
from backend.notices.templates import NoticeTemplates, NoticeTemplatesFaulty

__all__ = ["NoticeTemplates", "NoticeTemplatesFaulty", "Notices"]
