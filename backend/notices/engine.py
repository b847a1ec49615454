"""Sends notices. Each order of an event becomes one row of the inbox, then goes out by the channels its template has.

What a channel answered is kept on the row, so that a retry sends only what was not sent: the inbox once, and
outside at least once. A person who is dead gets nothing; whoever no channel reaches and whose notice matters is
put on the list of phone calls.
"""

from collections.abc import Mapping
from typing import Any, Protocol

import structlog

from backend.audit import Audit, event_of
from backend.clock import Clock
from backend.errors import NotFound, StaleVersion
from backend.notices.templates import NoticeTemplates, filled, wechat_data
from backend.outbox import OutboxRow
from backend.people import reader_of
from backend.spoken import wechat_time
from backend.store import Document, DuplicateKeyError, Store
from models.acts import Act
from models.base import NoticeOrder
from models.notices import CallBody, Channel, Delivery, Notice, NoticeCallView, NoticeTemplate
from models.people import CitizenState

log = structlog.get_logger()
_CALLS = 50


class SubscribeSender(Protocol):
    """WeChat: whether the message was taken. Raises `Unavailable` where it may be tried again."""

    async def notify(self, openid: str, template: str, page: str, data: dict[str, dict[str, str]]) -> Delivery: ...


class SmsSender(Protocol):
    """SMS. Raises `Unavailable` where it may be tried again."""

    async def send(self, phone: str, text: str) -> None: ...


class Notices:
    """The inbox and the channels."""

    def __init__(
        self, store: Store, clock: Clock, audit: Audit, templates: NoticeTemplates, wechat: SubscribeSender, sms: SmsSender
    ) -> None:
        self.store = store
        self._clock = clock
        self._audit = audit
        self._templates = templates
        self._wechat = wechat
        self._sms = sms

    async def on_event(self, row: OutboxRow) -> None:
        """Consumer of the outbox: every notice the event orders. Safe to run twice.

        What an enterprise is told reaches its legal representative.
        """
        directly = {(order.to, order.template) for order in row.notices}
        for place, order in enumerate(row.notices):
            reader = await reader_of(self.store, order.to)
            if reader != order.to and (reader, order.template) in directly:
                continue  # a legal representative who handles the matter too is told once
            person = await self.store.citizens.get(reader)
            if person is not None and person.get("state") == CitizenState.ERASED.value:
                continue  # their inbox went with the account
            notice = await self._kept(f"{row.id}.{place}", row, order, reader)
            await self._send(notice, order, person)

    async def inbox(self, person: str, *, unread: bool = False, before: str = "", limit: int = 20) -> list[Notice]:
        """Notices of a person, newest first; `before` is the id of the last one of the page before."""
        where: dict[str, Any] = {"person": person}
        if unread:
            where["read_at"] = None
        if before:
            where["_id"] = {"$lt": before}
        rows = await self.store.notices.find(where, sort=[("_id", -1)], limit=limit)
        return [Notice.of(row) for row in rows]

    async def unread(self, person: str) -> int:
        """How many wait to be read."""
        return await self.store.notices.count({"person": person, "read_at": None})

    async def read(self, act: Act, notice_id: str) -> Notice:
        """Marks one as read; reading twice changes nothing. Raises `NotFound`."""
        mine = {"_id": notice_id, "person": act.actor.id}
        document = await self.store.notices.change({**mine, "read_at": None}, {"$set": {"read_at": act.at}})
        document = document or await self.store.notices.find_one(mine)
        if document is None:
            raise NotFound()
        return Notice.of(document)

    async def calls(self, act: Act) -> list[NoticeCallView]:
        """Notices to be told by phone, the oldest first. Each number shown is logged for its owner."""
        rows = await self.store.notices.find({"channels.call": Delivery.WAITING.value}, sort=[("_id", 1)], limit=_CALLS)
        views: list[NoticeCallView] = []
        for row in rows:
            citizen = await self.store.citizens.get(row["person"]) or {}
            await self._audit.read(act, "notice.phone_read", person=row["person"], subject=f"notices/{row['_id']}", purpose="电话通知")
            views.append(
                NoticeCallView(
                    id=row["_id"],
                    name=citizen.get("name", ""),
                    phone=citizen.get("phone") or "",
                    title=row["title"],
                    body=row["body"],
                    at=row["at"],
                )
            )
        return views

    async def record_call(self, act: Act, notice_id: str, body: CallBody) -> Notice:
        """Records what came of a call. Raises `NotFound`, `StaleVersion` where a colleague was faster."""
        event = event_of(act, "notice.called", detail={"outcome": body.outcome.value})
        change = {"channels.call": Delivery.SENT.value, "outcome": body.outcome.value, "outcome_note": body.note or ""}
        waiting = {"_id": notice_id, "channels.call": Delivery.WAITING.value}
        document = await self.store.notices.change(waiting, {"$set": change}, event)
        if document is None:
            if await self.store.notices.get(notice_id) is None:
                raise NotFound()
            raise StaleVersion("这个电话通知已有同事记录过结果，请刷新列表。")
        return Notice.of(document)

    async def _kept(self, notice_id: str, row: OutboxRow, order: NoticeOrder, reader: str) -> Notice:
        template = self._templates.get(order.template)
        data = {"at": wechat_time(row.at), **order.data}
        notice = Notice(
            _id=notice_id,
            person=reader,
            template=order.template,
            title=filled(template.title, data),
            body=filled(template.body, data),
            link=filled(template.link, data),
            at=row.at,
            subject=row.subject,
        )
        try:
            await self.store.notices.insert(notice)
        except DuplicateKeyError:
            return Notice.of(await self.store.notices.get(notice_id) or notice.to_document())
        return notice

    async def _send(self, notice: Notice, order: NoticeOrder, person: Document | None) -> None:
        if person is None or person.get("state") != "active":
            return
        template = self._templates.get(notice.template)
        data = {"at": wechat_time(notice.at), **order.data}
        failure: Exception | None = None
        for channel, send in ((Channel.WECHAT, self._by_wechat), (Channel.SMS, self._by_sms)):
            if channel in notice.channels:
                continue
            try:
                delivery = await send(template, data, person)
            except Exception as error:  # noqa: BLE001 - the other channel is tried first, then the row comes again
                failure = error
                continue
            if delivery is not None:
                await self._record(notice, channel, delivery)
        if failure is not None:
            raise failure
        if template.important and Delivery.SENT not in notice.channels.values() and Channel.CALL not in notice.channels:
            await self._record(notice, Channel.CALL, Delivery.WAITING)

    async def _by_wechat(self, template: NoticeTemplate, data: Mapping[str, str], person: Document) -> Delivery | None:
        if template.wechat is None or not person.get("openid"):
            return None
        wechat, values = template.wechat, wechat_data(template.wechat, data)
        if values is None:
            log.warning("notice_unfit_for_wechat", template=wechat.template)
            return None
        return await self._wechat.notify(person["openid"], wechat.template, filled(wechat.page, data), values)

    async def _by_sms(self, template: NoticeTemplate, data: Mapping[str, str], person: Document) -> Delivery | None:
        if not template.sms or not person.get("phone"):
            return None
        await self._sms.send(person["phone"], filled(template.sms, data))
        return Delivery.SENT

    async def _record(self, notice: Notice, channel: Channel, delivery: Delivery) -> None:
        notice.channels[channel] = delivery
        await self.store.notices.change({"_id": notice.id}, {"$set": {f"channels.{channel.value}": delivery.value}})
