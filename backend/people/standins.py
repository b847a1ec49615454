"""AB角: who looks after a clerk's post while they are away, named by the head of the office, for days that are recorded.

No law of the country orders it; offices practise it beside 首问负责制 and 限时办结制, by rules of their own. What the practice asks is kept:
the deputy is named beforehand and works in the same office; while the post's holder is away the deputy does their work with their rights,
and every act says in whose place; on the holder's return all goes back. Decisions of a head are never among it: those have a letter and a
deputy of their own (`authorisations`).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from backend import ids
from backend.audit import event_of
from backend.clock import SHANGHAI, Clock
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, StaleVersion
from backend.idempotency import once
from backend.people.presence import Presences, accounts_of, misfit, passed_on, unfit
from backend.permissions import may, require
from backend.spoken import full_day
from backend.store import Document, Store
from backend.store.indexes import TEXT
from backend.store.pages import page
from models.acts import Act, Role, StaffActor, SystemActor
from models.authorisations import Absence, Holder
from models.staff import StaffAccount, StaffView
from models.standins import EndStandInBody, LeaveBody, PostView, StandIn, StandInBody, StandInsQuery, StandInVersionBody

_DECIDES = "{name}作审批决定，谁来代办由部门的首席代表或大厅管理员指定，系统管理员不能指定。"
_LONGEST = timedelta(days=92)
_LOOKS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR, Role.SUPERVISOR)


class StandIns:
    """Posts and who stands in."""

    def __init__(self, store: Store, clock: Clock, presences: Presences) -> None:
        self.store = store
        self._clock = clock
        self.presences = presences

    # who names them

    async def posts(self, act: Act) -> list[PostView]:
        """The colleagues the actor may name stand-ins of, with who fits; by user name. Nobody for those who name none."""
        rows = await self.store.staff.find({**_reach(act), "disabled": False}, sort=[("username", 1)])
        accounts = [StaffAccount.of(row) for row in rows]
        return [
            PostView(
                id=each.id,
                name=each.name,
                roles=each.roles,
                passed_on=passed_on(each),
                department=each.department or "",
                hall=each.hall,
                town=each.town,
                deputies=[
                    other.id
                    for other in accounts
                    if other.id not in (each.id, act.actor.id) and passed_on(each) and unfit(each, other) is None
                ],
            )
            for each in accounts
            if may("stand_in.name", act, each)
        ]

    @once("stand_ins", StandIn)
    async def name(self, act: Act, body: StandInBody) -> StandIn:
        """Names who stands in for somebody, whenever they are away. Raises `Forbidden`, `Invalid` for who does not fit, `Conflict` where
        somebody is named already."""
        accounts = await accounts_of(self.store, {body.holder, body.deputy})
        holder, deputy = self._known(accounts, body.holder, "/holder"), self._known(accounts, body.deputy, "/deputy")
        if not may("stand_in.name", act, holder):
            raise Forbidden(_DECIDES.format(name=holder.name)) if may("stand_in.end", act, holder) else Forbidden()
        if deputy.id == act.actor.id:
            raise Forbidden("不能指定自己当B角，请另选一位同事，或者请系统管理员指定。")
        if not passed_on(holder):
            raise Invalid(errors=[FieldError("/holder", f"{holder.name}的角色不能由别人代办。首席代表的代行人在首席代表授权书里指定。")])
        if fault := unfit(holder, deputy):
            raise Invalid(errors=[FieldError("/deputy", fault)])
        if earlier := await self._live_of(holder.id):
            raise Conflict(f"{holder.name}的B角已经是{earlier.deputy.name}。要换人，请先结束原来的。")
        stand_in = StandIn(
            _id=ids.new_id("standin"),
            holder=_holder(holder),
            deputy=_holder(deputy),
            roles=passed_on(holder),
            department=holder.department or "",
            hall=holder.hall,
            town=holder.town,
            named_by=_by(act),
            created_at=act.at,
        )
        await self.store.stand_ins.insert(stand_in, event_of(act, "stand_in.named", detail=_told(stand_in)))
        return stand_in

    @once("stand_ins", StandIn)
    async def end(self, act: Act, stand_in_id: str, body: EndStandInBody) -> StandIn:
        """Nobody stands in for the post any more, from now on; a running absence ends with it. Raises `Forbidden`, `Conflict`."""
        stand_in = await self._of_version(act, stand_in_id, body.version)
        require("stand_in.end", act, stand_in)
        _require_live(stand_in)
        return await self._change(act, stand_in, _ended(act, stand_in, body.reason), "ended", reason=body.reason)

    # who is away

    @once("stand_ins", StandIn)
    async def leave(self, act: Act, stand_in_id: str, body: LeaveBody) -> StandIn:
        """The holder is away on these days: the deputy does their work. Raises `Forbidden`, `Invalid`, `Conflict` where the deputy is away
        too, or the holder stands in for somebody then: nobody's work goes to a third."""
        stand_in = await self._of_version(act, stand_in_id, body.version)
        require("stand_in.leave", act, stand_in)
        _require_live(stand_in)
        absence = self._absence(act, body)
        if any(_overlap(each, absence) for each in stand_in.absences):
            raise Conflict("这几天里已经登记了不在岗。要改日子，请先登记返岗或者取消原来的。")
        await self._require_no_chain(stand_in, absence)
        absences = [*stand_in.absences, absence]
        until = max(each.end for each in absences if each.end is not None)
        changes = {"absences": [each.model_dump() for each in absences], "away_until": until}
        return await self._change(act, stand_in, changes, "absence_recorded", start=absence.start.isoformat(), end=str(absence.end))

    @once("stand_ins", StandIn)
    async def come_back(self, act: Act, stand_in_id: str, body: StandInVersionBody) -> StandIn:
        """The holder is back, from now on; where they have not left yet, they stay. Raises `Forbidden`, `Conflict`."""
        stand_in = await self._of_version(act, stand_in_id, body.version)
        require("stand_in.leave", act, stand_in)
        kept = _over(stand_in, act.at)
        if kept == stand_in.absences or not stand_in.live:
            raise Conflict("没有登记不在岗，不用登记返岗。")
        changes: dict[str, Any] = {"absences": [each.model_dump() for each in kept], "away_until": _last(kept, act.at)}
        return await self._change(act, stand_in, changes, "absence_ended")

    async def tick(self) -> int:
        """Ends what no longer fits: an account was closed, a role or place changed. Until then nobody stands in on it either. Periodic,
        safe to run twice at once. Returns how many."""
        act = Act(SystemActor(id="stand_ins"), self._clock.now(), channel="system")
        found = [StandIn.of(each) for each in await self.store.stand_ins.find({"live": True, "holder.id": TEXT})]
        accounts = await accounts_of(self.store, {id for each in found for id in (each.holder.id, each.deputy.id)})
        ended = 0
        for each in found:
            if reason := misfit(each, accounts.get(each.holder.id), accounts.get(each.deputy.id)):
                try:
                    await self._change(act, each, _ended(act, each, reason), "ended", reason=reason)
                except StaleVersion:
                    continue  # somebody changed it at this moment: the next turn looks again
                ended += 1
        return ended

    # who reads them

    async def listed(self, act: Act, query: StandInsQuery) -> tuple[list[StandIn], str | None]:
        """Those of the actor's office, for whoever watches or administers all of them, and to others what names them; the newest first."""
        named: list[Document] = [{"holder.id": act.actor.id}, {"deputy.id": act.actor.id}]
        where: Document = {} if _sees_all(act) else {"$or": [*named, *([_reach(act)] if _reach(act) != _NOBODY else [])]}
        if not query.ended:
            where["live"] = True
        return await page(self.store.stand_ins, StandIn, where, query.cursor, query.limit)

    async def own(self, view: StaffView) -> StaffView:
        """One's own account as it is now: with the roles one has for these days, for whom, and whether one is away oneself."""
        presence = await self.presences.of(view.id)
        lent = sorted({role for each in presence.stands_for for role in each.roles} - set(view.roles))
        return view.with_presence(presence.stands_for, lent, presence.away.until if presence.away else None)

    def actions(self, act: Act, stand_in: StandIn) -> list[str]:
        """What the actor may do to it now."""
        if not stand_in.live:
            return []
        found = ["end"] if may("stand_in.end", act, stand_in) else []
        if may("stand_in.leave", act, stand_in):
            away = stand_in.holder.id == act.actor.id and stand_in.absence_at(act.at) is not None
            found += [] if away else ["leave"]  # who is away says that they are back, and nothing else
            found += ["return"] if _over(stand_in, act.at) != stand_in.absences else []
        return found

    # what they rest on

    def _absence(self, act: Act, body: LeaveBody) -> Absence:
        today = act.at.astimezone(SHANGHAI).date()
        if body.first_day < today:
            raise Invalid(errors=[FieldError("/first_day", "第一天不能早于今天。")])
        if body.last_day - body.first_day > _LONGEST:
            raise Invalid(errors=[FieldError("/last_day", f"一次最多登记{_LONGEST.days}天。更长的，请调整岗位。")])
        start = act.at if body.first_day == today else datetime.combine(body.first_day, time(), SHANGHAI)
        end = datetime.combine(body.last_day, time(), SHANGHAI) + timedelta(days=1)
        return Absence(start=start, end=end, reason=body.reason, recorded_by=_by(act))

    async def _require_no_chain(self, stand_in: StandIn, absence: Absence) -> None:
        """Two who register at the same moment may both pass: then neither stands in for the other, since whoever is away does nothing."""
        deputy = await self._live_of(stand_in.deputy.id)
        if deputy is not None and any(_overlap(each, absence) for each in deputy.absences):
            raise Conflict(f"B角{stand_in.deputy.name}这几天也不在岗。请改日子，或者请负责人先换B角。")
        covers = [StandIn.of(each) for each in await self.store.stand_ins.find({"live": True, "deputy.id": stand_in.holder.id})]
        for each in covers:
            if any(_overlap(other, absence) for other in each.absences):
                raise Conflict(f"{stand_in.holder.name}这几天要代{each.holder.name}办理。请负责人先给{each.holder.name}换B角，再登记。")

    async def _live_of(self, holder: str) -> StandIn | None:
        document = await self.store.stand_ins.find_one({"live": True, "holder.id": holder})
        return StandIn.of(document) if document else None

    @staticmethod
    def _known(accounts: Mapping[str, StaffAccount], staff_id: str, pointer: str) -> StaffAccount:
        account = accounts.get(staff_id)
        if account is None or account.disabled:
            raise Invalid(errors=[FieldError(pointer, "没有这名工作人员，或账号已经停用。请从列表里选。")])
        return account

    async def _of_version(self, act: Act, stand_in_id: str, version: int) -> StandIn:
        document = await self.store.stand_ins.get(stand_in_id)
        if document is None:
            raise NotFound("没有找到这条AB角。请返回列表重新进入。")
        stand_in = StandIn.of(document)
        require("stand_in.see", act, stand_in)
        if stand_in.version != version:
            raise StaleVersion()
        return stand_in

    async def _change(self, act: Act, stand_in: StandIn, changes: dict[str, Any], what: str, **more: str) -> StandIn:
        event = event_of(act, f"stand_in.{what}", detail={**_told(stand_in), **more})
        where = {"_id": stand_in.id, "version": stand_in.version}
        changed = await self.store.stand_ins.change(where, {"$set": changes}, event)
        self.presences.forget()
        if changed is None:
            raise StaleVersion()
        return StandIn.of(changed)


_NOBODY: Document = {"_id": None}


def _reach(act: Act) -> Document:
    """Whose posts the actor looks after: of their department as its head, of their hall as its manager, all as system administrator."""
    actor = act.actor
    if not isinstance(actor, StaffActor):
        return _NOBODY
    if actor.has(Role.SYSTEM_ADMIN):
        return {}
    own: list[Document] = []
    if actor.has(Role.CHIEF_REPRESENTATIVE) and actor.department is not None:
        own.append({"department": actor.department})
    if actor.has(Role.HALL_MANAGER) and actor.hall is not None:
        own.append({"hall": actor.hall})
    return {"$or": own} if own else _NOBODY


def _sees_all(act: Act) -> bool:
    return isinstance(act.actor, StaffActor) and act.actor.has(*_LOOKS)


def _ended(act: Act, stand_in: StandIn, reason: str) -> dict[str, Any]:
    absences = [each.model_dump() for each in _over(stand_in, act.at)]
    by = _by(act).model_dump()
    return {"live": False, "ended_at": act.at, "ended_by": by, "ended_for": reason, "absences": absences, "away_until": None}


def _over(stand_in: StandIn, at: datetime) -> list[Absence]:
    """The absences where the holder is there from now on: what runs ends, what has not begun does not begin."""
    begun = [each for each in stand_in.absences if each.start <= at]
    return [each.model_copy(update={"end": at}) if each.covers(at) else each for each in begun]


def _last(absences: Sequence[Absence], at: datetime) -> datetime | None:
    return max((each.end for each in absences if each.end is not None and each.end > at), default=None)


def _overlap(one: Absence, other: Absence) -> bool:
    assert one.end is not None  # of a stand-in every absence has its end
    assert other.end is not None
    return one.start < other.end and other.start < one.end


def _require_live(stand_in: StandIn) -> None:
    if not stand_in.live:
        when = full_day(stand_in.ended_at) if stand_in.ended_at else ""
        raise Conflict(f"这条AB角已在{when}结束。请负责人重新指定B角。")


def _told(stand_in: StandIn) -> dict[str, Any]:
    return {"holder": stand_in.holder.id, "deputy": stand_in.deputy.id}


def _holder(account: StaffAccount) -> Holder:
    return Holder(id=account.id, name=account.name)


def _by(act: Act) -> Holder:
    return Holder(id=act.actor.id, name=act.actor.name)
