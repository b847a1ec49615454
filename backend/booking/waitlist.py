"""The waitlist (候补) as citizens and agents use it: join, answer an offer, leave."""

from datetime import timedelta
from typing import Any

from backend import permissions
from backend.audit import event_of
from backend.booking.claims import Claims
from backend.booking.core import Places, Visit, Wish, claimed, fields_of, first_notice, grant_of
from backend.booking.halls import bookable, counters_for
from backend.booking.line import Line
from backend.booking.openings import fitting, openings
from backend.errors import Invalid, NotFound, SlotFull, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.spoken import moment, when
from backend.store import DuplicateKeyError, Session, Store
from models.acts import Act
from models.appointments import VersionBody
from models.base import Event
from models.booking import Hall, PlaceState
from models.waitlist import Offer, OfferView, WaitBody, Waiting, WaitingState, WaitlistEntryView

_LISTED = 20
_GONE = "为您保留的时段刚刚因大厅停办不能用了，抱歉。您的排队位置不变，有新的空位会再通知您。"


class Waitlist:
    """Who waits is asked in order of joining; a family is asked once there is room for all of it at the same time."""

    def __init__(self, places: Places, claims: Claims, line: Line) -> None:
        self.store: Store = places.store
        self._places = places
        self._claims = claims
        self._line = line

    @once("waitlist", Waiting)
    async def join(self, act: Act, body: WaitBody) -> Waiting:
        """Stands in the line of a hall.

        Raises `Invalid` (items, days), `NotFound` (hall, case), `BookingBlocked`, `AlreadyBooked`, `WrongState` where
        there is still room to book, or they wait for this already.
        """
        wish = await self._claims.wish(act, body.items, body.people, body.case)
        hall = await self._places.halls.get(body.hall, act.at.date())
        self._check_days(hall, body, act)
        await self._claims.tell_existing(wish)
        await self._check_full(act, hall, wish, body)
        waiting = Waiting(
            _id=new_id("wait"),
            rank=await self.store.next_number("waitlist"),
            needs=wish.needs,
            person=wish.person,
            name=wish.name,
            people=list(wish.people),
            items=[item.code for item in wish.items],
            item_names=[item.name for item in wish.items],
            hall=hall.hall,
            hall_name=hall.name,
            first=body.first.isoformat(),
            last=body.last.isoformat(),
            case=body.case,
            grant=wish.grant,
            channel=act.channel,
            joined_at=act.at,
        )
        event = event_of(act, "waitlist.joined", detail={"hall": hall.hall, "places": waiting.places})

        async def write(session: Session | None) -> Waiting:
            await self.store.waitlist.insert(waiting, event, session=session)
            return waiting

        try:
            return await self._places.under(act, waiting.items, write)
        except DuplicateKeyError:
            raise WrongState(f"您已经在候补「{waiting.item_text}」了，不用再排一次。请到「我的预约」里查看，或先退出再重新排。") from None

    @once("waitlist", Waiting)
    async def accept(self, act: Act, waiting_id: str, body: VersionBody) -> Waiting:
        """Takes what is offered: every place becomes an appointment, the first the applicant's, the others their family's.

        Raises `WrongState` where the offer has run out or the hall closed meanwhile, `AlreadyBooked`.
        """
        waiting = await self._get(act, waiting_id)
        offer = _open_offer(waiting, act, body)
        wishes = self._wishes(act, waiting)
        claims = [self._claim(act, wish, offer, waiting.hall_name) for wish in wishes]
        event = event_of(act, "waitlist.taken", detail={"places": len(claims)})

        async def write(session: Session) -> Waiting:
            for place, (fields, told) in zip(offer.places, claims, strict=True):
                where = {"_id": place, "state": PlaceState.HELD.value, "held_for": waiting.id}
                update = {"$set": fields, "$unset": {"held_for": "", "held_until": ""}}
                if await self.store.places.change(where, update, told, session=session) is None:
                    raise SlotFull()
            return await self._changed(waiting, event, session, state=WaitingState.TAKEN, appointments=offer.places)

        try:
            return await self._places.together(act, waiting.items, write)
        except DuplicateKeyError:
            for wish in wishes:
                await self._claims.tell_existing(wish)
            raise
        except SlotFull:
            await self._line.pass_on(waiting, act.at)
            raise WrongState(_GONE) from None

    @once("waitlist", Waiting)
    async def decline(self, act: Act, waiting_id: str, body: VersionBody) -> Waiting:
        """Not this time: the next in the line is asked, and this one keeps the rank for other times."""
        waiting = await self._get(act, waiting_id)
        offer = _open_offer(waiting, act, body)
        fields = {"state": WaitingState.WAITING, "passed": [*waiting.passed, offer.start], "unanswered": 0}
        return await self._give_back(act, waiting, event_of(act, "waitlist.declined"), fields)

    @once("waitlist", Waiting)
    async def leave(self, act: Act, waiting_id: str, body: VersionBody) -> Waiting:
        """Leaves the line; what was held is for the next in it."""
        waiting = await self._get(act, waiting_id)
        if waiting.version != body.version:
            raise StaleVersion()
        if not waiting.live:
            raise WrongState("这次候补已经结束，不用再退出。")
        return await self._give_back(act, waiting, event_of(act, "waitlist.left"), {"state": WaitingState.LEFT})

    async def own(self, act: Act) -> list[Waiting]:
        """The applicant's entries as far as a grant covers them: those in the line first, then the newest that are over."""
        where: dict[str, Any] = {"person": act.person}
        if act.acting is not None and act.acting.items:
            where["items"] = {"$not": {"$elemMatch": {"$nin": sorted(act.acting.items)}}}
        rows = await self.store.waitlist.find(where, sort=[("live", -1), ("_id", -1)], limit=_LISTED)
        return [Waiting.of(row) for row in rows]

    async def one(self, act: Act, waiting_id: str) -> Waiting:
        """An own entry. Raises `NotFound`."""
        return await self._get(act, waiting_id)

    async def view(self, waiting: Waiting) -> WaitlistEntryView:
        """An entry as its citizen sees it now."""
        ahead = await self._line.ahead_of(waiting) if waiting.state is WaitingState.WAITING else 0
        shared = ("id", "version", "state", "hall", "hall_name", "first", "last", "items", "item_names", "name", "people", "appointments")
        return WaitlistEntryView(
            **{name: getattr(waiting, name) for name in shared},
            status=_status(waiting, ahead),
            ahead=ahead,
            offer=_offer_view(waiting.offer) if waiting.state is WaitingState.OFFERED and waiting.offer else None,
            actions=_ACTIONS.get(waiting.state, []),
        )

    def _check_days(self, hall: Hall, body: WaitBody, act: Act) -> None:
        furthest = act.at.date() + timedelta(days=hall.days_ahead)
        if body.first < act.at.date():
            raise Invalid("开始日期已经过去了，请选今天或以后的日子。")
        if body.last > furthest:
            raise Invalid(f"最远可以候补到{furthest.month}月{furthest.day}日，请缩短日期范围。")

    async def _check_full(self, act: Act, hall: Hall, wish: Wish, body: WaitBody) -> None:
        """Raises `Invalid` where the hall has no counter for it, `WrongState` where there is room to book right away."""
        counters = counters_for(hall, wish.items)
        if not counters:
            raise Invalid("这个大厅的窗口不能一次办完所选事项，请换一个大厅，或分开预约。")
        free = await openings(self.store, hall.hall, act.at, (body.first, body.last), {"released_at": {"$lte": act.at}})
        start = fitting(free, [counter.id for counter in counters], 1 + len(wish.people), (body.first, body.last))
        if start is not None:
            raise WrongState(f"{moment(start)}还有空位，不用候补，请直接预约。")

    async def _get(self, act: Act, waiting_id: str) -> Waiting:
        document = await self.store.waitlist.get(waiting_id)
        if document is None:
            raise NotFound("没有找到这次候补，或它不属于您。请返回「我的预约」重新进入。")
        waiting = Waiting.of(document)
        permissions.require("appointment.change", act, waiting)
        return waiting

    def _wishes(self, act: Act, waiting: Waiting) -> list[Wish]:
        """One for each place: the applicant's own, then one for each of the family."""
        items = bookable(self._places.items, waiting.items)
        seats = [None, *waiting.people]
        return [Wish(waiting.person, waiting.name, items, (), waiting.case, grant_of(act), act.channel, seat) for seat in seats]

    def _claim(self, act: Act, wish: Wish, offer: Offer, hall_name: str) -> tuple[dict[str, Any], Event]:
        """What makes a held place an appointment, and the event that tells of it. The act's key belongs to the entry."""
        to_be = claimed(wish, Visit(hall_name, "", offer.start, offer.end), act.at, self._places.rules)
        event = event_of(act, "appointment.claimed", notices=self._places.notices(to_be, first_notice(to_be)))
        return fields_of(to_be), event.model_copy(update={"key": None, "digest": None})

    async def _give_back(self, act: Act, waiting: Waiting, event: Event, fields: dict[str, Any]) -> Waiting:
        """Changes the entry and frees what was held for it. Raises `StaleVersion`."""
        freed = await self._line.reopening(waiting, act.at)

        async def write(session: Session) -> Waiting:
            changed = await self._changed(waiting, event, session, offer=None, **fields)
            await self._line.free(waiting, freed, session)
            return changed

        return await self._places.together(act, waiting.items, write)

    async def _changed(self, waiting: Waiting, event: Event, session: Session, **fields: Any) -> Waiting:
        changed = await self._line.change(waiting, event, session, **fields)
        if changed is None:
            raise StaleVersion()
        return changed


_ACTIONS = {WaitingState.WAITING: ["leave"], WaitingState.OFFERED: ["accept", "decline", "leave"]}
_STATUS = {
    WaitingState.TAKEN: "已约上",
    WaitingState.LEFT: "您已退出候补",
    WaitingState.LAPSED: "空出的时段几次没有等到您答复，候补已结束；还需要的话请重新排",
    WaitingState.OVER: "想约的日子已经过去，没有等到空位",
}


def _status(waiting: Waiting, ahead: int) -> str:
    """The state in a sentence: whose turn it is, and what to do."""
    if waiting.state is WaitingState.WAITING:
        before = f"前面还有 {ahead} 位" if ahead else "下一位就是您"
        return f"正在排队，{before}；有空出的时段会按先后通知您"
    if waiting.state is WaitingState.OFFERED and waiting.offer is not None:
        return f"空出了{when(waiting.offer.start, waiting.offer.end)}，请在{moment(waiting.offer.until)}前答复"
    return _STATUS.get(waiting.state) or waiting.reason or "候补已结束"


def _offer_view(offer: Offer) -> OfferView:
    return OfferView(
        start=offer.start,
        end=offer.end,
        when=when(offer.start, offer.end),
        places=len(offer.places),
        until=offer.until,
        until_text=moment(offer.until),
    )


def _open_offer(waiting: Waiting, act: Act, body: VersionBody) -> Offer:
    if waiting.version != body.version:
        raise StaleVersion()
    if waiting.state is not WaitingState.OFFERED or waiting.offer is None:
        raise WrongState("现在没有空出的时段等您答复，请刷新查看。")
    if waiting.offer.until <= act.at:
        raise WrongState(f"答复时间到{moment(waiting.offer.until)}为止，已经过了，时段给了下一位。有新的空位会再通知您。")
    return waiting.offer
