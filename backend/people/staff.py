"""Accounts of staff: who has one, with which roles and where; their first passwords."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from backend import ids
from backend.audit import event_of
from backend.catalogue import Vocabulary
from backend.errors import Conflict, FieldError, Invalid, NotFound, StaleVersion
from backend.people.attempts import Allowance, Attempts
from backend.people.passwords import Passwords, first_password
from backend.people.sessions import Sessions
from backend.store import Document, DuplicateKeyError, Session, Store
from models.acts import SENSITIVE_ROLES, Act, Role
from models.demo import DemoStaff
from models.staff import (
    AccountSettings,
    NewStaff,
    ProposedChange,
    StaffAccount,
    StaffQuery,
    StaffView,
)

LOCK = timedelta(minutes=15)
FAILURES = Allowance("staff_login", 5, LOCK, lock=LOCK)  # by user name
CODES = Allowance("staff_totp", 5, LOCK)  # by account
_OF_A_DEPARTMENT = frozenset({Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE})
_SEPARATE = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})


class Staff:
    """Who works here, as what and where."""

    def __init__(self, store: Store, sessions: Sessions, attempts: Attempts, passwords: Passwords, names: Vocabulary) -> None:
        """`names`: departments, halls and towns."""
        self.store = store
        self._sessions = sessions
        self._attempts = attempts
        self._passwords = passwords
        self._names = names

    async def get(self, staff_id: str) -> StaffAccount:
        """Raises `NotFound`."""
        document = await self.store.staff.get(staff_id)
        if document is None:
            raise NotFound("没有找到这名工作人员。")
        return StaffAccount.of(document)

    async def colleagues(self, query: StaffQuery) -> tuple[list[StaffAccount], str | None]:
        """A page of the accounts by user name, and the cursor of the page after. Every word of `find` stands in the name, the user name,
        the department's name or a role's."""
        where: list[Document] = [self._holds(word) for word in (query.find or "").split()]
        if query.proposed:
            where.append({"proposed": {"$ne": None}})
        if query.cursor is not None:
            where.append({"username": {"$gt": query.cursor}})
        documents = await self.store.staff.find({"$and": where} if where else {}, sort=[("username", 1)], limit=query.limit + 1)
        found = [StaffAccount.of(each) for each in documents[: query.limit]]
        return found, found[-1].username if len(documents) > query.limit else None

    def _holds(self, word: str) -> Document:
        text = {"$regex": re.escape(word), "$options": "i"}
        departments = [code for code, each in self._names.departments.items() if word in each.name]
        roles = [role.value for role in Role if word in role.label]
        return {"$or": [{"name": text}, {"username": text}, {"department": {"$in": departments}}, {"roles": {"$in": roles}}]}

    async def add(self, act: Act, body: NewStaff) -> tuple[StaffAccount, str]:
        """A new account and its first password, which is nowhere else. Raises as `enter`."""
        password = first_password()
        return await self.enter(act, body, "staff.added", password_hash=await self._passwords.hash(password)), password

    async def enter(
        self, act: Act, body: NewStaff, action: str, *, password_hash: str = "", proposed: ProposedChange | None = None
    ) -> StaffAccount:
        """A new account; nobody gets in without a `password_hash`. Raises `Conflict` for a name that is taken or roles that do not go
        together, `Invalid` for a place that is none."""
        _check_separate(body.roles)
        self._check_place(body)
        account = StaffAccount(
            _id=ids.new_id("staff"),
            username=body.username,
            name=body.name,
            roles=sorted(set(body.roles)),
            department=body.department,
            hall=body.hall,
            town=body.town,
            password_hash=password_hash,
            password_first=True,
            proposed=proposed,
            created_at=act.at,
            password_at=act.at,
        )
        detail = {"username": account.username, "roles": sorted(role.value for role in account.roles)}
        try:
            await self.store.staff.insert(account, event_of(act, action, detail=detail))
        except DuplicateKeyError:
            raise Conflict(f"用户名 {body.username} 已经有人使用，请换一个；忘记密码或丢了手机请用 reset-staff。") from None
        return account

    async def reset(self, act: Act, username: str) -> str:
        """A new first password for who forgot theirs or lost the authenticator; every session of theirs ends.

        Raises `NotFound`, `StaleVersion`.
        """
        document = await self.store.staff.find_one({"username": username.casefold()})
        if document is None:
            raise NotFound(f"没有用户名是 {username} 的账号，请检查后重试。")
        _, password = await self.renew(act, StaffAccount.of(document), "staff.reset", {})
        return password

    async def renew(self, act: Act, account: StaffAccount, action: str, detail: dict[str, Any]) -> tuple[StaffAccount, str]:
        """The account as it was seen with a new first password and without an authenticator. Raises `StaleVersion`."""
        password = first_password()
        changes = {
            "password_hash": await self._passwords.hash(password),
            "password_at": act.at,
            "password_first": True,
            "totp_secret": None,
            "totp_offered": None,
            "proposed": None,
        }
        changed = await self.change(act, account, changes, action, detail=detail)
        for allowance, who in ((FAILURES, account.username), (CODES, account.id)):
            await self._attempts.forget(allowance, who)
        return changed, password

    async def assign(
        self, act: Act, account: StaffAccount, settings: AccountSettings, detail: Mapping[str, Any] | None = None
    ) -> StaffAccount:
        """Sets roles and place; the person logs in anew. `detail`: of the event, beside what is set. Raises as `check_settings`, and
        `StaleVersion`."""
        self.check_settings(account, settings)
        changes = settings.model_dump(mode="json")
        return await self.change(act, account, {**changes, "proposed": None}, "staff.assigned", detail={**changes, **(detail or {})})

    def check_settings(self, account: StaffAccount, settings: AccountSettings) -> None:
        """Raises `Conflict` where roles do not go together or lack a second factor, `Invalid` for a place that is none."""
        _check_roles(account, settings.roles)
        self._check_place(settings)

    def _check_place(self, body: NewStaff | AccountSettings) -> None:
        """Raises `Invalid` that names every department, hall and town there is none of: who belongs nowhere finds nothing and is found
        by nobody."""
        known = {"department": ("部门", self._names.departments), "hall": ("大厅", self._names.halls), "town": ("镇街", self._names.towns)}
        faults = [
            FieldError(f"/{field}", f"没有代码是「{code}」的{label}，请从列表里选。")
            for field, (label, codes) in known.items()
            if (code := getattr(body, field)) is not None and code not in codes
        ]
        if body.department is None and not _OF_A_DEPARTMENT.isdisjoint(body.roles):
            faults.append(FieldError("/department", "预审员、审批员和首席代表要属于一个部门，请选部门。"))
        if faults:
            raise Invalid(errors=faults)

    @staticmethod
    def view(account: StaffAccount) -> StaffView:
        """What colleagues and the person themselves see of an account."""
        return StaffView(
            id=account.id,
            username=account.username,
            name=account.name,
            roles=account.roles,
            department=account.department,
            hall=account.hall,
            town=account.town,
            disabled=account.disabled,
            second_factor=account.totp_secret is not None,
            duties=account.duties,
            version=account.version,
        )

    async def seed(self, demo: Sequence[DemoStaff], now: datetime) -> int:
        """Adds the demo staff who are not there yet. Returns how many; safe to run at each start."""
        known = {each["username"] for each in await self.store.staff.find({}, fields=("username",))}
        missing = [each for each in demo if each.username not in known]
        return await self.store.staff.insert_missing([await self._account_of(each, now) for each in missing])

    async def _account_of(self, person: DemoStaff, now: datetime) -> StaffAccount:
        return StaffAccount(
            _id=person.id,
            username=person.username,
            name=person.name,
            password_hash=await self._passwords.hash(person.password),
            totp_secret=person.totp_secret,
            roles=sorted(person.roles),
            department=person.department,
            hall=person.hall,
            town=person.town,
            created_at=now,
            password_at=now,
        )

    async def change(
        self,
        act: Act,
        account: StaffAccount,
        changes: dict[str, Any],
        action: str,
        *,
        keep_session: str = "",
        detail: dict[str, Any] | None = None,
    ) -> StaffAccount:
        """Changes an account as it was seen, and ends its sessions but one. Raises `StaleVersion`."""
        event = event_of(act, action, detail=detail)

        async def write(transaction: Session) -> Document | None:
            where = {"_id": account.id, "version": account.version}
            changed = await self.store.staff.change(where, {"$set": changes}, event, session=transaction)
            if changed is not None:
                await self._sessions.end_staff(account.id, but=keep_session, transaction=transaction)
                await self._sessions.set_duties(keep_session, StaffAccount.of(changed).duties, transaction)
            return changed

        changed = await self.store.transact(write)
        if changed is None:
            raise StaleVersion()
        return StaffAccount.of(changed)

    async def note(self, act: Act, account: StaffAccount, changes: dict[str, Any], action: str, detail: dict[str, Any]) -> StaffAccount:
        """Keeps something beside an account as it was seen, which takes nothing from its sessions. Raises `StaleVersion`."""
        where = {"_id": account.id, "version": account.version}
        noted = await self.store.staff.change(where, {"$set": changes}, event_of(act, action, detail=detail))
        if noted is None:
            raise StaleVersion()
        return StaffAccount.of(noted)


def _check_separate(roles: list[Role]) -> None:
    if len(_SEPARATE.intersection(roles)) > 1:
        raise Conflict("系统、安全、审计三种管理员必须由不同的人担任，请只保留一种。")


def _check_roles(account: StaffAccount, roles: list[Role]) -> None:
    _check_separate(roles)
    if account.totp_secret is None and not SENSITIVE_ROLES.isdisjoint(roles):
        raise Conflict("这个角色需要动态口令，请先让本人登录并绑定动态口令，再设置这个角色。")
