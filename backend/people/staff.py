"""Accounts of staff: log-in with a second factor for sensitive roles, lock-out, passwords, roles."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from pyotp import random_base32
from pyotp.totp import TOTP

from backend import ids
from backend.audit import event_of
from backend.catalogue import Vocabulary
from backend.clock import Clock
from backend.errors import Conflict, FieldError, Invalid, NotFound, StaleVersion, TooMany, Unauthenticated
from backend.people.attempts import Allowance, Attempts
from backend.people.passwords import Passwords, check_strength, first_password
from backend.people.sessions import Sessions
from backend.refusals import Refusals
from backend.store import Document, DuplicateKeyError, Session, Store
from models.acts import SENSITIVE_ROLES, Act, Role, StaffActor
from models.cases import Somebody
from models.demo import DemoStaff
from models.staff import (
    AccountSettings,
    NewStaff,
    PasswordBody,
    ProposedChange,
    StaffAccount,
    StaffLoginBody,
    StaffQuery,
    StaffSession,
    StaffView,
    TotpBody,
    TotpView,
)

_LOCK = timedelta(minutes=15)
_FAILURES = Allowance("staff_login", 5, _LOCK, lock=_LOCK)
_ADDRESS = Allowance("staff_login_address", 60, _LOCK)
_STEP = 30  # seconds a one-time password lives
_WRONG = "用户名、密码或动态口令不对，请检查后重试。连续错 5 次，账号会锁定 15 分钟。"
_LOCKED = "密码连续输错 5 次，账号已锁定。请 15 分钟后再试；忘记密码请联系系统管理员重置。"
_CODES = Allowance("staff_totp", 5, _LOCK)
_ISSUER = "一次"
_HAS_TOTP = "这个账号已经绑定动态口令。换手机或丢失手机，请联系系统管理员重置账号。"
_OF_A_DEPARTMENT = frozenset({Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE})
_SEPARATE = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})


class Staff:
    """Who works here, and how they show it."""

    def __init__(
        self, store: Store, sessions: Sessions, attempts: Attempts, passwords: Passwords, wall: Clock, names: Vocabulary, refusals: Refusals
    ) -> None:
        """`wall`: the machine's time. One-time passwords keep it whatever the product's clock says. `names`: departments, halls and towns."""
        self.store = store
        self._sessions = sessions
        self._attempts = attempts
        self._passwords = passwords
        self._wall = wall
        self._names = names
        self._refusals = refusals

    async def login(self, act: Act, body: StaffLoginBody, *, address: str, device: str) -> tuple[str, StaffSession, StaffView]:
        """A token, its session and whose it is. `address`: where the request comes from.

        Raises `Unauthenticated` for anything wrong, alike for unknown users; `TooMany` once locked. Either is a row of the audit log.
        """
        username = body.username.casefold()
        document = await self.store.staff.find_one({"username": username})
        account = StaffAccount.of(document) if document else None
        try:
            return await self._login(act, account, body, username, address, device)
        except (Unauthenticated, TooMany) as refused:
            if "second_factor" not in refused.extra:  # the first half of any log-in with a one-time password
                await self._refusals.login(act, account, address)
            if account is not None and refused.extra.get("remaining") == 0:
                await self._refusals.locked(act, account, address)
            raise

    async def _login(
        self, act: Act, account: StaffAccount | None, body: StaffLoginBody, username: str, address: str, device: str
    ) -> tuple[str, StaffSession, StaffView]:
        await self._attempts.take(_ADDRESS, address, "这个网络地址登录失败的次数太多，请 15 分钟后再试。")
        # Counted before the password is looked at: a hundred guesses at once are not a hundred guesses.
        left = await self._attempts.take(_FAILURES, username, _LOCKED)
        right = await self._passwords.matches(account.password_hash if account else None, body.password)
        if account is None or not right or account.disabled:
            raise Unauthenticated(_WRONG, remaining=left)
        await self._check_second_factor(account, body.otp, left)
        await self._attempts.forget(_FAILURES, username)
        await self._attempts.give_back(_ADDRESS, address)
        await self._renew_hash(account, body.password)
        acting = Act(actor=actor_of(account), at=act.at, request_id=act.request_id, channel=act.channel)
        token, session = await self._sessions.open_staff(acting, account, device, address)
        return token, session, self.view(account)

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

    async def heads_of(self, department: str) -> list[Somebody]:
        """Who heads a department: its chief representatives (首席代表)."""
        where = {"department": department, "roles": Role.CHIEF_REPRESENTATIVE.value, "disabled": False}
        found = await self.store.staff.find(where, sort=[("username", 1)], fields=["name"])
        return [Somebody(id=each["_id"], name=each["name"], department=department) for each in found]

    async def departments_with(self, role: Role) -> set[str]:
        """The departments that have somebody of a role."""
        found = await self.store.staff.find({"roles": role.value, "disabled": False}, fields=["department"])
        return {each["department"] for each in found if each.get("department")}

    async def supervisors(self) -> list[Somebody]:
        """The supervisors (督查员) of every department, by user name."""
        where = {"roles": Role.SUPERVISOR.value, "disabled": False}
        found = await self.store.staff.find(where, sort=[("username", 1)], fields=["name", "department"])
        return [Somebody(id=each["_id"], name=each["name"], department=each.get("department")) for each in found]

    async def reviewers_of(self, department: str) -> list[Somebody]:
        """Who reviews for a department itself, its chief representatives included and its people in towns not, by user name."""
        roles = [Role.REVIEWER.value, Role.CHIEF_REPRESENTATIVE.value]
        where = {"department": department, "roles": {"$in": roles}, "town": None, "disabled": False}
        found = await self.store.staff.find(where, sort=[("username", 1)], fields=["name"])
        return [Somebody(id=each["_id"], name=each["name"], department=department) for each in found]

    async def pre_reviewers_of(self, department: str) -> list[Somebody]:
        """Who looks at a department's papers before the trip, its people in towns included, by user name."""
        where = {"department": department, "roles": Role.PRE_REVIEWER.value, "disabled": False}
        found = await self.store.staff.find(where, sort=[("username", 1)], fields=["name"])
        return [Somebody(id=each["_id"], name=each["name"], department=department) for each in found]

    async def change_password(self, act: Act, body: PasswordBody) -> None:
        """Changes the actor's own password; every other session of theirs ends. Raises `Unauthenticated`, `Invalid`, `TooMany`."""
        account = await self.get(act.actor.id)
        check_strength(body.new_password, account.username)  # before the one in use: a weak new password is no wrong guess
        if body.new_password == body.password:
            detail = "新密码与现在的一样，请换一个。"
            raise Invalid(detail, errors=[FieldError("/new_password", detail)])
        left = await self._attempts.take(_FAILURES, account.username, _LOCKED)
        if not await self._passwords.matches(account.password_hash, body.password):
            if not left:
                await self._refusals.locked(act, account)
            detail = f"现在的密码不对，还可以再试 {left} 次。"
            raise Invalid(detail, errors=[FieldError("/password", detail)])
        await self._attempts.forget(_FAILURES, account.username)
        changes = {"password_hash": await self._passwords.hash(body.new_password), "password_at": act.at, "password_first": False}
        await self.change(act, account, changes, "staff.password_changed", keep_session=_session_of(act))

    async def offer_totp(self, act: Act) -> TotpView:
        """A secret for the actor's authenticator; it counts once a code of it was confirmed, and a later offer replaces it.

        Raises `Conflict` for who has one: a lost device is replaced by `reset`, not by whoever holds a session.
        """
        account = await self.get(act.actor.id)
        _refuse_second_totp(account)
        secret = random_base32()
        where = {"_id": account.id, "totp_secret": None}
        if await self.store.staff.change(where, {"$set": {"totp_offered": secret}}, event_of(act, "staff.totp_offered")) is None:
            raise Conflict(_HAS_TOTP)
        return TotpView(
            secret=secret,
            uri=TOTP(secret, interval=_STEP).provisioning_uri(name=account.username, issuer_name=_ISSUER),
            detail="请用手机验证器扫码或输入密钥，再输入它显示的 6 位数字确认。密钥只显示这一次。",
        )

    async def confirm_totp(self, act: Act, body: TotpBody) -> StaffAccount:
        """The offered secret counts from now on, and every other session of the actor ends.

        Raises `Conflict` where nothing was offered, `Invalid` for a wrong code, `TooMany`, `StaleVersion`.
        """
        account = await self.get(act.actor.id)
        _refuse_second_totp(account)
        if account.totp_offered is None:
            raise Conflict("还没有领取动态口令密钥，请先点「绑定动态口令」。")
        left = await self._attempts.take(_CODES, account.id, "动态口令连续输错 5 次，请 15 分钟后再试。")
        counter = self._counter_of(account.totp_offered, body.code)
        if counter is None:
            detail = f"动态口令不对，还可以再试 {left} 次。请检查手机时间是否准确，再输入验证器当前显示的 6 位数字。"
            raise Invalid(detail, errors=[FieldError("/code", detail)])
        changes = {"totp_secret": account.totp_offered, "totp_offered": None, "totp_counter": counter}
        confirmed = await self.change(act, account, changes, "staff.totp_confirmed", keep_session=_session_of(act))
        await self._attempts.forget(_CODES, account.id)
        return confirmed

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
        for allowance, who in ((_FAILURES, account.username), (_CODES, account.id)):
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

    async def _check_second_factor(self, account: StaffAccount, otp: str | None, left: int) -> None:
        if account.totp_secret is None:
            return  # where the role needs one, the session does nothing until it is enrolled
        if otp is None:
            raise Unauthenticated("请再输入动态口令（手机验证器上的 6 位数字）。", remaining=left, second_factor=True)
        counter = self._counter_of(account.totp_secret, otp)
        if counter is None:
            raise Unauthenticated(_WRONG, remaining=left)
        # Each code works once: the step may only move forward, whoever comes second is refused.
        used = await self.store.staff.change({"_id": account.id, "totp_counter": {"$lt": counter}}, {"$set": {"totp_counter": counter}})
        if used is None:
            raise Unauthenticated("这个动态口令已经用过，请等手机上换出下一个再试。", remaining=left)

    def _counter_of(self, secret: str, otp: str) -> int | None:
        """The 30-second step the code belongs to: now, or one before or after for clocks that differ a little."""
        now = int(self._wall.now().timestamp()) // _STEP
        totp = TOTP(secret, interval=_STEP)
        return next((step for step in (now, now - 1, now + 1) if totp.verify(otp, for_time=step * _STEP)), None)

    async def _renew_hash(self, account: StaffAccount, password: str) -> None:
        """Keeps old hashes at today's cost, now that the password is in hand."""
        if not self._passwords.outdated(account.password_hash):
            return
        renewed = await self._passwords.hash(password)
        where = {"_id": account.id, "password_hash": account.password_hash}
        await self.store.staff.change(where, {"$set": {"password_hash": renewed}})


def actor_of(account: StaffAccount) -> StaffActor:
    """The actor a member of staff is, outside a session."""
    return StaffActor(
        id=account.id,
        name=account.name,
        roles=frozenset(account.roles),
        department=account.department,
        hall=account.hall,
        town=account.town,
    )


def _session_of(act: Act) -> str:
    return act.actor.session if isinstance(act.actor, StaffActor) else ""


def _refuse_second_totp(account: StaffAccount) -> None:
    if account.totp_secret is not None:
        raise Conflict(_HAS_TOTP)


def _check_separate(roles: list[Role]) -> None:
    if len(_SEPARATE.intersection(roles)) > 1:
        raise Conflict("系统、安全、审计三种管理员必须由不同的人担任，请只保留一种。")


def _check_roles(account: StaffAccount, roles: list[Role]) -> None:
    _check_separate(roles)
    if account.totp_secret is None and not SENSITIVE_ROLES.isdisjoint(roles):
        raise Conflict("这个角色需要动态口令，请先让本人登录并绑定动态口令，再设置这个角色。")
