"""Watchers: letting somebody see how one's cases stand, and looking."""

from backend.limits import Limit
from handlers.access import citizen, endpoint
from handlers.base import BaseHandler, Raw
from models.watching import WatchAnswerBody, WatchBody, WatchedView, WatchesView, WatchView

_WATCH = r"(watch_[0-9A-Z]{26})"
_SCENE = r"([0-9A-Za-z]{16})"
_KNOWN = citizen(level=1)
_OFFERS = Limit("watches", 30, 3600)
_LOOKS = Limit("watch_invitations", 60, 60)


class WatchesHandler(BaseHandler):
    """Whom I let see, and whose I see; a new invitation."""

    @endpoint(access=_KNOWN, reply={200: WatchesView}, summary="谁关注我、我关注谁的办件进度")
    async def get(self) -> WatchesView:
        watchers = self.engines.watchers
        return WatchesView(items=[await watchers.view(each, self.act) for each in await watchers.mine(self.act)])

    @endpoint(access=_KNOWN, body=WatchBody, reply={201: WatchView}, limit=_OFFERS, summary="请人关注我的办件进度")
    async def post(self, body: WatchBody) -> WatchView:
        return await self.engines.watchers.view(await self.engines.watchers.invite(self.act, body), self.act)


class WatchHandler(BaseHandler):
    """One of them."""

    @endpoint(access=_KNOWN, reply={200: WatchView}, summary="一个关注")
    async def get(self, watch_id: str) -> WatchView:
        return await self.engines.watchers.view(await self.engines.watchers.get(self.act, watch_id), self.act)


class WatchInvitationHandler(BaseHandler):
    """What a code offers."""

    @endpoint(access=_KNOWN, reply={200: WatchView}, limit=_LOOKS, summary="扫码查看关注邀请")
    async def get(self, token: str) -> WatchView:
        return await self.engines.watchers.view(await self.engines.watchers.by_token(self.act, token), self.act)


class WatchCodeHandler(BaseHandler):
    """The code itself."""

    @endpoint(access=_KNOWN, reply={200: "image/png"}, summary="关注邀请的小程序码")
    async def get(self, watch_id: str) -> Raw:
        return Raw(await self.engines.watchers.code(self.act, watch_id))


class WatchAcceptHandler(BaseHandler):
    """Somebody watches."""

    @endpoint(access=_KNOWN, body=WatchAnswerBody, reply={200: WatchView}, summary="开始关注")
    async def post(self, watch_id: str, body: WatchAnswerBody) -> WatchView:
        return await self.engines.watchers.view(await self.engines.watchers.accept(self.act, watch_id, body.token), self.act)


class WatchEndHandler(BaseHandler):
    """No more."""

    @endpoint(access=_KNOWN, reply={200: WatchView}, summary="结束关注")
    async def post(self, watch_id: str) -> WatchView:
        return await self.engines.watchers.view(await self.engines.watchers.end(self.act, watch_id), self.act)


class WatchedHandler(BaseHandler):
    """How the cases stand."""

    @endpoint(access=_KNOWN, reply={200: WatchedView}, summary="关注的办件进度（每次都有记录）")
    async def get(self, watch_id: str) -> WatchedView:
        return await self.engines.watchers.look(self.act, watch_id)


ROUTES = [
    (r"/api/v1/watches", WatchesHandler),
    (rf"/api/v1/watches/{_WATCH}", WatchHandler),
    (rf"/api/v1/watches/{_WATCH}/code", WatchCodeHandler),
    (rf"/api/v1/watches/{_WATCH}/accept", WatchAcceptHandler),
    (rf"/api/v1/watches/{_WATCH}/end", WatchEndHandler),
    (rf"/api/v1/watches/{_WATCH}/cases", WatchedHandler),
    (rf"/api/v1/watch-invitations/{_SCENE}", WatchInvitationHandler),
]
