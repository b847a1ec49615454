"""Sends notices. Each order of an event becomes one row of the inbox, then goes out by the channels its template has.

What a channel answered is kept on the row, so that a retry sends only what was not sent: the inbox once, and
outside at least once. A person who is dead gets nothing; whoever no channel reaches and whose notice matters is
put on the list of phone calls of the hotline and of the town they live in.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Protocol

import structlog

from backend.audit import Audit, event_of
from backend.clock import Clock
from backend.errors import Forbidden, NotFound, StaleVersion
from backend.grants import names_for
from backend.idempotency import once
from backend.notices.templates import NoticeTemplates, filled, wechat_data
from backend.outbox import OutboxRow
from backend.people import mask_name, mask_phone, reader_of
from backend.spoken import wechat_time
from backend.store import Document, DuplicateKeyError, Store
from models.acts import Act, Role, StaffActor
from models.base import NoticeOrder
from models.notices import CallBody, CallOutcome, Channel, Delivery, Notice, NoticeCallView, NoticeTemplate
from models.people import CitizenState

log = structlog.get_logger()
_CALLS = 50
_HELD = timedelta(minutes=30)  # a call somebody took on and forgot is free again
_WAITS: Document = {"channels.call": Delivery.WAITING.value}


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

    async def inbox(self, person: str, *, unread: bool = False, before: str | None = None, limit: int = 20) -> list[Notice]:
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
        """Notices to be told by phone, the oldest first, those that were tried behind the others: all of them for the hotline, for others
        those of their town. What is the viewer's own is shown in full, the rest masked. Raises `Forbidden` for who has neither."""
        rows = await self.store.notices.find(_WAITS | _reach(act), sort=[("tried_at", 1), ("_id", 1)], limit=_CALLS)
        return [await self._call_view(act, Notice.of(row)) for row in rows]

    @once("notices", Notice)
    async def claim_call(self, act: Act, notice_id: str) -> Notice:
        """Takes a call on, for half an hour: name, number and text are shown from now on, to nobody else. Raises `NotFound`,
        `Forbidden`, `StaleVersion` where a colleague has it."""
        free = {"$or": [{"caller": {"$in": ["", act.actor.id]}}, {"caller": {"$exists": False}}, {"claimed_at": {"$lte": act.at - _HELD}}]}
        where = {"_id": notice_id, **_WAITS, **_reach(act), **free}
        change = {"caller": act.actor.id, "caller_name": act.actor.name, "claimed_at": act.at}
        document = await self.store.notices.change(where, {"$set": change}, event_of(act, "notice.call_claimed", detail={}))
        if document is None:
            await self._require_reached(act, notice_id)
            raise StaleVersion("这个电话已有同事在打，或者已经打过了。请刷新列表。")
        return Notice.of(document)

    async def call(self, act: Act, notice: Notice) -> NoticeCallView:
        """A call as the viewer may see it; one they took on in full, which is logged for whom it concerns."""
        return await self._call_view(act, notice)

    async def record_call(self, act: Act, notice_id: str, body: CallBody) -> Notice:
        """Records what came of a call the actor took on; one that is to be tried later is everybody's again. Raises `NotFound`,
        `Forbidden` (the hotline goes to nobody's door), `StaleVersion` where it is not theirs."""
        at_door = body.outcome is CallOutcome.TOLD_AT_DOOR
        if at_door and not _goes_there(act):
            raise Forbidden("上门告诉由本人居住的镇街、村居去做。请记打电话的结果；没有电话的，先放回列表。")
        event = event_of(act, "notice.told_at_door" if at_door else "notice.called", detail={"outcome": body.outcome.value})
        change: Document = {"$set": {"outcome": body.outcome.value, "outcome_note": body.note or ""}}
        if body.outcome is CallOutcome.LATER:
            change["$set"] |= {"caller": "", "caller_name": "", "claimed_at": None, "tried_at": act.at}
            change["$inc"] = {"tries": 1}
        else:
            change["$set"]["channels.call"] = Delivery.SENT.value
        where = {"_id": notice_id, **_WAITS, **_reach(act), "caller": act.actor.id}
        document = await self.store.notices.change(where, change, event)
        if document is None:
            await self._require_reached(act, notice_id)
            raise StaleVersion("请先认领这个电话，打完再记录结果；已经记录过、或者同事已经认领的，请刷新列表。")
        return Notice.of(document)

    async def _require_reached(self, act: Act, notice_id: str) -> None:
        """Raises `NotFound` where there is no such call, or it is for others to make."""
        if await self.store.notices.find_one({"_id": notice_id, "channels.call": {"$exists": True}, **_reach(act)}) is None:
            raise NotFound()

    async def _call_view(self, act: Act, notice: Notice) -> NoticeCallView:
        citizen = await self.store.citizens.get(notice.person) or {}
        name, phone = citizen.get("name", ""), citizen.get("phone") or ""
        held = notice.claimed_at is not None and act.at < notice.claimed_at + _HELD
        mine = held and notice.caller == act.actor.id
        if mine:
            await self._audit.read(act, "notice.phone_read", person=notice.person, subject=f"notices/{notice.id}", purpose="电话通知")
        return NoticeCallView(
            id=notice.id,
            name=name if mine else mask_name(name),
            phone=phone if mine else mask_phone(phone),
            title=notice.title,
            body=await self._read_aloud(notice) if mine else "",
            at=notice.at,
            caller=notice.caller_name if held else "",
            claimed_at=notice.claimed_at if held else None,
            mine=mine,
            door=_goes_there(act),
            tries=notice.tries,
            tried_at=notice.tried_at,
        )

    async def _read_aloud(self, notice: Notice) -> str:
        """The text for the ears of whom it is for; in writing, and on a telephone several share, names stay masked."""
        body = notice.body
        for masked, name in (await names_for(self.store, notice.subject, notice.person)).items():
            body = body.replace(masked, name)
        return body

    async def _kept(self, notice_id: str, row: OutboxRow, order: NoticeOrder, reader: str) -> Notice:
        template = self._templates.get(order.template)
        data = {"at": wechat_time(row.at), **order.data}
        notice = Notice(
            _id=notice_id,
            person=reader,
            template=order.template,
            title=filled(template.title, data),
            body=filled(template.body, data) + order.data.get("acted", ""),
            link=filled(template.link, data),
            at=row.at,
            subject=row.subject,
            grant=order.data.get("grant_held"),
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
            await self._record(notice, Channel.CALL, Delivery.WAITING, town=(person.get("identity") or {}).get("town") or "")

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

    async def _record(self, notice: Notice, channel: Channel, delivery: Delivery, **more: str) -> None:
        notice.channels[channel] = delivery
        await self.store.notices.change({"_id": notice.id}, {"$set": {f"channels.{channel.value}": delivery.value, **more}})


def _goes_there(act: Act) -> bool:
    """Whether whoever reads a call lives with the people of a town, and may go to their doors."""
    return isinstance(act.actor, StaffActor) and act.actor.town is not None


def _reach(act: Act) -> Document:
    """The filter on the calls that are a member of staff's to make. Raises `Forbidden` where none are."""
    actor = act.actor
    if isinstance(actor, StaffActor) and actor.has(Role.HOTLINE_AGENT):
        return {}
    if isinstance(actor, StaffActor) and actor.town is not None:
        return {"town": actor.town}
    raise Forbidden("电话通知由热线坐席打，或者由本人居住的镇街打。您的岗位不在其中。")
