"""Who is away now and who stands in for them (AB角), as every request of staff asks it.

Kept in this process for a second: a request costs no look of its own, and an absence that was recorded elsewhere counts a second later.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from backend.clock import Clock
from backend.store import Store
from models.acts import Role, StoodFor
from models.staff import StaffAccount
from models.standins import PASSED_ON, StandIn

_KEPT = 1.0  # seconds


@dataclass(frozen=True)
class Away:
    """Somebody is away: until when, and who does their work."""

    until: datetime
    deputy: str


@dataclass(frozen=True)
class Presence:
    """Of one member of staff: whom they stand in for now, and whether they are away themselves."""

    stands_for: tuple[StoodFor, ...] = ()
    away: Away | None = None


def passed_on(account: StaffAccount) -> list[Role]:
    """The roles of an account that a stand-in gets."""
    return sorted(PASSED_ON.intersection(account.roles))


def misfit(stand_in: StandIn, holder: StaffAccount | None, deputy: StaffAccount | None) -> str | None:
    """Why nobody stands in any more: the post, or who was to look after it, is another than it was made for. None: it is as it was."""
    if holder is None or holder.disabled:
        return "A角的账号已经停用"
    if deputy is None or deputy.disabled:
        return "B角的账号已经停用"
    if passed_on(holder) != stand_in.roles:
        return "A角的角色有变动"
    if (holder.department, holder.hall, holder.town) != (stand_in.department, stand_in.hall, stand_in.town):
        return "A角的部门或地点有变动"
    if unfit(holder, deputy) is not None:
        return "B角的部门、地点或角色有变动"
    return None


def unfit(holder: StaffAccount, deputy: StaffAccount) -> str | None:
    """Why one cannot stand in for the other; None where they can. A deputy works in the same office, and holds no office that watches
    over or administers others."""
    if deputy.department != holder.department:
        return "B角要和A角在同一个部门。"
    if deputy.town != holder.town:
        return "B角要和A角在同一个镇街；都不在镇街的也可以。"
    if deputy.hall not in (None, holder.hall):
        return "B角要和A角在同一个大厅。"
    if not _WATCHES.isdisjoint(deputy.roles):
        return "督查员和系统、安全、审计管理员不能当B角，请另选一位。"
    return None


_WATCHES = frozenset({Role.SUPERVISOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})


class Presences:
    """Answers for everybody from one look at the absences that are not over."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._known: list[StandIn] = []
        self._looked = float("-inf")

    def forget(self) -> None:
        """Something changed here: the next request looks."""
        self._looked = float("-inf")

    async def of(self, staff_id: str) -> Presence:
        """Of one member of staff, now."""
        at, known = self._clock.now(), await self._under_way()
        own = next((each for each in known if each.holder.id == staff_id and each.absence_at(at)), None)
        if own is not None:
            absence = own.absence_at(at)
            assert absence is not None  # the search
            assert absence.end is not None  # of a stand-in every absence has its end
            return Presence(away=Away(absence.end, own.deputy.name))
        return Presence(tuple(_stood_for(each, at) for each in known if each.deputy.id == staff_id and each.absence_at(at)))

    async def absent(self) -> frozenset[str]:
        """Who is away now, with somebody in their place."""
        at = self._clock.now()
        return frozenset(each.holder.id for each in await self._under_way() if each.absence_at(at))

    async def _under_way(self) -> list[StandIn]:
        if time.monotonic() - self._looked > _KEPT:
            self._known = await self._look()
            self._looked = time.monotonic()
        return self._known

    async def _look(self) -> list[StandIn]:
        found = [StandIn.of(each) for each in await self._store.stand_ins.find({"live": True, "away_until": {"$gt": self._clock.now()}})]
        accounts = await accounts_of(self._store, {id for each in found for id in (each.holder.id, each.deputy.id)})
        return [each for each in found if misfit(each, accounts.get(each.holder.id), accounts.get(each.deputy.id)) is None]


async def accounts_of(store: Store, ids: set[str]) -> Mapping[str, StaffAccount]:
    """The accounts with these ids."""
    if not ids:
        return {}
    return {row["_id"]: StaffAccount.of(row) for row in await store.staff.find({"_id": {"$in": sorted(ids)}})}


def _stood_for(stand_in: StandIn, at: datetime) -> StoodFor:
    absence = stand_in.absence_at(at)
    assert absence is not None  # whoever calls has looked
    assert absence.end is not None  # of a stand-in every absence has its end
    return StoodFor(id=stand_in.holder.id, name=stand_in.holder.name, roles=frozenset(stand_in.roles), until=absence.end)
