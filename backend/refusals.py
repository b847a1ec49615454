"""Log-ins of staff that failed, accounts that were locked and looks that were refused, as rows of the audit log
(安全审计记录重要的用户行为和安全事件, GB/T 22239-2019 8.1.4.3).

An account, an address and a quarter of an hour have one row, which counts on while the quarter runs and is sealed after it: who guesses by
the thousand fills no log. Nothing that was typed is kept, for a password may have been typed in the wrong place.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from backend.audit import actor_row
from backend.clock import Clock
from backend.store import Document, DuplicateKeyError, Store
from backend.store.indexes import SOME_DAY
from models.acts import Act, StaffActor
from models.staff import StaffAccount

QUARTER = timedelta(minutes=15)
LOGIN, LOCKED = "staff.login_refused", "staff.locked"
SHOWN_FOR = timedelta(days=30)
_STAFF = "/api/v1/staff/"
_WHICH = 20  # things one was refused in a quarter that are named one by one
# The part of an address after /api/v1/staff/, what is asked for there and where it is kept: of others a refusal says nothing of a person.
_LOOKS = {
    "appointments": ("appointment", "places"),
    "bills": ("bill", "bills"),
    "cases": ("case", "cases"),
    "certificates": ("certificate", "certificates"),
    "deliveries": ("delivery", "deliveries"),
    "grants": ("grant", "grants"),
    "people": ("person", "citizens"),
}


class Refusals:
    """Writes what was refused."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def login(self, act: Act, account: StaffAccount | None, address: str) -> None:
        """Somebody did not get in: with the name of `account`, or with one there is not."""
        who = f"没有登录的人，用{account.name}（{account.username}）的账号" if account else "没有登录的人，用户名不存在"
        await self._count(act, LOGIN, _guest(who), f"staff/{account.id if account else ''}", address)

    async def locked(self, act: Act, account: StaffAccount, address: str = "") -> None:
        """The account takes no password for a while now."""
        actor = (
            actor_row(act.actor)
            if isinstance(act.actor, StaffActor)
            else _guest(f"没有登录的人，用{account.name}（{account.username}）的账号")
        )
        await self._count(act, LOCKED, actor, f"staff/{account.id}", address)

    async def look(self, act: Act, actor: StaffActor, path: str, address: str) -> None:
        """A member of staff was told that they may not see or do something with a person's matter; other paths are no person's."""
        area, _, rest = path.removeprefix(_STAFF).partition("/")
        if not path.startswith(_STAFF) or area not in _LOOKS:
            return
        subject, place = _LOOKS[area]
        which = rest.partition("/")[0][:80]
        await self._count(act, f"{subject}.access_refused", actor_row(actor), f"{place}/{which}", address, which=which)

    async def recent(self, at: datetime, limit: int) -> list[Document]:
        """The last `limit` rows of the month before `at`, newest first."""
        where = {"counting": {**SOME_DAY, "$gte": at - SHOWN_FOR}}
        return await self._store.audit.find(where, sort=[("counting", -1), ("_id", -1)], limit=limit)

    async def _count(self, act: Act, action: str, actor: Mapping[str, str], subject: str, address: str, *, which: str = "") -> None:
        begun = act.at - timedelta(minutes=act.at.minute % 15, seconds=act.at.second, microseconds=act.at.microsecond)
        whose = actor.get("id") or subject
        key = f"{action} {whose} {address} {begun.isoformat()}"
        row_id = "evt_" + hashlib.sha256(key.encode()).hexdigest()[:26].upper()
        update: dict[str, Any] = {"$inc": {"detail.count": 1}, "$set": {"detail.last": act.at}}
        if which:
            update["$push"] = {"detail.which": {"$each": [which], "$slice": _WHICH}}
        running = {"_id": row_id, "batch": None, "counting": {"$gt": self._clock.now()}}
        if await self._store.audit.change(running, update) is not None:
            return
        row = {
            "_id": row_id,
            "at": act.at,
            "action": action,
            "actor": dict(actor),
            "person": None,
            "subject": subject,
            "grant": None,
            "request_id": act.request_id,
            "channel": act.channel,
            "detail": {"count": 1, "address": address, "last": act.at, **({"which": [which]} if which else {})},
            "counting": begun + QUARTER,
            "batch": None,
        }
        try:
            await self._store.audit.insert(row)
        except DuplicateKeyError:
            await self._store.audit.change(running, update)  # somebody else began it a moment ago


def _guest(name: str) -> dict[str, str]:
    return {"kind": "public", "id": "", "name": name}
