"""Watchers (关注者): somebody sees how another's cases stand, as long as that other wants it. Each look is logged for them."""

from datetime import datetime, timedelta
from typing import Any, Protocol

from backend.audit import Audit, event_of
from backend.cases.words import turn
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import new_id, short_token
from backend.people import People, mask_name
from backend.store import Store
from models.acts import Act
from models.base import NoticeOrder
from models.cases import Case, CaseState
from models.grants import InvitationView
from models.watching import Watch, WatchBody, WatchedCaseView, WatchedView, WatchState, WatchView

ANSWER_WITHIN = timedelta(days=7)
_TOKEN = 16  # base-62 characters: 95 bits, half of what a QR scene takes
_MOST = 20  # people one lets see at once
_LISTED = 50
_PAGE = "packages/family/watch/watch"
_OPEN = [WatchState.INVITED.value, WatchState.ACTIVE.value]
_GONE = "这个邀请不存在、已经有人打开过或已过期，请对方重新发起。"
_NOT_YOURS = "没有找到，它可能已经结束，或与您无关。"


class Codes(Protocol):
    """What draws QR codes of the mini-program."""

    async def mini_program_code(self, scene: str, page: str) -> bytes: ...


class Watchers:
    """Invites, answers, shows, ends."""

    def __init__(self, store: Store, people: People, audit: Audit, codes: Codes) -> None:
        self.store = store
        self._people = people
        self._audit = audit
        self._codes = codes

    @once("watches", Watch)
    async def invite(self, act: Act, body: WatchBody) -> Watch:
        """An invitation to see one's own cases. Raises `Invalid` for cases of others, `WrongState` where too many see already."""
        chosen = list(dict.fromkeys(body.cases))
        if await self.store.cases.count({"_id": {"$in": chosen}, "person": act.actor.id}) != len(chosen):
            detail = "有办件不在您的「我的办件」里，请重新选。"
            raise Invalid(detail, errors=[FieldError("/cases", detail)])
        if await self.store.watches.count({"person": act.actor.id, "state": {"$in": _OPEN}}) >= _MOST:
            raise WrongState(f"最多请 {_MOST} 个人关注，请先结束不用的。")
        me = await self._people.get(act.actor.id)
        watch = Watch(
            _id=new_id("watch"),
            person=me.id,
            person_name=me.name,
            cases=chosen,
            state=WatchState.INVITED,
            token=short_token(_TOKEN),
            answer_by=act.at + ANSWER_WITHIN,
            created_at=act.at,
        )
        await self.store.watches.insert(watch, event_of(act, "watch.offered"))
        return watch

    async def by_token(self, act: Act, token: str) -> Watch:
        """The invitation a code carries. Raises `NotFound`."""
        found = await self.store.watches.find_one({"token": token, "state": WatchState.INVITED.value})
        watch = Watch.of(found) if found else None
        if watch is None or watch.as_of(act.at) is not WatchState.INVITED:
            raise NotFound(_GONE)
        return watch

    @once("watches", Watch)
    async def accept(self, act: Act, watch_id: str, token: str) -> Watch:
        """Whoever opened the invitation sees from now on; the one whose cases they are is told. Raises `NotFound`, `Conflict`."""
        watch = await self.by_token(act, token)
        if watch.id != watch_id:
            raise NotFound(_GONE)
        if watch.person == act.actor.id:
            raise Conflict("这是您自己发起的，请发给要关注的人。自己的进度在「我的办件」里看。")
        me = await self._people.get(act.actor.id)
        changes = {"watcher": me.id, "watcher_name": me.name, "state": WatchState.ACTIVE.value, "token": None}
        order = NoticeOrder(to=watch.person, template="watch_accepted", data={"watcher": mask_name(me.name)})
        where = {"_id": watch.id, "token": token, "state": WatchState.INVITED.value}
        changed = await self.store.watches.change(where, {"$set": changes}, event_of(act, "watch.accepted", notices=[order]))
        if changed is None:
            raise NotFound(_GONE)
        return Watch.of(changed)

    @once("watches", Watch)
    async def end(self, act: Act, watch_id: str) -> Watch:
        """Nothing is seen from now on; either side may. Raises `NotFound`; ended already is ended."""
        watch = await self.get(act, watch_id)
        if watch.state is WatchState.ENDED:
            return watch
        changes = {"state": WatchState.ENDED.value, "token": None, "ended_at": act.at}
        where = {"_id": watch.id, "version": watch.version}
        changed = await self.store.watches.change(where, {"$set": changes}, event_of(act, "watch.ended"))
        if changed is None:
            raise StaleVersion()
        return Watch.of(changed)

    async def get(self, act: Act, watch_id: str) -> Watch:
        """One the actor is a side of. Raises `NotFound`."""
        found = await self.store.watches.get(watch_id)
        if found is None or act.actor.id not in (found["person"], found.get("watcher")):
            raise NotFound(_NOT_YOURS)
        return Watch.of(found)

    async def mine(self, act: Act) -> list[Watch]:
        """Those that stand, of either side, the newest first."""
        me = act.actor.id
        where: dict[str, Any] = {"state": {"$in": _OPEN}, "$or": [{"person": me}, {"watcher": me}]}
        found = [Watch.of(each) for each in await self.store.watches.find(where, sort=[("_id", -1)], limit=_LISTED)]
        return [each for each in found if each.as_of(act.at) is not WatchState.ENDED]

    async def code(self, act: Act, watch_id: str) -> bytes:
        """The invitation as a QR code, for whoever made it. Raises `NotFound`, `Unavailable`."""
        watch = await self.get(act, watch_id)
        if watch.person != act.actor.id or watch.token is None:
            raise NotFound(_GONE)
        return await self._codes.mini_program_code(watch.token, _PAGE)

    async def look(self, act: Act, watch_id: str) -> WatchedView:
        """How the cases stand; logged for whose they are. Raises `NotFound`, `Forbidden` where it has ended."""
        watch = await self.get(act, watch_id)
        if watch.as_of(act.at) is not WatchState.ACTIVE:
            raise Forbidden("对方已经结束了您的关注，看不到进度了。需要的话请对方重新邀请。")
        where: dict[str, Any] = {"person": watch.person, "bundle": None, "state": {"$ne": CaseState.DRAFT.value}}
        if watch.cases:
            where["_id"] = {"$in": watch.cases}
        found = [Case.of(each) for each in await self.store.cases.find(where, sort=[("_id", -1)], limit=_LISTED)]
        await self._audit.read(act, "case.watched", person=watch.person, subject=f"watches/{watch.id}", purpose="关注办件进度")
        found.sort(key=lambda case: case.updated_at, reverse=True)
        return WatchedView(principal=mask_name(watch.person_name), items=[_progress(each, act.at) for each in found])

    async def view(self, watch: Watch, act: Act) -> WatchView:
        """One as its reader sees it."""
        mine, state = watch.person == act.actor.id, watch.as_of(act.at)
        chosen = await self.store.cases.find({"_id": {"$in": watch.cases}}, fields=("item_name",)) if watch.cases else []
        invitation = InvitationView(token=watch.token, answer_by=watch.answer_by) if mine and watch.token else None
        return WatchView(
            id=watch.id,
            mine=mine,
            state=state,
            state_label=state.label,
            principal=watch.person_name if mine else mask_name(watch.person_name),
            watcher=mask_name(watch.watcher_name) if mine else watch.watcher_name,
            items=[each["item_name"] for each in chosen],
            created_at=watch.created_at,
            invitation=invitation if state is WatchState.INVITED else None,
            ends=state is not WatchState.ENDED and act.actor.id in (watch.person, watch.watcher),
        )


def _progress(case: Case, now: datetime) -> WatchedCaseView:
    return WatchedCaseView(
        item_name=case.item_name, status=case.state.label, turn=turn(case, now), over=case.state.is_final, updated_at=case.updated_at
    )
