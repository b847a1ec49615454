"""The waitlist of a hall: for citizens, and for an agent under a grant."""

from handlers.access import citizen, endpoint
from handlers.base import BaseHandler
from models.appointments import VersionBody
from models.waitlist import WaitBody, Waiting, WaitlistEntryView, WaitlistView

WAITING = r"(wait_[A-Za-z0-9]{1,40})"
_KNOWN = citizen(level=1)


class WaitlistBase(BaseHandler):
    """What every verb on the waitlist answers."""

    async def view(self, waiting: Waiting) -> WaitlistEntryView:
        """An entry as its citizen sees it now."""
        return await self.engines.booking.waitlist.view(waiting)


class WaitlistHandler(WaitlistBase):
    """Own entries; joining."""

    @endpoint(access=_KNOWN, acting=True, reply={200: WaitlistView}, summary="我的候补")
    async def get(self) -> WaitlistView:
        own = await self.engines.booking.waitlist.own(self.act)
        return WaitlistView(items=[await self.view(each) for each in own])

    @endpoint(access=_KNOWN, acting=True, body=WaitBody, reply={201: WaitlistEntryView}, summary="约满时候补排队")
    async def post(self, body: WaitBody) -> WaitlistEntryView:
        return await self.view(await self.engines.booking.waitlist.join(self.act, body))


class WaitingHandler(WaitlistBase):
    """One entry."""

    @endpoint(access=_KNOWN, acting=True, reply={200: WaitlistEntryView}, summary="一次候补")
    async def get(self, waiting_id: str) -> WaitlistEntryView:
        return await self.view(await self.engines.booking.waitlist.one(self.act, waiting_id))


class AcceptHandler(WaitlistBase):
    """Takes the places offered."""

    @endpoint(access=_KNOWN, acting=True, body=VersionBody, reply={200: WaitlistEntryView}, summary="接受空出的时段")
    async def post(self, waiting_id: str, body: VersionBody) -> WaitlistEntryView:
        return await self.view(await self.engines.booking.waitlist.accept(self.act, waiting_id, body))


class DeclineHandler(WaitlistBase):
    """Not this time."""

    @endpoint(access=_KNOWN, acting=True, body=VersionBody, reply={200: WaitlistEntryView}, summary="不要这个时段，继续排队")
    async def post(self, waiting_id: str, body: VersionBody) -> WaitlistEntryView:
        return await self.view(await self.engines.booking.waitlist.decline(self.act, waiting_id, body))


class LeaveHandler(WaitlistBase):
    """Out of the line."""

    @endpoint(access=_KNOWN, acting=True, body=VersionBody, reply={200: WaitlistEntryView}, summary="退出候补")
    async def post(self, waiting_id: str, body: VersionBody) -> WaitlistEntryView:
        return await self.view(await self.engines.booking.waitlist.leave(self.act, waiting_id, body))


ROUTES = [
    (r"/api/v1/waitlist", WaitlistHandler),
    (rf"/api/v1/waitlist/{WAITING}", WaitingHandler),
    (rf"/api/v1/waitlist/{WAITING}/accept", AcceptHandler),
    (rf"/api/v1/waitlist/{WAITING}/decline", DeclineHandler),
    (rf"/api/v1/waitlist/{WAITING}/leave", LeaveHandler),
]
