"""A hall without the system (断网): receipt numbers kept beforehand for paper forms, and what was taken in entered with its true time.

The numbers come from the same row as all receipts, so none is given twice; what stands on no case in the end is void and stays on record.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import JsonValue

from backend.audit import event_of
from backend.cases.book import CaseBook
from backend.cases.bundles import FollowUp
from backend.cases.core import PdfRenderer, somebody
from backend.catalogue import Vocabulary, own_organ
from backend.clock import Clock
from backend.errors import FieldError, Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.idempotency import earlier, once
from backend.ids import new_id
from backend.permissions import require
from backend.spoken import moment
from backend.store import Session, Store
from models.acts import Act, StaffActor
from models.booking import InHall
from models.cases import Case, LateBody, LateEntry
from models.outages import CloseOutageBody, Outage, OutagesView, OutageTimesBody, OutageView, ReserveBody, UsedNumber, UsedNumberView
from models.people import PaperForm

_SHOWN = 50
_RESERVE_FIRST = "断网的时间要在留号之后、现在之前。号段是{at}留的；更早收的件，请按平常收件。"


class Outages:
    """The blocks of numbers of halls."""

    def __init__(self, store: Store, clock: Clock, book: CaseBook, names: Vocabulary, renderer: PdfRenderer) -> None:
        """`book`: gives the numbers."""
        self.store = store
        self._clock = clock
        self._book = book
        self._names = names
        self._renderer = renderer

    @once("outages", Outage)
    async def reserve(self, act: Act, hall: str, body: ReserveBody) -> Outage:
        """Keeps numbers for a hall. Raises `Forbidden` to staff of another hall, and to whoever belongs to no department."""
        require("hall.outage", act, InHall(hall=hall))
        if isinstance(act.actor, StaffActor) and act.actor.department is None:
            raise Forbidden("您的账号没有登记部门，收件编号不知道用哪个机关的。请联系系统管理员登记部门。")
        if (known := await earlier(self.store, "outages", act)) is not None:
            return Outage.of(known)  # before new numbers are taken
        by = somebody(act)
        organ = own_organ(by.department or "", self._names)
        numbers = await asyncio.gather(*(self._book.notice_number(act, organ, "收") for _ in range(body.count)))
        outage = Outage(
            _id=new_id("outage"),
            hall=hall,
            hall_name=self._names.hall(hall),
            organ=organ.name,
            word=organ.word,
            numbers=sorted(numbers),
            reason=body.reason,
            at=act.at,
            by=by,
        )
        detail = {"hall": hall, "first": outage.numbers[0], "last": outage.numbers[-1], "count": body.count, "reason": body.reason}
        await self.store.outages.insert(outage, event_of(act, "outage.reserved", detail=detail))
        return outage

    @once("outages", Outage)
    async def tell_times(self, act: Act, hall: str, outage_id: str, body: OutageTimesBody) -> Outage:
        """When the hall had no system. Raises `Invalid` where that was before the numbers were kept or is not over, or leaves out a time
        that was entered already."""
        outage = await self._open(act, hall, outage_id)
        kept = outage.at.replace(second=0, microsecond=0)  # what is typed has no seconds
        if body.start < kept or body.end > act.at:
            raise Invalid(errors=[FieldError("/start" if body.start < kept else "/end", _RESERVE_FIRST.format(at=moment(outage.at)))])
        outside = [each for each in outage.used if not body.start <= each.at <= body.end]
        if outside:
            raise Invalid(errors=[FieldError("/start", f"{outside[0].number}已经按{moment(outside[0].at)}补录，这个时间要在断网时间里。")])
        times = {"start": body.start, "end": body.end}
        return await self._change(outage, body.version, times, act, "outage.timed", {**times, "hall": hall})

    @once("outages", Outage)
    async def close(self, act: Act, hall: str, outage_id: str, body: CloseOutageBody) -> Outage:
        """Everything was entered: the numbers nobody used are void, each of them on record."""
        outage = await self._open(act, hall, outage_id)
        closing = {"closed_at": act.at, "closed_by": somebody(act).model_dump()}
        return await self._change(outage, body.version, closing, act, "outage.closed", {"hall": hall, "void": outage.unused})

    async def of_hall(self, act: Act, hall: str) -> OutagesView:
        """The latest blocks of a hall. Raises `Forbidden` to staff of another hall."""
        require("hall.outage_see", act, InHall(hall=hall))
        rows = await self.store.outages.find({"hall": hall}, sort=[("_id", -1)], limit=_SHOWN)
        return OutagesView(items=[view(Outage.of(row)) for row in rows])

    async def forms(self, act: Act, hall: str, outage_id: str) -> bytes:
        """Paper forms, one for each number that is not used yet, with a slip for whoever hands in. Raises `WrongState` once it is closed."""
        require("hall.outage_see", act, InHall(hall=hall))
        outage = await self._get(hall, outage_id)
        if outage.closed_at is not None or not outage.unused:
            raise WrongState("这个号段已经用完或作废，不能再打印。请留一个新的号段。")
        numbers: list[JsonValue] = list(outage.unused)
        data: dict[str, JsonValue] = {"hall": outage.hall_name, "organ": outage.organ, "numbers": numbers}
        return await self._renderer.pdf("outage_form", data, act.at, max_pages=len(numbers))

    async def require_form(self, act: Act, form: PaperForm) -> None:
        """Raises `Invalid` where a paper form is none of a block that is entered now, or its time none of the outage; `Forbidden` to staff
        of another hall."""
        outage = await _block(self.store, act, form.outage, "/paper/outage")
        fault = _number_fault(outage, form.number) if form.at is None else _fault(outage, form.number, form.at)
        if fault:
            raise Invalid(errors=[FieldError(fault.pointer.replace("/late/", "/paper/"), fault.detail)])

    async def _open(self, act: Act, hall: str, outage_id: str) -> Outage:
        require("hall.outage", act, InHall(hall=hall))
        outage = await self._get(hall, outage_id)
        if outage.closed_at is not None:
            raise WrongState(_CLOSED)
        return outage

    async def _get(self, hall: str, outage_id: str) -> Outage:
        row = await self.store.outages.get(outage_id)
        if row is None or row["hall"] != hall:
            raise NotFound()
        return Outage.of(row)

    async def _change(
        self, outage: Outage, version: int, changes: Mapping[str, object], act: Act, action: str, detail: Mapping[str, object]
    ) -> Outage:
        where = {"_id": outage.id, "version": version, "closed_at": None}
        changed = await self.store.outages.change(where, {"$set": changes}, event_of(act, action, detail=detail))
        if changed is None:
            raise StaleVersion()
        return Outage.of(changed)


@dataclass(frozen=True)
class Late:
    """What a case keeps of having been taken in on paper, its receipt where the number is of its own organ, and what is written beside."""

    entry: LateEntry
    receipt: str | None
    write: FollowUp

    @property
    def detail(self) -> dict[str, Any]:
        """What the event of the act says of it."""
        return {"received_at": self.entry.at, "paper": self.entry.number, "outage": self.entry.outage}


async def late(store: Store, act: Act, case: Case, word: str, body: LateBody) -> Late:
    """A number of a block, for `case`, whose notices bear `word`. Raises `Invalid` with what is wrong with number or time."""
    outage = await _block(store, act, body.outage, "/late/outage")
    if fault := _fault(outage, body.number, body.at):
        raise Invalid(errors=[fault])
    by = somebody(act)
    used = UsedNumber(number=body.number, case=case.id, case_number=case.number or "", at=body.at, entered_at=act.at, by=by)

    async def write(session: Session) -> None:
        where = {"_id": outage.id, "closed_at": None, "start": outage.start, "end": outage.end, "used.number": {"$ne": body.number}}
        detail = {"number": body.number, "case": case.id, "received_at": body.at}
        event = event_of(act, "outage.number_used", detail=detail).model_copy(update={"key": None, "digest": None})  # the key is the case's
        if await store.outages.change(where, {"$push": {"used": used.model_dump()}}, event, session=session) is None:
            raise StaleVersion("这个号段刚刚变了：号可能被别人用了，或者号段已经结束。请重新选择编号。")

    entry = LateEntry(outage=outage.id, number=body.number, at=body.at, entered_at=act.at, by=by)
    return Late(entry, body.number if outage.word == word else None, write)


async def _block(store: Store, act: Act, outage_id: str, pointer: str) -> Outage:
    row = await store.outages.get(outage_id)
    if row is None:
        raise Invalid(errors=[FieldError(pointer, "没有这个号段。请回到收件页面重新选择。")])
    outage = Outage.of(row)
    require("hall.outage_see", act, InHall(hall=outage.hall))
    return outage


def _fault(outage: Outage, number: str, at: datetime) -> FieldError | None:
    if fault := _number_fault(outage, number):
        return fault
    if outage.start is None or outage.end is None or outage.start <= at <= outage.end:
        return None
    return FieldError("/late/at", f"收件时间要在断网的{moment(outage.start)}到{moment(outage.end)}之间。请照纸上写的填。")


def _number_fault(outage: Outage, number: str) -> FieldError | None:
    if outage.closed_at is not None:
        return FieldError("/late/outage", _CLOSED)
    if outage.start is None or outage.end is None:
        return FieldError("/late/outage", "这个号段还没有登记断网时间。请大厅管理员先在「断网收件」里登记，再补录。")
    if number not in outage.numbers:
        return FieldError("/late/number", "这个编号不在号段里。请对照纸上的编号。")
    if number not in outage.unused:
        return FieldError("/late/number", "这个编号已经补录过。请对照纸上的编号。")
    return None


def view(outage: Outage) -> OutageView:
    """A block as its hall sees it."""
    used = [UsedNumberView(**{**each.model_dump(exclude={"by"}), "by": each.by.name}) for each in outage.used]
    plain = outage.model_dump(include={"id", "version", "hall", "reason", "at", "start", "end", "closed_at"})
    return OutageView(
        **plain,
        by=outage.by.name,
        first=outage.numbers[0],
        last=outage.numbers[-1],
        count=len(outage.numbers),
        used=used,
        unused=outage.unused,
        closed_by=outage.closed_by.name if outage.closed_by else None,
    )


_CLOSED = "这个号段已经结束，没用的编号已经作废，不能再补录。"
